// In: a count of reports. Out: a dossier of so many, and how long a brief, a search and an add take on it.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addReports } from '#parley/dossier/add.ts'
import { writeRecord } from '#parley/dossier/build.ts'
import { initDossier } from '#parley/dossier/dossier.ts'
import { readDossier } from '#parley/dossier/read.ts'
import { sentencesOf } from '#parley/dossier/sentences-of.ts'
import { addDays, type Report } from '#parley/model/index.ts'
import { loadEngine } from '#parley/reading/engine.ts'
import { readingThreads } from '#parley/reading/read-on-threads.ts'
import { readReport } from '#parley/reading/read-report.ts'
import { itemOf } from '#parley/store/item.ts'
import { makeSqliteStore, openSqliteStore, type SqliteStore } from '#parley/store/sqlite.ts'
import { markdownOf } from '#parley/views/format/markdown.ts'
import { VIEWS } from '#parley/views/index.ts'
import { type Archived, archive, reportsOfSample, sampleRead } from './archive.ts'
import { median } from './median.ts'

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
function makeArchive(
  path: string,
  sample: readonly Archived[],
  count: number,
): { text: number; seconds: number } {
  const store = makeSqliteStore(path)
  try {
    initDossier({ store, now })
    const text = keep(store, archive(sample, count))
    const start = performance.now()
    store.transact(() => writeRecord(store))
    return { text, seconds: (performance.now() - start) / 1000 }
  } finally {
    store.close()
  }
}

/** Wall and CPU milliseconds of each of so many runs; CPU of all threads. */
interface Times {
  readonly wall: readonly number[]
  readonly cpu: readonly number[]
}

function timesOf(runs: number, work: (run: number) => void): Times {
  const wall: number[] = []
  const cpu: number[] = []
  for (let run = 0; run < runs; run++) {
    const before = process.cpuUsage()
    const start = performance.now()
    work(run)
    wall.push(performance.now() - start)
    const { user, system } = process.cpuUsage(before)
    cpu.push((user + system) / 1000)
  }
  return { wall, cpu }
}

/** The time that nineteen of twenty runs keep; of few runs the longest. */
const p95 = (times: readonly number[]): number =>
  [...times].sort((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1]!

/** Of several threads CPU may be more than the wall; on a busy machine it is much less, and says what a free one would. */
const ms = ({ wall, cpu }: Times): string =>
  `${p95(wall).toFixed(0)} ms (CPU: p95 ${p95(cpu).toFixed(0)}, median ${median(cpu).toFixed(0)})`

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

/** The day by which half of the dated reports were out. */
function middleDay(path: string): string {
  const store = openSqliteStore(path, { write: false })
  const days = store
    .reader()!
    .reports()
    .flatMap(({ published }) => published.latest ?? [])
    .sort()
  store.close()
  return days[days.length >> 1]!
}

/** How long opening and a brief, one as of an earlier day, a search and an add take on the dossier at a path. */
function measureDossier(path: string, extra: readonly Archived[], runs: number): Measured[] {
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
  const middle = middleDay(path)
  const briefAsOf = (day: string) => {
    const store = openSqliteStore(path, { write: false })
    markdownOf(VIEWS.brief(readDossier(store, { asOf: day }), { all: false }))
    store.close()
  }
  for (const [name, times] of [
    [
      'open and brief as of a day not asked for before, around that by which half of the reports were out',
      timesOf(DAYS_ASKED, (run) => briefAsOf(addDays(middle, -run))),
    ],
    ['open and brief as of that day, asked again', timesOf(runs, () => briefAsOf(middle))],
  ] as const)
    lines.push({ name, value: ms(times), floor: '≤ 600 ms', target: '≤ 200 ms' })
  const file = openSqliteStore(path)
  let grown = 0
  const store: SqliteStore = {
    ...file,
    growRecord: (come) => {
      const written = file.growRecord(come)
      if (written) grown++
      return written
    },
  }
  const adding = timesOf(extra.length, (run) => {
    const { report, reading } = extra[run]!
    const reader = { version: VERSION, read: () => ({ ...reading, readingVersion: VERSION }) }
    addReports({ store, now }, { reports: [report], notices: [] }, reader)
  })
  file.close()
  lines.push(
    {
      name: 'adding one report that is read already',
      value: ms(adding),
      floor: '≤ 400 ms',
      target: '≤ 80 ms',
    },
    { name: 'reports by which the record grew', value: `${grown} of ${extra.length}` },
  )
  return lines
}

/** Articles a second from the gzip file to a dossier: taken in, read on all processors, kept, the record made. */
async function fillLine(path: string, count: number): Promise<Measured> {
  const start = performance.now()
  const threads = readingThreads({})
  const reports = await reportsOfSample(count, threads.take)
  const engine = loadEngine()
  const read = await threads.readings()
  const reader = {
    version: engine.version,
    read: (report: Report) => read.get(report.id) ?? readReport(report, engine),
  }
  const store = makeSqliteStore(path)
  try {
    initDossier({ store, now })
    addReports({ store, now }, { reports, notices: [] }, reader)
  } finally {
    store.close()
  }
  return {
    name: `articles of throughput/ from gzip to dossier (${count})`,
    value: `${((1000 * reports.length) / (performance.now() - start)).toFixed(1)} a second`,
    floor: '≥ 20',
    target: '≥ 60',
  }
}

/** An archive at a path, and reports that come to it. Whoever adds one holds no sample; nor is it held while that is timed. */
async function makeSample(path: string, count: number, adds: number) {
  const sample = await sampleRead(count < FEW ? count + adds : undefined)
  return { ...makeArchive(path, sample, count), extra: [...archive(sample, count + adds, count)] }
}

/** Makes a dossier of so many reports and measures it; where they are few, of so many articles, each once. */
export async function dossierLines(count: number): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'parley-bench-'))
  try {
    const fill = count <= MOST_FILLED ? [await fillLine(join(folder, 'filled.parley'), count)] : []
    const path = join(folder, 'archive.parley')
    const { text, seconds, extra } = await makeSample(path, count, ADDS)
    const bytes = statSync(path).size / text
    return [
      ...fill,
      { name: `record of ${count} reports from nothing`, value: `${seconds.toFixed(1)} s` },
      ...measureDossier(path, extra, RUNS),
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

/** Days of which a brief is asked for the first time. */
const DAYS_ASKED = 3
/** Reports added one by one, and runs of every question. */
const ADDS = 20
const RUNS = 20
/** Below so many reports the sample need not be read whole. */
const FEW = 1000
/** Reading more reports than these anew takes minutes and tells no more. */
const MOST_FILLED = 300
