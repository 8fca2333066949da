// In: the tellings of one deadline. Out: the same; a move told by its length alone gets the day that stood until then and the one it comes to.
import { addDays, addMonths, type Day } from '../../model/index.ts'
import { daysOf, dueOf, isMove, isReal, type Told } from './deadline-tellings.ts'

/** Days before and after the report of a move within which the day that it moves lies. */
const LATE = 7
const EARLY = 60

/** "Extended by another 60 days", told after "expires on 3 May": from 3 May to 2 July. */
export function withLengths(group: readonly Told[]): Told[] {
  return group.map((one) => {
    const { longer } = one.part
    const later = (day: Day) => addDays(addMonths(day, longer?.plusMonths ?? 0), longer?.plusDays ?? 0)
    const out = one.placed.published.latest
    if (!longer || dueOf(one) || !isReal(one) || out === undefined || isToldByDay(group, out, later))
      return one
    const known = group
      .filter((other) => other !== one && isReal(other) && (other.placed.published.latest ?? out) <= out)
      .flatMap(daysOf)
      .sort()
    const near = known.filter((day) => addDays(out, -LATE) <= day && day <= addDays(out, EARLY))
    // Where the day it comes to is told too, the one before it stood.
    const stood = known.find((day) => known.includes(later(day))) ?? near.at(-1)
    if (stood === undefined || isOwnAlone(group, one, stood)) return one
    const start = one.claim.evidence.spans[0]?.start ?? 0
    const day = (role: 'due' | 'originalDue', on: Day) => ({
      role,
      days: { earliest: on, latest: on },
      start,
      end: start,
      absolute: false,
    })
    return { ...one, days: [...one.days, day('originalDue', stood), day('due', later(stood))] }
  })
}

/** "Granted a 30-day reprieve. The firm must now leave by 31 May": the day told beside it alone, which may be the new one as well as the old. */
const isOwnAlone = (group: readonly Told[], one: Told, day: Day): boolean =>
  group.some((other) => other !== one && fallsOn(other, day) && isOfReport(other, one)) &&
  !group.some((other) => fallsOn(other, day) && !isOfReport(other, one))
const fallsOn = (one: Told, day: Day): boolean => daysOf(one).includes(day)
const isOfReport = (a: Told, b: Told): boolean => a.placed.reading.report.id === b.placed.reading.report.id

/** Whether a day lies so much later than a report as one may that stood when it appeared; what was moved to its very day is moved on. */
const isAbout = (due: Day, later: Day): boolean =>
  addDays(later, -LATE) <= due && due <= addDays(later, EARLY)

/** "Two more weeks", in the headline over "extended to 31 May", or in the paper of the day after: one move, told with its day. */
const isToldByDay = (group: readonly Told[], out: Day, later: (day: Day) => Day): boolean =>
  group.some(
    (
      {
        placed: {
          published: { latest },
        },
      },
      at,
    ) => {
      const one = group[at]!
      const due = dueOf(one)?.latest
      return (
        isMove(one) &&
        due !== undefined &&
        due > out &&
        isAbout(due, later(out)) &&
        latest !== undefined &&
        addDays(out, -LATE) <= latest &&
        latest <= addDays(out, LATE)
      )
    },
  )
