// In: atoms. Out: amounts of time: "90 days", "a year and a half", "several weeks", "two years ago", "three days later".
import type { TimeUnit } from '../doc.ts'
import { isNumberWord, readNumeral, readWhole } from '../quantities/numerals.ts'
import { type Atoms, glued, pastHyphen, wordAt } from './atoms.ts'
import { pastStop } from './calendar.ts'
import type { Found, TimeRule } from './found.ts'
import { isPlural, SHORT_UNITS, UNITS } from './words.ts'

/** Months of a quarter, years of a decade and a century; days of a weekend: TIMEX3 has no letters of its own for them. */
const EQUIVALENT: Partial<Readonly<Record<TimeUnit, readonly [number, TimeUnit]>>> = {
  quarter: [3, 'month'],
  decade: [10, 'year'],
  century: [100, 'year'],
  weekend: [2, 'day'],
}
const LETTER: Partial<Readonly<Record<TimeUnit, string>>> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  week: 'W',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
  decade: 'E',
  century: 'C',
}
const isClockUnit = (unit: TimeUnit): boolean => unit === 'hour' || unit === 'minute' || unit === 'second'

/** TIMEX3 value of an amount; `undefined` count is vague ("PXD"). */
export function durationValue(count: number | undefined, unit: TimeUnit): string {
  if (count === undefined) return `P${isClockUnit(unit) ? 'T' : ''}X${LETTER[unit] ?? 'D'}`
  const [factor, base] = EQUIVALENT[unit] ?? [1, unit]
  const total = Number((count * factor).toPrecision(12))
  if (base === 'hour' && total === 24) return 'P1D'
  const whole = Math.floor(total)
  if (base === 'year' && total - whole === 0.5) return whole > 0 ? `P${whole}Y6M` : 'P6M'
  if (base === 'hour' && total - whole === 0.5) return whole > 0 ? `PT${whole}H30M` : 'PT30M'
  if (base === 'minute' && total - whole === 0.5) return whole > 0 ? `PT${whole}M30S` : 'PT30S'
  return `P${isClockUnit(base) ? 'T' : ''}${total}${LETTER[base]}`
}

/** An amount of time over `[first, next)`; `count` undefined where the text leaves it vague. */
export interface Amount {
  readonly next: number
  readonly count: number | undefined
  readonly unit: TimeUnit
  readonly mod?: string
  /** "90-day": it stands before a noun. */
  readonly hyphened: boolean
}

const VAGUE: ReadonlySet<string> = new Set(['several', 'few', 'many', 'some', 'various', 'numerous'])
const ADJECTIVES: ReadonlySet<string> = new Set(
  (
    'full whole entire consecutive straight successive additional more other extra further long short calendar trading ' +
    'business working fiscal work school solid further brief bloody brutal long'
  ).split(' '),
)

/** The unit at `i`: "days", "hrs.", "year"; "seconds" the noun but not "second" the ordinal. */
export function readUnit(a: Atoms, i: number): { next: number; unit: TimeUnit; plural: boolean } | undefined {
  const word = wordAt(a, i)
  const unit = UNITS.get(word)
  if (unit) return { next: i + 1, unit, plural: isPlural(word) }
  const short = SHORT_UNITS.get(word)
  return short && { next: pastStop(a, i + 1), unit: short, plural: true }
}

/** Past adjectives between number and unit ("30 consecutive trading days"), four at most. */
function pastAdjectives(a: Atoms, i: number): number {
  let j = i
  while (j < i + 4 && ADJECTIVES.has(wordAt(a, j))) j = pastHyphen(a, j + 1) > j + 1 ? j + 1 : j + 1
  return j
}

/**
 * The amount that begins at `i`: number, article or vague word, then a unit. A bare plural ("weeks") counts where
 * `bare` is set.
 */
function readAmount(a: Atoms, i: number, bare = false): Amount | undefined {
  const word = wordAt(a, i)
  let count: number | undefined
  let j = i
  let mod: string | undefined
  let needsPlural = false
  const quarters = wordAt(a, i + 1) === 'quarters' && wordAt(a, i + 2) !== 'of' ? readWhole(a, i) : undefined
  const numeral = quarters ? { ...quarters, words: true, fraction: false } : readNumeral(a, i)
  if (numeral && !(word === 'a' && numeral.fraction && wordAt(a, numeral.next) !== 'century')) {
    count = numeral.value
    j = numeral.next
    if (numeral.words && numeral.fraction) {
      // "half a year", "half an hour"
      if (wordAt(a, j) === 'a' || wordAt(a, j) === 'an') j++
      else if (wordAt(a, j) === '-') j++
      else if (!UNITS.has(wordAt(a, j)) || (wordAt(a, i) === 'half' && isPlural(wordAt(a, j))))
        return undefined
    }
    // "two or three weeks", "two to three weeks", "6-8 weeks": the first number counts.
    const link = wordAt(a, j)
    if (link === 'or' || link === 'to' || (link === '-' && !Number.isNaN(a.number[j + 1] ?? Number.NaN))) {
      const second = readNumeral(a, j + 1)
      const jump = second && pastAdjectives(a, pastHyphen(a, second.next))
      if (jump !== undefined && readUnit(a, jump)?.plural) j = second!.next
    }
  } else if (word === 'a' || word === 'an' || word === 'another') {
    const next = wordAt(a, i + 1)
    if (next === 'few' || (next === 'good' && wordAt(a, i + 2) === 'few')) j = i + (next === 'few' ? 2 : 3)
    else if (next === 'couple') {
      count = 2
      j = wordAt(a, i + 2) === 'of' ? i + 3 : i + 2
    } else if (next === 'number' && wordAt(a, i + 2) === 'of') j = i + 3
    else {
      count = 1
      j = i + 1
    }
    needsPlural = count !== 1
  } else if (VAGUE.has(word)) {
    j = wordAt(a, i + 1) === 'of' && wordAt(a, i + 2) === 'the' ? i + 3 : i + 1
    needsPlural = word !== 'several'
  } else if (word === 'couple' && wordAt(a, i + 1) === 'of') {
    count = 2
    j = i + 2
  } else if (bare && UNITS.has(word) && isPlural(word)) {
    needsPlural = true
  } else return undefined
  const dash = pastHyphen(a, j)
  const at = pastAdjectives(a, dash)
  const unit = readUnit(a, at)
  if (!unit || (needsPlural && !unit.plural && !(at > j && dash > j))) return undefined
  if (
    unit.unit === 'quarter' &&
    (count === undefined || !Number.isInteger(count) || (count === 1 && !unit.plural))
  )
    return undefined
  let next = unit.next
  // "a year and a half"
  if (
    wordAt(a, next) === 'and' &&
    wordAt(a, next + 1) === 'a' &&
    wordAt(a, next + 2) === 'half' &&
    count !== undefined
  ) {
    count += 0.5
    next += 3
  }
  return { next, count, unit: unit.unit, hyphened: dash > j, ...(mod && { mod }) }
}

/** "30 days", "a few weeks", "90-day", "8-month-old", "three hours and 20 minutes". */
export const plainDuration: TimeRule = (c, i) => {
  const a = c.atoms
  // "the nine months", "the two weeks": the determiner belongs to the period.
  const the = wordAt(a, i) === 'the' && isNumberLike(a, i + 1) ? 1 : 0
  const period = wordAt(a, i) === 'a' || wordAt(a, i) === 'the' ? readAmount(a, i + 1) : undefined
  if (period?.hyphened && wordAt(a, period.next) === 'period') {
    return {
      first: i,
      next: period.next + 1,
      type: 'DURATION',
      value: durationValue(period.count, period.unit),
    }
  }
  const amount = readAmount(a, i + the)
  if (!amount || (the && !isPlural(wordAt(a, amount.next - 1)))) return undefined
  const word = wordAt(a, i + the)
  // "one day", "a second": often no amount at all.
  if (amount.unit === 'second' && !isPlural(wordAt(a, amount.next - 1)) && word !== 'one') return undefined
  let next = amount.next
  const behind = wordAt(a, next)
  const end = wordAt(a, next + 1)
  // Ages are quantities, not times; months and days old are both (TimeML marks them).
  if (amount.unit === 'year' && (behind === 'old' || (behind === '-' && end === 'old'))) return undefined
  if (behind === '-' && (end === 'ago' || end === 'earlier')) return undefined
  if (behind === '-' && (end === 'old' || end === 'long')) next += 2
  if (amount.unit === 'quarter' && amount.count !== undefined && amount.count > 20) return undefined
  const two =
    amount.count !== undefined && (wordAt(a, amount.next) === 'and' || wordAt(a, amount.next) === ',')
  const second = two ? readAmount(a, amount.next + 1) : undefined
  let value = durationValue(amount.count, amount.unit)
  if (second && second.count !== undefined && smaller(second.unit, amount.unit)) {
    value += durationValue(second.count, second.unit).slice(value.includes('T') ? 2 : 1)
    next = second.next
  }
  return { first: i, next: trimPossessive(a, next), type: 'DURATION', value }
}

const isNumberLike = (a: Atoms, i: number): boolean =>
  isNumberWord(wordAt(a, i)) || !Number.isNaN(a.number[i] ?? Number.NaN)

const ORDER: readonly TimeUnit[] = [
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'month',
  'quarter',
  'year',
  'decade',
]
const smaller = (a: TimeUnit, b: TimeUnit): boolean => ORDER.indexOf(a) < ORDER.indexOf(b)

/** A possessive sign is not part of a duration. */
const trimPossessive = (a: Atoms, next: number): number =>
  wordAt(a, next - 1) === "'" && glued(a, next - 1) ? next - 1 : next

const GRAIN: Readonly<Record<TimeUnit, TimeUnit>> = {
  second: 'second',
  minute: 'minute',
  hour: 'hour',
  day: 'day',
  week: 'week',
  weekend: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  decade: 'year',
  century: 'year',
}

/** Shift of `count` units, decades and centuries as years. */
export function shiftBy(
  count: number,
  unit: TimeUnit,
): { kind: 'shift'; unit: TimeUnit; count: number; grain: TimeUnit } {
  const [factor, base] = unit === 'weekend' ? [1, 'week' as const] : (EQUIVALENT[unit] ?? [1, unit])
  return unit === 'quarter'
    ? { kind: 'shift', unit, count, grain: 'quarter' }
    : { kind: 'shift', unit: base, count: count * factor, grain: GRAIN[unit] }
}

/** "two years ago", "a week earlier", "10 days later", "three months from now", "the day before". */
export const amountAgo: TimeRule = (c, i) => {
  const a = c.atoms
  const amount = readAmount(a, i, true)
  if (!amount) return undefined
  const word = wordAt(a, amount.next)
  const found = (next: number, sign: number, anchor: 'published' | 'previous'): Found => {
    const base = { first: i, next, type: 'DATE', anchor } as const
    if (amount.count === undefined) return { ...base, value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF' }
    const half = amount.count % 1 !== 0 && amount.unit === 'year'
    const relative = half
      ? shiftBy(sign * amount.count * 12, 'month')
      : shiftBy(sign * amount.count, amount.unit)
    if (amount.unit === 'year' && amount.count === 1 && sign < 0)
      return { ...base, relative: { kind: 'like', years: -1 } }
    return { ...base, relative }
  }
  if (word === 'ago') return found(amount.next + 1, -1, 'published')
  if (word === '-' && wordAt(a, amount.next + 1) === 'ago') return found(amount.next + 2, -1, 'published')
  const short = amount.unit === 'hour' || amount.unit === 'minute' || amount.unit === 'second'
  if (short && (word === 'later' || word === 'earlier' || word === 'before' || word === 'after'))
    return undefined
  if (word === 'earlier' || word === 'before' || word === 'previously') {
    const follows = wordAt(a, amount.next + 1)
    if (word === 'before' && !/^[.,;:)]?$/.test(follows)) return undefined
    return found(amount.next + 1, -1, 'previous')
  }
  if (word === 'later' || word === 'afterward' || word === 'afterwards' || word === 'after') {
    if (word === 'after' && !/^[.,;:)]?$/.test(wordAt(a, amount.next + 1))) return undefined
    return found(amount.next + 1, 1, 'previous')
  }
  if (word === 'hence') return found(amount.next + 1, 1, 'published')
  if (word === 'from' && (wordAt(a, amount.next + 1) === 'now' || wordAt(a, amount.next + 1) === 'today')) {
    return found(amount.next + 2, 1, 'published')
  }
  return undefined
}

/** "the weeks ahead", "the coming days" is read elsewhere. */
export const ahead: TimeRule = (c, i) => {
  const a = c.atoms
  const unit = UNITS.get(wordAt(a, i + 1))
  if (wordAt(a, i) !== 'the' || !unit || !isPlural(wordAt(a, i + 1)) || wordAt(a, i + 2) !== 'ahead')
    return undefined
  return { first: i, next: i + 3, type: 'DURATION', value: durationValue(undefined, unit) }
}

/** Bare plurals: "weeks", "years of talks"; only behind words that make them an amount. */
export const bareDuration: TimeRule = (c, i) => {
  const a = c.atoms
  const word = wordAt(a, i)
  const unit = UNITS.get(word)
  if (!unit || !isPlural(word) || unit === 'second' || unit === 'quarter' || unit === 'weekend')
    return undefined
  const before = wordAt(a, i - 1)
  const behind = wordAt(a, i + 1)
  const ok =
    before === 'for' ||
    before === 'in' ||
    before === 'within' ||
    before === 'over' ||
    before === 'after' ||
    before === 'take' ||
    before === 'takes' ||
    before === 'took' ||
    before === 'by' ||
    behind === 'of' ||
    behind === 'before' ||
    behind === 'after' ||
    (behind === '-' && wordAt(a, i + 2) === 'long')
  if (!ok) return undefined
  const or = behind === 'or' || behind === 'and' ? UNITS.get(wordAt(a, i + 2)) : undefined
  const next = behind === '-' || (or && isPlural(wordAt(a, i + 2))) ? i + 3 : i + 1
  return { first: i, next, type: 'DURATION', value: durationValue(undefined, unit) }
}
