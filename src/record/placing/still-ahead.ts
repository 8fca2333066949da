// In: what a report tells, days resolved. Out: the same without what it would tell of a day ahead that is over by then.
import { daysBetween } from '../../model/index.ts'
import type { Told } from './placed.ts'

/** "The ban applies from 1 May", told in June, is no plan; nor is "on 9 February", told in April, a day of next year. */
export function withoutOver(told: readonly Told[]): Told[] {
  return told.filter(({ claim, days, placed }) => {
    if (!AHEAD.test(claim.evidence.foundBy)) return true
    const { earliest } = placed.published
    const day = days.find(({ role }) => role === 'on' || role === 'from' || role === 'due')
    if (earliest === undefined) return true
    if (day?.days.latest === undefined || day.days.latest < earliest) return false
    return day.absolute || daysBetween(earliest, day.days.earliest ?? day.days.latest) <= NEXT
  })
}

/** Days after which a month and day told without a year are as likely those that are over. */
const NEXT = 270

const AHEAD = /^(?:act\/ahead|deadline\/limit)@/
