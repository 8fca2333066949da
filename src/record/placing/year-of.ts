// In: a day and month as a dateline gives them, and the days on which other reports appeared. Out: the day with its year.
import { weekdayOf } from '../../model/day.ts'
import { addDays, type Day, dayOf, daysBetween, lastDateOf } from '../../model/index.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const DATE = new RegExp(
  `(?:\\b(\\d{1,2})(?:st|nd|rd|th)?\\W{0,3})?\\b(${MONTHS.join('|')})[a-z]*\\.?\\s*(\\d{1,2})?`,
  'i',
)

/** Days by which reports of one archive may lie apart and still tell the year: with more, two years are as near. */
export const HALF_YEAR = 150

/** Of more years than these none is told apart from the others. */
const YEARS = 2

/** "Oct 12", "12 October": month and date; undefined where it is neither. */
function dateIn(stated: string): { month: number; date: number } | undefined {
  const [, day, name, after] = DATE.exec(stated) ?? []
  const month = MONTHS.indexOf(name?.toLowerCase() ?? '') + 1
  const date = Number(day ?? after)
  return month > 0 && date > 0 ? { month, date } : undefined
}

/** Days before the first of the reports in which one without its year may have been out. */
const A_YEAR = 366

/** Days around those of the other reports that count as among them. */
export const A_MONTH = 31

/**
 * The day of that month and date with its year. `days` are those on which other reports appeared, `weekdays` (1 Monday … 7 Sunday) those
 * told as just gone; the first is mostly that on which the dispatch went out, or the day before. Looked for
 * within five months of a report, then among them, then within a year before them; the only one that falls on such a weekday, else the
 * only one among or near them. Undefined where none is, or that of two years.
 */
export function withYear(
  stated: string,
  days: readonly Day[],
  weekdays: readonly number[] = [],
): Day | undefined {
  const date = dateIn(stated)
  if (!date) return undefined
  const open = inYearsOf(date, days)
  const near = open.filter((one) => days.some((day) => Math.abs(daysBetween(one, day)) <= HALF_YEAR))
  const among = amongThem(open, days)
  const onFirst = (one: Day) => weekdayOf(one) === weekdays[0]
  const afterFirst = (one: Day) => onFirst(addDays(one, -1))
  const onAny = (one: Day) => weekdays.includes(weekdayOf(one))
  return (
    only(near.filter(onFirst)) ??
    only(near.filter(onAny)) ??
    only(among.filter(onFirst)) ??
    only(among.filter(afterFirst)) ??
    only(open.filter(onFirst)) ??
    only(among) ??
    only(near)
  )
}

const only = (days: readonly Day[]): Day | undefined => (days.length === 1 ? days[0] : undefined)

/** That month and date in each year from a year before the first of `days` to five months after the last. */
function inYearsOf({ month, date }: { month: number; date: number }, days: readonly Day[]): Day[] {
  const [first, last] = [days.toSorted()[0], days.toSorted().at(-1)]
  if (first === undefined || last === undefined) return []
  const [from, to] = [addDays(first, -A_YEAR), addDays(last, HALF_YEAR)]
  const found: Day[] = []
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    const one = date <= lastDateOf(year, month) ? dayOf(year, month, date) : undefined
    if (one && one >= from && one <= to) found.push(one)
  }
  return found
}

/** The same for a month and date as numbers; of two years that are near the one that it may be, else the one among the other reports, where only one is. */
export function withYearOf(
  date: { readonly month: number; readonly date: number },
  days: readonly Day[],
  may: (one: Day) => boolean = () => true,
): Day | undefined {
  const found = new Set<Day>()
  for (const day of days) {
    const year = Number(day.slice(0, 4))
    for (const near of [year - 1, year, year + 1]) {
      if (date.date > lastDateOf(near, date.month)) continue
      const one = dayOf(near, date.month, date.date)
      if (Math.abs(daysBetween(one, day)) <= HALF_YEAR) found.add(one)
    }
    if (found.size > YEARS) return undefined
  }
  if (found.size === 1) return [...found][0]
  const left = [...found].filter(may)
  return only(left) ?? only(amongThem(left, days))
}

/** Those among the days on which other reports appeared, or within a month of them. */
function amongThem(open: readonly Day[], days: readonly Day[]): Day[] {
  const sorted = days.toSorted()
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (first === undefined || last === undefined) return []
  return open.filter((one) => one >= addDays(first, -A_MONTH) && one <= addDays(last, A_MONTH))
}
