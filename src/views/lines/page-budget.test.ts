// In: sections and limits. Out: that pages fit, floors hold, and what is left out is counted.
import { expect, test } from 'vitest'
import { bareLine, heightOf, type Line, plain, type Section, textOf } from './line.ts'
import { type Candidate, capSections, fitSections } from './page-budget.ts'

const lines = (count: number) => Array.from({ length: count }, (_, n) => bareLine([plain(`line ${n}`)]))
const candidate = (id: string, count: number, floor: number, ceiling: number): Candidate => ({
  section: { id, title: id, lines: lines(count) },
  floor,
  ceiling,
  command: `parley ${id} --all`,
})
const printed = (sections: readonly Section[]) =>
  sections.reduce(
    (sum, one) => sum + 2 + one.lines.reduce((all, line) => all + heightOf(line), 0) + (one.more ? 1 : 0),
    0,
  )

test.each([10, 20, 35, 60])('two long sections fit %i lines', (limit) => {
  const fitted = fitSections([candidate('a', 100, 3, 90), candidate('b', 100, 3, 90)], limit, 0)
  expect(printed(fitted)).toBeLessThanOrEqual(limit)
})

test('floors are met in order before anybody grows', () => {
  const [a, b] = fitSections([candidate('a', 50, 4, 50), candidate('b', 50, 4, 50)], 16, 0)
  expect([a?.lines.length, b?.lines.length]).toEqual([5, 5])
  expect(a?.more).toEqual({ count: 45, command: 'parley a --all' })
})

test('a section that fits says nothing of more', () => {
  expect(fitSections([candidate('a', 3, 1, 9)], 40, 0)[0]?.more).toBeUndefined()
})

test('caps count what they cut', () => {
  expect(capSections([candidate('a', 9, 0, 0).section], 4, 'x')[0]).toMatchObject({ more: { count: 5 } })
})

test('what only repeats a line chosen in an earlier turn is left out and not counted', () => {
  const told = new Set<string>()
  const page = {
    isTold: (line: Line) => told.has(textOf(line)),
    tell: (line: Line) => {
      told.add(textOf(line))
      return line
    },
  }
  const late = { ...candidate('late', 3, 3, 9), turn: 1, repeats: () => true }
  const [first, second] = fitSections([late, candidate('early', 2, 2, 9)], 40, 0, page)
  expect(first?.lines.map(textOf)).toEqual(['line 2'])
  expect(first?.more).toBeUndefined()
  expect(second?.lines).toHaveLength(2)
})

test('unclear lines only fill a section that has few others, behind those', () => {
  const unclear = (line: Line) => textOf(line) !== 'line 2'
  const [one] = fitSections([{ ...candidate('a', 5, 4, 9), unclear }], 40, 0)
  expect(one?.lines.map(textOf)).toEqual(['line 2', 'line 0', 'line 1'])
  expect(one?.more?.count).toBe(2)
})

test('a single line left out stands in place of the words that one is', () => {
  const [one] = fitSections([candidate('a', 6, 5, 5)], 40, 0)
  expect(one?.lines).toHaveLength(6)
  expect(one?.more).toBeUndefined()
  const [two] = fitSections([candidate('a', 7, 5, 5)], 40, 0)
  expect([two?.lines.length, two?.more?.count]).toEqual([5, 2])
})
