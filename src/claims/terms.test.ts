// In: sentences of our own. Out: what an agreement makes each side do, and where nothing is owed.
import { expect, test } from 'vitest'
import { loadEngine } from '../reading/engine.ts'
import { readSentence } from '../reading/read-sentence.ts'
import { findClaims } from './engine.ts'

const engine = loadEngine()
const termsOf = (text: string): string[] =>
  findClaims(readSentence(text, engine), 'r', engine.claims).flatMap((claim) => {
    if (claim.kind !== 'act' || claim.body.about?.thread !== 'commitment') return []
    const { by, what, under } = claim.body.about
    return [`${by.map(({ id }) => id).join('+')}: ${what.text} (${under?.text ?? '-'})`]
  })

test.each([
  [
    'Under the truce, Norway will stop the patrols and withdraw its ships by May 3.',
    ['NO: stop the patrols (the truce)', 'NO: withdraw its ships by May 3 (the truce)'],
  ],
  [
    'Under the deal, reached after five days of talks in Lima, Norway will release 650 men and Chile will free 40 crew.',
    ['CL: free 40 crew (the deal)', 'NO: release 650 men (the deal)'],
  ],
  ['The United States will monitor the truce.', ['US: monitor the truce (the truce)']],
  ['nothing owed: Under the truce, Norway stopped the patrols.', []],
  ['no agreement: Under the bridge, Norway will stop the ships.', []],
])('%s', (text, wanted) => expect(termsOf(text.replace(/^[a-z ]+: /, '')).sort()).toEqual(wanted))
