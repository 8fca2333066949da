// In: a symbolic time and its anchors. Out: its TIMEX3 value and the days it covers, once an anchor is known.
import { civilOf, type Day, dayNumberOf, fromNumber, lastDateOf, toNumber } from './day.ts'
import type { RelativeTime, SymbolicTime, TimeUnit } from './time.ts'
import { daysOf, weekHolding, weekValue } from './time-value.ts'

/** Value and half-open days `[from, to)` of a time; absent where they cannot be known. */
export interface ResolvedTime {
  readonly value?: string
  readonly from?: Day
  readonly to?: Day
}

/** What relative times count from. `previous` is the last dated time before this one; without `published` it serves for both. */
export interface TimeAnchors {
  readonly published?: Day
  readonly previous?: ResolvedTime
  /** The quarter last told of ("1989-Q3"), for reports on business results. */
  readonly quarter?: string
}

const pad2 = (value: number): string => String(value).padStart(2, '0')
const pad4 = (value: number): string => String(value).padStart(4, '0')

interface Reference {
  readonly number: number
  readonly value: string
  /** True where the reference is the day of publication, false where it is a time of the text. */
  readonly published: boolean
  readonly quarter?: string
}

const isDay = (time: ResolvedTime | undefined): boolean =>
  time?.from !== undefined && (time.to === undefined || toNumber(time.to) - toNumber(time.from) === 1)

function reference(time: SymbolicTime, anchors: TimeAnchors): Reference | undefined {
  const { published, previous } = anchors
  if (time.anchor === 'event') return undefined
  const r = time.relative
  // "two weeks later" with nothing before it counts from nothing.
  if (time.anchor === 'previous' && previous?.from === undefined && r?.kind === 'shift' && r.count > 0)
    return undefined
  // "The same day", "that night" are of a day told before, never a year's first.
  const isSameDay = r?.kind === 'clock' || (r?.kind === 'shift' && r.unit === 'day' && r.count === 0)
  if (time.anchor === 'previous' && isSameDay && !isDay(previous)) return undefined
  const quarter = anchors.quarter !== undefined && { quarter: anchors.quarter }
  // "Eleven days earlier", "left on the 24th" behind a day to come count from the report, which tells what has been.
  const isBehind = (r?.kind === 'shift' && r.count < 0) || (r?.kind === 'date' && r.direction === -1)
  const isAhead = isBehind && published !== undefined && (previous?.from ?? '') > published
  const usePrevious =
    (time.anchor === 'previous' && previous?.from !== undefined && !isAhead) || published === undefined
  if (usePrevious) {
    if (previous?.from === undefined) return undefined
    return {
      number: toNumber(previous.from),
      value: previous.value ?? previous.from,
      published: false,
      ...quarter,
    }
  }
  return { number: toNumber(published), value: published, published: true, ...quarter }
}

/** The value of the period of `unit` that holds the day. */
function valueAt(dayNumber: number, grain: TimeUnit): string {
  const { year, month } = civilOf(dayNumber)
  if (grain === 'year') return pad4(year)
  if (grain === 'month') return `${pad4(year)}-${pad2(month)}`
  if (grain === 'quarter') return `${pad4(year)}-Q${Math.floor((month - 1) / 3) + 1}`
  if (grain === 'week' || grain === 'weekend') return weekValue(dayNumber)
  if (grain === 'decade') return pad4(year).slice(0, 3)
  if (grain === 'century') return pad4(year).slice(0, 2)
  return fromNumber(dayNumber)
}

/** The day `count` units later; months and years keep the date where it exists. */
function shifted(dayNumber: number, count: number, unit: TimeUnit): number {
  if (unit === 'day') return dayNumber + Math.round(count)
  if (unit === 'week' || unit === 'weekend') return dayNumber + Math.round(count * 7)
  if (unit === 'hour' || unit === 'minute' || unit === 'second') {
    const perDay = unit === 'hour' ? 24 : unit === 'minute' ? 1440 : 86400
    return dayNumber + Math.trunc(count / perDay)
  }
  const months = Math.round(count * MONTHS_IN[unit])
  const { year, month, date } = civilOf(dayNumber)
  const index = year * 12 + month - 1 + months
  const y = Math.floor(index / 12)
  const m = index - y * 12 + 1
  if (y < 1 || y > 9999) return Number.NaN
  return dayNumberOf(y, m, Math.min(date, lastDateOf(y, m)))
}

const MONTHS_IN: Readonly<Record<'month' | 'quarter' | 'year' | 'decade' | 'century', number>> = {
  month: 1,
  quarter: 3,
  year: 12,
  decade: 120,
  century: 1200,
}

const withPart = (value: string, part: string | undefined): string =>
  part === undefined ? value : part.startsWith('T') ? value + part : `${value}-${part}`

/** So many days behind, a weekday of which nothing says whether it has been is the one that has. */
const NEAR_DAYS = 3

/** The day of weekday `day` (1–7) before (or on), or after (or on) the reference; `said` never on it. */
function weekdayNear(
  number: number,
  r: { day: number; direction: -1 | 0 | 1; said?: true; weeks?: -1 | 0 | 1 },
  published: boolean,
): number {
  const own = ((((number + 3) % 7) + 7) % 7) + 1
  if (r.weeks !== undefined) return number - own + r.day + r.weeks * 7
  const behind = (own - r.day + 7) % 7
  const before = behind === 0 && r.said ? 7 : behind
  const ahead = (r.day - own + 7) % 7
  if (r.direction > 0) return number + (ahead === 0 && (r.said || !published) ? 7 : ahead)
  // In a narrative the next weekday told is the one after the time before.
  if (!published && (r.direction === 0 || !r.said)) return number + ahead
  // Nothing says which: the nearest.
  if (r.direction === 0) return behind <= NEAR_DAYS ? number - behind : number + ahead
  return number - before
}

/** Days a date told in the past may lie ahead ("was extended to"), and one told in the future behind. */
const AHEAD_DAYS = 100
const BEHIND_DAYS = 45

/** Year of a month (and date) without one: the latest before, the first after, or the nearest to the reference. */
function yearFor(
  number: number,
  r: { month: number; date?: number; direction: -1 | 0 | 1; said?: true },
  published: boolean,
  monthKnown = true,
): number {
  const now = civilOf(number)
  // Narratives go forward: January told after November is the next one.
  if (!published) return r.month < now.month - 6 && monthKnown ? now.year + 1 : now.year
  if (r.date === undefined) return yearOfMonth(now.year, now.month, r)
  const own = dayNumberOf(now.year, r.month, r.date)
  const next = own >= number ? now.year : now.year + 1
  const last = own <= number ? now.year : now.year - 1
  const ahead = dayNumberOf(next, r.month, r.date) - number
  const behind = number - dayNumberOf(last, r.month, r.date)
  if (r.said) return r.direction > 0 ? next : last
  if (r.direction < 0) return ahead <= AHEAD_DAYS ? next : last
  if (r.direction > 0) return behind <= BEHIND_DAYS ? last : next
  return ahead <= behind ? next : last
}

function yearOfMonth(
  year: number,
  month: number,
  r: { month: number; direction: -1 | 0 | 1; said?: true },
): number {
  const passed = r.month <= month
  if (r.said && r.direction === 0) return year
  if (r.said && r.direction < 0) return r.month >= month ? year - 1 : year
  if (r.direction > 0) return r.month < month ? year + 1 : year
  // "in December" told in November is the coming one; told of the past, eleven months back would need its year.
  const ahead = (r.month - month + 12) % 12
  const near = r.direction < 0 ? 1 : 2
  return ahead <= near ? (passed && ahead > 0 ? year + 1 : year) : passed ? year : year - 1
}

const SEASON_START: Readonly<Record<string, number>> = {
  SP: 3,
  SU: 6,
  FA: 9,
  WI: 12,
  Q1: 1,
  Q2: 4,
  Q3: 7,
  Q4: 10,
  H1: 1,
  H2: 7,
}

function seasonValue(r: Extract<RelativeTime, { kind: 'season' }>, ref: Reference): string | undefined {
  const now = civilOf(ref.number)
  if (r.season === 'Q') return ref.quarter ?? valueAt(quarterBefore(ref.number), 'quarter')
  const feast = /^(\d\d)-W(\d)#(-?\d)$/.exec(r.season)
  if (feast) {
    const month = Number(feast[1])
    const year = yearFor(ref.number, { month, direction: r.direction }, ref.published)
    return nthWeekday(year, month, Number(feast[2]), Number(feast[3]))
  }
  const start = SEASON_START[r.season]
  if (start === undefined) return undefined
  const isWinter = r.season === 'WI'
  let year = now.year
  if (ref.published) {
    const begun = now.month >= start
    const isPeriod = r.season.startsWith('Q') || r.season.startsWith('H')
    const within = isWinter ? now.month === 12 || now.month <= 2 : now.month >= start && now.month < start + 3
    if (r.direction < 0 && !begun) year--
    else if (r.direction > 0 && begun && !within && !(isPeriod && !r.said)) year++
    else if (r.direction === 0 && !begun && start - now.month > 6) year--
  }
  return `${pad4(year)}-${r.season}`
}

/** A day of the quarter that a report of this day is about: the last one ended, from its second half on its own. */
function quarterBefore(number: number): number {
  const { year, month } = civilOf(number)
  const start = dayNumberOf(year, month - ((month - 1) % 3), 1)
  return number - start > 45 || year === 1 ? number : shifted(start, -1, 'quarter')
}

/** The n-th (or, negative, n-th last) weekday of a month. */
function nthWeekday(year: number, month: number, weekday: number, nth: number): string {
  if (nth > 0) {
    const first = dayNumberOf(year, month, 1)
    return fromNumber(weekdayNear(first, { day: weekday, direction: 1 }, true) + (nth - 1) * 7)
  }
  return fromNumber(
    weekdayNear(dayNumberOf(year, month, lastDateOf(year, month)), { day: weekday, direction: -1 }, true) +
      (nth + 1) * 7,
  )
}

function relativeValue(r: RelativeTime, ref: Reference): string | undefined {
  const { number } = ref
  switch (r.kind) {
    case 'shift': {
      const day = shifted(number, r.count, r.unit)
      if (Number.isNaN(day)) return undefined
      // A time no finer than its reference: "two days later" after a month is some day of then.
      if (
        !ref.published &&
        (r.grain === 'day' || r.grain === 'week') &&
        r.count !== 0 &&
        /^\d{4}(-\d{2})?$/.test(ref.value)
      ) {
        return r.grain === 'day'
          ? withPart(ref.value.length === 4 ? `${ref.value}-XX-XX` : `${ref.value}-XX`, r.part)
          : undefined
      }
      return withPart(valueAt(day, r.grain), r.part)
    }
    case 'weekday': {
      const day = weekdayNear(number, r, ref.published)
      return withPart(fromNumber(day), r.part)
    }
    case 'month': {
      const year = yearFor(number, r, ref.published, ref.value.length > 4 && !ref.value.includes('-Q'))
      if (r.grain === 'week' && r.date !== undefined) return weekHolding(dayNumberOf(year, r.month, r.date))
      const value = `${pad4(year)}-${pad2(r.month)}`
      return withPart(r.date === undefined ? value : `${value}-${pad2(r.date)}`, r.part)
    }
    case 'date': {
      const { date } = civilOf(number)
      const isOther =
        ref.published && (r.direction === -1 ? r.date > date : r.direction === 1 && r.date < date)
      const { year, month } = civilOf(isOther ? shifted(number, r.direction!, 'month') : number)
      return withPart(`${pad4(year)}-${pad2(month)}-${pad2(r.date)}`, r.part)
    }
    case 'season':
      return seasonValue(r, ref)
    case 'like': {
      const quarter = ref.quarter
      const year =
        r.year ?? (quarter === undefined ? civilOf(number).year : Number(quarter.slice(0, 4))) + r.years
      return quarter === undefined ? pad4(year) : `${pad4(year)}${quarter.slice(4)}`
    }
    case 'extent':
      return undefined
    case 'clock':
      return `${fromNumber(number + r.days)}${r.clock}`
  }
}

/**
 * Value and days of a time, given what its words count from. Without an anchor only what the text states comes back;
 * a time counted from an event (`time.from`) has its stated length and no days. Months and weekdays without year are
 * placed by the direction kept in the symbol.
 */
export function resolveTime(time: SymbolicTime, anchors: TimeAnchors): ResolvedTime {
  const r = time.relative
  if (time.value !== undefined && r?.kind !== 'extent') return stated(time.value)
  if (!r) return {}
  const before = beforeChrist(time, anchors)
  if (before !== undefined) return { value: before }
  const ref = reference(time, anchors)
  if (!ref) return time.value !== undefined ? { value: time.value } : {}
  if (r.kind === 'extent') return extent(time.value, r, ref)
  const value = relativeValue(r, ref)
  return value === undefined ? {} : stated(value)
}

/** Times that count from a year BC; such years have a value and no civil days. */
function beforeChrist(time: SymbolicTime, anchors: TimeAnchors): string | undefined {
  const value = anchors.published === undefined ? anchors.previous?.value : undefined
  const r = time.relative
  if (r === undefined || value === undefined || !/^BC\d{4}/.test(value)) return undefined
  const year = Number(value.slice(2, 6))
  const written = (y: number) => `BC${pad4(y)}`
  if (r.kind === 'month')
    return `${written(year)}-${pad2(r.month)}${r.date === undefined ? '' : `-${pad2(r.date)}`}`
  if (r.kind === 'season' && r.season.length === 2) return `${written(year)}-${r.season}`
  if (r.kind === 'like') return written(year - r.years)
  if (r.kind !== 'shift') return undefined
  if (r.grain === 'year') return written(year - r.count * (MONTHS_IN.year / 12))
  return r.grain === 'day'
    ? `${value.slice(0, 9)}${value.length > 6 ? '' : '-XX'}-XX`.slice(0, 12)
    : undefined
}

function stated(value: string): ResolvedTime {
  const days = daysOf(value)
  return days ? { value, from: days.from, to: days.to } : { value }
}

function extent(
  value: string | undefined,
  r: Extract<RelativeTime, { kind: 'extent' }>,
  ref: Reference,
): ResolvedTime {
  const other = shifted(ref.number, r.direction * r.count, r.unit)
  if (Number.isNaN(other) || value === undefined) return value === undefined ? {} : { value }
  const [from, to] = r.direction < 0 ? [other, ref.number + 1] : [ref.number, other + 1]
  return { value, from: fromNumber(from), to: fromNumber(to) }
}
