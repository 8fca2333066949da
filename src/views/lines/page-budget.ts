// In: sections with all their lines and a limit of printed lines. Out: sections that fit, each saying what it left out.
import { heightOf, type Line, type Section } from './line.ts'

/** Entries of a kind, and disputes, that a brief is chosen from: many times what it has room for. */
export const SHORTLIST = 120

/** A section before its lines are chosen. */
export interface Candidate {
  readonly section: Section
  /** Lines it gets before any other section gets more. */
  readonly floor: number
  /** Lines it gets at most. */
  readonly ceiling: number
  /** The command that shows everything; none where nothing may be left out. */
  readonly command: string
  /** What a line counts as in "and 37 more"; 1 by default. */
  readonly facts?: (line: Line) => number
  /** Facts already left out inside its lines. */
  readonly hidden?: number
  /** Which of its lines are left out where others on the page tell their sentence; none by default. */
  readonly repeats?: (line: Line) => boolean
  /** Which of its lines stand on the page only where it has no others; none by default. */
  readonly unclear?: (line: Line) => boolean
  /** When its lines are chosen: after those of a lower turn; 0 by default. */
  readonly turn?: number
  /** The order in which the lines chosen stand; as they were given by default. */
  readonly arrange?: (lines: readonly Line[]) => readonly Line[]
}

/** Lines of a section beside which it needs no unclear ones. */
const FEW = 3

/** A blank line and a heading stand before every section. */
const HEADING = 2

/**
 * Chooses lines so that the page prints in at most `limit` lines below its `head` lines: every section its floor in
 * order, then one line each in turn until nothing fits. `page` knows what the lines chosen tell.
 */
export function fitSections(
  candidates: readonly Candidate[],
  limit: number,
  head: number,
  page: ToldOnce = NOTHING_TOLD,
): Section[] {
  const taken = candidates.map((): Line[] => [])
  const next = candidates.map(() => 0)
  const told = candidates.map((): Line[] => [])
  const used = candidates.map(() => 0)
  const inTurn = candidates
    .map((candidate, at) => ({ candidate, at }))
    .sort((a, b) => (a.candidate.turn ?? 0) - (b.candidate.turn ?? 0))
  let left = limit - head
  for (const { section, floor, hidden = 0 } of candidates)
    left -= HEADING + (hidden === 0 && fits(section, floor) ? 0 : 1)
  const queues = candidates.map(({ section, unclear }) => clearFirst(section.lines, unclear))
  const take = ({ candidate, at }: (typeof inTurn)[number], cap: number): boolean => {
    const isRepeat = (one: Line | undefined) => one && candidate.repeats?.(one) && page.isTold(one)
    while (isRepeat(queues[at]!(next[at]!))) told[at]!.push(queues[at]!(next[at]!++)!)
    const line = queues[at]!(next[at]!)
    if (!line || (used[at]! >= FEW && candidate.unclear?.(line))) return false
    const height = heightOf(line)
    if (used[at]! + height > cap || height > left) return false
    taken[at]!.push(page.tell(line))
    next[at]!++
    used[at]! += height
    left -= height
    return true
  }
  for (const one of inTurn) while (take(one, one.candidate.floor));
  for (let grew = true; grew; ) {
    grew = false
    for (const one of inTurn) if (take(one, one.candidate.ceiling)) grew = true
  }
  // A last line takes no more room than to say that there is one more.
  for (const one of inTurn) {
    const { section, ceiling, hidden = 0 } = one.candidate
    if (hidden > 0 || section.lines.length - next[one.at]! !== 1) continue
    left++
    if (!take(one, ceiling + 1)) left--
  }
  return candidates
    .map((candidate, at) => withMore(candidate, taken[at]!, told[at]!))
    .filter(
      ({ lines }, at) =>
        lines.length > 0 || !candidates[at]!.repeats || candidates[at]!.section.lines.length === 0,
    )
}

/** Gives the lines of a list by their places, unclear ones behind all others; looks no farther than it is asked. */
function clearFirst(lines: readonly Line[], unclear: (line: Line) => boolean = () => false) {
  const clear: Line[] = []
  const others: Line[] = []
  let seen = 0
  return (at: number): Line | undefined => {
    for (; clear.length <= at && seen < lines.length; seen++)
      (unclear(lines[seen]!) ? others : clear).push(lines[seen]!)
    return clear[at] ?? others[at - clear.length]
  }
}

/** What the lines of a page have told. */
export interface ToldOnce {
  /** Whether the sentence of a line has been told. */
  isTold(line: Line): boolean
  /** The line, and its parts, without a sentence that has been told and only explains it; from now on they are told. */
  tell(line: Line): Line
}

const NOTHING_TOLD: ToldOnce = { isTold: () => false, tell: (line) => line }

// A section that is shown whole needs no line for what is left out; an empty one needs one to say so.
const fits = ({ lines }: Section, room: number) =>
  lines.length > 0 && lines.reduce((sum, line) => sum + heightOf(line), 0) <= room

function withMore(candidate: Candidate, taken: readonly Line[], told: readonly Line[]): Section {
  const { section, command, facts = () => 1, hidden = 0, arrange } = candidate
  const sum = (lines: readonly Line[]) => lines.reduce((all, line) => all + facts(line), 0)
  const left = sum(section.lines) - sum(taken) - sum(told) + hidden
  const lines = arrange ? arrange(taken) : taken
  return left === 0 ? { ...section, lines } : { ...section, lines, more: { count: left, command } }
}

/** Every section cut to `length` top lines, saying what it left out. */
export function capSections(sections: readonly Section[], length: number, command: string): Section[] {
  return sections.map((section) =>
    section.lines.length <= length
      ? section
      : {
          ...section,
          lines: section.lines.slice(0, length),
          more: { count: section.lines.length - length, command },
        },
  )
}
