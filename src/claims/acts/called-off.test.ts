// In: sentences of our own. Out: what was given up or put off, with the day it had been planned for.
import { expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'
import { findClaims } from '../engine.ts'

const engine = loadEngine()
const offIn = (sentence: string): string[] => {
  const doc = readSentence(sentence, engine)
  return findClaims(doc, 'r', engine.claims).flatMap(({ kind, body, days }) =>
    kind === 'act' && body.about === undefined
      ? days
          .filter(({ role }) => role === 'originalDue')
          .map(({ start, end }) => `${body.type} · ${doc.text.slice(start, end)}`)
      : [],
  )
}

test.each([
  ['The hearing scheduled for Tuesday was cancelled.', ['event: cancel · Tuesday']],
  ['The ceremony, planned for 3 May, was put off.', ['event: put off · 3 May']],
  ['The vote scheduled for Tuesday was called off.', ['vote: off · Tuesday']],
  ['Pilots called off a strike planned for 3 May.', ['strike: call off · 3 May']],
  ['The council put off the vote on the nets, which had been planned for 3 May.', ['vote: off · 3 May']],
  ['The fair will not take place on Tuesday.', ['event: not fair · Tuesday']],
  ['The crossing will not reopen on 3 May as planned.', ['event: not reopen · 3 May']],
  ['asked for: The crews want the hearing scheduled for Tuesday to be cancelled.', []],
  ['denied: The hearing scheduled for Tuesday was not cancelled.', []],
  ['the day of the deed: The mayor cancelled the fair on Tuesday.', []],
  ['moved, told as that: The vote was postponed from 3 May to 9 May.', []],
  ['still to come: The crossing will reopen on 3 May as planned.', []],
])('%s', (sentence, off) => expect(offIn(sentence.replace(/^[a-z, ]+: /, ''))).toEqual(off))
