// In: the sections of a page. Out: the same, each line that leaves open what it tells of with the sentence before it that says so.
import type { Evidence } from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'
import { announces, type Open, openIn } from '../../record/weights/open-words.ts'
import { withNames } from '../words/meant-words.ts'
import { oneLine } from '../words/safe-text.ts'
import { AFTER_IT, afterRuns, BEFORE_IT, beforeRuns, KNOWN_BY } from './before-it.ts'
import { evidenceOf } from './evidence-index.ts'
import { type Line, quoted, type Run, type Section, textOf } from './line.ts'

/** Sections whose lines can be understood alone, with their tables and sides. */
export const inContext = (reader: RecordReader, sections: readonly Section[]): readonly Section[] => {
  const explained = (lines: readonly Line[]): Line[] => eachInContext(reader, lines)
  return sections.map((section) => ({
    ...section,
    lines: explained(section.lines),
    ...(section.sides && {
      sides: section.sides.map((side) => ({
        ...side,
        sides: side.sides.map((one) => ({ ...one, lines: explained(one.lines) })),
      })),
    }),
    ...(section.grid && {
      grid: {
        ...section.grid,
        rows: section.grid.rows.map((row) => ({
          ...row,
          cells: row.cells.map(explained),
        })),
      },
    }),
  }))
}

/** Sections in which a line that only tells what another is explained by need not stand. */
const ASIDE: ReadonlySet<string> = new Set(['acts', 'statements', 'figures'])

/** Sections without the lines of no day whose sentence stands before or behind that of another line of the page. */
export function withoutExplaining(sections: readonly Section[]): readonly Section[] {
  const every = sections.flatMap(({ lines }) => lines.flatMap((line) => [line, ...line.lines]))
  const explaining = every.flatMap(({ runs }) =>
    runs.filter((_, at) => EXPLAINS.has(runs[at - 1]?.text ?? '')).map(({ text }) => text),
  )
  const isTold = ({ runs }: Line): boolean => {
    const own = runs.find(({ as }, at) => as === 'quote' && !EXPLAINS.has(runs[at - 1]?.text ?? ''))?.text
    const isDated = runs[0]?.as === 'strong' && /^[^:]*\d{4}$/.test(runs[0].text)
    if (own === undefined || own.length < KNOWN_BY || isDated) return false
    return explaining.some((one) => one.includes(own.replace(/[ …]+$/, '')))
  }
  return sections.map((section) => {
    const lines = ASIDE.has(section.id) ? section.lines.filter((line) => !isTold(line)) : section.lines
    return lines.length === 0 ? section : { ...section, lines }
  })
}
const EXPLAINS: ReadonlySet<string> = new Set([BEFORE_IT, AFTER_IT])

/** Evidence of a line among which that of its words is looked for. */
const ASKED = 6

/** Lines one after another; what one tells the next need not. */
function eachInContext(reader: RecordReader, lines: readonly Line[], near = ''): Line[] {
  let told = ''
  return lines.map((line) => {
    const whole = withContext(reader, line, `${near} ${told}`)
    told = [whole, ...whole.lines].map(textOf).join(' ')
    return whole
  })
}

/** A line with the names of whom it points at and with what it leaves open, unless the words `near` it on the page tell that. */
function withContext(reader: RecordReader, line: Line, near: string): Line {
  const own = textOf(line)
  const within = [near, own, ...line.lines.map(textOf)].join(' ')
  const lines = eachInContext(reader, line.lines, within)
  const isExplained = line.runs.some(({ text }) => text === BEFORE_IT)
  const hasAfter = line.runs.some(({ text }) => text === AFTER_IT)
  const evidence = line.evidence.slice(0, ASKED).flatMap((id) => evidenceOf(reader, id)?.evidence ?? [])
  const sources = line.runs.map(({ text, as }) => (as === 'strong' ? undefined : sourceOf(evidence, text)))
  const last = line.runs.findLastIndex((_, at) => sources[at])
  const context: Run[] = []
  const runs = line.runs.flatMap((run, at): Run[] => {
    const source = sources[at]
    if (!source) return [run]
    const { shown, understood } = withNames(run.text, source.evidence, own)
    const open = source.isWhole && !isExplained ? openIn(understood) : undefined
    const before = open ? beforeRuns(reader, source.evidence, open, within) : []
    const told = before.at(-1)?.text.slice(0, KNOWN_BY)
    if (context.length === 0 && told !== undefined && !within.includes(told)) context.push(...before)
    if (source.isWhole && !hasAfter && announces(understood))
      context.push(...afterRuns(reader, source.evidence))
    // Words that go on in others stand together.
    return [{ ...run, text: shown }, ...(at === last ? context : [])]
  })
  return { ...line, runs, lines }
}

/** Whether a line leaves open what it tells of, and nothing before its sentence says so; what is long says enough. */
export function leavesOpen(reader: RecordReader, line: Line): boolean {
  if (line.runs.some(({ text }) => text === BEFORE_IT)) return false
  const evidence = line.evidence.slice(0, 1).flatMap((id) => evidenceOf(reader, id)?.evidence ?? [])
  return line.runs.some(({ text, as }) => {
    const source = as === 'quote' && text.length < LONG ? sourceOf(evidence, text) : undefined
    if (!source?.isWhole) return false
    const { understood } = withNames(text, source.evidence, '')
    const open = openIn(understood)
    if (open === undefined || (isOfNoun(open) && SAYS_MUCH.test(understood))) return false
    return beforeRuns(reader, source.evidence, open).length === 0
  })
}
/** "The mediator is Ann Lee", "The ballot was put off to 3 May": what has its noun, and a name or number beside, is hardly open. */
const isOfNoun = ({ noun, isOfSentence }: Open): boolean => noun !== '' && !isOfSentence
const SAYS_MUCH = /\d|(?<=\p{Ll},? )\p{Lu}/u
/** Characters from which a sentence says enough beside what it leaves open. */
const LONG = 160

interface Source {
  readonly evidence: Evidence
  /** Whether the words are its sentence from the beginning, not a part of it. */
  readonly isWhole: boolean
}

/** The evidence whose words stand on a line. */
function sourceOf(evidence: readonly Evidence[], words: string): Source | undefined {
  const begin = words.slice(0, KNOWN_BY)
  if (begin.length < KNOWN_BY / 2) return undefined
  for (const one of evidence) {
    const sentence = quoted(oneLine(one.quote)).text
    if (sentence.includes(begin)) return { evidence: one, isWhole: sentence.startsWith(begin) }
  }
  return undefined
}
