// In: a tagged draft with names. Out: sentences whose only verb was taken for an adjective or a noun have it as their verb.
import { type Name, UPOS } from './doc.ts'
import type { Draft } from './draft.ts'
import type { Lexicon } from './lexicon.ts'

const VERB = UPOS.indexOf('VERB')
const NOUNS: ReadonlySet<number> = new Set([UPOS.indexOf('NOUN'), UPOS.indexOf('PROPN')])

const FINITE = /^(VBD|VBP|VBZ|MD)$/
/** What begins an object: an article, a number, a possessive, a noun with or without adjectives. */
const OBJECT = /^(DT|CD|PRP\$|JJ|NN|NNS|NNP|NNPS|\$)$/
/** Of a form that may be a plural noun, what no noun before it could have behind it. */
const PLAIN_OBJECT = /^(DT|CD|PRP\$|\$|TO)$/
const WHEN =
  /^(this|last|next|today|yesterday|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/

const PARTICLES: ReadonlySet<string> = new Set(['off', 'up', 'down', 'out', 'back', 'away'])
/** Words that begin a clause of its own: what stands behind them is no verb of the sentence. */
const SUBORDINATES: ReadonlySet<string> = new Set(
  'if unless because after before when while until as since although though that which who whose where'.split(
    ' ',
  ),
)

/** Types of names that act. */
const ACTS: ReadonlySet<Name['type']> = new Set(['person', 'organisation', 'government', 'place', 'office'])

const verbs = new WeakMap<Lexicon, ReadonlySet<string>>()

/** Lemmas that the packs know as verbs. */
function verbsOf(lexicon: Lexicon): ReadonlySet<string> {
  let known = verbs.get(lexicon)
  if (!known) {
    known = new Set(
      ['act-verbs', 'stance-verbs', 'measure-verbs', 'speech-verbs', 'epistemic-verbs'].flatMap((table) =>
        lexicon.table(table).map((row) => (row.lemma ?? row.word ?? '').split(' ')[0]!),
      ),
    )
    verbs.set(lexicon, known)
  }
  return known
}

/**
 * Before parsing: in a sentence without a finite verb the participle or plural right behind somebody who acts, with an
 * object behind it, is that verb ("The union called off the strike", "FNV demands 7 percent"). A headline in the
 * passive ("Strike called off", "Talks held this week") has no such object.
 */
export function findFiniteVerbs(draft: Draft, lexicon: Lexicon): void {
  const { tokens, sents } = draft
  const { tag, lower } = tokens
  const known = verbsOf(lexicon)
  const actors = actorsOf(lexicon)
  const ends = new Map(draft.names.filter(({ type }) => ACTS.has(type)).map((name) => [name.last, name]))
  for (const { first, last } of sents) {
    let end = first
    while (end < last && !FINITE.test(tag[end]!) && !(end > first && SUBORDINATES.has(lower[end]!))) end++
    if (end < last && FINITE.test(tag[end]!)) continue
    for (let at = first + 1; at < end - 1; at++) {
      if (!ends.has(at) && !actors.has(lower[at - 1]!)) continue
      const behind = PARTICLES.has(lower[at + 1]!) ? at + 2 : at + 1
      if (behind >= last || WHEN.test(lower[behind]!)) continue
      const verb = verbTag(tag[at]!, tag[behind]!, lower[at]!, known)
      if (verb === undefined) continue
      tag[at] = verb.tag
      tokens.pos[at] = VERB
      if (verb.lemma) tokens.lemma[at] = verb.lemma
      break
    }
  }
}

function verbTag(
  tag: string,
  behind: string,
  word: string,
  known: ReadonlySet<string>,
): { tag: string; lemma?: string } | undefined {
  if (tag === 'VBN') return OBJECT.test(behind) ? { tag: 'VBD' } : undefined
  if (tag !== 'NNS' || !PLAIN_OBJECT.test(behind)) return undefined
  const lemma = [word.replace(/s$/, ''), word.replace(/es$/, '')].find((one) => known.has(one))
  return lemma === undefined ? undefined : { tag: 'VBZ', lemma }
}

const nouns = new WeakMap<Lexicon, ReadonlySet<string>>()

/** Common nouns for somebody who acts: roles, bodies, groups. */
function actorsOf(lexicon: Lexicon): ReadonlySet<string> {
  let known = nouns.get(lexicon)
  if (!known) {
    known = new Set([
      ...lexicon.table('role-nouns').map(({ word = '' }) => word.toLowerCase()),
      ...lexicon.table('organisation-nouns').map(({ word = '' }) => word.toLowerCase()),
      ...lexicon.table('actor-nouns').map(({ lemma = '' }) => lemma),
    ])
    nouns.set(lexicon, known)
  }
  return known
}

/**
 * After parsing: a noun that heads a sentence, with a past verb before it that hangs on it as an adjective and has
 * somebody right before itself, is that verb's object ("The EU imposed tariffs on Norway").
 */
export function mendFiniteVerbs(draft: Draft): void {
  const { tokens, parsed, sents } = draft
  const { head, dep, tag, pos, sent } = tokens
  const ends = new Map(draft.names.filter(({ type }) => ACTS.has(type)).map((name) => [name.last, name]))
  for (let verb = 1; verb < tokens.count; verb++) {
    if (dep[verb] !== 'amod' || !/^VB[DN]$/.test(tag[verb]!)) continue
    const object = head[verb]!
    const name = ends.get(verb)
    if (!name || object <= verb || parsed[sent[verb]!] !== 1 || !NOUNS.has(pos[object]!)) continue
    if (head[object] !== -1) continue
    const { first, last } = sents[sent[verb]!]!
    let clause = false
    for (let at = first; at < last; at++)
      if (at !== verb && head[at] === object && /^(nsubj|cop|aux|csubj)/.test(dep[at]!) && at > verb)
        clause = true
    const subject = headOf(draft, name)
    if (clause || (head[subject] !== object && head[subject] !== verb)) continue
    head[verb] = -1
    dep[verb] = 'root'
    for (let at = first; at < last; at++) {
      if (at === object || at === subject || head[at] !== object) continue
      if (at < verb) {
        const ofName = /^(det|compound|amod|flat|nmod)/.test(dep[at]!) && at < subject
        head[at] = ofName ? subject : verb
      } else if (/^(punct|parataxis|advcl|ccomp|obl)/.test(dep[at]!)) head[at] = verb
    }
    head[object] = verb
    dep[object] = 'obj'
    head[subject] = verb
    dep[subject] = 'nsubj'
    tag[verb] = 'VBD'
    pos[verb] = VERB
  }
}

/** The word of a name that hangs outside it. */
function headOf({ tokens }: Draft, { first, last }: Name): number {
  for (let at = first; at < last; at++) {
    const above = tokens.head[at]!
    if (above < first || above >= last) return at
  }
  return last - 1
}
