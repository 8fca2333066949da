// In: the fish duties, invented, and deals on them. Out: proof that a deal tells what it crosses and leaves open, and picks nothing itself.
import { describe, expect, it } from 'vitest'
import { readFolder } from '../../../test/fixtures/read-folder.ts'
import { compareScenarios } from '../scenario/compare.ts'
import { letLapse } from '../scenario/resolve-scenario.ts'
import { regimesOf } from '../told/regimes.ts'
import { termsOf } from '../told/terms.ts'
import { dealOf, termsToPick } from './deal.ts'
import { readDeal } from './deal-file.ts'

const reader = (await readFolder('examples/outlook/fish-2031'))('2031-06-22')
const regimes = regimesOf(reader)
const terms = termsOf(reader, regimes).terms.map(({ due }) => due)
const deal = (text: string) => dealOf(reader, regimes, terms, readDeal(text, 'd.yaml'), 'd.yaml')

describe('a deal', () => {
  it('may cross a red line of the other side, by the words both share', () => {
    const { crosses, untouched } = deal('terms: [{ take: allow inspectors }]')
    expect(crosses.map(({ line, by }) => [line.body.party.id, by.map(({ words }) => words)])).toEqual([
      ['NO', [['inspector', 'ship']]],
    ])
    expect(untouched).toEqual([])
  })
  it('leaves alone what no word of it touches', () => {
    const { crosses, untouched, notTaken } = deal('terms: [{ take: farmed salmon }]')
    expect(crosses).toEqual([])
    expect(untouched.map(({ body }) => body.stance)).toEqual(['red-line'])
    expect(notTaken).toHaveLength(termsToPick(reader).asks.length - 1)
  })
  it('leaves preconditions and approvals open until they are said to be met', () => {
    const open = deal('terms: [{ take: farmed salmon }]')
    expect(open.preconditions.map(({ words, met }) => [words, met])).toEqual([
      [expect.stringContaining('catch records'), false],
    ])
    expect(open.approvals.map(({ who, met }) => [who?.id, met])).toEqual([['NO', false]])
    const met = deal('terms: [{ take: farmed salmon }]\nmet: [catch records, Norway accord]')
    expect([...met.preconditions, ...met.approvals].every((one) => one.met)).toBe(true)
  })
  it('is followed by the regime that its terms make', () => {
    const { after } = deal(
      'terms: [{ take: farmed salmon, does: [{ layer: salmon, end: true, from: 2031-07-15 }] }]',
    )
    const { differences } = compareScenarios(regimes, letLapse(regimes), after)
    expect(differences).toMatchObject([{ from: '2031-07-15', a: { kind: 'prohibition' } }])
    expect(differences).toHaveLength(1)
  })
})

it.each([
  ['terms: []', /terms/],
  ['name: nothing', /terms/],
  ['terms: [{ take: whales }]', /no side is told to ask, offer or refuse "whales"/],
  ['terms: [{ take: Norway }]', /may mean position:/],
])('%s is no deal', (text, wrong) => {
  expect(() => deal(text)).toThrow(wrong)
})
