// In: sentences of our own. Out: votes that the noun tells with its count; none without who voted and when, or beside a verb.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'
import type { ActBody } from '../../model/index.ts'

const votesOf = (text: string) =>
  readClaims(text).flatMap(({ kind, body, evidence }) => {
    const { type, actor } = body as ActBody
    return kind === 'act' && evidence.foundBy === 'act/vote-noun@1'
      ? [`${type} · ${actor.map(({ name }) => name).join('+')}`]
      : []
  })

test.each([
  ["But Thursday's 61-40 vote in the Senate was a victory for the fishermen.", ['vote · Senate']],
  ["Friday's 61-40 vote by the Senate surprised many.", ['vote · Senate']],
  ['A 61-40 vote is seen as a strong signal.', []],
  ['The Senate passed the bill in a 61-40 vote on Friday.', []],
])('%s', (text, votes) => expect(votesOf(text)).toEqual(votes))
