// In: a hand-made record with copies. Out: that reports and origins are called by names a reader knows.
import { expect, test } from 'vitest'
import { harbourRecord } from '../../test/fixtures/harbour-record.ts'
import { findPage } from './find.ts'
import { textOf } from './lines/line.ts'
import { sourcesPage } from './sources.ts'

const record = harbourRecord()
const origins = (reader: typeof record) =>
  sourcesPage(reader)
    .sections.find((section) => section.id === 'origins')
    ?.lines.map(textOf) ?? []

test('an origin named by the id of a report is called as that report is', () => {
  const copied = { id: 'report:r-gazette', kind: 'copied' as const, name: 'r-gazette', reports: ['r-echo'] }
  const [line] = origins({ ...record, origins: () => [copied] })
  expect(line).toMatch(/^Sudria Gazette · copied · in /)
})

test('two reports of one outlet are told apart by their files, others are not', () => {
  const same = record
    .reports()
    .map((report) => (report.id === 'r-wire' ? { ...report, outlet: 'Daily Courier' } : report))
  const reader = {
    ...record,
    reports: () => same,
    report: (id: string) => same.find((report) => report.id === id),
    origins: () => [
      { id: 'o', kind: 'quoted' as const, name: 'Ada Brandt', reports: ['r-courier', 'r-wire', 'r-gazette'] },
    ],
  }
  expect(origins(reader)[0]).toMatch(
    /in Daily Courier \(courier\S*\), Daily Courier \(wire\S*\) and Sudria Gazette$/,
  )
})

test('a day before all reports has a page that says so and no empty sections', () => {
  const none = { ...record.counts(), reports: 0 }
  const early = { ...record, counts: () => none, leftOut: { later: 5, maybeLater: 0 } }
  expect(sourcesPage(early).sections.map((section) => section.id)).toEqual(['nothing-known'])
  expect(findPage(early, 'fees', { all: false }).sections.map((section) => section.id)).toEqual([
    'nothing-known',
  ])
  expect(sourcesPage({ ...early, leftOut: { later: 0, maybeLater: 0 } }).sections.length).toBeGreaterThan(1)
})
