// In: reports and a dossier. Out: the dossier with them: read, kept and assembled in one transaction.
import type { Notice, Report } from '../model/index.ts'
import { itemOf } from '../store/item.ts'
import type { KeptReading, Store, Written } from '../store/store.ts'
import { readingVersionOf, writeRecord } from './build.ts'
import { type Author, type Dossier, logChange, type ReportReader } from './dossier.ts'
import { everyHeld, type ReportHead } from './held-reports.ts'
import { sentencesOf } from './sentences-of.ts'

export interface Added extends Written {
  /** Reports that were not there. */
  readonly added: number
  readonly alreadyThere: number
  /** Reports read again, because the dossier was read by another version. */
  readonly readAgain: number
  /** Number of the change in the log; undefined where nothing changed. */
  readonly change?: number
}

interface Prepared {
  readonly item: string
  readonly body: string
  readonly report: Report
}

/**
 * Adds reports and the notices met on the way to them. Reading is done before the transaction begins, so that others
 * wait for the writing only. Adding again what is there changes nothing, not even the log.
 */
export function addReports(
  dossier: Dossier,
  found: { readonly reports: readonly Report[]; readonly notices: readonly Notice[] },
  reader: ReportReader,
  rest: Author & { readonly onProgress?: (done: number, of: number) => void } = {},
): Added {
  const { store } = dossier
  const { onProgress, ...author } = rest
  const prepared = found.reports.map((report): Prepared => {
    const { text: _text, ...head } = report
    const { id, body } = itemOf('report', head)
    return { item: id, body, report }
  })
  const readings = new Map<string, KeptReading>()
  for (const [at, one] of prepared.entries()) {
    onProgress?.(at, prepared.length)
    if (!store.hasReading(one.item, reader.version)) readings.set(one.item, readSafely(one.report, reader))
  }
  for (const [item, report] of staleReports(store, reader.version))
    readings.set(item, readSafely(report, reader))
  return store.transact(() => {
    // Of a report that is not in the record no other item is there.
    const isNew = prepared.length > 0 && prepared.every(({ report }) => store.hasGrown(report.id) === false)
    const held = isNew ? [] : everyHeld(store)
    const there = new Set(held.map((one) => one.item))
    const byPlace = new Map(held.map((one) => [placeOf(one.head), one.item]))
    const known = new Set(store.items('notice').map((item) => item.id))
    const notices = found.notices.map((item) => itemOf('notice', item)).filter((item) => !known.has(item.id))
    const fresh = prepared.filter((one) => !there.has(one.item))
    const stale = readingVersionOf(store) !== reader.version
    const counts = { added: fresh.length, alreadyThere: prepared.length - fresh.length }
    if (fresh.length === 0 && notices.length === 0 && (!stale || there.size === 0))
      return { ...counts, readAgain: 0, entries: 0, changed: 0, gone: 0 }
    const change = logChange(dossier, 'add', addWords(fresh), author)
    for (const one of fresh) {
      keepReport(store, one)
      // A report added again under its path with another day or the like takes the place of the one there.
      const other = byPlace.get(placeOf(one.report))
      if (other !== undefined) store.end(other, change)
      store.begin(one.item, change)
      const reading = readings.get(one.item)
      if (reading) store.putReading(one.item, reader.version, reading)
    }
    for (const item of notices) {
      store.putItem(item)
      store.begin(item.id, change)
    }
    // Another process may have read some with another version meanwhile.
    const readAgain = stale
      ? readAll(store, reader, readings)
      : readMissing(
          store,
          fresh.map((one) => one.item),
          reader,
          readings,
        )
    const came = isNew && !stale && notices.length === 0 ? fresh.map(({ item }) => item) : undefined
    return { ...counts, readAgain, change, ...writeRecord(store, came) }
  })
}

/** Whether adding a report has to read it: no reading of this version is kept of it. */
export const isUnread = ({ store }: Dossier, report: Report, version: string): boolean => {
  const { text: _text, ...head } = report
  return !store.hasReading(itemOf('report', head).id, version)
}

/** Reports held that adding anything has to read again, because they were read by another version. */
export const staleIn = ({ store }: Dossier, version: string): Iterable<Report> =>
  staleReports(store, version).values()

/** Every report ever held, with its text, that is to be read again: so that what an undo brings back is read alike. */
function staleReports(store: Store, version: string): ReadonlyMap<string, Report> {
  const stale = new Map<string, Report>()
  if (readingVersionOf(store) === version) return stale
  for (const item of new Set(store.presences().map((one) => one.item))) {
    const kept = store.item(item)
    if (kept?.kind === 'report' && !store.hasReading(item, version)) stale.set(item, reportOf(store, item))
  }
  return stale
}

function reportOf(store: Store, item: string): Report {
  const head = JSON.parse(store.item(item)?.body ?? '') as ReportHead
  const text = store.text(head.id)
  if (text === undefined) throw new Error(`the text of ${head.path} (${head.id}) is not kept`)
  return { ...head, text }
}

/** Reads every report of the dossier again with this reader and makes the record anew, in one change. */
export function rereadAll(
  dossier: Dossier,
  reader: ReportReader,
  author: Author = {},
): { readonly readAgain: number; readonly change?: number } {
  const { store } = dossier
  const readings = new Map<string, KeptReading>()
  for (const [item, report] of staleReports(store, reader.version))
    readings.set(item, readSafely(report, reader))
  return store.transact(() => {
    if (readingVersionOf(store) === reader.version) return { readAgain: 0 }
    const change = logChange(dossier, 'reread', `read again by ${reader.version}`, author)
    const readAgain = readAll(store, reader, readings)
    writeRecord(store)
    return { readAgain, change }
  })
}

const addWords = (fresh: readonly Prepared[]): string =>
  fresh.length === 1
    ? `1 report: ${fresh[0]!.report.path}`
    : `${fresh.length} reports${fresh[0] ? `: ${fresh[0].report.path} …` : ''}`

function keepReport(store: Store, { item, body, report }: Prepared): void {
  store.putItem({ kind: 'report', id: item, body })
  store.putText(report.id, report.text, sentencesOf(report, report.text))
}

const placeOf = ({ id, path }: { id: string; path: string }) => `${id} ${path}`

/** Keeps a reading of what of these has none of this version: one made before, or made now. */
function readMissing(
  store: Store,
  items: Iterable<string>,
  reader: ReportReader,
  readings: ReadonlyMap<string, KeptReading>,
): number {
  let count = 0
  for (const item of items) {
    if (store.hasReading(item, reader.version)) continue
    count++
    const reading = readings.get(item) ?? readSafely(reportOf(store, item), reader)
    store.putReading(item, reader.version, reading)
  }
  return count
}

function readAll(store: Store, reader: ReportReader, readings: ReadonlyMap<string, KeptReading>): number {
  const count = readMissing(store, staleReports(store, reader.version).keys(), reader, readings)
  store.keepReadingsOf(reader.version)
  store.set('readingVersion', reader.version)
  return count
}

// A mistake of ours with one report must not cost the others.
function readSafely(report: Report, reader: ReportReader): KeptReading {
  try {
    const { report: _, ...reading } = reader.read(report)
    return reading
  } catch (error) {
    return { broke: error instanceof Error ? error.message : String(error) }
  }
}
