// In: the scorers and, where present, the measuring data. Out: each scorer gives the gold 1, nothing 0, a shuffle less.
import { describe, expect, test } from 'vitest'
import { hasData } from './data.ts'
import { scorers } from './scorers/index.ts'

describe('every scorer', () => {
  test('has a name and rows of its own', () => {
    const names = scorers.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const { rows } of scorers) expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length)
  })
  for (const scorer of scorers) {
    const bounded = scorer.rows.filter((row) => row.bounded !== false)
    test.skipIf(!hasData(scorer.data))(
      `${scorer.name}: gold against itself 1, nothing 0, shuffled below`,
      () => {
        const { perfect, nothing, shuffled } = scorer.selfTest('work')
        for (const { name } of bounded) {
          expect(perfect[name]?.value, `${name}, gold`).toBeCloseTo(1, 10)
          expect(nothing[name]?.value, `${name}, nothing`).toBe(0)
          expect(perfect[name]?.n, `${name}, cases`).toBeGreaterThan(0)
          if (!scorer.alike) expect(shuffled[name]?.value, `${name}, shuffled`).toBeLessThan(1)
        }
      },
    )
  }
})
