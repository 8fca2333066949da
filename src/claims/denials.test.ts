// In: invented sentences. Out: proof of who denies what where the words point back to it, and that a refused offer is no denial.
import { describe, expect, it } from 'vitest'
import { loadEngine } from '#parley/reading/engine.ts'
import { readSentence } from '#parley/reading/read-sentence.ts'
import { findDenials } from './denials.ts'
import { sceneOf } from './scene.ts'

const engine = loadEngine({ packs: [] })
const denialsIn = (text: string) =>
  findDenials(sceneOf(readSentence(text, engine), 'r', engine.claims.lexicon)).map(
    ({ by, teller, what }) => `${by} | ${teller} | ${what}`,
  )

describe('a denial', () => {
  it.each([
    [
      'Peru said Norway had offered to share the catch, a claim the fisheries ministry rejected.',
      'fisheries ministry | Peru | Norway had offered to share the catch',
    ],
    [
      'The union said the port had hired strike-breakers, an accusation denied by the port.',
      'the port | The union | the port had hired strike-breakers',
    ],
    ['Peru says Norway broke the treaty, which Norway denies.', 'Norway | Peru | Norway broke the treaty'],
    [
      'Lund said Norway had told Peru in advance; Soto denied that.',
      'Soto | Lund | Norway had told Peru in advance',
    ],
  ])('%s', (text, told) => {
    expect(denialsIn(text)).toEqual([told])
  })

  it.each([
    'Norway offered to share the catch, a proposal that Peru rejected.',
    'Peru said Norway had offered to share the catch, and the ministry rejected it.',
    'Norway did not deny that it had closed the port.',
  ])('is none of: %s', (text) => {
    expect(denialsIn(text)).toEqual([])
  })
})
