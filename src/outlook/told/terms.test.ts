// In: measures of many kinds, told by hand. Out: proof that their terms are found, summed and told as what they are.
import { describe, expect, it } from 'vitest'
import { NO, PE, reading, type Sentence } from '../../../test/fixtures/readings.ts'
import type { Entry } from '../../model/index.ts'
import { buildRecord } from '../../record/build.ts'
import { readerOf } from '../../record/in-memory.ts'
import { regimesOf } from './regimes.ts'
import { termsOf, wrongSum } from './terms.ts'

const day = (role: 'from' | 'to', value: string) => ({ role, value })
const measure = (
  type: string,
  effect: string,
  days: readonly { role: 'from' | 'to'; value: string }[],
  more: Partial<Sentence> = {},
): Sentence => ({
  kind: 'act',
  quote: `The ${type} is ${effect}.`,
  body: {
    type: `${type}: ${effect}`,
    actor: [NO],
    recipient: [PE],
    about: {
      thread: 'measure',
      type,
      by: [NO],
      on: [PE],
      goods: [],
      effect,
      status: effect === 'suspend' ? 'suspended' : 'in force',
      name: { text: `the ${type}`, start: 0, end: 3, head: type, ids: [] },
    },
  },
  days,
  ...more,
})
const recordOf = (...sentences: Sentence[]) => {
  const reader = readerOf(
    buildRecord([reading('a', { published: '2031-03-02', outlet: 'Courier' }, sentences)]),
    new Map(),
  )
  const regimes = regimesOf(reader)
  return { regimes, terms: termsOf(reader, regimes).terms }
}

describe('a term', () => {
  it.each([
    ['ceasefire', 'set', { kind: 'status', value: 'in force' }],
    ['quota', 'set', { kind: 'status', value: 'in force' }],
    ['licence', 'set', { kind: 'licence', what: 'the licence' }],
    ['import ban', 'set', { kind: 'prohibition' }],
    ['probe', 'set', { kind: 'status', value: 'in force' }],
    ['sanction', 'suspend', undefined],
  ])('of a %s ends, with what holds until then', (type, effect, held) => {
    const { terms } = recordOf(measure(type, effect, [day('from', '2031-03-01'), day('to', '2031-04-01')]))
    expect(terms.map(({ due, before, layer }) => [layer.type, due.due.latest, before?.effect])).toEqual([
      [type, '2031-04-01', held],
    ])
  })
  it('only planned is none', () => {
    const { terms, regimes } = recordOf(
      measure('quota', 'set', [day('from', '2031-04-01'), day('to', '2031-05-01')], { modality: 'planned' }),
    )
    expect(terms).toEqual([])
    expect(regimes.steps.map(({ status }) => status)).toEqual(['announced'])
  })
})

describe('a length beside an end', () => {
  const source = (quote: string) => ({
    entry: { evidence: [{ id: 'e:1', quote }] } as unknown as Entry,
    evidence: ['e:1'],
  })
  const on = (one: string) => ({ earliest: one, latest: one })
  it('that fails the sum is flagged', () => {
    expect(
      wrongSum(source('suspended for 60 days, until 1 June'), on('2031-04-03'), on('2031-06-01')),
    ).toMatchObject({
      days: 60,
      check: { sum: '2031-06-02', off: -1 },
    })
  })
  it.each([
    ['a sum that holds', 'for 60 days, until 2 June', '2031-06-02'],
    ['no length', 'until 1 June', '2031-06-01'],
    ['the length of something else', 'until 1 June, ending a lockout of 13 days', '2031-06-01'],
    ['two lengths', 'for 60 days after 30 days, until 1 June', '2031-06-01'],
  ])('%s is not', (_, quote, to) => {
    expect(wrongSum(source(quote), on('2031-04-03'), on(to))).toBeUndefined()
  })
})
