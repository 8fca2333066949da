// In: a saved record and its reports, whole and altered by one character. Out: that every alteration is found and placed.
import { expect, test } from 'vitest'
import { harbourRecord } from '../../test/fixtures/harbour-record.ts'
import type { RecordJson, Report } from '../model/index.ts'
import { hashOf, recordJson } from './record-json.ts'
import { differences, parseRecord, verifyRecord } from './verify.ts'

const reader = harbourRecord()
const saved = (): RecordJson => JSON.parse(JSON.stringify(recordJson(reader))) as RecordJson
const reports: Report[] = reader.reports().map(({ published, ...report }) => ({
  ...report,
  published: { how: published.how === 'page' ? 'page' : 'none' },
  text: reader.text(report.id) ?? '',
}))
const places = (record: RecordJson, given = reports) =>
  verifyRecord(record, given).mismatches.map((item) => item.where)

test('a record holds against the reports it was made from', () => {
  const found = verifyRecord(saved(), reports)
  expect(found.mismatches).toEqual([])
  expect(found.spans).toBeGreaterThan(20)
})

test.each<[string, (record: RecordJson) => void, RegExp]>([
  [
    'a quote',
    (r) => {
      r.entries[0]!.evidence[0]!.quote += '!'
    },
    /^entries\[0\]\.evidence\[0\]/,
  ],
  [
    'a span',
    (r) => {
      r.entries[0]!.evidence[0]!.spans[0]!.start += 1
    },
    /^entries\[0\]\.evidence\[0\]/,
  ],
  [
    'a span beyond the text',
    (r) => {
      r.entries[0]!.evidence[0]!.spans[0]!.end = 99999
    },
    /^entries\[0\]\.evidence\[0\]/,
  ],
  [
    'a hash',
    (r) => {
      r.reports[1]!.source.sha256 = r.reports[1]!.source.sha256.replace(/.$/, (c) => (c === '0' ? '1' : '0'))
    },
    /^reports\[1\]/,
  ],
  [
    'a rate',
    (r) => {
      const e = r.entries.find((one) => one.kind === 'measure')!
      if (e.kind === 'measure') e.body.steps[0]!.rate!.value = 26
    },
    /^sha256$/,
  ],
  [
    'a dispute',
    (r) => {
      r.disputes[0]!.readings[0]!.evidence[0] = 'e-none'
    },
    /^disputes\[0\]/,
  ],
])('one change in %s is found', (_, change, where) => {
  const record = saved()
  change(record)
  expect(places(record).some((place) => where.test(place))).toBe(true)
})

test('one changed character in a report is found, with its report and quote', () => {
  const altered = reports.map((report) =>
    report.id === 'r-wire'
      ? {
          ...report,
          text: report.text.replace('about 40', 'about 41'),
          source: { ...report.source, sha256: 'f'.repeat(64) },
        }
      : report,
  )
  const found = verifyRecord(saved(), altered).mismatches
  expect(found.map((item) => item.where).join('\n')).toContain('harbour/wire.txt')
  expect(found.map((item) => item.what).join('\n')).toContain('about 40')
})

test('a report that is not there is named', () => {
  expect(places(saved(), reports.slice(1))).toContain(`reports[0] (${reports[0]!.path})`)
})

test('the hash is over everything else', () => {
  const record = recordJson(reader)
  expect(record.sha256).toBe(hashOf(record))
  expect(hashOf({ ...record, readingVersion: 'other' })).not.toBe(record.sha256)
})

test('what is no record is refused with the reason', () => {
  expect(parseRecord('{')).toHaveProperty('why')
  expect(parseRecord('{"reports":[]}')).toHaveProperty('why')
})

test('differences are placed', () => {
  expect(differences({ a: [{ b: 1 }] }, { a: [{ b: 2 }] })).toEqual([
    { where: 'a[0].b', what: 'the record says 1, the reports give 2' },
  ])
})
