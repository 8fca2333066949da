// In: sentences of our own. Out: that who speaks beside a quotation is found as a person.
import { expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'

const engine = loadEngine()
const typesOf = (text: string) =>
  readSentence(text, engine).names.map(({ start, end, type }) => `${text.slice(start, end)} ${type}`)

test.each([
  ['“We are ready,” Corrigan said.', ['Corrigan person']],
  ['“We are ready,” said Corrigan.', ['Corrigan person']],
  ['“We are ready,” Officials said.', []],
  ['“We are ready,” Reuters said.', ['Reuters outlet']],
])('%s', (text, wanted) => expect(typesOf(text)).toEqual(wanted))

test.each([
  ['Farhod Karim, a Lima specialist, was less sure.', 'Farhod Karim person'],
  ['Nordal Photonics has signed a contract with Peru.', 'Nordal Photonics organisation'],
])('by the words beside it: %s', (text, wanted) => expect(typesOf(text)).toContain(wanted))

test('what goes on with "she" is no body', () => {
  expect(typesOf('Haldorsdottir told reporters that the talks had ended. She left at noon.')).toEqual([
    'Haldorsdottir person',
  ])
})

test('who meets is no place, unless something is there or it meets its aim', () => {
  expect(typesOf('LaCroy will meet Luddick in Oslo on Tuesday.')).toEqual([
    'LaCroy person',
    'Luddick person',
    'Oslo place',
  ])
  expect(typesOf('Ships left from Luddick. Luddick will meet Peru.')).not.toContain('Luddick person')
  expect(typesOf('Ministers left Luddick. Luddick will meet its target.')).not.toContain('Luddick person')
})

test('who says what "he" will do is no body, here and where he is told of again', () => {
  const types = typesOf('Haldorsdott said on Friday that she would wait. Critics of Haldorsdott left.')
  expect(types).not.toContain('Haldorsdott organisation')
})

test('a firm in a row of firms is no person of that surname', () => {
  const types = typesOf('Premier Doug Ford said no. The heads of Ford, General Motors and Stellantis met.')
  expect(types.filter((one) => one.startsWith('Ford'))).toEqual(['Ford organisation'])
})
