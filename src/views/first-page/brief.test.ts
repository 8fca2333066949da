// In: a hand-made record. Out: that the brief keeps its promises.
import { describe, expect, test } from 'vitest'
import { harbourRecord } from '../../../test/fixtures/harbour-record.ts'
import type { Entry } from '../../model/index.ts'
import { commitmentLine } from '../commitments.ts'
import { markdownOf } from '../format/markdown.ts'
import { evidenceIndex } from '../lines/evidence-index.ts'
import { type Line, type Page, textOf } from '../lines/line.ts'
import { BRIEF_LINES, briefPage } from './brief.ts'

const page = (on?: string) => briefPage(harbourRecord(on), { all: false })
const section = (from: Page, id: string) => from.sections.find((one) => one.id === id)
const linesOf = (from: Page, id: string) => (section(from, id)?.lines ?? []).map(textOf)
const everyLine = (lines: readonly Line[]): Line[] =>
  lines.flatMap((line) => [line, ...everyLine(line.lines)])

test('a promise of which nothing more is told has no empty fact', () => {
  const [promise] = harbourRecord('2031-05-15')
    .ofKind('commitment')
    .filter(({ body }) => body.by.length > 0)
  const { due: _due, under: _under, verification: _how, ...body } = promise!.body
  expect(textOf(commitmentLine({ ...promise!, body: { ...body, status: 'open' } }))).not.toMatch(
    /·\s*(?:·|$)/,
  )
})

describe('what is next', () => {
  test('a due day ahead is next, with its moves and what follows', () => {
    const next = linesOf(page('2031-05-15'), 'next')
    expect(next[0]).toMatch(/^Tue 20 May 2031 \(in 5 days\): Meridian: hand over its dock leases/)
    expect(next[0]).toContain('moved 2 or 3 times')
    expect(next[0]).toContain('if it lapses: “lose its licence”')
  })

  test('on its own day it is still next', () => {
    expect(linesOf(page('2031-05-20'), 'next')[0]).toContain('(today)')
  })

  test('a due day before on is never next and never lapsed', () => {
    const after = page('2031-05-21')
    expect(linesOf(after, 'next').join('\n')).not.toContain('Meridian')
    expect(section(after, 'fell-due')?.title).toBe('Fell due, outcome not found')
    expect(linesOf(after, 'fell-due')[0]).toContain('Meridian: hand over its dock leases')
    expect(markdownOf(after).replaceAll('if it lapses', '')).not.toMatch(/lapsed/i)
  })

  test('a measure told to end falls due too, on the whole page', () => {
    const whole = briefPage(harbourRecord('2031-08-02'), { all: true })
    expect(linesOf(whole, 'fell-due').join('\n')).toContain('fee truce (ND, SD → ND, SD) was to end')
  })

  test('a planned step keeps its condition and is told as to come', () => {
    const line = linesOf(page(), 'next').find((text) => text.includes('50 %'))
    expect(line).toContain('to be raised to 50 %')
    expect(line).toContain('condition: “unless a deal is reached”')
  })
})

test('every fact line rests on evidence of the record', () => {
  const record = harbourRecord()
  const known = evidenceIndex(record)
  for (const one of page().sections)
    for (const line of everyLine(one.lines))
      for (const id of line.evidence) expect(known.has(id), id).toBe(true)
  const bare = page()
    .sections.filter((one) => one.id !== 'positions' && one.id !== 'not-known')
    .flatMap((one) => one.lines.filter((line) => line.evidence.length === 0))
  expect(bare.map(textOf)).toEqual([])
})

test('both directions stand apart, each with its rate', () => {
  const force = linesOf(page(), 'in-force').join('\n')
  expect(force).toContain('ND → SD  timber duty')
  expect(force).toContain('SD → ND  duty on fish: 8 %')
})

test('several rates of one measure are all shown', () => {
  const timber = section(page(), 'in-force')?.lines.find((line) => textOf(line).includes('timber'))
  expect(timber?.lines.map((line) => textOf(line).replace(/ · “[^”]*”$/, ''))).toEqual([
    '25 %, in force',
    'about 40 %, in force · as told by official',
    'to be raised to 50 %, from 2 Aug 2031, condition: “unless a deal is reached”',
  ])
  expect(timber?.marks).toContain('disputed')
})

test('a position told by the other side says so', () => {
  expect(linesOf(page(), 'positions')).toContainEqual(
    expect.stringMatching(
      /^Sudria · demand: “.*the fish duty be part of any package.*” · as told by Ada Brandt$/,
    ),
  )
})

test('a sentence told as a position is not told again as a statement', () => {
  const words = linesOf(page(), 'statements').join('\n')
  expect(words).not.toContain('harbour twice')
  expect(words).not.toContain('any package')
  expect(words).toContain('a Sudrian spokesperson')
})

test('content said to exist and not given, laws without a name are not found', () => {
  const lines = linesOf(page(), 'not-known').join('\n')
  expect(lines).toContain('a port law')
  expect(lines).not.toContain('Harbour Act')
})

test('beliefs are never printed', () => {
  expect(markdownOf(page())).not.toMatch(/0\.7\b|belief/)
})

test('a long record still fits one page, and says what it left out', () => {
  const many = Array.from({ length: 400 }, (_, n): Entry[] =>
    harbourRecord()
      .entries()
      .map((entry) => {
        const copy = structuredClone(entry)
        copy.id = `${entry.id}-${n}`
        if (copy.kind === 'statement') copy.body.content = `words number ${n}`
        if (copy.kind === 'measure') copy.body.name = `measure ${n} of ${entry.id}`
        return copy
      }),
  ).flat()
  const long = markdownOf(briefPage(harbourRecord('2031-05-15', many), { all: false }))
  expect(long.trimEnd().split('\n').length).toBeLessThanOrEqual(BRIEF_LINES.few)
  expect(long).toMatch(/and \d+ more: `parley measures --all`/)
  expect(long).toMatch(/and \d+ more: `parley statements --all`/)
})

test('the same record gives the same bytes, whatever the order of its entries', () => {
  const entries = harbourRecord().entries()
  const one = markdownOf(briefPage(harbourRecord('2031-05-15', entries), { all: false }))
  const other = markdownOf(briefPage(harbourRecord('2031-05-15', [...entries].reverse()), { all: false }))
  expect(other).toBe(one)
})
