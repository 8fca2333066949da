// In: sentences of our own. Out: what happens to things, in chambers and courts, and where nothing does.
import { expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'
import { findClaims } from '../engine.ts'

const engine = loadEngine()
const actsOf = (sentence: string): string[] =>
  findClaims(readSentence(sentence, engine), 'r', engine.claims).flatMap((claim) =>
    claim.kind === 'act' && claim.evidence.foundBy === 'act/happening@1'
      ? [
          `${claim.body.type} · ${claim.body.actor.map(({ name }) => name).join('+')} · ${claim.evidence.modality}`,
        ]
      : [],
  )

test.each([
  ['Lawmakers voted down the plan in a late-night vote.', ['vote: reject · Lawmakers · held']],
  // What may be done is not done, what is managed is.
  ['New rules allowed the Senate to pass the bill with 51 votes.', []],
  ['The speaker can afford to lose two members and still pass the bill.', []],
  ['The deal would enable deputies to pass the bill.', []],
  ['The Senate managed to pass the bill on Monday.', ['vote: pass · Senate · held']],
  ['The president signed the measure into law early on Thursday.', ['sign: law · president · held']],
  ['Voters rejected the deal in a referendum on Sunday.', ['vote: reject · Voters · held']],
  [
    'The House is expected to vote on the measure on Wednesday.',
    ['vote · House of Representatives · expected'],
  ],
  ['The speaker scrapped a vote on his own plan.', ['vote: off · speaker · held']],
  ['The constitutional court struck down the decree.', ['rule · constitutional court · held']],
  ['Dockers went on strike on Monday at midnight.', ['strike: begin · Dockers · held']],
  [
    'The Cabin Union served notice on Sunday of a strike from 16 September.',
    ['strike: notice · Cabin Union · held'],
  ],
  ['The strike was suspended on Monday, and filming resumed.', ['strike: suspend ·  · held']],
  ['Miners returned to work on Friday.', ['strike: end · Miners · held']],
  ['The shutdown ended on Thursday.', ['shutdown: end ·  · held']],
  ['The Senate on Thursday blocked four competing plans.', ['vote: reject · Senate · held']],
  ['Senators voted late on Friday to reject the plan.', ['vote: reject · Senators · held']],
  ['A judge barred the ministry from ending the ferry service.', ['rule · judge · held']],
  ['The premier sacked her chief negotiator.', ['dismiss · premier · held']],
  ['Holm tendered his resignation on Monday.', ['yield: resign · Holm · held']],
  ['The truce between Norway and Peru is holding.', ['ceasefire: go on ·  · ongoing']],
  ['The rival proposal was rejected.', ['reject ·  · held']],
  ['The motion was defeated on Monday.', ['vote: reject ·  · held']],
  ['no dismissal: The premier fired two shots.', []],
  ['The Senate gave final approval to the harbour bill on Friday.', ['vote: pass · Senate · held']],
  ['The harbour bill won approval on Friday.', ['vote: pass ·  · held']],
  ['no vote: Bergen Foods won approval for its new plant.', []],
  ['no vote: The mayor gave approval to the plan.', []],
  ['A procedural vote failed on Monday.', ['vote: reject ·  · held']],
  ['no strike: Dockers went on holiday on Monday.', []],
  ['no return to work: Miners returned to Peru on Friday.', []],
  ['The overhaul that passed the Senate on Saturday hits farmers.', ['vote: pass · Senate · held']],
  ['The pension reform won approval in the lower house on Monday.', ['vote: pass · lower house · held']],
  ['The budget got through parliament on Monday.', ['vote: pass · parliament · held']],
  ['The tax died in the House on Friday.', ['vote: reject · House of Representatives · held']],
  ['A vote is expected on Thursday.', ['vote ·  · planned']],
  ['Parliament is set to hold a vote on the accord on April 2.', ['vote · Parliament · planned']],
  ['The upper chamber is due to vote on the treaty.', ['vote · upper chamber · planned']],
  ['Lawmakers were to vote on Monday.', ['vote · Lawmakers · planned']],
  ['MPs will vote on the plan on Friday.', ['vote · MPs · planned']],
  ['no chamber: The White House rejected the deal.', []],
  ['no bill: The storm passed the island on Friday.', []],
  ['no chamber: Three of the patients died in the hospital.', []],
  ['no vote: No vote is expected this week.', []],
  [
    'Tram drivers in Bergen called off a strike planned for Thursday.',
    ['strike: call off · Tram drivers · held'],
  ],
  ['Crane operators have begun a go-slow at the port.', ['strike: begin · Crane operators · held']],
  ["The pilots' union served notice of strike action on Friday.", ['strike: notice · union · held']],
  ['A strike by porters entered its second week on Monday.', ['strike: go on · porters · held']],
  ['The overtime ban was lifted on Friday.', ['strike: end ·  · held']],
  ['Members of the union backed industrial action in a ballot.', ['strike: mandate · Members · held']],
  ['Workers at the mill went back to work on Thursday.', ['strike: end · Workers · held']],
  ['The Labour Court adjourned the case to 9 September.', ['rule: adjourn · Labour Court · held']],
  ['The panel found in favour of Chile.', ['rule · panel · held']],
  ['Judges in Lima annulled the decree.', ['rule · Judges · held']],
  ['The appeal was dismissed on Thursday.', ['rule ·  · held']],
  ['Porters begin a four-day strike on Monday.', ['strike: begin · Porters · planned']],
  ['Farm labourers have been on strike since 3 March.', ['strike: go on · Farm labourers · held']],
  ['The licence was revoked by the energy regulator on 6 May.', ['rule · energy regulator · held']],
  ['no ruling: The ministry dismissed the lawsuit in a statement.', []],
  ['no strike: The miners are not on strike.', []],
  [
    'Air France flight attendants serve strike notice as talks collapse.',
    ['strike: notice · Air France flight attendants · held'],
  ],
  ['no stoppage: Pilots struck a convoy on Monday.', []],
  ['no stoppage: A strike on Bergen ended the truce.', []],
  ['no stoppage: The air strike began at dawn.', []],
  ['no stoppage: Miners walked out of the talks on Monday.', []],
  ['no hearing: The court refused to hear the challenge.', []],
  ['no vote yet: A plan to vote on the measure was made.', []],
])('%s', (sentence, wanted) => expect(actsOf(sentence.replace(/^no [a-z ]+: /, ''))).toEqual(wanted))

test('a clock with its day behind it has that day', () => {
  const [claim] = findClaims(
    readSentence('Dockers went on strike at one minute past midnight on Thursday.', engine),
    'r',
    engine.claims,
  ).filter(({ evidence }) => evidence.foundBy === 'act/happening@1')
  expect(claim?.days.filter(({ type }) => type !== 'DURATION').map(({ relative }) => relative?.kind)).toEqual(
    ['weekday'],
  )
})

test('the day of a vote that is called off is not the day it was called off', () => {
  const [claim] = findClaims(
    readSentence('Leaders have cancelled a planned Thursday night vote on the ports.', engine),
    'r',
    engine.claims,
  )
  expect(claim?.kind === 'act' && claim.body.type).toBe('vote: off')
  expect(claim?.days.map(({ role }) => role)).toEqual(['originalDue'])
})

test('what is voted on is told without its day', () => {
  const objects = (sentence: string) =>
    findClaims(readSentence(sentence, engine), 'r', engine.claims).flatMap((claim) =>
      claim.kind === 'act' && claim.body.type === 'vote' ? [claim.body.object?.text] : [],
    )
  expect(objects('The House will vote on the fishing accord on May 3.')).toEqual(['the fishing accord'])
  expect(objects('A vote on the accord is set for March 20.')).toEqual(['the accord'])
})

test('what a noun behind "promised" names is still ahead, and no thing ends on "of more"', () => {
  const acts = (text: string) =>
    findClaims(readSentence(text, engine), 'r', engine.claims).flatMap(({ kind, body, evidence }) =>
      kind === 'act' ? [`${body.type} ${evidence.modality} ${body.object?.text ?? ''}`.trim()] : [],
    )
  expect(acts('Berg promised the king either a pact or his resignation.')).toContain('yield: resign planned')
  expect(acts('Berg tendered his resignation on Monday.')).toContain('yield: resign held his resignation')
  expect(acts('The growers reached a deal, ending a walkout of more than three days.')).toContain(
    'strike: end held a walkout',
  )
})

test('the day of what is to come is not that of what is done about it', () => {
  const days = (text: string) =>
    findClaims(readSentence(text, engine), 'r', engine.claims)
      .filter(({ evidence }) => evidence.foundBy === 'act/happening@1')
      .flatMap((claim) => claim.days.map(({ relative }) => relative?.kind))
  expect(days('The rail union gave notice of a 48-hour strike from 12 June.')).toEqual([])
  expect(days('The union gave notice of a strike on Friday.')).toEqual(['weekday'])
  expect(days('The strike, called for 7 October, began on 14 October.')).toHaveLength(1)
  expect(days('The court adjourned the case to 9 September.')).toEqual([])
})
