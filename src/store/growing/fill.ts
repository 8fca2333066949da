// In: a record built from nothing, as it was written. Out: the tables it grows from, filled.
import type { DatabaseSync } from 'node:sqlite'
import { type BuiltRecord, toldBy } from '../../record/build.ts'
import { tellingKeys } from '../../record/disputes/telling-disputes.ts'
import { topicsBy } from '../../record/issues.ts'
import { originOf } from '../../record/origins.ts'
import { isStatedInPart } from '../../record/placing/day-of-two.ts'
import { answersOf, asksOf } from '../../record/ties.ts'
import { putBare, putTellings } from './blocks.ts'
import { namesNow, putPhrases } from './issues.ts'
import { putPair } from './otherwise.ts'
import { putOrigin } from './parts.ts'
import { matterText, putKeys, putReport, sumsBy } from './reports.ts'
import { putSeatKeys } from './seats.ts'
import {
  GROWING_TABLES,
  GROWING_VERSION,
  LINK,
  link,
  linkingInOrder,
  type Sql,
  setGrowing,
  sqlOf,
} from './tables.ts'
import { putMentions, putSides, putWho, whoIn } from './who.ts'

/** Empties the tables: the record is not to grow from them. */
export function forgetGrowing(database: DatabaseSync): void {
  const sql = sqlOf(database)
  for (const table of GROWING_TABLES) sql(`delete from ${table}`).run()
}

/** Fills the tables anew; `itemOf` gives the item that a report's reading is kept under. */
export function fillGrowing(
  database: DatabaseSync,
  built: BuiltRecord,
  itemOf: (report: string) => string | undefined,
): void {
  forgetGrowing(database)
  const sql = sqlOf(database)
  linkingInOrder(sql, () => fill(database, sql, built, itemOf))
}

function fill(
  database: DatabaseSync,
  sql: Sql,
  { record, grounds, placed: whole = [] }: BuiltRecord,
  itemOf: (report: string) => string | undefined,
): void {
  if (!grounds) return
  const { kept, settled, copiesOf, pairs } = grounds
  for (const { reading } of kept) putMentions(sql, reading)
  const told = new Map(settled.told.map((party) => [party.id, party]))
  for (const { reading } of kept)
    for (const { id } of reading.mentions) {
      const one = settled.aliases.get(id) ?? id
      putWho(sql, id, one)
      if (one !== id) putWho(sql, one, one)
    }
  for (const { id } of sql('select id from who').all() as { id: string }[]) {
    const party = told.get(id)
    const [side, seat] = [settled.sides.get(id), settled.seats.get(id)]
    putSides(sql, id, party, { side, inferred: settled.inferred.has(id), seat })
  }
  for (const party of told.values()) putSeatKeys(sql, party)
  const who = whoIn(sql)
  putKeys(sql, settled.grounds.names)
  const keyedBy = new Map(settled.grounds.keyed.map((one) => [one.id, one]))
  const sums = new Map<string, Map<string, number>>()
  for (const [at, placed] of kept.entries()) {
    const { id } = placed.reading.report
    const item = itemOf(id)
    if (item === undefined) {
      forgetGrowing(database)
      return
    }
    const added = sumsBy(settled.named[at]!.reading, who)
    const own = settled.placed[at]!
    const isOwn = !settled.matter || settled.matter.reports.has(id)
    if (isOwn)
      for (const [kind, list] of Object.entries(added)) {
        const sum = sums.get(kind) ?? new Map<string, number>()
        for (const [side, count] of list) sum.set(side, (sum.get(side) ?? 0) + count)
        sums.set(kind, sum)
      }
    const n = putReport(sql, item, placed, {
      keyed: keyedBy.get(id)!,
      sums: added,
      own: isOwn,
      whole: !settled.matter || settled.matter.whole.has(id),
      group: copiesOf.get(id) ?? id,
    })
    for (const key of tellingKeys(own)) link(sql, LINK.telling, key, n)
    const tellings = toldBy(whole[at] ?? own)
    putTellings(sql, n, tellings)
    for (const one of tellings) {
      const origin = originOf(one.claim, one.placed, copiesOf)
      putOrigin(sql, origin.id, id, origin.kind)
    }
  }
  for (const [kind, list] of sums)
    for (const [side, sum] of list)
      sql('insert into side_sums (kind, side, sum) values (?, ?, ?)').run(kind, side, sum)
  for (const pair of pairs) putPair(sql, pair)
  fillEntries(database, record, grounds)
  setGrowing(sql, 'matter', matterText(settled.grounds.matter))
  setGrowing(sql, 'states', settled.states ? '1' : '')
  setGrowing(sql, 'home', JSON.stringify([...settled.home].sort()))
  const isInPart = kept.some(({ reading }) => isStatedInPart(reading.report.published))
  setGrowing(sql, 'version', isInPart ? '' : GROWING_VERSION)
}

function fillEntries(
  database: DatabaseSync,
  record: BuiltRecord['record'],
  { settled, bare, renamed }: NonNullable<BuiltRecord['grounds']>,
): void {
  const sql = sqlOf(database)
  const known = new Map(settled.placed.map((one) => [one.reading.report.id, one.published]))
  const numbers = new Map(
    (sql('select n, id from entries').all() as { n: number; id: string }[]).map(({ n, id }) => [id, n]),
  )
  for (const [at, entry] of record.entries.entries()) {
    const n = numbers.get(entry.id)!
    putBare(sql, n, bare[at]!)
    for (const key of asksOf(entry, known)) link(sql, LINK.asks, key, n)
    for (const key of answersOf(entry, known)) link(sql, LINK.answers, key, n)
  }
  for (const entry of record.entries) putPhrases(sql, entry)
  const topicsOf = topicsBy(namesNow(sql))
  const topics = new Map<string, number>()
  for (const entry of record.entries)
    for (const topic of topicsOf(entry)) topics.set(topic, (topics.get(topic) ?? 0) + 1)
  for (const [topic, count] of topics)
    sql('insert into topics (topic, entries) values (?, ?)').run(topic, count)
  for (const [id, from] of renamed)
    sql('insert into renamed (entry, id) values (?, ?)').run(numbers.get(id)!, from)
}
