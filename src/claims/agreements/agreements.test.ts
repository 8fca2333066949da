// In: sentences of our own. Out: who an agreement is between, who is to approve it, what it is about.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'
import type { ActBody } from '../../model/index.ts'

function told(text: string): string[] {
  return readClaims(text).flatMap(({ body, evidence }) => {
    const { about } = body as ActBody
    if (about?.thread !== 'agreement') return []
    const sides = about.between.map(({ name }) => name).join('+')
    const approved = about.approvals.map(({ who, done }) => ` | ${who.name}: ${done}`).join('')
    const on = about.about.map(({ text }) => ` | on ${text}`).join('')
    return [`${about.name.text} | ${sides} | ${about.stage} | ${evidence.modality}${approved}${on}`]
  })
}

test.each<[text: string, found: readonly string[]]>([
  // Who alone seeks one is no side of it.
  ['Peru sought the fishing pact for years.', ['the fishing pact |  | proposed | held | on fishing']],
  // What is only a beginning, what holds and is told in passing.
  [
    'Brokers said the grain framework is a first step rather than a full settlement.',
    ['the grain framework |  | in principle | held'],
  ],
  ['The accord was a first step.', []],
  ['It is firms rather than the ministry that sign the contracts.', []],
  ['Ada Berg signed a statement under oath.', []],
  ["The treaty would not require parliament's approval.", []],
  ['The treaty does not need to be ratified by Norway.', []],
  [
    'President Ada Berg of Norway signed a treaty with Peru and Chile.',
    ['a treaty | Norway+Peru+Chile | signed | held'],
  ],
  [
    'The talks come amid a fragile truce between Norway and Peru.',
    ['truce between Norway and Peru | Norway+Peru | in force | held'],
  ],
  ['The talks follow the collapse of a fragile truce between Norway and Peru.', []],
  [
    'The Norway-Peru fisheries pact entered into force on Friday.',
    ['The Norway-Peru fisheries pact | Norway+Peru | in force | held'],
  ],
  [
    'Port owners and the Havens union reached a tentative deal on pay early on Thursday.',
    ['a tentative deal | Port owners+Havens union | agreed | held'],
  ],
  ['Norway and Peru are negotiating an agreement.', []],
  [
    'Ruud says the accord, which was signed in 1994, has hurt Norway.',
    ['the accord |  | signed | background'],
  ],
  [
    'Norway signed a lease with Kenya on Tuesday, vowing to sign a full treaty by June.',
    ['a full treaty | Norway | signed | planned'],
  ],
  ['Norway and its allies signed a treaty on Monday.', ['a treaty | Norway | signed | held']],
  ['Norway and Peru signed a pilot contract on Monday.', ['a pilot contract | Norway+Peru | signed | held']],
  ['Norway, Peru and Chile have reached agreements that exempt them from the duties.', []],
  // One telling, not two: what must be done is owed.
  [
    "Norway's parliament must approve the treaty before June.",
    ['the treaty |  | ratified | planned | Norway: false'],
  ],
  // Who alone decides on it is no side of it; what is only tried with one side is none; how it is thought of is no name.
  ['Elena Marsh rejected a controversial pact on Monday.', ['pact |  | rejected | held']],
  ['The owners scuttled attempts to cut a deal with Norway.', []],
  [
    'Norway and Peru have reached an agreement on sharing the anchovy catch.',
    ['an agreement on sharing the anchovy catch | Norway+Peru | agreed | held'],
  ],
  ['That could allow for a deal to be signed before December 1.', ['a deal |  | signed | planned']],
])('%s', (text, found) => {
  expect(told(text)).toEqual(found)
})

test('a longer term is no entry into force', () => {
  const stages = readClaims('Norway and Peru agreed in July to extend the truce.').flatMap(({ body }) => {
    const { about } = body as ActBody
    return about?.thread === 'agreement' ? [about.stage] : []
  })
  expect(new Set(stages)).toEqual(new Set(['extended']))
})
