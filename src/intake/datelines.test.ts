import { describe, expect, it } from 'vitest'
import { datelineOf } from './datelines.ts'

describe('a dateline', () => {
  it.each([
    ['OSLO — The ministers met', { length: 7, place: 'OSLO' }],
    ['OSLO, March 11 (Reuters) - The ministers', { place: 'OSLO', agency: 'Reuters', dated: 'March 11' }],
    ['Oslo (AFP) - The ministers', { place: 'Oslo', agency: 'AFP' }],
    ['(Reuters) - Shares fell', { agency: 'Reuters' }],
    ['Oslo (CNN) The ministers met', { length: 11, place: 'Oslo', agency: 'CNN' }],
    ['Oslo (CNN)The ministers met', { length: 10, place: 'Oslo' }],
    ['GENEVA, May 12, 2025 — The', { place: 'GENEVA', dated: 'May 12, 2025' }],
    ['MEXICO CITY/OTTAWA (Reuters) - A', { place: 'MEXICO CITY/OTTAWA', agency: 'Reuters' }],
    ['Beijing, Sept. 14 (Xinhua) -- The', { place: 'Beijing', agency: 'Xinhua', dated: 'Sept. 14' }],
    ['Lima, 6 March 2031 – The', { place: 'Lima', dated: '6 March 2031' }],
    ['Bern, 07.08.2031 — The', { place: 'Bern', dated: '07.08.2031' }],
    ['BERGEN, Norway – The', { place: 'BERGEN, Norway' }],
  ])('begins "%s"', (text, expected) => {
    expect(datelineOf(text)).toMatchObject(expected)
  })

  it.each([
    'The accord — which nobody saw — ended',
    'MINISTER HOLM: I did not say that.',
    'WATCH: The ministers arrive',
    'WHY IT MATTERS — The fleet',
    'FILE - The ministers in May',
    'Norway - The country that',
    'Norway, May 5 – The country that',
    'The Havens Union (HU) Board met',
    'Oslo (AFP) reporters met',
    'EU-Norway talks go on',
    'A - B',
  ])('is not in "%s"', (text) => {
    expect(datelineOf(text)).toBeUndefined()
  })
})
