// In: sentences of our own. Out: how many days of a deed they give, and none where the day is that of what it is about.
import { expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'
import { findClaims } from '../engine.ts'

const engine = loadEngine()
const daysOf = (sentence: string): number[] =>
  findClaims(readSentence(sentence, engine), 'r', engine.claims).flatMap(({ kind, days, evidence }) =>
    kind === 'act' && evidence.foundBy.startsWith('act/') && evidence.modality === 'held'
      ? [days.length]
      : [],
  )

test.each([
  ['The minister has invited the growers’ board to Oslo on 14 April.', [0]],
  ['Norway has asked the court for a hearing on March 24.', [0]],
  ["Next Thursday's hearing has been adjourned.", [0]],
  ["Last Friday's offer has been withdrawn.", [0]],
  ['Norway has recalled its envoy twice, most recently on March 3.', [1]],
  ['Oslo has recalled its envoy yesterday.', [1]],
  ['The minister invited the growers’ board on 14 April.', [1]],
  ['The ship has been held at Callao since February 20.', [1]],
  ['The clinic said 410 operations had been put off since March 4.', []],
  ['Lund said the surcharge, in force since March 2, would stay until May.', []],
  ['The extension, from March 31, was requested by the brewers.', []],
  ['Cod was quoted at $510 a crate in Oslo, against $435 on Monday.', []],
  ['Cod was quoted at $510 a crate in Oslo on Monday.', [1]],
])('%s', (sentence, days) => {
  expect(daysOf(sentence)).toEqual(days)
})
