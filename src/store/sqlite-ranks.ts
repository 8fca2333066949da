// In: entries as they are written. Out: tables that a page is read from: what weighs most, what falls due next, who is called how.
import type { DatabaseSync } from 'node:sqlite'
import type { Day, Entry, EntryKind, Issue, Origin, Party, PlacedReport, RecordJson } from '../model/index.ts'
import { countsOf } from '../record/counts.ts'
import { dueDaysOf } from '../record/due-days.ts'
import { DISPUTE_ORDER } from '../record/in-memory.ts'
import { widerNames } from '../record/names/issue-names.ts'
import { dayWeight, lastToldOn, plainWeight } from '../record/weights/weight.ts'
import { type About, entryOf, rowOf } from './record-rows.ts'

export const RANKS = `
  create table ranks (
    entry integer primary key, id text not null, kind text not null, dated integer not null, weight real not null
  ) strict;
  create index ranks_in_order on ranks (kind, dated, weight desc, id);
  create table due_days (
    kind text not null, day text not null, id text not null, entry integer not null, primary key (kind, day, id)
  ) strict, without rowid;
  create index due_days_of on due_days (entry);
  create table names (
    part text not null, name text not null, id text not null, primary key (part, name, id)
  ) strict, without rowid;
  create index names_of on names (part, id);
`

/** How an entry stands in the order of pages: its weight, and whether a day is in it. */
export interface Rank {
  readonly weight: number
  readonly dated: 0 | 1
}

export type Ranker = (entry: Entry) => Rank

export const ranker =
  (negotiation: RecordJson['negotiation'], latestOf: (report: string) => Day | undefined): Ranker =>
  (entry) => {
    const day = lastToldOn(entry, latestOf)
    const plain = plainWeight(entry, negotiation)
    return day === undefined ? { weight: plain, dated: 0 } : { weight: plain + dayWeight(day), dated: 1 }
  }

/** Puts entries into the tables of ranks and due days; matters aside are in neither, and are not weighed. */
export function entryRanker(
  database: DatabaseSync,
  rankIn: Ranker,
): (n: number | bigint, entry: Entry) => void {
  const put = database.prepare('insert into ranks (entry, id, kind, dated, weight) values (?, ?, ?, ?, ?)')
  const due = database.prepare('insert into due_days (kind, day, id, entry) values (?, ?, ?, ?)')
  return (n, entry) => {
    if (entry.aside) return
    const { weight, dated } = rankIn(entry)
    put.run(n, entry.id, entry.kind, dated, weight)
    for (const day of dueDaysOf(entry)) due.run(entry.kind, day, entry.id, n)
  }
}

export function entryForgetter(database: DatabaseSync): (n: number | bigint) => void {
  const unrank = database.prepare('delete from ranks where entry = ?')
  const undue = database.prepare('delete from due_days where entry = ?')
  return (n) => {
    unrank.run(n)
    undue.run(n)
  }
}

/** Puts the names of parties, origins and issues, each in place of what stood there. */
export function namer(database: DatabaseSync): (part: string, id: string, names: readonly string[]) => void {
  const forget = database.prepare('delete from names where part = ? and id = ?')
  const put = database.prepare('insert or ignore into names (part, name, id) values (?, ?, ?)')
  return (part, id, names) => {
    forget.run(part, id)
    for (const name of names) put.run(part, name, id)
  }
}

/** Parts that are looked for by name, and under which heads the table of names has them. */
export const NAMED_PARTS: Readonly<Record<string, readonly string[]>> = {
  parties: ['parties'],
  origins: ['origins'],
  issues: ['issues', 'matters'],
}

/** What a party, an origin or an issue is called, under each head. */
export function namesOf(head: string, value: unknown): readonly string[] {
  if (head === 'origins') return [(value as Origin).name]
  if (head === 'issues') return (value as Issue).names
  if (head === 'matters') return widerNames(value as Issue)
  const { name, names } = value as Party
  return [name, ...names]
}

function partsIn<T>(database: DatabaseSync, part: string): T[] {
  const rows = database.prepare('select body from record_parts where part = ? order by place, id').all(part)
  return (rows as unknown as { body: string }[]).map(({ body }) => JSON.parse(body) as T)
}

/** Counts again what was read, in a file whose counts hold less. */
export function fillCounts(database: DatabaseSync): void {
  const [about] = partsIn<About>(database, 'about')
  if (!about) return
  const { aside } = database.prepare('select count(*) as aside from entries where aside = 1').get() as {
    aside: number
  }
  const counts = countsOf(
    {
      reports: partsIn(database, 'reports'),
      origins: partsIn(database, 'origins'),
      notices: partsIn(database, 'notices'),
    },
    aside,
  )
  const { body, hash } = rowOf('about', 'record', 0, { ...about, counts })
  database.prepare("update record_parts set body = ?, hash = ? where part = 'about'").run(body, hash)
}

/** Disputes in the order of pages, so that the first of many are found without looking at the others. */
export const DISPUTES_IN_ORDER = `case json_extract(body, '$.class') ${DISPUTE_ORDER.map((one, at) => `when '${one}' then ${at}`).join(' ')} end, id`

/** Names issues, and puts disputes in order, in a file that has neither. */
export function fillIssueNames(database: DatabaseSync): void {
  database.exec(
    `create index if not exists disputes_in_order on record_parts (${DISPUTES_IN_ORDER}) where part = 'disputes'`,
  )
  const name = namer(database)
  for (const issue of partsIn<Issue>(database, 'issues'))
    for (const head of NAMED_PARTS.issues!) name(head, issue.id, namesOf(head, issue))
}

/** Fills the tables of a file that had none. */
export function fillRanks(database: DatabaseSync): void {
  const [about] = partsIn<About>(database, 'about')
  if (!about) return
  const reports = partsIn<PlacedReport>(database, 'reports')
  const name = namer(database)
  for (const part of ['parties', 'origins'])
    for (const one of partsIn<Party | Origin>(database, part)) name(part, one.id, namesOf(part, one))
  const latest = new Map(reports.map((report) => [report.id, report.published.latest]))
  const rank = entryRanker(
    database,
    ranker(about.negotiation, (id) => latest.get(id)),
  )
  for (const row of database.prepare('select n, aside, packed from entries order by n').iterate()) {
    const one = row as unknown as { n: number; aside: number; packed: Uint8Array }
    rank(one.n, entryOf(one))
  }
}

/** Rows of entries of a kind that weigh most, and of those whose days lie nearest to a day on either side. */
export function shortlistRows(
  database: DatabaseSync,
  kind: EntryKind,
  most: number,
  on: Day | undefined,
): { readonly rows: readonly unknown[]; readonly of: number } {
  const ids = new Set<number>()
  const find = (sql: string, ...values: (string | number)[]) => {
    for (const { entry } of database.prepare(sql).all(...values) as unknown as { entry: number }[])
      ids.add(entry)
  }
  for (const dated of [0, 1])
    find(
      'select entry from ranks where kind = ? and dated = ? order by weight desc, id limit ?',
      kind,
      dated,
      most,
    )
  find(
    'select entry from due_days where kind = ? and day >= ? order by day, id limit ?',
    kind,
    on ?? '',
    most,
  )
  if (on !== undefined)
    find(
      'select entry from due_days where kind = ? and day < ? order by day desc, id desc limit ?',
      kind,
      on,
      most,
    )
  const { of } = database.prepare('select count(*) as "of" from ranks where kind = ?').get(kind) as {
    of: number
  }
  const one = database.prepare(
    'select e.n, e.id, e.aside, e.packed, r.weight, r.dated from entries e join ranks r on r.entry = e.n where e.n = ?',
  )
  return { rows: [...ids].map((n) => one.get(n)).filter((row) => row !== undefined), of }
}
