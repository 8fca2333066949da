// In: entries. Out: those that a first page tells as the state of today: told within a month of the last report of the negotiation, or the newest.
import type { Entry } from '../../model/index.ts'
import { daysBetween } from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'
import { lastToldOn } from '../../record/weights/weight.ts'
import type { Kind } from '../lines/line.ts'

/** Days before the last report of the negotiation from which a stand, a condition or a number may have been overtaken. */
const A_MONTH = 30

/** Days between the last report that tells an entry and the last of the negotiation; 0 where either has no day. */
function ageOf(reader: RecordReader, entry: Entry): number {
  const told = lastToldOn(entry, (id) => reader.report(id)?.published.latest)
  const last = reader.negotiation.to ?? reader.knownOn
  return told === undefined || last === undefined ? 0 : Math.abs(daysBetween(told, last))
}

/** Entries told within a month of the last report of the negotiation, in the order given; the newest where these are fewer than `fewest`. */
export function toldLately<E extends Entry>(
  reader: RecordReader,
  entries: readonly E[],
  fewest = 0,
): readonly E[] {
  const ages = new Map(entries.map((entry) => [entry, ageOf(reader, entry)]))
  const newest = [...ages.values()].sort((a, b) => a - b)
  const oldest = Math.max(A_MONTH, newest[fewest - 1] ?? (fewest > 0 ? Number.POSITIVE_INFINITY : 0))
  return entries.filter((entry) => ages.get(entry)! <= oldest)
}

/** Ties that hold whoever tells them last: what is used against whom, what answered what. All others are met or fall. */
const LASTING: ReadonlySet<string> = new Set(['leverage', 'retaliation'])

/** Ties that are no condition, offer or threat of more than a month ago. */
export function tiesOfNow(reader: RecordReader): readonly Kind<'linkage'>[] {
  const ties = reader.ofKind('linkage')
  const lately = new Set(toldLately(reader, ties))
  return ties.filter((tie) => LASTING.has(tie.body.relation) || lately.has(tie))
}
