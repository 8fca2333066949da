// In: sentences of our own. Out: that bodies are found whole, by what they are for or what stands before them.
import { expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'

const engine = loadEngine()
const bodies = (text: string) =>
  readSentence(text, engine)
    .names.filter(({ type }) => type === 'organisation')
    .map(({ start, end }) => text.slice(start, end))

test.each([
  [
    'The International Council for the Exploration of the Sea advised a lower catch.',
    ['International Council for the Exploration of the Sea'],
  ],
  ['The Mekong River Commission warned of low water.', ['Mekong River Commission']],
  [
    'The North-East Atlantic Fisheries Commission set the limit.',
    ['North-East Atlantic Fisheries Commission'],
  ],
  ["The Tanker Drivers' Union accepted the offer.", ["Tanker Drivers' Union"]],
  ["The Scottish Pelagic Fishermen's Association agreed.", ["Scottish Pelagic Fishermen's Association"]],
  ['The Norwegian Union of Seamen and Equinor signed.', ['Norwegian Union of Seamen', 'Equinor']],
  ['The Association of Herring Buyers and Peru signed.', ['Association of Herring Buyers']],
  ['The council for the north met on Monday.', []],
])('%s', (text, wanted) => expect(bodies(text)).toEqual(wanted))
