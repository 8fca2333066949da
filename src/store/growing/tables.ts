// In: nothing. Out: the tables by which a dossier's record grows: per key what a further report may touch. Made of the readings, like the record.
import type { DatabaseSync } from 'node:sqlite'
import { shortHash } from '../../model/index.ts'

/** Named otherwise whenever rows would be made otherwise; tables filled under another name are not used. */
export const GROWING_VERSION = '11'

const GROWING = `
  create table growing (name text primary key, value text not null) strict, without rowid;
  create table grown_reports (
    n integer primary key, report text not null unique, item text not null, news integer not null,
    own integer not null, whole integer not null, dated text, day integer, read integer not null,
    negotiating integer not null, keys blob not null, sums blob not null, frame text not null, denials text
  ) strict;
  create index grown_news on grown_reports (news, report);
  create index grown_own on grown_reports (own);
  create index grown_days on grown_reports (whole, day);
  create index grown_dated on grown_reports (dated);
  create table keys (n integer primary key, key text not null unique) strict;
  create table tellings (
    n integer primary key, evidence text not null unique, report integer not null, unit integer, packed blob not null
  ) strict;
  create index tellings_of_report on tellings (report);
  create index tellings_of_unit on tellings (unit) where unit is not null;
  create table links (kind integer not null, key integer not null, id integer not null, primary key (kind, key, id))
    strict, without rowid;
  create table bare (entry integer primary key, hash text not null) strict;
  create table renamed (entry integer primary key, id text not null) strict;
  create index renamed_from on renamed (id);
  create table mentions (
    id text not null, report text not null, at integer not null, type text not null, title text,
    primary key (id, report, at)
  ) strict, without rowid;
  create table name_facts (
    id text not null, type text not null, name text not null, title text not null, of text not null,
    mentions integer not null, times integer not null, first text not null, last text not null,
    primary key (id, type, name, title, of)
  ) strict, without rowid;
  create index name_facts_of on name_facts (of) where of <> '';
  create table name_keys (key text not null, id text not null, primary key (key, id)) strict, without rowid;
  create table who (
    id text primary key, kept text not null, party integer not null, of text, side text, side_name text,
    inferred integer not null, member integer not null, seat text, seat_name text, sits integer not null
  ) strict, without rowid;
  create index who_kept on who (kept) where kept <> id;
  create index who_side on who (side) where side is not null;
  create index who_seat on who (seat) where seat is not null;
  create table aims (by text not null, at text not null, primary key (by, at)) strict, without rowid;
  create index aims_at on aims (at);
  create table side_sums (kind text not null, side text not null, sum integer not null, primary key (kind, side))
    strict, without rowid;
  create index side_sums_in_order on side_sums (kind, sum desc, side);
  create table origin_reports (
    origin text not null, report text not null, kind text not null, primary key (origin, report)
  ) strict, without rowid;
  create index origin_reports_of on origin_reports (report);
  create table phrases (
    entry text not null, key text not null, words text not null, places text not null, primary key (entry, key)
  ) strict, without rowid;
  create table told_pairs (
    report text not null, start integer not null, key text not null, other text not null,
    primary key (report, start, key, other)
  ) strict, without rowid;
  create table topics (topic text primary key, entries integer not null) strict, without rowid;
`

/** All that {@link GROWING} makes. */
export const GROWING_TABLES: readonly string[] = [...GROWING.matchAll(/create table (\w+)/g)].map(
  ([, name]) => name!,
)

/** Makes the tables, empty, in place of any that are there. */
export function remakeGrowing(database: DatabaseSync): void {
  for (const table of GROWING_TABLES) database.exec(`drop table if exists ${table}`)
  database.exec(GROWING)
}

/** What links lead from and to. */
export const LINK = {
  /** From a key of two tellings that may be one, to tellings. */
  join: 1,
  /** From a key by which one entry asks for others, to those that ask; and to those that answer. */
  asks: 2,
  answers: 3,
  /** From a shingle to reports. */
  shingle: 4,
  /** From a key or a date of an undated report's days, and from {@link UNDATED}, to reports. */
  undated: 5,
  /** From a key of what is told of a thing, to reports. */
  telling: 6,
  /** From an id that claims have and no mention, to reports. */
  beside: 7,
} as const

/** The key of all reports without a day. */
export const UNDATED = 'all'

/** Thrown where a report touches more than its blocks: the record is then built from nothing. */
export class NotGrown extends Error {}

/** Statements are made once; making one costs more than running it. */
export type Sql = (text: string) => ReturnType<DatabaseSync['prepare']>

const made = new WeakMap<DatabaseSync, Sql>()

export function sqlOf(database: DatabaseSync): Sql {
  const known = made.get(database)
  if (known) return known
  const statements = new Map<string, ReturnType<DatabaseSync['prepare']>>()
  const sql: Sql = (text) => {
    const statement = statements.get(text) ?? database.prepare(text)
    statements.set(text, statement)
    return statement
  }
  made.set(database, sql)
  return sql
}

/** A key as the number it is kept by; two keys of one number only make more to look at. */
export const keyNumber = (key: string): number => Number.parseInt(shortHash(key), 36)

export const linked = (sql: Sql, kind: number, key: string | number): number[] =>
  (
    sql('select id from links where kind = ? and key = ? order by id').all(
      kind,
      typeof key === 'number' ? key : keyNumber(key),
    ) as { id: number }[]
  ).map(({ id }) => id)

const waiting = new WeakMap<Sql, [kind: number, key: number, id: number][]>()

export function link(sql: Sql, kind: number, key: string | number, id: number): void {
  const number = typeof key === 'number' ? key : keyNumber(key)
  const held = waiting.get(sql)
  if (held) held.push([kind, number, id])
  else sql('insert or ignore into links (kind, key, id) values (?, ?, ?)').run(kind, number, id)
}

/** Puts all links that some work makes in their own order, which is many times as fast as in any other. */
export function linkingInOrder(sql: Sql, work: () => void): void {
  const held: [number, number, number][] = []
  waiting.set(sql, held)
  try {
    work()
  } finally {
    waiting.delete(sql)
  }
  held.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2])
  for (const [kind, key, id] of held) link(sql, kind, key, id)
}

export const unlink = (sql: Sql, kind: number, key: string, id: number | bigint): void =>
  void sql('delete from links where kind = ? and key = ? and id = ?').run(kind, keyNumber(key), id)

export const setGrowing = (sql: Sql, name: string, value: string): void =>
  void sql('insert or replace into growing (name, value) values (?, ?)').run(name, value)

export const growing = (sql: Sql, name: string): string | undefined =>
  (sql('select value from growing where name = ?').get(name) as { value: string } | undefined)?.value
