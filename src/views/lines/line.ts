// In: words, marks and evidence ids. Out: the plain data every view gives: pages of sections of lines.
import type { Day, Entry } from '../../model/index.ts'

import { nested } from '../words/safe-text.ts'
/** How a stretch of a line stands out: what matters, words of a report, or an aside. */
export type RunStyle = 'strong' | 'quote' | 'weak'

/** A stretch of text with one style. `quote` text is a report's own words and stands in quotation marks when printed. */
export interface Run {
  readonly text: string
  readonly as?: RunStyle
}

/** What a reader must know before believing a line. Held and ongoing facts carry no mark. */
export type Mark =
  | 'disputed'
  | 'denied'
  | 'planned'
  | 'expected'
  | 'possible'
  | 'conditional'
  | 'hypothetical'
  | 'single-sourced'
  | 'second-hand'
  | 'out of time'
  | 'corrected'
  | 'noted'
  | 'checked'
  | 'changed since checked'

/** Independent origins of a line: surely so many, and at most so many. */
export interface OriginCount {
  readonly sure: number
  readonly atMost: number
}

/** One thing a view says. `evidence` are ids, the most telling first; `lines` are its parts. */
export interface Line {
  readonly runs: readonly Run[]
  readonly marks: readonly Mark[]
  readonly evidence: readonly string[]
  readonly origins?: OriginCount
  /** The entry the line tells of. */
  readonly entry?: string
  readonly lines: readonly Line[]
}

/** What was left out of a section and the command that shows it. */
export interface More {
  readonly count: number
  readonly command: string
}

/** A dispute side by side, for formats that can draw columns. */
export interface Sides {
  readonly head: Line
  readonly sides: readonly { readonly value: string; readonly lines: readonly Line[] }[]
  readonly because: Line
}

/** Positions as a table: a row an issue, a column a party. */
export interface Grid {
  readonly columns: readonly string[]
  readonly rows: readonly {
    readonly name: string
    readonly cells: readonly (readonly Line[])[]
  }[]
}

/** Plain cells in columns; `numbers` are the columns that hold numbers. */
export interface Table {
  readonly columns: readonly string[]
  readonly rows: readonly { readonly cells: readonly string[]; readonly evidence: readonly string[] }[]
  readonly numbers: readonly number[]
}

/** Values that hold over stretches of days `[from, to)`, one series under another; no value: nothing that was read. */
export interface StepChart {
  readonly title: string
  readonly from: Day
  readonly to: Day
  readonly series: readonly {
    readonly name: string
    readonly pieces: readonly {
      readonly from: Day
      readonly to: Day
      readonly value?: number
      readonly words: string
    }[]
  }[]
}

/** A titled part of a page; `empty` is what it says where it has no lines. */
export interface Section {
  readonly id: string
  readonly title: string
  readonly lines: readonly Line[]
  readonly empty?: string
  readonly more?: More
  readonly sides?: readonly Sides[]
  readonly grid?: Grid
  readonly charts?: readonly StepChart[]
  readonly table?: Table
}

/** What a view gives: everything a format needs, as plain JSON. */
export interface Page {
  readonly view: string
  readonly title: string
  /** Lines under the title: what was read and for which days. */
  readonly preface: readonly Line[]
  readonly sections: readonly Section[]
}

/** Any view: a record in, a page out. */
export interface ViewOptions {
  /** Everything, also what a page's length would leave out. */
  readonly all: boolean
  /** The last day of what is told as next. */
  readonly until?: Day | undefined
}

/** A run in plain style. */
export const plain = (text: string): Run => ({ text })
/** A run that stands out. */
export const strong = (text: string): Run => ({ text, as: 'strong' })
/** A report's own words. */
export const quoted = (text: string): Run => ({ text: nested(text), as: 'quote' })
/** An aside. */
export const weak = (text: string): Run => ({ text, as: 'weak' })

/** A line that rests on no single entry. */
export function bareLine(runs: readonly Run[], rest: Partial<Line> = {}): Line {
  return { marks: [], evidence: [], lines: [], ...rest, runs: runs.filter((run) => run.text !== '') }
}

/** Runs one after another with `between` among them; empty lists are left out. */
export function joinRuns(groups: readonly (readonly Run[])[], between: string): Run[] {
  const joined: Run[] = []
  for (const group of groups) {
    const runs = group.filter((run) => run.text !== '')
    if (runs.length === 0) continue
    if (joined.length > 0) joined.push(plain(between))
    joined.push(...runs)
  }
  return joined
}

/** The words of a line without its marks and evidence; quotations in quotation marks. */
export function textOf(line: Line): string {
  return line.runs.map((run) => (run.as === 'quote' ? `“${run.text}”` : run.text)).join('')
}

/** The lines a line prints as, itself and all its parts. */
export function heightOf(line: Line): number {
  return line.lines.reduce((sum, part) => sum + heightOf(part), 1)
}

/** An entry of one kind. */
export type Kind<K extends Entry['kind']> = Extract<Entry, { kind: K }>
