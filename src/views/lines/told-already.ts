// In: entries. Out: whether other lines of a page have told them: by the same sentences, or in like words.
import { type Entry, sentenceKey } from '../../model/index.ts'
import { contentWords, overlap } from '../../record/words.ts'

/** The sentences that tell some entries. */
export const sentencesOf = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(entries.flatMap((entry) => entry.evidence.map(sentenceKey)))

/** Whether these sentences alone tell an entry. */
export const isToldBy =
  (sentences: ReadonlySet<string>) =>
  (entry: Entry): boolean =>
    entry.evidence.every((item) => sentences.has(sentenceKey(item)))

/** Words that a text needs to be known again by. */
const MANY_WORDS = 6

/**
 * Of a short list, what shares fewer of its words than `share` (0 to 1, of the shorter text) with all before it and with what is
 * `told`; texts of few words are kept. Every one is compared with every other: for lists that a page has room for.
 */
export function inOtherWords<T>(
  list: readonly T[],
  textOf: (one: T) => string,
  share: number,
  told: readonly string[] = [],
): T[] {
  const known = told.map(contentWords).filter((words) => words.length >= MANY_WORDS)
  return list.filter((one) => {
    const words = contentWords(textOf(one))
    if (words.length < MANY_WORDS) return true
    if (known.some((other) => overlap(other, words) >= share)) return false
    return known.push(words)
  })
}
