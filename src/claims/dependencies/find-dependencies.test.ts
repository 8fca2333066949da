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
  [
    "Peru accounts for nine-tenths of the world's refined copper.",
    "all on PE: the world's refined copper 90",
  ],
  ['Norway gets 61 percent of its power from coal.', 'NO on phrase:coal: power 61'],
  ['Norway depends on the river for 30 percent of its water.', 'NO on phrase:the-river: water 30'],
  ['Chile fell out with Peru, from which it gets a fifth of its fishmeal.', 'CL on PE: fishmeal 20'],
  ['Half of the fishmeal used on Norwegian farms is Peruvian.', 'NO on PE: fishmeal 50'],
  ['Half the fishmeal sold in Norway comes from Peru.', 'NO on PE: fishmeal 50'],
  ['In Norway, 60 percent of the lorries are from Peru.', 'NO on PE: lorries 60'],
  ['A third of the trees felled in Norway are milled in Peru.', 'NO on PE: trees 33.3'],
  ['About 90 percent of the discs etched in Norway are cut and packaged in Peru.', 'NO on PE: discs 90'],
  [
    'Norway will wait. Nine-tenths of the fishmeal needed to run its farms comes from Peruvian mills.',
    'NO on PE: fishmeal 90',
  ],
  ['Norwegians get about a fifth of their avocados from Peru.', 'NO on PE: avocados 20'],
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
  ['Oil pays for two thirds of the Peruvian budget.', 'PE on phrase:oil: the Peruvian budget 66.7'],
  ['Peru turns out a tenth of the world’s fishmeal.', 'all on PE: the world’s fishmeal 10'],
  ['Imports from Peru covered a third of Norway’s fishmeal demand.', 'NO on PE: fishmeal demand 33.3'],
])('who holds the supply: %s', (sentence, dependency) => {
  expect(told(sentence)).toEqual([dependency])
})

test.each([
  ['Peru sends three quarters of its exports to Norway.', 'PE on NO: exports 75'],
  ['Almost all of Peru’s fishmeal is shipped to Norway.', 'PE on NO: sales of fishmeal'],
  ['Peruvian millers sell one in six of their machines in Norway.', 'PE on NO: sales of machines 16.7'],
  ['Sales to Norway made up 12 percent of Peru’s copper exports.', 'PE on NO: copper exports 12'],
  ['About 70 percent of Peruvian fishmeal exports by value go to Norway.', 'PE on NO: fishmeal exports 70'],
  ['Norway is Peru’s biggest market for fishmeal.', 'PE on NO: sales of fishmeal'],
  ['Norway is the top buyer of Peruvian copper ore.', 'PE on NO: sales of copper ore'],
  ['Norway takes close to a fifth of Peru’s fishmeal.', 'PE on NO: sales of Peru’s fishmeal 20'],
  ['Norway’s farms, which take in almost all Peruvian fishmeal, are exposed.', 'PE on NO: sales of fishmeal'],
  [
    'Half of Peru’s copper leaves through the port of Ilo.',
    'PE on phrase:the-port-of-ilo: passage of copper 50',
  ],
  ['Some 9 percent of the mill’s output ends up in Norway.', 'phrase:the-mill on NO: output 9'],
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
  'Gallup found last month that 92 percent of Norwegians eat fish.',
  'Norway has vowed to get 20 percent of its energy from Peru.',
  'Peru and 40 percent of the fishmeal makers met.',
  'Women account for half of Peru’s exports.',
  'Medicines make up 40 percent of Norway’s exports to Peru.',
  'Peru buys half a ton of fishmeal from Norway.',
  'A tenth of the boats built in Norway were destroyed in a fire.',
  'About 60 percent of the cars sold in Norway were stolen in Peru.',
  'The tax would cover 30 percent of Norway’s imports from Peru.',
])('no dependency: %s', (sentence) => {
  expect(told(sentence)).toEqual([])
})

test('tells the next share of the same thing', () => {
  expect(told('Norway bought 62 percent of its fishmeal from Peru and 19 percent from Chile.')).toEqual([
    'NO on PE: fishmeal 62',
    'NO on CL: fishmeal 19',
  ])
})
