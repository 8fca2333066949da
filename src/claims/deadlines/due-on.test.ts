// In: sentences of our own. Out: what is due on a day, and what is not.
import { describe, expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'
import { findClaims } from '../engine.ts'

const engine = loadEngine()
const dueIn = (text: string): string[] =>
  findClaims(readSentence(text, engine), 'r', engine.claims).flatMap(({ body, evidence }) =>
    evidence.foundBy === 'deadline/due-on@1' && 'about' in body && body.about?.thread === 'deadline'
      ? [body.about.what.text]
      : [],
  )

test.each([
  ['A ruling is due by the end of May.', ['A ruling']],
  ["The arbitrator's recommendation is expected by 17 April.", ["The arbitrator's recommendation"]],
  ['The offer, due on 14 November, has not been sent.', ['The offer']],
  ['The first payment was due on Monday.', ['The first payment']],
  ['no thing that comes: Prices are expected to fall in May.', []],
  ['no thing: The minister is due on Friday.', []],
  ['told by the vote: A vote is due on Friday.', []],
  ['no longer due: Norway put off the delivery due on Friday.', []],
  ['no day: A ruling is due.', []],
  ['The signature is expected in the second quarter of 2031.', ['The signature']],
  [
    'Ratification by the Norwegian parliament is expected by the autumn.',
    ['Ratification by the Norwegian parliament'],
  ],
  ['no day: A signature is not expected before June.', []],
])('%s', (text, wanted) => expect(dueIn(text.replace(/^(?:no|told)[a-z ]*: /, ''))).toEqual(wanted))

test('the first day of a stoppage that is called or notified is ahead', () => {
  const ahead = (text: string): string[] =>
    findClaims(readSentence(text, engine), 'r', engine.claims).flatMap(({ body, evidence }) =>
      evidence.foundBy === 'deadline/walks-out@1' && 'about' in body && body.about?.thread === 'deadline'
        ? [body.about.what.text]
        : [],
    )
  expect(ahead('The rail union gave notice of a 48-hour strike from 7am on 12 June.')).toEqual([
    'a 48-hour strike',
  ])
  expect(ahead('The unions have called a three-day walkout from 23 September.')).toEqual([
    'a three-day walkout',
  ])
  expect(ahead('The union announced four days of strikes from 18 August.')).toEqual(['four days of strikes'])
  expect(ahead('The union called off a strike planned for 3 May.')).toEqual([])
  expect(ahead('The union announced a strike on Friday.')).toEqual([])
})

test.each([
  ['Quispe Steel said it would file a new plan by 2 November.', ['file a new plan']],
  ['of another: Analysts said prices would rise by December.', []],
  [
    'Norway will keep its ships in port on condition that Peru decides on its plan by 14 October.',
    ['decides on its plan'],
  ],
  ['The pause in fishing is to start on 12 October.', ['The pause in fishing']],
  ['told by the round: Talks on fish are to begin on 12 October.', []],
  [
    'Norway set 30 October as the date by which exporters must file their lists.',
    ['exporters must file their lists'],
  ],
])('%s', (text, wanted) => {
  const told = findClaims(readSentence(text.replace(/^(?:of|told)[a-z ]*: /, ''), engine), 'r', engine.claims)
  const due = told.flatMap(({ body }) =>
    'about' in body && body.about?.thread === 'deadline' ? [body.about.what.text] : [],
  )
  expect(due).toEqual(wanted)
})

describe('what was to be on one day and will now be on another is one move', () => {
  const movedIn = (text: string): string[] =>
    findClaims(readSentence(text, engine), 'r', engine.claims).flatMap(({ body, evidence, days = [] }) =>
      evidence.foundBy === 'deadline/retimed@1' && 'about' in body && body.about?.thread === 'deadline'
        ? [
            [
              body.about.what.text,
              ...days.map(({ role, start, end }) => `${role} ${text.slice(start, end)}`),
            ].join(', '),
          ]
        : [],
    )
  test.each([
    [
      'The second share was to be paid by May 30. It will now come by August 30.',
      ['The second share, due August 30, originalDue May 30'],
    ],
    [
      'The report had been due on 1 May. It is now expected on 20 June.',
      ['The report, due 20 June, originalDue 1 May'],
    ],
    [
      'The audit, which was to have been finished by 15 May, will be delivered by 30 June instead.',
      ['The audit, due 30 June, originalDue 15 May'],
    ],
    [
      'Legislators were to finish their reading by 30 June. They now have until 31 July.',
      ['Legislators to finish their reading, due 31 July, originalDue 30 June'],
    ],
    ['The pipeline was to be finished in March. It now carries gas.', []],
    ['The levy was to start on 1 June. It will not now start before 1 July.', []],
    ['Exports were to resume on 2 May. The minister will travel to Quito on 20 June.', []],
    ['The talks were to open on 10 June. They will now open on 24 June.', []],
  ])('%s', (text, wanted) => expect(movedIn(text)).toEqual(wanted))
})
