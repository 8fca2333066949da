// In: a page and its record. Out: one HTML file that needs nothing else: style, drawing, sentences and a small script inside.
import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { RecordReader } from '../../record/reader.ts'
import { drawnTimeline } from '../drawn-timeline.ts'
import { coverageOf } from '../first-page/coverage.ts'
import { contextOf } from '../lines/evidence-context.ts'
import type { Line, Mark, Page, Section } from '../lines/line.ts'
import { sourcesPage } from '../sources.ts'
import { listWords } from '../words/party-words.ts'
import { anchor, html } from './html-escape.ts'
import { type Drawing, runsHtml, sectionBody } from './html-lines.ts'
import { SCRIPT } from './html-script.ts'
import { STYLE } from './html-style.ts'
import { timelineSvg } from './html-timeline.ts'

/** Views that begin with the drawing. */
const DRAWN: ReadonlySet<string> = new Set(['brief', 'timeline', 'talks', 'measures', 'agenda'])
/** Marks that can be filtered by, where some line has them. */
const CHIPS: readonly Mark[] = [
  'disputed',
  'planned',
  'possible',
  'conditional',
  'single-sourced',
  'second-hand',
  'denied',
  'corrected',
  'checked',
  'changed since checked',
]

/** The page as one self-contained HTML document. Text of reports is escaped everywhere; nothing is fetched or run beside the page's own script. */
export function htmlOf(page: Page, reader: RecordReader): string {
  const sections = withSources(page, reader)
  const drawing: Drawing = { contexts: (id) => contextOf(reader, id), anchored: new Set() }
  const body = sections.map((section) => sectionHtml(section, drawing)).join('')
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hashOf(STYLE)}'; script-src '${hashOf(SCRIPT)}'; base-uri 'none'; form-action 'none'">`,
    '<meta name="referrer" content="no-referrer">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${html(page.title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<div class="page">',
    header(page, reader),
    '<div class="layout">',
    contents(sections, page.view),
    `<div>${tools(sections)}<main>${timelineOf(page, reader)}${body}</main>${footer(reader)}</div>`,
    '</div>',
    '</div>',
    `<script>${SCRIPT}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

/** The hash by which the page's policy knows its own style and script (CSP level 2). */
const hashOf = (text: string) => `sha256-${base64(sha256(utf8ToBytes(text)))}`

const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function base64(bytes: Uint8Array): string {
  let out = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b, c] = [bytes[at], bytes[at + 1], bytes[at + 2]]
    out += BASE64[a >> 2] ?? ''
    out += BASE64[((a & 3) << 4) | ((b ?? 0) >> 4)] ?? ''
    out += b === undefined ? '=' : (BASE64[((b & 15) << 2) | ((c ?? 0) >> 6)] ?? '')
    out += c === undefined ? '=' : (BASE64[c & 63] ?? '')
  }
  return out
}

function withSources(page: Page, reader: RecordReader): readonly Section[] {
  if (page.view !== 'brief') return page.sections
  const reports = sourcesPage(reader).sections.find((section) => section.id === 'reports')
  return reports ? [...page.sections, { ...reports, id: 'sources', title: 'Sources' }] : page.sections
}

function header(page: Page, reader: RecordReader): string {
  const [days, ...rest] = page.preface
  const first = days ? `<p class="days">${runsHtml(days.runs)}</p>` : ''
  const read =
    page.view === 'brief'
      ? stats(reader)
      : rest.map((line) => `<p class="preface">${runsHtml(line.runs)}</p>`).join('')
  return `<header class="top"><h1>${html(page.title)}</h1>${first}${read}</header>`
}

function stats(reader: RecordReader): string {
  const { reports, outlets, withoutOutlet, undated, origins, sentences } = coverageOf(reader)
  const named = outlets.length > 8 ? [...outlets.slice(0, 7), `${outlets.length - 7} more`] : outlets
  const cells: readonly (readonly [string, string, string])[] = [
    ['Reports', String(reports), undated.length > 0 ? `${undated.length} could not be dated` : ''],
    [
      'Outlets',
      String(outlets.length),
      listWords([
        ...named,
        ...(withoutOutlet > 0
          ? [`${withoutOutlet} ${withoutOutlet === 1 ? 'report names' : 'reports name'} none`]
          : []),
      ]),
    ],
    [
      'Independent origins',
      origins.sure === origins.atMost ? String(origins.sure) : `${origins.sure}–${origins.atMost}`,
      'sure, and at most',
    ],
    [
      'Sentences',
      String(sentences.read),
      `${sentences.withClaim} read into claims, ${sentences.read - sentences.withClaim} left unread`,
    ],
  ]
  return `<dl class="stats">${cells
    .map(
      ([name, value, note]) =>
        `<div><dt>${name}</dt><dd>${html(value)}${note === '' ? '' : `<small>${html(note)}</small>`}</dd></div>`,
    )
    .join('')}</dl>`
}

function contents(sections: readonly Section[], view: string): string {
  if (sections.length < 3) return '<nav class="contents" aria-label="Contents"></nav>'
  const drawn = DRAWN.has(view) ? '<li><a href="#timeline">Timeline</a></li>' : ''
  const items = sections.map((section) => {
    const count = section.lines.length + (section.more?.count ?? 0)
    return `<li><a href="#${anchor(section.id)}">${html(section.title)}<span>${count > 0 ? count : '–'}</span></a></li>`
  })
  return `<nav class="contents" aria-label="Contents"><ol>${drawn}${items.join('')}</ol></nav>`
}

function tools(sections: readonly Section[]): string {
  const present = new Set(sections.flatMap((section) => [...section.lines.flatMap(marksIn)]))
  const chips = CHIPS.filter((mark) => present.has(mark)).map(
    (mark) =>
      `<button type="button" data-mark="${mark.replaceAll(' ', '-')}" aria-pressed="false">${mark}</button>`,
  )
  return (
    '<div id="tools" hidden><input id="filter" type="search" placeholder="Filter  ( / )" aria-label="Filter lines" autocomplete="off">' +
    `${chips.join('')}<button type="button" id="unfold" aria-pressed="false">Unfold all</button><span id="count" role="status"></span></div>`
  )
}

const marksIn = (line: Line): Mark[] => [...line.marks, ...line.lines.flatMap(marksIn)]

function timelineOf(page: Page, reader: RecordReader): string {
  const drawn = DRAWN.has(page.view) ? drawnTimeline(reader) : undefined
  if (!drawn) return ''
  const key =
    '<p class="key"><span class="k-round">talks</span><span class="k-due">due</span><span class="k-tight">tightens</span>' +
    '<span class="k-ease">eases</span><span>neither told</span><span class="k-ahead">planned or possible</span></p>'
  return `<section id="timeline" class="drawing">${timelineSvg(drawn)}${key}</section>`
}

const sectionHtml = (section: Section, drawing: Drawing) =>
  `<section id="${anchor(section.id)}" data-lines="${section.lines.length}"><h2>${html(section.title)}</h2>${sectionBody(section, drawing)}</section>`

const footer = (reader: RecordReader) =>
  `<footer>Every line unfolds to the sentence it rests on, as it stands in its report. Made by Parley from the reports alone, offline; reading ${html(reader.readingVersion)}.</footer>`
