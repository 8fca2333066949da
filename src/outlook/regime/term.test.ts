// In: terms as told. Out: proof that a wrong sum is flagged.
import { describe, expect, it } from 'vitest'
import { checkTerm } from './term.ts'

describe('a term', () => {
  it.each([
    ['2025-05-14', 90, '2025-08-12', 0],
    ['2025-08-12', 90, '2025-11-10', 0],
    ['2025-01-20', 75, '2025-04-05', 0],
    ['2025-04-05', 75, '2025-06-19', 0],
    ['2025-06-19', 90, '2025-09-17', 0],
    ['2025-05-14', 90, '2025-08-14', 2],
    ['2024-02-28', 2, '2024-02-29', -1],
  ])('%s + %d days, until %s: off by %d', (from, days, until, off) => {
    expect(checkTerm(from, days, until)).toMatchObject({ off, agrees: off === 0 })
  })
  it.each([
    ['2025-02-30', 90, '2025-05-31'],
    ['2025-02-01', 1.5, '2025-05-31'],
  ])('%s + %d: no check', (from, days, until) => expect(checkTerm(from, days, until)).toBeUndefined())
})
