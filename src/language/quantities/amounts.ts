// In: atoms. Out: the amount that begins at one of them: money, measure, age, count, range.
import type { Draft } from '../draft.ts'
import { type Atoms, glued, wordAt } from '../times/atoms.ts'
import { readAge } from './ages.ts'
import { type Amount, times } from './amount.ts'
import { changeOf, directionOf } from './change.ts'
import { isFunctionWord } from './counted.ts'
import { readCount, readCrowd, readShare } from './counts.ts'
import { hangsOnLetters, isCode, isShareOfTwo } from './labels.ts'
import { readMeasure, readPer } from './measures.ts'
import { readMoney } from './money.ts'
import { andHalf, numberOfWord, readNumeral } from './numerals.ts'

/** What begins at `i`: money, a measure, a count. */
export function readAmount(draft: Draft, a: Atoms, i: number): Amount | undefined {
  const money = readMoney(a, i)
  const inches = readInchesBehind(a, i)
  if (inches) return inches
  if (hangsOnLetters(a, i)) return undefined
  const amount = money ? withOpenEnd(a, money) : readPlain(draft, a, i)
  if (!amount) return undefined
  const per = amount.unit === '' ? undefined : readPer(a, amount.next, amount.unit, i)
  return per ? { ...amount, next: per.next, unit: `${amount.unit} per ${per.unit}` } : amount
}

/** The 4 of "6-foot-4" and "6 feet 4". */
function readInchesBehind(a: Atoms, i: number): Amount | undefined {
  const at = wordAt(a, i - 1) === '-' ? i - 2 : i - 1
  if (!/^(?:foot|feet|ft)$/.test(wordAt(a, at))) return undefined
  const feet = numberOfWord(wordAt(a, wordAt(a, at - 1) === '-' ? at - 2 : at - 1))
  const numeral = readNumeral(a, i)
  if (feet === undefined || !numeral || numeral.value >= 12) return undefined
  const named = readMeasure(a, numeral)
  const behind = wordAt(a, numeral.next)
  const counts = /^[a-z]/.test(behind) && !isFunctionWord(behind) && !(at === i - 2 && glued(a, i))
  if (named ? named.unit !== 'inch' : counts) return undefined
  return { first: i, next: named?.next ?? numeral.next, value: numeral.value, unit: 'inch', scale: 1 }
}

/** A number with a unit of measure, a counted noun, or nothing. */
function readPlain(draft: Draft, a: Atoms, i: number): Amount | undefined {
  const crowd = readCrowd(draft, a, i) ?? readShare(draft, a, i)
  if (crowd) return crowd
  const more = readOneAndMore(a, i)
  if (more) return more
  const exact = readNumeral(a, i)
  if (!exact) return undefined
  const open = pastOpenEnd(a, exact.next)
  const numeral = open > exact.next ? { ...exact, next: open } : exact
  const base = {
    first: i,
    value: numeral.value,
    scale: numeral.scale,
    ...(open > exact.next && { least: true as const }),
  }
  const age = readAge(draft, a, i, numeral)
  if (age) return { ...base, ...age }
  const measure = readMeasure(a, numeral)
  if (measure) return { ...base, next: measure.next, unit: measure.unit }
  const count = readCount(draft, a, i, numeral)
  return count && { ...base, ...count }
}

/** "an hour and a half", "a mile and a quarter". */
function readOneAndMore(a: Atoms, i: number): Amount | undefined {
  if (!/^(an?|one)$/.test(wordAt(a, i))) return undefined
  const unit = readMeasure(a, { next: i + 1, value: 1, words: true, fraction: false, scale: 1 })
  const part = unit && andHalf(a, unit.next)
  return part && { first: i, next: part.next, value: 1 + part.value, unit: unit.unit, scale: 1 }
}

/** "$20 million-plus": that much or more. */
function withOpenEnd(a: Atoms, amount: Amount): Amount {
  const next = pastOpenEnd(a, amount.next)
  return next > amount.next ? { ...amount, next, least: true } : amount
}

/** Past the sign of "20+ ships" or "40-plus ships"; `i` where there is none. */
function pastOpenEnd(a: Atoms, i: number): number {
  if (wordAt(a, i) === '+' && glued(a, i) && !glued(a, i + 1)) return i + 1
  return wordAt(a, i) === '-' && glued(a, i) && wordAt(a, i + 1) === 'plus' ? i + 2 : i
}

/** The 10 of "10, 20 and 30 percent", the 3 of "3 x 4 m", the 51 of "51-48 percent": digits before digits lend their unit from the last of them. */
export function readListed(draft: Draft, a: Atoms, i: number): Amount | undefined {
  const own = hangsOnLetters(a, i) || isCode(a, i) ? undefined : readNumeral(a, i)
  if (!own || own.words || own.scale > 1) return undefined
  let at = own.next
  for (let listed = 0; listed < 8; listed++) {
    const comma = wordAt(a, at) === ','
    const word = wordAt(a, comma ? at + 1 : at)
    const by = listed === 0 && !comma && (/^(x|×|by)$/.test(word) || isShareOfTwo(a, at))
    const and = by || word === 'and' || word === 'or'
    // "130,000, or 16 percent" is one amount said twice.
    if ((!comma && !and) || (listed === 0 && comma && word === 'or')) return undefined
    const next = (comma ? at + 1 : at) + (and ? 1 : 0)
    const numeral = readNumeral(a, next)
    if (!numeral || numeral.words) return undefined
    if (and) {
      const last =
        wordAt(a, i - 1) === 'between' ? undefined : (readMoney(a, next) ?? readPlain(draft, a, next))
      if (!last || last.unit === '' || last.noun !== undefined) return undefined
      const scale = numeral.scale
      return { first: i, next: own.next, value: times(own.value, scale), unit: last.unit, scale }
    }
    at = numeral.next
  }
  return undefined
}

/**
 * "10 to 15 %", "between 5 and 10", "75-300 mm", "3 or 4 days": both ends in one quantity. In "rose from 10 to 20 percent"
 * they stay two, the first with the unit and scale of the second.
 */
export function readRange(draft: Draft, a: Atoms, low: Amount): Amount | undefined {
  // The first end has its unit ("5 % to 10 %") or leaves it to the second ("5 to 10 %").
  const bare = readNumeral(a, low.first)
  // "By a third to $6 billion" are two.
  if (bare?.fraction && bare.words && low.unit === '') return undefined
  for (const end of bare && bare.next !== low.next ? [low.next, bare.next] : [low.next]) {
    const at = linkAt(a, end)
    const link = wordAt(a, at)
    const isLink =
      link === 'to' || link === 'or' || link === '-' || link === '--' || link === '~' || link === 'and'
    if (!isLink || (link === 'and' && !isBetween(a, low.first))) continue
    const behind = at > end && wordAt(a, at + 1) === '-' ? at + 2 : at + 1
    const high = readMoney(a, behind) ?? readPlain(draft, a, behind) ?? readNumberBehind(a, at, low)
    if (!high) continue
    const lent = low.scale === 1 && high.scale >= 1000 && low.value < 1000 ? high.scale : 1
    const value = times(low.value, lent)
    const same =
      low.unit === high.unit ||
      low.unit === '' ||
      end === bare?.next ||
      (high.unit === '' && link === '-' && /^[A-Z]{3}$/.test(low.unit))
    if (!same || value >= high.value) continue
    const unit = high.unit === '' ? low.unit : high.unit
    const moves =
      link === 'to' &&
      !isOneValue(a, low, high) &&
      (changeOf(draft, a.token[low.first]!, a.token[low.next - 1]! + 1) !== undefined ||
        (wordAt(a, low.first - 1) === 'by' && high.value > NEAR * value))
    if (!moves) return { ...high, first: low.first, value, high: high.value, unit }
    return low.unit === '' && high.unit !== '' ? { ...low, value, unit } : undefined
  }
  return undefined
}

/** The "to" of "5- to 10-year" and "12-to-18", the hyphen before it passed; else `end` itself. */
const linkAt = (a: Atoms, end: number): number =>
  wordAt(a, end) === '-' && glued(a, end) && /^(to|or)$/.test(wordAt(a, end + 1)) ? end + 1 : end

/** The ends of one number are no further apart: "rose by 300 to 2,500" tells two. */
const NEAR = 4

/** "Put the reduced output at 5 to 7 tonnes", "rise by 2 to 3 %", "fell 6 to 10 inches", "could rise by 5 % to 10 %": behind "at", and as the size of a change with one unit, stand the two ends of one number. */
function isOneValue(a: Atoms, { first, unit, value }: Amount, high: Pick<Amount, 'unit' | 'value'>): boolean {
  const before = /^["“‘'`]+$/.test(wordAt(a, first - 1)) ? first - 2 : first - 1
  const word = wordAt(a, before)
  const isSize = (word === 'by' || directionOf(word) !== undefined) && unit === '' && high.unit !== ''
  const isEstimate = word === 'by' && unit === '%' && high.unit === '%' && mayBe(a, before)
  return word === 'at' || ((isSize || isEstimate) && high.value <= NEAR * value)
}

/** "Could lift its value by": a verb of what may be, up to six atoms before. */
function mayBe(a: Atoms, i: number): boolean {
  for (let k = i - 1; k >= i - 6; k--)
    if (/^(?:can|could|may|might|would|will|should)$/.test(wordAt(a, k))) return true
  return false
}

/** "between 5", "the ages of 5" before "and 10". */
const isBetween = (a: Atoms, i: number): boolean =>
  wordAt(a, i - 1) === 'between' || (wordAt(a, i - 1) === 'of' && wordAt(a, i - 2) === 'ages')

/** The second number of "$4.5-5", glued to its hyphen, or of "aged between 20 and 30". */
function readNumberBehind(a: Atoms, hyphen: number, low: Amount): Amount | undefined {
  const aged = wordAt(a, hyphen) === 'and' && low.unit.endsWith('of age')
  if (!aged && (wordAt(a, hyphen) !== '-' || !glued(a, hyphen) || !glued(a, hyphen + 1))) return undefined
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

/** The first number of "20 to 30 million", "between one and two". */
export function readBareEnd(a: Atoms, i: number): Amount | undefined {
  const numeral = hangsOnLetters(a, i) || isCode(a, i) ? undefined : readNumeral(a, i)
  if (!numeral || numeral.fraction) return undefined
  const link = wordAt(a, linkAt(a, numeral.next))
  if (!/^(to|or|-|~)$/.test(link) && !(link === 'and' && isBetween(a, i))) return undefined
  return { first: i, next: numeral.next, value: numeral.value, unit: '', scale: numeral.scale }
}
