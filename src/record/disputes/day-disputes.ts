// In: entries. Out: where reports give one event other days: a signing on the 14th or the 15th, talks to open on the 12th or the 14th.
import {
  type Day,
  type Dispute,
  daysBetween,
  type Entry,
  type EntryOf,
  type Evidence,
  UNEXPLAINED,
} from '../../model/index.ts'
import { type KnownBy, stretchesOf, toldOn } from '../fate/told-on.ts'
import { byEachKey, byKeys } from '../group.ts'
import { contentWords, overlap } from '../words.ts'

type Found = Omit<Dispute, 'id'>

/** One telling's day, with the words it stands in. */
interface DayTold {
  readonly one: Evidence
  readonly day: Day
  /** Whether the words give the day of the month; else the weekday alone. */
  readonly exact: boolean
}

const WEEKDAY = /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/i
const DATE =
  /\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}\b|\b\d{1,2} (?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)|\d{4}-\d{2}-\d{2}/i
/** An event told at night may be of the next day; a weekday may be told a day off. */
const NIGHT = 1
/** Days within which tellings may be of one event. */
const ONE_EVENT = 6
/** Reports out within so many days tell one plan; later ones perhaps a new one, and still later ones surely. */
const ONE_TIME = 2
const ONE_PLAN = 10
/** Of talks that go on the day is that of a further sitting. */
const GOES_ON = /\b(?:continu|resum|reconven)/
const DONE: ReadonlySet<string> = new Set(['held', 'background'])
const AHEAD: ReadonlySet<string> = new Set(['planned', 'expected'])

/** The one day that a telling gives in words of the calendar: "today" rests on the day of its report. */
function dayTold(one: Evidence): DayTold | undefined {
  const days = one.days.filter(({ role }) => role === 'on' || role === 'from')
  const [first] = days
  if (days.length !== 1 || !first?.earliest || first.earliest !== first.latest || one.polarity === 'denied')
    return undefined
  const exact = DATE.test(first.words)
  return exact || WEEKDAY.test(first.words) ? { one, day: first.earliest, exact } : undefined
}

/** All disputes over days; `known` says when reports were out. */
export function dayDisputes(entries: readonly Entry[], known: KnownBy): Found[] {
  return [...ofEvents(entries, known), ...ofDeadlines(entries, known)]
}

function ofEvents(entries: readonly Entry[], known: KnownBy): Found[] {
  return entries.flatMap((entry): Found[] => {
    if (entry.aside) return []
    const { evidence } = entry
    const held = evidence.filter(({ modality }) => DONE.has(modality))
    switch (entry.kind) {
      case 'agreement':
        return entry.body.stages
          .filter(({ modality }) => DONE.has(modality))
          .flatMap(({ stage }) => {
            const own = new Set(
              entry.body.stages.filter((one) => one.stage === stage).flatMap((one) => one.evidence),
            )
            return eventDispute(
              entry,
              held.filter(({ id }) => own.has(id)),
              `the day it was ${stage}: ${entry.body.name}`,
            )
          })
          .slice(0, 1)
      case 'act':
        return eventDispute(
          entry,
          held,
          `the day of it: ${entry.body.words ?? entry.body.object ?? entry.body.type}`,
        )
      case 'round':
        return planDispute(
          entry,
          evidence.filter(({ modality, quote }) => AHEAD.has(modality) && !GOES_ON.test(quote)),
          known,
        )
      default:
        return []
    }
  })
}

/** The commonest telling of each day, days in their order; undefined where all tell one. */
function readingsOf(told: readonly DayTold[]): Dispute['readings'] | undefined {
  const days = [...new Set(told.map(({ day }) => day))].sort()
  if (days.length < 2) return undefined
  return days.map((day) => ({
    value: day,
    evidence: told.filter((one) => one.day === day).map(({ one }) => one.id),
  }))
}

/** Days of what has happened: more than a night apart, or each by its date. */
function eventDispute(entry: Entry, evidence: readonly Evidence[], about: string): Found[] {
  const told = evidence.flatMap((one) => dayTold(one) ?? [])
  const apart = (a: DayTold, b: DayTold): boolean => {
    const between = Math.abs(daysBetween(a.day, b.day))
    if (a.one.report === b.one.report || between === 0 || between > ONE_EVENT) return false
    return between > NIGHT || (a.exact && b.exact)
  }
  const disputed = told.filter((one) => told.some((other) => apart(one, other)))
  const readings = readingsOf(disputed)
  return readings === undefined ? [] : [conflict(entry, about, readings)]
}

const conflict = (entry: Entry, about: string, readings: Dispute['readings']): Found => ({
  class: 'conflict',
  type: 'date',
  about,
  entries: [entry.id],
  readings,
  explanation: { text: UNEXPLAINED, restsOn: [] },
})

/** Days set for a meeting: of reports out together a conflict; of later ones it may have been moved, where none says so nor which day it was. */
function planDispute(
  entry: Entry & { kind: 'round' },
  evidence: readonly Evidence[],
  known: KnownBy,
): Found[] {
  const told = evidence.flatMap((one) => dayTold(one) ?? [])
  const between = (a: DayTold, b: DayTold): number => {
    const [mine, theirs] = [a, b].map(({ one }) => toldOn({ evidence: [one] }, known))
    if (a.one.report === b.one.report || a.day === b.day || !mine || !theirs) return Number.POSITIVE_INFINITY
    // Of a report written after the one day, the other may be the next sitting.
    const areAhead = [a.day, b.day].every((day) => day >= mine.latest && day >= theirs.latest)
    return areAhead
      ? Math.max(daysBetween(mine.latest, theirs.earliest), daysBetween(theirs.latest, mine.earliest))
      : Number.POSITIVE_INFINITY
  }
  const within = (most: number) =>
    readingsOf(told.filter((one) => told.some((other) => between(one, other) <= most)))
  const about = `the day set for it: ${entry.body.name}`
  const together = within(ONE_TIME)
  if (together !== undefined) return [conflict(entry, about, together)]
  const settled = entry.evidence.flatMap((one) =>
    AHEAD.has(one.modality)
      ? []
      : one.days.flatMap(({ earliest, latest }) => (earliest === latest ? (earliest ?? []) : [])),
  )
  const isOpen = entry.body.movedFrom === undefined && !told.some(({ day }) => settled.includes(day))
  const later = isOpen ? within(ONE_PLAN) : undefined
  if (later === undefined) return []
  const text = 'Told some days apart: it may have been moved in between; no report says so.'
  return [{ ...conflict(entry, about, later), class: 'explained', explanation: { text, restsOn: [] } }]
}

/** Share of the words of the shorter of two things due that the other has where they are one. */
const ONE_THING = 0.6

/** Deadlines are held against each other only where they share one of these keys: an obligor, and a week around the due day. */
export function deadlineKeys(entry: EntryOf<'deadline'>): string[] {
  const due = dueOf(entry)
  if (entry.aside || entry.body.moves.length > 0 || due === undefined) return []
  const weeks = stretchesOf({ earliest: due, latest: due }, ONE_EVENT)
  return entry.body.obligor.flatMap(({ id }) => weeks.map((week) => `due|${id}|${week}`))
}

/** One thing due on two days, by reports out together: more than the night between "until the 30th" and "by the 1st". */
function ofDeadlines(entries: readonly Entry[], known: KnownBy): Found[] {
  const blocks = byEachKey(
    entries.filter((entry) => entry.kind === 'deadline'),
    deadlineKeys,
  )
  const pairs = [...blocks.values()].flatMap((block) =>
    block.flatMap((a, at) =>
      block
        .slice(at + 1)
        .filter((b) => isDueApart(a, b, known))
        .map((b) => [a, b] as const),
    ),
  )
  const joined = byKeys(pairs, (pair) => pair.map(({ id }) => id))
  return joined.map((group): Found => {
    const all = [...new Set(group.flat())].sort((a, b) => (dueOf(a)! < dueOf(b)! ? -1 : 1))
    return {
      class: 'conflict',
      type: 'date',
      about: `when it is due: ${all[0]!.body.name}`,
      entries: all.map(({ id }) => id).sort(),
      readings: all.map((one) => ({ value: dueOf(one)!, evidence: one.evidence.map(({ id }) => id) })),
      explanation: { text: UNEXPLAINED, restsOn: [] },
    }
  })
}

const dueOf = ({ body: { due } }: EntryOf<'deadline'>): Day | undefined =>
  due.earliest === due.latest ? due.earliest : undefined

/** Whether two deadlines that share a key are of one thing, due on two days. */
export function isDueApart(a: EntryOf<'deadline'>, b: EntryOf<'deadline'>, known: KnownBy): boolean {
  const between = Math.abs(daysBetween(dueOf(a)!, dueOf(b)!))
  if (between <= NIGHT || between > ONE_EVENT) return false
  if (a.evidence.some(({ report }) => b.evidence.some((one) => one.report === report))) return false
  const [mine, theirs] = [toldOn(a, known), toldOn(b, known)]
  if (!mine || !theirs || daysBetween(mine.latest, theirs.earliest) > ONE_TIME) return false
  if (daysBetween(theirs.latest, mine.earliest) > ONE_TIME) return false
  const [left, right] = [contentWords(a.body.what), contentWords(b.body.what)]
  return left.filter((word) => right.includes(word)).length > 1 && overlap(left, right) >= ONE_THING
}
