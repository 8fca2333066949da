// In: civil days as text. Out: day arithmetic, ranges and intervals. No clock, no locale, no time zone.

/** A civil day `YYYY-MM-DD` in the proleptic Gregorian calendar (ISO 8601), years 0001–9999. */
export type Day = string

/** One unknown day, both ends included: "November 2025" = 2025-11-01..2025-11-30. */
export interface DayRange {
  readonly earliest: Day
  readonly latest: Day
}

const ISO = /^(\d{4})-(\d{2})-(\d{2})$/

/** Days from 1970-01-01 to the civil date; month 1–12 (Hinnant, "chrono-compatible date algorithms"). */
export function dayNumberOf(year: number, month: number, date: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** Year, month 1–12 and date 1–31 of a day number (see {@link dayNumberOf}). */
export function civilOf(dayNumber: number): { year: number; month: number; date: number } {
  const z = dayNumber + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date }
}

const pad = (value: number, width: number) => String(value).padStart(width, '0')

/** The day with this year, month 1–12 and date; dates past the month's end run on. */
export function dayOf(year: number, month: number, date: number): Day {
  return fromNumber(dayNumberOf(year, month, date))
}

/** The number of a day (days since 1970-01-01); NaN where the text is no ISO day. */
export function toNumber(day: Day): number {
  const match = ISO.exec(day)
  return match ? dayNumberOf(Number(match[1]), Number(match[2]), Number(match[3])) : Number.NaN
}

/** The day with this number. */
export function fromNumber(dayNumber: number): Day {
  const { year, month, date } = civilOf(dayNumber)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`
}

/** True where the text is a day that exists: `2025-02-30` does not. */
export function isDay(text: string): boolean {
  const value = toNumber(text)
  return !Number.isNaN(value) && fromNumber(value) === text
}

/** The day `count` days later (earlier where negative). */
export function addDays(day: Day, count: number): Day {
  return fromNumber(toNumber(day) + count)
}

/** The same date `count` months later, the last of the month where it is shorter. */
export function addMonths(day: Day, count: number): Day {
  if (count === 0) return day
  const { year, month, date } = civilOf(toNumber(day))
  const at = year * 12 + month - 1 + count
  const [inYear, inMonth] = [Math.floor(at / 12), (at % 12) + 1]
  return dayOf(inYear, inMonth, Math.min(date, lastDateOf(inYear, inMonth)))
}

/** Whole days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return toNumber(to) - toNumber(from)
}

/** The last date (28–31) of a month 1–12. */
export function lastDateOf(year: number, month: number): number {
  return civilOf(dayNumberOf(year, month + 1, 1) - 1).date
}

/** 1 Monday … 7 Sunday (ISO 8601). */
export function weekdayOf(day: Day): number {
  return ((((toNumber(day) + 3) % 7) + 7) % 7) + 1
}

/** The range that holds exactly one day. */
export function exactly(day: Day): DayRange {
  return { earliest: day, latest: day }
}

/** True where both ranges could mean one day. */
export function overlaps(a: DayRange, b: DayRange): boolean {
  return a.earliest <= b.latest && b.earliest <= a.latest
}

/** The days both ranges allow, or undefined where there are none. */
export function intersection(a: DayRange, b: DayRange): DayRange | undefined {
  const earliest = a.earliest > b.earliest ? a.earliest : b.earliest
  const latest = a.latest < b.latest ? a.latest : b.latest
  return earliest <= latest ? { earliest, latest } : undefined
}

/** True where both ends are known and one day. */
export function isExact(
  days: { readonly earliest?: Day | undefined; readonly latest?: Day | undefined } | undefined,
): days is DayRange {
  return days?.earliest !== undefined && days.earliest === days.latest
}
