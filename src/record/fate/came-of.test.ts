// In: reports of our own. Out: what came of a day that was due, and where no report tells it.

import { expect, it } from 'vitest'
import { builtFrom } from '../../../test/fixtures/built-from.ts'
import { readerOf } from '../in-memory.ts'
import { cameOf } from './came-of.ts'

/** The type of what came of each deadline, "" where none is told. */
async function outcomes(reports: Readonly<Record<string, string>>): Promise<string[]> {
  const reader = readerOf(await builtFrom(reports), new Map())
  const byDue = reader
    .ofKind('deadline')
    .toSorted((a, b) => (a.body.due.earliest! < b.body.due.earliest! ? -1 : 1))
  return byDue.map((entry) => {
    const came = cameOf(reader, entry)
    return came?.kind === 'act' ? came.body.type : (came?.kind ?? '')
  })
}

const DUE = 'City funding will expire on June 30, when the harbour budget ends.'

it.each<[string, Record<string, string>, string[]]>([
  [
    'a budget signed on the day before',
    { '2031-06-20': DUE, '2031-06-30': 'The mayor signed a spending bill for the city on Sunday, June 29.' },
    ['sign: law'],
  ],
  [
    'any deal',
    {
      '2031-06-20': 'The duty will rise unless there is a deal by June 30.',
      '2031-06-18': 'Norway and Peru reached a deal on cod on June 17.',
    },
    ['agreement'],
  ],
  [
    'work that stopped',
    { '2031-06-20': DUE, '2031-07-01': 'A shutdown of the city began on July 1.' },
    ['shutdown: begin'],
  ],
  [
    'a bill of something else',
    { '2031-06-20': DUE, '2031-06-30': 'The mayor signed a whaling bill on June 29.' },
    [''],
  ],
  [
    'a budget signed weeks later',
    { '2031-06-20': DUE, '2031-07-25': 'The mayor signed a spending bill for the city on July 24.' },
    [''],
  ],
  [
    'a duty raised on the day the talks had',
    {
      '2031-06-20': 'Chile and Norway have a June 30 deadline for a deal on salmon.',
      '2031-07-04': 'Norway raised its duty on Chilean salmon to 20% on July 1.',
    },
    ['measure'],
  ],
  [
    'a duty raised weeks after the day the talks had',
    {
      '2031-06-20': 'Chile and Norway have a June 30 deadline for a deal on salmon.',
      '2031-07-30': 'Norway raised its duty on Chilean salmon to 20% on July 21.',
    },
    [''],
  ],
  [
    'a term that goes on to a later day',
    {
      '2031-06-20': 'The Lake Volta fishing accord expires on June 30.',
      '2031-10-02': 'The Lake Volta fishing agreement expires on December 31.',
    },
    ['deadline', ''],
  ],
  [
    'a later term of something else',
    {
      '2031-06-20': 'The Lake Volta fishing accord expires on June 30.',
      '2031-10-02': 'The Lobito railway agreement expires on December 31.',
    },
    ['', ''],
  ],
])('%s', async (_, reports, came) => expect(await outcomes(reports)).toEqual(came))
