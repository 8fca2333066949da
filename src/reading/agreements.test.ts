// In: sentences of our own. Out: the agreements and promises they tell: name, sides, stage, how it holds.
import { expect, test } from 'vitest'
import { readClaims } from '../../test/fixtures/read-claims.ts'
import type { ActBody } from '../model/index.ts'

function told(text: string): string[] {
  return readClaims(text).flatMap(({ body, evidence }) => {
    const { about } = body as ActBody
    const ids = (refs: readonly { id: string }[]) => refs.map(({ id }) => id).join('+')
    if (about?.thread === 'agreement')
      return [`${about.name.text} | ${ids(about.between)} | ${about.stage} | ${evidence.modality}`]
    if (about?.thread === 'commitment') return [`${ids(about.by)} owes ${about.what.text}`]
    return []
  })
}

test.each<[text: string, found: readonly string[]]>([
  ['Norway and Peru signed a new pact here on Friday.', ['a new pact | NO+PE | signed | held']],
  [
    'Peru passed a fisheries deal with Norway, Chile.',
    ['a fisheries deal with Norway, Chile | PE+NO+CL | ratified | held'],
  ],
  // What somebody is after is not reached.
  ['Negotiators from Norway and Peru met on Friday, aimed at reaching a deal.', []],
  ['Even if Norway signs a bilateral pact with Peru, parliament will not vote on it.', []],
  [
    'Before Norway can sign the pact with Peru, parliament must be given notice.',
    ['the pact with Peru | NO+PE | signed | planned'],
  ],
  [
    'We look forward to more trade when the truce with Peru enters into force.',
    ['the truce |  | in force | planned'],
  ],
  ['Unions have been trying to get Peru to agree to a port pact with Norway.', []],
  ['"We will only agree to a pact with Peru that works for Norway," the minister said.', []],
  // No agreement in particular, or with nobody.
  ['Norway promised the port pact, which Holm called the worst fisheries deal ever made.', []],
  ['Fisheries agreements are negotiated by Norway.', []],
  ['Since Norway has struck a deal, the strike is over.', []],
  ['Parliament must ratify new treaties.', []],
  ['Even if Norway moves ahead and signs a pact with Peru, nothing changes.', []],
  ['Norway and Peru hope to get the pact signed before May.', ['the pact | NO+PE | signed | planned']],
  ['Norway promised to rebuild the ports, saying Peru had wrecked them.', ['NO owes to rebuild the ports']],
  // A promise is told whole, and no clause of others with it.
  [
    'Norway has pledged to rebuild "the old ports and piers" this year.',
    ['NO owes to rebuild "the old ports and piers" this year'],
  ],
  ['Norway agreed to reopen its ports and Peru welcomed the decision.', ['NO owes to reopen its ports']],
  // A shared view is no promise, nor is what they spoke of "during the talks".
  ['Norway agreed that the pact will be a model for others.', []],
  ['Holm told us what Norway agreed to during the talks.', []],
  // Of what, the words that are left do not say.
  ['Peru called a meeting on Friday, which Norway, its old rival, agreed to attend.', []],
  ['Norway promised to resign.', ['NO owes to resign']],
  ['Norway promised that a ban is the last resort.', []],
  ['Norway promised to rebuild the ports, a pledge dockers called hollow.', ['NO owes to rebuild the ports']],
  ['Norway pledged never to close its ports.', ['NO owes never to close its ports']],
  ['Norway rejected suggestions that Peru had agreed to close its ports.', []],
])('%s', (text, found) => {
  expect(told(text)).toEqual(found)
})

test('a day behind the colon of a heading is that of the verb after it', () => {
  const text =
    'SECURING A NEW DEAL: Today, on the heels of another, Norway reached an agreement with Peru to cut duties.'
  const days = readClaims(text).flatMap(({ body, days }) =>
    (body as ActBody).about?.thread === 'agreement'
      ? days.map(({ start, end }) => text.slice(start, end))
      : [],
  )
  expect(days).toContain('Today')
})

test('what is said besides of what is promised is not promised', () => {
  const text = 'Norway agreed in May to extend the truce with Peru, which had cut duties on cod.'
  expect(told(text)).toContain('NO owes to extend the truce with Peru')
})

test('who is only named in what is promised is no one it is promised to', () => {
  const to = (text: string) =>
    readClaims(text).flatMap(({ body }) => {
      const { about, recipient = [] } = body as ActBody
      return about?.thread === 'commitment' ? [recipient.map(({ id }) => id).join('+')] : []
    })
  expect(to('Norway agreed to help Peru.')).toEqual(['PE'])
  expect(to('Norway promised to inspect Peru by May.')).toEqual([''])
})
