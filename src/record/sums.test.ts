// In: claims with a start, a length and an end. Out: a notice only where the sum fails.
import { expect, test } from 'vitest'
import type { Claim } from '../model/index.ts'
import type { Told } from './placing/placed.ts'
import { failedSums } from './sums.ts'

const told = (length: string | undefined, from: string, to: string): Told => ({
  claim: {
    id: 'c:1',
    kind: 'act',
    body: {},
    days: length ? [{ role: 'on', start: 0, end: 1, type: 'DURATION', value: length }] : [],
    evidence: { report: 'r', spans: [{ start: 0, end: 9 }] },
  } as unknown as Claim,
  days: [
    { role: 'from', days: { earliest: from, latest: from }, start: 0, end: 1, absolute: true },
    { role: 'to', days: { earliest: to, latest: to }, start: 0, end: 1, absolute: true },
  ],
  placed: {} as never,
  evidence: 'e:1',
})

test.each([
  ['90 days that are 90', 'P90D', '2031-05-14', '2031-08-12', 0],
  ['a last day counted in', 'P90D', '2031-05-14', '2031-08-11', 0],
  ['90 days that are 120', 'P90D', '2031-05-14', '2031-09-11', 1],
  ['two weeks that are three', 'P2W', '2031-05-01', '2031-05-22', 1],
  ['no length told', undefined, '2031-05-14', '2031-09-11', 0],
  ['months are not counted', 'P3M', '2031-05-14', '2031-09-11', 0],
])('%s', (_name, length, from, to, count) => {
  expect(failedSums([told(length, from, to)])).toHaveLength(count)
})
