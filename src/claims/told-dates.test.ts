import { describe, expect, it } from 'vitest'
import { loadEngine } from '../reading/engine.ts'
import { readSentence } from '../reading/read-sentence.ts'
import { toldDates } from './told-dates.ts'

const engine = loadEngine()
const told = (sentence: string) => {
  const doc = readSentence(sentence, engine)
  return toldDates(doc).map(({ day, ago }) => [doc.text.slice(day.start, day.end), ago])
}

describe('dates told as past', () => {
  it.each([
    ['The minister told reporters on 10 May that the quota was too small.', '10 May'],
    ['On Monday, 17 April, the ministry closed the port.', 'Monday, 17 April'],
    ['The envoys signed the water treaty on June 3, 2031.', 'June 3, 2031'],
  ])('%s', (sentence, date) => {
    expect(told(sentence)).toEqual([[date, undefined]])
  })

  it.each([
    'The ban was due to run until 30 June.',
    'The payment was due on 30 June.',
    'The ban applies from 24 April.',
    'The envoys will sign the treaty on 3 June.',
    'The envoys did not sign the treaty on 3 June.',
    'The envoys may have met on 3 June.',
  ])('not: %s', (sentence) => {
    expect(told(sentence)).toEqual([])
  })

  it.each([
    ['The ruling, published on Friday, five days after the missed cut-off of 8 May, ended the case.', 5],
    ['Two weeks after the 8 May vote, Norway reopened the port.', 14],
  ])('so many days behind a date: %s', (sentence, days) => {
    expect(toldDates(readSentence(sentence, engine)).map(({ day }) => day.plusDays)).toEqual([days])
  })

  it('nothing is done yet that falls due some days after a date', () => {
    expect(told('The fee falls due five days after the vote of 8 May.')).toEqual([])
  })

  it.each([
    ['Today, 7 August, the duty is in force.', { count: 0, unit: 'day' }],
    ['The truce was renewed a month ago, on 18 March.', { count: -1, unit: 'month' }],
    ['The talks broke off yesterday (6 August).', { count: -1, unit: 'day' }],
  ])('counted from the day of the report: %s', (sentence, ago) => {
    expect(told(sentence).map(([, counted]) => counted)).toEqual([ago])
  })
})
