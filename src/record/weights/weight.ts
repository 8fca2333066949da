// In: an entry and who negotiates. Out: how much it weighs on a page, as a number whose order no passing day turns round.
import type { Day, Entry, EntryOf, RecordJson } from '../../model/index.ts'
import { weightOfAct } from './act-weight.ts'
import { weightOfStatement } from './statement-weight.ts'

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

/**
 * The rule of order: weight of the kind × origins (each sure one counts 1, each possible one ½) × 1½ where disputed; a
 * statement × how much it says ({@link weightOfStatement}), and × 1½ where a side of the negotiation speaks; an act × how
 * much it matters ({@link weightOfAct}). As its binary logarithm.
 */
export function plainWeight(entry: Entry, negotiation: RecordJson['negotiation']): number {
  const { sure, atMost } = entry.origins
  const origins = 1 + sure + (atMost - sure) / 2
  const disputed = entry.disputes.length > 0 ? 1.5 : 1
  return Math.log2(KIND_WEIGHT[entry.kind] * origins * disputed * voiceOf(entry, negotiation) * deedOf(entry))
}

const deedOf = (entry: Entry): number => (entry.kind === 'act' ? weightOfAct(entry) : 1)

function voiceOf(entry: Entry, negotiation: RecordJson['negotiation']): number {
  if (entry.kind !== 'statement') return 1
  const bySide = speakersOf(entry).some(({ id }) => negotiation.parties.some((party) => party.id === id))
  return (bySide ? 1.5 : 1) * weightOfStatement(entry)
}

/** Who speaks, and for whom: a statement weighs more where one of them is a side. */
export const speakersOf = ({ body }: EntryOf<'statement'>): readonly { readonly id: string }[] => [
  ...body.speaker,
  ...body.of,
]

/** What a day adds: one for every sixty days, so that what was told sixty days earlier weighs half. */
export const dayWeight = (day: Day): number => Date.parse(day) / 86_400_000 / HALF_LIFE

/** What stands in for the day of an entry that has none: it weighs half of one told on the last day. */
export const undatedWeight = (knownOn: Day | undefined): number =>
  knownOn === undefined ? 0 : dayWeight(knownOn) - 1

/** The last day on which a report of it surely appeared, else the first it was known by. */
export function lastToldOn(entry: Entry, latestOf: (report: string) => Day | undefined): Day | undefined {
  let last: Day | undefined
  for (const { report } of entry.evidence) {
    const day = latestOf(report)
    if (day !== undefined && (last === undefined || day > last)) last = day
  }
  return last ?? entry.known.latest
}
