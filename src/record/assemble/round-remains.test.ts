// In: reports of our own on meetings put off, called off and held. Out: which of them are one, with their days.
import { expect, it } from 'vitest'
import { builtFrom } from '../../../test/fixtures/built-from.ts'
import type { Days } from '../../model/index.ts'
import { readerOf } from '../in-memory.ts'

const span = (days?: Days) => days?.earliest?.slice(5) ?? '?'

async function roundsOf(reports: Readonly<Record<string, string>>): Promise<string[]> {
  const reader = readerOf(await builtFrom(reports), new Map())
  return reader.ofKind('round').map(({ body }) => {
    const from = (body.movedFrom ?? []).map(span).join(' ')
    const to = body.ends ? `–${span(body.ends)}` : ''
    return `${body.form} ${span(body.opens)}${to} ${body.status}${from === '' ? '' : ` from ${from}`}`
  })
}

it.each<[string, Record<string, string>, string[]]>([
  [
    'a summit put off and held later is one',
    {
      '2031-06-12': 'The summit of Norway and Peru, originally set for July 24, was put off on Monday.',
      '2031-10-13': 'Norway and Peru held their summit in Linna on October 12.',
    },
    ['summit 10-12 held from 07-24'],
  ],
  [
    'talks put off in one place and held in another are two',
    {
      '2031-06-12': 'The talks in Lima, originally set for June 24, were put off on Monday.',
      '2031-07-13': 'Norway and Peru held talks in Quito on July 12.',
    },
    ['round 06-24 called off', 'round 07-12 held'],
  ],
  [
    'a meeting in the place and on the day of a summit is that summit',
    {
      '2031-10-07': 'Today the president of Peru and the king met in Lima for the second annual summit.',
      '2031-10-08': 'Fishermen cheered the summit in Lima yesterday.',
    },
    ['summit 10-07 held'],
  ],
  [
    'delegations that sit down on the second day of a round sit in that round',
    {
      '2031-06-05':
        'During two days of talks in Vienna on Wednesday and Thursday, Peru cut its request. As the delegations were sitting down on Thursday, two sailors were freed.',
    },
    ['round 06-04–06-05 held'],
  ],
  [
    'a round opens no later than it was in session, and ends no sooner',
    {
      '2031-10-26':
        'Norway and Peru opened talks in Lima on Sunday. During the talks in Lima on Saturday, Peru cut its request.',
    },
    ['round 10-25 held'],
  ],
  [
    'a round put off and held later is no other two sides meeting in the town of its plan',
    {
      '2031-05-12':
        'Norway and Peru met for a fourth round of talks in Lima on Sunday. The round had originally been set for May 3 in Quito but was put off. A meeting between Norway and Brazil, which was to have been held in Quito on May 2, was shelved.',
      '2031-05-13':
        'Norway and Peru met in Lima on Sunday. The round had been fixed for May 3 in Quito and was put off.',
      '2031-05-24': 'Norway and Peru held a fifth round of talks in Quito on Friday, May 23.',
    },
    ['round 05-11 held from 05-03', 'round 05-23 held'],
  ],
  [
    'told by another report as put off alone',
    {
      '2031-05-12':
        'Norway and Peru ended a fourth round of talks in Lima on Sunday. The round had originally been set for May 3 in Quito but was put off.',
      '2031-05-14': 'The talks of Norway and Peru in Quito, originally set for May 3, were put off.',
    },
    ['round 05-11–05-11 held from 05-03'],
  ],
])('%s', async (_, reports, told) => expect((await roundsOf(reports)).sort()).toEqual(told))
