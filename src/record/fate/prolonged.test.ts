// In: reports of our own. Out: the day on which a term ends, and none where it was made longer to no day told.

import { expect, it } from 'vitest'
import { builtFrom } from '../../../test/fixtures/built-from.ts'

async function endsOf(reports: Readonly<Record<string, string>>): Promise<string[]> {
  return (await builtFrom(reports)).record.entries.flatMap((entry) =>
    entry.kind === 'deadline' ? [entry.body.due.earliest ?? 'no day'] : [],
  )
}

const TERM = 'The herring truce between Norway and Iceland expires on June 10.'

it.each<[string, Record<string, string>, string[]]>([
  ['a term', { '2031-05-19': TERM }, ['2031-06-10']],
  [
    'longer, without an end',
    { '2031-05-19': TERM, '2031-06-08': 'The herring truce was extended indefinitely.' },
    ['no day'],
  ],
  [
    'longer by a length alone',
    { '2031-05-19': TERM, '2031-06-08': 'Norway and Iceland extended the herring truce by another 60 days.' },
    ['2031-08-09'],
  ],
  [
    'longer by months alone, of two terms the one that is named',
    {
      '2031-05-19': `${TERM} The cod pact expires on June 12.`,
      '2031-06-08': 'Norway and Iceland announced a three-month extension of the herring truce.',
    },
    ['2031-06-12', '2031-09-10'],
  ],
  [
    'the length told again in a report that came after the new day was told',
    {
      '2031-05-19': TERM,
      '2031-06-08': 'The herring truce was extended to August 9.',
      '2031-06-20': 'The herring truce was prolonged by 60 days.',
    },
    ['2031-08-09'],
  ],
  [
    'longer by a length, and when it was to end is not told',
    { '2031-06-08': 'Norway and Iceland extended the herring truce by another 60 days.' },
    [],
  ],
  [
    'a length in the headline, with the day below it',
    {
      '2031-05-19': TERM,
      '2031-06-08':
        'Norway and Iceland extend the herring truce by two weeks. The herring truce was extended from June 10 to June 26.',
    },
    ['2031-06-26'],
  ],
  [
    'moved and gone by when it is told: the day after the old one, not that of the next year',
    { '2031-04-14': 'The herring audit was postponed from 7 to 21 March because of a strike.' },
    ['2031-03-21'],
  ],
  [
    'a day told after it',
    {
      '2031-05-19': TERM,
      '2031-06-08': 'The herring truce was extended indefinitely.',
      '2031-07-02': 'The herring truce expires on July 20.',
    },
    ['2031-07-20'],
  ],
  [
    'not made longer',
    { '2031-05-19': TERM, '2031-06-08': 'Norway did not extend the herring truce indefinitely.' },
    ['2031-06-10'],
  ],
])('%s', async (_, reports, ends) => expect((await endsOf(reports)).sort()).toEqual(ends))
