// In: a drawn timeline in days. Out: it as SVG, coloured by classes of the page's style.
import { type Day, dayOf, daysBetween } from '../../model/index.ts'
import type { DrawnBar, DrawnPoint, DrawnTimeline, Lane } from '../drawn-timeline.ts'
import { oneDay } from '../words/day-words.ts'
import { anchor, html } from './html-escape.ts'

const WIDTH = 1000
/** Room for the names of lanes. */
const GUTTER = 230
const RIGHT = 18
const AXIS = 34
const ROW = 23
const BAR = 15
/** Space above the first lane of a group. */
const GROUP = 24
const BOTTOM = 8
/** A range drawn longer than this has no dot of its own. */
const VAGUE = 130
/** Length over which an open end fades. */
const FADE = 56
/** Width of a letter of the labels, taken wide. */
const LETTER = 6.3

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

interface Scale {
  /** Where what goes on without a known end fades out: a little after the reader's own day. */
  readonly openEnd: number
  readonly x: (day: Day) => number
  readonly left: number
  readonly right: number
}

/** The drawing as one SVG element. */
export function timelineSvg(drawn: DrawnTimeline): string {
  const span = Math.max(1, daysBetween(drawn.from, drawn.to))
  const x = (day: Day) => round(GUTTER + ((WIDTH - GUTTER - RIGHT) * daysBetween(drawn.from, day)) / span)
  const right = WIDTH - RIGHT
  const openEnd = drawn.on === undefined ? right : Math.min(right, x(drawn.on) + FADE)
  const scale: Scale = { x, left: GUTTER, right, openEnd }
  const laid = layLanes(drawn, scale)
  const height = laid.height + BOTTOM
  return (
    `<svg class="timeline" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="Timeline of rounds, deadlines and measures from ${oneDay(drawn.from)} to ${oneDay(drawn.to)}">` +
    gradients() +
    axis(drawn, scale, height) +
    laid.parts.join('') +
    nowLine(drawn, scale, height) +
    '</svg>'
  )
}

const round = (value: number) => Math.round(value * 10) / 10

function gradients(): string {
  const fade = (id: string, name: string, toRight: boolean) =>
    `<linearGradient id="${id}"><stop offset="0" class="${name}" stop-opacity="${toRight ? 0.85 : 0}"/><stop offset="1" class="${name}" stop-opacity="${toRight ? 0 : 0.85}"/></linearGradient>`
  return `<defs>${['tightens', 'eases', 'plain'].map((name) => fade(`in-${name}`, `stop-${name}`, false) + fade(`out-${name}`, `stop-${name}`, true)).join('')}</defs>`
}

function axis(drawn: DrawnTimeline, scale: Scale, height: number): string {
  const ticks = monthTicks(drawn)
  const lines = ticks.map(({ day, label, strong }) => {
    const x = scale.x(day)
    return (
      `<line class="${strong ? 'year' : 'month'}" x1="${x}" x2="${x}" y1="${AXIS - 10}" y2="${height}"/>` +
      (label === '' || x > scale.right - label.length * 6.5
        ? ''
        : `<text class="tick${strong ? ' strong' : ''}" x="${x + 3}" y="${AXIS - 14}">${label}</text>`)
    )
  })
  return lines.join('')
}

/** First days of months, or of quarters and years where months would crowd. */
function monthTicks(drawn: DrawnTimeline): { day: Day; label: string; strong: boolean }[] {
  const months = daysBetween(drawn.from, drawn.to) / 30.4
  const step = months > 48 ? 12 : months > 26 ? 6 : months > 15 ? 3 : months > 9 ? 2 : 1
  const ticks: { day: Day; label: string; strong: boolean }[] = []
  let year = Number(drawn.from.slice(0, 4))
  let month = Number(drawn.from.slice(5, 7))
  for (let guard = 0; guard < 600; guard++) {
    const day = dayOf(year, month, 1)
    if (day > drawn.to) break
    if (day >= drawn.from && (month - 1) % step === 0) {
      const first = ticks.length === 0 || month === 1
      ticks.push({
        day,
        label: first ? `${MONTHS[month - 1]} ${year}` : (MONTHS[month - 1] ?? ''),
        strong: month === 1,
      })
    }
    month++
    if (month > 12) {
      month = 1
      year++
    }
  }
  return ticks
}

function nowLine({ on }: DrawnTimeline, scale: Scale, height: number): string {
  if (on === undefined) return ''
  const x = scale.x(on)
  const end = x > scale.right - 90
  return (
    `<line class="now" x1="${x}" x2="${x}" y1="${AXIS - 8}" y2="${height}"/>` +
    `<text class="now-day" x="${end ? x - 4 : x + 4}" y="${AXIS - 1}"${end ? ' text-anchor="end"' : ''}>${oneDay(on)}</text>`
  )
}

function layLanes(drawn: DrawnTimeline, scale: Scale): { parts: string[]; height: number } {
  const parts: string[] = []
  let y = AXIS
  let group = ''
  for (const lane of drawn.lanes) {
    if (lane.group !== group) {
      group = lane.group
      y += GROUP
      parts.push(`<text class="group" x="0" y="${y - 7}">${html(group)}</text>`)
      parts.push(`<line class="rule" x1="0" x2="${WIDTH}" y1="${y - 2}" y2="${y - 2}"/>`)
    }
    const rows = lane.points.length > 0 ? pointRows(lane.points, scale) : barRows(lane.bars, scale)
    parts.push(laneName(lane, y))
    rows.forEach((row, at) => {
      const middle = y + at * ROW + ROW / 2
      if (at === 0 && lane.points.some((point) => point.form === 'was due'))
        parts.push(chainLine(lane.points, scale, middle))
      for (const item of row)
        parts.push('form' in item ? pointMark(item, scale, middle) : barMark(item, scale, middle))
    })
    y += Math.max(1, rows.length) * ROW + 3
  }
  return { parts, height: y }
}

function laneName(lane: Lane, y: number): string {
  const entry = lane.points[0]?.entry ?? lane.bars[0]?.entry ?? ''
  const text = lane.label.length > 36 ? `${lane.label.slice(0, 34).trimEnd()}…` : lane.label
  const name = `<text class="lane" x="0" y="${y + ROW / 2 + 4}">${html(text)}<title>${html(lane.label)}</title></text>`
  return lane.group === 'Talks' || entry === '' ? name : `<a href="#${anchor(entry)}">${name}</a>`
}

/** Things that would overlap stand in rows one below another. */
function inRows<T>(items: readonly T[], extent: (item: T) => readonly [number, number]): T[][] {
  const rows: { items: T[]; end: number }[] = []
  for (const item of items) {
    const [start, end] = extent(item)
    const row = rows.find((one) => one.end + 6 <= start)
    if (row) {
      row.items.push(item)
      row.end = end
    } else rows.push({ items: [item], end })
  }
  return rows.map((row) => row.items)
}

const widthOf = (label: string) => label.length * LETTER

function pointRows(points: readonly DrawnPoint[], scale: Scale): DrawnPoint[][] {
  return inRows(points, (point) => {
    const [start, end] = pointExtent(point, scale)
    const label = point.label === '' || end - start > VAGUE + 12 ? 0 : widthOf(point.label) + 12
    return labelGoesLeft(point, scale) ? [start - label, end] : [start, end + label]
  })
}

const clampX = (x: number, scale: Scale) => Math.min(scale.right, Math.max(scale.left, x))

function pointExtent(point: DrawnPoint, scale: Scale): readonly [number, number] {
  return [clampX(scale.x(point.earliest), scale) - 6, clampX(scale.x(point.latest), scale) + 6]
}

const labelGoesLeft = (point: DrawnPoint, scale: Scale) =>
  pointExtent(point, scale)[1] - pointExtent(point, scale)[0] <= VAGUE + 12 &&
  pointExtent(point, scale)[1] + widthOf(point.label) + 12 > scale.right

function pointMark(point: DrawnPoint, scale: Scale, y: number): string {
  const left = clampX(scale.x(point.earliest), scale)
  const right = clampX(scale.x(point.latest), scale)
  const x = round((left + right) / 2)
  const range =
    right - left > 4
      ? `<rect class="range" x="${left}" y="${y - 3}" width="${round(right - left)}" height="6" rx="3"/>`
      : ''
  // A dot in the middle of a year would say a day that nobody gave.
  const isVague = right - left > VAGUE
  const shape = isVague
    ? ''
    : point.form === 'round'
      ? `<circle cx="${x}" cy="${y}" r="5.5"/>`
      : `<path d="M${x} ${y - 6.5}L${x + 6.5} ${y}L${x} ${y + 6.5}L${x - 6.5} ${y}Z"/>`
  const toLeft = !isVague && labelGoesLeft(point, scale)
  const labelX = isVague ? left + 8 : toLeft ? left - 10 : right + 10
  const label =
    point.label === ''
      ? ''
      : `<text class="label" x="${labelX}" y="${y + 4}"${toLeft ? ' text-anchor="end"' : ''}>${html(point.label)}</text>`
  return `<a href="#${anchor(point.entry)}" class="point ${point.form.replace(' ', '-')} ${point.standing}"><title>${html(point.told)}</title>${range}${shape}${label}</a>`
}

/** The moves of a deadline: from each due day to the next. */
function chainLine(points: readonly DrawnPoint[], scale: Scale, y: number): string {
  const xs = points.map((point) =>
    round((clampX(scale.x(point.earliest), scale) + clampX(scale.x(point.latest), scale)) / 2),
  )
  return xs
    .slice(1)
    .map((x, at) => `<line class="chain" x1="${(xs[at] ?? x) + 7}" x2="${x - 7}" y1="${y}" y2="${y}"/>`)
    .join('')
}

function barExtent(bar: DrawnBar, scale: Scale): readonly [number, number] {
  // What is ahead with no day of its own begins after today, not before the drawing.
  const unknownStart = bar.standing === 'ahead' ? scale.openEnd : scale.left
  const start = bar.from === undefined ? unknownStart : clampX(scale.x(bar.from), scale)
  const open = bar.standing === 'ahead' ? Math.min(scale.right, start + 2 * FADE) : scale.openEnd
  const end =
    bar.to === undefined
      ? Math.max(open, Math.min(scale.right, start + FADE))
      : clampX(scale.x(bar.to), scale)
  return [start, Math.max(end, start + 4)]
}

const barRows = (bars: readonly DrawnBar[], scale: Scale): DrawnBar[][] =>
  inRows(bars, (bar) => {
    const [start, end] = barExtent(bar, scale)
    return [start, Math.max(end, start + widthOf(bar.label) + 12)]
  })

function barMark(bar: DrawnBar, scale: Scale, y: number): string {
  const [start, end] = barExtent(bar, scale)
  const top = y - BAR / 2
  const tone = bar.direction ?? 'plain'
  const rect = (x: number, width: number, fill: string, extra = '') =>
    width <= 0
      ? ''
      : `<rect x="${round(x)}" y="${top}" width="${round(width)}" height="${BAR}" ${fill}${extra}/>`
  const fade = Math.min(FADE, (end - start) * 0.45)
  const opensIn = bar.from === undefined || scale.x(bar.from) < scale.left
  const opensOut = bar.to === undefined || bar.toIsBound || scale.x(bar.to) > scale.right
  const solidStart = opensIn ? start + fade : start
  const solidEnd = opensOut && !bar.toIsBound ? end - fade : end
  const beyond = bar.toIsBound ? Math.min(FADE, scale.right - end) : 0
  const body =
    bar.standing === 'ahead'
      ? `<rect class="hollow" x="${round(start)}" y="${top}" width="${round(end - start)}" height="${BAR}" rx="2"/>`
      : (opensIn ? rect(start, fade, `fill="url(#in-${tone})"`) : '') +
        rect(solidStart, solidEnd - solidStart, 'class="solid"') +
        (opensOut && !bar.toIsBound ? rect(solidEnd, fade, `fill="url(#out-${tone})"`) : '') +
        rect(end, beyond, `fill="url(#out-${tone})"`)
  const labelX = opensIn && bar.standing === 'actual' ? start + fade * 0.55 : start + 6
  const label =
    bar.label === ''
      ? ''
      : `<text class="label on-bar" x="${round(labelX)}" y="${y + 4}">${html(bar.label)}</text>`
  return `<a href="#${anchor(bar.entry)}" class="bar ${tone} ${bar.standing}"><title>${html(bar.told)}</title>${body}${label}</a>`
}
