// In: sentences of our own. Out: how their acts hold: what stands under a wish, a plan or a possibility is as real as that.
import { describe, expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'
import { findClaims } from '../engine.ts'

const engine = loadEngine()

/** "root modality" of each act. */
const moodsOf = (sentence: string): string[] =>
  findClaims(readSentence(sentence, engine), 'r', engine.claims).flatMap((claim) =>
    claim.kind === 'act' ? [`${claim.body.plover ?? '-'} ${claim.evidence.modality}`] : [],
  )

describe('what hangs on what is not so yet', () => {
  test.each([
    ['a wish: Norway wants to see Peru cut its fleet by expanding patrols with Chile.', []],
    [
      'a participle: Norway might seize Peruvian ships, forcing Chile to step in.',
      ['COERCE possible', 'COERCE possible'],
    ],
    ['a campaign: Norway launched a campaign aimed at forcing Peru to lift the levy.', []],
    ['what one can do: Norway claims that it can block the appeal of Peru.', ['REJECT possible']],
    ['a fancy: It is absurd to think that Norway would help Kenya.', []],
    [
      'what is sought: The agency is seeking an order barring Kenyan firms from the port.',
      ['THREATEN planned'],
    ],
    [
      'one member only: The accord will be signed with Chile (and with Kenya, if it agrees).',
      ['AGREE planned'],
    ],
    ['the whole: The accord will be signed with Chile if it agrees.', ['AGREE conditional']],
  ])('%s', (sentence, moods) => expect(moodsOf(sentence.replace(/^[a-z ]+: /, ''))).toEqual(moods))
})
