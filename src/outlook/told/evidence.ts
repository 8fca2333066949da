// In: evidence of an entry. Out: it by ids, the day by which it was known, its days as ranges.
import type { Day, DayRange, Entry, Evidence } from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'

/** Evidence of an entry by ids, in the order asked for. */
export const evidenceOf = (entry: Entry, ids: readonly string[]): Evidence[] =>
  ids.flatMap((id) => entry.evidence.find((one) => one.id === id) ?? [])

/** The day by which the first of some reports was known; the reader's own day where none is dated. */
export function knownBy(reader: RecordReader, evidence: readonly Evidence[]): Day {
  const days = evidence.flatMap((one) => reader.report(one.report)?.published.latest ?? [])
  return days.sort()[0] ?? reader.knownOn ?? '0001-01-01'
}

/** A range of the record with both ends; undefined where neither is known. */
export function rangeOf(
  days: { readonly earliest?: string | undefined; readonly latest?: string | undefined } | undefined,
): DayRange | undefined {
  const earliest = days?.earliest ?? days?.latest
  const latest = days?.latest ?? days?.earliest
  return earliest === undefined || latest === undefined ? undefined : { earliest, latest }
}
