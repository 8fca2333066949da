// In: a report as it was read, who is who. Out: its row among those that the record grows from, and what it adds to sums.
import type { Reading } from '../../model/index.ts'
import type { KeyNumbers, Numbered } from '../../record/keyed.ts'
import { withSides } from '../../record/names/people.ts'
import { pairOf, refsIn, type SideSums, sumsOf } from '../../record/negotiation.ts'
import type { Matter } from '../../record/of-matter.ts'
import { SKETCH } from '../../record/origins.ts'
import { askedKeys, dayStated } from '../../record/placing/place.ts'
import type { PlacedReading } from '../../record/placing/placed.ts'
import { datesIn } from '../../record/placing/placed-by-itself.ts'
import { aliased } from '../../record/settle.ts'
import { pack, unpack } from '../packed.ts'
import { type Frame, frameOf } from './blocks.ts'
import { LINK, link, type Sql, UNDATED } from './tables.ts'
import type { Who } from './who.ts'

/** A report's reading with the ids kept. */
export function namedBy({ reading }: PlacedReading, who: Who): Reading {
  const ids = new Set([
    ...reading.mentions.flatMap(({ id, of }) => (of === undefined ? [id] : [id, of])),
    ...idsBeside(reading),
  ])
  const aliases = new Map(
    [...ids].flatMap((id) => (who.kept(id) === id ? [] : [[id, who.kept(id)] as const])),
  )
  return aliased(reading, aliases)
}

/** A report with the ids kept, and with sides in place of persons, or with seats. */
export function settledBy(placed: PlacedReading, who: Who, inSides: boolean): PlacedReading {
  const named = namedBy(placed, who)
  const sides = { get: inSides ? who.side : who.seat } as ReadonlyMap<string, { id: string; name: string }>
  const claims = named.claims.map((claim) => withSides(claim, sides))
  return { ...placed, reading: { ...named, claims } }
}

/** A report with the ids kept in what it tells of things; what it claims is left out. */
export function tellerBy(placed: PlacedReading, who: Who): PlacedReading {
  const { reading } = placed
  const named = namedBy({ ...placed, reading: { ...reading, claims: [] } }, who)
  return { ...placed, reading: named }
}

/** A surname or a lone word, which may stand for somebody with more of a name. */
const SHORT = /^(?:person|org):[^-]+$/
/** Whatever may be an id. */
const ID = /^(?:[a-z]+:\S+|[A-Z]{2,3})$/

/** Ids that claims or tellings have and no mention: seldom any. */
function idsBeside({ claims, mentions, tellings = [] }: Reading): ReadonlySet<string> {
  const found = new Set(claims.flatMap(({ body }) => refsIn(body).map(({ id }) => id)))
  const walk = (one: unknown): void => {
    if (typeof one === 'string') {
      if (SHORT.test(one)) found.add(one)
    } else if (one && typeof one === 'object') for (const inner of Object.values(one)) walk(inner)
  }
  walk(claims)
  const inTellings = (one: unknown): void => {
    if (typeof one === 'string') {
      if (ID.test(one)) found.add(one)
    } else if (one && typeof one === 'object') for (const inner of Object.values(one)) inTellings(inner)
  }
  inTellings(tellings)
  for (const { id } of mentions) found.delete(id)
  return found
}

type Sums = ReturnType<typeof sumsOf>

export interface GrownReport {
  readonly n: number
  readonly report: string
  readonly item: string
  /** Whether it is of the matter, and whether all that it tells is. */
  readonly own: boolean
  readonly whole: boolean
  readonly keyed: Numbered
  readonly sums: Sums
}

const json = (value: unknown): Uint8Array => pack(JSON.stringify(value))

/** The keys of a report by number, each with how often it has it: how many, then two numbers each, seven bits to a byte. */
function packKeys({ keys, times }: Pick<Numbered, 'keys' | 'times'>): Uint8Array {
  const bytes: number[] = []
  const put = (number: number) => {
    let rest = number
    for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128)
    bytes.push(rest)
  }
  put(keys.length)
  keys.forEach((key, at) => {
    put(key)
    put(times[at]!)
  })
  return Uint8Array.from(bytes)
}

function unpackKeys(packed: Uint8Array): Pick<Numbered, 'keys' | 'times'> {
  let next = 0
  const take = () => {
    let number = 0
    for (let shift = 0; ; shift += 7) {
      const byte = packed[next++]!
      number |= (byte & 127) << shift
      if (byte < 128) return number
    }
  }
  const keys = new Int32Array(take())
  const times: number[] = new Array(keys.length)
  for (let at = 0; at < keys.length; at++) {
    keys[at] = take()
    times[at] = take()
  }
  return { keys, times }
}

/** The numbers by which keys are kept; a key that is new gets the next. */
export const keysKept = (sql: Sql): KeyNumbers => ({
  numberOf: (key) => {
    const known = sql('select n from keys where key = ?').get(key) as { n: number } | undefined
    return known?.n ?? Number(sql('insert into keys (key) values (?)').run(key).lastInsertRowid)
  },
  nameOf: (number) => (sql('select key from keys where n = ?').get(number) as { key: string }).key,
})

/** Keeps what the numbers of keys stand for, of keys that have their numbers. */
export function putKeys(sql: Sql, names: readonly string[]): void {
  for (const [n, key] of names.entries()) sql('insert into keys (n, key) values (?, ?)').run(n, key)
}

/** Puts a report among those the record grows from; gives its number. */
export function putReport(
  sql: Sql,
  item: string,
  placed: PlacedReading,
  {
    keyed,
    sums,
    own,
    whole,
    group,
  }: Pick<GrownReport, 'keyed' | 'sums' | 'own' | 'whole'> & Pick<Frame, 'group'>,
): number {
  const { reading } = placed
  const n = Number(
    sql(
      'insert into grown_reports (report, item, news, own, whole, dated, day, read, negotiating, keys, sums, frame, denials) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    ).run(
      reading.report.id,
      item,
      keyed.official ? 0 : 1,
      own ? 1 : 0,
      whole ? 1 : 0,
      dayStated(reading.report.published) ?? null,
      keyed.day ?? null,
      keyed.read,
      keyed.negotiating,
      packKeys(keyed),
      json(sums),
      JSON.stringify(frameOf(placed, group)),
      reading.denials && reading.denials.length > 0 ? JSON.stringify(reading.denials) : null,
    ).lastInsertRowid,
  )
  for (const shingle of reading.fingerprint.outside.slice(0, SKETCH)) link(sql, LINK.shingle, shingle, n)
  if (reading.report.published.how === 'none')
    for (const key of [UNDATED, ...datesIn(reading), ...askedKeys(reading)]) link(sql, LINK.undated, key, n)
  for (const id of idsBeside(reading)) link(sql, LINK.beside, id, n)
  return n
}

/** Keeps what a report that is read otherwise is about and adds. */
export const changeReport = (sql: Sql, n: number, keyed: Numbered, sums: Sums): void =>
  void sql('update grown_reports set read = ?, negotiating = ?, keys = ?, sums = ? where n = ?').run(
    keyed.read,
    keyed.negotiating,
    packKeys(keyed),
    json(sums),
    n,
  )

/** What a report adds to the sums of sides. */
export const sumsBy = (named: Reading, who: Who): Sums =>
  sumsOf(named, who.toldSide, (id) => who.seat(id)?.id ?? id)

interface Row {
  readonly n: number
  readonly report: string
  readonly item: string
  readonly news: number
  readonly own: number
  readonly whole: number
  readonly day: number | null
  readonly read: number
  readonly negotiating: number
  readonly keys: Uint8Array
}

/** What is packed is unpacked when it is asked for. */
const fromRow = (
  sql: Sql,
  { n, report, item, news, own, whole, day, read, negotiating, keys }: Row,
): GrownReport => ({
  n,
  report,
  item,
  own: own === 1,
  whole: whole === 1,
  get keyed() {
    const rest = { official: news === 0, ...(day === null ? {} : { day }), read, negotiating }
    return { id: report, ...rest, ...unpackKeys(keys) }
  },
  get sums() {
    const { sums } = sql('select sums from grown_reports where n = ?').get(n) as { sums: Uint8Array }
    return JSON.parse(unpack(sums)) as Sums
  },
})

const COLUMNS = 'n, report, item, news, own, whole, day, read, negotiating, keys'

export function grownReport(sql: Sql, report: string): GrownReport | undefined {
  const row = sql(`select ${COLUMNS} from grown_reports where report = ?`).get(report)
  return row && fromRow(sql, row as unknown as Row)
}

/** All reports that the record grows from. */
export function* grownReports(sql: Sql): Iterable<GrownReport> {
  for (const row of sql(`select ${COLUMNS} from grown_reports`).all())
    yield fromRow(sql, row as unknown as Row)
}

/** The id of the last of the first so many news; undefined where there are fewer. */
export const lastNews = (sql: Sql, most: number): string | undefined =>
  (
    sql('select report from grown_reports where news = 1 order by report limit 1 offset ?').get(most - 1) as
      | { report: string }
      | undefined
  )?.report

/** The news with the first ids, at most so many. */
export const firstNews = (sql: Sql, most: number): GrownReport[] =>
  sql(`select ${COLUMNS} from grown_reports where news = 1 order by report limit ?`)
    .all(most)
    .map((row) => fromRow(sql, row as unknown as Row))

/** Adds to the sums of sides, or takes away. */
export function addSums(sql: Sql, sums: Sums, sign: 1 | -1): void {
  for (const [kind, own] of Object.entries(sums))
    for (const [side, sum] of own) {
      sql(
        'insert into side_sums (kind, side, sum) values (?, ?, ?) on conflict do update set sum = sum + excluded.sum',
      ).run(kind, side, sign * sum)
      if (sign < 0) sql('delete from side_sums where kind = ? and side = ? and sum = 0').run(kind, side)
    }
}

/** Rows are fetched as they are asked for: of many sides the first few are. */
function* rankedIn(sql: Sql, kind: string): Iterable<readonly [string, number]> {
  const rows = sql('select side, sum from side_sums where kind = ? order by sum desc, side').iterate(kind)
  for (const { side, sum } of rows as Iterable<unknown> as Iterable<{ side: string; sum: number }>)
    yield [side, sum] as const
}

export const sideSums = (sql: Sql): SideSums => ({
  ranked: (kind) => rankedIn(sql, kind),
  meets: (side) => {
    const from = pairOf(side, '')
    const rows = sql(
      "select side from side_sums where kind = 'met' and side >= ? and side < ? and sum > 0",
    ).all(from, `${from.slice(0, -1)}\n`) as { side: string }[]
    return new Set(rows.map((row) => row.side.slice(from.length)))
  },
})

/** A matter as text, and back. */
export const matterText = (matter: Matter | undefined): string =>
  matter
    ? JSON.stringify({
        ...matter,
        weights: [...matter.weights],
        counts: [...matter.counts].sort(([a], [b]) => a - b),
      })
    : ''

export function matterFrom(text: string): Matter | undefined {
  if (text === '') return undefined
  const { weights, counts, ...rest } = JSON.parse(text) as Omit<Matter, 'weights' | 'counts'> & {
    weights: [number, number][]
    counts: [number, number][]
  }
  return { ...rest, weights: new Map(weights), counts: new Map(counts) }
}
