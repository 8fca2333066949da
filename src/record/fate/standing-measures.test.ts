// In: reports of our own. Out: how a measure stands whose first day was told ahead of it, and what it stands at.

import { expect, it } from 'vitest'
import { builtFrom } from '../../../test/fixtures/built-from.ts'

async function stepsOf(reports: Readonly<Record<string, string>>): Promise<string[]> {
  return (await builtFrom(reports)).record.entries.flatMap((entry) =>
    entry.kind === 'measure'
      ? entry.body.steps.map(
          ({ effect, rate, status, from, modality }) =>
            `${effect} ${rate?.value ?? '-'} ${status} ${from?.earliest ?? 'no day'} ${modality}`,
        )
      : [],
  )
}

it.each<[string, Record<string, string>, string[]]>([
  [
    'planned at a rate and later told in force at it: since the day planned',
    {
      '2031-05-02': 'Norway will impose a 50% duty on Peruvian cod from 1 June, the ministry said.',
      '2031-06-09': 'Norway has imposed a 50% duty on Peruvian cod.',
    },
    ['set 50 in force 2031-06-01 held'],
  ],
  [
    'in force at another rate: two steps',
    {
      '2031-05-02': 'Norway will impose a 50% duty on Peruvian cod from 1 June, the ministry said.',
      '2031-06-09': 'Norway has imposed a 40% duty on Peruvian cod.',
    },
    ['set 40 in force no day held', 'set 50 announced 2031-06-01 planned'],
  ],
  [
    'done a day after one of the month before',
    {
      '2031-11-06':
        'The papers were not handed in by the 24th, and a day later Norway suspended its duty on Peruvian cod.',
    },
    ['suspend - suspended 2031-10-25 held'],
  ],
  [
    'announced with a first day that has come when it is told: in force',
    { '2031-05-03': 'Norway announced duties of 9 percent on cod from Peru, beginning on Saturday, May 3.' },
    ['set 9 in force 2031-05-03 held'],
  ],
  [
    'announced with a first day still to come: no more than announced',
    { '2031-05-02': 'Norway announced duties of 9 percent on cod from Peru, beginning on Saturday, May 3.' },
    ['set 9 announced 2031-05-03 planned'],
  ],
])('%s', async (_, reports, steps) => expect((await stepsOf(reports)).sort()).toEqual(steps))
