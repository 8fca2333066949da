// In: readings. Out: each report placed in time: its stated day, or the days that what other reports say allow it.
import {
  addDays,
  type ClaimDay,
  type ClaimOf,
  type Day,
  type DayRange,
  intersection,
  isDay,
  type Reading,
} from '../../model/index.ts'
import { dayOfTwo, oneOfTwo, ordersOf } from './day-of-two.ts'
import type { Bounds, PlacedReading } from './placed.ts'
import { placedByCopies } from './placed-by-copies.ts'
import { placedByItself } from './placed-by-itself.ts'
import { rangeOf } from './resolve.ts'
import { withYear } from './year-of.ts'

/** Days around a dated event within which an undated report that speaks of it relatively is looked for. */
const WINDOW = 60

/** An event told by several reports, with the days that dated words give it. */
interface Anchor {
  readonly key: string
  readonly earliest: Day
  readonly latest: Day
  readonly report: string
  readonly words: string
}

/**
 * Places every report. Dated ones stand as stated, unless they tell of what came a day or two later; a date without a year has
 * that of the other reports, and of "11/03" is taken the reading that is near them. An undated one is placed where its
 * relative words ("last week", "on Monday") agree with the days that others give the same event: every day from which they
 * would mean that event is allowed, and the days allowed by all are kept; by the dated reports whose text it prints; and by the
 * dates it tells itself, which win where others would have it elsewhere: two meetings in one town are not one. What cannot be placed stays open. Order of readings does not matter. `known` are the days on which dated reports were out.
 */
export function place(
  readings: readonly Reading[],
  known: readonly Day[] = knownDays(readings),
): PlacedReading[] {
  const placed = new Map<string, PlacedReading>()
  const orders = ordersOf(readings)
  for (const reading of readings) {
    const { stated, how } = reading.report.published
    let { earliest, latest } = reading.report.published
    let because: string | undefined
    const one = dayOfTwo(reading, known, orders)
    if (one) {
      earliest = latest = one.day
      because = one.because
    }
    if (stated !== undefined && latest === undefined) {
      earliest = latest = withYear(stated, known, weekdaysGone(reading))
      if (latest) because = 'its year is that of the other reports'
    }
    const later = latest === undefined ? undefined : toldAfter(reading, latest)
    placed.set(reading.report.id, {
      reading,
      published: later?.published ?? { ...(earliest ? { earliest } : {}), ...(latest ? { latest } : {}) },
      how,
      ...(later ? { because: later.because } : because ? { because } : {}),
    })
  }
  placeUndated(placed, known)
  return [...placed.values()].sort(byId)
}

/** The weekdays that a report tells as just gone, in order of its text: "said on Tuesday" in a dispatch is mostly the day it went out. */
const weekdaysGone = ({ claims }: Reading): readonly number[] =>
  claims
    .flatMap(({ days }) => days)
    .filter(
      ({ anchor, relative }) =>
        anchor === 'published' && relative?.kind === 'weekday' && relative.direction === -1 && !relative.said,
    )
    .toSorted((a, b) => a.start - b.start)
    .map(({ relative }) => Number(relative?.day))

function placeUndated(placed: Map<string, PlacedReading>, known: readonly Day[]): void {
  const undated = [...placed.values()].filter((one) => one.how === 'none').sort(byId)
  if (undated.length === 0) return
  const printed = placedByCopies([...placed.values()].sort(byId))
  const set = (reading: Reading, how: string, ...bounds: readonly (Bounds | undefined)[]) => {
    const told = bounds.filter((one) => one !== undefined)
    const because = told.map((one) => one.because).join('; ')
    const published = told.reduce<DayRange | undefined>(
      (all, one) => (all && intersection(all, one.published)) ?? one.published,
      undefined,
    )
    if (published) placed.set(reading.report.id, { reading, published, because, how })
  }
  for (const { reading } of undated) set(reading, 'other reports', printed.get(reading.report.id))
  const byOthers = new Map<string, Bounds>()
  for (let pass = 0; pass < 4; pass++) {
    const anchors = anchorsOf([...placed.values()])
    let changed = false
    for (const { reading } of undated) {
      const { id } = reading.report
      const before = placed.get(id)!.published
      const found = placeByOthers(reading, anchors)
      if (!found) continue
      byOthers.set(id, found)
      set(reading, 'other reports', found, copyWithin(printed.get(id), found))
      const { published } = placed.get(id)!
      changed ||= published.earliest !== before.earliest || published.latest !== before.latest
    }
    if (!changed) break
  }
  for (const { reading } of undated) {
    const own = ownWithin(reading, printed.get(reading.report.id)) ?? placedByItself(reading, known)
    if (!own) continue
    const others = byOthers.get(reading.report.id)
    const copy = copyWithin(printed.get(reading.report.id), own)
    // What it tells of days when the text it prints was out already was put in later.
    const beside = others && intersection(others.published, own.published) ? others : undefined
    set(reading, beside || copy ? 'other reports' : 'its own dates', beside, own, copy)
  }
}

/** Where the dates that a report tells place it, their years taken from the text that it prints: where they agree with its days. */
function ownWithin(reading: Reading, copy: Bounds | undefined): Bounds | undefined {
  if (!copy) return undefined
  const { earliest, latest } = copy.published
  const own = placedByItself(reading, [earliest, latest])
  return own && intersection(own.published, copy.published) ? own : undefined
}

/** The days of the text that a report prints, where they agree with what else is told. */
const copyWithin = (copy: Bounds | undefined, told: Bounds) =>
  copy && intersection(copy.published, told.published) ? copy : undefined

/** The days on which dated reports were out; of a day that may be read two ways the one near the others. */
function knownDays(readings: readonly Reading[]): Day[] {
  const exact = readings.flatMap(({ report: { published } }) => dayStated(published) ?? [])
  const settled = readings.flatMap(({ report }) => oneOfTwo(report.published, exact) ?? [])
  return [...new Set([...exact, ...settled])]
}

/** Days by which the date of a report may be too early: a clock of another zone, the night of the first print. */
const TOO_EARLY = 2

/** "May 15", with a year or without; no weekday. */
const namesDate = ({ value, relative }: ClaimDay): boolean =>
  /-\d\d-\d\d$/.test(value ?? '') || (relative?.kind === 'month' && relative.date !== undefined)

/** A report that tells as done, by its date, what happened a day or two after its own: it was out on that day. */
function toldAfter(reading: Reading, latest: Day): Pick<PlacedReading, 'published' | 'because'> | undefined {
  let last: { day: Day; quote: string } | undefined
  for (const claim of reading.claims) {
    if (claim.kind !== 'act' && claim.kind !== 'state') continue
    const { days, evidence } = claim
    if (evidence.modality !== 'held' || evidence.polarity === 'denied' || isInThePresent(claim)) continue
    // "The date was quietly reset to 13 May": a day ahead.
    if (claim.body.about?.thread === 'deadline') continue
    for (const day of days) {
      if (day.role !== 'on' || !namesDate(day)) continue
      const range = rangeOf(day, latest)
      if (!range || range.earliest !== range.latest) continue
      if (range.earliest <= latest || range.earliest > addDays(latest, TOO_EARLY)) continue
      if (!last || range.earliest > last.day) last = { day: range.earliest, quote: evidence.quote }
    }
  }
  return (
    last && {
      published: { earliest: last.day, latest: last.day },
      because: `dated ${latest}, and tells as done: "${snippet(last.quote)}"`,
    }
  )
}

/** "The truce takes effect on May 3": a verb in the present with its day tells what is arranged, not what was done. */
function isInThePresent({ body, evidence: { quote, spans, roles } }: ClaimOf<'act' | 'state'>): boolean {
  // Meetings and measures may be told by a noun.
  if (body.about?.thread === 'round' || body.about?.thread === 'measure') return false
  const [first] = spans
  const { trigger } = roles
  if (!first || !trigger) return false
  const word = quote.slice(trigger.start - first.start, trigger.end - first.start).toLowerCase()
  return /[^s]s$/.test(word) && word !== 'was' && word !== 'has'
}

const byId = (a: PlacedReading, b: PlacedReading) => (a.reading.report.id < b.reading.report.id ? -1 : 1)

/** Keys under which claims of different reports tell of one event, and the day that places it. */
function keyedDays(reading: Reading): { key: string; day: ClaimDay; held: boolean; quote: string }[] {
  const found: { key: string; day: ClaimDay; held: boolean; quote: string }[] = []
  for (const claim of reading.claims) {
    if (claim.kind !== 'act' && claim.kind !== 'state') continue
    const part = claim.body.about
    if (!part) continue
    const { modality, polarity } = claim.evidence
    if (polarity === 'denied' || modality === 'background') continue
    const held = modality === 'held' || modality === 'ongoing'
    const keys: string[] = []
    if (part.thread === 'round' && part.place) keys.push(`round|${part.place.id}`)
    if (part.thread === 'deadline' && part.move !== 'lapsed' && part.move !== 'met')
      for (const id of [...part.what.ids, ...part.obligor.map((ref) => ref.id)]) keys.push(`deadline|${id}`)
    for (const key of keys)
      for (const day of claim.days) found.push({ key, day, held, quote: claim.evidence.quote })
  }
  return found
}

/** A report without a day asks others for these keys: what it tells by words that any day may be meant by. */
export const askedKeys = (reading: Reading): string[] =>
  keyedDays(reading).flatMap(({ key, day }) => (rangeOf(day, undefined) ? [] : [key]))

/** A report places others that ask for one of these keys. */
export const placingKeys = (placed: PlacedReading): string[] => [...anchorsOf([placed]).keys()]

/** The one day on which a report says that it was out. */
export const dayStated = ({ earliest, latest }: Reading['report']['published']): Day | undefined =>
  earliest === latest ? latest : undefined

function anchorsOf(placed: readonly PlacedReading[]): ReadonlyMap<string, Anchor[]> {
  const anchors = new Map<string, Anchor[]>()
  for (const { reading, published } of placed)
    for (const { key, day, quote } of keyedDays(reading)) {
      const plain = rangeOf(day, undefined)
      const { earliest, latest } = published
      const range =
        plain ?? (earliest !== undefined && earliest === latest ? rangeOf(day, earliest) : undefined)
      // A month or a year is too wide to place anything by.
      if (!range || addDays(range.earliest, 9) < range.latest) continue
      const list = anchors.get(key) ?? []
      list.push({ key, ...range, report: reading.report.id, words: quote })
      anchors.set(key, list)
    }
  return anchors
}

function placeByOthers(
  reading: Reading,
  anchors: ReadonlyMap<string, readonly Anchor[]>,
): Bounds | undefined {
  let allowed: DayRange | undefined
  const because: string[] = []
  for (const { key, day, held } of keyedDays(reading)) {
    if (rangeOf(day, undefined)) continue
    for (const anchor of anchors.get(key) ?? []) {
      if (anchor.report === reading.report.id) continue
      const days = allowedBy(day, anchor, key.startsWith('round|') ? (held ? 'past' : 'open') : 'due')
      if (!days) continue
      const both = allowed ? intersection(allowed, days) : days
      if (!both) continue
      if (!allowed || both.earliest !== allowed.earliest || both.latest !== allowed.latest)
        because.push(`"${snippet(anchor.words)}" (${anchor.report})`)
      allowed = both
    }
  }
  return allowed ? { published: allowed, because: because.join('; ') } : undefined
}

const snippet = (text: string) => (text.length > 120 ? `${text.slice(0, 117)}…` : text)

/**
 * Days from which the relative words mean the event. A meeting told as held lies behind and may have run on for a day; a
 * deadline that stands lies ahead.
 */
function allowedBy(
  day: ClaimDay,
  anchor: Anchor,
  kind: 'past' | 'open' | 'due',
): { earliest: Day; latest: Day } | undefined {
  let earliest: Day | undefined
  let latest: Day | undefined
  const end = kind === 'due' ? anchor.latest : addDays(anchor.latest, 1)
  for (let shift = -WINDOW; shift <= WINDOW; shift++) {
    const published = addDays(anchor.earliest, shift)
    if (!isDay(published)) continue
    const range = rangeOf(day, published)
    if (!range || range.latest < anchor.earliest || range.earliest > end) continue
    if (kind === 'past' && published < anchor.earliest) continue
    if (kind === 'due' && published > anchor.latest) continue
    earliest ??= published
    latest = published
  }
  return earliest !== undefined && latest !== undefined ? { earliest, latest } : undefined
}
