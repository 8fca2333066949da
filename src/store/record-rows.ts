// In: a built record. Out: its rows: entries, and the other parts in order, each with the hash of its body.
import { type Entry, type Issue, type Party, shortHash } from '../model/index.ts'
import type { BuiltRecord } from '../record/build.ts'
import { asideIn, countsOf, type RecordCounts } from '../record/counts.ts'
import { noticeKey } from '../record/notice-order.ts'
import { unpack } from './packed.ts'

const PARTS = ['reports', 'origins', 'parties', 'issues', 'disputes', 'notices'] as const
export type PartName = (typeof PARTS)[number]

/** One row of a part. By place, then by id, rows stand as the builder put them. */
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
  /** The change after which it was built from nothing; since then it grew. */
  readonly builtAt?: number
}

/** Entries by id, as the builder sorts them. */
export const entryRows = (built: BuiltRecord): EntryRow[] => built.record.entries.map(entryRow)

export function entryRow(entry: Entry): EntryRow {
  const body = JSON.stringify(entry)
  return { entry, hash: shortHash(body), body }
}

/** The entry of a row. Whether it lies aside is in a column of its own: what is packed may be older. */
export const entryOf = ({ aside, packed }: { readonly aside: number; readonly packed: Uint8Array }): Entry =>
  Object.assign(JSON.parse(unpack(packed)) as Entry, { aside: aside === 1 })

/** All other parts, and one row on the record itself. */
export function partRows(built: BuiltRecord, builtAt: number): PartRow[] {
  const { record, knownOn, leftOut } = built
  const rows = PARTS.flatMap((part) => {
    const seen = new Set<string>()
    return record[part].map((value, at) => {
      const own = 'id' in value ? value.id : noticeKey(value)
      const id = seen.has(own) ? `${own}#${at}` : own
      seen.add(id)
      return rowOf(part, id, placeIn(part, value, at), value)
    })
  })
  const { negotiation, readingVersion } = record
  return [
    ...rows,
    aboutRow({
      negotiation,
      readingVersion,
      ...(knownOn ? { knownOn } : {}),
      leftOut,
      counts: countsOf(record, asideIn(record.entries)),
      builtAt,
    }),
  ]
}

export const aboutRow = (about: About): PartRow => rowOf('about', 'record', 0, about)

/** Where a row stands among those of its part; those of one place stand in the order of their ids. */
export function placeIn(part: PartName, value: object, at = 0): number {
  if (part === 'parties') return -(value as Party).reports
  if (part !== 'issues') return 0
  const { id, entries } = value as Issue
  // Those that the user names come first, as named.
  return id.startsWith('issue:') ? at - 1e9 : -entries
}

export function rowOf(part: PartRow['part'], id: string, place: number, value: object): PartRow {
  const body = JSON.stringify(value)
  return { part, id, place, hash: shortHash(body), body }
}
