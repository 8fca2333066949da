import { describe, expect, test } from 'vitest'
import type { Claim, ClaimOf } from '../../model/index.ts'
import { type NamesRead, seatFor } from './names.ts'
import { inferredSides, withSides } from './people.ts'

const party = { id: 'org:harbour-party', name: 'Harbour Party' }
const ada = { id: 'person:ada-lind', name: 'Ada Lind' }
const stand = (forItself?: true) =>
  ({
    kind: 'position',
    body: { party: ada, issue: '', stance: 'oppose', content: '', ...(forItself ? { forItself } : {}) },
  }) as unknown as Claim
const whoTakes = (claim: Claim) => (claim as ClaimOf<'position'>).body.party.name
const seats = (...titles: string[]) => new Map([[ada.id, seatFor(party, titles)]])

describe('a stand is', () => {
  test.each([
    ["a leader's: the party's", ['Sen.', 'Senate Minority Leader'], 'Harbour Party'],
    ["a member's: his own", ['Sen.'], 'Ada Lind'],
    ["whoever's else: the body's", ['president'], 'Harbour Party'],
  ])('%s', (_, titles, who) => expect(whoTakes(withSides(stand(), seats(...titles)))).toBe(who))

  test('his own where the report says it is, whatever others call him', () => {
    expect(whoTakes(withSides(stand(true), seats('leader')))).toBe('Ada Lind')
  })
})

test('a member sits in the delegation of his body all the same', () => {
  const round = {
    kind: 'act',
    body: {
      actor: [],
      recipient: [],
      about: { thread: 'round', delegations: [{ members: [{ person: ada }] }] },
    },
  } as unknown as Claim
  const { about } = (withSides(round, seats('Sen.')) as ClaimOf<'act'>).body
  expect(about?.thread === 'round' && about.delegations.map((one) => one.party)).toEqual([party])
})

test('a minister of whom no report tells the state is of none', () => {
  const names = {
    ids: ['person:ann-berg'],
    facts: () => [{ type: 'person', title: 'Oil Minister' }],
  } as unknown as NamesRead
  const between = ['US', 'NO'].map((id) => ({ id, name: id }))
  expect(inferredSides([], between, new Map(), names).get('person:ann-berg')).toBeUndefined()
})
