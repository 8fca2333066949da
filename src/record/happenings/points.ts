// In: an entry. Out: the days at which it tells that something happens: openings, steps, due days, moves, stages, acts, words.
import { type Days, daysBetween, type Entry, type EntryOf, type Modality } from '../../model/index.ts'
import { WIDEST } from './sentences.ts'

/** What sort of thing happens at a point. */
export type Sort =
  | 'meeting'
  | 'measure'
  | 'deadline'
  | 'move'
  | 'agreement'
  | 'act'
  | 'commitment'
  | 'position'
  | 'statement'

/** One dated point of one entry. */
export interface Point {
  readonly entry: Entry
  readonly sort: Sort
  /** What happens in one word: a measure's effect, an agreement's stage, an act's type, else as the sort. */
  readonly what: string
  readonly days: Days
  /** Ids of those between whom it happens, where it is a meeting, an agreement or a measure. */
  readonly parties: readonly string[]
  /** Whether reports give the day; else it is the day of the first report that tells it as news. */
  readonly isTold: boolean
  readonly modality: Modality
  /** Ids of the evidence that tells this point. */
  readonly evidence: readonly string[]
  /** The step of a measure, by its place among them. */
  readonly step?: number
}

const isClose = (days: Days | undefined): days is { earliest: string; latest: string } =>
  days?.earliest !== undefined &&
  days.latest !== undefined &&
  daysBetween(days.earliest, days.latest) <= WIDEST

const AHEAD: ReadonlySet<string> = new Set(['planned', 'expected', 'conditional'])

type Known = ReadonlyMap<string, Days>

/** The points of an entry whose days are known to a week; `known` gives the days on which reports appeared. */
export function pointsOf(entry: Entry, known: Known): Point[] {
  const parties = partiesOf(entry)
  const all = entry.evidence.map(({ id }) => id)
  const point = (
    sort: Sort,
    what: string,
    days: Days | undefined,
    more: Partial<Pick<Point, 'isTold' | 'modality' | 'evidence' | 'step'>> = {},
  ): Point[] =>
    isClose(days)
      ? [{ entry, sort, what, days, parties, isTold: true, modality: entry.modality, evidence: all, ...more }]
      : []
  const news = (sort: Sort, what: string, on: Days | undefined): Point[] =>
    on === undefined && entry.modality === 'held'
      ? point(sort, what, entry.known, { isTold: false })
      : point(sort, what, on)
  switch (entry.kind) {
    case 'round':
      if (entry.body.turns)
        return entry.body.turns.flatMap(({ turn, on, modality, evidence }) =>
          point('meeting', turn, on, { modality, evidence }),
        )
      if (entry.body.status === 'called off') {
        const evidence = entry.evidence.filter(({ modality }) => modality === 'held').map(({ id }) => id)
        // Nothing happened on the day for which it was planned.
        return point('meeting', 'called off', firstToldBy(entry, evidence, 'held', known), {
          evidence,
          isTold: false,
        })
      }
      return eachDay(
        meetingDays(entry).flatMap(({ what, days, evidence }) => point('meeting', what, days, { evidence })),
      )
    case 'measure':
      return eachDay(
        entry.body.steps.flatMap(({ effect, announced, from, modality, evidence }, step) => {
          const told = { modality, evidence, step }
          const isAhead = from !== undefined && AHEAD.has(modality)
          return [
            // What was announced for a day to come was announced.
            ...point(
              'measure',
              effect,
              announced ?? (isAhead ? undefined : from),
              isAhead ? { ...told, modality: 'held' } : told,
            ),
            ...(isAhead ? point('deadline', effect, from, told) : []),
          ]
        }),
      )
    case 'deadline':
      return eachDay([
        ...chainOf(entry).flatMap((days) =>
          point('deadline', 'due', days, { evidence: tellingDue(entry, days) }),
        ),
        ...entry.body.moves.flatMap(({ on, modality, evidence }) =>
          point('move', 'extend', on ?? firstToldBy(entry, evidence, modality, known), {
            modality,
            evidence,
            isTold: on !== undefined,
          }),
        ),
      ])
    case 'agreement':
      return eachDay(
        entry.body.stages.flatMap(({ stage, on, modality, evidence }) =>
          point('agreement', stage, on ?? firstToldBy(entry, evidence, modality, known), {
            modality,
            evidence,
            isTold: on !== undefined,
          }),
        ),
      )
    case 'act':
      return news('act', entry.body.type, entry.body.on)
    case 'commitment':
      return eachDay([
        ...news('commitment', 'promised', entry.valid.from),
        ...point('deadline', 'due', entry.body.due),
      ])
    case 'position':
      return point('position', entry.body.stance, entry.body.on)
    case 'statement':
      return news('statement', entry.body.cue, entry.body.on)
    default:
      return []
  }
}

interface MeetingDay {
  readonly what: string
  readonly days: Days | undefined
  readonly evidence: readonly string[]
}

/** A meeting opens and is in session; what tells how it ended does so on the last day, and what else gives no day tells no opening then. */
function meetingDays({ body, valid, evidence }: EntryOf<'round'>): MeetingDay[] {
  const { ends, inSession, endToldBy = [] } = body
  const opens = body.opens ?? inSession[0] ?? valid.from
  const ending = ends && ends.latest !== opens?.latest ? endToldBy : []
  const others = evidence.filter(
    ({ id, days }) => !ending.includes(id) && (ending.length === 0 || days.some(isClose)),
  )
  const at = (what: string, days: Days | undefined, told: readonly string[]) =>
    told.length > 0 ? [{ what, days, evidence: told }] : []
  const ids = others.map(({ id }) => id)
  return [
    ...at('ends', ends, ending),
    ...at('opens', opens, ids),
    ...inSession.flatMap((days) => at('in session', days, ids)),
  ]
}

/** Every day a deadline ever had, the one that stands last. */
const chainOf = ({ body }: EntryOf<'deadline'>): readonly Days[] =>
  body.chain.length > 0 ? body.chain : [body.due]

/** What tells that it was due on a day; all of it where none gives the day. */
function tellingDue(entry: EntryOf<'deadline'>, { earliest, latest }: Days): string[] {
  const telling = entry.evidence.filter(({ days }) =>
    days.some((day) => DUE.has(day.role) && day.earliest === earliest && day.latest === latest),
  )
  return (telling.length > 0 ? telling : entry.evidence).map(({ id }) => id)
}

const DUE: ReadonlySet<string> = new Set(['due', 'to', 'originalDue'])

function partiesOf(entry: Entry): string[] {
  switch (entry.kind) {
    case 'agreement':
      return entry.body.between.map(({ id }) => id)
    case 'measure':
      return [...entry.body.by, ...entry.body.on].map(({ id }) => id)
    case 'round':
      return entry.body.delegations.flatMap(({ party }) => party?.id ?? [])
    default:
      return []
  }
}

/** The earliest day of the reports that tell a stage as news without a day. */
function firstToldBy(
  { evidence: all }: Entry,
  evidence: readonly string[],
  modality: Modality,
  known: Known,
): Days | undefined {
  if (modality !== 'held') return undefined
  return all
    .filter(({ id }) => evidence.includes(id))
    .flatMap(({ report }) => known.get(report) ?? [])
    .filter(({ earliest }) => earliest !== undefined)
    .sort((a, b) => (a.earliest! < b.earliest! ? -1 : 1))[0]
}

/** Points of one sort and day are one. */
function eachDay(points: readonly Point[]): Point[] {
  const seen = new Set<string>()
  return points.filter(({ sort, days }) => {
    const key = `${sort} ${days.earliest} ${days.latest}`
    return !seen.has(key) && seen.add(key)
  })
}
