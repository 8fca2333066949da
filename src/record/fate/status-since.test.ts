// In: reports of our own. Out: what measures have become by what later reports tell in other words.

import { expect, it } from 'vitest'
import { builtFrom } from '../../../test/fixtures/built-from.ts'
import { measuresByStanding } from '../../views/measures.ts'
import { readerOf } from '../in-memory.ts'
import { statusSince } from './status-since.ts'

async function readerFor(reports: Readonly<Record<string, string>>) {
  return readerOf(await builtFrom(reports), new Map())
}

const PLAN =
  'Norway will suspend its 25 percent duty on Chilean pork until the end of the year, under a pact signed on Friday.'

it.each<[string, Record<string, string>, (string | undefined)[]]>([
  ['only planned', { '2031-05-23': PLAN }, [undefined]],
  [
    'the suspension is spoken of later',
    {
      '2031-05-23': PLAN,
      '2031-09-10': 'Chile wants the pork suspension, which runs out on Dec. 31, made permanent.',
    },
    ['suspended'],
  ],
  [
    'another suspension is spoken of later',
    {
      '2031-05-23': PLAN,
      '2031-09-10': 'Chile wants the wool suspension, which runs out on Dec. 31, made permanent.',
    },
    [undefined],
  ],
  [
    'to be taken up again',
    {
      '2031-05-23': PLAN,
      '2031-09-10':
        'Norway had warned that it would restore the duty on Chilean pork unless a quota was opened.',
    },
    ['suspended'],
  ],
  [
    'a strike that a later report tells to be over',
    {
      '2031-09-04': 'The Harbour Pilots Union announced a strike over pay on Wednesday.',
      '2031-09-18': 'The vote on the contract that ended the strike was put off.',
    },
    ['ended'],
  ],
  [
    'a strike whose contracts are ratified',
    {
      '2031-05-23': 'The Dockers Union expanded its strike against Linna ports on Friday.',
      '2031-06-20': 'Dockers ratified their contracts on Friday, the union said.',
    },
    ['ended'],
  ],
  [
    'a strike at another place is called off',
    {
      '2031-05-23': 'The Dockers Union expanded its strike against Linna ports on Friday.',
      '2031-06-20': 'The union called off a strike at the Suria yard on Friday.',
    },
    [undefined],
  ],
])('%s', async (_, reports, became) => {
  const reader = await readerFor(reports)
  expect(reader.ofKind('measure').map((measure) => statusSince(reader, measure))).toEqual(became)
})

it('a plan that another name is told to have begun by is not told as coming', async () => {
  const reader = await readerFor({
    '2031-10-20': 'The tariff on Chilean oranges and lemons will be cut from 30% to 10% from November 1.',
    '2031-11-12': 'The lower citrus tariff took effect on 1 November as announced.',
  })
  const { inForce, ahead } = measuresByStanding(reader)
  expect([inForce.length, ahead.length]).toEqual([1, 0])
})
