// In: sentences of our own. Out: which meetings were moved, which did not come about, and the journeys made for them.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'

const rounds = (text: string) =>
  readClaims(text).flatMap(({ kind, body, days }) => {
    const about = kind === 'act' || kind === 'state' ? body.about : undefined
    if (about?.thread !== 'round' || about.form === 'negotiation') return []
    const told = days.map(({ role, start, end }) => `${role} ${text.slice(start, end)}`)
    return [[about.phase, about.place?.name ?? '', ...told].join(' | ')]
  })

test.each([
  [
    'The talks were to have been held in Lima on May 2. They took place on May 9 instead.',
    ['held | Lima | originalDue May 2 | on May 9'],
  ],
  ['The second round was to have been held in Lima on May 2.', ['called off | Lima | originalDue May 2']],
  [
    'Norway and Peru met in Oslo on May 10, after expert talks that had been due on May 3 were pushed back to May 5.',
    ['held | Oslo | on May 10', 'planned |  | originalDue May 3 | on May 5'],
  ],
  [
    'A session with the Peruvian envoys that had been pencilled in for May 7 was called off, she said.',
    ['called off |  | originalDue May 7'],
  ],
  [
    'The meeting of ministers which should have been held in Lima on May 5 did not take place.',
    ['called off | Lima | originalDue May 5'],
  ],
  [
    'The union called off talks that had been due to open on June 12 in Lima.',
    ['called off | Lima | originalDue June 12'],
  ],
  [
    'Another technical round, which was to be held in Lima on May 7, has been moved to May 21.',
    ['planned | Lima | originalDue May 7 | on May 21'],
  ],
  [
    'The extraordinary herring summit, which was to be convened on May 7, will be held in Oslo on May 12.',
    ['planned | Oslo | originalDue May 7 | on May 12'],
  ],
  [
    'The third round, meant for May 3, was held on May 9 in Oslo.',
    ['held |  | originalDue May 3 | on May 9'],
  ],
  [
    'The harbour talks, which ought to have opened on May 1, got under way only on May 8 in Lima.',
    ['held | Lima | originalDue May 1 | on May 8'],
  ],
  [
    'The fourth round was to have taken place on May 6 but was held on May 20.',
    ['held |  | originalDue May 6 | on May 20'],
  ],
  [
    'Norway and Peru met in Oslo on May 10 instead of May 3.',
    ['held | Oslo | on May 10 | originalDue May 3'],
  ],
  // What somebody had hoped for; what will be held somewhere.
  ['A meeting Lund had hoped for on May 3 did not take place.', ['called off |  | originalDue May 3']],
  ['A meeting of experts will be held in Lima.', ['planned | Lima']],
  ['A meeting of experts is held in Lima.', []],
  ['The round scheduled for May 12 took place in Lima as planned.', ['held | Lima | on May 12']],
  ['Norwegian and Peruvian negotiators meet again in Oslo on 15 July.', ['planned | Oslo | on 15 July']],
  [
    'It will be settled on Friday, when ministers from the two countries meet in Oslo.',
    ['planned | Oslo | on Friday'],
  ],
  [
    'A session on herring planned for the next day, May 20, had been moved to the 28th.',
    ['planned |  | originalDue the next day | on the 28th'],
  ],
  [
    'The talks on herring had been due to open on Tuesday but were put back by two days.',
    ['planned |  | on Tuesday | originalDue Tuesday'],
  ],
  [
    'The Oslo round, meant for the second half of March, will be held on 27 and 28 April.',
    ['planned | Oslo | originalDue March | on 27 | to 28 April'],
  ],
  ['The herring talks with Peru that were to open by May 8 did not.', ['called off |  | originalDue May 8']],
  [
    'A summit of the two presidents in Oslo, at first planned for June, will not be held before September.',
    ['called off | Oslo | originalDue June'],
  ],
  [
    'The talks resumed after a session set for May 7 was called off because Peru wanted another week.',
    ['called off |  | originalDue May 7'],
  ],
  [
    'The envoys, who were to have held their next session in Lima on May 7, have spoken by phone.',
    ['called off | Lima | on May 7'],
  ],
  ['Ministers of Norway and Peru were to meet in Lima on May 7.', ['planned | Lima | on May 7']],
  [
    'The ministers of Norway and Peru expect a summit that is planned for July 24 and 25 in Lima.',
    ['planned | Lima | on July 24 | to 25'],
  ],
  [
    'The joint round, which was to be held on May 7, will be held in Lima on May 9.',
    ['planned | Lima | originalDue May 7 | on May 9'],
  ],
  [
    'Leaders who had been due to meet in Lima on May 7 will instead convene in Oslo on May 9.',
    ['planned | Oslo | originalDue May 7 | on May 9'],
  ],
  [
    'Norway and Peru met in Oslo on May 3. They had been due to meet in Lima on May 7, but the trip was called off.',
    ['held | Oslo | on May 3', 'called off | Lima | originalDue May 7'],
  ],
  [
    'The talks resumed on May 9, when ministers met by video, after a session set for May 3 was called off.',
    ['opens |  | on May 9', 'called off |  | originalDue May 3'],
  ],
  [
    'The session with Peru, set down for May 7 in Lima, would now be held on May 9, the court said.',
    ['planned | Lima | originalDue May 7 | on May 9'],
  ],
  [
    'Norway and Peru postponed the third round of their talks, which was to have opened in Lima on May 7.',
    ['called off | Lima | originalDue May 7'],
  ],
  ['The meeting with Peru in Lima was not cancelled but postponed to May 9.', ['planned | Lima | on May 9']],
  [
    'The talks with Peru, which began on May 3, had been planned to end on May 7 but ran a day longer.',
    ['opens |  | on May 3'],
  ],
  [
    'The talks with Peru planned for May 7 and 8 will be held on May 20 in Lima.',
    ['planned | Lima | originalDue May 7 | on May 20'],
  ],
  ['The venue of the meeting with Peru was changed from Lima to Quito.', ['planned | Quito']],
  [
    'Norwegian officials ended two days of talks with Peru in Lima on May 7.',
    ['ends | Lima | from May 7 | to May 7'],
  ],
  ['Lund is due in Lima on May 7 for talks with Peru.', ['planned | Lima | on May 7']],
  ['The storm came before a fourth round with Peru was to have opened in Lima.', ['called off | Lima']],
  ['Next full round, Lima, 22 December.', ['planned | Lima | on 22 December']],
  ['Parliament was to vote on May 7, but the session was put off to May 9.', []],
  ['The session with Peru, scheduled for May 7, came after the vote was postponed to June 3.', []],
])('a plan and what became of it: %s', (text, told) => {
  expect(rounds(text)).toEqual(told)
})

test.each([
  [
    'The minister, who travelled to Lima on May 5 for talks with Peru, was hopeful.',
    ['held | Lima | on May 5'],
  ],
  [
    'Ana Lund of Norway travelled to Lima on May 5, where she met Jon Silva, the Peruvian minister.',
    ['held | Lima | on May 5'],
  ],
  ['Norway flew cod to Lima on May 5, the port that Peru opened for talks.', []],
])('a journey gives the meeting its place and day: %s', (text, told) => {
  expect(rounds(text)).toEqual(told)
})

test.each([
  ['Norway and Peru will return to the negotiating table on May 7.', ['planned |  | on May 7']],
  [
    'The minister gathered heads of delegation in Lima from May 18 to May 20.',
    ['held | Lima | from May 18 | to May 20'],
  ],
  [
    'Ana Lund of Norway, who is also her deputy, spoke with Jon Silva of Peru by telephone on Thursday.',
    ['held |  | on Thursday'],
  ],
  ['The premium for a seven-day call at Oslo rose in May.', []],
  ['Growers may join the second call, which expired on May 7.', []],
  ['Access runs to 2030, as was agreed at Lima last May.', []],
  ['Officials held a further technical round by video link on May 7.', ['held |  | on May 7']],
  ['The negotiations on the dam, which resumed on May 7, were slow.', ['opens |  | on May 7']],
  [
    'The technical round on cars expected in Lima this week began on Thursday, Norway confirmed.',
    ['opens | Lima | on Thursday'],
  ],
  ['The ministry denied that a call between Ana Lund and Jon Silva was planned for May 7.', []],
])('who meets without a noun of meeting, and what is none: %s', (text, told) => {
  expect(rounds(text)).toEqual(told)
})

test('behind a comma alone a second place is what the first lies in', () => {
  expect(
    rounds('Norway and Peru held talks in Lima, Ohio, on June 16.').map((one) => one.split(' | ')[1]),
  ).toEqual(['Lima'])
})

test('who calls off talks with somebody was to sit there', () => {
  const sides = readClaims('Norway called off talks with Peru that had been set for June 12.').flatMap(
    ({ body }) =>
      'about' in body && body.about?.thread === 'round'
        ? body.about.delegations.map(({ party }) => party?.id)
        : [],
  )
  expect(sides).toEqual(['NO', 'PE'])
})

test.each([
  [
    'The meeting should have been held in Lima on May 5. It was put back to May 12 after Peru asked for time.',
    ['planned | Lima | originalDue May 5 | on May 12'],
  ],
  ['The bill was due on May 5. It was put back to May 12.', []],
  ['A summit, pencilled in for May 23 in Oslo, is in doubt.', ['planned | Oslo | on May 23']],
  [
    'Norway and Peru held a fourth round in Oslo on May 2, a week later than planned.',
    ['held | Oslo | on May 2'],
  ],
])('a meeting put off under another name, or only planned: %s', (text, told) => {
  expect(rounds(text).filter((one) => /originalDue|\| Oslo/.test(one))).toEqual(told)
})

test.each([
  // Talks by other words, and what stands apart from them.
  ['Talks planned for 7 May fell through after a quarrel.', ['called off |  | originalDue 7 May']],
  [
    'The pilots were paid after talks that ought to have opened on 1 May but got under way only on the 4th.',
    ['held |  | originalDue 1 May | on the 4th'],
  ],
  ["The crews' talks with the ferry firm were to reopen on 1 May.", ['planned |  | on 1 May']],
  [
    'A round of talks due to be held in Lima on 2 May had already been put off by a week, to the 9th, at the request of Oslo.',
    ['planned | Lima | originalDue 2 May | on the 9th'],
  ],
  [
    'The envoys pleaded with everybody to wait for the talks in Lima on 18 May.',
    ['planned | Lima | on 18 May'],
  ],
  [
    'The text was made ready at the second round of talks, held in Oslo on 3 May.',
    ['held | Oslo | on 3 May'],
  ],
  ['The Lima round, put off twice, did take place on 8 May.', ['held | Lima | on 8 May']],
  ["Tuesday's session with the chief mediator broke down after six hours.", ['collapsed |  | on Tuesday']],
  ['The Joint Fisheries Committee met in Oslo on 3 May.', ['held | Oslo | on 3 May']],
  ['The Fisheries Committee met in Oslo on 3 May.', []],
  [
    'Norwegian and Peruvian envoys spent seven hours on Tuesday trying to save the pact.',
    ['held |  | on Tuesday'],
  ],
  ['The minister spent seven hours on Tuesday trying to sleep.', []],
  ['Prices rose after Monday, when the two presidents spoke by telephone.', ['held |  | on Monday']],
  ['The negotiators will see each other again in Oslo on 2 May.', ['planned | Oslo | on 2 May']],
  ['The parties met on Monday, not on Sunday.', ['held |  | on Monday']],
  [
    'The talks between Norway and Peru opened in Lima on 2 May and ended on 4 May.',
    ['opens | Lima | from 2 May | to 4 May'],
  ],
  ['Norway and Peru ended talks in Lima on 2 May; they are to resume on 9 May.', ['ends | Lima | on 2 May']],
  ['The delegates came to Lima on 2 May for talks due to begin on 3 May.', ['planned | Lima | on 3 May']],
  ['A team from Peru will be in Oslo on 2 May for talks on cod.', ['planned | Oslo | on 2 May']],
  ['Norway had asked for the meeting, which took place on 2 May in Lima.', ['held | Lima | on 2 May']],
  [
    'The fourth round in Lima, originally scheduled for May 2-3, was held on May 9.',
    ['held | Lima | originalDue May 2 | on May 9'],
  ],
  [
    'The meeting had been planned for 2 May. It was put back at the request of the envoy, who was then in Quito.',
    ['called off |  | originalDue 2 May'],
  ],
])('%s (told by other words)', (text, found) => {
  expect(rounds(text).sort()).toEqual([...found].sort())
})
