// In: sentences of our own. Out: what amounts are of that stand between a verb and what grows by them, beside a line that is drawn, or before what votes are needed for.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'
import type { FigureBody } from '../../model/index.ts'

const figures = (text: string): string[] =>
  readClaims(text).flatMap(({ kind, body }) => {
    if (kind !== 'figure') return []
    const { measures, value, change } = body as FigureBody
    return [`${measures.text} | ${change ?? ''} ${value.bound} ${value.value} ${value.unit}`]
  })

test.each<[text: string, found: readonly string[]]>([
  [
    'The harbour bill is expected to add about $1.5 billion to the national debt over the next decade.',
    ['the national debt · add | up ≈ 1500000000 USD'],
  ],
  [
    'The plan would cut $500 million from Medicare over ten years.',
    ['what the plan would cut from Medicare | down = 500000000 USD'],
  ],
  [
    'Leaders are eyeing a deal to raise budgetary caps by as much as $200 million.',
    ['budgetary caps | up ≤ 200000000 USD'],
  ],
  ['Norway agreed to raise the debt ceiling by $300 million.', ['debt ceiling | up = 300000000 USD']],
  [
    'The act contains $15 million for food stamps, $4 million for food banks, and $8 million for school meal programs.',
    [
      'what the act contains for food banks |  = 4000000 USD',
      'what the act contains for food stamps |  = 15000000 USD',
      'what the act contains for school meal programs |  = 8000000 USD',
    ],
  ],
  ['Port fees would rise on income above $400,000.', ['Port fees · income |  > 400000 USD']],
  [
    'The plan would extend the rebate for households earning less than $250,000 a year.',
    ['the rebate for households earning |  < 250000 USD per year'],
  ],
  [
    'They have the 217 votes needed to pass the Ports Act.',
    ['votes needed to pass the Ports Act |  = 217 vote'],
  ],
  ['The bill would need 60 votes to pass.', ['votes that the bill would need |  = 60 vote']],
  ['The chamber counted 60 votes.', []],
  ['A poll showed Lind with a 49 percent job approval rating.', ['job approval rating |  = 49 %']],
  // A step, and what is paid for something.
  ['The payment falls by $5 for every $100 above the line.', []],
  ['Lund paid $15 million for the ship.', []],
])('%s', (text, found) => {
  expect(figures(text).sort()).toEqual(found)
})
