// In: paths of reports, or articles with ids. Out: the record that `parley record` builds of them.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { RecordJson } from '#parley/model/entry.ts'
import { dataFolder, readJsonLines, repository } from './data.ts'

const command = join(repository, 'src/serve/cli/main.ts')

/** Undefined where `parley record` is there. */
export const recordMissing = (): string | undefined => (existsSync(command) ? undefined : 'parley record')

/** Runs `parley record PATH… --format json`; throws with what it said where it gives no record. */
export function runRecord(paths: readonly string[]): RecordJson {
  const run = spawnSync(process.execPath, [command, 'record', ...paths, '--format', 'json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  if (run.stdout === '') throw new Error(`parley record gave nothing: ${run.stderr.slice(0, 800)}`)
  return JSON.parse(run.stdout) as RecordJson
}

/** The record of a folder of the data. */
export const recordOfFolder = (path: string): RecordJson => runRecord([join(dataFolder, path)])

export interface Article {
  readonly id: string
  readonly outlet: string
  readonly title: string
  readonly date: string
  readonly text: string
}

export interface ArticlesRecord {
  readonly record: RecordJson
  /** The article of a report's id. */
  readonly articleOf: (report: string) => string
}

/** The articles as given, one file each named by its id, so that a report leads back to its article. */
export function recordOfArticles(articles: readonly Article[]): ArticlesRecord {
  const folder = mkdtempSync(join(tmpdir(), 'parley-eval-'))
  try {
    for (const article of articles) writeFileSync(join(folder, `${article.id}.json`), JSON.stringify(article))
    const record = runRecord([folder])
    const ids = new Map(record.reports.map(({ id, path }) => [id, basename(path).replace(/\.json.*$/, '')]))
    return { record, articleOf: (report) => ids.get(report) ?? report }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export const articlesIn = (path: string): Article[] => readJsonLines(path) as Article[]
