// In: reports of our own. Out: what falls due on one day in two tellings is one line; two things of a day stay two.
import { expect, test } from 'vitest'
import { builtFrom } from '../../test/fixtures/built-from.ts'
import { readerOf } from '../record/in-memory.ts'
import { dueItems } from './agenda.ts'

async function dueIn(...[first, second]: [string, string]) {
  const reader = readerOf(await builtFrom({ '2031-05-19': first, '2031-05-20': second }), new Map())
  return dueItems(reader).filter(({ state }) => state === 'ahead')
}

test('a call told twice is one line with the evidence of both', async () => {
  const due = await dueIn(
    'The leaders will take stock of progress by video conference on 17 June 2031.',
    'Leaders will speak by video on June 17.',
  )
  expect(due.map(({ entry }) => entry.kind)).toEqual(['round'])
  expect(new Set(due[0]!.line.evidence).size).toBe(2)
})

test.each<[string, string]>([
  [
    'Peru and Chile will hold talks on tin quotas in Lima on 17 June.',
    'Dockers will strike over the tin quotas on 17 June.',
  ],
  [
    'Peru and Chile will hold talks on tin quotas in Lima on 17 June.',
    'The congress of Peru will vote on the tin quotas on 17 June.',
  ],
  [
    'Peru and Chile will hold talks on tin quotas in Lima on 17 June.',
    'A levy on tin quotas takes effect on 17 June.',
  ],
  [
    'A levy of Peru on imported tin takes effect on 17 June.',
    'A levy of Peru on imported cars takes effect on 17 June.',
  ],
  [
    'Peru must answer the complaint on tin by 17 June.',
    'The court will hear the complaint on tin on 17 June.',
  ],
  ['The pork suspension runs out on June 30.', 'The tin truce expires on June 30.'],
])('%s | %s', async (first, second) => expect(await dueIn(first, second)).toHaveLength(2))
