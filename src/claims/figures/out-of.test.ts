// In: sentences of our own. Out: how many of how many, what something was before, and people counted without a noun.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'
import type { FigureBody } from '../../model/index.ts'

const figures = (text: string): string[] =>
  readClaims(text).flatMap(({ kind, body }) => {
    if (kind !== 'figure') return []
    const { measures, value, from } = body as FigureBody
    const before = from === undefined ? '' : ` from ${from.value}`
    const all = value.outOf === undefined ? '' : ` of ${value.outOf}`
    return [`${measures.text} | ${value.bound}${value.value}${all} ${value.unit}${before}`]
  })

test.each<[text: string, found: readonly string[]]>([
  ['Negotiators have closed 9 of 21 chapters.', ['chapters · Negotiators have closed | =9 of 21 chapter']],
  ["The Greens hold 14 of the council's 35 seats.", ['seats · council · hold | =14 of 35 seat']],
  ['Only 12 of the 40 trawlers reached the port.', ['trawlers · reached the port | =12 of 40 trawler']],
  ['Of 212 paragraphs, 140 remain in brackets.', ['paragraphs · remain in brackets | =140 of 212 paragraph']],
  [
    'Two in three dockers said they would accept longer shifts.',
    ['dockers · said they would accept longer shifts | =2 of 3 docker'],
  ],
  ['Nearly half of households would pay more.', ['households who pay more | ≈50 %']],
  ['The top rate of tax was lowered from 45 percent to 42 percent.', ['top rate of tax | =42 % from 45']],
  ['Turnout dropped from 38 to 29 percent.', ['Turnout | =29 % from 38']],
  [
    'The minimum wage would rise to 15 euros an hour from 11.50 euros.',
    ['The minimum wage | =15 EUR per hour from 11.5'],
  ],
  ['The retirement age would be raised to 64 from 62.', ['retirement age | =64  from 62']],
  ['The death toll rose to 58 on Friday.', ['The death toll | =58 people']],
  ['The rebels said 340 had died.', ['people · died | =340 people']],
  ['An attack in Norland killed four Danes, including an envoy.', ['people · killed | =4 people']],
  ['Four Danes were killed on Friday.', ['Danes · killed | =4 people']],
  [
    'The blast killed 9 people and injured 34.',
    ['people · injured | =34 people', 'people that the blast killed | =9 people'],
  ],
  [
    'The pension fund has a shortfall of nearly $14 billion.',
    ['shortfall · pension fund | ≈14000000000 USD'],
  ],
  ['Aid for 1.4 million people will expire in May.', ['people · Aid | =1400000 people']],
])('%s', (text, found) => expect(figures(text).sort()).toEqual([...found].sort()))

test.each([
  'One of the four tankers left the port.',
  'They met on three of the five days.',
  'He killed two bills.',
  'The gulf celebrates half a century of relations.',
])('no figure: %s', (text) => expect(figures(text)).toEqual([]))

test.each<[text: string, found: readonly string[]]>([
  ["Norway's deficit will climb to $14.6 billion this year.", ["Norway's deficit | =14600000000 USD"]],
  [
    'Support for the premier slipped to 33 percent, down from 41 percent.',
    ['Support for the premier | =33 % from 41'],
  ],
  ['The strike fund holds 11 million euros.', ['what the strike fund holds | =11000000 EUR']],
  ['The first instalment, 120 million pounds, was paid.', ['first instalment | =120000000 GBP']],
  ['The port wants to cut 9,200 of its 71,000 posts.', ['posts · cut | =9200 of 71000 post']],
  ['Tax receipts fell short of forecasts by 210 million dollars.', []],
])('%s', (text, found) => expect(figures(text).sort()).toEqual([...found].sort()))
