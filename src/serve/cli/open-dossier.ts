// In: the path of a dossier. Out: its record, as it stands or as it was known or recorded, and its reports. Node only.
import { buildFrom, changeAt } from '../../dossier/build.ts'
import { type Dossier, readingOptionsOf } from '../../dossier/dossier.ts'
import { heldReports } from '../../dossier/held-reports.ts'
import type { Report, Scope } from '../../model/index.ts'
import { meansLoss, problem } from '../../problem.ts'
import { loadEngine } from '../../reading/engine.ts'
import { readReport } from '../../reading/read-report.ts'
import { readerOf } from '../../record/in-memory.ts'
import type { RecordReader } from '../../record/reader.ts'
import { openSqliteStore } from '../../store/sqlite.ts'
import type { Store } from '../../store/store.ts'
import type { Opened, OpenedReports, RecordQuestion } from './world.ts'

/** Opens a dossier for writing, by this machine's clock. */
export const openDossier = (path: string): Dossier => ({
  store: openSqliteStore(path),
  now: () => new Date().toISOString(),
})

/** Sentences of a dossier that an answer is sought among, those with the rarest words first. */
const MOST_SENTENCES = 5000

// What is read is read as it is asked for, to the end of the command.
function openToRead(path: string): Store {
  const store = openSqliteStore(path, { write: false })
  process.once('exit', () => store.close())
  return store
}

/** The engine that a dossier's reports are read with, as it reads and by its version. */
export function readerFor(store: Store) {
  const engine = loadEngine(readingOptionsOf(store))
  return { version: engine.version, read: (report: Report) => readReport(report, engine) }
}

/** The record of a dossier: the one written where all is asked for, else built from the readings kept. */
export function openDossierRecord(path: string, question: RecordQuestion, scope?: Scope): Opened {
  const store = openToRead(path)
  const reader = readerOn(store, question, scope)
  if (reader.counts().reports === 0 && question.asOf === undefined && question.recordedBy === undefined)
    throw problem('empty-dossier', { path })
  const notices = reader.notices().filter((item) => meansLoss(item.code))
  return {
    reader,
    notices,
    sentences: (beginnings) => store.searchSentences(beginnings, MOST_SENTENCES, 'any beginning'),
    loss: notices.length > 0,
  }
}

function readerOn(store: Store, { asOf, on, recordedBy }: RecordQuestion, scope?: Scope): RecordReader {
  const at = recordedBy === undefined ? undefined : changeAt(store, recordedBy)
  if (scope === undefined && asOf === undefined && (at === undefined || at === store.changes().length)) {
    const reader = store.reader(on)
    if (reader) return reader
  }
  const built = buildFrom(store, {
    ...(asOf === undefined ? {} : { asOf }),
    ...(at === undefined ? {} : { at }),
    ...(scope === undefined ? {} : { scope }),
  })
  const texts = { get: (id: string) => store.text(id) } as ReadonlyMap<string, string>
  return readerOf(built, texts, on)
}

/** The reports of a dossier with their texts, and the engine that reads them. */
export function openDossierReports(path: string): OpenedReports {
  const store = openToRead(path)
  const { reports, notices } = heldReports(store)
  if (reports.length === 0) throw problem('empty-dossier', { path })
  return {
    reports: reports.map(({ head }) => ({ ...head, text: store.text(head.id) ?? '' })),
    engine: loadEngine(readingOptionsOf(store)),
    notices,
    loss: notices.some((item) => meansLoss(item.code)),
  }
}
