// In: reports read anew, what is meant. Out: the blocks they are of assembled, tied, in their disputes, and written where they differ.
import type { DatabaseSync } from 'node:sqlite'
import type { Days, Entry } from '../../model/index.ts'
import { byUniqueId } from '../../record/build.ts'
import type { PlacedReading } from '../../record/placing/placed.ts'
import { isOutside } from '../../record/scope.ts'
import { speakersOf } from '../../record/weights/weight.ts'
import { entryRow } from '../record-rows.ts'
import { ranker } from '../sqlite-ranks.ts'
import { trigramsOf } from '../sqlite-search.ts'
import { entryWriter } from '../sqlite-writer.ts'
import { assembleAnew, dropBare, type Frame, putBare, standing } from './blocks.ts'
import { type Disputed, disputeAnew, rowsOf } from './disputed.ts'
import type { Filing } from './matter.ts'
import type { Otherwise } from './otherwise.ts'
import type { Sql } from './tables.ts'
import { keptEntries, relink, tieAnew } from './tie.ts'
import type { Who } from './who.ts'

export interface Blocks extends Pick<Disputed, 'disputes' | 'withdrawn'> {
  readonly changed: number
  readonly gone: number
  /** Entries as they stood and as they stand, where they differ. */
  readonly before: readonly Entry[]
  readonly after: readonly Entry[]
}

/** What blocks are assembled from and filed by. */
export interface Grounds {
  readonly anew: readonly { readonly n: number; readonly settled: PlacedReading }[]
  /** Reports in which somebody stands for another than before. */
  readonly again: ReadonlySet<string>
  /** Reports that stand as they did beside others: only what they tell otherwise is assembled anew. */
  readonly beside: ReadonlySet<string>
  /** Rows of entries that may be another's account by now. */
  readonly accounts: ReadonlySet<number>
  readonly who: Who
  readonly filing: Filing
  readonly otherwise: Otherwise
}

/** Assembles the blocks of these reports anew, ties them, files what is filed otherwise, and writes what differs. */
export function writeBlocks(
  database: DatabaseSync,
  sql: Sql,
  { anew, again, beside, accounts, who, filing, otherwise }: Grounds,
): Blocks {
  const known = publishedIn(sql)
  const { bare, before } = assembleAnew(
    sql,
    anew.map(({ n, settled }) => ({ n, placed: settled })),
    beside,
    accounts,
  )
  const renamed = new Map<string, string>()
  const sides = { get: who.sideOf } as ReadonlyMap<string, string>
  const fileIn = <E extends Entry>(entry: E): E => ({
    ...entry,
    aside: isOutside(entry, filing.meant, sides),
  })
  const all = byUniqueId(bare, renamed)
  const same = standing(
    sql,
    [...before].filter((n) => !accounts.has(n)),
    all,
  )
  const bared = all.filter(({ id }) => !same.ids.has(id)).map(fileIn)
  const kept = keptEntries(
    sql,
    [...before].filter((n) => !same.rows.has(n)),
  )
  const own = new Set(kept.keys())
  for (const [n, entry] of kept) relink(sql, n, entry, undefined, known)
  const tied = tieAnew(sql, [...kept.values()], bared, known, sides)
  const others = new Map(tied.others.map((one) => [one.n, one]))
  const filed: Entry[] = []
  for (const [n, was] of looked(sql, filing, again)) {
    if (own.has(n)) continue
    const is = fileIn(others.get(n)?.is ?? was)
    if (is.aside === was.aside) continue
    others.delete(n)
    kept.set(n, was)
    filed.push({ ...is, disputes: [] })
  }
  const settled = disputeAnew(
    sql,
    { before: kept, after: [...tied.after, ...filed], others: [...others.values()] },
    known,
    otherwise,
  )
  const rankIn = ranker(filing.meant.negotiation, (report) => known.get(report)?.latest)
  const writer = entryWriter(database, rankIn)
  const numbers = new Map([...kept].map(([n, { id }]) => [id, n]))
  const ids = new Set(settled.after.map(({ id }) => id))
  let gone = 0
  for (const [n, entry] of kept) {
    if (own.has(n)) sql('delete from renamed where entry = ?').run(n)
    if (ids.has(entry.id)) continue
    gone++
    writer.drop(n)
    dropBare(sql, n)
  }
  let changed = 0
  const put = (entry: Entry, n: number | undefined, was?: Entry): number => {
    const { hash, body } = entryRow(entry)
    const there =
      n === undefined ? undefined : (sql('select hash from entries where n = ?').get(n) as { hash: string })
    if (there?.hash === hash) {
      if (!entry.aside) writer.rank(n!, entry)
      return n!
    }
    changed++
    if (n === undefined || was?.body !== entry.body || was.evidence !== entry.evidence)
      return writer.put(entry, hash, body, n)
    if (JSON.stringify({ ...was, aside: entry.aside }) === body) writer.turn(entry, hash, n)
    else writer.file(entry, hash, body, n)
    return n
  }
  for (const [at, entry] of settled.after.entries()) {
    const before = numbers.get(entry.id)
    const was = before === undefined ? undefined : kept.get(before)
    const n = put(entry, before, was)
    relink(sql, n, own.has(n) ? undefined : was, entry, known)
    const assembled = bared[at]
    if (!assembled) continue
    putBare(sql, n, assembled)
    const from = renamed.get(entry.id)
    if (from !== undefined) sql('insert into renamed (entry, id) values (?, ?)').run(n, from)
  }
  for (const { n, was, is } of settled.others) {
    put(is, n, was)
    relink(sql, n, was, is, known)
  }
  rankAnew(sql, writer.rank, filing.sides)
  const { disputes, withdrawn } = settled
  return { changed, gone, before: [...kept.values()], after: settled.after, disputes, withdrawn }
}

/** Entries that may be filed otherwise, and whose rank may be other where other sides negotiate. */
function* looked(
  sql: Sql,
  { reports, reworded, meant: { matter } }: Filing,
  again: ReadonlySet<string>,
): Iterable<readonly [number, Entry]> {
  const rowsBy = (text: string) => (sql(text).all() as { n: number }[]).map(({ n }) => n)
  const rows = reports
    ? new Set([
        ...[...reports, ...again].flatMap((report) => rowsOf(sql, report)),
        ...rowsWith(sql, reworded),
      ])
    : matter
      ? // Nothing else is of the matter, or was.
        new Set([...rowsBy('select n from entries where aside = 0'), ...rowsBy(OF_THE_MATTER)])
      : rowsBy('select n from entries')
  for (const n of rows) yield* keptEntries(sql, [n])
}

/** Rows of entries that rest on these reports and may have one of these words. */
function rowsWith(sql: Sql, { words, reports }: Filing['reworded']): number[] {
  if (words.length === 0) return []
  const rows = reports.flatMap((report) => rowsOf(sql, report))
  // As a word of a sentence it may have another ending: "policies".
  const questions = words.map((word) => trigramsOf([word.replace(/y$/, '')]))
  if (questions.includes(undefined)) return rows
  const found = sql('select rowid as n from entry_trigrams where entry_trigrams match ?').all(
    questions.map((one) => `(${one})`).join(' OR '),
  ) as { n: number }[]
  const having = new Set(found.map(({ n }) => n))
  return rows.filter((n) => having.has(n))
}

const OF_THE_MATTER =
  'select distinct e.entry as n from grown_reports r join tellings t on t.report = r.n join evidence e on e.id = t.evidence where r.own = 1'

/** Only what is said weighs more where a side says it. */
function rankAnew(sql: Sql, rank: ReturnType<typeof entryWriter>['rank'], sides: readonly string[]): void {
  if (sides.length === 0) return
  const rows = sql("select entry as n from ranks where kind = 'statement'").all() as { n: number }[]
  for (const { n } of rows)
    for (const entry of keptEntries(sql, [n]).values())
      if (entry.kind === 'statement' && speakersOf(entry).some(({ id }) => sides.includes(id))) rank(n, entry)
}

/** When the reports that the record grows from were out, each looked up once. */
function publishedIn(sql: Sql): ReadonlyMap<string, Days> {
  const known = new Map<string, Days | undefined>()
  const get = (report: string): Days | undefined => {
    if (!known.has(report)) {
      const row = sql('select frame from grown_reports where report = ?').get(report) as
        | { frame: string }
        | undefined
      known.set(report, row && (JSON.parse(row.frame) as Frame).published)
    }
    return known.get(report)
  }
  return { get } as ReadonlyMap<string, Days>
}
