// In: a dossier's file, reports that come to it. Out: its record with them, only the blocks that they touch made anew; NotGrown where they touch more.
import type { DatabaseSync } from 'node:sqlite'
import type { Day, Reading } from '../../model/index.ts'
import { isStatedInPart } from '../../record/day-of-two.ts'
import { keyedOf, numbered } from '../../record/keyed.ts'
import { dayStated, place, placingKeys } from '../../record/place.ts'
import type { PlacedReading } from '../../record/placed.ts'
import { placedByItself } from '../../record/placed-by-itself.ts'
import type { About } from '../record-rows.ts'
import type { Coming, Written } from '../store.ts'
import { copyAnew } from './copies.ts'
import { placedAs, readingOf } from './kept-reports.ts'
import { fileAnew } from './matter.ts'
import { tellAnew } from './otherwise.ts'
import { writeGrownParts } from './parts.ts'
import { addSums, changeReport, grownReport, keysKept, putReport, settledBy, sumsBy } from './reports.ts'
import { GROWING_VERSION, growing, LINK, linked, NotGrown, type Sql, sqlOf, UNDATED } from './tables.ts'
import { changeWho, putMentions, type Who } from './who.ts'
import { writeBlocks } from './write-blocks.ts'

/** More reports than these that are read otherwise by what comes are better built from nothing. */
const MOST_REPORTS = 100

/** A report looked at anew: one that came, or in which somebody stands for another than before. */
interface Anew {
  readonly n: number
  readonly placed: PlacedReading
  settled: PlacedReading
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
    const keyed = numbered(keyedOf(named), keysKept(sql))
    const kept = { keyed, sums: sumsBy(named, who, states), own: false, whole: false }
    return { n: putReport(sql, item, one, { ...kept, group: one.reading.report.id }), placed: one, settled }
  })
  const version = about.readingVersion
  const copied = copyAnew(sql, anew, version)
  for (const report of reports) anew.push(readAgain(sql, report, who, states, version))
  const again = new Set(reports)
  const changed = new Set(anew.map((one) => one.placed.reading.report.id))
  const filing = fileAnew(sql, about, { changed, states, parties, gone })
  const settled = new Map(anew.map((one) => [one.placed.reading.report.id, one.settled]))
  const settledOf = (report: string): PlacedReading => {
    const found =
      settled.get(report) ?? settledBy(placedAs(sql, grownReport(sql, report)!, version), who).settled
    settled.set(report, found)
    return found
  }
  const otherwise = tellAnew(sql, anew, settledOf)
  const beside = new Set([...otherwise.others].filter((report) => !changed.has(report)))
  for (const report of copied.moved) beside.delete(report)
  for (const report of new Set([...beside, ...copied.moved]))
    if (!changed.has(report)) {
      const one = settledOf(report)
      anew.push({ n: grownReport(sql, report)!.n, placed: one, settled: one })
    }
  for (const one of anew) one.settled = otherwise.withClaims(one.settled)
  const blocks = writeBlocks(database, sql, { anew, again, beside, who, filing, otherwise })
  const fresh = anew.slice(0, come.length).map(({ settled }) => settled)
  writeGrownParts(database, sql, {
    fresh,
    anew: anew.map(({ settled }) => settled),
    copies: copied.copies,
    who,
    about: { ...about, negotiation: filing.meant.negotiation },
    parties,
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
  changeReport(sql, known.n, numbered(keyedOf(named), keysKept(sql)), sums)
  return { n: known.n, placed, settled }
}
