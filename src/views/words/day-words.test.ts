// In: days and ranges. Out: that their words say no more and no less than is known.
import { expect, test } from 'vitest'
import { dayWords, fromNow, isPast, type SomeDay, untilWords, weekdayAndDay } from './day-words.ts'

const between = (earliest: string, latest: string): SomeDay => ({ earliest, latest })

test.each<[SomeDay, string]>([
  [{}, 'day not given'],
  [between('2031-05-12', '2031-05-12'), '12 May 2031'],
  [between('2031-05-01', '2031-05-31'), 'May 2031'],
  [between('2028-02-01', '2028-02-29'), 'Feb 2028'],
  [between('2031-04-01', '2031-06-30'), 'Apr–Jun 2031'],
  [between('2031-01-01', '2031-12-31'), '2031'],
  [between('2029-01-01', '2031-12-31'), '2029–2031'],
  [between('2031-05-12', '2031-05-18'), 'week of 12 May 2031'],
  [between('2031-05-12', '2031-05-14'), 'between 12 and 14 May 2031'],
  [between('2031-05-30', '2031-06-02'), 'between 30 May and 2 Jun 2031'],
  [between('2031-12-30', '2032-01-02'), 'between 30 Dec 2031 and 2 Jan 2032'],
  [{ latest: '2031-05-12' }, 'not after 12 May 2031'],
  [{ earliest: '2031-05-12' }, 'not before 12 May 2031'],
])('%j reads "%s"', (days, words) => {
  expect(dayWords(days)).toBe(words)
})

test('a weekday stands before an exact day only', () => {
  expect(dayWords(between('2031-05-12', '2031-05-12'), weekdayAndDay)).toBe('Mon 12 May 2031')
  expect(dayWords(between('2031-05-01', '2031-05-31'), weekdayAndDay)).toBe('May 2031')
})

test('"at least until" stays a bound', () => {
  expect(untilWords(between('2031-08-01', '2031-08-01'), true)).toBe('until at least 1 Aug 2031')
  expect(untilWords(between('2031-08-01', '2031-08-01'))).toBe('until 1 Aug 2031')
})

test.each([
  ['2031-05-12', 'today'],
  ['2031-05-13', 'tomorrow'],
  ['2031-05-20', 'in 8 days'],
  ['2031-05-11', 'yesterday'],
  ['2031-05-02', '10 days ago'],
  ['2040-05-02', ''],
])('%s seen from 12 May 2031 is "%s"', (day, words) => {
  expect(fromNow(between(day, day), '2031-05-12')).toBe(words)
})

test('a range is past only when all of it is', () => {
  expect(isPast(between('2031-05-01', '2031-05-31'), '2031-05-31')).toBe(false)
  expect(isPast(between('2031-05-01', '2031-05-31'), '2031-06-01')).toBe(true)
  expect(isPast({ earliest: '2031-05-01' }, '2031-06-01')).toBe(false)
  expect(isPast(between('2031-05-01', '2031-05-01'), undefined)).toBe(false)
})
