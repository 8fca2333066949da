// In: tables and step charts, made by hand. Out: proof that every format prints them, and that no text of theirs becomes markup.
import { describe, expect, it } from 'vitest'
import type { Page, Section } from '../lines/line.ts'
import { chartSvg } from './html-chart.ts'
import { sectionBody } from './html-lines.ts'
import { markdownOf } from './markdown.ts'
import { chartLines, tableLines } from './table-text.ts'
import { terminalOf } from './terminal.ts'

const table = {
  columns: ['layer', 'rate'],
  numbers: [1],
  rows: [
    { cells: ['cod | <b>hake</b>', '5 %'], evidence: ['e:1'] },
    { cells: ['nets', '35 %'], evidence: [] },
  ],
}
const chart = {
  title: 'duties `read`',
  from: '2031-01-01',
  to: '2031-02-18',
  series: [
    {
      name: 'lapse',
      pieces: [
        { from: '2031-01-01', to: '2031-01-25', value: 5, words: '5 %' },
        { from: '2031-01-25', to: '2031-02-18', value: 40, words: '40 %' },
      ],
    },
    { name: '<i>', pieces: [{ from: '2031-01-01', to: '2031-02-18', words: 'nothing' }] },
  ],
}
const section: Section = { id: 'x', title: 'X', lines: [], table, charts: [chart] }
const page: Page = { view: 'x', title: 'X', preface: [], sections: [section] }

describe('a table', () => {
  it('stands in columns of even width, numbers to the right', () => {
    expect(tableLines(table)).toEqual([
      'layer              rate  evidence',
      'cod | <b>hake</b>   5 %  [e:1]',
      'nets               35 %',
    ])
  })
  it('is a table in Markdown and HTML, with nothing of it markup', () => {
    expect(markdownOf(page)).toContain('| cod \\| \\<b\\>hake\\</b\\> | 5 % | [e:1] |')
    const body = sectionBody(section, { contexts: () => undefined, anchored: new Set() })
    expect(body).toContain('<td>cod | &lt;b&gt;hake&lt;/b&gt;</td><td class="number">5 %</td>')
  })
  it('stands in a terminal', () => {
    expect(terminalOf(page, { width: 100, colour: false })).toContain('nets               35 %')
  })
})

describe('a step chart', () => {
  it('has a bar for every slice of the time, as high as its value', () => {
    const [title, lapse, other, days] = chartLines(chart)
    expect(title).toBe('duties `read`')
    expect(lapse).toBe(`lapse  ${'▁'.repeat(24)}${'█'.repeat(24)}  5 %, 40 % from 25 Jan 2031`)
    expect(other).toBe(`<i>    ${' '.repeat(48)}  nothing`)
    expect(days).toMatch(/^ {7}1 Jan 2031 .* 18 Feb 2031$/)
  })
  it('is drawn with a title on every step, its text escaped', () => {
    const svg = chartSvg(chart)
    expect(svg.match(/<rect/g)).toHaveLength(3)
    expect(svg).toContain('<title>lapse: 40 %, 2031-01-25 to 2031-02-18</title>')
    expect(svg).toContain('&lt;i&gt;')
    expect(svg).not.toContain('<i>')
  })
  it('stands in a fence that its text cannot close', () => {
    expect(markdownOf(page).match(/`/g)).toHaveLength(6)
  })
})
