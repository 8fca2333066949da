// In: a step chart. Out: it as SVG, for an HTML page.
import { daysBetween } from '../../model/index.ts'
import type { StepChart } from '../lines/line.ts'
import { dayWords } from '../words/day-words.ts'
import { html } from './html-escape.ts'

const WIDTH = 760
const LEFT = 150
const ROW = 54

/** One band a series, its steps to one common scale; every step carries its words, also as a title. */
export function chartSvg(chart: StepChart): string {
  const length = Math.max(1, daysBetween(chart.from, chart.to))
  const highest = Math.max(1, ...chart.series.flatMap(({ pieces }) => pieces.map(({ value }) => value ?? 0)))
  const x = (day: string) => LEFT + (daysBetween(chart.from, day) / length) * (WIDTH - LEFT)
  const height = chart.series.length * ROW + 24
  const bands = chart.series.map((series, at) => {
    const base = (at + 1) * ROW - 8
    const steps = series.pieces.map(({ from, to, value, words }) => {
      const tall = value === undefined ? 0 : Math.max(1, (value / highest) * (ROW - 26))
      return `<g><title>${html(`${series.name}: ${words}, ${from} to ${to}`)}</title><rect class="step" x="${x(from).toFixed(1)}" y="${(base - tall).toFixed(1)}" width="${(x(to) - x(from)).toFixed(1)}" height="${tall.toFixed(1)}"/><text x="${(x(from) + 3).toFixed(1)}" y="${(base - tall - 3).toFixed(1)}">${html(words)}</text></g>`
    })
    return `<text class="lane" x="0" y="${base}">${html(series.name)}</text><line class="rule" x1="${LEFT}" y1="${base}" x2="${WIDTH}" y2="${base}"/>${steps.join('')}`
  })
  const foot = `<text class="tick" x="${LEFT}" y="${height - 6}">${html(dayWords({ earliest: chart.from, latest: chart.from }))}</text><text class="tick" x="${WIDTH}" y="${height - 6}" text-anchor="end">${html(dayWords({ earliest: chart.to, latest: chart.to }))}</text>`
  return `<figure class="chart"><figcaption>${html(chart.title)}</figcaption><svg class="timeline steps" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${html(chart.title)}">${bands.join('')}${foot}</svg></figure>`
}
