// In: a dossier's file, reports that come to it. Out: its record with them, only the blocks that they touch made anew; NotGrown where they touch more.
import type { DatabaseSync } from 'node:sqlite'
import type { Days, Entry, Party, PlacedReport, Reading } from '../../model/index.ts'
import { byUniqueId } from '../../record/build.ts'
import { WHENEVER } from '../../record/denial-disputes.ts'
import { findDisputes } from '../../record/disputes.ts'
import { areStates, proposeNegotiation, statesAtHome } from '../../record/negotiation.ts'
import {
  isOfMatter,
  isWhollyOfMatter,
  type Keyed,
  keyedOf,
  MATTER_SAMPLE,
  matterOf,
  type OfMatter,
} from '../../record/of-matter.ts'
import { copies, MOST_WITH_SHINGLE, SKETCH } from '../../record/origins.ts'
import { place, placingKeys } from '../../record/place.ts'
import type { PlacedReading } from '../../record/placed.ts'
import { isOutside, type Scoped } from '../../record/scope.ts'
import { tellingKeys, tellOtherwise } from '../../record/telling-disputes.ts'
import { heldAgainst } from '../../record/ties.ts'
import { unpack } from '../packed.ts'
import { unpackReading } from '../packed-reading.ts'
import type { About } from '../record-rows.ts'
import { entryRow } from '../record-rows.ts'
import { entryWriter, ranker } from '../sqlite-writer.ts'
import type { Coming, Written } from '../store.ts'
import { assembleAnew, type Frame } from './blocks.ts'
import { writeGrownParts } from './parts.ts'
import {
  addSums,
  changeReport,
  type GrownReport,
  grownReport,
  matterFrom,
  matterText,
  putReport,
  settledBy,
  sideSums,
  sumsBy,
} from './reports.ts'
import { GROWING_VERSION, growing, LINK, link, linked, NotGrown, type Sql, sqlOf } from './tables.ts'
import { keptEntries, linkEntry, tieAnew, unlinkEntry } from './tie.ts'
import { changeWho, putMentions, type Who } from './who.ts'

/** More reports than these that are read otherwise by what comes are better built from nothing. */
const MOST_REPORTS = 100

/** A report looked at anew: one that came, or in which somebody stands for another than before. */
interface Anew {
  readonly n: number
  readonly placed: PlacedReading
  readonly settled: PlacedReading
}

/** Adds reports to the record; undefined, with nothing written, where it has to be built from nothing. */
export function growRecord(database: DatabaseSync, come: readonly Coming[]): Written | undefined {
  database.exec('savepoint growing')
  try {
    return grow(database, come)
  } catch (error) {
    database.exec('rollback to growing')
    if (!(error instanceof NotGrown)) throw error
    return undefined
  } finally {
    database.exec('release growing')
  }
}

/** Whether a report stands in the record; undefined where that cannot be added to. */
export function hasGrown(database: DatabaseSync, report: string): boolean | undefined {
  const sql = sqlOf(database)
  return growing(sql, 'version') === GROWING_VERSION ? grownReport(sql, report) !== undefined : undefined
}

function grow(database: DatabaseSync, come: readonly Coming[]): Written {
  const sql = sqlOf(database)
  const aboutRow = sql("select body from record_parts where part = 'about'").get() as
    | { body: string }
    | undefined
  if (growing(sql, 'version') !== GROWING_VERSION || !aboutRow) throw new NotGrown('nothing to grow from')
  if (come.length > MOST_REPORTS) throw new NotGrown('many reports')
  const about = JSON.parse(aboutRow.body) as About
  const states = growing(sql, 'states') === '1'
  const placed = come.map(({ reading }) => placeAlone(sql, reading))
  for (const { reading } of come) putMentions(sql, reading)
  const { who, parties, gone, reports } = changeWho(
    sql,
    come.map(({ reading }) => reading),
    { states, parties: about.negotiation.parties },
  )
  if (reports.length > MOST_REPORTS) throw new NotGrown('who is who in many reports')
  const anew: Anew[] = come.map(({ item }, at) => {
    const one = placed[at]!
    const { named, settled } = settledBy(one, who)
    const kept = { keyed: keyedOf(named), sums: sumsBy(named, who, states), own: false }
    return { n: putReport(sql, item, one, { ...kept, group: one.reading.report.id }), placed: one, settled }
  })
  const version = about.readingVersion
  checkCopies(sql, anew, version)
  for (const report of reports) anew.push(readAgain(sql, report, who, states, version))
  const looked = new Set(anew.map((one) => one.placed.reading.report.id))
  const flipped = changeMatter(sql, looked)
  for (const report of flipped)
    if (!looked.has(report)) {
      const known = grownReport(sql, report)!
      const one = placedAs(sql, known, version)
      anew.push({ n: known.n, placed: one, settled: settledBy(one, who).settled })
    }
  checkTellings(sql, anew, who, version)
  for (const { placed: one } of anew)
    if (one.reading.denials && one.reading.denials.length > 0) throw new NotGrown('a denial within a report')
  const negotiation = checkNegotiation(sql, about, states, parties)
  const matter = ofMatterIn(sql)
  const meant: Scoped = {
    negotiation,
    sides: [],
    matters: [],
    home: new Set(JSON.parse(growing(sql, 'home') ?? '[]') as string[]),
    ...(matter ? { matter } : {}),
  }
  const blocks = writeBlocks(database, sql, { anew, who, meant, about })
  const fresh = anew.slice(0, come.length).map(({ settled }) => settled)
  writeGrownParts(database, sql, {
    fresh,
    anew: anew.map(({ settled }) => settled),
    who,
    about,
    parties,
    gone,
    blocks,
  })
  const { entries } = sql('select count(*) as entries from entries').get() as { entries: number }
  return { entries, changed: blocks.changed, gone: blocks.gone }
}

/** The sides and the states at home must stay who they were; else every entry is looked at. */
function checkNegotiation(
  sql: Sql,
  about: About,
  states: boolean,
  parties: readonly Party[],
): About['negotiation'] {
  const sums = sideSums(sql)
  const isState = areStates(sums)
  const negotiation = proposeNegotiation(sums, isState, (id) => partyCalled(sql, parties, id))
  const { own } = sql('select count(*) as own from grown_reports where own = 1').get() as { own: number }
  const home = JSON.stringify([...statesAtHome(sums, own)].sort())
  if (
    isState !== states ||
    JSON.stringify(negotiation) !== JSON.stringify(about.negotiation) ||
    home !== growing(sql, 'home')
  )
    throw new NotGrown('what is negotiated')
  return negotiation
}

interface Blocks {
  readonly changed: number
  readonly gone: number
  /** Entries as they stood and as they stand, where they differ. */
  readonly before: readonly Entry[]
  readonly after: readonly Entry[]
}

/** Assembles the blocks of these reports anew, ties them and writes what differs. */
function writeBlocks(
  database: DatabaseSync,
  sql: Sql,
  { anew, who, meant, about }: { anew: readonly Anew[]; who: Who; meant: Scoped; about: About },
): Blocks {
  const known = publishedIn(sql)
  const { bare, before } = assembleAnew(
    sql,
    anew.map(({ n, settled }) => ({ n, placed: settled })),
  )
  const kept = keptEntries(sql, before)
  const renamed = new Map<string, string>()
  const sides = { get: who.sideOf } as ReadonlyMap<string, string>
  const bared = byUniqueId(bare, renamed).map(
    (entry) => ({ ...entry, aside: isOutside(entry, meant, sides) }) as Entry,
  )
  const old = [...kept.values()]
  if (old.some((entry) => entry.disputes.length > 0)) throw new NotGrown('a dispute')
  for (const [n, entry] of kept) unlinkEntry(sql, n, entry, known)
  const { entries, others } = tieAnew(sql, old, bared, known, sides)
  checkDisputes(sql, entries, known)
  const writer = entryWriter(database)
  const rankIn = ranker(about.negotiation, (report) => known.get(report)?.latest)
  const numbers = new Map([...kept].map(([n, { id }]) => [id, n]))
  const ids = new Set(entries.map(({ id }) => id))
  let gone = 0
  for (const [n, entry] of kept) {
    sql('delete from renamed where entry = ?').run(n)
    if (ids.has(entry.id)) continue
    gone++
    writer.drop(n)
  }
  let changed = 0
  const put = (entry: Entry, n: number | undefined): number => {
    const { hash, body } = entryRow(entry)
    const there =
      n === undefined ? undefined : (sql('select hash from entries where n = ?').get(n) as { hash: string })
    const rank = rankIn(entry)
    if (there?.hash === hash) {
      if (!entry.aside) writer.rank(n!, entry, rank)
      return n!
    }
    changed++
    return writer.put(entry, hash, body, rank, n)
  }
  for (const entry of entries) {
    const n = put(entry, numbers.get(entry.id))
    const from = renamed.get(entry.id)
    if (from !== undefined) sql('insert into renamed (entry, id) values (?, ?)').run(n, from)
    linkEntry(sql, n, entry, known)
  }
  for (const { n, was, is } of others) {
    unlinkEntry(sql, n, was, known)
    put(is, n)
    linkEntry(sql, n, is, known)
  }
  return { changed, gone, before: old, after: entries }
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

/** Entries that would disagree with others, or within themselves, are found by looking at all of those around. */
function checkDisputes(sql: Sql, entries: readonly Entry[], known: ReadonlyMap<string, Days>): void {
  const keys = new Set(entries.flatMap((entry) => heldAgainst(entry, known)))
  const isDenying = keys.delete(WHENEVER.deniedOnce)
  const isTimeless = keys.delete(WHENEVER.said)
  if (keys.has(WHENEVER.denied)) throw new NotGrown('a denial without a time')
  if (isDenying) keys.add(WHENEVER.said)
  if (keys.size > 0 || isTimeless) keys.add(isTimeless ? WHENEVER.deniedOnce : WHENEVER.denied)
  const others = keptEntries(sql, new Set([...keys].flatMap((key) => linked(sql, LINK.answers, key))))
  const ids = new Set(entries.map(({ id }) => id))
  const all = [...entries, ...[...others.values()].filter(({ id, aside }) => !aside && !ids.has(id))]
  const found = findDisputes(
    all.sort((a, b) => (a.id < b.id ? -1 : 1)),
    known,
    [],
  )
  if (found.some((one) => one.entries.some((id) => ids.has(id)))) throw new NotGrown('a dispute')
}

/** Places a report by itself: where it bears on the place of others, or they on its own, all are looked at. */
function placeAlone(sql: Sql, reading: Reading): PlacedReading {
  const { stated, earliest, latest, how } = reading.report.published
  if (stated !== undefined && (latest === undefined || earliest !== latest))
    throw new NotGrown('a day that others make sure')
  if (grownReport(sql, reading.report.id)) throw new NotGrown('a report that is there')
  const keys = placingKeys(reading)
  if (how === 'none' ? keys.length > 0 : keys.some((key) => linked(sql, LINK.undated, key).length > 0))
    throw new NotGrown('where a report stands in time by what others tell')
  return place([reading])[0]!
}

/** What is of the matter, by what is kept of it; undefined where all is. */
function ofMatterIn(sql: Sql): OfMatter | undefined {
  const matter = matterFrom(growing(sql, 'matter') ?? '')
  return (
    matter && {
      reports: { has: (id) => isOwn(sql, id) },
      whole: { has: (id) => isWhollyOfMatter(grownReport(sql, id)!.keyed, matter) },
      words: new Set(matter.words),
    }
  )
}

const isOwn = (sql: Sql, report: string): boolean =>
  sql('select 1 from grown_reports where report = ? and own = 1').get(report) !== undefined

function partyCalled(sql: Sql, parties: readonly Party[], id: string): Party | undefined {
  const found = parties.find((party) => party.id === id)
  if (found) return found
  const row = sql(
    "select p.body, w.of from record_parts p join who w on w.id = p.id where p.part = 'parties' and p.id = ?",
  ).get(id) as { body: string; of: string | null } | undefined
  if (!row) return undefined
  const { of: _, ...party } = JSON.parse(row.body) as Party
  return { ...party, ...(row.of === null ? {} : { of: row.of }) }
}

/** A report's reading as it is kept, placed where it stands in the record. */
function placedAs(
  sql: Sql,
  { report, item }: Pick<GrownReport, 'report' | 'item'>,
  version: string,
): PlacedReading {
  const head = sql('select packed from items where id = ?').get(item) as { packed: Uint8Array } | undefined
  const kept = sql('select packed from readings where item = ? and version = ?').get(item, version) as
    | { packed: Uint8Array }
    | undefined
  const row = sql("select body from record_parts where part = 'reports' and id = ?").get(report) as
    | { body: string }
    | undefined
  if (!head || !kept || !row) throw new NotGrown('a reading that is not kept')
  const reading = unpackReading(kept.packed)
  if ('broke' in reading) throw new NotGrown('a reading that broke')
  const { earliest, latest, how, because } = (JSON.parse(row.body) as PlacedReport).published
  return {
    reading: { report: JSON.parse(unpack(head.packed)) as Reading['report'], ...reading },
    published: { ...(earliest ? { earliest } : {}), ...(latest ? { latest } : {}) },
    how,
    ...(because ? { because } : {}),
  }
}

/** A report in which somebody stands for another than before. */
function readAgain(sql: Sql, report: string, who: Who, states: boolean, version: string): Anew {
  const known = grownReport(sql, report)
  if (!known) throw new NotGrown('a report that is not there')
  const placed = placedAs(sql, known, version)
  const { named, settled } = settledBy(placed, who)
  const sums = sumsBy(named, who, states)
  if (known.own) {
    addSums(sql, known.sums, -1)
    addSums(sql, sums, 1)
  }
  changeReport(sql, known.n, keyedOf(named), sums)
  return { n: known.n, placed, settled }
}

/** Copies make reports one origin together, which is looked at over all. */
function checkCopies(sql: Sql, anew: readonly Anew[], version: string): void {
  for (const { n, placed } of anew) {
    const near = new Set<number>()
    for (const shingle of placed.reading.fingerprint.outside.slice(0, SKETCH)) {
      const others = linked(sql, LINK.shingle, shingle)
      if (others.length > MOST_WITH_SHINGLE) {
        const ids = others.map((one) => reportOf(sql, one)).sort((a, b) => (a.report < b.report ? -1 : 1))
        const at = ids.findIndex((one) => one.n === n)
        if (at < MOST_WITH_SHINGLE) {
          // It takes the place of another among the first, which then finds nothing more.
          const out = ids[MOST_WITH_SHINGLE]!
          if (copiesOf(sql, out.report).length > 0) throw new NotGrown('copies of a copy')
          for (const one of ids) near.add(one.n)
        } else for (const one of ids.slice(0, MOST_WITH_SHINGLE)) near.add(one.n)
      } else for (const one of others) near.add(one)
    }
    near.delete(n)
    for (const one of near)
      if (copies(placed.reading, readingOf(sql, one, version))) throw new NotGrown('a copy')
  }
}

const copiesOf = (sql: Sql, report: string): readonly string[] => {
  const row = sql("select body from record_parts where part = 'reports' and id = ?").get(report) as
    | { body: string }
    | undefined
  return row ? (JSON.parse(row.body) as PlacedReport).copies : []
}

const reportOf = (sql: Sql, n: number): Pick<GrownReport, 'n' | 'report' | 'item'> =>
  sql('select n, report, item from grown_reports where n = ?').get(n) as unknown as GrownReport

function readingOf(sql: Sql, n: number, version: string): Reading {
  const { item, report } = reportOf(sql, n)
  const row = sql('select packed from readings where item = ? and version = ?').get(item, version) as
    | { packed: Uint8Array }
    | undefined
  const kept = row && unpackReading(row.packed)
  if (!kept || 'broke' in kept) throw new NotGrown(`a reading that is not kept of ${report}`)
  return { report: { id: report } as Reading['report'], ...kept }
}

/** What reports tell otherwise of one thing makes disputes over reports, and claims of its own. */
function checkTellings(sql: Sql, anew: readonly Anew[], who: Who, version: string): void {
  for (const { n, settled } of anew) {
    const keys = tellingKeys(settled)
    for (const key of keys) link(sql, LINK.telling, key, n)
    const others = new Set(keys.flatMap((key) => linked(sql, LINK.telling, key)))
    others.delete(n)
    const near = [...others].map((one) => settledBy(placedAs(sql, reportOf(sql, one), version), who).settled)
    if (tellOtherwise([settled, ...near], settled.reading.report.id))
      throw new NotGrown('what is told otherwise')
  }
}

/**
 * Decides again which reports are of the matter, where some came or are read otherwise; gives those for which the answer
 * is another, those that came among them.
 */
function changeMatter(sql: Sql, changed: ReadonlySet<string>): ReadonlySet<string> {
  const text = growing(sql, 'matter') ?? ''
  const last = sql('select report from grown_reports where news = 1 order by report limit 1 offset ?').get(
    MATTER_SAMPLE - 1,
  ) as { report: string } | undefined
  const isDrawn = [...changed].some((report) => last === undefined || report <= last.report)
  const keyed = new Map<string, Keyed>()
  const keysOf = (report: string): Keyed => {
    const known = keyed.get(report) ?? grownReport(sql, report)!.keyed
    keyed.set(report, known)
    return known
  }
  const matter = matterFrom(text)
  if (isDrawn) {
    const drawn = sql('select report from grown_reports where news = 1 order by report limit ?').all(
      MATTER_SAMPLE,
    ) as { report: string }[]
    // Another matter is told by other words, in all reports.
    if (matterText(matterOf(drawn.map(({ report }) => keysOf(report)))) !== text)
      throw new NotGrown('which reports tell other news')
  }
  const flipped = new Set<string>()
  for (const report of changed) {
    const own = matter === undefined || isOfMatter(keysOf(report), matter)
    if (own === isOwn(sql, report)) continue
    const { n, sums } = grownReport(sql, report)!
    sql('update grown_reports set own = ? where n = ?').run(own ? 1 : 0, n)
    addSums(sql, sums, own ? 1 : -1)
    flipped.add(report)
  }
  return flipped
}
