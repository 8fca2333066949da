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
}

/** A blank line and a heading stand before every section. */
const HEADING = 2

/**
 * Chooses lines so that the page prints in at most `limit` lines below its `head` lines: every section its floor in
 * order, then one line each in turn until nothing fits. The lines of a section keep their order.
 */
export function fitSections(candidates: readonly Candidate[], limit: number, head: number): Section[] {
  const taken = candidates.map(() => 0)
  const used = candidates.map(() => 0)
  let left = limit - head
  for (const { section, floor, hidden = 0 } of candidates)
    left -= HEADING + (hidden === 0 && fits(section, floor) ? 0 : 1)
  const take = (at: number, cap: number): boolean => {
    const candidate = candidates[at]
    const line = candidate?.section.lines[taken[at] ?? 0]
    if (!candidate || !line) return false
    const height = heightOf(line)
    if ((used[at] ?? 0) + height > cap || height > left) return false
    taken[at] = (taken[at] ?? 0) + 1
    used[at] = (used[at] ?? 0) + height
    left -= height
    return true
  }
  candidates.forEach((candidate, at) => {
    while (take(at, candidate.floor));
  })
  for (let grew = true; grew; ) {
    grew = false
    candidates.forEach((candidate, at) => {
      if (take(at, candidate.ceiling)) grew = true
    })
  }
  return candidates.map((candidate, at) => withMore(candidate, taken[at] ?? 0))
}

// A section that is shown whole needs no line for what is left out; an empty one needs one to say so.
const fits = ({ lines }: Section, room: number) =>
  lines.length > 0 && lines.reduce((sum, line) => sum + heightOf(line), 0) <= room

function withMore({ section, command, facts = () => 1, hidden = 0 }: Candidate, taken: number): Section {
  const left = section.lines.slice(taken).reduce((sum, line) => sum + facts(line), 0) + hidden
  const lines = section.lines.slice(0, taken)
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
