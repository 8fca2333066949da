// In: a record. Out: the sentences that tell something and gave no claim, report by report: what a reader still has to read himself.
import type { PlacedReport, Span } from '../model/index.ts'
import type { RecordReader } from '../record/reader.ts'
import { publishedWords } from './first-page/coverage.ts'
import {
  bareLine,
  type Line,
  type Page,
  plain,
  quoted,
  strong,
  type ViewOptions,
  weak,
} from './lines/line.ts'
import { pageOf } from './lines/page.ts'
import { capSections } from './lines/page-budget.ts'
import { dayKey } from './words/day-words.ts'
import { shortName } from './words/origin-words.ts'
import { oneLine, unquotedWhole } from './words/safe-text.ts'

/** Reports shown where not all are asked for. */
const REPORTS = 30

/** The page of all that was read into no claim. */
export function unreadPage(reader: RecordReader, { all }: ViewOptions): Page {
  const key = (report: PlacedReport) => `${dayKey(report.published)} ${report.id}`
  const lines = [...reader.reports()]
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .flatMap((report) => reportLine(reader, report) ?? [])
  const section = {
    id: 'unread',
    title: 'Sentences that gave no claim',
    lines,
    empty: 'Every sentence that tells something gave a claim.',
  }
  const sections = all ? [section] : capSections([section], REPORTS, 'parley unread --all')
  return pageOf(reader, 'unread', 'Left unread', sections)
}

function reportLine(reader: RecordReader, report: PlacedReport): Line | undefined {
  const { unread = [] } = report.sentences
  const text = unread.length > 0 ? reader.text(report.id) : undefined
  if (text === undefined) return undefined
  const name = shortName(report, report.id)
  const path = oneLine(report.path ?? '')
  return bareLine(
    [
      strong(name),
      plain(` · ${publishedWords(report)}`),
      weak(path === '' || path === name ? '' : ` · ${path}`),
    ],
    { lines: unread.map((span) => bareLine([quoted(wordsAt(text, span))])) },
  )
}

const wordsAt = (text: string, { start, end }: Span): string => unquotedWhole(oneLine(text.slice(start, end)))
