// In: a record. Out: what a drawn timeline shows, in days: rounds and deadlines as points, steps of measures as bars.

import type { MeasureStep } from '../model/index.ts'
import { addDays, type Day, daysBetween } from '../model/index.ts'
import type { RecordReader } from '../record/reader.ts'
import { modalityMark } from './lines/entry-line.ts'
import { byImportance } from './lines/importance.ts'
import type { Kind } from './lines/line.ts'
import { effectWords, measuresByStanding, orderedSteps, stepWords, withoutStands } from './measures.ts'
import { isNegotiation } from './negotiations.ts'
import { dayOfRound, orderedRounds, roundName } from './talks.ts'
import { dayWords, isUnknown, type SomeDay } from './words/day-words.ts'
import { arrowOf } from './words/party-words.ts'
import { cutAt, oneLine, withoutArticle } from './words/safe-text.ts'
import { valueWords } from './words/value-words.ts'

/** How sure a drawn thing is: done or standing, or only ahead. */
export type Standing = 'actual' | 'ahead'

/** Something at a day, or at some day of a range. */
export interface DrawnPoint {
  readonly form: 'round' | 'due' | 'was due'
  readonly earliest: Day
  readonly latest: Day
  readonly label: string
  readonly told: string
  readonly standing: Standing
  readonly entry: string
}

/** Something over days; an open end has no day of its own. */
export interface DrawnBar {
  readonly from: Day | undefined
  readonly to: Day | undefined
  /** "at least until": goes on beyond. */
  readonly toIsBound: boolean
  readonly label: string
  readonly told: string
  readonly standing: Standing
  readonly direction: 'tightens' | 'eases' | undefined
  readonly entry: string
}

/** One line of the drawing. */
export interface Lane {
  readonly group: string
  readonly label: string
  readonly points: readonly DrawnPoint[]
  readonly bars: readonly DrawnBar[]
}

/** The drawing: its first and last day, the reader's own day, lanes from top to bottom. */
export interface DrawnTimeline {
  readonly from: Day
  readonly to: Day
  readonly on: Day | undefined
  readonly lanes: readonly Lane[]
}

/** Days shown before and after the reader's own. */
const BEFORE = 400
const AFTER = 240
const MOST_DEADLINES = 6
const MOST_MEASURES = 12

/** The drawing of a record; undefined where nothing has a day. */
export function drawnTimeline(reader: RecordReader): DrawnTimeline | undefined {
  const lanes = [roundLane(reader), ...deadlineLanes(reader), ...measureLanes(reader)].filter(
    (lane) => lane.points.length + lane.bars.length > 0,
  )
  const days = lanes.flatMap((lane) => [
    ...lane.points.flatMap((point) => [point.earliest, point.latest]),
    ...lane.bars.flatMap((bar) => [bar.from, bar.to].filter((day): day is Day => day !== undefined)),
  ])
  if (days.length === 0) return undefined
  const { from, to } = framed(days, reader.on)
  return { from, to, on: reader.on, lanes: lanes.map((lane) => within(lane, from, to)).filter(isDrawn) }
}

const isDrawn = (lane: Lane) => lane.points.length + lane.bars.length > 0

/** The frame: all days, but no farther from the reader's own day than is of use, and a little air. */
function framed(days: readonly Day[], on: Day | undefined): { from: Day; to: Day } {
  const sorted = [...days, ...(on === undefined ? [] : [on])].sort()
  let from = sorted[0] as Day
  let to = sorted.at(-1) as Day
  if (on !== undefined) {
    if (daysBetween(from, on) > BEFORE) from = addDays(on, -BEFORE)
    if (daysBetween(on, to) > AFTER) to = addDays(on, AFTER)
  }
  const air = Math.max(7, Math.round(daysBetween(from, to) * 0.04))
  return { from: addDays(from, -air), to: addDays(to, air) }
}

function within(lane: Lane, from: Day, to: Day): Lane {
  return {
    ...lane,
    points: lane.points.filter((point) => point.latest >= from && point.earliest <= to),
    bars: lane.bars.filter((bar) => (bar.to ?? to) >= from && (bar.from ?? from) <= to),
  }
}

const ends = (days: SomeDay) => ({
  earliest: (days.earliest ?? days.latest) as Day,
  latest: (days.latest ?? days.earliest) as Day,
})

const told = (what: string, days: SomeDay) => `${what}: ${dayWords(days)}`

function roundLane(reader: RecordReader): Lane {
  const points = orderedRounds(reader).flatMap((round): DrawnPoint[] => {
    if (isNegotiation(round)) return []
    const day = dayOfRound(round)
    if (day === undefined || isUnknown(day)) return []
    const name = roundName(round)
      .map((run) => run.text)
      .join('')
    const place = round.body.place ? oneLine(round.body.place.name) : ''
    return [
      {
        form: 'round',
        ...ends(day),
        label: cutAt(place === '' ? name : place, 24),
        told: told(name, day),
        standing: round.body.status === 'planned' || round.body.status === 'possible' ? 'ahead' : 'actual',
        entry: round.id,
      },
    ]
  })
  return { group: 'Talks', label: 'Rounds', points, bars: [] }
}

function deadlineLanes(reader: RecordReader): Lane[] {
  return byImportance(reader.ofKind('deadline'), reader)
    .filter((entry) => !isUnknown(entry.body.due) && entry.polarity === 'affirmed')
    .slice(0, MOST_DEADLINES)
    .map((entry) => {
      const name = oneLine(entry.body.name)
      const chain = [...(entry.body.originalDue ? [entry.body.originalDue] : []), ...entry.body.chain]
      const before = uniqueDays(chain).filter((days) => !sameDays(days, entry.body.due))
      const point = (days: SomeDay, form: DrawnPoint['form']): DrawnPoint => ({
        form,
        ...ends(days),
        label: form === 'due' ? dayWords(days) : '',
        told: told(form === 'due' ? `${name}, due` : `${name}, first due`, days),
        standing: 'actual',
        entry: entry.id,
      })
      return {
        group: 'Deadlines',
        label: cutAt(withoutArticle(name), 46),
        points: [...before.map((days) => point(days, 'was due')), point(entry.body.due, 'due')],
        bars: [],
      }
    })
}

const sameDays = (a: SomeDay, b: SomeDay) => a.earliest === b.earliest && a.latest === b.latest

const uniqueDays = (days: readonly SomeDay[]) =>
  days.filter((one, at) => !isUnknown(one) && days.findIndex((other) => sameDays(one, other)) === at)

function measureLanes(reader: RecordReader): Lane[] {
  const { inForce, ahead } = measuresByStanding(reader)
  return [...inForce, ...ahead]
    .filter((entry) => entry.body.steps.some((step) => isDated(step) || step.rate !== undefined))
    .slice(0, MOST_MEASURES)
    .map((entry) => ({
      group: arrowOf(entry.body.by, entry.body.on) || 'Measures',
      label: cutAt(withoutArticle(oneLine(entry.body.name)), 46),
      points: [],
      bars: orderedSteps(withoutStands(entry.body.steps)).map((step) => barOf(reader, entry, step)),
    }))
}

const isDated = (step: MeasureStep) =>
  !isUnknown(step.from) || !isUnknown(step.to) || !isUnknown(step.announced)

function barOf(reader: RecordReader, entry: Kind<'measure'>, step: MeasureStep): DrawnBar {
  const rate = step.rate ? valueWords(step.rate) : ''
  const start = step.from ?? step.announced
  return {
    from: start?.earliest ?? start?.latest,
    to: step.to?.latest ?? step.to?.earliest,
    toIsBound: step.toIsBound === true,
    label: rate === '' ? effectWords(step) : rate,
    told: `${oneLine(entry.body.name)}: ${stepWords(step, reader, true)}`,
    standing: modalityMark(step.modality) ? 'ahead' : 'actual',
    direction: entry.body.direction,
    entry: entry.id,
  }
}
