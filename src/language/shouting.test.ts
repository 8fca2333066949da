// In: sentences with words in capitals. Out: which are read as they are commonly written, and which capitals stay.
import { expect, test } from 'vitest'
import { home } from '../reading/engine.ts'
import { loadLexicon } from '../reading/lexicon-files.ts'
import { loadModels } from '../reading/load.ts'
import { readText } from './read.ts'

const models = loadModels()
const lexicon = loadLexicon([`${home}/packs/core`, `${home}/packs/trade`])
const read = (text: string, role: 'body' | 'headline' = 'body') =>
  readText(text, [{ start: 0, end: text.length, role, n: 0 }], 'en', models, lexicon)
const forms = (text: string, role?: 'headline') => read(text, role).tokens.form.join(' ')

test.each([
  ['She wrote that “ALL TALKS WITH PERU ARE OVER”.', 'She wrote that " All talks with Peru are over " .'],
  [
    'He added: THE UNITED STATES WILL RETURN ON MONDAY, he said.',
    'He added : the United States will return on Monday , he said .',
  ],
  ['Ada Lund said. “THEY TOLD LUND TO GO NOW!”', 'Ada Lund said . " They told Lund to go now ! "'],
  ['NATO, EU, UN and IMF officials met.', 'NATO , EU , UN and IMF officials met .'],
  ['They sang GO TEAM GO loudly.', 'They sang GO TEAM GO loudly .'],
  ['LIMA AND SAN ISIDRO — The strike is over.', 'LIMA AND SAN ISIDRO -- The strike is over .'],
])('%s', (text, told) => expect(forms(text)).toBe(told))

test('a headline keeps its capitals', () => {
  expect(forms('TALKS WITH PERU ARE OVER', 'headline')).toBe('TALKS WITH PERU ARE OVER')
})

test('what is read so has its own tags, and names where they stand', () => {
  const { tokens, names, text } = read('She wrote that “ALL TALKS WITH PERU ARE HEREBY SUSPENDED”.')
  expect(tokens.lemma[tokens.lower.indexOf('suspended')]).toBe('suspend')
  expect(names.map(({ start, end, id }) => `${text.slice(start, end)} ${id}`)).toEqual(['PERU PE'])
})
