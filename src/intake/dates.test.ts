import { describe, expect, it } from 'vitest'
import { dayInAddress, dayInFileName, dayOfField, writtenDates } from './dates.ts'

const days = (range: { earliest?: string; latest?: string } | undefined) =>
  range && (range.earliest === range.latest ? range.earliest : `${range.earliest}..${range.latest}`)

describe('a date written in a line', () => {
  it.each([
    ['14 September 2025', '2025-09-14'],
    ['Sunday, September 14th, 2025', '2025-09-14'],
    ['Sep. 4, 2025 at 09:12', '2025-09-04'],
    ['2025-09-14T23:30:00-04:00', '2025-09-14'],
    ['2025/9/4', '2025-09-04'],
    ['13.04.2025', '2025-04-13'],
    ['03/04/2025', '2025-03-04..2025-04-03'],
    ['03.04.2025', '2025-04-03'],
    ['September 2025', '2025-09-01..2025-09-30'],
    ['the 1st of May 2024', '2024-05-01'],
    ['14-Sep-2025', '2025-09-14'],
    ['29 February 2023', '2023-02-01..2023-02-28'],
  ])('%s means %s', (text, expected) => {
    expect(days(writtenDates(text)[0])).toBe(expected)
  })

  it('has no ends without a year', () => {
    expect(writtenDates('Sept 14 (Agency)')).toEqual([{ start: 0, end: 7 }])
  })

  it.each(['31/31/2025', 'maybe 12', 'version 1.2', '0886274c8a711802', '20250914123', 'may 2 of them'])(
    'there is none with a day in "%s"',
    (text) => {
      expect(writtenDates(text).every((date) => date.earliest === undefined)).toBe(true)
    },
  )
})

describe('a date field', () => {
  it.each<[string | number, string | undefined]>([
    ['2025-09-14', '2025-09-14'],
    ['20250914T101500Z', '2025-09-14'],
    ['Sun, 14 Sep 2025 10:00:00 GMT', '2025-09-14'],
    [1757808000, '2025-09-14'],
    [1757808000000, '2025-09-14'],
    ['1757808000', '2025-09-14'],
    ['6/15/17', '2017-06-15'],
    ['yesterday', undefined],
    ['2025-02-30', undefined],
    [-5, undefined],
  ])('%s states %s', (value, expected) => {
    expect(days(dayOfField(value))).toBe(expected)
  })
})

describe('a date in an address or a file name', () => {
  it.each([
    ['https://a.example/world/2025/09/14/talks', '2025-09-14'],
    ['https://a.example/news/2013/may/24/talks/', '2013-05-24'],
    ['https://a.example/20250914/talks', '2025-09-14'],
    ['https://a.example/talks-2025-09-14.html', '2025-09-14'],
    ['https://a.example/2025/07/talks', '2025-07-01..2025-07-31'],
    ['https://a.example/story/96918094/', undefined],
    ['https://2025-09-14.example/', undefined],
  ])('%s gives %s', (address, expected) => {
    expect(days(dayInAddress(address))).toBe(expected)
  })

  it.each([
    ['reports/2025-09-14-talks.txt', '2025-09-14'],
    ['talks_20250914.html', '2025-09-14'],
    ['2025-09-14/talks.txt', undefined],
    ['000_0886274c8a711802.txt', undefined],
  ])('%s gives %s', (path, expected) => {
    expect(days(dayInFileName(path))).toBe(expected)
  })
})
