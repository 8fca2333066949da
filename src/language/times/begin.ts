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

/** True where some rule may find a time: digits, number words and the first words of all rules. */
export const mayBegin = (a: Atoms, i: number): boolean =>
  FIRST.has(wordAt(a, i)) || !Number.isNaN(numberAt(a, i))
