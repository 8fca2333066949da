// In: nothing. Out: the interface through which views, outlook and incremental building see a record, wherever it is kept.
import type {
  Day,
  Dispute,
  Entry,
  EntryKind,
  EntryOf,
  Issue,
  Origin,
  Party,
  PlacedReport,
  RecordJson,
} from '../model/index.ts'
import type { RecordCounts } from './counts.ts'
import type { IssueFinder } from './names/issue-names.ts'

/** What part of the record is asked for. All conditions hold together. */
export interface EntryQuery {
  readonly kinds?: readonly EntryKind[]
  /** Words that must stand in the entry's searchable text (lower-cased, any order). */
  readonly words?: readonly string[]
  /** Whether matters outside the negotiation are given too; default false. */
  readonly aside?: boolean
}

/** The first of many, and how many there are in all. */
export interface Shortlist<T> {
  readonly first: readonly T[]
  readonly of: number
}

/**
 * A record as of one day. `knownOn` is the last day whose reports it holds (`--as-of`, inclusive), `on` the day that
 * "now" is for its reader (`--on`); both ISO, absent only where no report could be dated.
 */
export interface RecordReader extends IssueFinder {
  readonly knownOn: Day | undefined
  readonly on: Day | undefined
  readonly negotiation: RecordJson['negotiation']
  readonly readingVersion: string
  entries(query?: EntryQuery): readonly Entry[]
  ofKind<K extends EntryKind>(kind: K): readonly EntryOf<K>[]
  entry(id: string): Entry | undefined
  /**
   * Entries of a kind, matters outside the negotiation left out: those that weigh most, and those with a day nearest to
   * `on` on either side; at most `most` of each, by id.
   */
  shortlist<K extends EntryKind>(kind: K, most: number): Shortlist<EntryOf<K>>
  /** The binary logarithm of what an entry weighs on a page (weight.ts). */
  weight(entry: Entry): number
  /** The first entry that rests on this evidence, where the place of the record can find it without reading all of it. */
  restingOn?(evidence: string): Entry | undefined
  reports(): readonly PlacedReport[]
  report(id: string): PlacedReport | undefined
  /** Frozen text of a report, for showing a span in its context. */
  text(report: string): string | undefined
  /** How much was read. */
  counts(): RecordCounts
  origins(): readonly Origin[]
  /** An origin by its id, else the first of that name. */
  origin(idOrName: string): Origin | undefined
  parties(): readonly Party[]
  party(id: string): Party | undefined
  /** Whether some party is called so. */
  isPartyName(name: string): boolean
  issues(): readonly Issue[]
  disputes(): readonly Dispute[]
  /** Disputes in the order of pages: conflicts, then what is contested, then what is explained, each by id. */
  firstDisputes(most: number): Shortlist<Dispute>
  notices(): RecordJson['notices']
  /** Reports left out because they appeared, or may have appeared, after `knownOn`. */
  readonly leftOut: { readonly later: number; readonly maybeLater: number }
}

/** The last day on which a report may have been out; "" where none is known. */
export const outBy = (reader: RecordReader, report: string): Day =>
  reader.report(report)?.published?.latest ?? ''
