// In: sentences of our own. Out: which of their words are headlines glued into them.
import { expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'
import { gluedHeadlines } from './glued.ts'

const engine = loadEngine()
const gluedIn = (text: string): string[] => {
  const doc = readSentence(text, engine)
  return gluedHeadlines(doc).map(({ first, last }) => doc.tokens.form.slice(first, last).join(' '))
}

test('headlines run into a name that is said twice are none of the sentence', () => {
  expect(
    gluedIn('The ban will stay, said Sen. Ann Holm Ann Marie HolmPort strike to end Peru blames the union'),
  ).toEqual(['HolmPort strike to end Peru blames the union'])
})

test('a name written in one is a name', () => {
  expect(gluedIn('Ann McHolm of TransNord said the ban will stay and asked for MORE.')).toEqual([])
})
