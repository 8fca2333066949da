// In: entries that changed, as they stood and as they stand. Out: the disputes that they are in, and were, decided again; the entries whose disputes are others now.
import type { Denial, Dispute, Entry } from '../../model/index.ts'
import { deniesEver } from '../../record/disputes/denial-disputes.ts'
import { findDisputes } from '../../record/disputes/disputes.ts'
import type { ToldPair } from '../../record/disputes/tellings.ts'
import type { KnownBy } from '../../record/fate/told-on.ts'
import type { PlacedReading } from '../../record/placing/placed.ts'
import { heldAgainst, mayDisagree } from '../../record/ties.ts'
import type { Otherwise } from './otherwise.ts'
import { LINK, linked, NotGrown, type Sql } from './tables.ts'
import { keptEntries } from './tie.ts'

/** An entry in its row, as it was and as it is. */
export interface Altered {
  readonly n: number
  readonly was: Entry
  readonly is: Entry
}

interface Changed {
  /** Rows that go or change, as they stood. */
  readonly before: ReadonlyMap<number, Entry>
  /** Entries that come in their place, in no dispute yet. */
  readonly after: readonly Entry[]
  readonly others: readonly Altered[]
}

export interface Disputed extends Omit<Changed, 'before'> {
  /** Ids of those that are none any more. */
  readonly withdrawn: readonly string[]
  readonly disputes: readonly Dispute[]
}

/** More entries than these that disagree with each other are not looked at one by one. */
const MOST_DISPUTED = 10_000

/**
 * Decides again the disputes of changed entries, and of all that are in a dispute with one of them, was or may be: nothing
 * that is left out bears on these.
 */
export function disputeAnew(
  sql: Sql,
  { before, after, others }: Changed,
  known: KnownBy,
  otherwise: Otherwise,
): Disputed {
  const standing = new Map(others.map(({ n, is }) => [n, is]))
  const entryAt = (n: number): Entry | undefined => {
    if (before.has(n)) return undefined
    const found = standing.get(n) ?? keptEntries(sql, [n]).get(n)
    if (found) standing.set(n, found)
    return found
  }
  /** Entries decided again, those that stand with their rows. */
  const again = new Map<string, Entry>()
  const rows = new Map<string, number>()
  const stood = new Map<string, Dispute>()
  const denials = new Map<string, readonly Denial[]>()
  const denialsOf = remembering((report) => denialsIn(sql, report))
  const rowsBy = remembering((report) => rowsOf(sql, report))
  const beside = new Map<string, Entry>()
  const decide = (entry: Entry, n?: number): void => {
    if (again.has(entry.id)) return
    if (again.size > MOST_DISPUTED) throw new NotGrown('disputes of many entries')
    again.set(entry.id, entry)
    if (n !== undefined) rows.set(entry.id, n)
  }
  const decideRows = (found: Iterable<number>, isOne: (entry: Entry) => boolean): void => {
    for (const n of found) {
      const entry = entryAt(n)
      if (entry && isOne(entry)) decide(entry, n)
    }
  }
  /** What an entry was in dispute with is decided again with it. */
  const withdraw = ({ disputes }: Entry): void => {
    for (const id of disputes) {
      if (stood.has(id)) continue
      const one = disputeCalled(sql, id)
      stood.set(id, one)
      decideRows(
        one.entries.flatMap((entry) => rowCalled(sql, entry) ?? []),
        () => true,
      )
    }
  }
  /** What a report tells and denies itself is decided by all that stands for the two sentences. */
  const withDenials = ({ evidence }: Entry): void => {
    for (const { report, spans } of evidence) {
      if (denials.has(report)) continue
      const own = denialsOf(report)
      const starts = new Set(own.flatMap(({ start, told }) => [start, told.start]))
      if (!starts.has(spans[0]?.start ?? -1)) continue
      denials.set(report, own)
      decideRows(rowsBy(report), (entry) =>
        entry.evidence.some((one) => one.report === report && starts.has(one.spans[0]?.start ?? -1)),
      )
    }
  }
  const pairs = new Map<string, ToldPair>()
  const followed = new Set<string>()
  const decideSentence = (report: string, start: number): void =>
    decideRows(rowsBy(report), ({ evidence }) =>
      evidence.some((one) => one.report === report && one.spans[0]?.start === start),
    )
  /** All that tells of one thing is decided together, however it hangs together. */
  const follow = (key: string): void => {
    if (followed.has(key)) return
    followed.add(key)
    for (const [one, other] of otherwise.pairsOf(key)) {
      pairs.set([one.key, other.key].sort().join(), [one, other])
      decideSentence(one.report, one.telling.start)
      follow(other.key)
    }
  }
  const withTold = ({ evidence }: Entry): void => {
    for (const { report, spans } of evidence)
      for (const key of otherwise.at(report, spans[0]?.start ?? -1)) follow(key)
  }
  const changed = [...before.values(), ...after]
  for (const entry of after) decide(entry)
  for (const { report, start, key } of otherwise.changed) {
    decideSentence(report, start)
    follow(key)
  }
  for (const entry of changed) {
    withdraw(entry)
    withDenials(entry)
    withTold(entry)
    // A figure may be what explains the dispute of others in its report.
    if (entry.kind === 'figure')
      decideRows(besideIn(rowsBy, entry), ({ kind, disputes }) => kind === 'figure' && disputes.length > 0)
  }
  for (const entry of again.values()) {
    if (deniesEver(entry, known)) throw new NotGrown('a denial without a time')
    const near = new Set(heldAgainst(entry, known).flatMap((key) => linked(sql, LINK.answers, key)))
    decideRows(near, (other) => mayDisagree(entry, other, known))
    withdraw(entry)
    withDenials(entry)
    withTold(entry)
    if (entry.kind !== 'figure') continue
    for (const n of besideIn(rowsBy, entry)) {
      const other = entryAt(n)
      if (other?.kind === 'figure') beside.set(other.id, other)
    }
  }
  const all = [...new Map([...beside, ...again]).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const disputes = findDisputes(all, known, denying(denials), [...pairs.values()]).filter(({ entries }) =>
    entries.some((id) => again.has(id)),
  )
  if (disputes.some(({ entries }) => !entries.every((id) => again.has(id))))
    throw new NotGrown('a dispute with an entry that was not looked at')
  const idsOf = (id: string) => disputes.filter(({ entries }) => entries.includes(id)).map((one) => one.id)
  const altered = new Map(others.map((one) => [one.n, one]))
  for (const [id, n] of rows) {
    const entry = again.get(id)!
    const own = idsOf(id)
    if (own.join() === entry.disputes.join()) continue
    altered.set(n, { n, was: altered.get(n)?.was ?? entry, is: { ...entry, disputes: own } })
  }
  const now = new Set(disputes.map(({ id }) => id))
  return {
    after: after.map((entry) => ({ ...entry, disputes: idsOf(entry.id) })),
    others: [...altered.values()],
    withdrawn: [...stood.keys()].filter((id) => !now.has(id)),
    disputes,
  }
}

function disputeCalled(sql: Sql, id: string): Dispute {
  const row = sql("select body from record_parts where part = 'disputes' and id = ?").get(id) as
    | { body: string }
    | undefined
  if (!row) throw new NotGrown('a dispute that is not kept')
  return JSON.parse(row.body) as Dispute
}

const rowCalled = (sql: Sql, entry: string): number | undefined =>
  (sql('select n from entries where id = ?').get(entry) as { n: number } | undefined)?.n

/** Rows of the entries that rest on a report. */
export const rowsOf = (sql: Sql, report: string): number[] =>
  (
    sql(
      'select distinct e.entry as n from grown_reports r join tellings t on t.report = r.n join evidence e on e.id = t.evidence where r.report = ?',
    ).all(report) as { n: number }[]
  ).map(({ n }) => n)

/** Rows of the entries that rest on reports of an entry. */
const besideIn = (rowsBy: (report: string) => readonly number[], { evidence }: Entry): Set<number> =>
  new Set([...new Set(evidence.map(({ report }) => report))].flatMap(rowsBy))

/** What was looked up of a report is not looked up again. */
function remembering<T>(find: (report: string) => T): (report: string) => T {
  const found = new Map<string, T>()
  return (report) => {
    if (!found.has(report)) found.set(report, find(report))
    return found.get(report)!
  }
}

function denialsIn(sql: Sql, report: string): readonly Denial[] {
  const row = sql('select denials from grown_reports where report = ?').get(report) as
    | { denials: string | null }
    | undefined
  return row?.denials ? (JSON.parse(row.denials) as Denial[]) : []
}

/** Reports, as far as what they deny themselves is asked for. */
const denying = (denials: ReadonlyMap<string, readonly Denial[]>): PlacedReading[] =>
  [...denials]
    .sort()
    .map(([id, own]) => ({ reading: { report: { id }, denials: own } }) as unknown as PlacedReading)
