// In: the words of a marked mention ("the former U.S. envoy Ann Lee, 50,"). Out: the words of the name in it ("Ann Lee").

import { join } from 'node:path'
import { makeLexicon } from '#parley/language/lexicon.ts'
import { readWordFiles } from '#parley/reading/lexicon-files.ts'
import { repository } from '../eval/data.ts'

export interface MarkedWord {
  readonly form: string
  readonly start: number
  readonly end: number
}

export type GoldType = 'person' | 'organisation' | 'place'

const lexicon = makeLexicon(readWordFiles([join(repository, 'packs/core'), join(repository, 'packs/trade')]))
const offices = lexicon.list('offices')
const REGIONS = 'Asian Asians African Africans Arab Arabs Western Latin'.split(' ')

/** Adjectives and names of peoples: not names of persons, organisations or places in either set. */
export const demonyms: ReadonlySet<string> = new Set([
  ...lexicon.table('states').flatMap((row) => [...row.adjective!.split('|'), ...row.people!.split('|')]),
  ...REGIONS,
])

const NEVER_FIRST = new Set([
  'the',
  'a',
  'an',
  'The',
  'A',
  'An',
  'its',
  'Its',
  'their',
  'his',
  'her',
  'this',
  'This',
  "'s",
  '’s',
])
const LINKS = new Set(
  "of and the for de da del la van von der den bin al el - & ' . 's on du des di y e ’s /".split(' '),
)

const isCapital = (form: string) => /^[\p{Lu}\d]/u.test(form)
const phrase = (words: readonly MarkedWord[]) =>
  words
    .map((word) => word.form.toLowerCase())
    .join(' ')
    .replace(/ - /g, '-')

/** True where the words are an office and nothing else ("the President"). */
export const isOffice = (words: readonly MarkedWord[]): boolean => offices.has(phrase(words))

/**
 * Mentions are whole noun phrases, names are not: what stands before the name (article, title, adjective) and what
 * follows it (apposition, clause) is cut off, the same way for every set.
 */
export function coreOf(mention: readonly MarkedWord[], type: GoldType): readonly MarkedWord[] {
  let words = beforeComma(mention)
  for (;;) {
    const cut = prefixLength(words, type)
    if (cut === 0) break
    words = words.slice(cut)
  }
  if (type === 'person') words = personIn(words)
  words = withoutTail(words)
  const stop = words.findIndex(
    (word, i) => !isCapital(word.form) && !LINKS.has(word.form) && words[i - 1]?.form !== '-',
  )
  return withoutTail(stop < 0 ? words : words.slice(0, stop))
}

function beforeComma(words: readonly MarkedWord[]): readonly MarkedWord[] {
  const cut = words.findIndex((word, i) => i > 0 && /^[,(:;]$|^--$/.test(word.form))
  if (cut < 0) return words
  const head = words.slice(0, cut)
  const named = head.some(
    (w) => isCapital(w.form) && !demonyms.has(w.form) && !offices.has(w.form.toLowerCase()),
  )
  return named ? head : words.slice(cut + 1).filter((word) => word.form !== ')')
}

function prefixLength(words: readonly MarkedWord[], type: GoldType): number {
  const first = words[0]?.form
  if (first === undefined) return 0
  if (!isCapital(first) || NEVER_FIRST.has(first)) return 1
  if (demonyms.has(first) && words.length > 1) return !isCapital(words[1]!.form) || type === 'person' ? 1 : 0
  if (type !== 'person') return 0
  for (let n = Math.min(6, words.length); n > 0; n--) if (isOffice(words.slice(0, n))) return n
  return 0
}

/** What follows the last title, up to a preposition, after the last possessive. */
function personIn(given: readonly MarkedWord[]): readonly MarkedWord[] {
  let words = given
  let title = -1
  for (let i = 0; i < words.length - 1; i++) {
    for (let n = 6; n > 0; n--) {
      if (i + n < words.length && isOffice(words.slice(i, i + n))) title = Math.max(title, i + n - 1)
    }
  }
  words = words.slice(title + 1)
  while (words[0] && (!isCapital(words[0].form) || NEVER_FIRST.has(words[0].form))) words = words.slice(1)
  const link = words.findIndex((word, i) => i > 0 && /^(?:of|and|in|for|from|at)$/.test(word.form))
  if (link > 0) words = words.slice(0, link)
  const possessive = words.findLastIndex((word, i) => i < words.length - 1 && /^['’]s$/.test(word.form))
  return words.slice(possessive + 1)
}

function withoutTail(words: readonly MarkedWord[]): readonly MarkedWord[] {
  let end = words.length
  while (end > 0 && !isCapital(words[end - 1]!.form) && !(end > 2 && words[end - 2]!.form === '-')) end--
  return words.slice(0, end)
}
