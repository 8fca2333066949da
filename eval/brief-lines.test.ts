import { expect, test } from 'vitest'
import { type BriefLine, repeatsIn } from './brief-lines.ts'

const line = (text: string, section = 'next', under?: BriefLine): BriefLine => ({
  section,
  text,
  reports: ['r'],
  ...(under ? { under } : {}),
})
const again = (...lines: BriefLine[]): string[] => repeatsIn(lines).map(({ text }) => text)

test.each([
  [
    'Fri 2 May 2031: **Norway** must open its harbours to trawlers',
    'Fri 2 May 2031: Norway: harbours open to foreign trawlers',
  ],
  ['2 May 2031: Fishing ban on Norwegian trawlers', '2 May 2031: fishing ban at 30 %'],
])('one day, one thing: %s / %s', (first, second) => {
  expect(again(line(first), line(second))).toEqual([second])
})

test.each([
  ['another day', '2 May 2031: Norway must open its harbours', '3 May 2031: Norway must open its harbours'],
  ['another number', 'fishing ban of 30 % on cod from Peru', 'fishing ban of 40 % on cod from Peru'],
  ['few words', 'Norway: agreed', 'Norway: agreed'],
  [
    'one name in common',
    'Kari Nordmann (Norway): the catch is small this year',
    'Kari Nordmann (Norway): ships may leave at dawn again',
  ],
])('not where they have %s', (_, first, second) => {
  expect(again(line(first, 'positions'), line(second, 'positions'))).toEqual([])
})

test('neither a part of a line nor another section says it again', () => {
  const whole = line('fishing ban on cod from Peru', 'in-force')
  expect(again(whole, line('fishing ban on cod from Peru', 'in-force', whole))).toEqual([])
  expect(again(whole, line('fishing ban on cod from Peru', 'figures'))).toEqual([])
})
