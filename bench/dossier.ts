// In: a count of reports. Out: a dossier of so many, and how long a brief, a search and an add take on it.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addReports } from '#parley/dossier/add.ts'
import { buildFrom, writeRecord } from '#parley/dossier/build.ts'
import { initDossier } from '#parley/dossier/dossier.ts'
import { sentencesOf } from '#parley/dossier/sentences-of.ts'
import { readerOf } from '#parley/record/in-memory.ts'
import { itemOf } from '#parley/store/item.ts'
import { makeSqliteStore, openSqliteStore, type SqliteStore } from '#parley/store/sqlite.ts'
import { markdownOf } from '#parley/views/format/markdown.ts'
import { VIEWS } from '#parley/views/index.ts'
import { type Archived, archive, sampleRead } from './archive.ts'

export interface Measured {
  readonly name: string
  readonly value: string
  readonly floor?: string
  readonly target?: string
}

const now = () => new Date().toISOString()
const VERSION = 'bench'

/** Keeps reports with their readings, as `add` does, without making the record; gives the characters of their texts. */
function keep(store: SqliteStore, reports: Iterable<Archived>): number {
  let characters = 0
  store.transact(() => {
    store.set('readingVersion', VERSION)
    const change = store.addChange({ at: now(), kind: 'add', words: 'an archive' })
    for (const { report, reading } of reports) {
      const { text, ...head } = report
      const { id, body } = itemOf('report', head)
      const { report: _, ...kept } = reading
      store.putItem({ kind: 'report', id, body })
      store.putText(report.id, text, sentencesOf(report, text))
      store.begin(id, change)
      store.putReading(id, VERSION, { ...kept, readingVersion: VERSION })
      characters += Buffer.byteLength(text)
    }
  })
  return characters
}

/** Makes a dossier of the first reports of the archive at a path; gives the bytes of their texts and the seconds for the record. */
export async function makeArchive(path: string, count: number): Promise<{ text: number; seconds: number }> {
  const store = makeSqliteStore(path)
  try {
    initDossier({ store, now })
    const text = keep(store, archive(await sampleRead(), count))
    const start = performance.now()
    store.transact(() => writeRecord(store))
    return { text, seconds: (performance.now() - start) / 1000 }
  } finally {
    store.close()
  }
}

/** Milliseconds of each of so many runs. */
function timesOf(runs: number, work: (run: number) => void): number[] {
  return Array.from({ length: runs }, (_, run) => {
    const start = performance.now()
    work(run)
    return performance.now() - start
  })
}

/** The time that nineteen of twenty runs keep; of few runs the longest. */
const p95 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1]!

const ms = (times: readonly number[]): string => `${p95(times).toFixed(0)} ms`

/** What people look for: words that stand in many sentences and in few. */
const SEARCHES = [
  'tariff',
  'ceasefire talks',
  'immigration bill',
  'deadline',
  'vote senate',
  'prime minister',
  'nuclear',
  'budget deficit',
  'court ruling',
  'oil exports',
]

/** How long opening and a brief, one as of an earlier day, a search and an add take on the dossier at a path. */
export function measureDossier(path: string, extra: readonly Archived[], runs: number): Measured[] {
  const lines: Measured[] = []
  const brief = timesOf(runs, () => {
    const store = openSqliteStore(path, { write: false })
    markdownOf(VIEWS.brief(store.reader()!, { all: false }))
    store.close()
  })
  lines.push({ name: 'open and brief', value: ms(brief), floor: '≤ 400 ms', target: '≤ 120 ms' })
  const search = timesOf(SEARCHES.length * 2, (run) => {
    const store = openSqliteStore(path, { write: false })
    const words = SEARCHES[run % SEARCHES.length]!.split(' ')
    for (const { report, start, end } of store.searchSentences(words, 20))
      store.text(report)?.slice(start, end)
    store.close()
  })
  lines.push({ name: 'open and search', value: ms(search), floor: '≤ 60 ms', target: '≤ 20 ms' })
  const asOf = timesOf(Math.max(1, runs >> 2), () => {
    const store = openSqliteStore(path, { write: false })
    markdownOf(VIEWS.brief(readerOf(buildFrom(store, { asOf: '2014-06-30' }), new Map()), { all: false }))
    store.close()
  })
  lines.push({
    name: 'open and brief as of a day in the middle',
    value: ms(asOf),
    floor: '≤ 600 ms',
    target: '≤ 200 ms',
  })
  const store = openSqliteStore(path)
  const adding =
    extra.length === 0
      ? [Number.NaN]
      : timesOf(extra.length, (run) => {
          const { report, reading } = extra[run]!
          const reader = { version: VERSION, read: () => ({ ...reading, readingVersion: VERSION }) }
          addReports({ store, now }, { reports: [report], notices: [] }, reader)
        })
  store.close()
  lines.push({
    name: 'adding one report that is read already',
    value: ms(adding),
    floor: '≤ 400 ms',
    target: '≤ 80 ms',
  })
  return lines
}

/** Makes a dossier of so many reports and measures it. */
export async function dossierLines(count: number, adds = 3, runs = 8): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  const path = join(folder, 'archive.parley')
  try {
    const { text, seconds } = await makeArchive(path, count)
    const extra = [...archive(await sampleRead(), count + adds)].slice(count)
    const bytes = statSync(path).size / text
    return [
      { name: `record of ${count} reports from nothing`, value: `${seconds.toFixed(1)} s` },
      ...measureDossier(path, extra, runs),
      {
        name: 'bytes in the dossier per byte of text',
        value: bytes.toFixed(1),
        floor: '≤ 12',
        target: '≤ 6',
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
