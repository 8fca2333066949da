// In: reports of our own. Out: which agreements are one, told in other words, and which stay two.

import { expect, it } from 'vitest'
import { builtFrom } from '../../../test/fixtures/built-from.ts'

async function agreementsOf(reports: Readonly<Record<string, string>>): Promise<string[]> {
  return (await builtFrom(reports)).record.entries.flatMap((entry) =>
    entry.kind === 'agreement' ? [`${entry.evidence.length} ${entry.body.stage}`] : [],
  )
}

it.each<[string, Record<string, string>, string[]]>([
  [
    'called by the town of its signing, and later by its day',
    {
      '2031-06-28':
        'Norway and Peru sign Oslo accord. Norway and Peru signed a Chilean-brokered fishing agreement on June 27.',
      '2031-07-21': 'The minister praised the accord Norway and Peru signed on June 27.',
    },
    ['3 signed'],
  ],
  [
    'two of one day that each say what they are about',
    {
      '2031-06-28':
        'Norway and Peru signed a fishing agreement on June 27. Norway and Peru signed an extradition agreement on June 27.',
    },
    ['1 signed', '1 signed'],
  ],
  [
    'of two days',
    {
      '2031-06-28': 'Norway and Peru signed an accord on June 27.',
      '2031-09-21': 'Norway and Peru signed an accord on September 20.',
    },
    ['1 signed', '1 signed'],
  ],
  [
    'with others',
    {
      '2031-06-28': 'Norway and Peru signed an accord on June 27. Norway and Chile signed a pact on June 27.',
    },
    ['1 signed', '1 signed'],
  ],
])('%s', async (_, reports, agreements) => expect((await agreementsOf(reports)).sort()).toEqual(agreements))
