// In: a page. Out: it as Markdown, one printed line a line of the view.
import type { Line, Page, Run, Section } from '../line.ts'
import { evidenceWords, moreWords, tailWords } from './line-tail.ts'

/** The page as Markdown (CommonMark). Text of reports is escaped, so that it cannot become markup. */
export function markdownOf(page: Page): string {
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
  return ['', `## ${escaped(section.title)}`, ...lines, ...empty, ...more]
}

function lineLines(line: Line, depth: number): string[] {
  const tail = tailWords(line)
  const words = [inline(line.runs), ...tail.map((word) => `*${word}*`)].join(' · ')
  const ids = evidenceWords(line)
  const own = `${'  '.repeat(depth)}- ${words}${ids === '' ? '' : ` ${ids}`}`
  return [own, ...line.lines.flatMap((part) => lineLines(part, depth + 1))]
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
export const escaped = (text: string) => text.replace(SPECIAL, (char) => `\\${char}`)
