// In: the path of a file. Out: the store of a dossier in it: SQLite, one writer, many readers, every commit synced.
import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { shortHash } from '../model/index.ts'
import { fillGrowing, forgetGrowing } from './growing/fill.ts'
import { growRecord, hasGrown } from './growing/grow.ts'
import { itemId } from './item.ts'
import { pack, unpack } from './packed.ts'
import { packReading, unpackReading } from './packed-reading.ts'
import { keepPast, openPast, type Past } from './past.ts'
import { entryOf, entryRow } from './record-rows.ts'
import {
  checkPlace,
  type FileOptions,
  fileProblem,
  inTransaction,
  makeFile,
  openFile,
} from './sqlite-file.ts'
import { sqliteReader } from './sqlite-reader.ts'
import { sentenceIndexer, wordsQuery } from './sqlite-search.ts'
import { writeWhole } from './sqlite-writer.ts'
import type { Change, Item, Presence, Store } from './store.ts'

/** A store in a file, which can be copied while others use it. */
export interface SqliteStore extends Store {
  /** Writes a whole copy; nothing stands at the path before it is whole. Throws `dossier-exists`, `file-not-written`, `disk-full`. */
  backup(path: string): void
  /** Lets the file grow to so many pages and no further; more is answered as a full disk. */
  limitPages(count: number): void
}

// Rows come as they are named in the query; the callers know their columns.
type Row = Record<string, never>

const CHANGE = 'n, at, kind, of, by, reason, words'
const changeOfRow = (row: Row): Change =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as unknown as Change

/** Makes a dossier's file. Throws `dossier-exists`, `disk-full`, `dossier-read-only`. */
export const makeSqliteStore = (path: string, options: FileOptions = {}): SqliteStore =>
  storeOver(makeFile(path, options), path, options.grows)

/** Opens a dossier's file. Throws a problem that says what is wrong with it. */
export const openSqliteStore = (path: string, options: FileOptions = {}): SqliteStore =>
  storeOver(openFile(path, options), path, options.grows)

/**
 * Few reports are built into a record sooner than one grows, fewer still sooner than one as of a day is read again; of more than
 * these what grows was not looked at (docs/growing.md has the numbers).
 */
const GROWS = { from: 200, to: 40_000, kept: 100 }

function storeOver(
  database: DatabaseSync,
  path: string,
  grows: NonNullable<FileOptions['grows']> = GROWS,
): SqliteStore {
  // Statements are made once; making one costs more than running it.
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>()
  const sql = (text: string) => {
    let known = statements.get(text)
    if (!known) {
      known = database.prepare(text)
      statements.set(text, known)
    }
    return known
  }
  const rows = (text: string, ...values: (string | number)[]) => sql(text).all(...values) as Row[]
  const row = (text: string, ...values: (string | number)[]) => sql(text).get(...values) as Row | undefined
  const told = <T>(work: () => T): T => {
    try {
      return work()
    } catch (error) {
      throw fileProblem(error, path)
    }
  }
  const textOf = (report: string): string | undefined =>
    told(() => {
      const found = row('select packed from texts where report = ?', report)
      return found && unpack(found.packed!)
    })
  const pasts: Past[] = []
  return {
    where: path,
    transact: (work) => told(() => inTransaction(database, work)),
    snapshot: (work) =>
      told(() => {
        if (database.isTransaction) return work()
        database.exec('begin')
        try {
          return work()
        } finally {
          if (database.isTransaction) database.exec('rollback')
        }
      }),

    setting: (name) => told(() => row('select value from settings where name = ?', name)?.value),
    set: (name, value) =>
      void sql('insert or replace into settings (name, value) values (?, ?)').run(name, value),

    settings: () =>
      told(() =>
        rows('select name, value from settings order by name').map(
          ({ name, value }) => [name as unknown as string, value as unknown as string] as const,
        ),
      ),

    addChange: ({ at, kind, of, by, reason, words }) =>
      Number(
        sql('insert into changes (at, kind, of, by, reason, words) values (?, ?, ?, ?, ?, ?)').run(
          at,
          kind,
          of ?? null,
          by ?? null,
          reason ?? null,
          words,
        ).lastInsertRowid,
      ),
    changes: () => told(() => rows(`select ${CHANGE} from changes order by n`).map(changeOfRow)),
    lastChange: () =>
      told(() => rows(`select ${CHANGE} from changes order by n desc limit 1`).map(changeOfRow)[0]),

    putItem: ({ id, kind, body }) =>
      void sql('insert or ignore into items (id, kind, packed) values (?, ?, ?)').run(id, kind, pack(body)),
    item: (id) => told(() => rows('select id, kind, packed from items where id = ?', id).map(itemOfRow)[0]),
    items: (kind, at) =>
      told(() =>
        (at === undefined
          ? rows(
              'select i.kind, i.id, i.packed from items i join presences p on p.item = i.id where i.kind = ? and p.until is null order by i.id',
              kind,
            )
          : rows(
              'select i.kind, i.id, i.packed from items i join presences p on p.item = i.id where i.kind = ? and p.since <= ? and (p.until is null or p.until > ?) order by i.id',
              kind,
              at,
              at,
            )
        ).map(itemOfRow),
      ),
    begin: (item, change) => {
      if (row('select 1 from presences where item = ? and until is null', item)) return false
      sql('insert into presences (item, since) values (?, ?)').run(item, change)
      return true
    },
    end: (item, change) =>
      sql('update presences set until = ? where item = ? and until is null').run(change, item).changes === 1,
    presences: () =>
      told(() =>
        (rows('select item, since, until from presences order by item, since') as unknown[]).map((one) => {
          const { item, since, until } = one as { item: string; since: number; until: number | null }
          return { item, since, ...(until === null ? {} : { until }) } satisfies Presence
        }),
      ),

    putText: (report, text, sentences) => {
      const { changes, lastInsertRowid } = sql(
        'insert or ignore into texts (report, packed) values (?, ?)',
      ).run(report, pack(text))
      if (changes === 0) return
      const indexSentence = sentenceIndexer(database)
      for (const { start, end } of sentences) {
        const n = sql('insert into sentences (text, start_at, end_at) values (?, ?, ?)').run(
          lastInsertRowid,
          start,
          end,
        ).lastInsertRowid
        indexSentence(n, text.slice(start, end))
      }
    },
    text: textOf,
    textIds: () => told(() => rows('select report from texts order by report').map((one) => one.report!)),

    putReading: (item, version, reading) => {
      const body = JSON.stringify(reading)
      sql('insert or replace into readings (item, version, hash, packed) values (?, ?, ?, ?)').run(
        item,
        version,
        shortHash(body),
        packReading(reading),
      )
    },
    reading: (item, version) =>
      told(() => {
        const found = row('select packed from readings where item = ? and version = ?', item, version)
        return found && unpackReading(found.packed!)
      }),
    hasReading: (item, version) =>
      told(() => row('select 1 from readings where item = ? and version = ?', item, version) !== undefined),
    readingKeys: () =>
      told(
        () =>
          rows('select item, version from readings order by item, version') as unknown as {
            item: string
            version: string
          }[],
      ),
    keepReadingsOf: (version) => void sql('delete from readings where version <> ?').run(version),

    putRecord: (built, items) => {
      const written = writeWhole(database, built)
      if (items && grows.from <= items.size && items.size <= grows.to)
        fillGrowing(database, built, (report) => items.get(report))
      else forgetGrowing(database)
      return written
    },
    growRecord: (come) => growRecord(database, come),
    hasGrown: (report) => told(() => hasGrown(database, report)),
    reader: (on) => told(() => sqliteReader(database, on)),

    past: (asOf, on) =>
      told(() => {
        const past = openPast(database, path, asOf, on)
        if (!past) return undefined
        pasts.push(past)
        return { ...past.reader, text: textOf }
      }),
    keepPast: (asOf, built) => {
      if (built.record.reports.length >= grows.kept) keepPast(database, path, asOf, built)
    },

    searchSentences: (words, limit, how = 'all words') =>
      told(() =>
        words.length === 0
          ? []
          : (rows(
              `select t.report, s.start_at as start, s.end_at as "end" from sentence_words w
                 join sentences s on s.n = w.rowid join texts t on t.n = s.text
                 join record_parts p on p.part = 'reports' and p.id = t.report
               where sentence_words match ? order by rank limit ?`,
              wordsQuery(words, how),
              limit,
            ) as unknown as { report: string; start: number; end: number }[]),
      ),
    troubles: () => told(() => troublesOf(database)),
    limitPages: (count) => database.exec(`pragma max_page_count = ${Math.trunc(count)}`),
    backup: (to) => backup(database, to),
    close: () => {
      for (const past of pasts) past.close()
      database.close()
    },
  }
}

const itemOfRow = ({ kind, id, packed }: Row): Item => ({ kind: kind!, id: id!, body: unpack(packed!) })

function backup(database: DatabaseSync, path: string): void {
  checkPlace(path)
  const part = `${path}.part`
  try {
    // A backup that was broken off left its part.
    rmSync(part, { force: true })
    database.prepare('vacuum into ?').run(part)
    syncFile(part)
    renameSync(part, path)
    syncFile(dirname(path))
  } catch (error) {
    rmSync(part, { force: true })
    throw fileProblem(error, path)
  }
}

function syncFile(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** SQLite's own check, and every hash. */
function troublesOf(database: DatabaseSync): string[] {
  const found: string[] = []
  for (const one of database.prepare('pragma integrity_check(20)').all() as Row[])
    if (one.integrity_check !== 'ok') found.push(String(one.integrity_check))
  if (found.length > 0) return found
  const wrong = (what: string, id: string) => found.push(`${what} ${id} is not what its hash says`)
  for (const one of database.prepare('select id, kind, packed from items').iterate() as Iterable<Row>)
    if (!isWhole(() => itemId(one.kind!, unpack(one.packed!)) === one.id)) wrong('item', one.id!)
  for (const one of database.prepare('select item, hash, packed from readings').iterate() as Iterable<Row>)
    if (!isWhole(() => shortHash(JSON.stringify(unpackReading(one.packed!))) === one.hash))
      wrong('the reading of', one.item!)
  for (const one of database
    .prepare('select id, aside, hash, packed from entries')
    .iterate() as Iterable<Row>)
    if (!isWhole(() => entryRow(entryOf({ aside: one.aside!, packed: one.packed! })).hash === one.hash))
      wrong('entry', one.id!)
  for (const one of database
    .prepare('select part, id, hash, body from record_parts')
    .iterate() as Iterable<Row>)
    if (shortHash(one.body!) !== one.hash) wrong(one.part!, one.id!)
  for (const table of ['sentence_words', 'entry_trigrams'])
    try {
      database.exec(`insert into ${table} (${table}) values ('integrity-check')`)
    } catch {
      found.push(`the search index ${table} is damaged`)
    }
  return found
}

/** Whether a test holds; what cannot be unpacked is not whole. */
function isWhole(test: () => boolean): boolean {
  try {
    return test()
  } catch {
    return false
  }
}
