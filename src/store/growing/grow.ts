// In: a dossier's file, reports that come to it. Out: its record with them, only the blocks that they touch made anew; NotGrown where they touch more.
import type { DatabaseSync } from 'node:sqlite'
import type { Day, Reading } from '../../model/index.ts'
import { keyedOf, numbered } from '../../record/keyed.ts'
import { isStatedInPart } from '../../record/placing/day-of-two.ts'
import { askedKeys, dayStated, place, placingKeys } from '../../record/placing/place.ts'
import type { PlacedReading } from '../../record/placing/placed.ts'
import { datesTurnedBy, placedByItself } from '../../record/placing/placed-by-itself.ts'
import type { About } from '../record-rows.ts'
import type { Coming, Written } from '../store.ts'
import { copyAnew } from './copies.ts'
import { placedAs, readingOf } from './kept-reports.ts'
import { fileAnew, partyCalled } from './matter.ts'
import { tellAnew } from './otherwise.ts'
import { writeGrownParts } from './parts.ts'
import {
  addSums,
  changeReport,
  type GrownReport,
  grownReport,
  keysKept,
  namedBy,
  putReport,
  settledBy,
  sumsBy,
  tellerBy,
} from './reports.ts'
import { GROWING_VERSION, growing, LINK, linked, NotGrown, type Sql, sqlOf, UNDATED } from './tables.ts'
import { changeWho, putMentions, reportsNaming, type Who, whoIn } from './who.ts'
import { writeBlocks } from './write-blocks.ts'

/** More reports than these, and than a share of all, that are read otherwise by what comes are better built from nothing. */
const MOST_REPORTS = 100
const MOST_OF_ALL = 0.2

/** A report looked at anew: one that came, or in which somebody stands for another than before. */
interface Anew {
  readonly n: number
  readonly placed: PlacedReading
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
  const isMany = (count: number) => count > Math.max(MOST_REPORTS, MOST_OF_ALL * about.counts.reports)
  const states = growing(sql, 'states') === '1'
  const placed = come.map(({ reading }) => placeAlone(sql, reading, about.readingVersion))
  for (const { reading } of come) putMentions(sql, reading)
  const {
    who: called,
    parties,
    gone,
    reports,
  } = changeWho(
    sql,
    come.map(({ reading }) => reading),
    { states, parties: about.negotiation.parties },
  )
  if (isMany(reports.length)) throw new NotGrown('who is who in many reports')
  const anew: Anew[] = come.map(({ item }, at) => {
    const one = placed[at]!
    const named = namedBy(one, called)
    const keyed = numbered(keyedOf(named), keysKept(sql))
    const kept = { keyed, sums: sumsBy(named, called), own: false, whole: false }
    return { n: putReport(sql, item, one, { ...kept, group: one.reading.report.id }), placed: one }
  })
  const version = about.readingVersion
  const copied = copyAnew(sql, anew, version)
  for (const report of reports) anew.push(readAgain(sql, report, called, version))
  const again = new Set(reports)
  const changed = new Set(anew.map((one) => one.placed.reading.report.id))
  const filing = fileAnew(sql, about, { changed, states, parties, gone })
  const naming = filing.acting.flatMap((id) => reportsNaming(sql, id))
  const turned = new Set(filing.turned)
  for (const { report, own } of naming) if (filing.states && own === 1) turned.add(report)
  for (const report of changed) turned.delete(report)
  if (isMany(turned.size)) throw new NotGrown('whom many stand for in many reports')
  for (const report of turned) {
    const known = reportThere(sql, report)
    anew.push({ n: known.n, placed: placedAs(sql, known, version) })
  }
  // Those who act for another by now are looked up anew.
  const who = whoIn(sql)
  const placedBy = new Map(anew.map((one) => [one.placed.reading.report.id, one.placed]))
  const settled = new Map<string, PlacedReading>()
  const settledOf = (report: string): PlacedReading => {
    const found = settled.get(report)
    if (found) return found
    const known = reportThere(sql, report)
    const one = placedBy.get(report) ?? placedAs(sql, known, version)
    const now = settledBy(one, who, filing.states && known.own)
    settled.set(report, now)
    return now
  }
  const settledAnew = anew.map(({ n, placed }) => ({ n, settled: settledOf(placed.reading.report.id) }))
  const tellerOf = (report: string): PlacedReading =>
    settled.get(report) ?? tellerBy(placedAs(sql, reportThere(sql, report), version), who)
  const otherwise = tellAnew(sql, settledAnew, tellerOf)
  const came = new Set(come.map(({ reading }) => reading.report.id))
  const beside = new Set([...again, ...turned, ...otherwise.others].filter((report) => !came.has(report)))
  for (const report of copied.moved) beside.delete(report)
  for (const report of new Set([...beside, ...copied.moved]))
    if (!placedBy.has(report)) settledAnew.push({ n: reportThere(sql, report).n, settled: settledOf(report) })
  const whole = settledAnew.map(({ n, settled }) => ({ n, settled: otherwise.withClaims(settled) }))
  const accounts = accountsIn(sql, [...again, ...naming.map(({ report }) => report)])
  const blocks = writeBlocks(database, sql, { anew: whole, again, beside, accounts, who, filing, otherwise })
  const acting = filing.acting.flatMap((id) => partyCalled(sql, parties, id) ?? [])
  writeGrownParts(database, sql, {
    fresh: whole.slice(0, come.length).map(({ settled }) => settled),
    anew: whole.map(({ settled }) => settled),
    copies: copied.copies,
    who,
    about: { ...about, negotiation: filing.meant.negotiation },
    parties: [...new Map([...acting, ...parties].map((party) => [party.id, party])).values()],
    gone,
    blocks,
  })
  const { entries } = sql('select count(*) as entries from entries').get() as { entries: number }
  return { entries, changed: blocks.changed, gone: blocks.gone }
}

/** Places a report by itself: where it bears on the place of others, or they on its own, all are looked at. */
function placeAlone(sql: Sql, reading: Reading, version: string): PlacedReading {
  const { published } = reading.report
  if (isStatedInPart(published)) throw new NotGrown('a day that others tell')
  if (grownReport(sql, reading.report.id)) throw new NotGrown('a report that is there')
  if (published.how === 'none' && askedKeys(reading).length > 0)
    throw new NotGrown('where a report stands in time by what others tell')
  const placed = placeBesideDays(sql, reading, version)
  if (placingKeys(placed).some((key) => linked(sql, LINK.undated, key).length > 0))
    throw new NotGrown('where another report stands in time by what this one tells')
  return placed
}

/** Places a report by itself and by when others were out; where they stand otherwise by its day, all are looked at. */
function placeBesideDays(sql: Sql, reading: Reading, version: string): PlacedReading {
  const { published } = reading.report
  const day = dayStated(published)
  const beside = day === undefined ? new Set<number>() : placedBeside(sql, day)
  if (day !== undefined && beside.size === 0) return place([reading], [day])[0]!
  const known = (
    sql('select distinct dated from grown_reports where dated is not null').all() as { dated: Day }[]
  ).map(({ dated }) => dated)
  if (day !== undefined)
    for (const n of beside) {
      const undated = readingOf(sql, n, version)
      const [before, after] = [known, [...known, day]].map((days) => placedByItself(undated, days))
      if (JSON.stringify(before) !== JSON.stringify(after))
        throw new NotGrown('where a report stands in time by when others were out')
    }
  return place([reading], known)[0]!
}

/** The days on which reports were out that lie next to one, itself among them where some were. */
function nextTo(sql: Sql, day: Day): readonly [before: Day | undefined, after: Day | undefined] {
  const found = (text: string) => (sql(text).get(day) as { dated: Day | null }).dated ?? undefined
  return [
    found('select max(dated) as dated from grown_reports where dated <= ?'),
    found('select min(dated) as dated from grown_reports where dated >= ?'),
  ]
}

/** Reports without a day that may be placed otherwise by one more day. */
function placedBeside(sql: Sql, day: Day): ReadonlySet<number> {
  const [before, after] = nextTo(sql, day)
  if (before === day) return new Set()
  const dates = datesTurnedBy(day, before, after) ?? [UNDATED]
  return new Set([...dates].flatMap((date) => linked(sql, LINK.undated, date)))
}

/** A report in which somebody stands for another than before. */
function readAgain(sql: Sql, report: string, who: Who, version: string): Anew {
  const known = reportThere(sql, report)
  const placed = placedAs(sql, known, version)
  const named = namedBy(placed, who)
  const sums = sumsBy(named, who)
  if (known.own) {
    addSums(sql, known.sums, -1)
    addSums(sql, sums, 1)
  }
  changeReport(sql, known.n, numbered(keyedOf(named), keysKept(sql)), sums)
  return { n: known.n, placed }
}

function reportThere(sql: Sql, report: string): GrownReport {
  const known = grownReport(sql, report)
  if (!known) throw new NotGrown('a report that is not there')
  return known
}

/** Rows of the agreements and promises that rest on these reports: who gives an account of them is told by whom he acts for. */
const accountsIn = (sql: Sql, reports: readonly string[]): ReadonlySet<number> =>
  new Set(
    [...new Set(reports)].flatMap((report) =>
      (
        sql(
          `select e.entry as n from grown_reports r join tellings t on t.report = r.n
             join evidence e on e.id = t.evidence join entries o on o.n = e.entry and o.kind in ('agreement', 'commitment')
           where r.report = ?`,
        ).all(report) as { n: number }[]
      ).map(({ n }) => n),
    ),
  )
