// In: a built record. Out: its rows: entries, and the other parts in order, each with the hash of its body.
import { type Entry, shortHash } from '../model/index.ts'
import type { BuiltRecord } from '../record/build.ts'
import { asideIn, countsOf, type RecordCounts } from '../record/counts.ts'

export const PARTS = ['reports', 'origins', 'parties', 'issues', 'disputes', 'notices'] as const
export type PartName = (typeof PARTS)[number]

/** One row of a part. `place` keeps the order the builder gave. */
export interface PartRow {
  readonly part: PartName | 'about'
  readonly id: string
  readonly place: number
  readonly hash: string
  readonly body: string
}

/** One entry as it is kept. */
export interface EntryRow {
  readonly entry: Entry
  readonly hash: string
  readonly body: string
}

/** What the record says of itself beside its lists. */
export interface About {
  readonly negotiation: BuiltRecord['record']['negotiation']
  readonly readingVersion: string
  readonly knownOn?: string
  readonly leftOut: BuiltRecord['leftOut']
  readonly counts: RecordCounts
}

/** Entries by id, as the builder sorts them. */
export const entryRows = (built: BuiltRecord): EntryRow[] =>
  built.record.entries.map((entry) => {
    const body = JSON.stringify(entry)
    return { entry, hash: shortHash(body), body }
  })

/** All other parts, and one row on the record itself. */
export function partRows(built: BuiltRecord): PartRow[] {
  const { record, knownOn, leftOut } = built
  const rows = PARTS.flatMap((part) => {
    const seen = new Set<string>()
    return record[part].map((value, place) => {
      const own = 'id' in value ? value.id : `${place}`
      const id = seen.has(own) ? `${own}#${place}` : own
      seen.add(id)
      return rowOf(part, id, place, value)
    })
  })
  const { negotiation, readingVersion } = record
  const about: About = {
    negotiation,
    readingVersion,
    ...(knownOn ? { knownOn } : {}),
    leftOut,
    counts: countsOf(record, asideIn(record.entries)),
  }
  return [...rows, rowOf('about', 'record', 0, about)]
}

export function rowOf(part: PartRow['part'], id: string, place: number, value: object): PartRow {
  const body = JSON.stringify(value)
  return { part, id, place, hash: shortHash(body), body }
}
