// In: the measuring data. Out: proof that the regimes of real stories come out of their reports by reading.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exposureOf } from '../../src/outlook/exposure/exposure.ts'
import { readGoods } from '../../src/outlook/exposure/goods-file.ts'
import { agenda, evaluate, lapse, type Scenario } from '../../src/outlook/regime/index.ts'
import { resolveScenario } from '../../src/outlook/scenario/resolve-scenario.ts'
import { ScenarioFile } from '../../src/outlook/scenario/scenario-file.ts'
import { regimesOf, withFacts } from '../../src/outlook/told/regimes.ts'
import { termsOf } from '../../src/outlook/told/terms.ts'
import { readFolder } from '../fixtures/read-folder.ts'
import { data } from '../machine.ts'

const at = (name: string) => join(data.path ?? '', name)

describe.skipIf(data.path === undefined)('orders of 2025, read', async () => {
  const read = data.path === undefined ? undefined : await readFolder(at('madrid'), at('official'))
  const regimes = (asOf: string) => regimesOf(read!(asOf))
  const layerOf = (number: string) =>
    [...regimes('2025-09-01').layers.values()].find(
      ({ name, on }) => name.endsWith(number) && on[0]?.id === 'CN',
    )!.id
  const RECIPROCAL = data.path === undefined ? '' : layerOf('14257')
  const FENTANYL = data.path === undefined ? '' : layerOf('14195')

  it('hold the acts of the table with their days', () => {
    const { steps, told } = regimes('2025-09-01')
    const acts = steps
      .filter(({ id }) => id.startsWith(RECIPROCAL) || id.startsWith(FENTANYL))
      .map(({ id, known, does }) => {
        const days = ('from' in does ? [does.from.latest] : []).concat(
          'to' in does && does.to ? [does.to.latest] : [],
        )
        const rate = 'value' in does && does.value?.kind === 'adValorem' ? does.value.bps / 100 : undefined
        expect(told.get(id)?.evidence.length).toBeGreaterThan(0)
        return [does.op, rate, ...days, `known ${known}`].filter(Boolean).join(' ')
      })
    for (const act of [
      'set 10 2025-02-04 known 2025-02-01',
      'set 10 2025-04-05 known 2025-04-02',
      'set 84 2025-04-09 known 2025-04-08',
      'set 125 2025-04-10 known 2025-04-09',
      'suspend 10 2025-05-14 2025-08-12 known 2025-05-12',
      'extend 2025-11-10 known 2025-08-11',
      // No document read gives since when: the day of issue stands for it.
      'set 20 2025-03-03 known 2025-03-03',
    ])
      expect(acts).toContain(act)
  })

  const rate = (on: string, asOf: string, scenario: Scenario = lapse) => {
    const found = regimes(asOf)
    const rows = evaluate(found.steps, { on, known: asOf, scenario: withFacts(found, scenario) })
    return [RECIPROCAL, FENTANYL].map((layer) => {
      const effect = rows.find((row) => row.layer === layer)?.effect
      return effect?.kind === 'adValorem' ? effect.bps / 100 : 0
    })
  }

  // 34 from 9 April 2025 stands in an annex that is not among the documents: rows that need it are not here.
  it.each<[string, string, number, number]>([
    ['2025-02-20', '2025-09-01', 0, 10],
    ['2025-04-08', '2025-09-01', 10, 20],
    ['2025-04-09', '2025-09-01', 84, 20],
    ['2025-05-13', '2025-09-01', 125, 20],
    ['2025-05-14', '2025-09-01', 10, 20],
    ['2025-08-12', '2025-08-10', 34, 20],
    ['2025-08-12', '2025-09-01', 10, 20],
    ['2025-11-10', '2025-09-14', 34, 20],
  ])('on %s, as known on %s: %d + %d', (on, asOf, reciprocal, fentanyl) => {
    expect(rate(on, asOf)).toEqual([reciprocal, fentanyl])
  })

  it('the agenda of 14 September is two days, each with its history and what follows', () => {
    const found = regimes('2025-09-14')
    const due = agenda(found.steps, { known: '2025-09-14', horizon: '2026-12-31' }).filter(
      ({ status }) => status === 'due',
    )
    expect(due.map(({ due, history }) => [due.latest, history.map(({ margin }) => margin)])).toEqual([
      ['2025-09-17', [1, 0]],
      ['2025-11-10', [1]],
    ])
    expect(due[0]?.ifNothing).toMatchObject([{ after: { kind: 'status' } }])
    expect(due[1]?.ifNothing).toMatchObject([{ before: { bps: 1000 }, after: { bps: 3400 } }])
    const extend = due[1]!.options.find(({ id }) => id.includes('90 days'))!
    expect(rate('2025-11-10', '2025-09-14', extend)).toEqual([10, 20])
  })

  it('goods worth 100,000.00 with 2.5 + 25 percent of other duties', () => {
    const reader = read!('2025-09-14')
    const found = regimesOf(reader)
    const terms = termsOf(reader, found).terms.map(({ due }) => due)
    const extend = resolveScenario(ScenarioFile.parse({ extend: [{ days: 90 }] }), found, terms, 'extend')
    const goods =
      'id,code,origin,into,value,currency,other_duties\nx,8471,China,US,"100,000.00",USD,ordinary 2.5; older 25\n'
    const bill = (on: string, scenario: Scenario) =>
      exposureOf(
        found,
        reader.parties(),
        readGoods(goods, 'g.csv', on).lines,
        [{ name: 'x', scenario }],
        [],
      )[0]?.readings[0]?.bills[0]?.totalMinor
    expect(bill('2025-09-14', withFacts(found, lapse))).toBe(5_750_000)
    expect(bill('2025-11-10', withFacts(found, lapse))).toBe(8_150_000)
    expect(bill('2025-11-10', extend.scenario)).toBe(5_750_000)
  })
})

describe.skipIf(data.path === undefined)('five reports alone', async () => {
  const read = data.path === undefined ? undefined : await readFolder(at('madrid'))
  it('give totals, each a bill of its own, and no sum', () => {
    const reader = read!()
    const found = regimesOf(reader)
    const goods = 'id,code,origin,into,value,currency\nx,8471,China,US,1000,USD\ny,1201,US,China,1000,CNY\n'
    const lines = readGoods(goods, 'g.csv', '2025-09-20').lines
    const bills = exposureOf(found, reader.parties(), lines, [{ name: 'x', scenario: lapse }], [])
    expect(
      bills.map(({ readings }) => readings.map(({ total, bills }) => [total?.bound, bills[0]?.totalMinor])),
    ).toEqual([
      [
        ['=', 30_000],
        ['≈', 55_000],
      ],
      [['=', 10_000]],
    ])
  })
})

describe.skipIf(data.path === undefined)('a ladder threatened and called off', async () => {
  const story = at('stories/us-mexico-tariff-2019/articles.jsonl')
  const read = data.path === undefined ? undefined : await readFolder(story)
  const ladder = (asOf: string) => {
    const found = regimesOf(read!(asOf))
    const steps = found.steps.filter(
      ({ does, when }) => when && does.op === 'set' && does.value.kind === 'adValorem',
    )
    return { found, steps }
  }
  it('is five announced steps that hang on a condition', () => {
    const { steps } = ladder('2019-06-10')
    expect(
      steps.map(({ does, status }) =>
        does.op === 'set' && does.value.kind === 'adValorem'
          ? [does.from.latest, does.value.bps / 100, status]
          : [],
      ),
    ).toEqual([
      ['2019-06-10', 5, 'announced'],
      ['2019-07-01', 10, 'announced'],
      ['2019-08-01', 15, 'announced'],
      ['2019-09-01', 20, 'announced'],
      ['2019-10-01', 25, 'announced'],
    ])
  })
  it('comes about in the scenario that adds it before the deal, and not after', () => {
    const adds = (asOf: string) => {
      const { found, steps } = ladder(asOf)
      const scenario = withFacts(found, { id: 'as announced', adds: steps, facts: {} })
      return evaluate(found.steps, { on: '2019-10-02', known: asOf, scenario }).find(
        ({ measure }) => measure === steps[0]?.measure,
      )
    }
    expect(adds('2019-06-05')).toMatchObject({ effect: { bps: 2500 }, certainty: 'conditional' })
    expect(adds('2019-06-12')?.effect).toBeUndefined()
    const { found } = ladder('2019-06-12')
    expect([...found.happenings.values()].find(({ settled }) => settled)?.settled?.on.latest).toBe(
      '2019-06-07',
    )
  })
})
