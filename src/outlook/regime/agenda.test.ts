// In: the orders of 2025. Out: proof that what falls due is told with its history, and what fell due is not called lapsed.
import { describe, expect, it } from 'vitest'
import { act, ORDERS, on, percent } from '../../../test/fixtures/duties-2025.ts'
import { agenda } from './agenda.ts'
import { evaluate } from './evaluate.ts'
import type { Step } from './step.ts'

const DELAYS: readonly Step[] = [
  act('law', '2024-04-24', {
    op: 'set',
    layer: 'app',
    value: { kind: 'prohibition' },
    from: on('2025-01-19'),
  }),
  act('first', '2025-01-20', { op: 'suspend', layer: 'app', from: on('2025-01-20'), to: on('2025-04-05') }),
  act('second', '2025-04-04', { op: 'extend', target: 'first', to: on('2025-06-19') }),
  act('third', '2025-06-19', { op: 'extend', target: 'first', to: on('2025-09-17') }),
]
const steps = [...ORDERS, ...DELAYS]

describe('the agenda as known on 14 September 2025', () => {
  const due = agenda(steps, { known: '2025-09-14', horizon: '2026-06-30' })
  it('holds the two days, in order', () => {
    expect(due.map(({ due, layer, status }) => [due.latest, layer, status])).toEqual([
      ['2025-09-17', 'app', 'due'],
      ['2025-11-10', 'reciprocal', 'due'],
    ])
  })
  it('tells how often each was moved and when', () => {
    expect(due.map(({ history }) => history.map(({ step, margin }) => [step, margin]))).toEqual([
      [
        ['second', 1],
        ['third', 0],
      ],
      [['longer pause', 1]],
    ])
  })
  it('tells what follows by the terms', () => {
    expect(
      due.map(({ ifNothing }) => ifNothing.map(({ on, before, after, why }) => [on, before, after, why])),
    ).toEqual([
      [['2025-09-17', undefined, { kind: 'prohibition' }, 'expiry']],
      [['2025-11-10', percent(10), percent(34), 'expiry']],
    ])
  })
  it('offers to let it lapse and to extend it by as much as last time', () => {
    const [, extend] = due[1]!.options
    expect(due[1]!.options.map(({ id }) => id)).toEqual(['lapse', 'extend pause by 90 days'])
    const row = evaluate(steps, { on: '2025-11-10', known: '2025-09-14', scenario: extend }).find(
      ({ layer }) => layer === 'reciprocal',
    )
    expect(row).toMatchObject({ effect: percent(10), until: on('2026-02-08') })
  })
})

it('what fell due without an act read is unreported, not lapsed, until an act is read', () => {
  const open = agenda(steps, { known: '2025-09-22', horizon: '2025-12-31' })
  expect(open.map(({ layer, status }) => [layer, status])).toEqual([
    ['app', 'fell due, outcome not found'],
    ['reciprocal', 'due'],
  ])
  const late = act('fourth', '2025-09-20', { op: 'extend', target: 'first', to: on('2025-12-16') })
  expect(agenda([...steps, late], { known: '2025-09-22', horizon: '2025-12-31' })[1]).toMatchObject({
    layer: 'app',
    status: 'due',
    due: on('2025-12-16'),
    history: [{}, {}, { step: 'fourth', margin: -3 }],
  })
})

it('only terms that end something in force are due', () => {
  expect(agenda(ORDERS, { known: '2025-04-20', horizon: '2025-12-31' }).map(({ step }) => step)).toEqual([
    'raise again',
  ])
  expect(agenda(ORDERS, { known: '2025-09-14', horizon: '2025-11-09' })).toEqual([])
})

it('an end in an unknown day of a month is due in that month', () => {
  const month = { earliest: '2025-11-01', latest: '2025-11-30' }
  const cut = act('cut', '2025-08-01', {
    op: 'set',
    layer: 'cut',
    value: percent(5),
    from: on('2025-08-01'),
    to: month,
  })
  const [found] = agenda([cut], { known: '2025-09-14', horizon: '2025-12-31' })
  expect(found?.due).toEqual(month)
  expect(found?.ifNothing.map(({ on, why, certainty }) => [on, why, certainty])).toEqual([
    ['2025-11-01', 'uncertain day', 'date imprecise'],
    ['2025-11-30', 'expiry', 'certain'],
  ])
})
