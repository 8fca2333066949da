// In: told claims with their days. Out: notices where a text's own arithmetic fails ("90 days, until …" that are not 90).
import { addDays, type Day, type Notice } from '../model/index.ts'
import type { Told } from './placing/placed.ts'

/** Off by one is no failure: a last day may be counted or not. */
const SLACK = 1

/** One notice a claim whose start, length and end do not fit. */
export const failedSums = (told: readonly Told[]): Notice[] => told.flatMap((one) => failedSum(one) ?? [])

function failedSum({ claim, days }: Told): Notice | undefined {
  const exact = (...roles: string[]): Day | undefined => {
    const found = days.find((day) => roles.includes(day.role) && day.days.earliest === day.days.latest)
    return found?.days.earliest
  }
  const length = claim.days.map(lengthOf).find((one) => one !== undefined)
  const from = exact('from', 'on')
  const end = exact('to', 'due')
  if (length === undefined || from === undefined || end === undefined || end <= from) return undefined
  const sum = addDays(from, length)
  if (addDays(sum, -SLACK) <= end && end <= addDays(sum, SLACK)) return undefined
  const { report, spans } = claim.evidence
  return {
    code: 'sum-fails',
    message: `The text counts ${length} days from ${from} to ${end}; they end on ${sum}.`,
    span: { report, start: spans[0]!.start, end: spans[spans.length - 1]!.end },
  }
}

/** Length of a duration in days; months and years differ and are not checked. */
function lengthOf({ type, value }: { type: string; value?: string | undefined }): number | undefined {
  const match = type === 'DURATION' ? /^P(\d{1,4})([DW])$/.exec(value ?? '') : null
  return match ? Number(match[1]) * (match[2] === 'W' ? 7 : 1) : undefined
}
