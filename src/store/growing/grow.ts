// In: a dossier's file, reports that come to it. Out: its record with them, only the blocks that they touch made anew; NotGrown where they touch more.
import type { DatabaseSync } from 'node:sqlite'
import type { Day, Days, Entry, Party, PlacedReport, Reading } from '../../model/index.ts'
import { byUniqueId } from '../../record/build.ts'
import { isStatedInPart } from '../../record/day-of-two.ts'
import { areStates, proposeNegotiation, statesAtHome } from '../../record/negotiation.ts'
import {
  type Keyed,
  keyedOf,
  MATTER_SAMPLE,
  type Matter,
  matterOf,
  type OfMatter,
  sharesIn,
} from '../../record/of-matter.ts'
import { copies, MOST_WITH_SHINGLE, SKETCH } from '../../record/origins.ts'
import { dayStated, place, placingKeys } from '../../record/place.ts'
import type { PlacedReading } from '../../record/placed.ts'
import { placedByItself } from '../../record/placed-by-itself.ts'
import { isOutside, type Scoped } from '../../record/scope.ts'
import { tellingKeys, tellOtherwise } from '../../record/telling-disputes.ts'
import { unpack } from '../packed.ts'
import { unpackReading } from '../packed-reading.ts'
import type { About } from '../record-rows.ts'
import { entryRow } from '../record-rows.ts'
import { entryWriter, ranker } from '../sqlite-writer.ts'
import type { Coming, Written } from '../store.ts'
import { assembleAnew, dropBare, type Frame, putBare, standing } from './blocks.ts'
import { type Disputed, disputeAnew } from './disputed.ts'
import { writeGrownParts } from './parts.ts'
import {
  addSums,
  changeReport,
  type GrownReport,
  grownReport,
  grownReports,
  matterFrom,
  matterText,
  putReport,
  settledBy,
  sideSums,
  sumsBy,
} from './reports.ts'
import {
  GROWING_VERSION,
  growing,
  LINK,
  link,
  linked,
  NotGrown,
  type Sql,
  setGrowing,
  sqlOf,
  UNDATED,
} from './tables.ts'
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
  const placed = come.map(({ reading }) => placeAlone(sql, reading, about.readingVersion))
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
    const kept = { keyed: keyedOf(named), sums: sumsBy(named, who, states), own: false, whole: false }
    return { n: putReport(sql, item, one, { ...kept, group: one.reading.report.id }), placed: one, settled }
  })
  const version = about.readingVersion
  checkCopies(sql, anew, version)
  for (const report of reports) anew.push(readAgain(sql, report, who, states, version))
  const again = new Set(reports)
  const looked = new Set(anew.map((one) => one.placed.reading.report.id))
  const flipped = changeMatter(sql, looked)
  for (const report of flipped)
    if (!looked.has(report)) {
      const known = grownReport(sql, report)!
      const one = placedAs(sql, known, version)
      anew.push({ n: known.n, placed: one, settled: settledBy(one, who).settled })
    }
  checkTellings(sql, anew, who, version)
  const negotiation = checkNegotiation(sql, about, states, parties)
  const matter = ofMatterIn(sql)
  const meant: Scoped = {
    negotiation,
    sides: [],
    matters: [],
    home: new Set(JSON.parse(growing(sql, 'home') ?? '[]') as string[]),
    ...(matter ? { matter } : {}),
  }
  const blocks = writeBlocks(database, sql, { anew, again, who, meant, about })
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

interface Blocks extends Pick<Disputed, 'disputes' | 'withdrawn'> {
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
  {
    anew,
    again,
    who,
    meant,
    about,
  }: { anew: readonly Anew[]; again: ReadonlySet<string>; who: Who; meant: Scoped; about: About },
): Blocks {
  const known = publishedIn(sql)
  const { bare, before } = assembleAnew(
    sql,
    anew.map(({ n, settled }) => ({ n, placed: settled })),
  )
  const renamed = new Map<string, string>()
  const sides = { get: who.sideOf } as ReadonlyMap<string, string>
  const all = byUniqueId(bare, renamed).map(
    (entry) => ({ ...entry, aside: isOutside(entry, meant, sides) }) as Entry,
  )
  const same = standing(sql, before, all, again)
  const bared = all.filter(({ id }) => !same.ids.has(id))
  const kept = keptEntries(
    sql,
    [...before].filter((n) => !same.rows.has(n)),
  )
  const old = [...kept.values()]
  for (const [n, entry] of kept) unlinkEntry(sql, n, entry, known)
  const tied = tieAnew(sql, old, bared, known, sides)
  const { after, others, ...disputes } = disputeAnew(sql, { before: kept, ...tied }, known)
  const writer = entryWriter(database)
  const rankIn = ranker(about.negotiation, (report) => known.get(report)?.latest)
  const numbers = new Map([...kept].map(([n, { id }]) => [id, n]))
  const ids = new Set(after.map(({ id }) => id))
  let gone = 0
  for (const [n, entry] of kept) {
    sql('delete from renamed where entry = ?').run(n)
    if (ids.has(entry.id)) continue
    gone++
    writer.drop(n)
    dropBare(sql, n)
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
  for (const [at, entry] of after.entries()) {
    const n = put(entry, numbers.get(entry.id))
    putBare(sql, n, bared[at]!)
    const from = renamed.get(entry.id)
    if (from !== undefined) sql('insert into renamed (entry, id) values (?, ?)').run(n, from)
    linkEntry(sql, n, entry, known)
  }
  for (const { n, was, is } of others) {
    unlinkEntry(sql, n, was, known)
    put(is, n)
    linkEntry(sql, n, is, known)
  }
  return { changed, gone, before: old, after, ...disputes }
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

/** Places a report by itself: where it bears on the place of others, or they on its own, all are looked at. */
function placeAlone(sql: Sql, reading: Reading, version: string): PlacedReading {
  const { published } = reading.report
  if (isStatedInPart(published)) throw new NotGrown('a day that others tell')
  if (grownReport(sql, reading.report.id)) throw new NotGrown('a report that is there')
  const keys = placingKeys(reading)
  if (
    published.how === 'none' ? keys.length > 0 : keys.some((key) => linked(sql, LINK.undated, key).length > 0)
  )
    throw new NotGrown('where a report stands in time by what others tell')
  const known = (
    sql('select distinct dated from grown_reports where dated is not null').all() as { dated: Day }[]
  ).map(({ dated }) => dated)
  const day = dayStated(published)
  if (day !== undefined && !known.includes(day))
    for (const n of linked(sql, LINK.undated, UNDATED)) {
      const undated = readingOf(sql, n, version)
      const [before, after] = [known, [...known, day]].map((days) => placedByItself(undated, days))
      if (JSON.stringify(before) !== JSON.stringify(after))
        throw new NotGrown('where a report stands in time by when others were out')
    }
  return place([reading], known)[0]!
}

/** What is of the matter, by what is kept of it; undefined where all is. */
function ofMatterIn(sql: Sql): OfMatter | undefined {
  const matter = matterFrom(growing(sql, 'matter') ?? '')
  const shares = new Map<string, Pick<GrownReport, 'own' | 'whole'>>()
  const shareOf = (id: string) => {
    const share = shares.get(id) ?? grownReport(sql, id)!
    shares.set(id, share)
    return share
  }
  return (
    matter && {
      reports: { has: (id) => shareOf(id).own },
      whole: { has: (id) => shareOf(id).whole },
      words: new Set(matter.words),
    }
  )
}

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
  const known = new Map(anew.map(({ n, settled }) => [n, settled]))
  const settledAs = (n: number): PlacedReading => {
    const found = known.get(n) ?? settledBy(placedAs(sql, reportOf(sql, n), version), who).settled
    known.set(n, found)
    return found
  }
  for (const { n, settled } of anew) {
    const keys = tellingKeys(settled)
    for (const key of keys) link(sql, LINK.telling, key, n)
    const others = new Set(keys.flatMap((key) => linked(sql, LINK.telling, key)))
    others.delete(n)
    if (tellOtherwise([settled, ...[...others].map(settledAs)], settled.reading.report.id))
      throw new NotGrown('what is told otherwise')
  }
}

/**
 * Decides again which reports are of the matter, where some came or are read otherwise; gives those of which more or less
 * is by now, those that came among them.
 */
function changeMatter(sql: Sql, changed: ReadonlySet<string>): ReadonlySet<string> {
  const known = matterFrom(growing(sql, 'matter') ?? '')
  const matter = matterDrawn(sql, changed, known)
  const flipped = new Set<string>()
  const shareOf = matter && sharesIn(matter)
  const share = (one: GrownReport) => {
    const { n, report, own, whole } = one
    const now = shareOf?.(one.keyed) ?? { own: true, whole: true }
    if (now.own !== own) addSums(sql, one.sums, now.own ? 1 : -1)
    if (now.own !== own || now.whole !== whole) {
      flipped.add(report)
      sql('update grown_reports set own = ?, whole = ? where n = ?').run(
        now.own ? 1 : 0,
        now.whole ? 1 : 0,
        n,
      )
    }
    // What a report tells beside other things is of the matter by its words.
    if (isOther && now.own && !now.whole) flipped.add(report)
    if (flipped.size > MOST_REPORTS) throw new NotGrown('which reports tell other news')
  }
  const isOther = matter?.words.join() !== known?.words.join()
  if (matter === known) for (const report of changed) share(grownReport(sql, report)!)
  else {
    setGrowing(sql, 'matter', matterText(matter))
    for (const one of grownReports(sql)) share(one)
  }
  return flipped
}

/** The matter as it is found by the reports drawn for that; the one known where they find the same. */
function matterDrawn(sql: Sql, changed: ReadonlySet<string>, known: Matter | undefined): Matter | undefined {
  const drawn = sql('select report from grown_reports where news = 1 order by report limit ?').all(
    MATTER_SAMPLE,
  ) as { report: string }[]
  if (!drawn.some(({ report }) => changed.has(report))) return known
  const matter = matterOf(drawn.map(({ report }): Keyed => grownReport(sql, report)!.keyed))
  return matterText(matter) === matterText(known) ? known : matter
}
