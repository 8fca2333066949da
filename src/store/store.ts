// In: nothing. Out: what a dossier asks of the place it is kept in: things, when each was there, and the record made of them.
import type { Day, Reading } from '../model/index.ts'
import type { BuiltRecord } from '../record/build.ts'
import type { RecordReader } from '../record/reader.ts'

/** What a dossier holds. Everything else in it is made from these. */
export type ItemKind = 'report' | 'notice' | 'correction'

/** A thing held, never altered: `body` is JSON, `id` the kind and the hash of the body. */
export interface Item {
  readonly kind: ItemKind
  readonly id: string
  readonly body: string
}

const CHANGE_KINDS = ['init', 'add', 'remove', 'correct', 'checked', 'undo', 'reread', 'import'] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** One line of the log. `n` counts from 1; `at` is the store's clock, an ISO instant in UTC, never before the last. */
export interface Change {
  readonly n: number
  readonly at: string
  readonly kind: ChangeKind
  /** The change that an undo takes back. */
  readonly of?: number
  readonly by?: string
  readonly reason?: string
  /** What was done, in words. */
  readonly words: string
}

/** From which change on a thing was there, and by which it went. */
export interface Presence {
  readonly item: string
  readonly since: number
  readonly until?: number
}

/** A reading without its report, which is an item of its own; a report whose reading broke has the mistake's words. */
export type KeptReading = Omit<Reading, 'report'> | { readonly broke: string }

/** What writing a record touched. */
export interface Written {
  readonly entries: number
  readonly changed: number
  readonly gone: number
}

/** A report that comes, with the item that its reading is kept under. */
export interface Coming {
  readonly item: string
  readonly reading: Reading
}

/** What a sentence must hold to be found. */
export type SearchHow = 'all words' | 'any beginning'

/** A sentence that words were found in. */
export interface SentenceHit {
  readonly report: string
  readonly start: number
  readonly end: number
}

/** The place of a dossier. Synchronous; every write stands inside `transact`. */
export interface Store {
  /** Where it is, for messages. */
  readonly where: string
  /** All of the work or, where it throws, none. One writer at a time; throws `dossier-locked` after waiting. */
  transact<T>(work: () => T): T
  /** Reads that see one state, whatever others write meanwhile. */
  snapshot<T>(work: () => T): T

  setting(name: string): string | undefined
  set(name: string, value: string): void
  settings(): readonly (readonly [string, string])[]

  addChange(change: Omit<Change, 'n'>): number
  changes(): readonly Change[]
  lastChange(): Change | undefined

  putItem(item: Item): void
  item(id: string): Item | undefined
  /** Things of a kind that are there, by id; `at` asks for those there right after that change. */
  items(kind: ItemKind, at?: number): readonly Item[]
  /** Says that a thing is there from this change on; false where it was. */
  begin(item: string, change: number): boolean
  /** Says that a thing is gone from this change on; false where it was not there. */
  end(item: string, change: number): boolean
  presences(): readonly Presence[]

  /** Keeps the frozen text of a report once, with where its sentences stand. */
  putText(report: string, text: string, sentences: readonly { start: number; end: number }[]): void
  text(report: string): string | undefined
  /** Reports whose text is kept, by id. */
  textIds(): readonly string[]

  putReading(item: string, version: string, reading: KeptReading): void
  reading(item: string, version: string): KeptReading | undefined
  hasReading(item: string, version: string): boolean
  /** Item and version of every reading kept, in order. */
  readingKeys(): readonly { readonly item: string; readonly version: string }[]
  /** Forgets readings of other versions. */
  keepReadingsOf(version: string): void

  /**
   * Writes what of the record differs from the one kept. `items` are those that its reports' readings are kept under;
   * where given, a record of middling size is kept so that further reports can be added to it as it stands.
   */
  putRecord(built: BuiltRecord, items?: ReadonlyMap<string, string>): Written
  /** Adds reports to the record, making only the blocks anew that they touch; undefined where it has to be built from nothing. */
  growRecord(come: readonly Coming[]): Written | undefined
  /** Whether a report stands in the record that can be added to; undefined where there is none. */
  hasGrown(report: string): boolean | undefined
  /** The record kept; undefined where none was written. `on` as for `readerOf`. */
  reader(on?: Day): RecordReader | undefined

  /** The record as of an earlier day, where one is kept that building it would give too. `on` as for `readerOf`. */
  past(asOf: Day, on?: Day): RecordReader | undefined
  /** Keeps the record as of an earlier day, so that it need not be built again; a store may let it be. */
  keepPast(asOf: Day, built: BuiltRecord): void

  /** Sentences that hold all the words, any inflection not counted, best first; or a word that begins with any of them. */
  searchSentences(words: readonly string[], limit: number, how?: SearchHow): readonly SentenceHit[]
  /** What is wrong with the place itself, in words; empty where nothing is. */
  troubles(): readonly string[]
  close(): void
}
