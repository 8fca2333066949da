// In: a page, the width of the terminal and whether it has colour. Out: the page for reading there.
import type { Line, Mark, Page, Run, Section } from '../lines/line.ts'
import { withoutSteering } from '../words/safe-text.ts'
import { evidenceWords, moreWords, tailWords } from './line-tail.ts'
import { quietened } from './quiet.ts'
import { chartLines, tableLines } from './table-text.ts'

const ESC = '\u001b['
type Paint = (text: string) => string
const code =
  (on: number, off: number): Paint =>
  (text) =>
    text === '' ? '' : `${ESC}${on}m${text}${ESC}${off}m`

const bold = code(1, 22)
const dim = code(2, 22)
const underlined = code(4, 24)
const MARK_PAINT: Partial<Record<Mark, Paint>> = {
  disputed: code(31, 39),
  denied: code(31, 39),
  'out of time': code(31, 39),
  planned: code(36, 39),
  expected: code(36, 39),
  possible: code(36, 39),
  conditional: code(36, 39),
  hypothetical: code(36, 39),
  'single-sourced': code(33, 39),
  'second-hand': code(33, 39),
  corrected: code(35, 39),
  noted: code(35, 39),
  checked: code(32, 39),
  'changed since checked': code(31, 39),
}

/** The page in columns of `width` characters, with colour where `colour` is set; without, plain text. */
export function terminalOf(
  whole: Page,
  options: { readonly width: number; readonly colour: boolean },
): string {
  const page = quietened(whole)
  const width = Math.max(40, Math.min(options.width, 120))
  const paint = options.colour
  const lines = [
    paint ? bold(clean(page.title)) : clean(page.title),
    ...page.preface.flatMap((line) => wrapped(wordsOf(line.runs, paint), '', '', width)),
    ...page.sections.flatMap((section) => sectionLines(section, width, paint)),
  ]
  return `${lines.join('\n')}\n`
}

function sectionLines(section: Section, width: number, paint: boolean): string[] {
  const title = clean(section.title)
  return [
    '',
    paint ? underlined(bold(title)) : title,
    ...section.lines.flatMap((line) => lineLines(line, 0, width, paint)),
    ...(section.lines.length === 0 && !section.more && section.empty
      ? wrapped(
          split(section.empty, (x) => x),
          '',
          '',
          width,
        )
      : []),
    ...(section.more ? [paint ? dim(moreWords(section.more)) : moreWords(section.more)] : []),
    ...(section.table && section.table.rows.length > 0 ? tableLines(section.table).map(clean) : []),
    ...(section.charts ?? []).flatMap((chart) => ['', ...chartLines(chart).map(clean)]),
  ]
}

function lineLines(line: Line, depth: number, width: number, paint: boolean): string[] {
  const ids = evidenceWords(line)
  const tail = tailWords(line).flatMap((word) => {
    const painted = paint ? (MARK_PAINT[word as Mark] ?? dim) : (text: string) => text
    return [{ text: '·', shown: '·' }, ...split(word, painted)]
  })
  const words = [...wordsOf(line.runs, paint), ...tail, ...split(ids, paint ? dim : (text) => text)]
  const lead = '  '.repeat(depth)
  return [
    ...wrapped(words, `${lead}${depth === 0 ? '•' : '–'} `, `${lead}  `, width),
    ...line.lines.flatMap((part) => lineLines(part, depth + 1, width, paint)),
  ]
}

/** A word with the width it takes and how it is painted. */
interface Word {
  readonly text: string
  readonly shown: string
  /** Set where it stands right after the word before it. */
  readonly glued?: boolean
}

function wordsOf(runs: readonly Run[], paint: boolean): Word[] {
  const words: Word[] = []
  let open = true
  for (const run of runs) {
    const text = clean(run.as === 'quote' ? `“${run.text}”` : run.text)
    const painted: Paint = !paint ? (x) => x : run.as === 'strong' ? bold : run.as === 'weak' ? dim : (x) => x
    const parts = split(text, painted)
    const glued = !open && !text.startsWith(' ')
    words.push(...parts.map((part, at) => (at === 0 && glued ? { ...part, glued } : part)))
    if (text !== '') open = text.endsWith(' ')
  }
  return words
}

const clean = (text: string) => withoutSteering(text.replace(/[\r\n\t]/g, ' '))

const split = (text: string, paint: Paint): Word[] =>
  text
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => ({ text: word, shown: paint(word) }))

function wrapped(words: readonly Word[], first: string, rest: string, width: number): string[] {
  const lines: string[] = []
  let shown = first
  let used = first.length
  let begun = false
  for (const word of words) {
    const space = begun && !word.glued ? 1 : 0
    if (begun && used + space + word.text.length > width && !word.glued) {
      lines.push(shown)
      shown = rest + word.shown
      used = rest.length + word.text.length
    } else {
      shown += (space ? ' ' : '') + word.shown
      used += space + word.text.length
    }
    begun = true
  }
  return begun ? [...lines, shown] : []
}
