// In: values. Out: that unit and bound are never lost.
import { expect, test } from 'vitest'
import type { Value } from '../../model/index.ts'
import { countWords, ordinalWords, valueWords } from './value-words.ts'

test.each<[Value, string]>([
  [{ value: 25, unit: '%', bound: '=' }, '25 %'],
  [{ value: 55, unit: '%', bound: '≤' }, 'up to 55 %'],
  [{ value: 61.5, unit: '%', bound: '≈' }, 'about 61.5 %'],
  [{ value: 10, high: 15, unit: '%', bound: '=' }, '10–15 %'],
  [{ value: 2_500_000_000, unit: 'USD', bound: '>' }, 'more than USD 2.5 billion'],
  [{ value: 150_000_000, unit: 'user', bound: '=' }, '150 million users'],
  [{ value: 1, unit: 'day', bound: '=' }, '1 day'],
  [{ value: 7, unit: 'country', bound: '≥' }, 'at least 7 countries'],
  [{ value: 12_000, unit: 'tonne', bound: '<' }, 'less than 12,000 tonnes'],
  [{ value: 15, unit: 'USD per container', bound: '=' }, 'USD 15 per container'],
  [{ value: 40, unit: 'school child', bound: '=' }, '40 school children'],
  [{ value: 3, unit: 'fisherman', bound: '=' }, '3 fishermen'],
  [{ value: 3, unit: 'German', bound: '=' }, '3 Germans'],
  [{ value: 12, unit: 'life', bound: '=' }, '12 lives'],
  [{ value: 6, unit: 'crash', bound: '=' }, '6 crashes'],
  [{ value: 2, unit: 'patrol aircraft', bound: '=' }, '2 patrol aircraft'],
  [{ value: 24, unit: 'year of age', bound: '=' }, '24 years of age'],
  [{ value: 2029, unit: '', bound: '=' }, '2029'],
])('%j reads "%s"', (value, words) => {
  expect(valueWords(value)).toBe(words)
})

test('ordinals and counts', () => {
  expect([1, 2, 3, 4, 11, 12, 13, 21, 102, 113].map(ordinalWords)).toEqual(
    '1st 2nd 3rd 4th 11th 12th 13th 21st 102nd 113th'.split(' '),
  )
  expect([countWords(1, 'report'), countWords(2, 'report')]).toEqual(['1 report', '2 reports'])
})
