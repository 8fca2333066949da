// In: rounds and ties in every form. Out: that a line says who meets where that is not plain, and a condition once.
import { expect, test } from 'vitest'
import { harbourRecord } from '../../test/fixtures/harbour-record.ts'
import type { EntryOf } from '../model/index.ts'
import { leveragePage, linkageLine, linkageLines } from './leverage.ts'
import { textOf } from './lines/line.ts'
import { orderedRounds, roundLine } from './talks.ts'

const reader = harbourRecord()
const [base] = orderedRounds(reader)
const [tie] = reader.ofKind('linkage')
const place = { id: 'place:west-pier', name: 'West Pier' }
const all = reader.negotiation.parties.map(({ id, name }) => ({ party: { id, name }, members: [] }))

const line = (body: Partial<EntryOf<'round'>['body']>) =>
  textOf(roundLine(reader, { ...base!, body: { ...base!.body, place, agenda: [], ...body } }))

test('talks of the sides that always meet do not name them, talks of others do', () => {
  const others = [...all.slice(0, 1), { party: { id: 'x', name: 'Farland' }, members: [] }]
  expect(line({ delegations: all })).not.toContain(` ${all[0]!.party.name} and `)
  expect(line({ delegations: others })).toContain(`: ${all[0]!.party.name} and Farland · `)
})

test('what a round ended with stands below it', () => {
  const { lines } = roundLine(reader, { ...base!, body: { ...base!.body, outcome: 'without an agreement' } })
  expect(lines.map(textOf)).toContain('outcome: without an agreement')
})

test.each([
  ['unless the fee falls', '“close the dock”, “unless the fee falls”'],
  ['a lower fee', '“close the dock” hangs on “a lower fee”'],
])('a condition: %s', (to, words) => {
  expect(leveragePage(reader).sections[0]!.lines.length).toBeGreaterThan(0)
  const body = { ...tie!.body, relation: 'precondition' as const, from: 'close the dock', to }
  const evidence = tie!.evidence.map((one) => ({ ...one, quote: `It would close the dock, ${to}.` }))
  expect(textOf(linkageLine({ ...tie!, body, evidence }, reader))).toContain(words)
})

test('levers of one side stand in one line, each once, what is only possible marked', () => {
  const [user] = reader.negotiation.parties
  const lever = (id: string, from: string, rest: Partial<EntryOf<'linkage'>> = {}): EntryOf<'linkage'> => ({
    ...tie!,
    modality: 'held',
    ...rest,
    id,
    body: { relation: 'leverage', user: [{ id: user!.id, name: user!.name }], target: [], from } as never,
  })
  const entries = [
    lever('linkage:a', 'the dock leases'),
    lever('linkage:b', 'berth fees', { modality: 'possible' }),
    lever('linkage:c', 'The dock leases'),
    lever('linkage:d', 'ferries', { polarity: 'denied' }),
  ]
  const lines = linkageLines({ ...reader, ofKind: () => entries as never })
  expect(lines.map(textOf)).toEqual([
    `leverage of ${user!.name}: “the dock leases”, “berth fees” (possible), “ferries” (denied)`,
  ])
})

test('of two that negotiate nobody else can be the other side, but for a third where they meet at its place', () => {
  const [first, second] = reader.negotiation.parties.map(({ id, name }) => ({ id, name }))
  const seat = (name: string) => ({ person: { id: `person:${name}`, name }, namedBy: 1 })
  const delegations = [{ members: [seat('ann')] }, { party: first!, members: [seat('bo')] }]
  const seats = (body: Partial<EntryOf<'round'>['body']>) =>
    roundLine(reader, { ...base!, body: { ...base!.body, agenda: [], delegations, ...body } })
      .lines.map(textOf)
      .join('; ')
  expect(seats({ place: undefined })).toContain(`${second!.name} (by elimination): ann`)
  expect(seats({ place })).toContain('side not given: ann')
  expect(seats({ place, delegations: [...delegations, { party: second!, members: [] }] })).toContain(
    `${second!.name} (by elimination): ann`,
  )
  expect(seats({ place: undefined, delegations: delegations.slice(0, 1) })).toContain('side not given: ann')
})
