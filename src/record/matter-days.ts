// In: the reports of a record and the matter they tell of. Out: the days between which those wholly of it appeared.
import { fromNumber, type RecordJson } from '../model/index.ts'
import { type Matter, type MatterGrounds, sharesIn } from './of-matter.ts'

/** The first and the last day on which a report appeared all of which is of the matter, at its time. */
export function daysOfMatter({ keyed, matter }: MatterGrounds): DaysOfMatter {
  const share = matter && sharesIn(matter)
  const days = keyed.filter((one) => share?.(one).whole ?? true).flatMap(({ day }) => day ?? [])
  const { from, to } = timeOfDays(matter)
  const own = days.filter((day) => from <= day && day <= to).sort((a, b) => a - b)
  return daysNamed(own[0], own.at(-1))
}

/** The days by number between which reports are of a matter's time; of no matter, any are. */
export const timeOfDays = (matter: Matter | undefined): { from: number; to: number } =>
  matter?.time ?? { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }

type DaysOfMatter = Pick<RecordJson['negotiation'], 'from' | 'to'>

/** Two days, given by their numbers. */
export const daysNamed = (from?: number | null, to?: number | null): DaysOfMatter => ({
  ...(typeof from === 'number' ? { from: fromNumber(from) } : {}),
  ...(typeof to === 'number' ? { to: fromNumber(to) } : {}),
})
