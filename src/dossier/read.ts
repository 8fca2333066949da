// In: a store, what day or hour is asked for. Out: its record: the one written, one kept of an earlier day, or one built.
import type { Day, Scope } from '../model/index.ts'
import { readerOf } from '../record/in-memory.ts'
import type { RecordReader } from '../record/reader.ts'
import type { Store } from '../store/store.ts'
import { buildFrom, changeAt } from './build.ts'

/** What is asked of a dossier's record. */
export interface ReadQuestion {
  /** Last day whose reports count. */
  readonly asOf?: Day
  /** The day that "now" is for the reader. */
  readonly on?: Day
  /** Only what the store held at this instant. */
  readonly recordedBy?: string
  readonly scope?: Scope
}

/** The record of a dossier. One as of an earlier day is kept once it was built. */
export function readDossier(store: Store, { asOf, on, recordedBy, scope }: ReadQuestion): RecordReader {
  const at = recordedBy === undefined ? undefined : changeAt(store, recordedBy)
  const isNow = scope === undefined && (at === undefined || at === store.lastChange()?.n)
  const kept = isNow ? (asOf === undefined ? store.reader(on) : store.past(asOf, on)) : undefined
  if (kept) return kept
  const built = buildFrom(store, {
    ...(asOf === undefined ? {} : { asOf }),
    ...(at === undefined ? {} : { at }),
    ...(scope === undefined ? {} : { scope }),
  })
  if (isNow && asOf !== undefined) store.keepPast(asOf, built)
  const texts = { get: (id: string) => store.text(id) } as ReadonlyMap<string, string>
  return readerOf(built, texts, on)
}
