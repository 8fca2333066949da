// In: days and ranges of days. Out: words for them, and where they lie from the reader's own day.
import { type Day, daysBetween, isExact, lastDateOf, weekdayOf } from '../../model/index.ts'

/** One unknown day, both ends included; an absent end is unknown. */
export interface SomeDay {
  readonly earliest?: Day | undefined
  readonly latest?: Day | undefined
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

const yearOf = (day: Day) => Number(day.slice(0, 4))
const monthOf = (day: Day) => Number(day.slice(5, 7))
const dateOf = (day: Day) => Number(day.slice(8, 10))
const monthWord = (day: Day) => MONTHS[monthOf(day) - 1] ?? '?'

/** "17 Sep 2025". */
export function oneDay(day: Day): string {
  return `${dateOf(day)} ${monthWord(day)} ${yearOf(day)}`
}

/** "Wed 17 Sep 2025". */
export function weekdayAndDay(day: Day): string {
  return `${WEEKDAYS[weekdayOf(day) - 1]} ${oneDay(day)}`
}

/** True where nothing is known of the day. */
export function isUnknown(days: SomeDay | undefined): boolean {
  return days?.earliest === undefined && days?.latest === undefined
}

/** Words for one unknown day; "day not given" where nothing is known. A range is told as one: "between 3 and 5 May 2025". */
export function dayWords(days: SomeDay | undefined, one: (day: Day) => string = oneDay): string {
  const earliest = days?.earliest
  const latest = days?.latest
  if (earliest === undefined && latest === undefined) return 'day not given'
  if (earliest === undefined) return `not after ${oneDay(latest as Day)}`
  if (latest === undefined) return `not before ${oneDay(earliest)}`
  if (earliest === latest) return one(earliest)
  return (
    wholePeriod(earliest, latest) ??
    (daysBetween(earliest, latest) === 1
      ? rangeWords(earliest, latest, ' or ')
      : `between ${rangeWords(earliest, latest, ' and ')}`)
  )
}

/** "May 2025", "May–Jul 2025", "2025", "mid-May 2025", "week of 15 Sep 2025" where the range is just that; else undefined. */
function wholePeriod(earliest: Day, latest: Day): string | undefined {
  const startsMonth = dateOf(earliest) === 1
  const endsMonth = dateOf(latest) === lastDateOf(yearOf(latest), monthOf(latest))
  if (startsMonth && endsMonth) {
    if (monthOf(earliest) === 1 && monthOf(latest) === 12)
      return yearOf(earliest) === yearOf(latest)
        ? String(yearOf(earliest))
        : `${yearOf(earliest)}–${yearOf(latest)}`
    if (yearOf(earliest) === yearOf(latest))
      return monthOf(earliest) === monthOf(latest)
        ? `${monthWord(earliest)} ${yearOf(earliest)}`
        : `${monthWord(earliest)}–${monthWord(latest)} ${yearOf(earliest)}`
  }
  if (dateOf(earliest) === 10 && dateOf(latest) === 20 && daysBetween(earliest, latest) === 10)
    return `mid-${monthWord(earliest)} ${yearOf(earliest)}`
  if (weekdayOf(earliest) === 1 && daysBetween(earliest, latest) === 6) return `week of ${oneDay(earliest)}`
  return undefined
}

/** "14–16 Sep 2025", "30 Aug – 2 Sep 2025": two days with what stands between them. */
function rangeWords(first: Day, last: Day, between = '–'): string {
  if (yearOf(first) !== yearOf(last)) return `${oneDay(first)}${spaced(between)}${oneDay(last)}`
  if (monthOf(first) !== monthOf(last))
    return `${dateOf(first)} ${monthWord(first)}${spaced(between)}${oneDay(last)}`
  return `${dateOf(first)}${between}${oneDay(last)}`
}

const spaced = (between: string) => (between.includes(' ') ? between : ` ${between} `)

/** True where the range is so wide that it places something in a month or a year, and on no day. */
export function isWide(days: SomeDay | undefined): boolean {
  return (
    days?.earliest === undefined || days.latest === undefined || daysBetween(days.earliest, days.latest) > 10
  )
}

/** Words for the day up to which something runs, as reports name it; `isBound` where they say "at least". */
export function untilWords(to: SomeDay, isBound = false): string {
  return `until ${isBound ? 'at least ' : ''}${dayWords(to)}`
}

/** "today", "tomorrow", "in 12 days", "3 days ago"; "" where either day is not exact or more than two years off. */
export function fromNow(days: SomeDay | undefined, on: Day | undefined): string {
  if (!isExact(days) || on === undefined) return ''
  const count = daysBetween(on, days.earliest)
  if (Math.abs(count) > 730) return ''
  if (count === 0) return 'today'
  if (count === 1) return 'tomorrow'
  if (count === -1) return 'yesterday'
  return count > 0 ? `in ${count} days` : `${-count} days ago`
}

/** True where the whole range lies before `on`. */
export function isPast(days: SomeDay | undefined, on: Day | undefined): boolean {
  return days?.latest !== undefined && on !== undefined && days.latest < on
}

/** What days are ordered by: the earliest day, else the latest; unknown ones come last. */
export function dayKey(days: SomeDay | undefined): string {
  return `${days?.earliest ?? days?.latest ?? '9999-99-99'} ${days?.latest ?? '9999-99-99'}`
}
