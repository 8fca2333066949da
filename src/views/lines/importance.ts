// In: entries. Out: the order in which a page tells them, by one stated rule.
import type { Entry } from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'

/** How much an entry weighs: the rule of `record/weight.ts`, half for every sixty days since it was last told. */
export const importanceOf = (entry: Entry, reader: RecordReader): number => 2 ** (reader.weight(entry) - NOW)

/** A day near which weights are of a handy size; it moves none before another. */
const NOW = Date.parse('2000-01-01') / 86_400_000 / 60

/** Entries in falling importance; equals in the order of their ids, so the same record gives the same page. */
export function byImportance<E extends Entry>(entries: readonly E[], reader: RecordReader): E[] {
  const weight = new Map(entries.map((entry) => [entry.id, reader.weight(entry)]))
  return [...entries].sort(
    (a, b) => (weight.get(b.id) ?? 0) - (weight.get(a.id) ?? 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  )
}
