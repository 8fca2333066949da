// In: orders and reports on fish duties, invented. Out: the steps, layers and conditions that they make.
import { describe, expect, it } from 'vitest'
import { readFolder } from '../../../test/fixtures/read-folder.ts'
import type { Entry, EntryOf } from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'
import { agenda, evaluate, type InForce, lapse } from '../regime/index.ts'
import { citedIn } from './instruments.ts'
import { type Regimes, regimesOf, withFacts } from './regimes.ts'

const read = await readFolder('examples/outlook/fish-2031')
const known = (asOf: string) => regimesOf(read(asOf))
const BALANCING = 'Balancing the Trade in Goods: PE → NO'
const FISHING = 'Imposing Duties to Protect the Fishing Grounds: PE → NO'

const rows = (regimes: Regimes, on: string): Record<string, InForce> =>
  Object.fromEntries(
    evaluate(regimes.steps, { on, known: regimes.known, scenario: withFacts(regimes, lapse) }).map((row) => [
      row.layer,
      row,
    ]),
  )
const percent = (row: InForce | undefined) =>
  row?.effect?.kind === 'adValorem' ? row.effect.bps / 100 : undefined

describe('orders', () => {
  it.each([
    ['2031-02-20', '2031-06-22', 10, undefined],
    ['2031-03-09', '2031-06-22', 10, 15],
    ['2031-03-11', '2031-06-22', 10, 35],
    ['2031-03-11', '2031-03-02', 10, 15],
    ['2031-04-03', '2031-06-22', 10, 5],
    ['2031-06-02', '2031-05-30', 10, 35],
    ['2031-06-02', '2031-06-22', 10, 5],
    ['2031-08-01', '2031-06-22', 10, 35],
  ])('on %s, as known on %s: %s and %s percent', (on, asOf, fishing, balancing) => {
    const found = rows(known(asOf), on)
    expect([percent(found[FISHING]), percent(found[BALANCING])]).toEqual([fishing, balancing])
  })

  it('of two rows stand on two layers, each under the name of its first', () => {
    const { layers } = known('2031-06-22')
    expect([layers.get(FISHING), layers.get(BALANCING)]).toMatchObject([
      { name: 'Executive Order 901', fromInstrument: true },
      { name: 'Executive Order 905', fromInstrument: true },
    ])
  })

  it('every step has its sentence', () => {
    const regimes = known('2031-06-22')
    const reader = read('2031-06-22')
    for (const { id } of regimes.steps) {
      const { entry, evidence } = regimes.told.get(id)!
      expect(evidence.length).toBeGreaterThan(0)
      for (const one of evidence)
        expect(reader.entry(entry)?.evidence.some((item) => item.id === one && item.quote !== '')).toBe(true)
    }
  })

  it('what falls due is the term, moved one day before its end', () => {
    const { steps } = known('2031-06-02')
    const [due] = agenda(steps, { known: '2031-06-02', horizon: '2031-12-31' })
    expect(due).toMatchObject({
      due: { latest: '2031-08-01' },
      layer: BALANCING,
      history: [{ margin: 1, from: { latest: '2031-06-02' } }],
    })
  })
})

describe('what reports tell', () => {
  const regimes = known('2031-06-22')
  const find = (words: string) =>
    [...regimes.layers.values()].find((layer) => layer.name.includes(words) && !layer.fromInstrument)

  it('a rate told as standing is a total and no step of an order', () => {
    expect(regimes.totals.map(({ by, bps }) => [by, bps])).toContainEqual(['NO', 800])
    expect(
      regimes.steps.filter((step) => step.status === 'enacted' && step.id.startsWith(BALANCING)).length,
    ).toBe(4)
  })

  it('a plan is announced, hangs on its condition and changes nothing', () => {
    const plan = regimes.steps.find(
      ({ does }) => 'value' in does && JSON.stringify(does.value).includes('5000'),
    )
    expect(plan).toMatchObject({ status: 'announced', when: { not: { event: 'deal: NO–PE' } } })
    const layer = plan?.does.op === 'set' ? plan.does.layer : ''
    const then = rows(regimes, '2031-09-02')[layer]
    expect(then?.effect).not.toMatchObject({ bps: 5000 })
    expect(then?.defeated).toContainEqual({ step: plan?.id, reason: 'merely announced' })
    expect(regimes.happenings.get('deal: NO–PE')?.settled).toBeUndefined()
  })

  it('licences and bans are effects of their own', () => {
    const found = rows(regimes, '2031-06-22')
    expect(found[find('licences')!.id]?.effect).toMatchObject({ kind: 'licence' })
    expect(found[find('salmon')!.id]?.effect).toEqual({ kind: 'prohibition' })
  })
})

it('instruments are told by kind and number', () => {
  expect(
    citedIn('Under Decree No. 12/2031 and Executive Order 77 of May 2, 2031 (Fish), order 5 is void.'),
  ).toEqual(['Decree 12/2031', 'Executive Order 77'])
})

describe('what a person put right', () => {
  const reader = read('2031-06-22')
  const corrected = (id: string, field: string, change: (entry: Entry) => Entry): RecordReader => {
    const mend = <E extends Entry>(entry: E): E =>
      entry.id === id
        ? ({ ...change(entry), corrections: [{ kind: 'value', field, by: 'A. Reader' }] } as unknown as E)
        : entry
    return {
      ...reader,
      ofKind: ((kind: 'measure') => reader.ofKind(kind).map(mend)) as RecordReader['ofKind'],
      entry: (one) => {
        const found = reader.entry(one)
        return found && mend(found)
      },
    }
  }
  it('a rate holds as corrected and is marked so', () => {
    const regimes = regimesOf(reader)
    const told = [...regimes.told.values()].find(({ evidence }) =>
      regimes.steps.some(
        ({ id, does }) =>
          regimes.told.get(id)?.evidence === evidence && does.op === 'suspend' && id.startsWith(BALANCING),
      ),
    )!
    const entry = reader.entry(told.entry) as EntryOf<'measure'>
    const at = entry.body.steps.findIndex((step) => step.evidence.some((id) => told.evidence.includes(id)))
    const mended = regimesOf(
      corrected(entry.id, `steps.${at}.rate`, (one) =>
        one.kind === 'measure'
          ? {
              ...one,
              body: {
                ...one.body,
                steps: one.body.steps.map((step, n) =>
                  n === at ? { ...step, rate: { value: 6, unit: '%', bound: '=' } } : step,
                ),
              },
            }
          : one,
      ),
    )
    expect(percent(rows(mended, '2031-06-22')[BALANCING])).toBe(6)
    expect(
      mended.steps.find(({ does }) => does.op === 'suspend' && 'layer' in does && does.layer === BALANCING)
        ?.basis,
    ).toEqual({
      assumption: 'corrected',
      by: 'A. Reader',
    })
  })
  it('a due day too', () => {
    const [deadline] = reader.ofKind('deadline').filter(({ body }) => body.what.includes('terminal'))
    const due = { earliest: '2031-07-10', latest: '2031-07-10' }
    const mended = regimesOf(
      corrected(deadline!.id, 'due', (one) =>
        one.kind === 'deadline' ? { ...one, body: { ...one.body, due } } : one,
      ),
    )
    const found = agenda(mended.steps, { known: '2031-06-22', horizon: '2031-12-31' }).find(
      ({ layer }) => layer === deadline!.id,
    )
    expect(found?.due).toEqual(due)
    expect(mended.told.get(found!.history.at(-1)!.step)?.correctedBy).toBe('A. Reader')
  })
})
