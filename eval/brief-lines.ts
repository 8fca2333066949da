// In: a built record. Out: the lines of its brief, and which of them say what another says.
import type { BuiltRecord } from '#parley/record/build.ts'
import { readerOf } from '#parley/record/in-memory.ts'
import { contentWords } from '#parley/record/words.ts'
import { briefPage } from '#parley/views/first-page/brief.ts'
import { type Line, textOf } from '#parley/views/lines/line.ts'

/** One printed line of a brief that tells something of a report. */
export interface BriefLine {
  /** The section it stands in. */
  readonly section: string
  readonly text: string
  /** Ids of the reports behind it. */
  readonly reports: readonly string[]
  /** The line whose part it is. */
  readonly under?: BriefLine
}

/** The lines of the brief with evidence, in the order of the page. */
export function briefLines(built: BuiltRecord): BriefLine[] {
  const reportOf = new Map(
    built.record.entries.flatMap(({ evidence }) => evidence.map(({ id, report }) => [id, report] as const)),
  )
  const lines: BriefLine[] = []
  const walk = (section: string, line: Line, under?: BriefLine): void => {
    const reports = [...new Set(line.evidence.flatMap((id) => reportOf.get(id) ?? []))]
    const one: BriefLine = { section, text: textOf(line), reports, ...(under ? { under } : {}) }
    if (reports.length > 0) lines.push(one)
    for (const part of line.lines) walk(section, part, one)
  }
  for (const { id, lines: told } of briefPage(readerOf(built, new Map()), { all: false }).sections)
    for (const line of told) walk(id, line)
  return lines
}

/** Share of the words of the shorter line that stand in the other where both say one thing. */
const ALIKE = 0.8
/** The same where both are of one day. */
const ALIKE_ON_A_DAY = 0.5
/** Least share of the words of both that a line and one that says more have in common. */
const OF_BOTH = 0.4
/** Fewer words say too little to be compared. */
const FEWEST = 3

const DAY = /\b(?:week of )?(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}\b/
const AHEAD: ReadonlySet<string> = new Set(['next', 'fell-due'])
/** What the page says itself, of many entries alike. */
const FURNITURE: ReadonlySet<string> = new Set(
  [
    'mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec today ago day set told held end ended not given',
    'said exist report reports give gives term terms rate lapse lapses act must say says follow follows itself side sides',
    'condition tighten tightens ease eases force announced proposed suspended agreed open single',
    'demand oppose support threat offer concession red line precondition leverage pressure package retaliation against',
  ]
    .join(' ')
    .split(' '),
)

interface Compared {
  readonly line: BriefLine
  readonly words: ReadonlySet<string>
  readonly numbers: string
  readonly day: string | undefined
}

function comparedOf(line: BriefLine): Compared {
  const day = DAY.exec(line.text)?.[0]
  const said = line.text.replace(DAY, ' ').replace(/\((?:in )?\d+ days?(?: ago)?\)/, ' ')
  const words = new Set(contentWords(said).filter((word) => !FURNITURE.has(word)))
  return {
    line,
    words,
    numbers: [...words]
      .filter((word) => /^\d/.test(word))
      .sort()
      .join(' '),
    day,
  }
}

/**
 * Lines that say what a line before them says: 0.8 of the words of the shorter stand in the other and 0.4 of all in
 * both, numbers and day are the same. Of two lines of one day in "next" or "fell due", half of the words is enough. A part is not held against the line
 * it is a part of, nor one section against another: each tells its own thing of an entry.
 */
export function repeatsIn(lines: readonly BriefLine[]): BriefLine[] {
  const told: Compared[] = []
  return lines.filter((line) => {
    const one = comparedOf(line)
    const again = one.words.size >= FEWEST && told.some((before) => saysAgain(one, before))
    told.push(one)
    return again
  })
}

function saysAgain(one: Compared, before: Compared): boolean {
  if (one.line.section !== before.line.section || one.day !== before.day) return false
  if (one.line.under === before.line || before.words.size < FEWEST) return false
  const numbers = one.numbers === before.numbers
  const onDay = one.day !== undefined && AHEAD.has(one.line.section)
  if (!numbers && !(onDay && (one.numbers === '' || before.numbers === ''))) return false
  let shared = 0
  for (const word of one.words) if (before.words.has(word)) shared++
  if (shared < OF_BOTH * (one.words.size + before.words.size - shared)) return false
  const share = shared / Math.min(one.words.size, before.words.size)
  return share >= (onDay ? ALIKE_ON_A_DAY : ALIKE)
}
