// In: sentences of our own. Out: which words are told as said, and which are none on their own.
import { expect, test } from 'vitest'
import { readClaims } from '../../test/fixtures/read-claims.ts'

const said = (text: string) =>
  readClaims(text).flatMap((claim) => (claim.kind === 'statement' ? [claim.body.content] : []))

test.each([
  ['Lund and Silva did not sign the quota treaty that the minister said he supports.', []],
  ['Its bill came to 140 million euros, well above what it had told owners to expect.', []],
  ['Peru said the port was shut.', ['the port was shut']],
])('what is said about a noun outside it says nothing alone: %s', (text, wanted) =>
  expect(said(text)).toEqual(wanted),
)
