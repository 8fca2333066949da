// In: the Lexicon. Out: what finding names asks of its lists, compiled once a lexicon.
import type { Lexicon } from '../lexicon.ts'

export type Gender = 'm' | 'f' | 'u'

export interface Office {
  readonly kind: string
  readonly gender: string
  /** The government an office of this name belongs to wherever it stands ("taoiseach" → "IE"), or "". */
  readonly of: string
}

/** Lists that finding names asks for every word. */
export interface NameWords {
  readonly gender: ReadonlyMap<string, Gender>
  readonly surnamesFirst: ReadonlySet<string>
  readonly offices: ReadonlyMap<string, Office>
  /** Longest office in words. */
  readonly officeLength: number
  /** First word of an office → length in words of the longest that begins so. */
  readonly officeStarts: ReadonlyMap<string, number>
  readonly departments: ReadonlySet<string>
  readonly organisationNouns: ReadonlySet<string>
  /** Demonyms, adjective or plural, by state id. */
  readonly demonyms: ReadonlyMap<string, string>
  /** Canonical name by state id. */
  readonly states: ReadonlyMap<string, string>
}

const compiled = new WeakMap<Lexicon, NameWords>()

export function nameWordsOf(lexicon: Lexicon): NameWords {
  const known = compiled.get(lexicon)
  if (known) return known
  const offices = new Map<string, Office>()
  const officeStarts = new Map<string, number>()
  let officeLength = 1
  for (const row of lexicon.table('offices')) {
    const word = row.word ?? ''
    offices.set(word, { kind: row.kind ?? '', gender: row.gender ?? '', of: row.of ?? '' })
    const length = tokenLength(word)
    const start = word.split(/[ -]/, 1)[0]!
    officeStarts.set(start, Math.max(length, officeStarts.get(start) ?? 0))
    officeLength = Math.max(officeLength, length)
  }
  const demonyms = new Map<string, string>()
  const states = new Map<string, string>()
  for (const row of lexicon.table('states')) {
    states.set(row.id ?? '', row.name ?? '')
    for (const cell of [row.adjective, row.people])
      for (const word of (cell ?? '').split('|')) if (word !== '') demonyms.set(word, row.id ?? '')
  }
  const words: NameWords = {
    gender: new Map(
      lexicon.table('given-names').map((row) => [row.word ?? '', (row.gender || 'u') as Gender]),
    ),
    surnamesFirst: lexicon.list('surnames-first'),
    offices,
    officeLength,
    officeStarts,
    departments: lexicon.list('departments'),
    organisationNouns: lexicon.list('organisation-nouns'),
    demonyms,
    states,
  }
  compiled.set(lexicon, words)
  return words
}

/** Words and hyphens, as the tokenizer takes them apart. */
const tokenLength = (words: string) => words.split(/[ -]/).length + (words.match(/-/g)?.length ?? 0)

const CALENDAR = new Set(
  'January February March April May June July August September October November December Jan. Feb. Mar. Apr. Aug. Sept. Sep. Oct. Nov. Dec. Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon. Tue. Wed. Thu. Fri. Sat. Sun. Today Yesterday Tomorrow GMT EST EDT UTC AM PM BST CET'.split(
    ' ',
  ),
)

/** Months and weekdays: capitals that are no names. */
export const isCalendar = (form: string): boolean => CALENDAR.has(form)

/** Small words that stand inside names of persons. */
export const PARTICLES: ReadonlySet<string> = new Set(
  'de da do dos das del della di du la le van von der den ter ten zu bin bint ibn al el ul ur y e'.split(' '),
)
