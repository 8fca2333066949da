// In: a record and an id (of an evidence, an entry or a dispute; its beginning will do). Out: the sentences in their context.
import type { Days, Entry, Value } from '../model/index.ts'
import type { RecordReader } from '../record/reader.ts'
import { findById } from './find-by-id.ts'
import { entrySummary } from './lines/entry-summary.ts'
import { contextOf, type EvidenceContext } from './lines/evidence-context.ts'
import { evidenceOf } from './lines/evidence-index.ts'
import { bareLine, type Line, type Page, plain, type Section, strong, weak } from './lines/line.ts'
import { pageOf } from './lines/page.ts'
import { dayWords, isUnknown } from './words/day-words.ts'
import { oneLine } from './words/safe-text.ts'
import { valueWords } from './words/value-words.ts'

/** What an id was found to mean: evidence ids, or ids that are near where it means nothing or several things. */
export type Found = { readonly evidence: readonly string[] } | { readonly near: readonly string[] }

/** Evidence behind an id or the beginning of one. */
export function findEvidence(reader: RecordReader, id: string): Found {
  const found = findById(reader, id)
  return 'near' in found ? found : { evidence: found.evidence }
}

/** The page of some evidence. */
export function evidencePage(reader: RecordReader, ids: readonly string[]): Page {
  const sections = ids.flatMap((id) => {
    const context = contextOf(reader, id)
    return context ? [sectionOf(reader, context)] : []
  })
  const page = pageOf(reader, 'evidence', 'Evidence', sections)
  return { ...page, preface: [] }
}

function sectionOf(reader: RecordReader, context: EvidenceContext): Section {
  const entry = evidenceOf(reader, context.id)?.entry
  return {
    id: context.id,
    title: `${context.id} · ${context.outlet || 'outlet not named'}`,
    lines: [
      sentenceLine(context),
      ...factLines(context),
      ...(entry ? [tellsLine(reader, entry), ...peoplesLines(entry)] : []),
    ],
  }
}

/** What people put right in the entry, beside what the machine had, and who checked it. */
function peoplesLines({ corrections = [], checked = [] }: Entry): Line[] {
  return [
    ...corrections.map(({ kind, field, machine, text, by, reason }) =>
      bareLine([
        strong(kind === 'note' ? 'Noted' : 'Put right'),
        plain(` by ${oneLine(by)}: `),
        plain(kind === 'note' ? '' : `${kind}${field === undefined ? '' : ` ${field}`}`),
        plain(machine === undefined ? '' : `; the machine read ${told(machine)}`),
        plain(text === undefined ? '' : oneLine(text)),
        plain(reason === undefined ? '' : ` (${oneLine(reason)})`),
      ]),
    ),
    ...checked.map(({ by, holds, text }) =>
      bareLine([
        strong('Checked'),
        plain(` by ${oneLine(by)}`),
        plain(text === undefined ? '' : `: ${oneLine(text)}`),
        plain(holds ? '' : '; what it rests on changed since'),
      ]),
    ),
  ]
}

/** A value of the machine's in words: days and quantities as every line has them, else its JSON. */
function told(value: unknown): string {
  if (typeof value === 'string') return `“${oneLine(value)}”`
  if (value !== null && typeof value === 'object') {
    if ('earliest' in value || 'latest' in value) return dayWords(value as Days)
    if ('unit' in value && 'value' in value) return valueWords(value as Value)
  }
  return oneLine(JSON.stringify(value))
}

function sentenceLine(context: EvidenceContext): Line {
  return bareLine([
    weak(context.before === '' ? '' : `${context.before} `),
    ...context.sentence.map((piece) => (piece.marked ? strong(piece.text) : plain(piece.text))),
    weak(context.after === '' ? '' : ` ${context.after}`),
  ])
}

function factLines(context: EvidenceContext): Line[] {
  const title = context.title === '' ? '' : `“${context.title}”, `
  const published = isUnknown(context.published) ? 'day of publication unknown' : dayWords(context.published)
  const spans = context.spans.map((span) => `${span.start}–${span.end}`).join(', ')
  return [
    bareLine([plain(`Report: ${title}${context.path} (${context.report}), ${published}`)]),
    bareLine([
      plain(
        `According to: ${context.according.length > 0 ? context.according.join(', by way of ') : 'the report itself'}`,
      ),
    ]),
    bareLine([
      plain(`Said as: ${context.polarity}, ${context.modality}`),
      plain(context.condition ? ` if “${context.condition}”` : ''),
      plain(context.flag ? `; ${context.flag}` : ''),
    ]),
    bareLine([plain(`Characters ${spans} of the text; found by ${context.foundBy}`)]),
  ]
}

function tellsLine(reader: RecordReader, entry: Parameters<typeof entrySummary>[1]): Line {
  const summary = entrySummary(reader, entry)
  return { ...summary, runs: [plain(`Stands for (${entry.kind} ${entry.id}): `), ...summary.runs], lines: [] }
}
