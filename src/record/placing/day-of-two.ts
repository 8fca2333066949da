// In: a report whose date may be read two ways ("03/04/2031"), the other reports. Out: the day that is meant, where something tells.
import { type Day, daysBetween, type Published, type Reading } from '../../model/index.ts'
import { placedByItself } from './placed-by-itself.ts'

/** "03/04/2031" is 3 April or March 4. */
const EITHER_ORDER = /\b\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b/
/** Days within which other reports settle which. */
const NEAR = 45

/** The one of the two days that is near a day on which others were out. */
export function oneOfTwo({ stated, earliest, latest }: Published, known: readonly Day[]): Day | undefined {
  if (stated === undefined || earliest === undefined || latest === undefined) return undefined
  if (earliest === latest || !EITHER_ORDER.test(stated)) return undefined
  const near = [earliest, latest].filter((day) =>
    known.some((other) => Math.abs(daysBetween(day, other)) <= NEAR),
  )
  return near.length === 1 ? near[0] : undefined
}

type Order = 'day first' | 'month first'

/** The order in which each outlet writes day and month, by dates of its other reports that have one order only ("25/02/2031"). */
export function ordersOf(readings: readonly Reading[]): ReadonlyMap<string, Order | undefined> {
  const orders = new Map<string, Order | undefined>()
  for (const { report } of readings) {
    const [, first, second] = NUMBERS.exec(report.published.stated ?? '') ?? []
    if (report.outlet === undefined || first === undefined) continue
    const order = Number(first) > 12 ? 'day first' : Number(second) > 12 ? 'month first' : undefined
    if (!order) continue
    const known = orders.has(report.outlet) && orders.get(report.outlet) !== order
    orders.set(report.outlet, known ? undefined : order)
  }
  return orders
}
const NUMBERS = /\b(\d{1,2})[/-](\d{1,2})[/-]\d{2,4}\b/

/**
 * Which of the two days that "03/04/2031" may be: the one on which the dates the report tells as past lie behind it and near, the
 * one in the order of its outlet, the one near the other reports. Undefined where they leave both, or disagree.
 */
export function dayOfTwo(
  reading: Reading,
  known: readonly Day[],
  orders: ReadonlyMap<string, Order | undefined>,
): { day: Day; because: string } | undefined {
  const { published, outlet } = reading.report
  const { stated, earliest, latest } = published
  if (stated === undefined || earliest === undefined || latest === undefined) return undefined
  if (earliest === latest || !EITHER_ORDER.test(stated)) return undefined
  const fits = [earliest, latest].filter((day) => {
    const own = placedByItself(reading, [day])
    return own !== undefined && own.published.earliest <= day && day <= own.published.latest
  })
  if (fits.length === 1)
    return { day: fits[0]!, because: 'of two readings the one right after the dates it tells' }
  const order = outlet === undefined ? undefined : orders.get(outlet)
  const first = Number(NUMBERS.exec(stated)?.[1])
  const inOrder =
    order &&
    [earliest, latest].find((day) => Number(day.slice(order === 'day first' ? 8 : 5).slice(0, 2)) === first)
  if (inOrder) return { day: inOrder, because: 'of two readings the one in the order of its outlet' }
  const near = oneOfTwo(published, known)
  return near === undefined
    ? undefined
    : { day: near, because: 'of two readings the one near the other reports' }
}

/** Whether the day that a report states is one day only beside others: it lacks its year, or may be read two ways. */
export const isStatedInPart = ({ stated, earliest, latest }: Published): boolean =>
  stated !== undefined && (latest === undefined || (earliest !== latest && EITHER_ORDER.test(stated)))
