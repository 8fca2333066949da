// In: paths, packs and days. Out: the reports read and the record made from them. Node only.
import { sentencesOf } from '../../dossier/sentences-of.ts'
import { readPaths } from '../../intake/read-paths.ts'
import type { Notice, Reading, Report } from '../../model/index.ts'
import { meansLoss, notice, problem } from '../../problem.ts'
import { loadEngine } from '../../reading/engine.ts'
import { type Engine, readReport } from '../../reading/read-report.ts'
import { buildRecord } from '../../record/build.ts'
import { readerOf } from '../../record/in-memory.ts'
import { engineOptionsOf, scopeOf } from './lists.ts'
import { readTextFile } from './read-text-file.ts'
import type { Opened, OpenedReports, Progress, RecordQuestion } from './world.ts'

const FILES = { readFile: readTextFile }

/** Reads the reports that paths name, and loads what reads their text. Throws `no-reports` where there is none. */
export async function openReports(question: RecordQuestion, progress: Progress): Promise<OpenedReports> {
  if (question.dossier !== undefined)
    return (await import('./open-dossier.ts')).openDossierReports(question.dossier)
  const { reports, notices } = await readPaths(question.paths, {
    onProgress: (done, of) => progress('opening', done, of),
  })
  if (reports.length === 0) throw problem('no-reports', { paths: question.paths, notices })
  const engine = loadEngine(await engineOptionsOf(question, FILES))
  return { reports, engine, notices, loss: notices.some((item) => meansLoss(item.code)) }
}

/** Reads the reports and makes their record for the days asked for. */
export async function openRecord(question: RecordQuestion, progress: Progress): Promise<Opened> {
  if (question.dossier !== undefined)
    return (await import('./open-dossier.ts')).openDossierRecord(
      question.dossier,
      question,
      await scopeOf(question, FILES),
    )
  const scope = await scopeOf(question, FILES)
  const { reports, engine, notices, loss } = await openReports(question, progress)
  const broken: Notice[] = []
  const readings: Reading[] = []
  for (const [at, report] of reports.entries()) {
    progress('reading', at, reports.length)
    const reading = readSafely(report, engine, broken)
    if (reading) readings.push(reading)
  }
  const built = buildRecord(readings, {
    ...(question.asOf === undefined ? {} : { asOf: question.asOf }),
    ...(scope === undefined ? {} : { scope }),
  })
  const texts = new Map(reports.map((report) => [report.id, report.text]))
  const reader = readerOf(built, texts, question.on)
  const all = [...notices, ...broken, ...reader.notices()]
  return {
    reader: { ...reader, notices: () => all },
    sentences: () =>
      reports.flatMap((report) =>
        sentencesOf(report, report.text).map(({ start, end }) => ({ report: report.id, start, end })),
      ),
    notices: all,
    loss: loss || broken.length > 0,
  }
}

// A mistake of ours with one report must not cost the others.
function readSafely(report: Report, engine: Engine, broken: Notice[]): Reading | undefined {
  try {
    return readReport(report, engine)
  } catch (thrown) {
    const error = thrown instanceof Error ? thrown.message : String(thrown)
    broken.push(notice('report-broke-reading', { path: report.path, error }))
    return undefined
  }
}
