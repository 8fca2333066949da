// In: a built record and the texts of its reports. Out: a RecordReader over them.
import type { Day, Dispute, Entry, EntryKind, EntryOf, Origin, RecordJson } from '../model/index.ts'
import type { BuiltRecord } from './build.ts'
import { asideIn, countsOf } from './counts.ts'
import { dueDaysOf } from './due-days.ts'
import { type IssueFinder, issueFinder } from './names/issue-names.ts'
import type { EntryQuery, RecordReader } from './reader.ts'
import { dayWeight, lastToldOn, plainWeight, undatedWeight } from './weights/weight.ts'

/** Reads a record in memory. `on` is the day that is "now" for the reader; default: the last day known. */
export function readerOf(built: BuiltRecord, texts: ReadonlyMap<string, string>, on?: Day): RecordReader {
  const { record, knownOn, leftOut } = built
  const byId = new Map(record.entries.map((entry) => [entry.id, entry]))
  const byKind = new Map<EntryKind, Entry[]>()
  for (const entry of record.entries) {
    const list = byKind.get(entry.kind)
    if (list) list.push(entry)
    else byKind.set(entry.kind, [entry])
  }
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
  const weights = new Map<string, number>()
  const weight = (entry: Entry): number => {
    let known = weights.get(entry.id)
    if (known === undefined) {
      const day = lastToldOn(entry, (id) => reports.get(id)?.published.latest)
      known =
        plainWeight(entry, record.negotiation) + (day === undefined ? undatedWeight(knownOn) : dayWeight(day))
      weights.set(entry.id, known)
    }
    return known
  }
  const ofKind = <K extends EntryKind>(kind: K) =>
    (byKind.get(kind) ?? []).filter((entry) => !entry.aside) as EntryOf<K>[]
  let names: ReadonlySet<string> | undefined
  let origins: ReadonlyMap<string, Origin> | undefined
  let parties: ReadonlyMap<string, RecordJson['parties'][number]> | undefined
  let counts: ReturnType<typeof countsOf> | undefined
  let finder: IssueFinder | undefined
  const issues = (): IssueFinder => {
    finder ??= issueFinder(record.issues)
    return finder
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
    ofKind,
    shortlist: (kind, most) => {
      const all = ofKind(kind)
      return { first: shortOf(all, most, weight, on ?? knownOn), of: all.length }
    },
    weight,
    entry: (id) => byId.get(id),
    reports: () => record.reports,
    report: (id) => reports.get(id),
    text: (report) => texts.get(report),
    counts: () => {
      counts ??= countsOf(record, asideIn(record.entries))
      return counts
    },
    origins: () => record.origins,
    origin: (idOrName) => {
      // Ids stand before names, the first of a name before others.
      origins ??= new Map([
        ...record.origins.toReversed().map((one) => [one.name, one] as const),
        ...record.origins.map((one) => [one.id, one] as const),
      ])
      return origins.get(idOrName)
    },
    parties: () => record.parties,
    party: (id) => {
      parties ??= new Map(record.parties.map((party) => [party.id, party]))
      return parties.get(id)
    },
    isPartyName: (name) => {
      names ??= new Set(record.parties.flatMap((party) => [party.name, ...party.names]))
      return names.has(name)
    },
    issues: () => record.issues,
    issueCalled: (idOrName) => issues().issueCalled(idOrName),
    issueIn: (words) => issues().issueIn(words),
    disputes: () => record.disputes,
    firstDisputes: (most) => ({
      first: [...record.disputes].sort(byDisputeOrder).slice(0, most),
      of: record.disputes.length,
    }),
    notices: () => record.notices,
    leftOut,
  }
}

function shortOf<E extends Entry>(
  all: readonly E[],
  most: number,
  weight: (entry: Entry) => number,
  on: Day | undefined,
): readonly E[] {
  if (all.length <= most) return all
  const heavy = all.toSorted((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1)).slice(0, most)
  const due = all
    .flatMap((entry) => dueDaysOf(entry).map((day) => ({ day, entry })))
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.entry.id < b.entry.id ? -1 : 1))
  const now = due.findIndex(({ day }) => on === undefined || day >= on)
  const at = now < 0 ? due.length : now
  const near = [...due.slice(at, at + most), ...due.slice(Math.max(0, at - most), at)]
  const kept = new Set<Entry>([...heavy, ...near.map(({ entry }) => entry)])
  return all.filter((entry) => kept.has(entry))
}

/** Where a dispute of a class stands on a page. */
export const DISPUTE_ORDER: readonly Dispute['class'][] = ['conflict', 'contested', 'explained']

const byDisputeOrder = (a: Dispute, b: Dispute): number =>
  DISPUTE_ORDER.indexOf(a.class) - DISPUTE_ORDER.indexOf(b.class) || (a.id < b.id ? -1 : 1)

/**
 * Lower-cased words of an entry: its sentences, each once, and what its fields hold beside (not what they are called).
 */
export function searchable(entry: Entry): string {
  const words = new Set(entry.evidence.map(({ quote }) => quote))
  const quotes = [...words].join(' ')
  const walk = (one: unknown): void => {
    if (typeof one === 'string' || typeof one === 'number') {
      if (!quotes.includes(`${one}`)) words.add(`${one}`)
    } else if (one && typeof one === 'object')
      for (const [key, inner] of Object.entries(one)) if (key !== 'evidence') walk(inner)
  }
  walk(entry.body)
  return [...words].join(' ').toLowerCase()
}

/** The record as plain JSON. */
export const toJson = (built: BuiltRecord): RecordJson => built.record
