import { describe, expect, it } from 'vitest'
import { withYear, withYearOf } from './year-of.ts'

describe('withYear', () => {
  it.each([
    ['Oct 12', ['2026-11-20'], '2026-10-12'],
    ['Oct. 12', ['2026-11-20', '2026-10-16'], '2026-10-12'],
    ['3 January', ['2026-12-20'], '2027-01-03'],
    ['Dec 30', ['2027-01-04'], '2026-12-30'],
    ['Linna and Suria, October 12', ['2026-11-20'], '2026-10-12'],
  ] as const)('%s beside reports of %j is %s', (stated, days, day) => {
    expect(withYear(stated, days)).toBe(day)
  })
  it.each([
    ['beside reports of two autumns', 'Oct 12', ['2026-11-20', '2025-09-30']],
    ['far from all of them', 'Oct 12', ['2026-04-10']],
    ['beside none', 'Oct 12', []],
    ['without a date', 'October', ['2026-11-20']],
    ['on no day', 'Feb 30', ['2026-03-01']],
  ] as const)('%s a day keeps no year', (_why, stated, days) => {
    expect(withYear(stated, days)).toBeUndefined()
  })
})

it('of two years that are near the one is taken that may be, else the one among the reports', () => {
  const days = ['2031-03-04', '2031-12-18']
  const date = { month: 3, date: 28 }
  expect(withYearOf(date, days)).toBe('2031-03-28')
  expect(withYearOf(date, ['2031-06-04', '2031-12-18'])).toBeUndefined()
  expect(withYearOf(date, days, (one) => one > '2032-01-01')).toBe('2032-03-28')
  expect(withYearOf(date, days, () => false)).toBeUndefined()
})

describe('the weekday that a report tells first, or any it tells, is that of its date', () => {
  const days = ['2030-06-29', '2031-07-10', '2032-01-29', '2032-02-27']
  // A Friday in 2031, a Saturday in 2032.
  it.each([
    [[], '2032-01-24'],
    [[5], '2031-01-24'],
    [[6, 5], '2032-01-24'],
    [[5, 6], '2032-01-24'],
    [[1], '2032-01-24'],
  ])('where %j are told', (weekdays, day) => {
    expect(withYear('Jan 24', days, weekdays)).toBe(day)
  })
  it('or the day before it, among the other reports', () => {
    // A Saturday in 2031, a Friday in 2030.
    expect(withYear('March 1', ['2031-02-20', '2031-04-30'], [5, 4])).toBe('2031-03-01')
  })
  it('also before all other reports', () => {
    // A Thursday in 2031, a Saturday in 2032.
    expect(withYear('March 6', ['2031-10-09', '2031-10-28'], [4, 2])).toBe('2031-03-06')
    expect(withYear('March 6', ['2031-10-09', '2031-10-28'], [2])).toBe('2032-03-06')
  })
})
