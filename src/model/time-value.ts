// In: a TIMEX3 value. Out: the civil days it covers.
import { type Day, dayNumberOf, fromNumber, weekdayOf } from './day.ts'

export interface DaysOfValue {
  readonly from: Day
  readonly to: Day
}

const days = (from: number, to: number): DaysOfValue => ({ from: fromNumber(from), to: fromNumber(to) })

/** Day number of Monday of ISO week `week` of `year`. */
function mondayOfWeek(year: number, week: number): number {
  const fourth = dayNumberOf(year, 1, 4)
  const weekday = ((((fourth + 3) % 7) + 7) % 7) + 1
  return fourth - (weekday - 1) + (week - 1) * 7
}

/** "2025-W37" of a day (ISO 8601: the week's Thursday decides the year). */
export function weekValue(dayNumber: number): string {
  const thursday = dayNumber - ((((dayNumber + 3) % 7) + 7) % 7) + 3
  const year = Number(fromNumber(thursday).slice(0, 4))
  const week = Math.floor((thursday - dayNumberOf(year, 1, 1)) / 7) + 1
  return `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}`
}

/** The week told by one of its days: a Sunday begins the week that is named after it. */
export const weekHolding = (dayNumber: number): string =>
  weekValue(weekdayOf(fromNumber(dayNumber)) === 7 ? dayNumber + 1 : dayNumber)

const SEASON_MONTHS: Readonly<Record<string, readonly [number, number]>> = {
  SP: [3, 6],
  SU: [6, 9],
  FA: [9, 12],
  WI: [12, 15],
  H1: [1, 7],
  H2: [7, 13],
  Q1: [1, 4],
  Q2: [4, 7],
  Q3: [7, 10],
  Q4: [10, 13],
}

const month = (year: number, from: number, to: number): DaysOfValue =>
  days(
    dayNumberOf(year + Math.floor((from - 1) / 12), ((from - 1) % 12) + 1, 1),
    dayNumberOf(year + Math.floor((to - 1) / 12), ((to - 1) % 12) + 1, 1),
  )

/**
 * The days `[from, to)` of a stated value: day, week, weekend, month, quarter, half, season (meteorological, winter
 * beginning in December of its year), year, decade, century; an hour gives its day. Undefined for durations, sets,
 * vague references and years BC.
 */
export function daysOf(value: string): DaysOfValue | undefined {
  const at = value.indexOf('T')
  const date = at >= 0 ? value.slice(0, at) : value
  if (/^\d{2}$/.test(date))
    return days(dayNumberOf(Number(date) * 100, 1, 1), dayNumberOf(Number(date) * 100 + 100, 1, 1))
  if (/^\d{3}$/.test(date))
    return days(dayNumberOf(Number(date) * 10, 1, 1), dayNumberOf(Number(date) * 10 + 10, 1, 1))
  if (!/^\d{4}($|-)/.test(date)) return undefined
  const year = Number(date.slice(0, 4))
  const rest = date.slice(5)
  if (rest === '') return days(dayNumberOf(year, 1, 1), dayNumberOf(year + 1, 1, 1))
  if (/^\d{2}-\d{2}$/.test(rest)) {
    const number = dayNumberOf(year, Number(rest.slice(0, 2)), Number(rest.slice(3)))
    return days(number, number + 1)
  }
  if (/^\d{2}$/.test(rest)) return month(year, Number(rest), Number(rest) + 1)
  if (/^W\d{2}$/.test(rest)) {
    const monday = mondayOfWeek(year, Number(rest.slice(1)))
    return days(monday, monday + 7)
  }
  if (/^W\d{2}-WE$/.test(rest)) {
    const monday = mondayOfWeek(year, Number(rest.slice(1, 3)))
    return days(monday + 5, monday + 7)
  }
  const season = SEASON_MONTHS[rest]
  return season && month(year, season[0], season[1])
}
