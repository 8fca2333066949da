// In: a record with a matter aside. Out: that pages count it, and show it where all is asked for.
import { expect, test } from 'vitest'
import { harbourRecord } from '../../test/fixtures/harbour-record.ts'
import { VIEWS } from './index.ts'
import { textOf } from './lines/line.ts'

const base = harbourRecord()
const [cranes] = base.ofKind('measure').filter(({ id }) => id === 'cranes')
const foreign = { ...cranes!, id: 'foreign', aside: true, body: { ...cranes!.body, name: 'a ban of others' } }
const record = harbourRecord('2031-05-15', [...base.entries(), foreign])

test('a matter aside is counted on every page and shown on the page of its kind only with all', () => {
  const brief = VIEWS.brief(record, { all: false })
  expect(brief.preface.map(textOf).join(' ')).toContain(
    '1 entry aside, not of this negotiation: see `--all`.',
  )
  expect(brief.sections.map(({ id }) => id)).not.toContain('aside')
  for (const view of ['brief', 'measures', 'timeline'] as const) {
    const last = VIEWS[view](record, { all: true }).sections.at(-1)
    expect(last).toMatchObject({ id: 'aside', title: 'Aside: not of Norland and Sudria' })
    expect(last?.lines.map(textOf).join()).toContain('ban of others')
  }
  expect(VIEWS.talks(record, { all: true }).sections.map(({ id }) => id)).not.toContain('aside')
})

test('where nothing lies aside nothing is said of it', () => {
  const brief = VIEWS.brief(base, { all: true })
  expect(brief.preface.map(textOf).join(' ')).not.toContain('aside')
  expect(brief.sections.map(({ id }) => id)).not.toContain('aside')
})
