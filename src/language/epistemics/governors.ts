// In: an event. Out: what governs it, nearest first: by the tree where there is one, else by the words before it.
import { UPOS } from '../doc.ts'
import type { Draft } from '../draft.ts'
import { isRelation, type Tree } from '../trees/tree.ts'

/** A word that governs an event and the complement it takes it as. */
export interface Governor {
  readonly token: number
  readonly as: 'infinitive' | 'clause' | 'gerund' | 'object' | 'noun'
}

const STEPS = 4

/** The governors of a verb, nearest first, at most four. */
export function governorsOf(draft: Draft, tree: Tree, event: number): Governor[] {
  const { head, dep, count } = draft.tokens
  const found: Governor[] = []
  let at = event
  for (let step = 0; step < STEPS; step++) {
    let next: Governor | undefined
    const up = head[at]!
    if (up >= 0 && up < count) {
      const as = complementOf(draft, tree, at, dep[at]!)
      if (as === 'same') {
        at = up
        continue
      }
      if (as) next = { token: up, as }
    }
    if (!next || found.some((each) => each.token === next.token)) break
    found.push(next)
    at = next.token
  }
  return found
}

function complementOf(
  draft: Draft,
  tree: Tree,
  token: number,
  dep: string,
): Governor['as'] | 'same' | undefined {
  const noun = UPOS[draft.tokens.pos[token]!] === 'NOUN' || UPOS[draft.tokens.pos[token]!] === 'PROPN'
  if (isRelation(dep, 'conj')) return tree.child(token, 'nsubj') >= 0 ? undefined : 'same'
  if (isRelation(dep, 'acl') && draft.tokens.lower[tree.child(token, 'mark')] === 'that') return 'clause'
  if (dep === 'acl' && draft.tokens.lower[tree.child(token, 'mark')] !== 'to') return undefined
  if (dep === 'xcomp' || dep === 'acl') return draft.tokens.tag[token] === 'VBG' ? 'gerund' : 'infinitive'
  if (dep === 'ccomp') return 'clause'
  if (dep === 'csubj' || dep === 'advcl')
    return tree.child(token, 'mark') >= 0 && draft.tokens.lower[tree.child(token, 'mark')] === 'to'
      ? 'infinitive'
      : undefined
  if (noun && (dep === 'obj' || dep === 'nsubj:pass')) return 'object'
  if (
    noun &&
    isRelation(dep, 'obl') &&
    /^(?:for|on|to|of|with|against|about|into|over|including)$/.test(
      draft.tokens.lower[tree.child(token, 'case')] ?? '',
    )
  )
    return 'object'
  if (noun && isRelation(dep, 'nmod')) return 'noun'
  if (noun && isRelation(dep, 'compound')) return 'same'
  return undefined
}
