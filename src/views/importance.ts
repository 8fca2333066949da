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

/**
 * The rule of order: weight of the kind × origins (each sure one counts 1, each possible one ½) × 1½ where disputed ×
 * recency (1 for what became known on the last day, ½ for what was known thirty days before, and so on); a statement
 * × 1½ where a side of the negotiation speaks, and × 1½ where its own words are given.
 */
export function importanceOf(entry: Entry, reader: Pick<RecordReader, 'knownOn' | 'negotiation'>): number {
  const { sure, atMost } = entry.origins
  const origins = 1 + sure + (atMost - sure) / 2
  const disputed = entry.disputes.length > 0 ? 1.5 : 1
  return (
    KIND_WEIGHT[entry.kind] * origins * disputed * voiceOf(entry, reader) * recencyOf(entry, reader.knownOn)
  )
}

function voiceOf(entry: Entry, { negotiation }: Pick<RecordReader, 'negotiation'>): number {
  if (entry.kind !== 'statement') return 1
  const sides = new Set(negotiation.parties.map((party) => party.id))
  const bySide = [...entry.body.speaker, ...entry.body.of].some((ref) => sides.has(ref.id))
  return (bySide ? 1.5 : 1) * (entry.body.form === 'indirect' ? 1 : 1.5)
}

function recencyOf(entry: Entry, knownOn: Day | undefined): number {
  const day = entry.known.latest ?? entry.known.earliest
  if (day === undefined || knownOn === undefined) return 0.5
  return 30 / (30 + Math.max(0, daysBetween(day, knownOn)))
}

/** Entries in falling importance; equals in the order of their ids, so the same record gives the same page. */
export function byImportance<E extends Entry>(entries: readonly E[], reader: RecordReader): E[] {
  const weight = new Map(entries.map((entry) => [entry.id, importanceOf(entry, reader)]))
  return [...entries].sort(
    (a, b) => (weight.get(b.id) ?? 0) - (weight.get(a.id) ?? 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
}
