// In: the path of a dossier. Out: its record, as it stands or as it was known or recorded, and its reports. Node only.
import { type Dossier, readingOptionsOf } from '../../dossier/dossier.ts'
import { heldReports } from '../../dossier/held-reports.ts'
import { readDossier } from '../../dossier/read.ts'
import type { Report, Scope } from '../../model/index.ts'
import { meansLoss, problem } from '../../problem.ts'
import { loadEngine } from '../../reading/engine.ts'
import { readReport } from '../../reading/read-report.ts'
import { openSqliteStore } from '../../store/sqlite.ts'
import type { Store } from '../../store/store.ts'
import type { Opened, OpenedReports, RecordQuestion } from './world.ts'

/** Opens a dossier for writing, by this machine's clock. */
export const openDossier = (path: string): Dossier => ({
  store: openSqliteStore(path),
  now: () => new Date().toISOString(),
})

/** Does work in a dossier, and closes it whatever comes of it. */
export async function inDossier<T>(path: string, work: (dossier: Dossier) => T | Promise<T>): Promise<T> {
  const dossier = openDossier(path)
  try {
    return await work(dossier)
  } finally {
    dossier.store.close()
  }
}

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
  const reader = readDossier(store, { ...question, ...(scope === undefined ? {} : { scope }) })
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
