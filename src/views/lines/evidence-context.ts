// In: a record and an evidence id. Out: its sentence in context, with the words it rests on marked.
import type { RecordReader } from '../../record/reader.ts'
import { whoWords } from '../statements.ts'
import { oneLine, withoutSteering } from '../words/safe-text.ts'
import { evidenceOf } from './evidence-index.ts'

/** A piece of the report's text; `marked` where the line rests on it. */
export interface ContextPiece {
  readonly text: string
  readonly marked: boolean
}

/** A sentence as it stands in its report, with what stands around it and how it got there. */
export interface EvidenceContext {
  readonly id: string
  readonly report: string
  readonly outlet: string
  readonly title: string
  readonly path: string
  readonly published: { readonly earliest?: string | undefined; readonly latest?: string | undefined }
  readonly before: string
  readonly sentence: readonly ContextPiece[]
  readonly after: string
  /** Who says so, nearest to the fact first, the report's outlet left out. */
  readonly according: readonly string[]
  readonly spans: readonly { readonly start: number; readonly end: number }[]
  readonly foundBy: string
  readonly polarity: string
  readonly modality: string
  readonly condition?: string
  readonly flag?: string
}

/** Characters of context before and after a sentence. */
const AROUND = 260

/** The evidence in its context; undefined where no evidence has the id. Without the report's text only the quote is given. */
export function contextOf(reader: RecordReader, id: string): EvidenceContext | undefined {
  const found = evidenceOf(reader, id)
  if (!found) return undefined
  const { evidence } = found
  const report = reader.report(evidence.report)
  const text = reader.text(evidence.report)
  const around = text === undefined ? undefined : surroundings(text, evidence.quote, evidence.spans)
  return {
    id,
    report: evidence.report,
    outlet: oneLine(report?.outlet ?? ''),
    title: oneLine(report?.title ?? ''),
    path: oneLine(report?.path ?? ''),
    published: { earliest: report?.published.earliest, latest: report?.published.latest },
    before: around?.before ?? '',
    sentence: around?.sentence ?? [{ text: oneLine(evidence.quote), marked: false }],
    after: around?.after ?? '',
    according: evidence.according.map((who) => whoWords(reader, who)),
    spans: evidence.spans,
    foundBy: evidence.foundBy,
    polarity: evidence.polarity,
    modality: evidence.modality,
    ...(evidence.condition === undefined ? {} : { condition: oneLine(evidence.condition) }),
    ...(evidence.flag === undefined ? {} : { flag: evidence.flag }),
  }
}

interface Extent {
  readonly start: number
  readonly end: number
}

/** Where the quote stands: around its first span, else where the spans stand. */
function sentenceExtent(text: string, quote: string, spans: readonly Extent[]): Extent {
  const first = spans[0]
  const last = spans.at(-1)
  if (!first || !last) {
    const at = text.indexOf(quote)
    return at === -1 ? { start: 0, end: 0 } : { start: at, end: at + quote.length }
  }
  const from = Math.max(0, first.start - quote.length)
  const at = text.indexOf(quote, from)
  if (at !== -1 && at <= first.start && at + quote.length >= first.end)
    return { start: at, end: Math.max(at + quote.length, last.end) }
  return { start: first.start, end: last.end }
}

function surroundings(text: string, quote: string, spans: readonly Extent[]) {
  const { start, end } = sentenceExtent(text, quote, spans)
  const before = text.slice(Math.max(0, start - AROUND), start)
  const after = text.slice(end, end + AROUND)
  const paragraphStart = before.lastIndexOf('\n')
  const paragraphEnd = after.indexOf('\n')
  const cutBefore = paragraphStart === -1 && start > AROUND
  const cutAfter = paragraphEnd === -1 && end + AROUND < text.length
  const lead = tidy(paragraphStart === -1 ? before : before.slice(paragraphStart + 1))
  const tail = tidy(paragraphEnd === -1 ? after : after.slice(0, paragraphEnd))
  return {
    before: cutBefore ? `… ${lead.slice(lead.indexOf(' ') + 1)}` : lead,
    sentence: piecesOf(text, start, end, spans),
    after: cutAfter ? `${tail.slice(0, Math.max(0, tail.lastIndexOf(' ')))} …` : tail,
  }
}

const tidy = (text: string) => oneLine(text)
const inner = (text: string) => withoutSteering(text.replace(/\s+/g, ' '))

/** What stands between two stretches that a line rests on: its ends, where it is more than a sentence or two. */
function between(text: string): string {
  if (text.length <= 2 * AROUND) return text
  const [lead, tail] = [text.slice(0, AROUND / 2), text.slice(-AROUND / 2)]
  return `${lead.slice(0, lead.lastIndexOf(' '))} … ${tail.slice(tail.indexOf(' ') + 1)}`
}

function piecesOf(text: string, start: number, end: number, spans: readonly Extent[]): ContextPiece[] {
  const pieces: ContextPiece[] = []
  let at = start
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const from = Math.max(span.start, at)
    const to = Math.min(span.end, end)
    if (from >= to) continue
    if (from > at) pieces.push({ text: between(inner(text.slice(at, from))), marked: false })
    pieces.push({ text: inner(text.slice(from, to)), marked: true })
    at = to
  }
  if (at < end) pieces.push({ text: inner(text.slice(at, end)), marked: false })
  return pieces
}
