// In: reports placed in time and not. Out: for those without a day that print the text of dated ones, the days it was out.
import { addDays, type Day, daysBetween } from '../../model/index.ts'
import { findCopies } from '../origins.ts'
import type { Bounds, PlacedReading } from './placed.ts'

/** Days over which the dated copies of one text may lie; with more it is a text that was taken up again. */
const ONE_TEXT = 3

/**
 * A report without a day that prints the text of dated ones was out when they were, or on the day after: so its weekdays
 * are those of that text. By report id.
 */
export function placedByCopies(placed: readonly PlacedReading[]): ReadonlyMap<string, Bounds> {
  const copiesOf = findCopies(placed)
  const days = new Map<string, { earliest: Day; latest: Day; first: string }>()
  for (const { reading, published } of placed) {
    const { earliest, latest } = published
    if (earliest === undefined || earliest !== latest) continue
    const text = copiesOf.get(reading.report.id)!
    const known = days.get(text)
    if (!known) days.set(text, { earliest, latest, first: reading.report.id })
    else
      days.set(text, {
        earliest: earliest < known.earliest ? earliest : known.earliest,
        latest: latest > known.latest ? latest : known.latest,
        first: earliest < known.earliest ? reading.report.id : known.first,
      })
  }
  const found = new Map<string, Bounds>()
  for (const { reading, published } of placed) {
    const out = days.get(copiesOf.get(reading.report.id)!)
    if (published.latest !== undefined || !out || daysBetween(out.earliest, out.latest) > ONE_TEXT) continue
    const { earliest, latest, first } = out
    found.set(reading.report.id, {
      published: { earliest, latest: addDays(latest, 1) },
      because: `prints the text of ${first}`,
    })
  }
  return found
}
