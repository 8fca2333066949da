// In: articles with ids, and the layers that exist. Out: their readings and the record built of them.
import type { Doc } from '#parley/language/doc.ts'
import type { Reading } from '#parley/model/claim.ts'
import type { RecordJson } from '#parley/model/entry.ts'
import type { Report } from '#parley/model/report.ts'
import type { BuiltRecord } from '#parley/record/build.ts'
import { readJsonLines } from './data.ts'
import type { Layers } from './layers.ts'

export interface Article {
  readonly id: string
  readonly text: string
  readonly outlet?: string
  readonly title?: string
  readonly date?: string
  readonly url?: string
}

export interface ArticlesRecord {
  readonly reports: readonly Report[]
  readonly readings: readonly Reading[]
  /** The table of each report, by the report's id. */
  readonly docs: ReadonlyMap<string, Doc>
  readonly record: RecordJson
  readonly built: BuiltRecord
  /** The article of a report's id. */
  readonly articleOf: (report: string) => string
}

export const articlesIn = (path: string): Article[] => readJsonLines(path) as Article[]

/** Undefined where everything from an article to the record is there. */
export const recordMissing = (layers: Layers): string | undefined =>
  layers.lacks('readText', 'reportFromFields', 'readDoc', 'readingOf', 'buildRecord', 'loadEngine')

type ReportFromFields = (fields: Article, path: string) => Promise<{ reports: Report[] }>
type ReadDoc = (report: Report, engine: unknown) => Doc
type ReadingOf = (report: Report, doc: Doc, engine: unknown) => Reading
type BuildRecord = (readings: readonly Reading[]) => BuiltRecord

/** The reports that intake makes of articles: its own fields, as one JSON object each. */
export async function reportsOf(articles: readonly Article[], layers: Layers): Promise<Map<string, Report>> {
  const fromFields = layers.find('reportFromFields') as ReportFromFields
  const reports = new Map<string, Report>()
  for (const article of articles) {
    for (const report of (await fromFields(article, article.id)).reports) reports.set(article.id, report)
  }
  return reports
}

export const recordOfReadings = (readings: readonly Reading[], layers: Layers): BuiltRecord =>
  (layers.find('buildRecord') as BuildRecord)(readings)

/** The readings of articles alone, for those whose text is asked for no more. */
export async function readingsOf(articles: readonly Article[], layers: Layers): Promise<Reading[]> {
  const readDoc = layers.find('readDoc') as ReadDoc
  const readingOf = layers.find('readingOf') as ReadingOf
  const reports = await reportsOf(articles, layers)
  return [...reports.values()].map((report) =>
    readingOf(report, readDoc(report, layers.engine), layers.engine),
  )
}

/** Reads every article and builds the record, in one process and without store or command line. */
export async function recordOfArticles(
  articles: readonly Article[],
  layers: Layers,
): Promise<ArticlesRecord> {
  const reports = await reportsOf(articles, layers)
  const articleOf = new Map([...reports].map(([article, report]) => [report.id, article]))
  const readDoc = layers.find('readDoc') as ReadDoc
  const readingOf = layers.find('readingOf') as ReadingOf
  const docs = new Map<string, Doc>()
  const readings: Reading[] = []
  for (const report of reports.values()) {
    if (docs.has(report.id)) continue
    const doc = readDoc(report, layers.engine)
    docs.set(report.id, doc)
    readings.push(readingOf(report, doc, layers.engine))
  }
  const built = recordOfReadings(readings, layers)
  return {
    reports: [...reports.values()],
    readings,
    docs,
    record: built.record,
    built,
    articleOf: (report) => articleOf.get(report) ?? report,
  }
}
