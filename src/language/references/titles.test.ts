// In: reports of our own. Out: that "the minister" is who was told to hold the office, before a comma or behind one.
import { expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'

const engine = loadEngine()

test.each([
  [
    "Swiss Foreign Minister Urs Brun opened it. Norway's foreign minister, Ola Ruud, said he would stay. The minister added that Peru must act.",
    'person:ola-ruud',
  ],
  [
    "Urs Brun, Norway's trade minister, met Peru's prime minister, Ana Salas. Brun said it was late. The prime minister said cod was cheap.",
    'person:ana-salas',
  ],
  [
    "Urs Brun, Norway's trade minister, met Peru's prime minister, Ana Salas. Salas said it was late. The trade minister said cod was cheap.",
    'person:urs-brun',
  ],
  [
    "Poland's top trade negotiator, Ewa Kos, met the Czech president, Jan Novy. Kos said duties would fall. The president was glad.",
    'person:jan-novy',
  ],
  // Nobody told of.
  [
    "Norway's fisheries minister, Ola Ruud, said so. The finance minister said nothing was agreed.",
    undefined,
  ],
  ['Lund had agreed it with the minister, Ruud said. Cod was cheap. The minister was glad.', undefined],
])('%s', (text, id) => {
  const { references } = readSentence(text, engine)
  expect(references.findLast(({ kind }) => kind === 'role')?.id).toBe(id)
})
