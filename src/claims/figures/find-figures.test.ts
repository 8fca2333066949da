// In: sentences of our own. Out: what a figure measures by its whole label, its value, whether it holds, and as of when.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'
import type { FigureBody } from '../../model/index.ts'

function told(text: string): string[] {
  return readClaims(text).flatMap(({ kind, body, evidence, days }) => {
    if (kind !== 'figure') return []
    const { measures, value } = body as FigureBody
    const on = days.map(({ start, end }) => ` | ${text.slice(start, end)}`).join('')
    return [`${measures.text} | ${value.value} ${value.unit} | ${evidence.modality}${on}`]
  })
}

test.each<[text: string, found: readonly string[]]>([
  [
    'Chile imported 83,000 tonnes of rice from Peru in 2021.',
    ['rice from Peru · imported | 83000 metric ton | background | 2021'],
  ],
  [
    'At least 40 percent of the hull must be built by welders who earn 22 euros an hour.',
    ['the hull · built by welders who earn 22 euros an hour | 40 % | expected'],
  ],
  [
    'The yards will be required to buy local steel and have 40 percent of the hull built by welders earning 22 euros an hour.',
    ['the hull built by welders earning 22 euros an hour | 40 % | planned'],
  ],
  [
    'Norway had lost more than 500 trawlers and 60,000 fishing jobs.',
    ['trawlers · lost | 500 trawler | background', 'fishing jobs · lost | 60000 job | background'],
  ],
  [
    'Peru plans to store 13 billion cubic metres of water this season, up from 4 billion last year.',
    ['water · store | 13000000000 cubic metre | planned'],
  ],
  [
    'Trade between the two countries totalled 42 billion pounds.',
    ['Trade between the two countries | 42000000000 GBP | held'],
  ],
  [
    'Oslo earns about $800 million a year in transit fees.',
    ['transit fees · earns | 800000000 USD per year | held'],
  ],
  ['Crews would get a one-off payment of 1,200 euros.', ['one-off payment | 1200 EUR | expected']],
  ['Norway wants 31 percent of the catch.', ['the catch · wants | 31 % | hypothetical']],
  [
    'She was referring to the detention of more than 1,000 migrants near Lima.',
    ['migrants near Lima · detention | 1000 migrant | held'],
  ],
  [
    'Peru enjoys a surplus with Norway, which buys 75 percent of its total exports.',
    ['its total exports · Norway | 75 % | held'],
  ],
  // Of what, these words do not say.
  [
    'The union, which represents 8,200 dockers, is demanding a 9 percent rise.',
    ['dockers · represents | 8200 docker | held'],
  ],
  ['The rebels have many camps and are present in 231 municipalities.', []],
  ['The fleet sold cod in Lima, worth about 4 billion crowns.', []],
  ['It would require 40 percent of the parts made in Peru to be made by hand.', []],
])('%s', (text, found) => {
  expect(told(text).sort()).toEqual([...found].sort())
})
