// In: rows with their measures. Out: the scoreboard as a table for the terminal and for eval/SCORES.md.
import type { Measure, RowPlan } from './task.ts'

export interface BoardRow extends RowPlan {
  readonly work?: Measure | undefined
  readonly check?: Measure | undefined
  /** Why there is no number: "not yet: findTimes". */
  readonly absent?: string | undefined
}

const percent = (value: number | undefined): string => (value === undefined ? '' : (100 * value).toFixed(1))

const cases = (measure: Measure | undefined): Measure | undefined => (measure?.n ? measure : undefined)

/** The row's standing on check, on work where a set has no check part: "target", "floor", "below", or "" without floor or number. */
export function standing({ floor, target, atMost, work, check }: BoardRow): string {
  const measure = cases(check) ?? cases(work)
  if (measure === undefined || floor === undefined) return ''
  const reaches = (bar: number) => (atMost ? measure.value <= bar : measure.value >= bar)
  if (target !== undefined && reaches(target)) return 'target'
  return reaches(floor) ? 'floor' : 'below'
}

const HEAD = ['measure', 'work', 'check', 'gap', 'floor', 'target', '', 'n work', 'n check']

/** Cells of one row; shares and F1 in percent, the gap as work − check. */
export function cellsOf(row: BoardRow): string[] {
  const { atMost } = row
  const work = cases(row.work)
  const check = cases(row.check)
  const bar = (value: number | undefined) =>
    value === undefined ? '' : `${atMost ? '≤ ' : ''}${percent(value)}`
  if (row.absent !== undefined)
    return [row.name, '', '', '', bar(row.floor), bar(row.target), row.absent, '', '']
  const gap = work && check ? (100 * (work.value - check.value)).toFixed(1) : ''
  const n = (measure: Measure | undefined) => (measure ? String(measure.n) : '')
  return [
    row.name,
    percent(work?.value),
    percent(check?.value),
    gap,
    bar(row.floor),
    bar(row.target),
    standing(row),
    n(work),
    n(check),
  ]
}

export function tableForTerminal(rows: readonly BoardRow[]): string {
  const cells = [HEAD, ...rows.map(cellsOf)]
  const widths = HEAD.map((_, c) => Math.max(...cells.map((row) => row[c]!.length)))
  return cells
    .map((row) =>
      row
        .map((cell, c) => (c === 0 ? cell.padEnd(widths[c]!) : cell.padStart(widths[c]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

export function tableForMarkdown(rows: readonly BoardRow[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    line(HEAD),
    line(HEAD.map((_, i) => (i === 0 ? '---' : '--:'))),
    ...rows.map((row) => line(cellsOf(row))),
  ].join('\n')
}
