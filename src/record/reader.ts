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

/** What part of the record is asked for. All conditions hold together. */
export interface EntryQuery {
  readonly kinds?: readonly EntryKind[]
  /** Words that must stand in the entry's searchable text (lower-cased, any order). */
  readonly words?: readonly string[]
  /** Whether matters outside the negotiation are given too; default false. */
  readonly aside?: boolean
}

/**
 * A record as of one day. `knownOn` is the last day whose reports it holds (`--as-of`, inclusive), `on` the day that
 * "now" is for its reader (`--on`); both ISO, absent only where no report could be dated.
 */
export interface RecordReader {
  readonly knownOn: Day | undefined
  readonly on: Day | undefined
  readonly negotiation: RecordJson['negotiation']
  readonly readingVersion: string
  entries(query?: EntryQuery): readonly Entry[]
  ofKind<K extends EntryKind>(kind: K): readonly EntryOf<K>[]
  entry(id: string): Entry | undefined
  /** The first entry that rests on this evidence, where the place of the record can find it without reading all of it. */
  restingOn?(evidence: string): Entry | undefined
  reports(): readonly PlacedReport[]
  report(id: string): PlacedReport | undefined
  /** Frozen text of a report, for showing a span in its context. */
  text(report: string): string | undefined
  origins(): readonly Origin[]
  parties(): readonly Party[]
  issues(): readonly Issue[]
  disputes(): readonly Dispute[]
  notices(): RecordJson['notices']
  /** Reports left out because they appeared, or may have appeared, after `knownOn`. */
  readonly leftOut: { readonly later: number; readonly maybeLater: number }
}
