// In: a record and an id (of an entry, an evidence or a dispute; its beginning will do). Out: what it means.
import type { Entry } from '../model/index.ts'
import type { RecordReader } from '../record/reader.ts'
import { evidenceIndex, evidenceOf } from './lines/evidence-index.ts'

/** What an id stands for: its entries (several of a dispute) and its evidence. */
export interface Meant {
  readonly entries: readonly Entry[]
  readonly evidence: readonly string[]
}

/** What an id means, or ids that are near where it means nothing or several things. */
export function findById(reader: RecordReader, id: string): Meant | { readonly near: readonly string[] } {
  const exact = meantBy(reader, id)
  if (exact) return exact
  if (id.length < SHORTEST) return { near: [] }
  const all = [
    ...evidenceIndex(reader).keys(),
    ...reader.entries({ aside: true }).map((known) => known.id),
    ...reader.disputes().map((known) => known.id),
  ]
  const begins = all.filter((known) => known.startsWith(id))
  // What stands before the colon names the kind of thing and is easily left off.
  const bare = all.filter((known) => known.slice(known.indexOf(':') + 1).startsWith(id))
  for (const [only, ...others] of [begins, bare]) {
    const found = only !== undefined && others.length === 0 ? meantBy(reader, only) : undefined
    if (found) return found
  }
  const near = begins.length > 0 ? begins : all.filter((known) => known.includes(id))
  return { near: near.slice(0, MOST_NEAR) }
}

/** Letters of an id that may stand for all of it. */
const SHORTEST = 3
const MOST_NEAR = 8

function meantBy(reader: RecordReader, id: string): Meant | undefined {
  const one = evidenceOf(reader, id)
  if (one) return { entries: [one.entry], evidence: [id] }
  const entry = reader.entry(id)
  if (entry) return { entries: [entry], evidence: entry.evidence.map((item) => item.id) }
  const dispute = reader.disputes().find((known) => known.id === id)
  if (!dispute) return undefined
  return {
    entries: dispute.entries.flatMap((known) => reader.entry(known) ?? []),
    evidence: dispute.readings.flatMap((reading) => reading.evidence),
  }
}
