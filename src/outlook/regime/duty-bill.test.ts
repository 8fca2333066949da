// In: goods, acts, policies. Out: proof that duties stack as the policies say, to the cent.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { act, ORDERS, on, percent } from '../../../test/fixtures/duties-2025.ts'
import { dutyBill } from './duty-bill.ts'
import { type ImportLine, type LayerPolicy, mulDiv } from './policy.ts'
import { extendBy } from './scenario.ts'
import type { Step } from './step.ts'
import { lapse } from './step.ts'

const line = (more: Partial<ImportLine> = {}): ImportLine => ({
  id: '1',
  code: '8471.30',
  origin: 'CN',
  valueMinor: 10_000_000,
  currency: 'USD',
  entryOn: '2025-09-14',
  other: [
    { layer: 'mfn', bps: 250 },
    { layer: 'section 301', bps: 2500 },
  ],
  ...more,
})
const policies: readonly LayerPolicy[] = [
  { layer: 'reciprocal', stacking: 'contentSplit', origins: ['CN'] },
  { layer: 'fentanyl', stacking: 'additive', origins: ['CN'] },
]
const extended = extendBy({ id: 'pause', issuer: 'US', measure: 'reciprocal' }, on('2025-11-10'), 90, {
  known: '2025-09-14',
  by: 'test',
})

describe('a bill for goods worth 100,000.00', () => {
  it.each([
    ['2025-09-14', lapse, 5_750_000],
    ['2025-11-10', lapse, 8_150_000],
    ['2025-11-10', extended, 5_750_000],
  ])('entered on %s', (entryOn, scenario, minor) => {
    const [bill] = dutyBill([line({ entryOn })], ORDERS, policies, { known: '2025-09-14', scenario })
    expect(bill).toMatchObject({ totalMinor: minor, totalBps: minor / 1000, undecided: [], unread: [] })
    expect(bill!.parts.reduce((sum, part) => sum + part.minor, 0)).toBe(minor)
  })

  it('names each part with its act', () => {
    const [bill] = dutyBill([line()], ORDERS, policies, { known: '2025-09-14' })
    expect(bill!.parts).toEqual([
      { layer: 'reciprocal', bps: 1000, minor: 1_000_000, by: 'pause' },
      { layer: 'fentanyl', bps: 2000, minor: 2_000_000, by: 'opioids doubled' },
      { layer: 'mfn', bps: 250, minor: 250_000 },
      { layer: 'section 301', bps: 2500, minor: 2_500_000 },
    ])
  })
})

describe('the stacking of April 2025', () => {
  const rate = (layer: string, value: number): Step =>
    act(layer, '2025-04-01', { op: 'set', layer, value: percent(value), from: on('2025-04-05') })
  const steps = [
    rate('steel', 50),
    rate('baseline', 10),
    rate('country CN', 34),
    rate('country EU', 20),
    rate('fentanyl CN', 20),
    rate('fentanyl CA', 25),
    rate('section 301', 25),
    rate('mfn cars', 2.5),
    rate('mfn beef', 4),
  ]
  const rules: readonly LayerPolicy[] = [
    { layer: 'steel', stacking: 'primary', codes: ['72'] },
    { layer: 'mfn cars', stacking: 'additive', codes: ['8703'] },
    { layer: 'mfn beef', stacking: 'additive', codes: ['0201'] },
    { layer: 'baseline', stacking: 'contentSplit' },
    { layer: 'country CN', stacking: 'contentSplit', origins: ['CN'] },
    { layer: 'country EU', stacking: 'contentSplit', origins: ['DE'] },
    { layer: 'fentanyl CN', stacking: 'contentSplit', origins: ['CN'], additiveFor: ['CN'] },
    { layer: 'fentanyl CA', stacking: 'contentSplit', origins: ['CA'] },
    { layer: 'section 301', stacking: 'additive', origins: ['CN'] },
  ]
  it.each([
    ['7208.10', 'CN', 9500],
    ['7208.10', 'DE', 5000],
    ['8703.23', 'CN', 9150],
    ['8703.23', 'DE', 3250],
    ['8703.23', 'CA', 3750],
    ['0201.30', 'CN', 9300],
    ['0201.30', 'DE', 3400],
    ['0201.30', 'CA', 3900],
  ])('%s from %s', (code, origin, bps) => {
    const goods = line({ code, origin, entryOn: '2025-04-20', metalShareBps: 10_000, other: [] })
    expect(dutyBill([goods], steps, rules, { known: '2025-04-20' })[0]?.totalBps).toBe(bps)
  })
  it('splits by the share of metal', () => {
    const goods = line({ code: '7208', origin: 'DE', entryOn: '2025-04-20', metalShareBps: 2500, other: [] })
    expect(dutyBill([goods], steps, rules, { known: '2025-04-20' })[0]?.totalBps).toBe(5000 + 750 + 1500)
  })
  it('a floor tops up what lies under it', () => {
    const floor: LayerPolicy[] = [
      { layer: 'mfn cars', stacking: 'additive' },
      { layer: 'all in', stacking: 'floor', of: ['mfn cars'] },
    ]
    const goods = line({ entryOn: '2025-04-20', other: [] })
    const bill = (value: number) =>
      dutyBill([goods], [rate('mfn cars', 2.5), rate('all in', value)], floor, { known: '2025-04-20' })[0]
    expect(bill(15)?.totalBps).toBe(1500)
    expect(bill(2)?.totalBps).toBe(250)
  })
})

describe('what is not sure is said', () => {
  it('a layer of which nothing was read', () => {
    const more = [...policies, { layer: 'section 232', stacking: 'primary' as const }]
    expect(dutyBill([line()], ORDERS, more, { known: '2025-09-14' })[0]?.unread).toEqual(['section 232'])
  })
  it('a term that ended unreported', () => {
    const [bill] = dutyBill([line({ entryOn: '2025-11-12' })], ORDERS, policies, { known: '2025-11-12' })
    expect(bill!.undecided).toMatchObject([{ layer: 'reciprocal', certainty: 'outcome unreported' }])
  })
  it('a licence touches the line and costs nothing', () => {
    const steps = [
      act('l', '2025-04-04', {
        op: 'set',
        layer: 'licence',
        value: { kind: 'licence', what: 'ore' },
        from: on('2025-04-04'),
      }),
    ]
    const [bill] = dutyBill([line({ other: [] })], steps, [{ layer: 'licence', stacking: 'additive' }], {
      known: '2025-09-14',
    })
    expect(bill).toMatchObject({ totalMinor: 0, parts: [], touches: [{ layer: 'licence', by: 'l' }] })
  })
  it('a specific duty counts units, and is open without their number', () => {
    const value = { kind: 'specific', minorPerUnit: 25, unit: 'kg', currency: 'USD' } as const
    const steps = [act('s', '2025-04-04', { op: 'set', layer: 'weight', value, from: on('2025-04-04') })]
    const bill = (more: Partial<ImportLine>) =>
      dutyBill([line({ other: [], ...more })], steps, [{ layer: 'weight', stacking: 'additive' }], {
        known: '2025-09-14',
      })[0]
    expect(bill({ quantities: { kg: 300 } })?.totalMinor).toBe(7500)
    expect(bill({})?.undecided).toHaveLength(1)
  })
  it.each<[string, Partial<ImportLine>]>([
    ['a value that is no whole number', { valueMinor: 0.5 }],
    ['a value below zero', { valueMinor: -1 }],
    ['a day that does not exist', { entryOn: '2025-02-30' }],
    ['a share above all', { metalShareBps: 10_001 }],
    [
      'an amount too large to count',
      { valueMinor: Number.MAX_SAFE_INTEGER, other: [{ layer: 'x', bps: 20_000 }] },
    ],
  ])('%s troubles its line only', (_, more) => {
    const bills = dutyBill([line(more), line({ id: '2' })], ORDERS, policies, { known: '2025-09-14' })
    expect(bills[0]?.trouble).toBeTruthy()
    expect(bills[0]?.totalMinor).toBe(0)
    expect(bills[1]?.totalMinor).toBe(5_750_000)
  })
})

it('money is rounded half up', () => {
  expect([mulDiv(1, 5000, 10_000), mulDiv(1, 4999, 10_000), mulDiv(-1, 5000, 10_000)]).toEqual([1, 0, 0])
  expect(mulDiv(Number.MAX_SAFE_INTEGER, 2, 1)).toBeUndefined()
  fc.assert(
    fc.property(fc.nat(1e9), fc.nat(1e5), (value, bps) => {
      expect(mulDiv(value, bps, 10_000)).toBe(Number((BigInt(value) * BigInt(bps) + 5000n) / 10_000n))
    }),
  )
})
