// In: entries with what was told before. Out: that the page of disputes tells it, with when it was known, and is silent where nothing changed.
import { expect, test } from 'vitest'
import { harbourRecord } from '../../test/fixtures/harbour-record.ts'
import type { RecordReader } from '../record/reader.ts'
import { changedSection } from './changed.ts'

const record = harbourRecord()
const [deadline] = record.ofKind('deadline')
const withHistory = (history: NonNullable<typeof deadline>['history']): RecordReader => ({
  ...record,
  entries: () => [{ ...deadline!, history }],
})

test('an earlier value is told under its entry, with its evidence', () => {
  const ids = [deadline!.evidence[0]!.id]
  const known = { earliest: '2031-04-02', latest: '2031-04-02' }
  const section = changedSection(withHistory([{ value: '2031-05-01', known, evidence: ids }]))
  expect(section?.lines).toHaveLength(1)
  const [before] = section!.lines[0]!.lines
  expect(before!.runs.map(({ text }) => text).join('')).toBe('before: 2031-05-01 · known 2 Apr 2031')
  expect(before!.evidence).toEqual(ids)
})

test('where nothing changed there is no section', () => {
  expect(changedSection(withHistory([]))).toBeUndefined()
})
