// In: a day and month as a dateline gives them, and the days on which other reports appeared. Out: the day with its year.
import { type Day, dayOf, daysBetween, lastDateOf } from '../../model/index.ts'

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** Days by which reports of one archive may lie apart and still tell the year: with more, two years are as near. */
export const HALF_YEAR = 150

/** Of more years than these none is told apart from the others. */
const YEARS = 2

/** "Oct 12", "12 October": month and date; undefined where it is neither. */
function dateIn(stated: string): { month: number; date: number } | undefined {
  const [, day, name, after] = /^(\d{1,2})?\D*?\b([a-z]{3})[a-z]*\.?\s*(\d{1,2})?/i.exec(stated) ?? []
  const month = MONTHS.indexOf(name?.toLowerCase() ?? '') + 1
  const date = Number(day ?? after)
  return month > 0 && date > 0 ? { month, date } : undefined
}

/**
 * The only day of that month and date within five months of some of `days` (when other reports appeared); undefined where
 * none is, or that of two years.
 */
export function withYear(stated: string, days: readonly Day[]): Day | undefined {
  const date = dateIn(stated)
  return date && withYearOf(date, days)
}

/** The same for a month and date as numbers; of two years that are near the one that it may be, where only one is. */
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
  const [only, other] = [...found].filter(may)
  return other === undefined ? only : undefined
}
