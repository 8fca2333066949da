// In: a store. Out: the record of the reports it holds, corrected; the one written, or one as known or recorded earlier.
import type { Notice, Reading } from '../model/index.ts'
import { notice } from '../problem.ts'
import { type BuiltRecord, buildRecord, type RecordOptions } from '../record/build.ts'
import type { Store, Written } from '../store/store.ts'
import { correctionsIn } from './corrections/correction.ts'
import { correctReadings } from './corrections/on-readings.ts'
import { correctRecord } from './corrections/on-record.ts'
import { type HeldReport, heldReports } from './held-reports.ts'

export interface BuildQuestion extends RecordOptions {
  /** Only what the store held right after this change. */
  readonly at?: number
}

/** The version of the reading that the record is made of; undefined before the first report. */
export const readingVersionOf = (store: Store): string | undefined => store.setting('readingVersion')

/** Builds the record from the readings kept. Reads nothing anew. */
export function buildFrom(store: Store, question: BuildQuestion = {}): BuiltRecord {
  const version = readingVersionOf(store) ?? ''
  const { at, ...options } = question
  const { reports, notices } = heldReports(store, at)
  const broken: Notice[] = []
  const readings = reports.flatMap((one): Reading[] => {
    const reading = readingOf(store, one, version, broken)
    return reading ? [reading] : []
  })
  const corrections = correctionsIn(store, at)
  const scope = options.scope ?? corrections.findLast(({ kind }) => kind === 'scope')?.scope
  const built = buildRecord(correctReadings(readings, corrections), {
    ...options,
    ...(scope === undefined ? {} : { scope }),
  })
  const { record, notices: unplaced } = correctRecord(built, corrections)
  return {
    ...built,
    record: { ...record, notices: [...notices, ...broken, ...built.record.notices, ...unplaced] },
  }
}

/** Builds the record and writes what of it changed. Inside a transaction. */
export const writeRecord = (store: Store): Written => store.putRecord(buildFrom(store))

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
