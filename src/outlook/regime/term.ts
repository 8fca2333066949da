// In: "90 days from D, until X" as a report has it. Out: whether the sum is right.
import { addDays, type Day, daysBetween, isDay } from '../../model/day.ts'

/** `sum` is the day so many days after `from`; `off` how many days later (earlier where negative) the report's day is. */
export interface TermCheck {
  readonly agrees: boolean
  readonly sum: Day
  readonly off: number
}

/** Undefined where a day does not exist or `days` is no whole number. */
export function checkTerm(from: Day, days: number, until: Day): TermCheck | undefined {
  if (!isDay(from) || !isDay(until) || !Number.isSafeInteger(days)) return undefined
  const sum = addDays(from, days)
  const off = daysBetween(sum, until)
  return { agrees: off === 0, sum, off }
}
