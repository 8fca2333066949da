// In: sentences of our own. Out: what is to happen on a day ahead, and until or by when, where nothing else tells it; and where nothing is.
import { expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'
import { findClaims } from '../engine.ts'

const engine = loadEngine()
const aheadIn = (sentence: string): string[] =>
  findClaims(readSentence(sentence, engine), 'r', engine.claims).flatMap(({ kind, body, evidence }) =>
    kind === 'act' && evidence.foundBy === 'act/ahead@1'
      ? [`${body.words?.text} · ${evidence.modality}`]
      : evidence.foundBy === 'deadline/limit@1' && kind === 'state'
        ? [`${body.about?.thread === 'deadline' ? body.about.what.text : ''} · until`]
        : [],
  )

test.each([
  [
    'Ministers are to take up the herring text in Lund on September 24.',
    ['are to take up the herring text in Lund on September 24 · planned'],
  ],
  ['The ferry hearing is expected on May 20.', ['The ferry hearing is expected on May 20 · planned']],
  ['Whoever hoped that the week would tell growers what they will owe was disappointed on Thursday.', []],
  [
    'The text should be signed by the two governments in October.',
    ['should be signed by the two governments in October · expected'],
  ],
  ['The secretariat in Lima has given Quito until August 15.', ['Quito · until']],
  [
    'The ministry has asked both sides for written comments by April 6.',
    ['both sides for written comments · until'],
  ],
  ['The fishing licence is valid through Sept. 30.', ['The fishing licence · until']],
  ['The herring minister said he would wait until August 15.', ['would wait until August 15 · expected']],
  [
    'A hotline between Norway and Peru is to be created.',
    ['A hotline between Norway and Peru is to be created · planned'],
  ],
  ['Comments on the herring text may be sent until April 6.', ['Comments on the herring text · until']],
  ['Kari Lund is to be in Lima on May 20.', ['Kari Lund is to be in Lima on May 20 · planned']],
  ['Kari Lund is due in Lima on May 20.', ['Kari Lund is due in Lima on May 20 · planned']],
  ['Norway is expected to take up the herring text.', ['take up the herring text · expected']],
  ['Norda is slated to open a depot in Lima.', ['Norda is slated to open a depot in Lima · planned']],
  ['Norway was expected to take up the herring text.', []],
  ['The vote is on July 3.', ['The vote is on July 3 · planned']],
  [
    'A count of the boats would follow on Monday morning.',
    ['A count of the boats would follow on Monday morning · expected'],
  ],
  ['He is expected to take it up.', []],
  ['Kari Lund is in Lima.', []],
  ['The mill has shelved a plan to leave Lima on July 3.', []],
  ['The mill has a plan to leave Lima on July 3.', ['leave Lima on July 3 · planned']],
  ['The mill owners gave themselves until April 30.', ['The mill owners · until']],
  [
    'Under a decree, 750 tonnes a year may enter at 9 percent from May 1.',
    ['750 tonnes a year may enter at 9 percent from May 1 · possible'],
  ],
  [
    'The envoy Carl Whit said the mediators would circulate a text by April 30.',
    ['would circulate a text by April 30 · expected'],
  ],
  ['from then on: Norda may sail, and not before April 6.', []],
  ['over: The round had been due to open on May 3.', []],
  ['over: The envoy had threatened to ask for a panel on July 28.', []],
  ['only foretold: Analysts said prices would rise by December.', []],
  ['of what is told: It expects December to be slow.', []],
])('%s', (sentence, ahead) => {
  expect(aheadIn(sentence.replace(/^[a-z ]+: /, ''))).toEqual(ahead)
})
