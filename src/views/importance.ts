// In: entries. Out: the order in which a page tells them, by one stated rule.
import { type Day, daysBetween, type Entry } from '../model/index.ts'
import type { RecordReader } from '../record/reader.ts'

/** What kinds of facts weigh in a brief: what binds before what was said, what was said before what is counted. */
const KIND_WEIGHT: Readonly<Record<Entry['kind'], number>> = {
  deadline: 8,
  measure: 8,
  agreement: 7,
  round: 7,
  commitment: 6,
  position: 5,
  linkage: 4,
  act: 4,
  statement: 3,
  figure: 3,
  dependency: 3,
}

/** Days after which what is no longer told weighs half. */
const HALF_LIFE = 60

type Told = Pick<RecordReader, 'knownOn' | 'negotiation' | 'report'>

/**
 * The rule of order: weight of the kind × origins (each sure one counts 1, each possible one ½) × 1½ where disputed ×
 * recency (1 for what was told on the last day, ½ for what was last told sixty days before, and so on); a statement
 * × 1½ where a side of the negotiation speaks, and × 1½ where its own words are given.
 */
export function importanceOf(entry: Entry, reader: Told): number {
  const { sure, atMost } = entry.origins
  const origins = 1 + sure + (atMost - sure) / 2
  const disputed = entry.disputes.length > 0 ? 1.5 : 1
  return KIND_WEIGHT[entry.kind] * origins * disputed * voiceOf(entry, reader) * recencyOf(entry, reader)
}

function voiceOf(entry: Entry, { negotiation }: Told): number {
  if (entry.kind !== 'statement') return 1
  const sides = new Set(negotiation.parties.map((party) => party.id))
  const bySide = [...entry.body.speaker, ...entry.body.of].some((ref) => sides.has(ref.id))
  return (bySide ? 1.5 : 1) * (entry.body.form === 'indirect' ? 1 : 1.5)
}

function recencyOf(entry: Entry, reader: Told): number {
  const day = lastToldOn(entry, reader) ?? entry.known.latest
  if (day === undefined || reader.knownOn === undefined) return 0.5
  return HALF_LIFE / (HALF_LIFE + Math.max(0, daysBetween(day, reader.knownOn)))
}

/** The last day on which a report of it surely appeared. */
function lastToldOn(entry: Entry, reader: Told): Day | undefined {
  let last: Day | undefined
  for (const id of new Set(entry.evidence.map((item) => item.report))) {
    const day = reader.report(id)?.published.latest
    if (day !== undefined && (last === undefined || day > last)) last = day
  }
  return last
}

/** Entries in falling importance; equals in the order of their ids, so the same record gives the same page. */
export function byImportance<E extends Entry>(entries: readonly E[], reader: RecordReader): E[] {
  const weight = new Map(entries.map((entry) => [entry.id, importanceOf(entry, reader)]))
  return [...entries].sort(
    (a, b) => (weight.get(b.id) ?? 0) - (weight.get(a.id) ?? 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
}
