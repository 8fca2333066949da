// In: parsed tokens. Out: single steps in their trees, for stages that change the trees as they go ({@link treeOf} indexes what stays).
import { type Name, type Sentence, UPOS } from '../doc.ts'
import type { Draft } from '../draft.ts'
import { LONGEST } from '../reader/encoder.ts'

export const VERB = UPOS.indexOf('VERB')
export const AUX = UPOS.indexOf('AUX')
export const PRON = UPOS.indexOf('PRON')
export const ADP = UPOS.indexOf('ADP')
export const NOUNS: ReadonlySet<number> = new Set([UPOS.indexOf('NOUN'), UPOS.indexOf('PROPN')])

type Tokens = Draft['tokens']

/** The tokens of a sentence that may be in one tree with `token`: no tree holds more than {@link LONGEST}. */
export const reachOf = ({ first, last }: Sentence, token: number): { first: number; last: number } => ({
  first: Math.max(first, token - LONGEST),
  last: Math.min(last, token + LONGEST),
})

/** The word that heads a sentence, within the first tree of one that is too long for a tree; −1 where none does. */
export function rootOf({ dep }: Tokens, { first, last }: Sentence): number {
  const end = Math.min(last, first + LONGEST)
  for (let at = first; at < end; at++) if (dep[at] === 'root') return at
  return -1
}

/** The word of a name or time that hangs outside it. */
export function headOf({ tokens }: Draft, { first, last }: Pick<Name, 'first' | 'last'>): number {
  for (let at = first; at < last; at++) {
    const above = tokens.head[at]!
    if (above < first || above >= last) return at
  }
  return last - 1
}

/** The subject of a verb that stands behind a token; −1 where none. */
export function subjectOf({ head, dep }: Draft['tokens'], after: number, verb: number): number {
  for (let at = after + 1; at < verb; at++) if (head[at] === verb && dep[at]!.startsWith('nsubj')) return at
  return -1
}

/** The verb over a noun; −1 where there is none or the way up leads through `not`. */
export function verbAbove({ head, pos }: Draft['tokens'], noun: number, not: number): number {
  let at = head[noun]!
  for (let steps = 0; at >= 0 && steps < 60; steps++) {
    if (at === not) return -1
    if (pos[at] === VERB || pos[at] === AUX) return at
    at = head[at]!
  }
  return -1
}
