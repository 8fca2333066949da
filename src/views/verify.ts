// In: a saved record and the reports as they are now. Out: every place where they do not agree.
import type { Report } from '../model/index.ts'
import { RecordJson } from '../model/index.ts'
import { jsonWords } from '../problem.ts'
import { hashOf } from './record-json.ts'

/** Where a record does not hold: a path into it or a report, and what is wrong there. */
export interface Mismatch {
  readonly where: string
  readonly what: string
}

/** What was checked, and what did not hold. */
export interface Verification {
  readonly reports: number
  readonly evidence: number
  readonly spans: number
  readonly mismatches: readonly Mismatch[]
}

/** What joins the pieces of a quote that has several spans. */
const BETWEEN_SPANS = ' … '

/** The value as a record, or why it is none. */
export function parseRecord(json: string): { record: RecordJson } | { why: string } {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch (thrown) {
    return { why: `not valid JSON (${jsonWords(thrown)})` }
  }
  const parsed = RecordJson.safeParse(value)
  if (parsed.success) return { record: value as RecordJson }
  const issue = parsed.error.issues[0]
  return { why: issue ? `${issue.path.join('.') || 'the whole'}: ${issue.message}` : 'not of its shape' }
}

/**
 * Checks a saved record: its own hash; of every report its bytes' SHA-256, its parts and length; of every evidence its
 * spans and quote; every id that one part of it takes from another.
 */
export function verifyRecord(record: RecordJson, reports: readonly Report[]): Verification {
  const mismatches: Mismatch[] = []
  const wrong = (where: string, what: string) => void mismatches.push({ where, what })
  checkOwnHash(record, wrong)
  const texts = checkReports(record, reports, wrong)
  let spans = 0
  let evidence = 0
  record.entries.forEach((entry, at) => {
    entry.evidence.forEach((item, n) => {
      evidence++
      spans += item.spans.length
      const where = `entries[${at}].evidence[${n}] (${item.id})`
      if (!record.reports.some((report) => report.id === item.report))
        wrong(where, `its report ${item.report} is not in the record`)
      const text = texts.get(item.report)
      if (text !== undefined) checkQuote(text, item, where, wrong)
    })
  })
  checkIds(record, wrong)
  return { reports: record.reports.length, evidence, spans, mismatches }
}

type Wrong = (where: string, what: string) => void

function checkOwnHash(record: RecordJson, wrong: Wrong): void {
  const { sha256 } = record as RecordJson & { sha256?: string }
  if (sha256 === undefined) wrong('sha256', 'the record carries no hash of its own')
  else if (sha256 !== hashOf(record))
    wrong('sha256', 'the record is not as it was saved: its content gives another hash than it carries')
}

function checkReports(record: RecordJson, reports: readonly Report[], wrong: Wrong): Map<string, string> {
  const texts = new Map<string, string>()
  const byId = new Map(reports.map((report) => [report.id, report]))
  record.reports.forEach((known, at) => {
    const where = `reports[${at}] (${known.path})`
    const same = byId.get(known.id)
    const moved = same ? undefined : changedFrom(known, reports)
    const report = same ?? moved
    if (!report) {
      wrong(where, `no report that was given has its id ${known.id} or its file's name`)
      return
    }
    texts.set(known.id, report.text)
    if (report.source.sha256 !== known.source.sha256)
      wrong(
        where,
        `its bytes have SHA-256 ${report.source.sha256.slice(0, 12)}…, the record says ${known.source.sha256.slice(0, 12)}…`,
      )
    else if (moved) wrong(where, `its id is ${moved.id}, the record says ${known.id}`)
    if (report.text.length !== known.textLength)
      wrong(where, `its text has ${report.text.length} characters, the record says ${known.textLength}`)
    if (JSON.stringify(report.parts) !== JSON.stringify(known.parts))
      wrong(where, 'its parts are others than the record says')
  })
  return texts
}

// A report that was altered has another id; its path or its file's name still says which it was.
function changedFrom(known: RecordJson['reports'][number], reports: readonly Report[]): Report | undefined {
  const fileOf = (path: string) => path.split('/').at(-1)
  const samePath = reports.find((report) => report.path === known.path)
  if (samePath) return samePath
  const sameFile = reports.filter((report) => fileOf(report.path) === fileOf(known.path))
  return sameFile.length === 1 ? sameFile[0] : undefined
}

function checkQuote(
  text: string,
  item: {
    readonly quote: string
    readonly spans: readonly { readonly start: number; readonly end: number }[]
  },
  where: string,
  wrong: Wrong,
): void {
  const outside = item.spans.find((span) => span.start >= span.end || span.end > text.length)
  if (outside) {
    wrong(
      where,
      `the span ${outside.start}–${outside.end} does not lie in the text of ${text.length} characters`,
    )
    return
  }
  const found = item.spans.map((span) => text.slice(span.start, span.end)).join(BETWEEN_SPANS)
  if (found === item.quote) return
  let at = 0
  while (found[at] === item.quote[at]) at++
  wrong(
    where,
    `its quote differs from the text at character ${(item.spans[0]?.start ?? 0) + at}: “${around(item.quote, at)}” in the record, “${around(found, at)}” in the report`,
  )
}

const around = (text: string, at: number) => text.slice(Math.max(0, at - 12), at + 18).replace(/\s+/g, ' ')

function checkIds(record: RecordJson, wrong: Wrong): void {
  const evidence = new Set(record.entries.flatMap((entry) => entry.evidence.map((item) => item.id)))
  const entries = new Set(record.entries.map((entry) => entry.id))
  const disputes = new Set(record.disputes.map((dispute) => dispute.id))
  const origins = new Set(record.origins.map((origin) => origin.id))
  record.entries.forEach((entry, at) => {
    for (const id of entry.disputes)
      if (!disputes.has(id)) wrong(`entries[${at}].disputes`, `there is no dispute ${id}`)
    entry.evidence.forEach((item, n) => {
      if (!origins.has(item.origin))
        wrong(`entries[${at}].evidence[${n}].origin`, `there is no origin ${item.origin}`)
    })
  })
  record.disputes.forEach((dispute, at) => {
    for (const id of dispute.entries)
      if (!entries.has(id)) wrong(`disputes[${at}].entries`, `there is no entry ${id}`)
    for (const reading of dispute.readings)
      for (const id of reading.evidence)
        if (!evidence.has(id)) wrong(`disputes[${at}].readings`, `there is no evidence ${id}`)
  })
}

/** The first places where two plain values differ, as paths: a record against one made again from the same reports. */
export function differences(saved: unknown, again: unknown, limit = 5, path = ''): Mismatch[] {
  if (Object.is(saved, again)) return []
  if (Array.isArray(saved) && Array.isArray(again)) {
    const found: Mismatch[] = []
    for (let at = 0; at < Math.max(saved.length, again.length) && found.length < limit; at++)
      found.push(...differences(saved[at], again[at], limit - found.length, `${path}[${at}]`))
    return found
  }
  if (isPlain(saved) && isPlain(again)) {
    const found: Mismatch[] = []
    for (const key of new Set([...Object.keys(saved), ...Object.keys(again)])) {
      if (found.length >= limit) break
      found.push(
        ...differences(saved[key], again[key], limit - found.length, path === '' ? key : `${path}.${key}`),
      )
    }
    return found
  }
  return [{ where: path, what: `the record says ${shown(saved)}, the reports give ${shown(again)}` }]
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function shown(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}
