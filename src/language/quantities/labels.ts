// In: atoms and a number's place. Out: whether the number names something instead of counting.

import type { Draft } from '../draft.ts'
import { type Atoms, glued, numberAt, wordAt } from '../times/atoms.ts'
import { nameAt } from '../times/named.ts'
import { directionOf } from './change.ts'
import { isFunctionWord } from './counted.ts'
import { CURRENCY_CODES } from './units.ts'

/** Words that make the number behind them a name: "Section 301", "No. 5", "page 12". */
export const LABELS: ReadonlySet<string> = new Set(
  (
    'section article chapter page pages exit interstate room flight title grade phase route highway figure table item rule act annex ' +
    'schedule part paragraph clause number no no. nos # tier channel line version volume vol class boeing airbus order ' +
    'resolution proclamation heading headings subheading executive street apartment box zip tel phone fax group g'
  ).split(' '),
)

/** Runs of three or more numbers with hyphens or slashes between are numbers of something, not amounts. */
export function isCode(a: Atoms, i: number): boolean {
  let parts = 1
  if (wordAt(a, i + 1) === '.' && glued(a, i + 1) && glued(a, i + 2) && !Number.isNaN(numberAt(a, i + 2)))
    return true
  for (
    let j = i + 1;
    j < i + 8 && glued(a, j) && (wordAt(a, j) === '-' || wordAt(a, j) === '/' || wordAt(a, j) === '.');
    j += 2
  ) {
    if (Number.isNaN(numberAt(a, j + 1)) || !glued(a, j + 1)) break
    parts++
  }
  if (parts === 2 && wordAt(a, i + 1) === '-' && a.word[i]!.length === 3 && a.word[i + 2]!.length === 4)
    return true
  return parts > 2 || isScore(a, i)
}

/** "6-4", "50-50": a score or odds, falling or even, with no unit. */
const isScore = (a: Atoms, i: number): boolean =>
  isFalling(a, i + 1) && numberAt(a, i) < 1000 && !isShareOfTwo(a, i + 1)

/** The hyphen of "51-48 percent". */
export const isShareOfTwo = (a: Atoms, hyphen: number): boolean =>
  isFalling(a, hyphen) && /^(%|percent|pct|per)$/.test(wordAt(a, hyphen + 2))

/** True for the hyphen of "6-4": between digits that do not rise. */
const isFalling = (a: Atoms, hyphen: number): boolean =>
  wordAt(a, hyphen) === '-' &&
  glued(a, hyphen) &&
  glued(a, hyphen + 1) &&
  numberAt(a, hyphen - 1) >= numberAt(a, hyphen + 1)

/** True where the digits at `i` hang on letters before them ("scp-173", "F16", "COVID-19", "single - b - 1"). */
export function hangsOnLetters(a: Atoms, i: number): boolean {
  // "one-on-one"
  if (Number.isNaN(numberAt(a, i)))
    return wordAt(a, i - 1) === '-' && glued(a, i) && glued(a, i - 1) && /[a-z]$/.test(wordAt(a, i - 2))
  if (wordAt(a, i - 1) === '-' && /^[a-z]$/.test(wordAt(a, i - 2)) && wordAt(a, i - 3) === '-') return true
  // "f - 16", "mig - 29"
  if (
    wordAt(a, i - 1) === '-' &&
    !glued(a, i) &&
    /^[a-z]{1,3}$/.test(wordAt(a, i - 2)) &&
    !isFunctionWord(wordAt(a, i - 2))
  ) {
    return true
  }
  if (!glued(a, i)) return false
  // "the P5+1"
  if (wordAt(a, i - 1) === '+' && glued(a, i - 1) && glued(a, i - 2) && /^[a-z]+$/.test(wordAt(a, i - 3)))
    return true
  if (wordAt(a, i - 1) === '.' && /^\d+$/.test(wordAt(a, i - 2))) return true
  const before = wordAt(a, i - 1)
  // "100,00" is neither grouped nor a decimal.
  if (before === ',' && glued(a, i - 1) && !Number.isNaN(numberAt(a, i - 2))) return true
  // "3x4 m"
  if (before === 'x' && glued(a, i - 1) && !Number.isNaN(numberAt(a, i - 2))) return false
  if (before === '-') return glued(a, i - 1) && /[a-z0-9]$/.test(wordAt(a, i - 2)) && !isShareOfTwo(a, i - 1)
  return /^[a-zµμ]+$/.test(before)
}

/** True where the word before is a name or label of which the number is a part ("Windows 95", "exit 436"). */
export function isLabelled(draft: Draft, a: Atoms, i: number): boolean {
  const before = wordAt(a, i - 1)
  if (LABELS.has(before)) return true
  if (before === '.' && /^(no|nos|c|sec|art)$/.test(wordAt(a, i - 2))) return true
  if (!/^[a-z]/.test(before) || a.capital[i - 1] !== 1 || Number.isNaN(numberAt(a, i))) return false
  const t = a.token[i - 1]!
  const first = draft.sents[draft.tokens.sent[t]!]?.first === t
  const tag = draft.tokens.tag[t]!
  return !first && (tag === '' || tag.startsWith('NNP'))
}

/** True where a noun stands right before a number, which makes it part of a name ("highway 35", "windows 95"). */
export function followsNoun(draft: Draft, a: Atoms, i: number): boolean {
  const word = wordAt(a, i - 1)
  if (word === 'top' || word === 'big') return true
  if (!/^[a-z]{3,}$/.test(word) || directionOf(word) || word === 'minus' || word === 'negative') return false
  const tag = draft.tokens.tag[a.token[i - 1]!]!
  if (tag !== '') return tag.startsWith('NN')
  return !isFunctionWord(word) && !/(ed|ly|ing)$/.test(word)
}

const NAMING: ReadonlySet<string> = new Set(['law', 'organisation', 'outlet', 'product', 'event'])

/** True inside a name of a thing: "Group of Seven", "Section 301", "Model 3". */
export function isNamed(draft: Draft, a: Atoms, i: number): boolean {
  const name = nameAt(draft.names, a.start[i]!)
  return (
    name !== undefined &&
    (name.start < a.start[i]! || name.last - name.first > 1) &&
    NAMING.has(name.type) &&
    // "GBP 350" looks like the name of a make.
    !CURRENCY_CODES.has(wordAt(a, i))
  )
}
