// In: reports placed in time and not. Out: for those without a day that print the text of dated ones, the days it was out.

import { weekdayOf } from '../../model/day.ts'
import { addDays, type Claim, type Day, type DayRange, daysBetween, type Reading } from '../../model/index.ts'
import { findCopies } from '../origins.ts'
import type { Bounds, PlacedReading } from './placed.ts'

/** Days over which the dated copies of one text may lie; with more it is a text that was taken up again. */
const ONE_TEXT = 3

/** When reports without a day that print the text of dated ones were out: with them, on the day after, or some days later. By report id. */
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
  const byId = new Map(placed.map((one) => [one.reading.report.id, one.reading]))
  const found = new Map<string, Bounds>()
  for (const { reading, published } of placed) {
    const out = days.get(copiesOf.get(reading.report.id)!)
    if (published.latest !== undefined || !out || daysBetween(out.earliest, out.latest) > ONE_TEXT) continue
    const { earliest, latest, first } = out
    found.set(reading.report.id, {
      published: outWithin(earliest, latest, ownWords(reading, byId.get(first)!)),
      because: `prints the text of ${first}`,
    })
  }
  return found
}

/** What a report tells in words of its own: weekdays as past, and how far into it the other's text begins. */
interface OwnWords {
  readonly weekdays: ReadonlySet<number>
  readonly before: number
}

function ownWords({ claims }: Reading, printed: Reading): OwnWords {
  const theirs = new Set(printed.claims.map(({ evidence }) => evidence.quote))
  const isTheirs = ({ evidence }: Claim) => theirs.has(evidence.quote)
  const weekdays = claims
    .filter((claim) => !isTheirs(claim) && claim.evidence.modality === 'held')
    .flatMap(({ days }) => days)
    .filter(({ role, anchor }) => role !== 'originalDue' && anchor === 'published')
    .flatMap(({ relative }) =>
      relative?.kind === 'weekday' && relative.direction === -1 && !relative.said
        ? [Number(relative.day)]
        : [],
    )
  const starts = claims.filter(isTheirs).map(({ evidence: { spans } }) => spans[0]?.start ?? 0)
  return { weekdays: new Set(weekdays), before: Math.min(...starts, OPENING) }
}

/** Characters into a report after which the text that it prints is no news of its own, but what came before it. */
const OPENING = 700
/** Days after an older text within which a report prints it, and after a weekday within which it tells of it. */
const PRINTS = 8
const TELLS = 4

/** On the day of the text or the next; later where it opens with other news, or tells of weekdays that had not come by then. */
function outWithin(earliest: Day, latest: Day, { weekdays, before }: OwnWords): DayRange {
  const fitting = (from: Day, to: Day): Day[] => {
    const found: Day[] = []
    for (let day = from; day <= to; day = addDays(day, 1))
      if ([...weekdays].every((one) => (weekdayOf(day) - one + 7) % 7 <= TELLS)) found.push(day)
    return found
  }
  const isNews = before < OPENING
  const atOnce = isNews ? fitting(earliest, addDays(latest, 1)) : []
  const days = atOnce.length > 0 ? atOnce : fitting(earliest, addDays(latest, PRINTS))
  return { earliest: days[0] ?? earliest, latest: days.at(-1) ?? addDays(latest, PRINTS) }
}
