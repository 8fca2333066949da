// In: throughput/ of the measuring data, a count. Out: so many reports with their readings: the sample again and again under other names and dates.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { reportFromFields } from '#parley/intake/from-json.ts'
import { hashOf, reportId } from '#parley/intake/identity.ts'
import { addDays, type Reading, type Report, shortHash } from '#parley/model/index.ts'
import { readOnThreads } from '#parley/reading/read-on-threads.ts'
import { dataFolder, repository } from '../eval/data.ts'
import type { Article } from '../eval/record-of.ts'

export interface Archived {
  readonly report: Report
  readonly reading: Reading
}

/** The first articles of throughput/, in the order of the file. */
export const articles = (count: number): Article[] =>
  gunzipSync(readFileSync(join(dataFolder, 'throughput/articles.jsonl.gz')))
    .toString('utf8')
    .trim()
    .split('\n', count)
    .map((line) => JSON.parse(line) as Article)

/** The reports that intake makes of the first articles; what is not English is left out. */
export async function reportsOfSample(
  count: number,
  onReport: (report: Report) => void = () => {},
): Promise<Report[]> {
  const reports: Report[] = []
  for (const article of articles(count))
    for (const report of (await reportFromFields({ ...article }, `${article.id}.json`)).reports)
      if (report.language === 'en') {
        reports.push(report)
        onReport(report)
      }
  return reports
}

/**
 * The reports of the first articles (all of them where not given) and how they are read. Reading all takes minutes, so
 * it is done once: `node_modules/.cache/bench` keeps it.
 */
export async function sampleRead(count = Number.MAX_SAFE_INTEGER): Promise<Archived[]> {
  const reports = await reportsOfSample(count)
  const folder = join(repository, 'node_modules/.cache/bench')
  const path = join(folder, `readings-${reports.length}.jsonl.gz`)
  if (!existsSync(path)) {
    const read = await readOnThreads(reports, {})
    mkdirSync(folder, { recursive: true })
    const lines = [...read.values()].map((reading) => JSON.stringify(reading))
    writeFileSync(`${path}.part`, gzipSync(lines.join('\n'), { level: 1 }))
    renameSync(`${path}.part`, path)
  }
  const readings = new Map(
    gunzipSync(readFileSync(path))
      .toString('utf8')
      .split('\n')
      .map((line) => JSON.parse(line) as Reading)
      .map((reading) => [reading.report.id, reading]),
  )
  return reports.flatMap((report) => {
    const reading = readings.get(report.id)
    return reading ? [{ report, reading }] : []
  })
}

/** Days between one turn through the sample and the next: 52 weeks, so that weekdays hold. */
const TURN = 364

/**
 * The first `count` reports of an archive without end, those before `from` left out. The first turn is the sample as it is. In every further turn
 * persons, and bodies of several words, bear other names of the same length (so that every span holds), years are one
 * later, reports appear 364 days later, and shingles are others, as if all were written in other words: no report is a
 * copy of its model. States, places, goods and bodies of one word stay what they are.
 */
export function* archive(sample: readonly Archived[], count: number, from = 0): Generator<Archived> {
  for (let at = from; at < count; at++) {
    const turn = Math.floor(at / sample.length)
    const one = sample[at % sample.length]!
    yield turn === 0 ? one : inTurn(one, turn)
  }
}

function inTurn({ report, reading }: Archived, turn: number): Archived {
  const renamed = new Map<string, string>()
  const ids = new Map<string, string>()
  for (const { id, name, type } of reading.mentions) {
    const tail = id.slice(id.indexOf(':') + 1)
    if (type !== 'person' && !(type === 'organisation' && tail.includes('-'))) continue
    ids.set(id, `${id.slice(0, id.indexOf(':') + 1)}${otherWord(tail, turn)}`)
    for (const word of name.match(/\p{Lu}[\p{L}]{2,}/gu) ?? []) renamed.set(word, otherWord(word, turn))
  }
  const words = (text: string) =>
    text
      .replace(/\p{Lu}\p{L}{2,}/gu, (word) => renamed.get(word) ?? word)
      .replace(/\b(?:19|20)\d\d\b/g, (year) => String(Number(year) + turn))
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string') return ids.get(one) ?? words(one)
    if (Array.isArray(one)) return one.map(walk)
    if (one && typeof one === 'object')
      return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, walk(inner)]))
    return one
  }
  const text = words(report.text)
  const later = (day: string | undefined) =>
    day !== undefined && /^\d{4}-\d\d-\d\d$/.test(day) ? addDays(day, TURN * turn) : day
  const { published } = report
  const head = {
    ...report,
    text,
    path: `${turn}/${report.path}`,
    source: { ...report.source, sha256: hashOf(text) },
    published: {
      ...published,
      ...(published.earliest === undefined ? {} : { earliest: later(published.earliest)! }),
      ...(published.latest === undefined ? {} : { latest: later(published.latest)! }),
    },
    ...(report.title === undefined ? {} : { title: words(report.title) }),
  }
  const id = reportId(head as Parameters<typeof reportId>[0])
  const own: Report = { ...head, id }
  const { text: _text, ...rest } = own
  const others = (hashes: readonly number[]) =>
    hashes.map((hash) => (hash ^ Math.imul(turn, 0x9e3779b1)) >>> 0).sort((a, b) => a - b)
  const { report: _report, fingerprint, ...told } = reading
  const walked = walk(told) as Omit<Reading, 'report' | 'fingerprint'>
  return {
    report: own,
    reading: {
      ...walked,
      claims: walked.claims.map((claim) => ({
        ...claim,
        id: `c:${shortHash(`${claim.id} ${id}`)}`,
        evidence: { ...claim.evidence, report: id },
      })) as Reading['claims'],
      readingVersion: reading.readingVersion,
      report: rest,
      fingerprint: { outside: others(fingerprint.outside), inside: others(fingerprint.inside) },
    },
  }
}

const VOWELS = 'aeiou'
const OTHERS = 'bcdfghjklmnprstvwz'

/** A word of the same shape and length with other letters, by the turn; other letters of the alphabet stay. */
const otherWord = (word: string, turn: number): string =>
  word.replace(/[a-z]/gi, (letter) => {
    const small = letter.toLowerCase()
    const row = VOWELS.includes(small) ? VOWELS : OTHERS
    const at = row.indexOf(small)
    if (at < 0) return letter
    const other = row[(at + turn) % row.length]!
    return small === letter ? other : other.toUpperCase()
  })
