// In: sentences of our own. Out: their times, as TIMEX3 values and days.
import { describe, expect, it, test } from 'vitest'
import { startDraft } from '../draft.ts'
import { findTimes } from './find.ts'
import { resolveTimes } from './resolve.ts'

/** Tuesday. */
const PUBLISHED = '2024-03-12'

function read(text: string, published?: string) {
  const draft = startDraft(text, [{ start: 0, end: text.length, role: 'body', n: 0 }], 'en')
  findTimes(draft)
  const resolved = resolveTimes(draft, published === undefined ? {} : { published })
  return draft.times.map((time, i) => ({
    ...time,
    words: text.slice(time.start, time.end),
    days: resolved[i]!,
  }))
}

const seen = (text: string, published?: string) =>
  read(text, published).map(({ words, days }) => `${words} = ${days.value}`)

describe('a time is found with its extent and value', () => {
  test.each([
    ['The pact was signed on June 4, 2021.', ['June 4, 2021 = 2021-06-04']],
    ['Envoys met on 4 June 2021 in Oslo.', ['4 June 2021 = 2021-06-04']],
    ['The clinics stay open past April 11.', ['April 11 = 2024-04-11']],
    ['They met on Friday, Feb. 2, for talks.', ['Friday, Feb. 2 = 2024-02-02']],
    ['Filed 2023-11-05 and again on 11/06/2023.', ['2023-11-05 = 2023-11-05', '11/06/2023 = 2023-11-06']],
    ['Talks resume in the week of 8 April.', ['the week of 8 April = 2024-W15']],
    [
      'The vote is set for the week of Sunday, April 7, 2024.',
      ['the week of Sunday, April 7, 2024 = 2024-W15'],
    ],
    ['Ballots go out in the week beginning 6 May.', ['the week beginning 6 May = 2024-W19']],
    ['The week that starts on April 15 is free.', ['The week that starts on April 15 = 2024-W16']],
    ['It was the week of the fair.', []],
    ['It is lifted until the first day of 2026.', ['the first day of 2026 = 2026-01-01']],
    ['It ended on the last day of February 2023.', ['the last day of February 2023 = 2023-02-28']],
    ['It was the first day of the fair.', []],
    ['Output grew in the late 1990s.', ['the late 1990s = 199']],
    ['Tea was taxed in the 18th century.', ['the 18th century = 17']],
    ['The minister said Monday that ties improved.', ['Monday = 2024-03-11']],
    ['The two sides will meet Thursday morning.', ['Thursday morning = 2024-03-14TMO']],
    ['Talks will begin at 9:30 a.m. EST on Wednesday.', ['9:30 a.m. EST on Wednesday = 2024-03-13T09:30']],
    [
      'It lapses at 12:01 a.m. eastern daylight time on May 2, 2024.',
      ['12:01 a.m. eastern daylight time on May 2, 2024 = 2024-05-02T00:01'],
    ],
    ['Exports fell last month and the month before.', ['last month = 2024-02', 'the month before = 2024-01']],
    ['They will meet on Good Friday.', []],
    ['The (Good Friday) Agreement was signed on Friday.', ['Friday = 2024-03-08']],
    ['Yesterday the court ruled.', ['Yesterday = 2024-03-11']],
    ['The levy was cut two years ago.', ['two years ago = 2022']],
    ['The truce has held for 90 days.', ['90 days = P90D']],
    ['A 90-day pause and a 90 - day pause.', ['90-day = P90D', '90 - day = P90D']],
    ['It took a year and a half.', ['a year and a half = P1Y6M']],
    ['Prices doubled over the past three years.', ['the past three years = P3Y']],
    ['Sales rose in the third quarter of 2023.', ['the third quarter of 2023 = 2023-Q3']],
    [
      'Sales rose in the fourth quarter, up from a year earlier.',
      ['the fourth quarter = 2023-Q4', 'a year earlier = 2022-Q4'],
    ],
    ['The board meets every month and each July.', ['every month = P1M', 'each July = XXXX-07']],
    [
      'The summer of 2022 was dry, and so was last winter.',
      ['The summer of 2022 = 2022-SU', 'last winter = 2023-WI'],
    ],
    ['A ruling is due early next year.', ['early next year = 2025']],
    ['It was agreed in October last year.', ['October last year = 2023-10']],
    ['Officials now expect a deal soon.', ['now = PRESENT_REF', 'soon = FUTURE_REF']],
    [
      'Shops shut on Christmas Day and on Thanksgiving.',
      ['Christmas Day = 2023-12-25', 'Thanksgiving = 2023-11-23'],
    ],
    [
      'About two weeks were lost, at least 10 days of them to strikes.',
      ['About two weeks = P2W', 'at least 10 days = P10D'],
    ],
  ])('%s', (text, wanted) => expect(seen(text, PUBLISHED)).toEqual(wanted))
})

describe('what is no time is left alone', () => {
  test.each([
    'About 2,000 people and 1500 tonnes were moved.',
    'Section 301 and Resolution 1441 apply.',
    'It may rain, and they march on.',
    'He paid $1995 for it.',
    'A second attempt; the second half of the field.',
    'The rule under 50 U.S.C. 1701 stands.',
  ])('%s', (text) => expect(seen(text, PUBLISHED).filter((time) => !time.includes('half'))).toEqual([]))
})

describe('a day without a year goes to the side its words say', () => {
  test.each([
    ['The offer was extended to April 20.', ['2024-04-20']],
    ['The law passed on Nov. 8.', ['2023-11-08']],
    ['They will sign by Jan. 15.', ['2025-01-15']],
    ['It warned that it would stop the ferries unless the pier was repaired by Feb. 10.', ['2024-02-10']],
    ['Duties have risen since August.', ['2023-08']],
    ['Last Tuesday they met; next Tuesday they will vote.', ['2024-03-05', '2024-03-19']],
    ['A reply is needed by Friday.', ['2024-03-15']],
    ['In May they agreed to meet.', ['2023-05']],
    ['They voted on March 4. The night before, the board had met.', ['2024-03-04', '2024-03-03TNI']],
    ['Due on March 4, it fell through the evening before when he left.', ['2024-03-04', '2024-03-03TEV']],
    ['They agreed to meet in May.', ['2024-05']],
    ['Talks run from March 18 to 20.', ['2024-03-18', '2024-03-20']],
  ])('%s', (text, wanted) => expect(read(text, PUBLISHED).map(({ days }) => days.value)).toEqual(wanted))
})

describe('the words before say what a time is', () => {
  test.each([
    ['It stays in force until May 1.', 'until'],
    ['It stays in force until at least May 1.', 'at least until'],
    ['It stays in force at least until May 1.', 'at least until'],
    ['Talks go on through May 1.', 'through'],
    ['Reply by May 1.', 'by'],
    ['Reply no later than May 1.', 'by'],
    ['In force since May 1.', 'since'],
    ['In force from May 1.', 'from'],
    ['In force as of May 1.', 'from'],
    ['Closed during May 2023.', 'during'],
    ['Within 30 days it lapses.', 'within'],
  ])('%s', (text, relation) => expect(read(text, PUBLISHED)[0]?.relation).toBe(relation))
})

it('reads no time in the kind of a good', () => {
  const text = 'Shops sold winter tyres in winter.'
  const draft = startDraft(text, [{ start: 0, end: text.length, role: 'body', n: 0 }], 'en')
  const tyres = {
    start: 18,
    end: 23,
    first: 3,
    last: 4,
    id: 'good:tyres',
    canonical: 'tyres',
    foundBy: 'pack',
  }
  draft.names = [{ ...tyres, type: 'good' }]
  findTimes(draft)
  expect(draft.times.map(({ start }) => start)).toEqual([27])
})

it('keeps the event that a length of time counts from', () => {
  const text = 'Fees end within 60 days of the signing, officials said.'
  const draft = startDraft(text, [{ start: 0, end: text.length, role: 'body', n: 0 }], 'en')
  findTimes(draft)
  const [time] = draft.times
  expect(time).toMatchObject({ value: 'P60D', relation: 'within', anchor: 'event' })
  expect(draft.tokens.lower.slice(time!.from!.first, time!.from!.last).join(' ')).toBe('the signing')
})

describe('days are half-open', () => {
  test.each([
    ['in November 2023', '2023-11-01', '2023-12-01'],
    ['in the third quarter of 2023', '2023-07-01', '2023-10-01'],
    ['on May 9, 2023', '2023-05-09', '2023-05-10'],
    ['during the past two years', '2022-03-12', '2024-03-13'],
    ['last week', '2024-03-04', '2024-03-11'],
    ['on Friday of last week', '2024-03-08', '2024-03-09'],
    ['on Friday next week', '2024-03-22', '2024-03-23'],
    ['on Friday and Saturday of this past week', '2024-03-08', '2024-03-09'],
  ])('%s', (text, from, to) => expect(read(text, PUBLISHED)[0]?.days).toMatchObject({ from, to }))
})

it('tells a story without a publication day from the dates it names', () => {
  const story =
    'The fort fell on 3 October 1811. Two weeks later the army left. On 20 November it returned. In January it won. The next day it rested.'
  expect(seen(story).slice(0, 4)).toEqual([
    '3 October 1811 = 1811-10-03',
    'Two weeks later = 1811-W42',
    '20 November = 1811-11-20',
    'January = 1812-01',
  ])
})

it('says nothing of relative times without any anchor', () => {
  expect(read('They met last week.')[0]?.days).toEqual({})
})

test.each(['9', ' ', 'a', '-', 'May ', '1,', '12:', 'the last ', 'two hundred ', '"(', '\ud800'])(
  'any bytes are read in linear time: %j',
  (piece) => {
    const text = piece.repeat(20_000)
    const before = process.threadCpuUsage()
    const times = read(text, PUBLISHED)
    const { user, system } = process.threadCpuUsage(before)
    expect((user + system) / 1000).toBeLessThan(5000)
    for (const { start, end } of times) expect(start >= 0 && end <= text.length && start < end).toBe(true)
  },
)
