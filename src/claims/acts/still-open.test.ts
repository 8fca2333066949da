// In: sentences of our own. Out: what two sides have not settled, and where nothing is told to be open.
import { expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'
import { findClaims } from '../engine.ts'

const engine = loadEngine()
const openIn = (sentence: string): string[] =>
  findClaims(readSentence(sentence, engine), 'r', engine.claims).flatMap(({ kind, body, evidence }) =>
    kind === 'act' && evidence.foundBy === 'act/still-open@1'
      ? [body.actor.map(({ name }) => name).join('+')]
      : [],
  )

test.each([
  ['The quota remains a sticking point between Norway and Peru.', ['Norway+Peru']],
  ['Norway and Peru remain at odds over the quota.', ['Norway+Peru']],
  ['Norway and Peru still disagree on the size of the quota.', ['Norway+Peru']],
  ['The main sticking point is the size of the quota.', ['']],
  ['The status of the port remains unresolved.', ['']],
  ['The two sides are still far apart on wages.', ['sides']],
  ['none: It remains unresolved.', []],
  ['none: The quota was a sticking point between Norway and Peru.', []],
  ['none: Do Norway and Peru still disagree on the quota?', []],
  ['none: If Norway and Peru disagree on the quota, ships will stay in port.', []],
  ['none: Analysts disagree on the size of the fleet.', []],
  ['none: The two ports are far apart.', []],
])('%s', (sentence, wanted) => expect(openIn(sentence.replace(/^none: /, ''))).toEqual(wanted))
