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

describe('a minister without a state', () => {
  const names = {
    ids: ['person:ann-berg', 'person:bo-holm'],
    facts: (id: string) => [
      { type: 'person', title: id.endsWith('berg') ? 'Oil Minister' : 'Trade Minister' },
    ],
  } as unknown as NamesRead
  const [us, norway, peru, eu] = ['US', 'NO', 'PE', 'EU'].map((id) => ({ id, name: id }))
  const sideOf = (between: readonly (typeof us)[], told: string) =>
    inferredSides(
      [],
      between as never,
      new Map([['person:bo-holm', { id: told, name: told } as never]]),
      names,
    ).get('person:ann-berg')?.id
  test.each([
    ['is of the one of two sides that has ministers', [us, norway], 'NO', 'NO'],
    ['is of nobody where both have some', [peru, norway], 'NO', undefined],
    ['is of nobody where ministers of others speak', [us, norway], 'PE', undefined],
    [
      'is of nobody beside the EU, whose members have some, where he meets nobody',
      [eu, norway],
      'NO',
      undefined,
    ],
  ])('%s', (_, between, told, side) => expect(sideOf(between, told)).toBe(side))
})
