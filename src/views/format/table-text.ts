// In: a table, a step chart. Out: them as plain text: columns of even width, steps as bars.
import { type Day, daysBetween } from '../../model/index.ts'
import type { StepChart, Table } from '../lines/line.ts'
import { dayWords } from '../words/day-words.ts'
import { evidenceWords } from './line-tail.ts'

/** The cells of every row as strings, evidence ids in a last column where there are any. */
export function rowsOf(table: Table): {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
} {
  const cited = table.rows.some(({ evidence }) => evidence.length > 0)
  return {
    head: [...table.columns, ...(cited ? ['evidence'] : [])],
    rows: table.rows.map(({ cells, evidence }) => [
      ...cells,
      ...(cited ? [evidenceWords({ runs: [], marks: [], lines: [], evidence })] : []),
    ]),
  }
}

/** Rows in columns of even width. */
export function tableLines(table: Table): string[] {
  const { head, rows } = rowsOf(table)
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => row[at]?.length ?? 0)))
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, at) =>
        table.numbers.includes(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0),
      )
      .join('  ')
      .trimEnd()
  return [line(head), ...rows.map(line)]
}

const WIDTH = 48
const BARS = '▁▂▃▄▅▆▇█'

/** A line a series: its name, a bar for every slice of the time, then its steps in words. */
export function chartLines(chart: StepChart): string[] {
  const length = Math.max(1, daysBetween(chart.from, chart.to))
  const highest = Math.max(1, ...chart.series.flatMap(({ pieces }) => pieces.map(({ value }) => value ?? 0)))
  const name = Math.max(...chart.series.map((one) => one.name.length))
  const at = (day: Day) => Math.round((daysBetween(chart.from, day) / length) * WIDTH)
  const lines = chart.series.map((series) => {
    const bars = Array.from({ length: WIDTH }, (_, slot) => {
      const piece = series.pieces.findLast(({ from }) => at(from) <= slot)
      if (piece?.value === undefined || slot >= at(piece.to)) return ' '
      return BARS[Math.min(7, Math.floor((piece.value / highest) * 7.999))]
    }).join('')
    const steps = series.pieces.map(({ words, from }, index) =>
      index === 0 ? words : `${words} from ${dayWords({ earliest: from, latest: from })}`,
    )
    return `${series.name.padEnd(name)}  ${bars}  ${steps.join(', ')}`
  })
  const range = `${' '.repeat(name)}  ${dayWords({ earliest: chart.from, latest: chart.from }).padEnd(WIDTH - 11)}${dayWords({ earliest: chart.to, latest: chart.to }).padStart(11)}`
  return [chart.title, ...lines, range.trimEnd()]
}
