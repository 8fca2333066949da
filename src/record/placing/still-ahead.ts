// In: what a report tells, days resolved. Out: the same without what it would tell of a day ahead that is over by then, or of one gone by that is still ahead.
import { daysBetween } from '../../model/index.ts'
import type { Told } from './placed.ts'
import { NEXT } from './resolve.ts'

/** "The ban applies from 1 May", told in June, is no plan; nor is "on 9 February", told in April, a day of next year. */
export function withoutOver(told: readonly Told[]): Told[] {
  return told.filter(({ claim, days, placed }) => {
    const { foundBy } = claim.evidence
    const { earliest } = placed.published
    if (THEN.test(foundBy))
      return days.some((one) => one.days.latest !== undefined && one.days.latest <= (earliest ?? ''))
    if (!AHEAD.test(foundBy)) return true
    const day = days.find(({ role }) => role === 'on' || role === 'from' || role === 'due')
    if (earliest === undefined || claim.days.length === 0) return true
    // "Said on Friday it would open on Monday", told when the Monday is over: a plan of then.
    const isOfThen = claim.days.some(
      ({ anchor, relative }) => anchor === 'previous' && relative?.kind === 'weekday',
    )
    if (isOfThen && day?.days.latest !== undefined) return true
    if (day?.days.latest === undefined || day.days.latest < earliest) return false
    return day.absolute || daysBetween(earliest, day.days.earliest ?? day.days.latest) <= NEXT
  })
}

/** "It had been due on 20 May", told on 10 May: when it is due now is what is told. */
const THEN = /^act\/then@/
const AHEAD = /^(?:act\/ahead|deadline\/limit)@/
