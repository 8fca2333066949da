// In: reports of our own. Out: that who mediates, or is none of the two sides, tells a position as a third and no opponent.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'

test.each([
  ['Oman, which mediates between Peru and Chile, said Peru had rejected the draft.', 'third'],
  ['Peru met Chile. Oman, the chief mediator, told reporters that Peru had rejected the clause.', 'third'],
  ['The talks were brokered by Oman and Kenya. Kenya said Peru had rejected the draft.', 'third'],
  ['Peru and Chile met in Nairobi. Kenya said both sides had rejected the draft.', 'third'],
  ['Oman mediated. Chile said Peru had rejected the draft.', 'opponent'],
  ['Peru and Chile met in Nairobi. Chile said both sides had rejected the draft.', 'opponent'],
  ['Kenya said Peru had rejected the draft.', 'opponent'],
])('%s', (text, by) => {
  const told = readClaims(text).flatMap(({ kind, body }) =>
    kind === 'position' && body.party.id === 'PE' ? [body.toldBy] : [],
  )
  expect(told).toEqual([by])
})
