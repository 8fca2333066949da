// In: a dossier. Out: everything wrong with it, in words: its file, its hashes, its texts, its record.
import { reportId } from '../intake/identity.ts'
import { type EntryKind, shortHash } from '../model/index.ts'
import { readerOf } from '../record/in-memory.ts'
import type { RecordReader } from '../record/reader.ts'
import type { Store } from '../store/store.ts'
import { recordJson } from '../views/record-json.ts'
import { buildFrom, readingVersionOf } from './build.ts'
import { everyHeld } from './held-reports.ts'

export interface Checked {
  readonly reports: number
  readonly entries: number
  readonly troubles: readonly string[]
}

/** Entries of each kind that are compared: those that weigh most. */
const MANY = 500

/**
 * Checks the file, every hash, that every report's text is the one its id was made of, that every report has its
 * reading, and that the record is what building it from nothing gives.
 */
export function checkDossier(store: Store): Checked {
  return store.snapshot(() => {
    const troubles = [...store.troubles()]
    const held = everyHeld(store)
    const version = readingVersionOf(store) ?? ''
    for (const { item, head } of held) {
      const text = store.text(head.id)
      if (text === undefined) troubles.push(`the text of ${head.path} (${head.id}) is missing`)
      else if (reportId({ ...head, text } as Parameters<typeof reportId>[0]) !== head.id)
        troubles.push(`the text of ${head.path} (${head.id}) is not what its id says`)
      if (!store.hasReading(item, version))
        troubles.push(`the reading of ${head.path} (${head.id}) is missing`)
    }
    const kept = store.reader()
    if (troubles.length === 0 && kept) {
      const anew = readerOf(buildFrom(store), new Map())
      const again = recordJson(anew)
      const now = recordJson(kept)
      for (const part of [
        'reports',
        'origins',
        'parties',
        'issues',
        'entries',
        'disputes',
        'notices',
      ] as const)
        if (shortHash(JSON.stringify(again[part])) !== shortHash(JSON.stringify(now[part])))
          troubles.push(`the ${part} of the record are not what building it from nothing gives`)
      const kinds = [...new Set(again.entries.map(({ kind }) => kind))]
      const asRead = (reader: RecordReader) =>
        JSON.stringify([
          reader.counts(),
          reader.firstDisputes(MANY),
          kinds.map((kind) => reader.shortlist(kind, MANY).of),
        ])
      // By its tables a dossier lists as many again without a day.
      const lists = (kind: EntryKind) => {
        const listed = new Set(kept.shortlist(kind, MANY).first.map(({ id }) => id))
        return anew.shortlist(kind, MANY).first.every(({ id }) => listed.has(id))
      }
      if (asRead(kept) !== asRead(anew) || !kinds.every(lists))
        troubles.push('the tables that pages are read from do not fit the record')
      if (troubles.length === 0 && again.sha256 !== now.sha256)
        troubles.push('the record is not what building it from nothing gives')
    }
    return { reports: held.length, entries: kept?.entries({ aside: true }).length ?? 0, troubles }
  })
}
