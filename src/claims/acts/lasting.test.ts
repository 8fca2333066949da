// In: sentences of our own. Out: that what generally is or is done tells no act, and that what was done does.
import { describe, expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'
import { findClaims } from '../engine.ts'

const engine = loadEngine()

const rootsOf = (sentence: string): string[] =>
  findClaims(readSentence(sentence, engine), 'r', engine.claims).flatMap((claim) =>
    claim.kind === 'act' && claim.evidence.foundBy.startsWith('act/') ? [claim.body.plover ?? '-'] : [],
  )

describe('what lasts', () => {
  test.each([
    ['Under the accord Norway allows Peru to fish in its waters.', []],
    ['Norway is barred by Peru from bidding for the port.', []],
    ["Norway's police work with agencies targeting smugglers from Peru.", []],
    ['Norway cooperates with Chile on rescue at sea.', []],
    ['Norway opposes the Peruvian plan.', ['REJECT']],
    ['Peru accuses Norway of dumping.', ['ACCUSE']],
    ['Norway frees Peruvian sailors', ['YIELD']],
    ['Norway was barred by Peru from bidding for the port.', ['COERCE']],
  ])('%s', (sentence, roots) => expect(rootsOf(sentence)).toEqual(roots))
})
