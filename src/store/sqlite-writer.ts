// In: entries and parts of a record. Out: their rows written, with the tables that pages are read from; only what differs.
import type { DatabaseSync } from 'node:sqlite'
import type { Entry } from '../model/index.ts'
import type { BuiltRecord } from '../record/build.ts'
import { pack, packPlain } from './packed.ts'
import { entryRow, type PartRow, partRows } from './record-rows.ts'
import {
  entryForgetter,
  entryRanker,
  NAMED_PARTS,
  namer,
  namesOf,
  type Ranker,
  ranker,
} from './sqlite-ranks.ts'
import { entryIndexer } from './sqlite-search.ts'
import type { Written } from './store.ts'

/** Writes what of a whole record differs from the one kept. */
export function writeWhole(database: DatabaseSync, built: BuiltRecord, way: Way = 'for good'): Written {
  writeParts(database, built)
  return writeEntries(database, built, way)
}

/** Entries kept for good take little room and are found by their words; `quickly` neither, in a quarter of the time. */
export type Way = 'for good' | 'quickly'

/** Writes single rows of the parts; `hash` is what the row had, where there was one. */
export function partWriter(database: DatabaseSync) {
  const put = database.prepare(
    'insert or replace into record_parts (part, id, place, hash, body) values (?, ?, ?, ?, ?)',
  )
  const forget = database.prepare('delete from record_parts where part = ? and id = ?')
  const name = namer(database)
  return {
    put: ({ part, id, place, hash, body }: PartRow, before?: string): void => {
      put.run(part, id, place, hash, body)
      const heads = before === hash ? undefined : NAMED_PARTS[part]
      if (!heads) return
      const value: unknown = JSON.parse(body)
      for (const head of heads) name(head, id, namesOf(head, value))
    },
    drop: (part: string, id: string): void => {
      forget.run(part, id)
      for (const head of NAMED_PARTS[part] ?? []) name(head, id, [])
    },
  }
}

function writeParts(database: DatabaseSync, built: BuiltRecord): void {
  const rows = database
    .prepare('select part, id, place, hash from record_parts')
    .all() as unknown as PartRow[]
  const known = new Map(rows.map((one) => [`${one.part}\n${one.id}`, one]))
  const writer = partWriter(database)
  const { n } = database.prepare('select coalesce(max(n), 0) as n from changes').get() as { n: number }
  for (const row of partRows(built, n)) {
    const key = `${row.part}\n${row.id}`
    const before = known.get(key)
    if (before?.place !== row.place || before.hash !== row.hash) writer.put(row, before?.hash)
    known.delete(key)
  }
  for (const { part, id } of known.values()) writer.drop(part, id)
}

/** Writes single entries with all that is found by them. */
export function entryWriter(database: DatabaseSync, rankIn: Ranker, way: Way = 'for good') {
  const add = database.prepare('insert into entries (id, kind, aside, hash, packed) values (?, ?, ?, ?, ?)')
  const alter = database.prepare('update entries set kind = ?, aside = ?, hash = ?, packed = ? where n = ?')
  const turn = database.prepare('update entries set aside = ?, hash = ? where n = ?')
  const rest = database.prepare('insert or ignore into evidence (id, entry) values (?, ?)')
  const unrest = database.prepare('delete from evidence where entry = ?')
  const index = way === 'quickly' ? undefined : entryIndexer(database)
  const rankEntry = entryRanker(database, rankIn)
  const unrank = entryForgetter(database)
  const forget = database.prepare('delete from entries where n = ?')
  const unindex = database.prepare('delete from entry_trigrams where rowid = ?')
  const rerank = (n: number, entry: Entry) => {
    unrank(n)
    rankEntry(n, entry)
  }
  return {
    /** In place of the row of this number, or as a new one; gives its number. */
    put: (entry: Entry, hash: string, body: string, before?: number): number => {
      const packed = way === 'quickly' ? packPlain(body) : pack(body)
      const aside = entry.aside ? 1 : 0
      if (before !== undefined) {
        alter.run(entry.kind, aside, hash, packed, before)
        unrest.run(before)
        unrank(before)
      }
      const n = before ?? Number(add.run(entry.id, entry.kind, aside, hash, packed).lastInsertRowid)
      for (const { id } of entry.evidence) rest.run(id, n)
      index?.(n, entry)
      rankEntry(n, entry)
      return n
    },
    /** In its row, where its words and what it rests on are what they were. */
    file: (entry: Entry, hash: string, body: string, n: number): void => {
      alter.run(entry.kind, entry.aside ? 1 : 0, hash, pack(body), n)
      rerank(n, entry)
    },
    /** In its row, where it only lies aside and did not, or the other way round. */
    turn: (entry: Entry, hash: string, n: number): void => {
      turn.run(entry.aside ? 1 : 0, hash, n)
      rerank(n, entry)
    },
    rank: rerank,
    drop: (n: number): void => {
      unrest.run(n)
      forget.run(n)
      unindex.run(n)
      unrank(n)
    },
  }
}

function writeEntries(database: DatabaseSync, built: BuiltRecord, way: Way): Written {
  const known = new Map(
    (
      database
        .prepare('select e.n, e.id, e.hash, r.weight from entries e left join ranks r on r.entry = e.n')
        .all() as unknown as { n: number; id: string; hash: string; weight: number | null }[]
    ).map((one) => [one.id, one]),
  )
  const latest = new Map(built.record.reports.map((report) => [report.id, report.published.latest]))
  const rankIn = ranker(built.record.negotiation, (id) => latest.get(id))
  const writer = entryWriter(database, rankIn, way)
  let changed = 0
  // Row by row: the bodies of many entries take as much room as the record.
  for (const entry of built.record.entries) {
    const { hash, body } = entryRow(entry)
    const before = known.get(entry.id)
    known.delete(entry.id)
    if (before?.hash === hash) {
      if (before.weight !== null && before.weight !== rankIn(entry).weight) writer.rank(before.n, entry)
      continue
    }
    changed++
    writer.put(entry, hash, body, before?.n)
  }
  for (const { n } of known.values()) writer.drop(n)
  return { entries: built.record.entries.length, changed, gone: known.size }
}
