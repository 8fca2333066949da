// In: texts that give several states one name. Out: whom the name stands for, there and further on.
import { expect, test } from 'vitest'
import { readText } from '#parley/language/read.ts'
import { loadEngine } from '#parley/reading/engine.ts'

const { models, claims } = loadEngine()

function groupsOf(text: string): string[] {
  const body = { start: 0, end: text.length, role: 'body' as const, n: 0 }
  const { references, tokens } = readText(text, [body], 'en', models, claims.lexicon)
  return references
    .filter(({ kind, first }) => kind === 'group' && /^\p{Lu}/u.test(tokens.form[first]!))
    .map(({ first, id }) => `${tokens.form[first]} ${id}`)
}

test.each([
  [
    'Chile, Peru and Norway, known as the Fishers, met on Monday. The Fishers want a quota.',
    ['Fishers group:CL+NO+PE', 'Fishers group:CL+NO+PE'],
  ],
  ['Chile, Peru and Norway met on Monday. The three states (the F3) want a quota.', ['F3 group:CL+NO+PE']],
  ['The E3 said talks would go on.', ['E3 group:DE+FR+GB']],
])('%s', (text, groups) => {
  expect(groupsOf(text)).toEqual(groups)
})

test.each([
  'Chile and Peru met on Monday. The minister, known as the Bull, left early.',
  'The Fisheries Board of Norway and Peru (FBN) met on Monday.',
])('no name for several: %s', (text) => {
  expect(groupsOf(text)).toEqual([])
})

test('a name given by the first words of a report stands for nobody', () => {
  expect(groupsOf('Known as the Fishers, they met on Monday.')).toEqual([])
})
