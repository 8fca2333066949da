import { describe, expect, it } from 'vitest'
import { copies } from './origins.ts'

type Given = Parameters<typeof copies>[0]

const from = (first: number, count: number) => Array.from({ length: count }, (_, i) => first + i)
const report = (outside: number[], inside: number[] = [], agency?: string): Given => ({
  fingerprint: { outside, inside },
  credits: agency ? [{ start: 0, end: 1, outlet: agency, relation: 'contributed', whole: true }] : [],
})

describe('one report copies another', () => {
  it.each<[name: string, a: Given, b: Given, one: boolean]>([
    ['half of the shorter one is shared', report(from(0, 100)), report(from(50, 300)), true],
    ['a twentieth is shared', report(from(0, 300)), report(from(285, 400)), false],
    ['a seventh is shared', report(from(0, 200)), report(from(172, 300)), true],
    ['few shingles prove nothing', report(from(0, 20)), report(from(10, 20)), false],
    [
      'what one prints in quotation marks counts in neither',
      report(from(0, 100)),
      report(from(150, 300), from(0, 60)),
      false,
    ],
    [
      'the writers’ words beside shared quotations still count',
      report(from(0, 100)),
      report(from(60, 300), from(0, 60)),
      true,
    ],
    [
      'a fourteenth is shared and both credit one agency',
      report(from(0, 200), [], 'outlet:one'),
      report(from(186, 300), [], 'outlet:one'),
      true,
    ],
    [
      'a fourteenth is shared and they credit two agencies',
      report(from(0, 200), [], 'outlet:one'),
      report(from(186, 300), [], 'outlet:two'),
      false,
    ],
    [
      'one agency and nothing shared',
      report(from(0, 200), [], 'outlet:one'),
      report(from(500, 200), [], 'outlet:one'),
      false,
    ],
  ])('%s', (_, a, b, one) => {
    expect(copies(a, b)).toBe(one)
    expect(copies(b, a)).toBe(one)
  })
})
