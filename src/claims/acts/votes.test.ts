// In: sentences of our own. Out: the count a vote is told with, in heads or in per cent, and where numbers are none.
import { expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'
import { findClaims } from '../engine.ts'

const engine = loadEngine()
const votesOf = (sentence: string): string[] =>
  findClaims(readSentence(sentence, engine), 'r', engine.claims).flatMap(({ kind, body, evidence }) =>
    kind === 'act' && evidence.foundBy === 'act/vote@1'
      ? [
          `${(body as { type: string }).type} · ${sentence.slice(evidence.roles.count!.start, evidence.roles.count!.end)}`,
        ]
      : [],
  )

test.each([
  ['The Norwegian parliament passed the quota bill 88-81 on Tuesday.', ['vote: pass · 88-81']],
  [
    'Teachers rejected the contract by 71 percent to 29 percent.',
    ['vote: reject · 71 percent to 29 percent'],
  ],
  ['Nurses voted by 88 percent to approve the contract.', ['vote: pass · 88 percent']],
  ['Pilots voted 92% in favor of a strike.', ['vote: pass · 92%']],
  ['Owners voted 60-40 against the merger.', ['vote: reject · 60-40']],
  ['Bakers voted 68 percent to 32 percent to accept the offer.', ['vote: pass · 68 percent to 32 percent']],
  ['Crews had voted by 97 percent in May to authorize a strike.', ['vote: pass · 97 percent']],
  ['On an 88-81 vote, the assembly approved the quota bill.', ['vote: pass · 88-81']],
  ['By a vote of 68 to 32, the assembly adopted the fishing treaty.', ['vote: pass · 68 to 32']],
  ['The quota bill passed the assembly by a 257-to-167 vote.', ['vote: pass · 257-to-167']],
  ['The motion failed on a 54-46 vote.', ['vote: reject · 54-46']],
  ['The assembly failed to pass the quota bill, 49-51.', ['vote: reject · 49-51']],
  [
    'Parliament backed the accord with 320 votes in favour and 305 against.',
    ['vote: pass · 320 votes in favour and 305'],
  ],
  ['The assembly passed the quota bill on Tuesday. The vote was 88-81.', ['vote: pass · 88-81']],
  [
    'The Senate passed the quota bill 81-18, and the House followed hours later, 285-144.',
    ['vote: pass · 285-144', 'vote: pass · 81-18'],
  ],
  ['no second vote: The Senate passed the quota bill 81-18, and a strike followed.', ['vote: pass · 81-18']],
  ['no count: Talks failed after 3-4 weeks.', []],
  ['no count: On a list of 3 to 4 ports, the assembly approved the quota bill.', []],
  ['no count: The mayor confirmed that two mills were planned at 90 to 120 million dollars apiece.', []],
  ['no count: The mayor approved a convoy of 20 to 30 ships.', []],
  ['no count: Norway backed a cut of the quota by 5 percent.', []],
  ['no count: Norway approved a rise from 3 percent to 4 percent.', []],
])('%s', (sentence, wanted) => expect(votesOf(sentence.replace(/^no [a-z ]+: /, ''))).toEqual(wanted))

test.each([
  ['The assembly approved, 45-17, a measure that would reopen the port.', 'a measure'],
  ['The chamber voted along party lines, 54-46, to table the amendment.', 'to table the amendment'],
  ['The motion passed by 432 to 202.', 'The motion'],
  ['The quota bill, which passed 54-46, goes to the premier.', 'The quota bill'],
])('what is voted on is told without verb and count: %s', (sentence, wanted) => {
  const objects = findClaims(readSentence(sentence, engine), 'r', engine.claims).flatMap(
    ({ body, evidence }) =>
      evidence.foundBy === 'act/vote@1' ? [(body as { object?: { text: string } }).object?.text] : [],
  )
  expect(objects).toEqual([wanted])
})

test.each([
  ['The quota amendment failed by getting only 47 votes.', 'vote: reject · The quota amendment'],
  ['The Fisheries Act fell three votes short in the assembly.', 'vote: reject · The Fisheries Act'],
  ['No amendment crossed the 60-vote threshold in the Senate.', 'vote: reject · -'],
  ['The motion, which the unions wrote, did not get the 60 votes it needed.', 'vote: reject · The motion'],
  ['The quota bill won 63 votes, three more than it needed.', 'vote · The quota bill'],
  ['None of the four bills won the 60 votes needed to move ahead.', 'vote: reject · -'],
  ['The mayor won 63 votes.', undefined],
  ['The herring catch fell three tonnes short.', undefined],
])('a vote is told by one side of its count: %s', (sentence, wanted) => {
  const told = findClaims(readSentence(sentence, engine), 'r', engine.claims).flatMap(
    ({ body, evidence }) => {
      const { type, object } = body as { type: string; object?: { text: string } }
      return evidence.foundBy === 'act/vote-share@1' ? [`${type} · ${object?.text ?? '-'}`] : []
    },
  )
  expect(told[0]).toBe(wanted)
})
