// In: reports that came. Out: the groups of copies that they are in, kept; the reports that are of another group by it.
import { copies, MOST_WITH_SHINGLE, SKETCH } from '../../record/origins.ts'
import type { PlacedReading } from '../../record/placing/placed.ts'
import type { Frame } from './blocks.ts'
import { copiesOf, readingOf, reportOf } from './kept-reports.ts'
import { LINK, linked, NotGrown, type Sql } from './tables.ts'

export interface Copied {
  /** The copies of each report that has others than before, by id. */
  readonly copies: ReadonlyMap<string, readonly string[]>
  /** Reports whose group is another. */
  readonly moved: ReadonlySet<string>
}

/** Puts reports that came into groups with their copies. A group is called after the report whose path is first. */
export function copyAnew(
  sql: Sql,
  come: readonly { readonly n: number; readonly placed: PlacedReading }[],
  version: string,
): Copied {
  const found = new Map<string, readonly string[]>()
  const moved = new Set<string>()
  const groupOf = (report: string) => [report, ...(found.get(report) ?? copiesOf(sql, report))]
  for (const { n, placed } of come) {
    const ids = new Set(groupOf(placed.reading.report.id))
    for (const other of nearTo(sql, n, placed, come.length))
      if (copies(placed.reading, readingOf(sql, other, version)))
        for (const one of groupOf(reportOf(sql, other).report)) ids.add(one)
    if (ids.size === 1) continue
    const group = [...ids].sort().map((report) => frameOf(sql, report))
    const first = group.reduce((least, one) => (rankOf(one) < rankOf(least) ? one : least)).report.id
    for (const frame of group) {
      const { id } = frame.report
      found.set(
        id,
        group.flatMap(({ report }) => (report.id === id ? [] : [report.id])),
      )
      if (frame.group === first) continue
      moved.add(id)
      sql('update grown_reports set frame = ? where report = ?').run(
        JSON.stringify({ ...frame, group: first }),
        id,
      )
    }
  }
  return { copies: found, moved }
}

const rankOf = ({ report }: Frame): string => `${report.path}|${report.id}`

/** Where a report without a day stands in time may be told by its copies, so that it is looked at over all. */
function frameOf(sql: Sql, report: string): Frame {
  const { frame, dated } = sql('select frame, dated from grown_reports where report = ?').get(report) as {
    frame: string
    dated: string | null
  }
  if (dated === null) throw new NotGrown('a copy without a day')
  return JSON.parse(frame) as Frame
}

/** Reports that have a shingle in common with one, as far as that finds something. */
function nearTo(sql: Sql, n: number, { reading }: PlacedReading, coming: number): ReadonlySet<number> {
  const near = new Set<number>()
  for (const shingle of reading.fingerprint.outside.slice(0, SKETCH)) {
    const others = linked(sql, LINK.shingle, shingle)
    if (others.length <= MOST_WITH_SHINGLE) {
      for (const one of others) near.add(one)
      continue
    }
    const ids = others.map((one) => reportOf(sql, one)).sort((a, b) => (a.report < b.report ? -1 : 1))
    const isFirst = ids.findIndex((one) => one.n === n) < MOST_WITH_SHINGLE
    // It takes the place of another among the first, which then finds nothing more.
    const out = isFirst ? ids.slice(MOST_WITH_SHINGLE, MOST_WITH_SHINGLE + coming) : []
    if (out.some(({ report }) => copiesOf(sql, report).length > 0)) throw new NotGrown('copies of a copy')
    for (const one of isFirst ? ids : ids.slice(0, MOST_WITH_SHINGLE)) near.add(one.n)
  }
  near.delete(n)
  return near
}
