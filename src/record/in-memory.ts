// In: a built record and the texts of its reports. Out: a RecordReader over them.
import type { Day, Entry, EntryKind, EntryOf, RecordJson } from '../model/index.ts'
import type { BuiltRecord } from './build.ts'
import type { EntryQuery, RecordReader } from './reader.ts'

/** Reads a record in memory. `on` is the day that is "now" for the reader; default: the last day known. */
export function readerOf(built: BuiltRecord, texts: ReadonlyMap<string, string>, on?: Day): RecordReader {
  const { record, knownOn, leftOut } = built
  const byId = new Map(record.entries.map((entry) => [entry.id, entry]))
  const byKind = new Map<EntryKind, Entry[]>()
  for (const entry of record.entries) byKind.set(entry.kind, [...(byKind.get(entry.kind) ?? []), entry])
  const reports = new Map(record.reports.map((report) => [report.id, report]))
  const words = new Map<string, string>()
  const textOf = (entry: Entry): string => {
    let known = words.get(entry.id)
    if (known === undefined) {
      known = searchable(entry)
      words.set(entry.id, known)
    }
    return known
  }
  return {
    knownOn,
    on: on ?? knownOn,
    negotiation: record.negotiation,
    readingVersion: record.readingVersion,
    entries: (query: EntryQuery = {}) =>
      record.entries.filter(
        (entry) =>
          (query.aside || !entry.aside) &&
          (!query.kinds || query.kinds.includes(entry.kind)) &&
          (!query.words || query.words.every((word) => textOf(entry).includes(word))),
      ),
    ofKind: <K extends EntryKind>(kind: K) =>
      (byKind.get(kind) ?? []).filter((entry) => !entry.aside) as EntryOf<K>[],
    entry: (id) => byId.get(id),
    reports: () => record.reports,
    report: (id) => reports.get(id),
    text: (report) => texts.get(report),
    origins: () => record.origins,
    parties: () => record.parties,
    issues: () => record.issues,
    disputes: () => record.disputes,
    notices: () => record.notices,
    leftOut,
  }
}

/** Lower-cased words of an entry and its sentences. */
export const searchable = (entry: Entry): string =>
  `${JSON.stringify(entry.body)} ${entry.evidence.map((one) => one.quote).join(' ')}`.toLowerCase()

/** The record as JSON of DESIGN §10. */
export const toJson = (built: BuiltRecord): RecordJson => built.record
