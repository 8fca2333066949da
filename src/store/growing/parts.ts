// In: reports that came, blocks that changed. Out: the other parts of the record written: reports, origins, parties, issues, notices, counts.
import type { DatabaseSync } from 'node:sqlite'
import type { Dispute, Entry, Genre, Origin, Party, PlacedReport } from '../../model/index.ts'
import { originName, placedReport, toldBy } from '../../record/build.ts'
import { spanWith } from '../../record/counts.ts'
import { noticeKey } from '../../record/notice-order.ts'
import { originOf } from '../../record/origins.ts'
import type { PlacedReading } from '../../record/placing/placed.ts'
import { failedSums } from '../../record/sums.ts'
import { type About, aboutRow, type PartName, type PartRow, placeIn, rowOf } from '../record-rows.ts'
import { partWriter } from '../sqlite-writer.ts'
import type { Frame } from './blocks.ts'
import { writeIssues } from './issues.ts'
import { keyed, putKey } from './seats.ts'
import { NotGrown, type Sql } from './tables.ts'
import type { Who } from './who.ts'

export interface Grown {
  /** Reports that came, and all that were read anew. */
  readonly fresh: readonly PlacedReading[]
  readonly anew: readonly PlacedReading[]
  /** Copies of reports that have others than before. */
  readonly copies: ReadonlyMap<string, readonly string[]>
  readonly who: Who
  readonly about: About
  readonly parties: readonly Party[]
  readonly gone: readonly string[]
  readonly blocks: {
    readonly before: readonly Entry[]
    readonly after: readonly Entry[]
    readonly disputes: readonly Dispute[]
    readonly withdrawn: readonly string[]
  }
}

export function writeGrownParts(database: DatabaseSync, sql: Sql, grown: Grown): void {
  const { fresh, about, blocks } = grown
  const writer = partWriter(database)
  const bodyOf = (part: PartName, id: string): string | undefined =>
    (
      sql('select body from record_parts where part = ? and id = ?').get(part, id) as
        | { body: string }
        | undefined
    )?.body
  const put = (part: PartName, id: string, value: object): void => {
    const row = rowOf(part, id, placeIn(part, value), value)
    const before = sql('select hash, place from record_parts where part = ? and id = ?').get(part, id) as
      | Pick<PartRow, 'hash' | 'place'>
      | undefined
    if (before?.hash !== row.hash || before.place !== row.place) writer.put(row, before?.hash)
  }
  for (const placed of fresh) put('reports', placed.reading.report.id, placedReport(placed, []))
  for (const [id, copies] of grown.copies)
    put('reports', id, { ...(JSON.parse(bodyOf('reports', id)!) as PlacedReport), copies })
  const called = new Map<string, string>()
  for (const id of grown.gone) {
    if (bodyOf('parties', id)) called.set(id, '')
    writer.drop('parties', id)
  }
  for (const party of grown.parties) {
    const side = grown.who.side(party.id) ?? grown.who.seat(party.id)
    const whole = side && !party.of && side.id !== party.id ? { ...party, of: side.id } : party
    const before = bodyOf('parties', party.id)
    if (!before || (JSON.parse(before) as Party).name !== party.name) called.set(party.id, party.name)
    put('parties', party.id, whole)
  }
  const stated = writeOrigins(sql, grown, called, put, (id) => writer.drop('origins', id), bodyOf)
  let notices = 0
  for (const placed of fresh)
    for (const one of [...placed.reading.notices, ...failedSums(toldBy(placed))]) {
      const key = noticeKey(one)
      if (bodyOf('notices', key)) throw new NotGrown('a notice told twice')
      put('notices', key, one)
      notices++
    }
  for (const id of blocks.withdrawn) writer.drop('disputes', id)
  for (const one of blocks.disputes) put('disputes', one.id, one)
  writeIssues(sql, fresh, blocks, {
    put: (issue) => put('issues', issue.id, issue),
    drop: (id) => writer.drop('issues', id),
  })
  const aside = (entries: readonly Entry[]) => entries.filter((entry) => entry.aside).length
  writer.put(
    aboutRow({
      ...about,
      ...knownOn(about, fresh),
      counts: countsWith(sql, about.counts, fresh, {
        stated,
        notices,
        aside: aside(blocks.after) - aside(blocks.before),
      }),
    }),
  )
}

function knownOn({ knownOn }: About, fresh: readonly PlacedReading[]): { knownOn?: string } {
  let last = knownOn
  for (const { published } of fresh)
    if (published.latest && (!last || published.latest > last)) last = published.latest
  return last === undefined ? {} : { knownOn: last }
}

/** Keeps that a report has an origin, and who is behind one of several. */
export function putOrigin(sql: Sql, origin: string, report: string, kind: string): void {
  sql('insert or ignore into origin_reports (origin, report, kind) values (?, ?, ?)').run(
    origin,
    report,
    kind,
  )
  if (!origin.includes('+')) return
  for (const id of origin.replace(/^(?:said|official):/, '').split('+')) putKey(sql, `p ${id}`, origin)
}

/** Writes the origins that came, went or are called otherwise; gives how many more of them are stated. */
function writeOrigins(
  sql: Sql,
  { anew }: Grown,
  called: ReadonlyMap<string, string>,
  put: (part: PartName, id: string, value: object) => void,
  drop: (id: string) => void,
  bodyOf: (part: PartName, id: string) => string | undefined,
): number {
  const dirty = new Set<string>()
  for (const placed of anew) {
    const report = placed.reading.report.id
    const { frame } = sql('select frame from grown_reports where report = ?').get(report) as { frame: string }
    const groups = new Map([[report, (JSON.parse(frame) as Frame).group]])
    const before = sql('select origin, kind from origin_reports where report = ?').all(report) as {
      origin: string
      kind: string
    }[]
    const now = new Map<string, Origin['kind']>()
    for (const one of toldBy(placed)) {
      const { id, kind } = originOf(one.claim, one.placed, groups)
      if (!now.has(id)) now.set(id, kind)
    }
    for (const { origin, kind } of before) {
      if (now.get(origin) === kind) now.delete(origin)
      else {
        sql('delete from origin_reports where origin = ? and report = ?').run(origin, report)
        dirty.add(origin)
      }
    }
    for (const [origin, kind] of now) {
      putOrigin(sql, origin, report, kind)
      dirty.add(origin)
    }
  }
  for (const id of called.keys())
    for (const origin of [id, `said:${id}`, `official:${id}`, ...keyed(sql, `p ${id}`)])
      if (sql('select 1 from origin_reports where origin = ? limit 1').get(origin)) dirty.add(origin)
  const names = {
    get: (id: string): string | undefined => {
      const known = called.get(id)
      if (known !== undefined) return known === '' ? undefined : known
      const body = bodyOf('parties', id)
      return body === undefined ? undefined : (JSON.parse(body) as Party).name
    },
  }
  const isStated = (kind: string) => kind !== 'unstated' && kind !== 'copied'
  let more = 0
  for (const id of dirty) {
    const rows = sql('select report, kind from origin_reports where origin = ? order by report').all(id) as {
      report: string
      kind: Origin['kind']
    }[]
    const before = bodyOf('origins', id)
    if (before && isStated((JSON.parse(before) as Origin).kind)) more--
    const [first] = rows
    if (!first) {
      drop(id)
      continue
    }
    if (isStated(first.kind)) more++
    put('origins', id, {
      id,
      kind: first.kind,
      name: originName(id, names),
      reports: rows.map(({ report }) => report),
    })
  }
  return more
}

/** Counts with reports that came. */
function countsWith(
  sql: Sql,
  counts: About['counts'],
  fresh: readonly PlacedReading[],
  more: { readonly stated: number; readonly notices: number; readonly aside: number },
): About['counts'] {
  const reports = fresh.map(({ reading }) => reading)
  const genres = new Map<Genre, number>(counts.genres.map(({ genre, count }) => [genre, count]))
  for (const { report } of reports) genres.set(report.genre, (genres.get(report.genre) ?? 0) + 1)
  const sum = (numberOf: (reading: (typeof reports)[number]) => number) =>
    reports.reduce((all, one) => all + numberOf(one), 0)
  const { origins } = sql("select count(*) as origins from record_parts where part = 'origins'").get() as {
    origins: number
  }
  return {
    reports: counts.reports + reports.length,
    outlets: [
      ...new Set([...counts.outlets, ...reports.flatMap(({ report }) => report.outlet || [])]),
    ].sort(),
    withoutOutlet: counts.withoutOutlet + reports.filter(({ report }) => !report.outlet).length,
    genres: [...genres]
      .map(([genre, count]) => ({ genre, count }))
      .sort((a, b) => b.count - a.count || (a.genre < b.genre ? -1 : 1)),
    undated: [
      ...counts.undated,
      ...fresh.flatMap(({ reading, published }) =>
        published.earliest === undefined && published.latest === undefined ? [reading.report.id] : [],
      ),
    ].sort(),
    official: [
      ...counts.official,
      ...reports.flatMap(({ report }) => (report.genre === 'official' ? [report.id] : [])),
    ].sort(),
    origins,
    stated: counts.stated + more.stated,
    span: spanWith(
      counts.span,
      fresh.map(({ published }) => published),
    ),
    sentences: {
      read: counts.sentences.read + sum(({ sentences }) => sentences.read),
      withClaim: counts.sentences.withClaim + sum(({ sentences }) => sentences.withClaim),
    },
    notices: counts.notices + more.notices,
    aside: counts.aside + more.aside,
  }
}
