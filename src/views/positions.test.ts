// In: reports of our own. Out: stands told in as few words as say them, else by their sentence.
import { expect, test } from 'vitest'
import { builtFrom } from '../../test/fixtures/built-from.ts'
import { readerOf } from '../record/in-memory.ts'
import { textOf } from './lines/line.ts'
import { positionsPage } from './positions.ts'

const standsIn = async (text: string): Promise<string> => {
  const reader = readerOf(await builtFrom({ '2031-10-28': text }), new Map())
  return positionsPage(reader)
    .sections.flatMap(({ lines }) => lines)
    .map(textOf)
    .join('\n')
}

test.each([
  [
    'However, Peru opposes any increase in harbour fees or other steps to raise the costs of trawlers, saying the port of Ilo earns 90 million a year.',
    'oppose: “any increase in harbour fees',
  ],
  [
    'Before the council met in Bergen, the deputies defeated a Peruvian push to ban foreign trawlers from getting harbour licences.',
    'demand: “to ban foreign trawlers from getting harbour licences”',
  ],
])('what is wanted is told by itself: %s', async (text, stand) =>
  expect(await standsIn(text)).toContain(stand),
)

test.each([
  ['whom it is asked of', 'Norway asked Iceland on Friday to lift the ban on all imported herring nets.'],
  ['what it points back to', 'Peru wants a lower levy on the herring that its northern ports buy in Chile.'],
])('a stand that leaves out %s is told by its sentence', async (_, text) =>
  expect(await standsIn(text)).toContain(text),
)
