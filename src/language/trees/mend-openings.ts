// In: a parsed draft. Out: its trees with the verb behind the last comma as the sentence's own, where what it opens with was cut off from it by an aside.
import type { Draft } from '../draft.ts'
import { NOUNS } from './tree-steps.ts'

type Tokens = Draft['tokens']

const FINITE = /^(?:is|are|was|were|has|have|had|will|must|may|can|would|should)$/
const ASTRAY = /^(?:parataxis|advcl|conj|ccomp|acl|acl:relcl)$/

/**
 * "A panel of eight, set up on 6 March to sound out the crews, is to report by May", "A waiver under which ports stay open,
 * and which would have lapsed, is to be prolonged": what the sentence opens with does what the verb behind the aside says.
 */
export function mendBehindLongOpening({ tokens, sents }: Draft): void {
  const { head, dep, tag } = tokens
  sents.forEach((sentence) => {
    const root = rootOf(tokens, sentence)
    if (root < 0) return
    const noun = opensWith(tokens, root, sentence)
    if (noun < 0) return
    const verb = ownVerb(tokens, Math.max(root, noun), sentence)
    if (verb < 0) return
    if (root !== noun) {
      head[root] = noun
      dep[root] = 'acl'
      tag[root] = 'VBN'
    }
    head[verb] = -1
    dep[verb] = 'root'
    head[noun] = verb
    dep[noun] = isPassive(tokens, verb) ? 'nsubj:pass' : 'nsubj'
    for (let at = verb + 1; at < sentence.last; at++)
      if (head[at] === root || head[at] === noun) head[at] = verb
  })
}

interface Range {
  readonly first: number
  readonly last: number
}

const rootOf = ({ head }: Tokens, { first, last }: Range): number => {
  for (let at = first; at < last; at++) if (head[at] === -1) return at
  return -1
}

/** The noun that the sentence opens with: its root, with a clause of its own, or the subject of a participle between commas; −1 where none is. */
function opensWith(tokens: Tokens, root: number, { first, last }: Range): number {
  const { head, dep, tag, pos, form, lower } = tokens
  if (NOUNS.has(pos[root]!)) {
    let hasClause = false
    for (let at = first; at < last; at++) {
      if (head[at] !== root) continue
      if (/^(?:nsubj|cop|csubj|aux)/.test(dep[at]!)) return -1
      if (dep[at] === 'acl:relcl') hasClause = true
    }
    return hasClause ? root : -1
  }
  if (!/^VB[DN]$/.test(tag[root]!) || form[root - 1] !== ',') return -1
  // "The panel, set up on 6 March": with nothing done to anything, and no "which" or "who" before it.
  let noun = -1
  for (let at = first; at < last; at++) {
    if (head[at] !== root) continue
    if (/^(?:obj|iobj|ccomp|aux|cop)/.test(dep[at]!)) return -1
    if (dep[at]!.startsWith('nsubj') && at < root) noun = at
  }
  const isPrepared = /^(?:on|in|by|at|up|last|to|for|with|from|as|earlier)$/.test(lower[root + 1] ?? '')
  return noun >= 0 && isPrepared && NOUNS.has(pos[noun]!) ? noun : -1
}

/** The last verb without a subject whose auxiliary stands right behind a comma; −1 where none does. */
function ownVerb({ head, dep, form, lower }: Tokens, from: number, { last }: Range): number {
  for (let at = from + 2; at < last; at++) {
    if (form[at - 1] !== ',' || !FINITE.test(lower[at]!)) continue
    const verb = head[at]!
    if (verb <= at || verb >= last || !/^(?:aux|cop)/.test(dep[at]!) || !ASTRAY.test(dep[verb]!)) continue
    if (!hasSubject({ head, dep }, verb, last)) return verb
  }
  return -1
}

function hasSubject({ head, dep }: Pick<Tokens, 'head' | 'dep'>, verb: number, last: number): boolean {
  for (let at = Math.max(0, verb - FAR); at < last; at++)
    if (head[at] === verb && /^(?:nsubj|csubj|expl)/.test(dep[at]!)) return true
  return false
}

/** Tokens before a verb within which its subject stands. */
const FAR = 60

const isPassive = ({ head, dep }: Tokens, verb: number): boolean => {
  for (let at = Math.max(0, verb - 6); at < verb; at++)
    if (head[at] === verb && dep[at] === 'aux:pass') return true
  return false
}
