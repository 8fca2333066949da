// In: reports whose tellings came or changed. Out: the blocks they are of: all that may become one with them, assembled anew.
import { type Entry, shortHash } from '../../model/index.ts'
import { bareEntries, toldBy } from '../../record/build.ts'
import { type ClaimOrigin, originOf } from '../../record/origins.ts'
import type { PlacedReading, Told } from '../../record/placing/placed.ts'
import { joinKeys, mayBeOne, unitOf } from '../../record/units.ts'
import { pack, packPlain, unpack } from '../packed.ts'
import { keyNumber, LINK, link, linked, NotGrown, type Sql, unlink } from './tables.ts'

/** What tellings need to know of their report. */
export interface Frame {
  readonly report: Pick<PlacedReading['reading']['report'], 'id' | 'path' | 'outlet' | 'genre'>
  readonly credits: PlacedReading['reading']['credits']
  readonly published: PlacedReading['published']
  readonly how: string
  /** The first of the reports that it copies or is copied by; itself where there are none. */
  readonly group: string
}

export const frameOf = (
  { reading: { report, credits }, published, how }: PlacedReading,
  group: string,
): Frame => {
  const { id, path, outlet, genre } = report
  return {
    report: { id, path, genre, ...(outlet === undefined ? {} : { outlet }) },
    credits,
    published,
    how,
    group,
  }
}

const packedTelling = ({ claim, days }: Told): string => JSON.stringify({ claim, days })

/** Puts a report's tellings into the tables. */
export function putTellings(sql: Sql, report: number | bigint, told: readonly Told[]): number[] {
  return told.map((one) => {
    const unit = unitOf(one)
    const n = Number(
      sql('insert into tellings (evidence, report, unit, packed) values (?, ?, ?, ?)').run(
        one.evidence,
        report,
        unit === undefined ? null : keyNumber(unit),
        // A unit is read whole.
        (unit === undefined ? pack : packPlain)(packedTelling(one)),
      ).lastInsertRowid,
    )
    if (unit === undefined) for (const key of joinKeys(one).own) link(sql, LINK.join, key, n)
    return n
  })
}

interface Row {
  readonly n: number
  readonly evidence: string
  readonly report: number
  readonly unit: number | null
  readonly packed: Uint8Array
}

/** Tellings looked up in the tables, each once. */
function tellingsIn(sql: Sql) {
  const known = new Map<number, Told>()
  const frames = new Map<number, PlacedReading>()
  const placedOf = (report: number): PlacedReading => {
    let found = frames.get(report)
    if (!found) {
      const { frame } = sql('select frame from grown_reports where n = ?').get(report) as { frame: string }
      const { report: head, credits, published, how } = JSON.parse(frame) as Frame
      found = { reading: { report: head, credits }, published, how } as unknown as PlacedReading
      frames.set(report, found)
    }
    return found
  }
  const toldFrom = ({ n, evidence, report, packed }: Row): Told => {
    let found = known.get(n)
    if (!found) {
      const { claim, days } = JSON.parse(unpack(packed)) as Pick<Told, 'claim' | 'days'>
      found = { claim, days, evidence, placed: placedOf(report) }
      known.set(n, found)
    }
    return found
  }
  const columns = 'n, evidence, report, unit, packed'
  return {
    of: (n: number): Told =>
      known.get(n) ?? toldFrom(sql(`select ${columns} from tellings where n = ?`).get(n) as unknown as Row),
    called: (evidence: string): number | undefined =>
      (sql('select n from tellings where evidence = ?').get(evidence) as { n: number } | undefined)?.n,
    ofUnit: (unit: number): Row[] =>
      sql(`select ${columns} from tellings where unit = ?`).all(unit) as unknown as Row[],
    ofReport: (report: number): Row[] =>
      sql(`select ${columns} from tellings where report = ?`).all(report) as unknown as Row[],
    toldFrom,
    forget: (n: number) => known.delete(n),
  }
}

export interface Assembled {
  /** Entries as they are assembled now, of ids that others may have had too. */
  readonly bare: readonly Entry[]
  /** Rows of the entries that stood there before. */
  readonly before: ReadonlySet<number>
  readonly told: readonly Told[]
}

/** More tellings than these are no block. */
const MOST_TELLINGS = 20_000

/**
 * Puts tellings of settled reports in place of those that were there, and assembles their blocks. Of reports in which
 * everybody is who he was, and which copy whom they did (`beside`), only what is told otherwise bears on entries. The
 * entries of the rows `accounts` are assembled anew in any case.
 */
export function assembleAnew(
  sql: Sql,
  changed: readonly { readonly n: number; readonly placed: PlacedReading }[],
  beside: ReadonlySet<string>,
  accounts: ReadonlySet<number>,
): Assembled {
  const tellings = tellingsIn(sql)
  const entryOf = (evidence: string): number | undefined =>
    (sql('select entry from evidence where id = ? limit 1').get(evidence) as { entry: number } | undefined)
      ?.entry
  const evidenceOf = (entry: number): string[] =>
    (sql('select id from evidence where entry = ?').all(entry) as { id: string }[]).map(({ id }) => id)
  const units = new Set<number>()
  const seeds = new Set<number>()
  const before = new Set<number>()
  const dropped = new Set<number>()
  /** An entry is assembled anew, with all it rests on, and with what was told apart from its id, which it may give up. */
  const reopen = (entry: number) => {
    if (before.has(entry)) return
    before.add(entry)
    for (const evidence of evidenceOf(entry)) {
      const n = tellings.called(evidence)
      if (n !== undefined) seeds.add(n)
    }
    const apart = sql('select entry from renamed where id = (select id from entries where n = ?)').all(entry)
    for (const one of apart as { entry: number }[]) reopen(one.entry)
  }
  const near = (one: Told) => new Set(joinKeys(one).asks.flatMap((key) => linked(sql, LINK.join, key)))
  for (const n of accounts) reopen(n)
  for (const { n: report, placed } of changed) {
    const fresh = new Map(toldBy(placed).map((one) => [one.evidence, one]))
    for (const row of tellings.ofReport(report)) {
      const old = tellings.toldFrom(row)
      const now = fresh.get(row.evidence)
      const isSame = now !== undefined && packedTelling(now) === packedTelling(old)
      const entry = entryOf(row.evidence)
      // Where an entry is filed, and whose account it gives, may change with its report.
      if (entry !== undefined && !(isSame && beside.has(placed.reading.report.id))) reopen(entry)
      if (isSame) {
        fresh.delete(row.evidence)
        continue
      }
      if (row.unit !== null) units.add(row.unit)
      else {
        for (const other of near(old))
          if (other !== row.n && mayBeOne(old, tellings.of(other))) seeds.add(other)
        for (const key of joinKeys(old).own) unlink(sql, LINK.join, key, row.n)
      }
      sql('delete from tellings where n = ?').run(row.n)
      tellings.forget(row.n)
      dropped.add(row.n)
    }
    for (const n of putTellings(sql, report, [...fresh.values()])) seeds.add(n)
  }
  const block = new Set<number>()
  const isWhole = () => [...seeds].every((n) => dropped.has(n) || block.has(n))
  const looked = new Set<string>()
  for (;;) {
    const queue = [...seeds].filter((n) => !dropped.has(n) && !block.has(n))
    for (let n = queue.pop(); n !== undefined; n = queue.pop()) {
      if (block.has(n)) continue
      block.add(n)
      if (block.size > MOST_TELLINGS) throw new NotGrown('a block of too many tellings')
      const one = tellings.of(n)
      const unit = unitOf(one)
      if (unit !== undefined) {
        units.add(keyNumber(unit))
        continue
      }
      for (const other of near(one))
        if (!block.has(other) && mayBeOne(one, tellings.of(other))) queue.push(other)
    }
    const told = new Map([...block].map((n) => [tellings.of(n).evidence, tellings.of(n)] as const))
    for (const unit of units)
      for (const row of tellings.ofUnit(unit)) {
        block.add(row.n)
        told.set(row.evidence, tellings.toldFrom(row))
      }
    for (const evidence of told.keys()) {
      if (looked.has(evidence)) continue
      looked.add(evidence)
      const entry = entryOf(evidence)
      if (entry !== undefined) reopen(entry)
    }
    if (!isWhole()) continue
    const all = [...told.values()]
    const bare = bareEntries(all, originsBy(sql, all))
    // What would have the id of another is told apart from it, so both are of one block.
    for (const { id } of bare)
      for (const { n } of sql(
        'select n from entries where id = ? union select entry as n from renamed where id = ?',
      ).all(id, id) as { n: number }[])
        reopen(n)
    if (isWhole()) return { bare, before, told: all }
  }
}

/** Where it is filed is decided apart. */
const bareHash = (bare: Entry): string => shortHash(JSON.stringify({ ...bare, aside: false }))

/** Keeps how an entry is assembled, before it is tied to others. */
export const putBare = (sql: Sql, n: number, bare: Entry): void =>
  void sql('insert or replace into bare (entry, hash) values (?, ?)').run(n, bareHash(bare))

export const dropBare = (sql: Sql, n: number): void => void sql('delete from bare where entry = ?').run(n)

/** Which of these rows stand as their entries are assembled now, by row and by id. */
export function standing(
  sql: Sql,
  rows: Iterable<number>,
  bare: readonly Entry[],
): { readonly rows: ReadonlySet<number>; readonly ids: ReadonlySet<string> } {
  const now = new Map(bare.map((entry) => [entry.id, entry]))
  const [standing, ids] = [new Set<number>(), new Set<string>()]
  for (const n of rows) {
    const row = sql('select e.id, b.hash from entries e join bare b on b.entry = e.n where e.n = ?').get(n) as
      | { id: string; hash: string }
      | undefined
    const entry = row && now.get(row.id)
    if (!entry || bareHash(entry) !== row.hash) continue
    standing.add(n)
    ids.add(row.id)
  }
  return { rows: standing, ids }
}

/** Tellings by the evidence made of them, with their origins. */
export function tellingsCalled(
  sql: Sql,
  evidence: readonly string[],
): { readonly told: readonly Told[]; readonly originBy: ReadonlyMap<string, ClaimOrigin> } {
  const tellings = tellingsIn(sql)
  const told = evidence.flatMap((id) => {
    const n = tellings.called(id)
    return n === undefined ? [] : [tellings.of(n)]
  })
  return { told, originBy: originsBy(sql, told) }
}

function originsBy(sql: Sql, told: readonly Told[]): ReadonlyMap<string, ClaimOrigin> {
  const reports = new Set(told.map(({ placed }) => placed.reading.report.id))
  const groups = new Map([...reports].map((report) => [report, groupOf(sql, report)]))
  return new Map(told.map((one) => [one.evidence, originOf(one.claim, one.placed, groups)]))
}

function groupOf(sql: Sql, report: string): string {
  const { frame } = sql('select frame from grown_reports where report = ?').get(report) as { frame: string }
  return (JSON.parse(frame) as Frame).group
}
