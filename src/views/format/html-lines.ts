// In: lines and the contexts of their evidence. Out: HTML in which every line unfolds to its sentences.

import type { EvidenceContext } from '../lines/evidence-context.ts'
import type { Grid, Line, Mark, Run, Section, Sides, Table } from '../lines/line.ts'
import { dayWords, isUnknown } from '../words/day-words.ts'
import { originWords } from '../words/origin-words.ts'
import { chartSvg } from './html-chart.ts'
import { anchor, html } from './html-escape.ts'
import { evidenceWords, moreWords } from './line-tail.ts'
import { rowsOf } from './table-text.ts'

/** Evidence in its context by id. */
export type Contexts = (id: string) => EvidenceContext | undefined

/** What drawing a page must remember: contexts, and which entries have been given an anchor. */
export interface Drawing {
  readonly contexts: Contexts
  readonly anchored: Set<string>
}

/** Sentences shown under one line; the others are counted. */
const SHOWN = 8
const SHOWN_PER_SIDE = 3

const MARK_TITLES: Readonly<Record<Mark, string>> = {
  disputed: 'Reports disagree on this: see Disputes',
  denied: 'Told as denied',
  planned: 'Planned, not done',
  expected: 'Expected, not done',
  possible: 'Said to be possible',
  conditional: 'Holds only on a condition',
  hypothetical: 'Supposed, not told as fact',
  'single-sourced': 'At most one independent origin',
  'second-hand': 'Told through another outlet',
  'out of time': 'Told as done on a day after the report appeared',
  corrected: 'A person put it right: see its evidence',
  noted: 'A person added a note: see its evidence',
  checked: 'A person checked it, and what it rests on is the same since',
  'changed since checked': 'What it rests on changed since a person checked it',
}

/** The body of a section. */
export function sectionBody(section: Section, drawing: Drawing): string {
  const inner = section.sides
    ? section.lines.length === 0
      ? ''
      : section.sides
          .slice(0, section.lines.length)
          .map((sides) => sidesHtml(sides, drawing))
          .join('')
    : section.grid && section.lines.length > 0 && sharesIssues(section.grid)
      ? gridHtml(section.grid, section.lines.length, drawing)
      : listHtml(section.lines, drawing)
  const empty =
    section.lines.length === 0 && !section.more && section.empty
      ? `<p class="empty">${html(section.empty)}</p>`
      : ''
  const more = section.more
    ? `<p class="more">${html(moreWords(section.more)).replaceAll(/`([^`]*)`/g, '<code>$1</code>')}</p>`
    : ''
  return inner + empty + more + tableHtml(section.table) + (section.charts ?? []).map(chartSvg).join('')
}

function tableHtml(table: Table | undefined): string {
  if (table === undefined || table.rows.length === 0) return ''
  const { head, rows } = rowsOf(table)
  const cell = (tag: string) => (text: string, at: number) =>
    `<${tag}${table.numbers.includes(at) ? ' class="number"' : ''}>${html(text)}</${tag}>`
  return `<table class="plain"><thead><tr>${head.map(cell('th')).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${row.map(cell('td')).join('')}</tr>`).join('')}</tbody></table>`
}

/** Lines as a list. */
const listHtml = (lines: readonly Line[], drawing: Drawing): string =>
  lines.length === 0
    ? ''
    : `<ul class="lines">${lines.map((line) => `<li>${lineHtml(line, drawing)}</li>`).join('')}</ul>`

/** One line with its parts below it. */
function lineHtml(line: Line, drawing: Drawing): string {
  const parts =
    line.lines.length > 0 ? listHtml(line.lines, drawing).replace('class="lines"', 'class="lines parts"') : ''
  const words = `<span class="words">${runsHtml(line.runs)}</span>${tailHtml(line)}`
  const contexts = [...new Set(line.evidence)].flatMap((id) => drawing.contexts(id) ?? [])
  const id = anchorOf(line, drawing)
  if (contexts.length === 0) return `<div class="line bare"${id}>${words}</div>${parts}`
  return `<details class="line"${id}><summary>${words}</summary>${contextsHtml(contexts)}</details>${parts}`
}

function anchorOf(line: Line, drawing: Drawing): string {
  if (line.entry === undefined || drawing.anchored.has(line.entry)) return ''
  drawing.anchored.add(line.entry)
  return ` id="${anchor(line.entry)}"`
}

/** Runs as HTML; a report's words in quotation marks. */
export const runsHtml = (runs: readonly Run[]): string =>
  runs
    .map((run) => {
      const text = html(run.text)
      if (run.as === 'strong') return `<b>${text}</b>`
      if (run.as === 'quote') return `<q>${text}</q>`
      if (run.as === 'weak') return `<span class="weak">${text}</span>`
      return text
    })
    .join('')

function tailHtml(line: Line): string {
  const marks = line.marks.map(
    (mark) =>
      `<span class="mark ${mark.replaceAll(' ', '-')}" title="${html(MARK_TITLES[mark])}">${html(mark)}</span>`,
  )
  const origins =
    line.origins && !line.marks.includes('single-sourced')
      ? [
          `<span class="origins" title="Independent origins: surely, and at most">${html(originWords(line.origins))}</span>`,
        ]
      : []
  const ids = evidenceWords({ ...line, evidence: line.evidence.slice(0, 1) }).slice(1, -1)
  const others = new Set(line.evidence).size - 1
  const id = ids === '' ? [] : [`<code class="id">${html(ids)}${others > 0 ? ` +${others}` : ''}</code>`]
  const tail = [...marks, ...origins, ...id]
  return tail.length === 0 ? '' : ` <span class="tail">${tail.join(' ')}</span>`
}

function contextsHtml(contexts: readonly EvidenceContext[]): string {
  const more =
    contexts.length > SHOWN ? `<p class="more">and ${contexts.length - SHOWN} more sentences</p>` : ''
  return `<div class="evidence">${contexts.slice(0, SHOWN).map(contextHtml).join('')}${more}</div>`
}

/** A sentence in its context, and where it comes from. */
function contextHtml(context: EvidenceContext): string {
  const before = context.before === '' ? '' : `<span class="around">${html(context.before)} </span>`
  const after = context.after === '' ? '' : `<span class="around"> ${html(context.after)}</span>`
  const sentence = context.sentence
    .map((piece) => (piece.marked ? `<mark>${html(piece.text)}</mark>` : html(piece.text)))
    .join('')
  return `<figure><blockquote>${before}${sentence}${after}</blockquote><figcaption>${captionOf(context)}</figcaption></figure>`
}

function captionOf(context: EvidenceContext): string {
  const spans = context.spans.map((span) => `${span.start}–${span.end}`).join(', ')
  const facts = [
    `<b>${html(context.outlet || 'outlet not named')}</b>`,
    context.title === '' ? '' : `<cite>${html(context.title)}</cite>`,
    html(isUnknown(context.published) ? 'day of publication unknown' : dayWords(context.published)),
    context.according.length > 0 ? `according to ${html(context.according.join(', by way of '))}` : '',
    context.modality === 'held' && context.polarity === 'affirmed'
      ? ''
      : html(`${context.polarity === 'denied' ? 'denied, ' : ''}${context.modality}`),
    context.flag ? html(context.flag) : '',
    `<span class="where">${html(context.path)} ${spans}</span>`,
    `<code>${html(context.id)}</code>`,
  ]
  return facts.filter((fact) => fact !== '').join(' · ')
}

function sidesHtml({ head, sides, because }: Sides, drawing: Drawing): string {
  const columns = sides.map((side) => {
    const left = side.lines.length - SHOWN_PER_SIDE
    const sentences = side.lines.slice(0, SHOWN_PER_SIDE).map((line) => {
      const context = line.evidence.flatMap((id) => drawing.contexts(id) ?? [])[0]
      return context ? contextHtml(context) : `<p>${runsHtml(line.runs)}</p>`
    })
    return `<div class="side"><p class="value">${html(side.value)}</p>${sentences.join('')}${left > 0 ? `<p class="more">and ${left} more</p>` : ''}</div>`
  })
  return (
    `<article class="dispute line"${anchorOf(head, drawing)}><h3>${runsHtml(head.runs)}</h3>` +
    `<div class="sides">${columns.join('')}</div><p class="because">${runsHtml(because.runs)}</p></article>`
  )
}

/** A table is worth its space where parties meet on issues; else every row would be empty but for one cell. */
function sharesIssues(grid: Grid): boolean {
  const shared = grid.rows.filter((row) => row.cells.filter((cell) => cell.length > 0).length > 1)
  return shared.length * 4 >= grid.rows.length
}

function gridHtml(grid: Grid, rows: number, drawing: Drawing): string {
  const head = `<tr><th scope="col">Issue</th>${grid.columns.map((name) => `<th scope="col">${html(name)}</th>`).join('')}</tr>`
  const body = grid.rows.slice(0, rows).map((row) => {
    const cells = row.cells.map(
      (cell, at) =>
        `<td data-party="${html(grid.columns[at] ?? '')}"${cell.length === 0 ? ' class="none"' : ''}>${cell.length === 0 ? '<span class="weak" title="No report read tells a position">–</span>' : listHtml(cell, drawing)}</td>`,
    )
    return `<tr><th scope="row">${html(row.name)}</th>${cells.join('')}</tr>`
  })
  return `<table class="grid columns-${grid.columns.length}"><thead>${head}</thead><tbody>${body.join('')}</tbody></table>`
}
