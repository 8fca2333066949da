// In: entries and reports. Out: the first sentence of each report, where an entry tells it as done, or as set for a day.
import { type Entry, type Evidence, isActual, type PlacedReport } from '../../model/index.ts'
import { beginsPointing } from '../../record/weights/open-words.ts'
import { isHeadline, substanceOf } from '../../record/weights/substance.ts'
import type { Lead } from './leads.ts'

/** What it weighs beside a deed told with its day, and where a writer argues or explains. */
const WEIGHT = 1
const OF_WRITER = 0.4
/** Characters of a report's body within which its first sentence begins: a subtitle, a line of the author and a dateline may stand before. */
const START = 240
/** Words of a sentence that tells the news of a report. */
const FEWEST = 12

/** What an entry tells better than others of its sentence: what was made or done, before what falls due. */
const RANK: Partial<Record<Entry['kind'], number>> = {
  agreement: 0,
  act: 1,
  measure: 2,
  round: 3,
  deadline: 4,
}

/**
 * News tells first what matters most, so the first sentence of a report is told whether or not its other words come back in
 * the report: one that tells of something done, or set for a day; none that supposes, or points to what is not told.
 */
export function ledesOf(
  entries: readonly Entry[],
  reportOf: (id: string) => PlacedReport | undefined,
): readonly Lead[] {
  const first = new Map<string, Told>()
  for (const entry of entries)
    for (const evidence of entry.evidence) {
      const told = { entry, evidence, at: evidence.spans[0]?.start ?? 0 }
      if (RANK[entry.kind] === undefined || isHeadline(evidence)) continue
      if (!isEarly(told, reportOf(evidence.report))) continue
      const before = first.get(evidence.report)
      if (!before || isBefore(told, before)) first.set(evidence.report, told)
    }
  return [...first.values()].filter(tellsNews).map(({ entry, evidence: { quote, report } }) => ({
    entry,
    quote,
    weight: WEIGHT * substanceOf(quote) * (isWriters(reportOf(report)) ? OF_WRITER : 1),
  }))
}

interface Told {
  readonly entry: Entry
  readonly evidence: Evidence
  readonly at: number
}

function isEarly({ at }: Told, report: PlacedReport | undefined): boolean {
  const body = report?.parts.find(({ role }) => role === 'body')?.start ?? 0
  return at >= body && at - body <= START
}

/** Whether one stands before another in their report, or tells the same sentence better. */
function isBefore(one: Told, other: Told): boolean {
  if (one.evidence.quote !== other.evidence.quote) return one.at < other.at
  const [a, b] = [one, other].map((told) => (isTold(told) ? 0 : 10) + RANK[told.entry.kind]!)
  return a! < b! || (a === b && one.entry.id < other.entry.id)
}

/** Told as done, or set for a day. */
const isTold = ({ entry, evidence: { modality } }: Told): boolean =>
  entry.polarity === 'affirmed' &&
  !entry.aside &&
  (isActual(modality) || modality === 'planned' || modality === 'expected')

function tellsNews(told: Told): boolean {
  const { quote } = told.evidence
  const { entry } = told
  if (!isTold(told) || beginsPointing(quote) || !SENTENCE.test(quote.trim())) return false
  if (quote.split(' ').length < FEWEST) return false
  // Meetings stand, as they went on, among the talks.
  if (entry.kind === 'round') return isActual(told.evidence.modality) && substanceOf(quote) > 1
  return true
}

/** A subtitle ends without a stop. */
const SENTENCE = /[.!?…]["”’']{0,2}$/

const isWriters = (report: PlacedReport | undefined): boolean =>
  report?.genre === 'opinion' || report?.genre === 'analysis'
