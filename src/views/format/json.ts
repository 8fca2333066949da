// In: a page and its record. Out: the page as JSON, with the entries it tells of.
import type { RecordReader } from '../../record/reader.ts'
import { type Line, type Page, type Section, textOf } from '../lines/line.ts'

/** A line for machines: its words in one, and what they rest on. */
interface LineJson {
  readonly text: string
  readonly marks: readonly string[]
  readonly origins?: Line['origins']
  readonly evidence: readonly string[]
  readonly entry?: string
  readonly lines?: readonly LineJson[]
}

/** The page as JSON text, two spaces deep, ending with a line feed. */
export function jsonOf(page: Page, reader: RecordReader): string {
  const ids = [...new Set(page.sections.flatMap((section) => section.lines.flatMap(entryIds)))]
  const value = {
    view: page.view,
    title: page.title,
    knownOn: reader.knownOn ?? null,
    on: reader.on ?? null,
    preface: page.preface.map(textOf),
    sections: page.sections.map(sectionJson),
    entries: ids.flatMap((id) => reader.entry(id) ?? []),
  }
  return `${JSON.stringify(value, null, 2)}\n`
}

const entryIds = (line: Line): string[] => [
  ...(line.entry ? [line.entry] : []),
  ...line.lines.flatMap(entryIds),
]

const sectionJson = (section: Section) => ({
  id: section.id,
  title: section.title,
  lines: section.lines.map(lineJson),
  ...(section.lines.length === 0 && !section.more && section.empty ? { empty: section.empty } : {}),
  ...(section.more ? { more: section.more } : {}),
  ...(section.table ? { table: section.table } : {}),
  ...(section.charts ? { charts: section.charts } : {}),
})

const lineJson = (line: Line): LineJson => ({
  text: textOf(line),
  marks: line.marks,
  ...(line.origins ? { origins: line.origins } : {}),
  evidence: line.evidence,
  ...(line.entry ? { entry: line.entry } : {}),
  ...(line.lines.length > 0 ? { lines: line.lines.map(lineJson) } : {}),
})
