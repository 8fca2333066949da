// In: reports read anew. Out: what they and others tell otherwise of one thing, kept two by two; the reports whose claims change with it.
import { withClaimsOf } from '../../record/disputes/disputed-claims.ts'
import { pairsAmong, tellingKeys } from '../../record/disputes/telling-disputes.ts'
import { type ToldPair, type ToldValue, toldIn } from '../../record/disputes/tellings.ts'
import type { PlacedReading } from '../../record/placing/placed.ts'
import { reportOf } from './kept-reports.ts'
import { LINK, link, linked, NotGrown, type Sql } from './tables.ts'

/** One end of a pair: the place of its sentence, the key of its telling and that of the other. */
interface End {
  readonly report: string
  readonly start: number
  readonly key: string
  readonly other: string
}

const COLUMNS = 'report, start, key, other'

/** Keeps a pair, from either end. */
export function putPair(sql: Sql, [a, b]: ToldPair): void {
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const)
    sql(`insert or ignore into told_pairs (${COLUMNS}) values (?, ?, ?, ?)`).run(
      one.report,
      one.telling.start,
      one.key,
      other.key,
    )
}

const endsIn = (sql: Sql, report: string): End[] =>
  sql(`select ${COLUMNS} from told_pairs where report = ?`).all(report) as unknown as End[]

/** All ends of the pairs that a report has one of. */
const endsOf = (sql: Sql, report: string): End[] =>
  endsIn(sql, report).flatMap((one) => [
    one,
    ...endsIn(sql, reportIn(one.other)).filter(({ key, other }) => key === one.other && other === one.key),
  ])

const reportIn = (key: string): string => key.slice(0, key.lastIndexOf('|'))

/** More reports than these that tell of one thing are not looked at one by one. */
const MOST_TELLERS = 300

/** What is told otherwise, as far as it is asked for. */
export interface Otherwise {
  /** Reports, beside those read anew, that tell more or less otherwise than before. */
  readonly others: ReadonlySet<string>
  /** Sentences of which more or less is told otherwise than before. */
  readonly changed: readonly Pick<End, 'report' | 'start' | 'key'>[]
  /** A report with the claims of what it tells otherwise. */
  withClaims(placed: PlacedReading): PlacedReading
  /** Keys of the tellings in a sentence that are told otherwise. */
  at(report: string, start: number): readonly string[]
  /** The pairs that a telling is in. */
  pairsOf(key: string): readonly ToldPair[]
}

/** Looks again for what these reports tell otherwise than others, or than themselves. */
export function tellAnew(
  sql: Sql,
  anew: readonly { readonly n: number; readonly settled: PlacedReading }[],
  tellerOf: (report: string) => PlacedReading,
): Otherwise {
  const told = new Map<string, ReadonlyMap<string, ToldValue>>()
  const toldBy = (report: string): ReadonlyMap<string, ToldValue> => {
    const found = told.get(report) ?? new Map(toldIn(tellerOf(report)).map((one) => [one.key, one]))
    told.set(report, found)
    return found
  }
  const toldAs = (key: string): ToldValue => {
    const found = toldBy(reportIn(key)).get(key)
    if (!found) throw new NotGrown('a telling that is not kept')
    return found
  }
  const ids = new Set(anew.map(({ settled }) => settled.reading.report.id))
  const keys = new Map(anew.map(({ n, settled }) => [n, tellingKeys(settled)]))
  for (const [n, own] of keys) for (const key of own) link(sql, LINK.telling, key, n)
  const before = [...ids].flatMap((id) => endsOf(sql, id))
  for (const { report, key, other } of before)
    sql('delete from told_pairs where report = ? and key = ? and other = ?').run(report, key, other)
  for (const { n, settled } of anew) {
    const { id } = settled.reading.report
    const near = new Set(keys.get(n)!.flatMap((key) => linked(sql, LINK.telling, key)))
    if (near.size > MOST_TELLERS) throw new NotGrown('what many tell of')
    const all = [...near].flatMap((one) => [...toldBy(reportOf(sql, one).report).values()])
    for (const pair of pairsAmong(all, id)) if (pair.some(({ report }) => report === id)) putPair(sql, pair)
  }
  const after = [...ids].flatMap((id) => endsOf(sql, id))
  const named = ({ key, other }: End) => `${key} ${other}`
  const [was, is] = [new Set(before.map(named)), new Set(after.map(named))]
  const changed = [...before, ...after].filter((one) => !was.has(named(one)) || !is.has(named(one)))
  return {
    others: new Set(changed.map(({ report }) => report).filter((report) => !ids.has(report))),
    changed,
    withClaims: (placed) =>
      withClaimsOf(
        placed,
        endsIn(sql, placed.reading.report.id).map(({ key }) => toldAs(key)),
      ),
    at: (report, start) =>
      (
        sql('select distinct key from told_pairs where report = ? and start = ?').all(report, start) as {
          key: string
        }[]
      ).map(({ key }) => key),
    pairsOf: (own) =>
      endsIn(sql, reportIn(own)).flatMap(({ key, other }): ToldPair[] =>
        key === own ? [[toldAs(key), toldAs(other)]] : [],
      ),
  }
}
