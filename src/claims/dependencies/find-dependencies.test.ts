// In: sentences on supply. Out: who hangs on whom for what, how much of it; nothing where it is only thought of.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'
import type { DependencyBody } from '../../model/index.ts'

/** "NO on PE: fishmeal 43" for each dependency of a sentence. */
const told = (sentence: string): string[] =>
  readClaims(sentence)
    .filter(({ kind }) => kind === 'dependency')
    .map(({ body }) => {
      const { dependent, on, what, share } = body as DependencyBody
      const who = dependent.map(({ id }) => id).join('+') || 'all'
      return `${who} on ${on.id}: ${what.text}${share ? ` ${share.value}` : ''}`
    })

test.each([
  ['Norway gets 43 percent of its fishmeal from Peru.', 'NO on PE: fishmeal 43'],
  ["Some 43 percent of Norway's fishmeal comes from Peru.", 'NO on PE: fishmeal 43'],
  ['Norway imports most of its fishmeal from Peru.', 'NO on PE: fishmeal'],
  ['Ukraine buys half of its diesel from Hungary.', 'UA on HU: diesel 50'],
  ['About 90 percent of the anchovies come from Peru.', 'all on PE: anchovies 90'],
  ['Up to 60 percent of Norway’s fishmeal comes from Peru.', 'NO on PE: fishmeal 60'],
  ['More than 80 percent of the fishmeal used on Norwegian farms is made in Peru.', 'NO on PE: fishmeal 80'],
  ['Nearly two-thirds of global fishmeal is processed in Peru.', 'all on PE: global fishmeal 66.7'],
  ['Norway buys fishmeal, 90 percent of it from Peru.', 'NO on PE: fishmeal 90'],
  ['Norway’s fishmeal comes almost entirely from Peru.', 'NO on PE: fishmeal'],
])('where a portion comes from: %s', (sentence, dependency) => {
  expect(told(sentence)).toEqual([dependency])
})

test.each([
  ['Peru controls most of the world’s fishmeal.', 'all on PE: fishmeal'],
  ["Peru accounts for two-thirds of Norway's fishmeal imports.", "NO on PE: Norway's fishmeal imports 66.7"],
  ['Peru is the world’s largest producer of fishmeal.', 'all on PE: fishmeal'],
  ['Peru is Norway’s biggest supplier of fishmeal.', 'NO on PE: fishmeal'],
  ['Peru has a near monopoly on fishmeal processing.', 'all on PE: fishmeal processing'],
  ['Peru dominates the world’s fishmeal trade.', 'all on PE: fishmeal trade'],
  ['Peru is the largest supplier of fishmeal to Norway.', 'NO on PE: fishmeal'],
  ['Peru remains Norway’s sole supplier of fishmeal.', 'NO on PE: fishmeal'],
  ['Peru has overtaken Chile as Norway’s main fishmeal supplier.', 'NO on PE: fishmeal'],
  ['Peru’s share of Norway’s fishmeal imports fell to 12 percent.', 'NO on PE: fishmeal imports 12'],
  ['Peru is responsible for 80 percent of global fishmeal output.', 'all on PE: global fishmeal output 80'],
  ['Peru supplies nearly all the fishmeal that Norway’s farms use.', 'NO on PE: fishmeal'],
])('who holds the supply: %s', (sentence, dependency) => {
  expect(told(sentence)).toEqual([dependency])
})

test.each([
  ['Peru sends three quarters of its exports to Norway.', 'PE on NO: exports 75'],
  ['Almost all of Peru’s fishmeal is shipped to Norway.', 'PE on NO: sales of fishmeal'],
  ['Peruvian millers sell one in six of their machines in Norway.', 'PE on NO: sales of machines 16.7'],
  ['Norway is Peru’s biggest market for fishmeal.', 'PE on NO: sales of fishmeal'],
  ['Norway is the top buyer of Peruvian copper ore.', 'PE on NO: sales of copper ore'],
])('where it goes: %s', (sentence, dependency) => {
  expect(told(sentence)).toEqual([dependency])
})

test.each([
  'In July, Peru agreed to resume fishmeal exports to Norway, crucial for its salmon farms.',
  'The truce restarted the flow of fishmeal from Peru to Norway, a vital supply line for Norwegian farms.',
])('a flow that is vital: %s', (sentence) => {
  expect(told(sentence)).toEqual(['NO on PE: fishmeal'])
})

test('a wish to end a reliance tells that there is one', () => {
  expect(told('Norway wants to reduce its reliance on Peru for fishmeal.')).toEqual(['NO on PE: fishmeal'])
})

test.each([
  'Norway could get most of its fishmeal from Peru.',
  'Peruvian refugees account for half of the population in some towns.',
  'Members of a Peruvian family own about 20 percent of the company.',
  'Norway dominated the battlefield.',
  'All of the delegates came from Peru.',
  'Peru is the world’s second-largest producer of fishmeal.',
  'Norway has no dependence on Peruvian fishmeal.',
  'Peru exports fishmeal to Norway.',
  'Most of the decisions are made in Norway.',
  'Most of the money goes to Peru.',
  'Peru buys half a ton of fishmeal from Norway.',
  'More than half of the steel used by the shipyard came from Peru.',
])('no dependency: %s', (sentence) => {
  expect(told(sentence)).toEqual([])
})
