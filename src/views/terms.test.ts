// In: an agreement with terms. Out: a checklist that says of each who, to whom, when, how verified, and how it stands.
import { expect, test } from 'vitest'
import { harbourRecord } from '../../test/fixtures/harbour-record.ts'
import type { Entry } from '../model/index.ts'
import { textOf } from './lines/line.ts'
import { agreementOf, promisePage, termsPage } from './terms.ts'

const base = harbourRecord()
const framework = base.entry('framework') as Extract<Entry, { kind: 'agreement' }>
const quay = base.entry('quay') as Extract<Entry, { kind: 'commitment' }>
const { due: _, verification: __, ...bare } = quay.body
const kept: Entry = {
  ...quay,
  id: 'kept',
  body: { ...bare, to: [], what: 'publish its crane rules', status: 'met' },
}
const agreement = { ...framework, body: { ...framework.body, terms: ['quay', 'kept'] } }
const record = (on: string) => harbourRecord(on, [agreement, quay, kept])

test('each term says everything, also what no report gives', () => {
  const { sections } = termsPage(record('2031-05-15'), agreement)
  expect(sections.map(({ title }) => title)).toContain('Terms: 1 met · 0 unmet · 1 not reported')
  expect(sections[1]?.lines.map(textOf)).toEqual([
    '[ ] not reported · owed by Sudria to Norland: reopen the northern quay · by 30 Jun 2031 · verified by inspections by the Harbour Council',
    '[x] met · owed by Sudria to (not given): publish its crane rules · when: not given · how verified: not given',
  ])
  expect(sections[1]?.lines[0]?.evidence).toEqual(['e-quay'])
})

test('a term whose day has passed is said to have fallen due, not to be unmet', () => {
  const [line] = termsPage(record('2031-07-15'), agreement).sections[1]?.lines ?? []
  expect(textOf(line!)).toContain('[ ] not reported · owed by Sudria')
  expect(textOf(line!)).toContain('by 30 Jun 2031 (fell due)')
})

test('a term stands for its agreement; a promise under none, and another kind, for nothing', () => {
  expect(agreementOf(record('2031-05-15'), 'quay')?.id).toBe('framework')
  expect(agreementOf(base, 'quay')).toBeUndefined()
  expect(agreementOf(base, 'timber')).toBeUndefined()
})

test('an agreement without terms says so', () => {
  expect(termsPage(base, framework).sections[1]).toMatchObject({
    lines: [],
    empty: 'None of its terms was read.',
  })
})

test('a promise under no agreement is told as one alone', () => {
  const page = promisePage(base, quay)
  expect(page.title).toContain('promise of Sudria')
  expect(page.sections.flatMap(({ lines }) => lines.map(textOf))).toEqual([
    expect.stringContaining('owed by Sudria to Norland: reopen the northern quay'),
  ])
})
