import { describe, expect, it } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'
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
    ['The inquiry was opened by the council on Friday, 11 September.', 'Friday, 11 September'],
    ['The dockers were back at their posts on Monday, April 20.', 'Monday, April 20'],
    ['The survey, whose findings were published on May 26, shows a fall.', 'May 26'],
    ['A way out seemed to open at the meeting of 8 April in Lima.', '8 April'],
    ['Chile stopped sending grain on 12 June in protest.', '12 June'],
  ])('%s', (sentence, date) => {
    expect(told(sentence)).toEqual([[date, undefined]])
  })

  it.each([
    'The ban was due to run until 30 June.',
    'The payment was due on 30 June.',
    'The envoys were to sign the treaty on 3 June.',
    'The treaty was to have been signed on 3 June.',
    'A new date of 14 January has been agreed.',
    'The board remained on course for a vote on 12 June.',
    'The survey had been expected on 8 April.',
    'The envoys did not sign the treaty on 3 June.',
    'When nothing came they made it 15 December.',
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

  it.each([
    'The envoys will sign the treaty on 3 June.',
    'The truce runs out on 3 June.',
    'The ministers are to meet on 3 June in Quito.',
    'The board plans to vote on 3 June.',
  ])('ahead: %s', (sentence) => {
    expect(toldDates(readSentence(sentence, engine)).map(({ ahead }) => ahead)).toEqual([true])
  })

  it('the 21st, and two days later, are told by the date before', () => {
    const doc = readSentence(
      'The judge spoke on May 13. Two days later Peru left. The ruling came on the 21st.',
      engine,
    )
    expect(toldDates(doc).map(({ day }) => day.previous?.relative?.date)).toEqual([undefined, 13, 13])
  })

  it('nothing is done yet that falls due some days after a date', () => {
    expect(told('The fee falls due five days after the vote of 8 May.')).toEqual([])
  })

  it.each([
    ['Today, 7 August, the duty is in force.', { count: 0, unit: 'day' }],
    ['The truce was renewed a month ago, on 18 March.', { count: -1, unit: 'month' }],
    ['The talks broke off yesterday (6 August).', { count: -1, unit: 'day' }],
    ['The cut-off of 9 May, now two weeks off, will slide.', { count: 2, unit: 'week' }],
  ])('counted from the day of the report: %s', (sentence, ago) => {
    expect(told(sentence).map(([, counted]) => counted)).toEqual([ago])
  })
})
