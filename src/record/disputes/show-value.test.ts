import { expect, it } from 'vitest'
import type { Value } from '../../model/index.ts'
import { showValue } from './show-value.ts'

it.each<[value: Value, shown: string]>([
  [{ value: 45, unit: '%', bound: '≈' }, 'about 45 %'],
  [{ value: 40, high: 45, unit: '%', bound: '=' }, '40–45 %'],
  [{ value: 2400, unit: 'soldier', bound: '>' }, 'more than 2400 soldier'],
  [{ value: 144000, unit: 'people', bound: '≥' }, 'at least 144,000 people'],
  [{ value: 352_500_000_000, unit: 'USD', bound: '=' }, '$352.5bn'],
  [{ value: 1_200_000_000_000, unit: 'NOK', bound: '≤' }, 'up to 1.2tn NOK'],
  [{ value: 16, unit: 'USD per hour', bound: '=' }, '$16 per hour'],
])('%j is shown as %s', (value, shown) => {
  expect(showValue(value)).toBe(shown)
})
