// In: reports of our own. Out: planned steps of measures that came to nothing, and those that are still due.

import { expect, it } from 'vitest'
import { builtFrom } from '../../../test/fixtures/built-from.ts'
import { isActual } from '../../model/index.ts'
import { readerOf } from '../in-memory.ts'
import { isOvertaken, isStartOvertaken } from './overtaken.ts'

async function readerFor(reports: Readonly<Record<string, string>>) {
  return readerOf(await builtFrom(reports), new Map())
}

/** The days from which planned steps are still due, and the starts that are deadlines of their own. */
async function stillDue(reports: Readonly<Record<string, string>>): Promise<string[]> {
  const reader = await readerFor(reports)
  const steps = reader
    .ofKind('measure')
    .flatMap((entry) =>
      entry.body.steps.filter((step) => !isActual(step.modality) && !isOvertaken(reader, entry, step)),
    )
    .flatMap(({ from }) => from?.earliest ?? [])
  const starts = reader.ofKind('deadline').filter((entry) => !isStartOvertaken(reader, entry))
  return [...new Set([...steps, ...starts.flatMap(({ body }) => body.due.earliest ?? [])])].sort()
}

const PLAN = 'Norway said on Monday it would impose a tariff of 20% on Chilean salmon from June 10.'

it.each<[string, Record<string, string>, string[]]>([
  ['a plan that nothing overtook', { '2031-05-19': PLAN }, ['2031-06-10']],
  [
    'cancelled by a later report',
    { '2031-05-19': PLAN, '2031-05-30': 'Norway cancelled its tariff of 20% on Chilean salmon on Friday.' },
    [],
  ],
  [
    'carried out on its day, as a later report tells',
    { '2031-05-19': PLAN, '2031-06-20': 'Norway imposed a tariff of 20% on Chilean salmon on June 10.' },
    [],
  ],
  [
    'another rate carries nothing out',
    { '2031-05-19': PLAN, '2031-06-20': 'Norway imposed a tariff of 5% on Chilean salmon on June 10.' },
    ['2031-06-10'],
  ],
  [
    'ended before, then planned anew',
    { '2031-05-10': 'Norway ended its tariff of 20% on Chilean salmon on Friday.', '2031-05-19': PLAN },
    ['2031-06-10'],
  ],
  [
    'the day since when a levy is in force is not that of its end',
    {
      '2031-05-19':
        'Norway said that it would lift its ban on Chilean salmon, in place since May 3, on June 10.',
    },
    ['2031-06-10'],
  ],
  [
    'what is told of other goods ends nothing',
    { '2031-05-19': PLAN, '2031-05-30': 'Norway cancelled its tariff on Chilean copper on Friday.' },
    ['2031-06-10'],
  ],
  [
    'put off before it began, and moved from its own day alone',
    {
      '2031-05-19': PLAN,
      '2031-05-20': 'Chile will cut its fee on kelp from July 1.',
      '2031-06-05': 'Norway has postponed its tariff on Chilean salmon, due to start on June 10, to July 20.',
    },
    ['2031-07-01', '2031-07-20'],
  ],
  [
    'put back, then not applied',
    {
      '2031-05-19': 'Norway said on Monday it would impose a port levy on Chilean trawlers from June 10.',
      '2031-06-05':
        'Norway said that its port levy on Chilean trawlers, which had been put back from June 10 to June 20, would not be applied.',
    },
    [],
  ],
])('%s', async (_, reports, due) => expect(await stillDue(reports)).toEqual(due))

it('what two did at once is told of the measure of each', async () => {
  const reader = await readerFor({
    '2031-05-19':
      'Norway said on Monday it would impose a levy of 20% from June 10. Chile said on Monday it would impose a levy of 10% from June 12.',
    '2031-06-05': 'Norway and Chile withdrew the levies they had announced.',
  })
  expect(reader.ofKind('measure').map(({ body }) => [body.by.map(({ name }) => name), body.status])).toEqual([
    [['Chile'], 'ended'],
    [['Norway'], 'ended'],
  ])
})
