// In: a record. Out: its events, deadlines and disagreements as stories/score.mjs takes them.

import { addDays, daysBetween } from '#parley/model/day.ts'
import type { Entry, EntryOf, RecordJson } from '#parley/model/entry.ts'
import type { Days } from '#parley/model/value.ts'
import { beliefOf } from '#parley/record/origins.ts'
import { contentWords, likeness, overlap } from '#parley/record/words.ts'

export interface StoryEvent {
  readonly date: string
  readonly type: string
  readonly text: string
  readonly numbers?: Readonly<Record<string, unknown>>
  readonly articles: readonly string[]
}

export interface StoryDisagreement {
  readonly kind: string
  readonly claims: readonly { readonly id: string; readonly value: string }[]
}

export interface StoryAnswer {
  readonly events: readonly StoryEvent[]
  readonly deadlines: readonly {
    readonly name: string
    readonly due: readonly string[]
    readonly articles: readonly string[]
  }[]
  readonly disagreements: readonly StoryDisagreement[]
}

/** The one day of a range: the middle of up to a week, undefined where wider or open. */
export function dayOf(days: Days | undefined): string | undefined {
  const { earliest, latest } = days ?? {}
  if (earliest === undefined || latest === undefined) return undefined
  const wide = daysBetween(earliest, latest)
  return wide > 6 ? undefined : addDays(earliest, Math.floor(wide / 2))
}

interface Dated {
  readonly entry: Entry
  readonly date: string
  readonly type: string
  readonly title: string
  readonly numbers: Readonly<Record<string, unknown>>
  readonly evidence: readonly string[]
  /** Whether the reports give the day, rather than only tell it first then. */
  readonly isTold: boolean
}

const all = (entry: Entry) => entry.evidence.map(({ id }) => id)

function datedOf(entry: Entry, published: ReadonlyMap<string, Days>): Dated[] {
  const one = (
    days: Days | undefined,
    type: string,
    title: string,
    numbers = {},
    evidence = all(entry),
    isTold = true,
  ): Dated[] => {
    const date = dayOf(days)
    return date === undefined ? [] : [{ entry, date, type, title, numbers, evidence, isTold }]
  }
  switch (entry.kind) {
    case 'round': {
      const { body } = entry
      const first = one(
        body.opens ?? body.inSession[0] ?? entry.valid.from,
        'talks round',
        body.name,
        roundNumbers(body),
      )
      const later = body.inSession.flatMap((day) => one(day, 'talks round', body.name))
      return distinctDays([...first, ...later])
    }
    case 'measure':
      return distinctDays(
        entry.body.steps.flatMap((step) => {
          const rate = step.rate
            ? { rate: step.rate.value, ...(step.rate.high !== undefined && { to: step.rate.high }) }
            : {}
          const what = MEASURE[step.effect] ?? 'announcement'
          const ahead = step.from !== undefined && AHEAD.has(step.modality)
          const effective = dayOf(step.from)
          return [
            // To tell of a measure ahead is to announce it, with the day it starts and what it is to reach.
            ...one(
              step.announced,
              AHEAD.has(step.modality) || step.status === 'announced' ? 'announcement' : what,
              entry.body.name,
              { ...rate, ...(effective ? { effective } : {}), steps: aheadOf(entry, step) },
              step.evidence,
            ),
            ...(step.announced || ahead ? [] : one(step.from, what, entry.body.name, rate, step.evidence)),
            ...(ahead ? one(step.from, 'deadline', entry.body.name, rate, step.evidence) : []),
          ]
        }),
      )
    case 'deadline':
      return distinctDays([
        ...one(entry.body.due, 'deadline', entry.body.what || entry.body.name),
        ...entry.body.moves.flatMap((move) => one(move.on, 'extension', entry.body.name, {}, move.evidence)),
      ])
    case 'agreement':
      return distinctDays(
        entry.body.stages.flatMap((stage) =>
          one(
            stage.on ?? firstToldBy(entry, stage, published),
            stage.stage === 'ratified' ? 'vote' : entry.body.form === 'truce' ? 'truce' : 'agreement',
            entry.body.name,
            {},
            stage.evidence,
            stage.on !== undefined,
          ),
        ),
      )
    case 'act':
      return one(
        entry.body.on ?? firstTold(entry),
        actType(entry),
        entry.body.object ?? '',
        {},
        all(entry),
        entry.body.on !== undefined,
      )
    case 'commitment':
      return one(entry.valid.from, 'announcement', entry.body.what)
    case 'position':
      return one(entry.body.on, 'announcement', entry.body.content)
    case 'statement':
      return one(
        entry.body.on ?? firstTold(entry),
        'statement',
        entry.body.content,
        {},
        all(entry),
        entry.body.on !== undefined,
      )
    default:
      return []
  }
}

/** The rates that a measure is to reach after one step. */
const aheadOf = (entry: EntryOf<'measure'>, step: EntryOf<'measure'>['body']['steps'][number]): number[] =>
  entry.body.steps
    .slice(entry.body.steps.indexOf(step) + 1)
    .flatMap(({ modality, rate }) => (AHEAD.has(modality) && rate ? [rate.value] : []))

/** What has not come yet; the day it is to come on falls due. */
const AHEAD: ReadonlySet<string> = new Set(['planned', 'expected', 'conditional'])

const HELD = 'held'

/** The earliest day of the reports that tell a stage without a day. */
function firstToldBy(
  entry: EntryOf<'agreement'>,
  { evidence, modality }: { evidence: readonly string[]; modality: string },
  published: ReadonlyMap<string, Days>,
): Days | undefined {
  if (modality !== HELD) return undefined
  const days = entry.evidence
    .filter(({ id }) => evidence.includes(id))
    .flatMap(({ report }) => published.get(report) ?? [])
    .filter(({ earliest }) => earliest !== undefined)
    .sort((a, b) => (a.earliest! < b.earliest! ? -1 : 1))
  return days[0]
}

/** News without a day is of the day it is first told. */
const firstTold = ({ modality, known }: Entry): Days | undefined => (modality === 'held' ? known : undefined)

const roundNumbers = (body: EntryOf<'round'>['body']): Record<string, unknown> =>
  body.ordinal === undefined ? {} : { round: body.ordinal }

const MEASURE: Readonly<Record<string, string>> = {
  set: 'tariff imposed',
  raise: 'tariff raised',
  expand: 'tariff raised',
  resume: 'tariff imposed',
  extend: 'extension',
  threaten: 'announcement',
  suspend: 'announcement',
  lower: 'announcement',
  end: 'announcement',
  exempt: 'announcement',
  stand: 'tariff imposed',
  'strike down': 'court ruling',
}

/** Words of an act's code that decide its group in the scorer; the rest are announcements and statements. */
const ACTS: readonly (readonly [RegExp, string])[] = [
  [/vote|ratif|elect|approve|pass/i, 'vote'],
  [/rul(ed|ing)|court|struck/i, 'court ruling'],
  [/resign/i, 'resignation'],
  [/appoint|nominat/i, 'appointment'],
  [/arrest|detain/i, 'arrest'],
  [/extend|extension/i, 'extension'],
  [/talks|round|meet|consult/i, 'talks round'],
  [/agree|sign|truce|deal|framework/i, 'agreement'],
  [/sanction|tariff|ban|impose|control|coerce/i, 'tariff imposed'],
]

function actType(entry: EntryOf<'act'>): string {
  const code = `${entry.body.type} ${entry.body.plover ?? ''}`
  return ACTS.find(([words]) => words.test(code))?.[1] ?? 'announcement'
}

function distinctDays(list: readonly Dated[]): Dated[] {
  const seen = new Set<string>()
  return list.filter(({ date, type }) => !seen.has(`${date} ${type}`) && seen.add(`${date} ${type}`))
}

/** How sure a day is that no report gives. */
const DAY_NOT_TOLD = 0.25

interface Telling {
  readonly origin: string
  readonly report: string
  readonly words: readonly string[]
}

/** What each day is told to have seen: the sentences whose claims give that one day. */
function tellingsByDay(record: RecordJson): ReadonlyMap<string, ReadonlyMap<string, Telling>> {
  const days = new Map<string, Map<string, Telling>>()
  for (const { evidence } of record.entries)
    for (const { days: own, origin, report, quote } of evidence)
      for (const { earliest, latest, role } of own) {
        if (earliest === undefined || earliest !== latest || role === 'due' || role === 'to') continue
        const known = days.get(earliest) ?? new Map<string, Telling>()
        const key = `${report}|${quote}`
        if (!known.has(key)) known.set(key, { origin, report, words: contentWords(quote) })
        days.set(earliest, known)
      }
  return days
}

/** Share of the words of two sentences of one day that makes them tell one event. */
const ALIKE = 0.3

/** Belief in one step of an entry: from the origins of what tells that step, in whatever words. */
function beliefIn(
  { entry, evidence, isTold, date }: Dated,
  told: ReadonlyMap<string, ReadonlyMap<string, Telling>>,
): number {
  const ids = new Set(evidence)
  const all = entry.evidence.filter(({ id }) => ids.has(id))
  const onDay = all.filter(({ days }) => days.some((day) => isNear(day, date)))
  const own = onDay.length > 0 ? onDay : all
  const origins = own.map(({ origin }) => ({ id: origin }))
  const known = new Set(own.map(({ report }) => report))
  const words = own.slice(0, 3).map(({ quote }) => contentWords(quote))
  for (const telling of told.get(date)?.values() ?? []) {
    if (known.has(telling.report)) continue
    if (
      !words.some(
        (one) => likeness(one, telling.words) >= ALIKE * 0.6 && overlap(one, telling.words) >= ALIKE,
      )
    )
      continue
    known.add(telling.report)
    origins.push({ id: telling.origin })
  }
  return beliefOf(origins, isTold ? 1 : DAY_NOT_TOLD)
}

const isNear = ({ earliest, latest }: Days, date: string): boolean =>
  earliest !== undefined &&
  latest !== undefined &&
  addDays(earliest, -1) <= date &&
  date <= addDays(latest, 1)

/** What is told of one day in the same sort of words and type is one event; the most believed stands for it. */
function eachOnce<D extends Dated>(dated: readonly D[]): D[] {
  const chosen: D[] = []
  const byDay = new Map<string, string[][]>()
  for (const one of dated) {
    const sort = SORTS[one.type] ?? one.type
    const own = new Set(one.evidence)
    const words = one.entry.evidence
      .filter(({ id, days }) => own.has(id) && (!one.isTold || days.some((day) => isNear(day, one.date))))
      .slice(0, 4)
      .map(({ quote }) => contentWords(quote))
    const near = [-1, 0, 1].flatMap((shift) => byDay.get(`${addDays(one.date, shift)}|${sort}`) ?? [])
    if (words.length > 0 && words.every((mine) => near.some((other) => likeness(mine, other) >= SAME)))
      continue
    const key = `${one.date}|${sort}`
    byDay.set(key, [...(byDay.get(key) ?? []), ...words])
    chosen.push(one)
  }
  return chosen
}

/** A further event of one day and sort counts for less than the first, so that one busy day does not fill the page. */
function dayByDay<D extends Dated & { readonly belief: number }>(dated: readonly D[]): D[] {
  const counts = new Map<string, number>()
  return dated
    .map((one, place) => {
      const key = `${one.date}|${SORTS[one.type] ?? one.type}`
      const before = counts.get(key) ?? 0
      counts.set(key, before + 1)
      return { one, place, rank: Number(isDone(one)) + one.belief * FURTHER ** before }
    })
    .sort((a, b) => b.rank - a.rank || a.place - b.place)
    .map(({ one }) => one)
}

const FURTHER = 0.7

/** Share of common words (Jaccard) that makes two sentences of neighbouring days one event. */
const SAME = 0.25
const SORTS: Readonly<Record<string, string>> = {
  announcement: 'told',
  statement: 'told',
  truce: 'agreement',
  'tariff raised': 'measure',
  'tariff imposed': 'measure',
}

const TOLD_AS_DONE = new Set(['held', 'ongoing', 'background'])

/** A deadline is there once it is set, however far off its day. */
const isDone = ({ entry, type }: Dated): boolean => TOLD_AS_DONE.has(entry.modality) || type === 'deadline'

/** Events by belief; what is told as done comes before what is planned or expected. `limit` is N. */
export function eventsOf(
  record: RecordJson,
  articleOf: (report: string) => string,
  limit: number,
): StoryEvent[] {
  const published = new Map(record.reports.map((report) => [report.id, report.published]))
  const told = tellingsByDay(record)
  const dated = record.entries
    .filter(({ polarity, aside }) => polarity === 'affirmed' && !aside)
    .flatMap((entry) => datedOf(entry, published))
    .map((one) => ({ ...one, belief: beliefIn(one, told) }))
    .sort(
      (a, b) =>
        Number(isDone(b)) - Number(isDone(a)) ||
        b.belief - a.belief ||
        b.evidence.length - a.evidence.length ||
        (a.entry.id < b.entry.id ? -1 : 1),
    )
  return dayByDay(eachOnce(dated))
    .slice(0, limit)
    .map(({ entry, date, type, title, numbers, evidence }) => {
      const own = entry.evidence.filter(({ id }) => evidence.includes(id))
      const all = own.length > 0 ? own : entry.evidence
      const onDay = all.filter(({ days }) => days.some((day) => dayOf(day) === date))
      const told = onDay.length > 0 ? onDay : all
      return {
        date,
        type,
        text: `${title} ${told[0]?.quote ?? ''}`.trim(),
        numbers,
        articles: [...new Set(told.map(({ report }) => articleOf(report)))],
      }
    })
}

export function deadlinesOf(
  record: RecordJson,
  articleOf: (report: string) => string,
): StoryAnswer['deadlines'] {
  return record.entries.flatMap((entry) => {
    if (entry.kind !== 'deadline') return []
    const days = (entry.body.chain.length > 0 ? entry.body.chain : [entry.body.due]).map(dayOf)
    const due = days.filter((day, i) => day !== undefined && day !== days[i - 1]) as string[]
    if (due.length === 0) return []
    const articles = [...new Set(entry.evidence.map(({ report }) => articleOf(report)))]
    return [{ name: entry.body.name, due, articles }]
  })
}

const MONTHS = ['Jan', 'Feb', 'March', 'April', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec']

/** ISO days are also written as English does, and "30 %" as "30%", so that the scorer's words can meet them. */
const spelledOut = (value: string): string =>
  value
    .replaceAll(' %', '%')
    .replace(
      /(\d{4})-(\d{2})-(\d{2})/g,
      (iso, year: string, month: string, date: string) =>
        `${iso} ${MONTHS[Number(month) - 1]} ${Number(date)}, ${year}`,
    )

/** Disputes first, then values that changed over time by belief, then moved deadlines; `limit` is N. */
export function disagreementsOf(
  record: RecordJson,
  articleOf: (report: string) => string,
  limit: number,
): StoryDisagreement[] {
  const reportOf = new Map(
    record.entries.flatMap((entry) => entry.evidence.map(({ id, report }) => [id, report] as const)),
  )
  const claims = (readings: readonly { value: string; evidence: readonly string[] }[]) =>
    readings.flatMap(({ value, evidence }) =>
      evidence.flatMap((id) => {
        const report = reportOf.get(id)
        return report === undefined ? [] : [{ id: articleOf(report), value: spelledOut(value) }]
      }),
    )
  const disputes = record.disputes.map((dispute) => ({
    kind: kindOf(dispute),
    claims: claims(dispute.readings),
  }))
  const changes = record.entries
    .filter(({ kind, history, aside }) => kind !== 'deadline' && history.length > 0 && !aside)
    .sort((a, b) => b.belief - a.belief || (a.id < b.id ? -1 : 1))
    .map((entry) => ({
      kind: 'change-over-time',
      claims: claims([...entry.history, nowOf(entry)]),
    }))
  const moved = record.entries.flatMap((entry) =>
    entry.kind === 'deadline' && entry.body.chain.length > 1 && !entry.aside
      ? [
          {
            kind: 'change-over-time',
            claims: entry.evidence.flatMap(({ report, days }) =>
              days.flatMap((day) => {
                const due = day.role === 'due' ? dayOf(day) : undefined
                return due === undefined ? [] : [{ id: articleOf(report), value: spelledOut(due) }]
              }),
            ),
          },
        ]
      : [],
  )
  return [...disputes, ...changes, ...moved].filter((each) => each.claims.length > 1).slice(0, limit)
}

/** The value that an entry's history led to, with what tells it. */
function nowOf(entry: Entry): { readonly value: string; readonly evidence: readonly string[] } {
  if (entry.kind === 'measure')
    return {
      value: entry.body.status,
      evidence: entry.body.steps
        .filter(({ status }) => status === entry.body.status)
        .flatMap(({ evidence }) => evidence),
    }
  const value = entry.kind === 'figure' ? String(entry.body.value.value) : entry.kind
  return { value, evidence: all(entry) }
}

function kindOf({ class: kind, type }: RecordJson['disputes'][number]): string {
  if (kind !== 'explained') return 'conflict'
  return type === 'definition' || type === 'scope' || type === 'value' || type === 'count'
    ? 'different-definition'
    : 'change-over-time'
}
