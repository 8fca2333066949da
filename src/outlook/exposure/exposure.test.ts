// In: the fish duties, invented, and goods. Out: proof of each line's bill, of what touches it, of what is not decided.
import { describe, expect, it } from 'vitest'
import { readFolder } from '../../../test/fixtures/read-folder.ts'
import { addDays } from '../../model/index.ts'
import { letLapse, resolveScenario } from '../scenario/resolve-scenario.ts'
import { readScenario } from '../scenario/scenario-file.ts'
import { type Regimes, regimesOf } from '../told/regimes.ts'
import { termsOf } from '../told/terms.ts'
import { exposureOf } from './exposure.ts'
import { readGoods } from './goods-file.ts'
import { minorOf, moneyWords } from './money.ts'
import { readPolicy } from './policy-file.ts'

const reader = (await readFolder('examples/outlook/fish-2031'))('2031-06-22')
const regimes = regimesOf(reader)
const terms = termsOf(reader, regimes).terms.map(({ due }) => due)
const lapse = letLapse(regimes).scenario
const extend = resolveScenario(readScenario('extend: [{ days: 90 }]', 'x'), regimes, terms, 'x').scenario
const columns = [
  { name: 'now', on: '2031-06-22', scenario: lapse },
  { name: 'then', scenario: lapse },
  { name: 'extended', scenario: extend },
]
const HEAD = 'id,code,goods,origin,into,value,currency,entry,materials,metal_share,other_duties\n'
const exposed = (rows: string, policy = '[]') =>
  exposureOf(
    regimes,
    reader.parties(),
    readGoods(HEAD + rows, 'g.csv', '2031-08-01').lines,
    columns,
    readPolicy(policy, 'p.yaml'),
  )
const totals = (rows: string, policy?: string) =>
  exposed(rows, policy).map(({ readings }) =>
    readings.map(({ bills }) => bills.map(({ totalMinor }) => totalMinor)),
  )

describe('a bill', () => {
  it('before and after, and under a scenario, with duties of the file', () => {
    expect(totals('a,5608,nets,Norway,Peru,"100,000.00",USD,,,,ordinary 2.5 %')).toEqual([
      [[1_750_000, 4_750_000, 1_750_000]],
    ])
  })
  it("a row's own day of entry stands", () => {
    expect(totals('a,5608,nets,NO,,1000,USD,2031-07-31,,,')).toEqual([[[15_000, 15_000, 15_000]]])
  })
  it('every part has its step, and the sum is the sum of its parts', () => {
    const [{ readings }] = exposed('a,5608,nets,NO,PE,0.03,USD,,,,') as [ReturnType<typeof exposed>[number]]
    for (const bill of readings[0]!.bills) {
      expect(bill.totalMinor).toBe(bill.parts.reduce((sum, { minor }) => sum + minor, 0))
      for (const { by } of bill.parts) expect(regimes.told.get(by ?? '')?.evidence.length).toBeGreaterThan(0)
    }
  })
  it('stacks as the policy says: on what is not metal beside a primary duty, and up to a floor', () => {
    const row = 'a,8425,winches,NO,PE,1000,USD,,steel,40 %,ordinary 5 %'
    expect(totals(row)[0]?.[0]?.[1]).toBe(50_000)
    expect(
      totals(row, '[{ layer: 905, stacking: primary }, { layer: 901, stacking: contentSplit }]')[0]?.[0]?.[1],
    ).toBe(46_000)
    expect(totals(row, '[{ layer: 901, stacking: floor, of: [ordinary] }]')[0]?.[0]?.[1]).toBe(45_000)
    expect(totals(row, '[{ layer: 905, stacking: additive, codes: ["7208"] }]')[0]?.[0]?.[1]).toBe(15_000)
  })
})

describe('duties and bans on goods by name that no word matches', () => {
  it('are told beside each line they may be meant for, once a word matches no more', () => {
    const [bare, salmon] = exposed('a,0304,,NO,PE,1,USD,,,,\nb,0304,salmon fillets,NO,PE,1,USD,,,,')
    const named = (line: typeof bare) => line?.unmatched.flatMap(({ goods }) => goods).join()
    expect(named(bare)).toMatch(/salmon/)
    expect(bare?.touches).toEqual([])
    expect(named(salmon)).not.toMatch(/salmon/)
  })
  it('are those of the side whose customs the goods pass', () => {
    const found = exposed('a,0304,,PE,NO,1,USD,,,,').flatMap(({ unmatched }) => unmatched)
    expect(found.length).toBeGreaterThan(0)
    for (const { by } of found) expect(by.map(({ id }) => id)).toEqual(['NO'])
  })
  it('goods into their own country pass no customs', () => {
    expect(exposed('a,0304,,NO,NO,1,USD,,,,')[0]?.undecided).toMatch(/pass no customs/)
  })
})

describe('what else touches a line', () => {
  it('a ban by its good, a licence by a material', () => {
    const found = exposed(
      'a,0304,salmon fillets,NO,PE,1,USD,,,,\nb,9507,lines,NO,PE,1,USD,,fishing nets,,\nc,8413,pumps,NO,PE,1,USD,,,,',
    )
    expect(found.map(({ touches }) => touches.map(({ layer, by, word }) => [layer.type, by, word]))).toEqual([
      [['ban', 'good', 'salmon']],
      [['licence', 'material', 'net']],
      [],
    ])
  })
})

describe('what cannot be decided is said', () => {
  it('an origin or a side that no report names', () => {
    const [chile, nowhere] = exposed(
      'a,1,x,Chile,Peru,1,USD,,,,\nb,1,x,Norway,Mars,1,USD,,,,'.replaceAll(',1,x', ',0101,x'),
    )
    expect(chile).toMatchObject({ readings: [], undecided: expect.stringContaining('Chile') })
    expect(nowhere).toMatchObject({ readings: [], undecided: expect.stringContaining('Mars') })
  })
  it('of totals alone, each is a reading: none is added to another', () => {
    const total = (bps: number) => ({
      id: `t${bps}`,
      by: 'PE',
      on: 'NO',
      bps,
      bound: '=' as const,
      asOf: { earliest: '2031-06-01', latest: '2031-06-01' },
      status: 'in force' as const,
      basis: { entries: ['e'], origins: 1 },
      layer: 'l',
      evidence: [`e:${bps}`],
    })
    const told: Regimes = { ...regimes, steps: [], totals: [total(3000), total(5500)] }
    const [line] = exposureOf(
      { ...told, layers: new Map([...told.layers].filter(([, layer]) => !layer.fromInstrument)) },
      reader.parties(),
      readGoods(`${HEAD}a,5608,x,NO,PE,100,USD,,,,`, 'g', '2031-08-01').lines,
      columns.slice(0, 1),
      [],
    )
    expect(line?.readings.map(({ total, bills }) => [total?.bps, bills[0]?.totalMinor])).toEqual([
      [3000, 3000],
      [5500, 5500],
    ])
  })
})

describe('goods', () => {
  it.each([
    ['a,5608,x,NO,PE,twelve,USD,,,,', 'no amount'],
    ['a,5608,x,NO,PE,1.005,USD,,,,', 'no amount'],
    ['a,5608,x,NO,PE,1,dollars,,,,', 'no code of three letters'],
    ['a,nets,x,NO,PE,1,USD,,,,', 'no tariff code'],
    ['a,5608,x,,PE,1,USD,,,,', 'no origin'],
    ['a,5608,x,NO,PE,1,USD,2031-02-30,,,', 'does not exist'],
    ['a,5608,x,NO,PE,1,USD,,,130 %,', 'metal share'],
    ['a,5608,x,NO,PE,1,USD,,,,ordinary', 'no name with a rate'],
    ['a,5608', 'cells'],
    ['a,5608,x,NO,PE,99999999999999999,USD,,,,', 'no amount'],
  ])('%s is a bad row; the others go on', (row, why) => {
    const { lines, bad } = readGoods(`${HEAD}${row}\nb,5608,x,NO,PE,1,USD,,,,`, 'g.csv', '2031-08-01')
    expect(lines.map(({ id }) => id)).toEqual(['b'])
    expect(bad).toEqual([{ row: 2, why: expect.stringContaining(why) }])
  })
  it('a file without its columns is none', () => {
    expect(() => readGoods('code,value\n1,2\n', 'g.csv', '2031-08-01')).toThrow(/no column origin, currency/)
    expect(() => readGoods('', 'g.csv', '2031-08-01')).toThrow(/no row/)
  })
  it.each([
    ['1,250.50', 'USD', 125_050, 'USD 1,250.50'],
    ['1250', 'JPY', 1250, 'JPY 1,250'],
    ['0.125', 'KWD', 125, 'KWD 0.125'],
  ])('%s %s is %d minor units', (text, currency, minor, words) => {
    expect(minorOf(text, currency)).toBe(minor)
    expect(moneyWords(minor, currency)).toBe(words)
  })
})

it('a thousand lines over a year take less than two seconds', () => {
  const rows = Array.from(
    { length: 1000 },
    (_, n) =>
      `g${n},5608,nets,NO,PE,${1000 + n},USD,${addDays('2031-01-01', n % 365)},lead; steel,,ordinary 2 %`,
  )
  const start = process.cpuUsage()
  expect(exposed(rows.join('\n'))).toHaveLength(1000)
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(2000)
})
