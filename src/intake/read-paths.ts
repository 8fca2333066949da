// In: paths, folders, globs, addresses, "-". Out: the reports there, each once, and a notice for all that could not be read. Node only.
import { createReadStream, statSync } from 'node:fs'
import { createGunzip } from 'node:zlib'
import type { Notice, Report } from '../model/index.ts'
import { notice, problem, systemWords } from '../problem.ts'
import { decode } from './decode.ts'
import { expandPaths, type Kind, kindOfName, type Place } from './expand-paths.ts'
import { fetchAddress, isNotice } from './fetch-address.ts'
import { reportFromJsonLine, reportsFromJson, reportsFromJsonLines } from './from-json.ts'
import { reportFromText } from './from-text.ts'
import { hashOf } from './identity.ts'
import type { Intake } from './make-report.ts'
import { allBytes, type Bytes, linesOf } from './read-bytes.ts'

export interface ReadOptions {
  /** Bytes one report may have (a .jsonl file may be of any size); 10 MB where not given. */
  readonly maxBytes?: number
  /** Milliseconds an address may take; 20,000 where not given. */
  readonly timeoutMs?: number
  /** What "-" reads; the process's own standard input where not given. */
  readonly standardInput?: Bytes
  /** Called after each file or address with what is done and how many there are. */
  readonly onProgress?: (done: number, of: number) => void
  /** Called with each report as soon as it is taken in, so that reading it can begin; the same one may come twice. */
  readonly onReport?: (report: Report) => void
}

const DEFAULT_MAX_BYTES = 10 * 1024 * 1024
const DEFAULT_TIMEOUT_MS = 20_000

interface Limits {
  readonly maxBytes: number
  readonly timeoutMs: number
  readonly standardInput: Bytes
  readonly onReport: (report: Report) => void
}

/**
 * The reports that the paths mean, sorted by id, each once; the same whatever the order of the paths. Trouble with one
 * never stops the others: it is a notice. Throws the problem `no-paths` where none is named.
 */
export async function readPaths(
  paths: readonly string[],
  options: ReadOptions = {},
): Promise<{ reports: Report[]; notices: Notice[] }> {
  if (paths.length === 0) throw problem('no-paths')
  const limits: Limits = {
    maxBytes: options.maxBytes ?? DEFAULT_MAX_BYTES,
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    standardInput: options.standardInput ?? process.stdin,
    onReport: options.onReport ?? (() => {}),
  }
  const { places, notices } = expandPaths(paths)
  const reports: Report[] = []
  for (const [i, place] of places.entries()) {
    const found = await readPlace(place, limits)
    reports.push(...found.reports)
    notices.push(...found.notices)
    for (const report of found.reports) limits.onReport(report)
    options.onProgress?.(i + 1, places.length)
  }
  const once = eachOnce(reports)
  return { reports: once.reports, notices: sortNotices([...notices, ...once.notices]) }
}

async function readPlace(place: Place, limits: Limits): Promise<Intake> {
  const { path } = place
  try {
    if (place.from === 'address') return await readAddress(path, limits)
    if (place.from === 'standard input') return await readBytes(place, limits.standardInput, limits)
    const stats = statSync(path)
    const size = stats.size
    // A pipe or device has no size: it is read to its end or to the limit.
    if (size === 0 && stats.isFile()) return { reports: [], notices: [notice('empty-file', { path })] }
    if (place.kind !== 'jsonl' && !place.gzip && size > limits.maxBytes)
      return { reports: [], notices: [notice('too-large', { path, bytes: size, limit: limits.maxBytes })] }
    const file = createReadStream(path)
    return await readBytes(place, place.gzip ? file.pipe(createGunzip()) : file, limits)
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === undefined)
      return { reports: [], notices: [notice('report-broke-reading', { path, error: String(error) })] }
    const why = code.startsWith('Z_') ? 'its compression is broken' : systemWords(error)
    return { reports: [], notices: [notice('path-not-readable', { path, why })] }
  }
}

async function readBytes(place: Place, stream: Bytes, limits: Limits): Promise<Intake> {
  if (place.kind === 'jsonl') return readLines(place.path, stream, limits)
  const bytes = await allBytes(stream, limits.maxBytes)
  if (bytes === undefined) {
    const { path } = place
    return {
      reports: [],
      notices: [notice('too-large', { path, bytes: limits.maxBytes, limit: limits.maxBytes })],
    }
  }
  return reportsOfBytes(bytes, {
    path: place.path,
    ...(place.kind === undefined ? {} : { kind: place.kind }),
  })
}

async function readLines(path: string, stream: Bytes, limits: Limits): Promise<Intake> {
  const all: Intake = { reports: [], notices: [] }
  const decoder = new TextDecoder('utf-8')
  let line = 0
  for await (const bytes of linesOf(stream, limits.maxBytes)) {
    line += 1
    if (typeof bytes === 'number') {
      all.notices.push(notice('too-large', { path: `${path}#${line}`, bytes, limit: limits.maxBytes }))
      continue
    }
    const one = await reportFromJsonLine(decoder.decode(bytes), line, path)
    all.reports.push(...one.reports)
    all.notices.push(...one.notices)
    for (const report of one.reports) limits.onReport(report)
  }
  if (all.reports.length + all.notices.length === 0) all.notices.push(notice('empty-file', { path }))
  return all
}

const BY_MEDIA_TYPE: readonly [RegExp, Kind][] = [
  [/^(?:text\/html|application\/xhtml\+xml)$/, 'html'],
  [/^application\/(?:[\w.+-]*\+)?json$/, 'json'],
  [/^application\/(?:x-)?(?:jsonl|ndjson|jsonlines)/, 'jsonl'],
  [/^text\/(?:x-)?markdown$/, 'markdown'],
  [/^(?:application\/(?:(?:rss|atom|rdf)\+)?|text\/)xml$/, 'feed'],
]
const NO_TEXT = /^(?:image|audio|video|font)\/|^application\/(?:pdf|zip|msword|vnd\.)|xml$/

async function readAddress(path: string, limits: Limits): Promise<Intake> {
  const fetched = await fetchAddress(path, limits)
  if (isNotice(fetched)) return { reports: [], notices: [fetched] }
  const { bytes, mediaType, charset, url } = fetched
  const typed = BY_MEDIA_TYPE.find(([pattern]) => pattern.test(mediaType))?.[1]
  if (typed === undefined && NO_TEXT.test(mediaType))
    return { reports: [], notices: [notice('kind-not-read', { path, kind: mediaType })] }
  const named = kindOfName(URL.parse(url)?.pathname ?? '').kind
  const kind = typed ?? named
  return reportsOfBytes(bytes, {
    path,
    url,
    ...(kind === undefined ? {} : { kind }),
    ...(charset === undefined ? {} : { charset }),
  })
}

interface Stated {
  readonly path: string
  readonly kind?: Kind
  readonly url?: string
  readonly charset?: string
}

/** The reports in some bytes; where nothing states their kind, their beginning tells it. */
async function reportsOfBytes(bytes: Uint8Array, stated: Stated): Promise<Intake> {
  const { path, url } = stated
  const charset = stated.charset ?? charsetInPage(bytes, stated.kind)
  const { text, notices } = await decode(bytes, path, charset)
  if (text === undefined) return { reports: [], notices }
  const input = { text, path, sha256: hashOf(bytes), ...(url === undefined ? {} : { url }) }
  const found = await byKind(stated.kind ?? (isXml(text) ? 'feed' : kindOfText(text)), input)
  return { reports: found.reports, notices: [...notices, ...found.notices] }
}

async function byKind(kind: Kind, input: Parameters<typeof reportFromText>[0]): Promise<Intake> {
  if (kind === 'json') return reportsFromJson(input)
  if (kind === 'jsonl') return reportsFromJsonLines(input)
  if (kind === 'feed') return (await import('./from-feed.ts')).reportsFromFeed(input)
  if (kind === 'html') return (await import('./from-html.ts')).reportFromHtml(input)
  if (kind === 'markdown') return (await import('./from-markdown.ts')).reportFromMarkdown(input)
  return reportFromText(input)
}

function charsetInPage(bytes: Uint8Array, kind: Kind | undefined): string | undefined {
  if (kind !== 'html' && bytes[0] !== 0x3c) return undefined
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048))
  return /<meta[^>]{0,200}?charset\s*=\s*["']?([\w.:-]+)/i.exec(head)?.[1]
}

const isXml = (text: string): boolean => {
  const start = text.slice(0, 2000).trimStart()
  return /^<(?:\?xml|rss|feed|rdf:RDF)\b/i.test(start) && !/<html[\s>]/i.test(start)
}

/** The kind of a text without a name: JSON, HTML or Markdown with front matter by how it begins, else plain text. */
function kindOfText(text: string): Kind {
  const start = text.slice(0, 2000).trimStart()
  if (/^<(?:!doctype html|html|head|body|article|!--|\?xml)/i.test(start)) return 'html'
  if (/^[{[]\s*["{[\]}]/.test(start)) return 'json'
  return /^---[ \t]*\r?\n[\w-]+:/.test(start) ? 'markdown' : 'text'
}

const ascending = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** Reports by id, the one with the first path of each; a notice for every further one. */
function eachOnce(all: readonly Report[]): Intake {
  const reports: Report[] = []
  const notices: Notice[] = []
  const sorted = [...all].sort((a, b) => ascending(a.id, b.id) || ascending(a.path, b.path))
  for (const report of sorted) {
    const kept = reports.at(-1)
    if (kept?.id === report.id) notices.push(notice('same-report', { path: report.path, kept: kept.path }))
    else reports.push(report)
  }
  return { reports, notices }
}

const sortNotices = (notices: Notice[]): Notice[] =>
  notices.sort(
    (a, b) =>
      ascending(a.path ?? '', b.path ?? '') || ascending(a.code, b.code) || ascending(a.message, b.message),
  )
