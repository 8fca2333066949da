// In: short reports of our own. Out: whose dollars they tell of.
import { expect, test } from 'vitest'
import { readText } from '#parley/language/read.ts'
import { loadEngine } from '#parley/reading/engine.ts'

const { models, claims } = loadEngine()

const unitsIn = (text: string, outlet?: string): string[] => {
  const body = { start: 0, end: text.length, role: 'body' as const, n: 0 }
  return readText(text, [body], 'en', models, claims.lexicon, outlet).quantities.map(({ unit }) => unit)
}

test.each<[what: string, text: string, units: readonly string[], outlet?: string]>([
  ['about Canada alone', "Canada's mint spent $9 million, Canadian officials said.", ['CAD']],
  ['in words', 'Australian growers lost 9 million dollars, Australia said.', ['AUD']],
  ['about nobody with dollars', 'Peru lent Norway $9 million.', ['USD']],
  ['said to be American', "Canada's mint spent US$9 million.", ['USD']],
  [
    'beside a sign that marks the other',
    "Canada's mint spent C$9 million of the $7 million.",
    ['CAD', 'USD'],
  ],
  ['of two states that have dollars', 'The United States owes Canada $9 million.', ['dollar']],
  ['by the outlet', 'The United States owes Canada $9 million.', ['CAD'], 'The Canadian Gazette'],
  ['per day', 'Canada loses $9 million a day, Canada said.', ['CAD per day']],
])('%s', (_, text, units, outlet) => {
  expect(unitsIn(text, outlet)).toEqual(units)
})
