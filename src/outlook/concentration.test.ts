// In: shares. Out: proof that the bounds hold what may be.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { concentrationOf } from './concentration.ts'

describe('concentration', () => {
  it.each([
    [0.7, 0.49, 0.58],
    [0.9, 0.81, 0.82],
    [0.61, 0.37, 0.52],
    [0.92, 0.85, 0.85],
    [1, 1, 1],
    [0, 0, 1],
  ])('a share of %d lies between %d and %d', (share, lower, upper) => {
    const found = concentrationOf([{ share, bound: '=' }], { ofImports: false })!
    expect([found.lower.toFixed(2), found.upper.toFixed(2)]).toEqual([lower.toFixed(2), upper.toFixed(2)])
    expect(found.importTest).toBeUndefined()
  })

  it.each([
    ['hedged', [{ share: 0.7, bound: '≈' as const }], { approximate: true, importTest: 'above' }],
    ['undecided', [{ share: 0.6, bound: '=' as const }], { approximate: false, importTest: 'undecided' }],
    [
      'many small ones',
      [0.3, 0.3, 0.2, 0.2].map((share) => ({ share, bound: '=' as const })),
      { lower: 0.26, importTest: 'below' },
    ],
    ['at least', [{ share: 0.5, bound: '≥' as const }], { lower: 0.25, upper: 1 }],
    ['at most', [{ share: 0.5, bound: '≤' as const }], { lower: 0, upper: 1 }],
  ])('%s', (_, shares, found) => {
    const got = concentrationOf(shares, { ofImports: true })!
    for (const [key, value] of Object.entries(found)) {
      const here = got[key as keyof typeof got]
      if (typeof value === 'number') expect(here).toBeCloseTo(value, 10)
      else expect(here).toBe(value)
    }
  })

  it.each([
    ['none', []],
    ['above one', [{ share: 1.2, bound: '=' as const }]],
    ['above one in sum', [0.7, 0.6].map((share) => ({ share, bound: '=' as const }))],
    ['no number', [{ share: Number.NaN, bound: '=' as const }]],
  ])('no bounds: %s', (_, shares) => expect(concentrationOf(shares, { ofImports: true })).toBeUndefined())

  it('holds the index of every market that fits the shares', () => {
    const market = fc
      .array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 2, maxLength: 8 })
      .map((parts) => {
        const sum = parts.reduce((a, b) => a + b, 0)
        return parts.map((part) => part / sum)
      })
    fc.assert(
      fc.property(market, fc.nat(), fc.double({ min: 0, max: 0.2, noNaN: true }), (parts, n, slack) => {
        const named = parts.slice(0, 1 + (n % parts.length))
        const shares = named.map((share) => ({
          share: Math.max(0, share - slack),
          high: Math.min(1, share + slack),
          bound: '=' as const,
        }))
        const found = concentrationOf(shares, { ofImports: false })!
        const index = parts.reduce((sum, part) => sum + part * part, 0)
        expect(found.lower).toBeLessThanOrEqual(index + 1e-9)
        expect(found.upper).toBeGreaterThanOrEqual(index - 1e-9)
      }),
    )
  })
})
