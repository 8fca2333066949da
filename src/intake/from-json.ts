// In: JSON (one report, a list, or an object that holds a list) or JSON lines. Out: a report for each object with a text.
import { jsonWords, notice } from '../problem.ts'
import { type Fields, fieldOf, metadataOf, nameIn } from './fields.ts'
import { type Decoded, reportFromText } from './from-text.ts'
import type { Intake } from './make-report.ts'

/** Names under which APIs and feeds keep their list of articles. */
const LISTS = [
  'articles',
  'items',
  'reports',
  'results',
  'docs',
  'documents',
  'entries',
  'data',
  'stories',
  '@graph',
]

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The reports of a JSON text. The path of each is the file's with "#" and its id or, without one, its place from 1. */
export async function reportsFromJson(input: Decoded): Promise<Intake> {
  const { path } = input
  const text = input.text.replace(/^\uFEFF/, '')
  if (text.trim() === '') return { reports: [], notices: [notice('empty-file', { path })] }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (looksLikeLines(text)) return reportsFromJsonLines(input)
    return { reports: [], notices: [notice('json-broken', { path, why: jsonWords(error) })] }
  }
  return reportsFromValue(value, path)
}

/** True where the text is no single JSON value but its first line is one. */
function looksLikeLines(text: string): boolean {
  const start = text.trimStart()
  const end = start.indexOf('\n')
  if (end < 0 || !start.startsWith('{')) return false
  try {
    return isFields(JSON.parse(start.slice(0, end)))
  } catch {
    return false
  }
}

async function reportsFromValue(value: unknown, path: string): Promise<Intake> {
  if (isFields(value)) {
    const list =
      fieldOf(value, 'text') || fieldOf(value, 'html')
        ? undefined
        : LISTS.find((name) => Array.isArray(value[name]))
    return list === undefined
      ? reportFromFields(value, path)
      : reportsFromList(value[list] as unknown[], path)
  }
  if (Array.isArray(value)) return reportsFromList(value, path)
  const found = value === null ? 'null' : `a ${typeof value}`
  return { reports: [], notices: [notice('json-without-reports', { path, found })] }
}

async function reportsFromList(list: readonly unknown[], path: string): Promise<Intake> {
  if (!list.some(isFields)) {
    const found = list.length ? `a list of ${typeof list[0]}s` : 'an empty list'
    return { reports: [], notices: [notice('json-without-reports', { path, found })] }
  }
  if (!list.some((item) => isFields(item) && (fieldOf(item, 'text') || fieldOf(item, 'html')))) {
    const fields = Object.keys(list.find(isFields) ?? {}).join(', ')
    const found = `a list of ${list.length} objects without a text (fields: ${fields.slice(0, 100)})`
    return { reports: [], notices: [notice('json-without-reports', { path, found })] }
  }
  const all: Intake = { reports: [], notices: [] }
  for (const [i, item] of list.entries()) {
    const at = placeOf(item, path, i + 1)
    const one = isFields(item)
      ? await reportFromFields(item, at)
      : { reports: [], notices: [notice('json-without-text', { path: at, fields: [] })] }
    all.reports.push(...one.reports)
    all.notices.push(...one.notices)
  }
  return all
}

const placeOf = (item: unknown, path: string, place: number): string => {
  const id = isFields(item) ? fieldOf(item, 'id')?.value : undefined
  return `${path}#${typeof id === 'string' || typeof id === 'number' ? id : place}`
}

/** The report of one JSON object. */
export async function reportFromFields(fields: Fields, path: string): Promise<Intake> {
  const { metadata, notices } = metadataOf(fields, path)
  const text = fieldOf(fields, 'text')
  const html = fieldOf(fields, 'html')
  const stated = text && typeof text.value === 'object' ? nestedText(text.value) : text?.value
  if (typeof stated === 'string' && stated.trim() !== '' && !looksLikeHtml(stated)) {
    const made = await reportFromText({ text: stated, path }, metadata)
    const reports = made.reports.map((r) => ({
      ...r,
      source: { ...r.source, mediaType: 'application/json' },
    }))
    return { reports, notices: [...notices, ...made.notices] }
  }
  const markup = typeof stated === 'string' && looksLikeHtml(stated) ? stated : html?.value
  if (typeof markup === 'string' && markup.trim() !== '') {
    const { reportFromHtmlBody } = await import('./from-html.ts')
    const made = await reportFromHtmlBody({ text: markup, path }, metadata)
    return { reports: made.reports, notices: [...notices, ...made.notices] }
  }
  return {
    reports: [],
    notices: [...notices, notice('json-without-text', { path, fields: Object.keys(fields) })],
  }
}

const nestedText = (value: unknown): unknown =>
  Array.isArray(value) && value.every((item) => typeof item === 'string')
    ? value.join('\n\n')
    : isFields(value)
      ? (fieldOf(value, 'text')?.value ?? nameIn(value))
      : undefined

const looksLikeHtml = (text: string): boolean =>
  /^\s*<(?:!doctype|html|body|p|div|article|section|h1|h2)\b/i.test(text) ||
  /<\/p>|<br ?\/?>|<\/div>/i.test(text)

/** The reports of JSON lines; a line that is no JSON is named by its number, from 1. */
export async function reportsFromJsonLines(input: Decoded): Promise<Intake> {
  const all: Intake = { reports: [], notices: [] }
  let line = 0
  let at = input.text.startsWith('\uFEFF') ? 1 : 0
  while (at < input.text.length) {
    const end = input.text.indexOf('\n', at)
    const stop = end < 0 ? input.text.length : end
    line += 1
    const one = await reportFromJsonLine(input.text.slice(at, stop), line, input.path)
    all.reports.push(...one.reports)
    all.notices.push(...one.notices)
    at = stop + 1
  }
  if (all.reports.length + all.notices.length === 0)
    all.notices.push(notice('empty-file', { path: input.path }))
  return all
}

/** The report of one line of a JSON lines file; nothing for a blank line. */
export async function reportFromJsonLine(text: string, line: number, path: string): Promise<Intake> {
  if (text.trim() === '') return { reports: [], notices: [] }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return { reports: [], notices: [notice('json-line-broken', { path, line, why: jsonWords(error) })] }
  }
  if (!isFields(value))
    return { reports: [], notices: [notice('json-without-text', { path: `${path}#${line}`, fields: [] })] }
  return reportFromFields(value, placeOf(value, path, line))
}
