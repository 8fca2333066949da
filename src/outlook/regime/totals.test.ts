// In: totals and layers. Out: proof that arithmetic decides and closeness does not.
import { describe, expect, it } from 'vitest'
import { on } from '../../../test/fixtures/duties-2025.ts'
import { accountFor, type NamedRate, type Total } from './totals.ts'

const basis = { entries: ['e'], origins: 1 }
const total = (bps: number, more: Partial<Total> = {}): Total => ({
  id: `t${bps}`,
  by: 'US',
  on: 'CN',
  bps,
  bound: '=',
  asOf: on('2025-09-14'),
  status: 'in force',
  basis,
  ...more,
})
const layer = (name: string, bps: number): NamedRate => ({ layer: name, bps, basis })
const orders = [layer('reciprocal', 1000), layer('fentanyl', 2000)]
const older = layer('section 301', 2500)

describe('a total against the layers', () => {
  it.each<[string, number, readonly NamedRate[], object]>([
    ['stands alone where no layer is known', 3000, [], { kind: 'own layer' }],
    ['is the sum of all', 3000, orders, { kind: 'sum', layers: ['reciprocal', 'fentanyl'] }],
    ['is the sum of some', 3000, [...orders, older], { kind: 'sum', layers: ['reciprocal', 'fentanyl'] }],
    [
      'is not explained by what is near',
      5400,
      [...orders, older],
      { kind: 'unexplained', sumBps: 5500, differenceBps: -100 },
    ],
    ['has a rest when a summand was not read', 5500, orders, { kind: 'unexplained', differenceBps: 2500 }],
  ])('%s', (_, bps, layers, account) => expect(accountFor(total(bps), layers)).toMatchObject(account))
})
