// In: an entry told as planned or denied. Out: marks beside our own words, none beside a report's that say it themselves.
import { expect, test } from 'vitest'
import { harbourRecord } from '../../../test/fixtures/harbour-record.ts'
import type { Entry } from '../../model/index.ts'
import { entryLine } from './entry-line.ts'
import { plain, quoted } from './line.ts'

const [any] = harbourRecord('2031-05-15').ofKind('commitment')
const entry: Entry = { ...any!, modality: 'planned', polarity: 'denied' }
const WORDS = quoted('The fleet will not be given 40 berths.')

test('words of ours are marked as planned or denied', () =>
  expect(entryLine(entry, [plain('40 berths: '), WORDS]).marks).toEqual(
    expect.arrayContaining(['denied', 'planned']),
  ))

test("a report's own words say it themselves", () => {
  const { marks } = entryLine(entry, [plain(''), WORDS])
  expect(marks).not.toContain('denied')
  expect(marks).not.toContain('planned')
})
