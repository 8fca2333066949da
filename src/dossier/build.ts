// In: a store. Out: the record of the reports it holds, corrected; the one written, or one as known or recorded earlier.
import type { Day, Notice, PlacedReport, Reading } from '../model/index.ts'
import { notice } from '../problem.ts'
import { type BuiltRecord, buildRecord, knownBy, type RecordOptions, recordOf } from '../record/build.ts'
import { inOrder } from '../record/notice-order.ts'
import type { PlacedReading } from '../record/placing/placed.ts'
import type { RecordReader } from '../record/reader.ts'
import type { Coming, Store, Written } from '../store/store.ts'
import { type Correction, correctionsIn } from './corrections/correction.ts'
import { correctReadings } from './corrections/on-readings.ts'
import { correctRecord } from './corrections/on-record.ts'
import { type HeldReport, heldReports } from './held-reports.ts'

export interface BuildQuestion extends RecordOptions {
  /** Only what the store held right after this change. */
  readonly at?: number
}

/** The version of the reading that the record is made of; undefined before the first report. */
export const readingVersionOf = (store: Store): string | undefined => store.setting('readingVersion')

/** Builds the record from the readings kept. Reads nothing anew. `held` are the reports held at the change asked for. */
export function buildFrom(
  store: Store,
  question: BuildQuestion = {},
  { reports, notices } = heldReports(store, question.at),
): BuiltRecord {
  const { at, asOf } = question
  const corrections = correctionsIn(store, at)
  const scope = question.scope ?? corrections.findLast(({ kind }) => kind === 'scope')?.scope
  const options = { ...(asOf === undefined ? {} : { asOf }), ...(scope === undefined ? {} : { scope }) }
  const written = asOf === undefined || at !== undefined ? undefined : store.reader()
  const { built, broken } =
    written && asOf !== undefined
      ? buildAsOf(store, { reports, corrections, written, options: { ...options, asOf } })
      : buildWhole(store, { reports, corrections, options })
  const { record, notices: unplaced } = correctRecord(built, corrections)
  return {
    ...built,
    record: { ...record, notices: inOrder([...notices, ...broken, ...built.record.notices, ...unplaced]) },
  }
}

interface Material {
  readonly reports: readonly HeldReport[]
  readonly corrections: readonly Correction[]
  readonly options: RecordOptions
}

function buildWhole(store: Store, { reports, corrections, options }: Material) {
  const { readings, broken } = readingsOf(store, reports)
  return { built: buildRecord(correctReadings(readings, corrections), options), broken }
}

/**
 * As of a day only the readings of reports known by then are looked at. Where those stand in time that tell no day of
 * their own was found over all reports when the record was written.
 */
function buildAsOf(
  store: Store,
  {
    reports,
    corrections,
    written,
    options,
  }: Material & { readonly written: RecordReader; readonly options: RecordOptions & { readonly asOf: Day } },
) {
  const all = written.reports()
  const { known, leftOut } = knownBy(all, options.asOf)
  const later = new Set(all.map(({ id }) => id))
  for (const { id } of known) later.delete(id)
  const { readings, broken } = readingsOf(
    store,
    reports.filter(({ head }) => !later.has(head.id)),
  )
  const places = new Map(known.map((report) => [report.id, report.published]))
  const placed = correctReadings(readings, corrections).flatMap((reading): PlacedReading[] => {
    const place = places.get(reading.report.id)
    return place ? [placedAt(reading, place)] : []
  })
  return { built: recordOf(placed, options, leftOut), broken }
}

function placedAt(reading: Reading, place: PlacedReport['published']): PlacedReading {
  const { earliest, latest, how, because } = place
  return {
    reading,
    published: { ...(earliest ? { earliest } : {}), ...(latest ? { latest } : {}) },
    how,
    ...(because ? { because } : {}),
  }
}

function readingsOf(store: Store, reports: readonly HeldReport[]) {
  const version = readingVersionOf(store) ?? ''
  const broken: Notice[] = []
  const readings = reports.flatMap((one): Reading[] => {
    const reading = readingOf(store, one, version, broken)
    return reading ? [reading] : []
  })
  return { readings, broken }
}

/**
 * Writes what of the record changed, inside a transaction. Where reports only `came`, by their items, the blocks are made
 * anew that they touch; else, and where they touch more, the record is built from nothing.
 */
export function writeRecord(store: Store, came?: readonly string[]): Written {
  const corrected = correctionsIn(store).length > 0
  const coming = came && !corrected ? comingOf(store, came) : undefined
  const grown = coming && store.growRecord(coming)
  if (grown) return grown
  const held = heldReports(store)
  const built = buildFrom(store, {}, held)
  if (corrected) return store.putRecord(built)
  return store.putRecord(built, new Map(held.reports.map(({ item, head }) => [head.id, item])))
}

/** Reports with their readings; undefined where a reading broke. */
function comingOf(store: Store, items: readonly string[]): Coming[] | undefined {
  const broken: Notice[] = []
  const coming = items.flatMap((item): Coming[] => {
    const head = JSON.parse(store.item(item)?.body ?? '') as HeldReport['head']
    const reading = readingOf(store, { item, head }, readingVersionOf(store) ?? '', broken)
    return reading ? [{ item, reading }] : []
  })
  return broken.length > 0 ? undefined : coming
}

function readingOf(
  store: Store,
  { item, head }: HeldReport,
  version: string,
  broken: Notice[],
): Reading | undefined {
  const kept = store.reading(item, version)
  if (kept === undefined) throw new Error(`no reading of ${head.path} (${head.id}) is kept`)
  if ('broke' in kept) {
    broken.push(notice('report-broke-reading', { path: head.path, error: kept.broke }))
    return undefined
  }
  return { report: head, ...kept }
}

/** The last change that was in the log at an instant; 0 before the first. */
export const changeAt = (store: Store, recordedBy: string): number =>
  store.changes().filter((change) => change.at <= recordedBy).length
