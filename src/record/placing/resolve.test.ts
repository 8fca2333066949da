// In: weekdays of reports whose day is known. Out: the days they mean; none where six days back may as well be tomorrow.
import { expect, test } from 'vitest'
import type { Claim, ClaimDay } from '../../model/index.ts'
import { resolveClaim, resolveDay } from './resolve.ts'

const thursday = { earliest: '2031-05-15', latest: '2031-05-15' }
const weekday = (day: number, more: object = {}): ClaimDay => ({
  role: 'on',
  start: 0,
  end: 6,
  type: 'DATE',
  relative: { kind: 'weekday', day, direction: -1, ...more },
})
const first = (day: ClaimDay) => resolveDay(day, thursday)?.days.earliest

test('a weekday told in the past is the last one before its report, or its own', () => {
  expect(first(weekday(4))).toBe('2031-05-15')
  expect(first(weekday(3))).toBe('2031-05-14')
  expect(first(weekday(6))).toBe('2031-05-10')
})

test('the weekday after that of its report is the next morning, or not known', () => {
  expect(first(weekday(5, { part: 'TMO' }))).toBe('2031-05-16')
  expect(first(weekday(5))).toBeUndefined()
  expect(first(weekday(5, { said: true }))).toBe('2031-05-09')
})

test('what lasts until the end of a year lasts until its last day', () => {
  const year = { type: 'DATE', value: '2031', mod: 'END' } as const
  const until = { ...weekday(1), ...year, role: 'to' as const, relative: undefined } as ClaimDay
  expect(resolveDay(until, thursday)?.days).toEqual({ earliest: '2031-12-31', latest: '2031-12-31' })
})

test('a date without its month lies before the report where it is over, after it where it is to come', () => {
  const date = (relative: object, more: object = {}): ClaimDay => ({
    ...weekday(1),
    relative: { kind: 'date', ...relative },
    anchor: 'previous',
    ...more,
  })
  expect(first(date({ date: 24, direction: -1 }))).toBe('2031-04-24')
  expect(first(date({ date: 3, direction: -1 }))).toBe('2031-05-03')
  expect(first(date({ date: 3, direction: 1 }))).toBe('2031-06-03')
  const july = { type: 'DATE', value: '2031-07-20' } as const
  expect(first(date({ date: 24, direction: 1 }, { previous: july }))).toBe('2031-07-24')
  expect(first(date({ date: 24, direction: -1 }, { previous: july }))).toBe('2031-04-24')
})

test('what is due by the middle of a month is due about then', () => {
  const june: ClaimDay = {
    role: 'due',
    start: 0,
    end: 8,
    type: 'DATE',
    mod: 'MID',
    relative: { kind: 'month', month: 6, direction: 1 },
    anchor: 'published',
  }
  expect(resolveDay(june, thursday)?.days).toEqual({ earliest: '2031-06-10', latest: '2031-06-20' })
})

test('a month of a figure told as held is the one behind it', () => {
  const april: ClaimDay = {
    role: 'asOf',
    start: 0,
    end: 5,
    type: 'DATE',
    relative: { kind: 'month', month: 4, direction: 1 },
    anchor: 'published',
  }
  const asOf = (modality: string) =>
    resolveClaim({ days: [april], evidence: { modality } } as unknown as Claim, thursday).days[0]?.days
      .earliest
  expect(asOf('held')).toBe('2031-04-01')
  expect(asOf('planned')).toBe('2032-04-01')
})

test('a deed is not done after its report: the weekday just gone by, or none', () => {
  const deed = (...days: ClaimDay[]): (string | undefined)[] => {
    const evidence = { modality: 'held', polarity: 'affirmed' }
    const claim = { id: 'c', kind: 'act', body: { type: 'vote' }, days, evidence } as unknown as Claim
    return resolveClaim(claim, thursday).days.map(({ days: { earliest } }) => earliest)
  }
  // "Voted to close the port on Wednesday", "chose on Tuesday to open the debate on Saturday".
  expect(deed(weekday(3, { direction: 1 }))).toEqual(['2031-05-14'])
  expect(deed(weekday(6, { direction: 1 }))).toEqual([])
  expect(deed(weekday(2), weekday(6, { direction: 1 }))).toEqual(['2031-05-13'])
})

test('a date far ahead that is due is not the one long gone by', () => {
  const due: ClaimDay = {
    role: 'due',
    start: 0,
    end: 8,
    type: 'DATE',
    relative: { kind: 'month', month: 12, date: 30, direction: 0 },
    anchor: 'published',
  }
  expect(resolveDay(due, thursday)?.days.earliest).toBe('2031-12-30')
  expect(resolveDay({ ...due, role: 'on' }, thursday)?.days.earliest).toBe('2030-12-30')
})

test('a deed is not done after its report: a weekday is the last one, a date that of something else', () => {
  const deed = (day: ClaimDay): Claim =>
    ({
      kind: 'act',
      body: {},
      days: [day],
      evidence: { modality: 'held', foundBy: 'act/verb@1', quote: 'The board voted to meet.' },
    }) as unknown as Claim
  const on = (day: ClaimDay) => resolveClaim(deed(day), thursday).days.map(({ days }) => days.earliest)
  expect(on(weekday(3, { direction: 1 }))).toEqual(['2031-05-14'])
  expect(on(weekday(3, { direction: 1, said: true }))).toEqual([])
  const date = { kind: 'month', month: 5, date: 20, direction: 0 } as const
  expect(on({ ...weekday(1), relative: date } as ClaimDay)).toEqual([])
})
