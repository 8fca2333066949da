// In: atoms. Out: the amount that begins at one of them: money, measure, age, count, range.
import type { Draft } from '../draft.ts'
import { type Atoms, glued, wordAt } from '../times/atoms.ts'
import { readAge } from './ages.ts'
import { type Amount, times } from './amount.ts'
import { changeOf } from './change.ts'
import { readCount, readCrowd, readShare } from './counts.ts'
import { hangsOnLetters, isCode } from './labels.ts'
import { readMeasure, readPer } from './measures.ts'
import { readMoney } from './money.ts'
import { readNumeral } from './numerals.ts'

/** What begins at `i`: money, a measure, a count. */
export function readAmount(draft: Draft, a: Atoms, i: number): Amount | undefined {
  const money = readMoney(a, i)
  const amount =
    money && !hangsOnLetters(a, i) ? money : hangsOnLetters(a, i) ? undefined : readPlain(draft, a, i)
  if (!amount) return undefined
  const per = readPer(a, amount.next, amount.unit)
  return per ? { ...amount, next: per.next, unit: `${amount.unit} per ${per.unit}` } : amount
}

/** A number with a unit of measure, a counted noun, or nothing. */
function readPlain(draft: Draft, a: Atoms, i: number): Amount | undefined {
  const crowd = readCrowd(draft, a, i) ?? readShare(draft, a, i)
  if (crowd) return crowd
  const numeral = readNumeral(a, i)
  if (!numeral) return undefined
  const base = { first: i, value: numeral.value, scale: numeral.scale }
  const age = readAge(draft, a, i, numeral)
  if (age) return { ...base, ...age }
  const measure = readMeasure(a, numeral)
  if (measure) return { ...base, next: measure.next, unit: measure.unit }
  return readCount(draft, a, i, numeral)
}

/**
 * "10 to 15 %", "between 5 and 10", "75-300 mm", "3 or 4 days": both ends in one quantity. In "rose from 10 to 20 percent"
 * they stay two, the first with the unit and scale of the second.
 */
export function readRange(draft: Draft, a: Atoms, low: Amount): Amount | undefined {
  // The first end has its unit ("5 % to 10 %") or leaves it to the second ("5 to 10 %").
  const bare = readNumeral(a, low.first)
  for (const at of bare && bare.next !== low.next ? [low.next, bare.next] : [low.next]) {
    const link = wordAt(a, at)
    const isLink = link === 'to' || link === 'or' || link === '-' || link === '--' || link === 'and'
    if (!isLink || (link === 'and' && wordAt(a, low.first - 1) !== 'between')) continue
    const high = readMoney(a, at + 1) ?? readPlain(draft, a, at + 1) ?? readNumberBehind(a, at)
    if (!high) continue
    const lent = low.scale === 1 && high.scale >= 1000 && low.value < 1000 ? high.scale : 1
    const value = times(low.value, lent)
    const same =
      low.unit === high.unit ||
      low.unit === '' ||
      at === bare?.next ||
      (high.unit === '' && link === '-' && /^[A-Z]{3}$/.test(low.unit))
    if (!same || value >= high.value) continue
    const unit = high.unit === '' ? low.unit : high.unit
    const moves =
      link === 'to' && changeOf(draft, a.token[low.first]!, a.token[low.next - 1]! + 1) !== undefined
    if (!moves) return { ...high, first: low.first, value, high: high.value, unit }
    return low.unit === '' && high.unit !== '' ? { ...low, value, unit } : undefined
  }
  return undefined
}

/** The second number of "$4.5-5", glued to its hyphen. */
function readNumberBehind(a: Atoms, hyphen: number): Amount | undefined {
  if (wordAt(a, hyphen) !== '-' || !glued(a, hyphen) || !glued(a, hyphen + 1)) return undefined
  const numeral = readNumeral(a, hyphen + 1)
  return (
    numeral && {
      first: hyphen + 1,
      next: numeral.next,
      value: numeral.value,
      unit: '',
      scale: numeral.scale,
    }
  )
}

/** The first number of "20 to 30 million". */
export function readBareEnd(a: Atoms, i: number): Amount | undefined {
  const numeral = hangsOnLetters(a, i) || isCode(a, i) ? undefined : readNumeral(a, i)
  if (!numeral || numeral.fraction || !/^(to|or|-)$/.test(wordAt(a, numeral.next))) return undefined
  return { first: i, next: numeral.next, value: numeral.value, unit: '', scale: numeral.scale }
}
