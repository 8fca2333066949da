// In: a page. Out: it as Markdown, one printed line a line of the view.
import type { Line, Page, Run, Section, Table } from '../lines/line.ts'
import { evidenceWords, moreWords, tailWords } from './line-tail.ts'
import { quietened } from './quiet.ts'
import { chartLines, rowsOf } from './table-text.ts'

/** The page as Markdown (CommonMark). Text of reports is escaped, so that it cannot become markup. */
export function markdownOf(whole: Page): string {
  const page = quietened(whole)
  const preface = page.preface.map((line) => inline(line.runs))
  const head = [
    `# ${escaped(page.title)}`,
    ...(preface.length > 0 ? ['', ...preface.map((line) => `${line}  `.trimEnd())] : []),
  ]
  const sections = page.sections.flatMap(sectionLines)
  return `${[...head, ...sections].join('\n')}\n`
}

function sectionLines(section: Section): string[] {
  const lines = section.lines.flatMap((line) => lineLines(line, 0))
  const empty = section.lines.length === 0 && !section.more && section.empty ? [escaped(section.empty)] : []
  const more = section.more ? [`- ${moreWords(section.more)}`] : []
  const charts = (section.charts ?? []).flatMap((chart) => [
    '',
    '```',
    ...chartLines(chart).map(noFence),
    '```',
  ])
  const table = section.table && section.table.rows.length > 0 ? ['', ...tableRows(section.table)] : []
  return ['', `## ${escaped(section.title)}`, ...lines, ...empty, ...more, ...table, ...charts]
}

const noFence = (line: string) => line.replaceAll('`', "'")

function lineLines(line: Line, depth: number): string[] {
  const tail = tailWords(line)
  const words = [inline(line.runs), ...tail.map((word) => `*${word}*`)].join(' · ')
  const ids = evidenceWords(line)
  const own = `${'  '.repeat(depth)}- ${words}${ids === '' ? '' : ` ${ids}`}`
  return [own, ...line.lines.flatMap((part) => lineLines(part, depth + 1))]
}

// Ids of evidence are ours: they stand in the last column as they are.
function tableRows(table: Table): string[] {
  const { head, rows } = rowsOf(table)
  const cells = (row: readonly string[]) =>
    row.map((cell, at) => (at >= table.columns.length ? cell : escaped(cell)).replaceAll('|', '\\|'))
  const line = (row: readonly string[]) => `| ${cells(row).join(' | ')} |`
  const rule = `|${head.map((_, at) => (table.numbers.includes(at) ? '--:' : '---')).join('|')}|`
  return [line(head), rule, ...rows.map(line)]
}

const inline = (runs: readonly Run[]) => runs.map(runText).join('')

function runText(run: Run): string {
  const text = escaped(run.text)
  if (run.as === 'strong')
    return text.trim() === '' ? text : `**${text.trim()}**${text.endsWith(' ') ? ' ' : ''}`
  if (run.as === 'quote') return `“${text}”`
  return text
}

// Backticks are ours alone: commands stand between them.
const SPECIAL = /[\\*<>[\]]|&(?=[a-zA-Z#])|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu

/** Text of any origin as literal Markdown text. */
const escaped = (text: string) => text.replace(SPECIAL, (char) => `\\${char}`)
