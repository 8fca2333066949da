// In: things of a report in the order of their tokens, a token. Out: those that stand near it, found by bisection.
import type { Doc } from '../../language/doc.ts'
import { firstWhere } from '../../model/range.ts'

/** Tokens to either side within which a word belongs to an event; what stands farther off, whatever the sentence, does not. */
export const REACH = 160

interface Standing {
  /** Its first token. */
  readonly first: number
}

/** The place of the first of a list that begins at a token or after it. */
export const placeFrom = (sorted: readonly Standing[], token: number): number =>
  firstWhere(sorted.length, (at) => sorted[at]!.first >= token)

/** What begins at most `reach` tokens before or after a token, in order. */
export const nearby = <T extends Standing>(
  sorted: readonly T[],
  token: number,
  reach = REACH,
): readonly T[] => sorted.slice(placeFrom(sorted, token - reach), placeFrom(sorted, token + reach + 1))

/** The first token that starts at or after an offset. */
export const firstFrom = (tokens: Doc['tokens'], offset: number): number =>
  firstWhere(tokens.count, (at) => tokens.start[at]! >= offset)

/** The tokens from one up to another, which is left out; none where that stands before it. */
export const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, n) => from + n)
