// In: pages, some made of hostile text. Out: that every format prints all of it and lets none of it act.
import { describe, expect, test } from 'vitest'
import { harbourRecord } from '../../../test/fixtures/harbour-record.ts'
import type { Entry } from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'
import { VIEWS, type ViewName } from '../index.ts'
import { bareLine, type Page, plain } from '../lines/line.ts'
import { htmlOf } from './html.ts'
import { jsonOf } from './json.ts'
import { markdownOf } from './markdown.ts'
import { terminalOf } from './terminal.ts'

const HOSTILE = `"><script>alert(1)</script><img src=x onerror=alert(2)>'\u001b]0;x\u0007\u202e&lt; [a](javascript:alert(3)) **b** \`c\``

/** The record with hostile text wherever a report's text can come. */
function hostileRecord(): RecordReader {
  const poison = <T>(value: T): T => {
    if (typeof value === 'string') return value as T
    if (Array.isArray(value)) return value.map(poison) as T
    if (value !== null && typeof value === 'object')
      return Object.fromEntries(
        Object.entries(value).map(([key, one]) => [
          key,
          [
            'name',
            'content',
            'what',
            'onLapse',
            'authority',
            'measures',
            'issue',
            'outcome',
            'condition',
            'from',
            'to',
            'unnamed',
            'title',
            'outlet',
          ].includes(key) && typeof one === 'string'
            ? `${one} ${HOSTILE}`
            : poison(one),
        ]),
      ) as T
    return value
  }
  const base = harbourRecord()
  const entries = base.entries().map((entry) => ({
    ...entry,
    body: poison(entry.body),
    evidence: entry.evidence.map((item) => ({
      ...item,
      quote: `${item.quote} ${HOSTILE}`,
      according: [HOSTILE],
    })),
  })) as Entry[]
  const poisoned = harbourRecord('2031-05-15', entries)
  const reports = base.reports().map(poison)
  return {
    ...poisoned,
    negotiation: { name: HOSTILE, parties: base.negotiation.parties },
    reports: () => reports,
    report: (id) => reports.find((report) => report.id === id),
    text: (id) => `${base.text(id) ?? ''} ${HOSTILE}`,
    disputes: () => base.disputes().map(poison),
  }
}

describe.each(Object.keys(VIEWS) as ViewName[])('%s', (name) => {
  const hostile = hostileRecord()
  const page = VIEWS[name](hostile, { all: true })

  test('HTML holds no markup of a report', () => {
    const text = htmlOf(page, hostile)
    const body = text.slice(text.indexOf('<body>'), text.lastIndexOf('<script>'))
    expect(body).not.toMatch(/<script|<img|<iframe|<object|<embed|<link|<meta/i)
    expect(/(?:href|src)="(?!#)/.test(body)).toBe(false)
    const tags = body.replaceAll(/"[^"<>]*"/g, '""')
    expect(tags.match(/<[^>]*\s(?:on\w+|style)\s*=[^>]*>/i)).toBeNull()
    expect(body).not.toMatch(/[\u001b\u0007\u202e]/)
    expect(text.match(/<script>/g)).toHaveLength(1)
  })

  test('Markdown holds no markup of a report', () => {
    const text = markdownOf(page)
    expect(text).not.toMatch(/(?<!\\)<(?:script|img)/)
    expect(text).not.toMatch(/(?<!\\)\[a(?<!\\)\]\(/)
    expect(text).not.toMatch(/[\u001b\u0007\u202e]/)
  })

  test('a terminal is not steered', () => {
    expect(terminalOf(page, { width: 80, colour: false })).not.toMatch(/[\u001b\u0007\u202e]/)
    expect(terminalOf(page, { width: 80, colour: true }).replaceAll(/\u001b\[\d+m/g, '')).not.toMatch(
      /[\u001b\u0007\u202e]/,
    )
  })

  test('JSON is JSON', () => {
    expect(JSON.parse(jsonOf(page, hostile))).toMatchObject({ view: name, on: '2031-05-15' })
  })
})

test('HTML needs nothing from elsewhere and lets nothing in', () => {
  const record = harbourRecord()
  const text = htmlOf(VIEWS.brief(record, { all: false }), record)
  expect(/https?:\/\//.test(text)).toBe(false)
  expect(/@import|url\((?!#)/.test(text)).toBe(false)
  expect(text).toMatch(
    /default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'; script-src 'sha256-[A-Za-z0-9+/=]{44}'/,
  )
})

test('that most lines rest on one origin is printed once, and kept for machines', () => {
  const page: Page = {
    view: 'brief',
    title: 'Fish',
    preface: [bareLine([plain('Read: 2 reports.')])],
    sections: [
      {
        id: 'acts',
        title: 'What was done',
        lines: ['seized a boat', 'shut a port', 'paid a fine'].map((words, at) =>
          bareLine([plain(words)], {
            marks: at === 0 ? [] : ['single-sourced'],
            origins: at === 0 ? { sure: 2, atMost: 2 } : { sure: 1, atMost: 1 },
          }),
        ),
      },
    ],
  }
  const text = markdownOf(page)
  expect(text).not.toContain('single-sourced')
  expect(text).toContain('seized a boat · *2 origins*')
  expect(text.match(/rests on one/g)).toHaveLength(1)
  expect(jsonOf(page, harbourRecord())).toContain('single-sourced')
  expect(markdownOf({ ...page, view: 'acts' })).toContain('shut a port · *single-sourced*')
})

test('a terminal page keeps its width', () => {
  const record = harbourRecord()
  const text = terminalOf(VIEWS.brief(record, { all: false }), { width: 72, colour: false })
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(72)
})

test('every line of Markdown that tells a fact ends with its evidence', () => {
  const record = harbourRecord()
  const lines = markdownOf(VIEWS.measures(record, { all: false }))
    .split('\n')
    .filter((line) => line.trimStart().startsWith('- '))
  expect(lines.length).toBeGreaterThan(4)
  for (const line of lines) expect(line).toMatch(/\[[\w -]+(?: \+\d+)?\]$/)
})
