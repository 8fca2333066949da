import { expect, test } from 'vitest'
import { type Believed, binsOf, calibrationError } from './scorers/belief.ts'

const many = (belief: number, right: number, wrong: number): Believed[] => [
  ...Array.from({ length: right }, () => ({ belief, right: true })),
  ...Array.from({ length: wrong }, () => ({ belief, right: false })),
]

test('what is right as often as believed has no error', () => {
  expect(calibrationError([...many(0.75, 3, 1), ...many(0.5, 2, 2), ...many(1, 4, 0)])).toEqual({
    value: 0,
    n: 12,
  })
})

test('gaps of bins weigh by their cases', () => {
  expect(calibrationError([...many(0.9, 0, 1), ...many(0.2, 0, 3)]).value).toBeCloseTo((0.9 + 3 * 0.2) / 4)
  expect(calibrationError([]).n).toBe(0)
})

test('bins are counted, the last closed', () => {
  expect(binsOf([...many(0.05, 1, 0), ...many(0.95, 1, 1), ...many(1, 1, 0)])).toEqual([
    { from: 0, n: 1, belief: 0.05, right: 1 },
    { from: 0.9, n: 3, belief: (0.95 + 0.95 + 1) / 3, right: 2 / 3 },
  ])
})
