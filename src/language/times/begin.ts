// In: an atom. Out: whether a time expression may begin there, so that most words cost one look-up.
import { NUMBER_WORDS, ORDINAL_WORDS } from '../quantities/numerals.ts'
import { type Atoms, numberAt, wordAt } from './atoms.ts'
import {
  DAY_PARTS,
  FEAST_NAMES,
  MONTHS,
  SEASONS,
  SHORT_UNITS,
  UNITS,
  VAGUE_NAMES,
  WEEKDAYS,
} from './words.ts'

const FIRST: ReadonlySet<string> = new Set([
  ...NUMBER_WORDS,
  ...ORDINAL_WORDS,
  ...MONTHS.keys(),
  ...WEEKDAYS.keys(),
  ...[...WEEKDAYS.keys()].map((day) => `${day}s`),
  ...UNITS.keys(),
  ...SHORT_UNITS.keys(),
  ...SEASONS.keys(),
  ...DAY_PARTS.keys(),
  ...[...FEAST_NAMES, ...VAGUE_NAMES].map((name) => name.split(/[ .]/)[0]!),
  ...(
    'the a an this that these those last past next coming upcoming current latest previous preceding prior following ensuing ' +
    'same recent first final intervening today yesterday tomorrow tonight overnight every each per hourly daily weekly ' +
    'biweekly monthly annually yearly fiscal fy calendar latter q h another couple few several many some various numerous ' +
    "half dozen hundred quarter early late '"
  ).split(' '),
])

const ARTICLES: ReadonlySet<string> = new Set(['the', 'a', 'an', 'this', 'that', 'these', 'those'])

/** Words that may follow an article in a time beside {@link FIRST}. */
const SECOND: ReadonlySet<string> = new Set([
  ...VAGUE_NAMES.flatMap((name) => name.split(' ').slice(1)),
  ...(
    'end beginning start middle close mid later earlier very full entire whole trading business academic school number good ' +
    'consecutive straight further additional extra more other long short solid'
  ).split(' '),
])

/** True where some rule may find a time: digits, number words and the first words of all rules. */
export function mayBegin(a: Atoms, i: number): boolean {
  const word = wordAt(a, i)
  if (!FIRST.has(word)) return !Number.isNaN(numberAt(a, i))
  if (!ARTICLES.has(word)) return true
  const next = wordAt(a, i + 1)
  return FIRST.has(next) || SECOND.has(next) || !Number.isNaN(numberAt(a, i + 1))
}
