// In: a name's characters. Out: the name itself, without article, possessive and titles, on which guidelines differ.
import type { Range } from '#parley/model/range.ts'

const LEADING = new Set(['the', 'a', 'an', 'our', 'their', 'his', 'her', 'its', 'this', 'that'])

const TITLES = new Set(
  `mr mrs ms miss dr prof professor sir lord lady dame madam president vice-president premier minister prime
  secretary undersecretary deputy senator sen representative rep congressman congresswoman governor gov mayor chancellor
  ambassador envoy commissioner chairman chairwoman chair chief executive ceo cfo director general gen lieutenant lt
  colonel col captain capt major maj sergeant sgt admiral judge justice attorney king queen prince princess pope
  cardinal archbishop bishop reverend rev father leader speaker spokesman spokeswoman spokesperson officer analyst
  detective sheriff academic founder co-founder coach actor actress singer author`.split(/\s+/),
)

const fold = (word: string) => word.toLowerCase().replace(/\.$/, '')

export const isTitle = (word: string): boolean => TITLES.has(fold(word))

/** The core of a name in `text`; for a person what follows the last title, where anything does. */
export function coreOf(text: string, range: Range, person: boolean): Range {
  let end = range.end
  const tail = /\s*['’]s?$/.exec(text.slice(range.start, end))
  if (tail !== null && tail[0].length < end - range.start) end -= tail[0].length
  const words = [...text.slice(range.start, end).matchAll(/[^\s,()]+/g)]
  let first = 0
  while (first < words.length - 1 && LEADING.has(words[first]![0].toLowerCase())) first++
  if (person) {
    const title = words.findLastIndex(([word], i) => i < words.length - 1 && isTitle(word))
    if (title >= first) first = title + 1
  }
  const start = range.start + (words[first]?.index ?? 0)
  const last = words.at(-1)
  return { start, end: last === undefined ? end : range.start + last.index + last[0].length }
}
