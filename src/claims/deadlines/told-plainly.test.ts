// In: sentences of our own. Out: due days told by plain words, what they are of, and where there is none.
import { expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'
import { findClaims } from '../engine.ts'

const engine = loadEngine()
const deadlinesOf = (sentence: string): string[] =>
  findClaims(readSentence(sentence, engine), 'r', engine.claims).flatMap(({ kind, body, days }) =>
    (kind === 'act' || kind === 'state') && body.about?.thread === 'deadline'
      ? [`${body.about.move ?? 'stands'}: ${days.map(({ role }) => role).join(' ')}`]
      : [],
  )

test.each([
  ['The pact to share the river expired on June 30.', ['stands: due']],
  ['The river pact runs to 2042.', ['stands: due']],
  ['The harbour treaty stays in force until 2042.', ['stands: due']],
  ['The river pact ran from 2019 to 2023.', []],
  ['The river treaty ended a quarrel over dams in 1961.', []],
  ['A bond of the ferry company matures on 20 July.', ['stands: due']],
  ['The third payment falls due on June 30.', ['stands: due']],
  ['The hospital will run out of authority to pay its nurses on Sept. 30.', ['stands: due']],
  ['The new deadline for a banana accord is March 24.', ['extended: due']],
  ['They set May 30, 2031 as the date for a full accord.', ['set: due']],
  ['A deadline for the crews to leave the lock passed on Monday without a word.', ['lapsed: due']],
  ['The deadline of June 15 came and went without a deal.', ['lapsed: due']],
  ['The crews let the Friday deadline pass without a word.', ['lapsed: due']],
  ['not yet: Peru will not let the Friday deadline pass.', ['stands: due']],
  ['The treasury will hit its borrowing limit on Oct. 17.', ['stands: due']],
  ['The ceiling was reached on Jan. 19, since when the treasury has been resorting to tricks.', []],
  ['The ceiling will be reached on 3 July.', ['stands: due']],
  ['Lawmakers agreed to raise the debt limit until February 28.', ['stands: due']],
  ['The council voted to freeze the water levy until June 2.', ['stands: due']],
  ['The island could default on its bonds on October 9.', ['stands: due']],
  [
    'The emergency powers, which expire on May 4, were extended until August 4.',
    ['extended: due originalDue', 'stands: due'],
  ],
  [
    'The waiver, which would have expired on 31 December, has been extended to the end of June.',
    ['extended: due originalDue'],
  ],
  ['The waiver would have expired on 31 December.', []],
  ['The audit found that the 25-year extension had been given without a signature.', []],
  ['Critics said the two-year extension had been given in secret.', []],
  ['A panel is to report by the end of the month.', ['stands: due']],
  ['Sales are to double by the end of the decade.', []],
  [
    'The deadline for bids was extended from May 3 to May 17 and then to June 1.',
    ['extended: due originalDue originalDue'],
  ],
  [
    'The herring date, originally 3 May, was moved to 9 June in a first vote, and then to 8 July.',
    ['extended: due originalDue originalDue'],
  ],
  [
    'The net levy was to start on Feb. 4, was delayed to March 4 and is now due on April 2.',
    ['extended: due originalDue originalDue'],
  ],
  ['The walkout has been put off twice, to 3 May and then to 9 May.', ['extended: due originalDue']],
  // The days of orders are no days that a thing had.
  [
    'The delay set out in Executive Order 905 of January 20, 2031, and extended by Executive Order 911 of April 4, 2031, is extended again until September 17, 2031.',
    ['extended: due'],
  ],
  ['wanted: Norway wants the deadline moved from 3 May to 9 May and then to 2 June.', ['stands: due']],
  [
    'two things: Peru extended the permit of the port to 3 May and that of the railway to 9 June.',
    ['extended: due'],
  ],
  ['The law keeps the museums running through Dec. 12.', ['stands: due']],
  ['Both crews must leave the harbour by April 1.', ['stands: due']],
  ['The lists must be handed over by March 20.', ['stands: due']],
  ['The city must repay the loan on June 5.', ['stands: due']],
  ['Norway will release 90 sailors by February 4, the ministry said.', ['stands: due']],
  ['The remaining 11 sailors are to be freed by April 15.', ['stands: due']],
  ['A hearing is scheduled for October 7.', ['stands: due']],
  ['a wish: The point is to sign it on May 3.', []],
  ['only foretold: Prices will rise by May 3.', []],
  ['a measure: Norway is to impose duties on Peru on May 3.', []],
  ['The union gave the port another two weeks on Monday.', ['extended: on due']],
  ['Norway and Peru agreed on Friday to extend negotiations until Nov. 24.', ['extended: due on']],
  [
    'The sides gave themselves two more months, setting May 30, 2031 as the date for an accord.',
    ['extended: due'],
  ],
  ['The panel extended the so-called "bid or walk away" deadline to 13 April.', ['extended: due']],
  ['The net permit was prolonged by 90 days.', ['extended: ']],
  ['The herring deadline of March 31 was extended by six weeks.', ['extended: due originalDue']],
  [
    'Both crews agreed to a 30-day extension to the deadline, which had been March 31.',
    ['extended: due originalDue'],
  ],
  ['The regulator granted a three-month extension of the net permit.', ['extended: ']],
  ['asked for: The union asked for a 10-day extension of the truce.', []],
  ['proposed: Norway has proposed extending the truce to Sept. 30.', []],
  ['proposed: Norway proposed that the truce be extended to Sept. 30.', []],
  ['only ready: Norway said it was ready to extend the truce to Sept. 30.', []],
  ['The town will run short of money on June 5.', ['stands: due']],
  ['refused: Norway refused a six-month extension of the herring pact.', []],
  ['The ballot had been planned for May 3 but was pushed back three days.', ['extended: due originalDue']],
  ['The hearing had been set for Tuesday but was delayed two days.', ['extended: due originalDue']],
  ['The bids, first due on February 27, are now due on April 15.', ['extended: due originalDue']],
  [
    'The port pushed back the cut-off for bids from March 15 to the end of April.',
    ['extended: due originalDue'],
  ],
  [
    'The date by which boats must register was put back from April 1 to June 1.',
    ['extended: due originalDue'],
  ],
  ['The lease, originally until March 1, was prolonged to September 1.', ['extended: due originalDue']],
  ['The council stretched its inquiry by three weeks, to April 6.', ['extended: due originalDue']],
  ['The net permit will be extended for a year beyond its April 1 expiry.', ['extended: due originalDue']],
  ['The city cannot borrow after Aug. 2.', ['stands: due']],
  ['The net subsidy expires at the end of the year.', ['stands: due']],
  ['The net subsidy will now expire on May 29.', ['extended: due']],
  ['The mayors voted to keep the ferry discount in place through the end of the year.', ['stands: due']],
  ['The ministers agreed to raise the borrowing cap once more, this time through July 31.', ['stands: due']],
  ['Iceland is due to leave the Herring League on March 29.', ['stands: due']],
  ['The cease-fire will now last until Saturday, May 2.', ['extended: due']],
  ['Divers at the port of Bergen will walk off the job on May 1 if no pact is reached.', ['stands: due']],
  ['Captain Holm signed an order on Monday giving the ferry firm another 20 days to pay.', ['extended: ']],
  ['The divers put off their strike by two weeks on Monday.', ['extended: on']],
  ['Norway gave Iceland until sunset on Thursday to hand over the nets.', ['set: due']],
  ['The crews will get more time to sell the nets.', ['extended: ']],
  ['The nets are now due on July 1.', ['extended: due']],
  ['The treaty was renewed for only 60 days.', ['extended: ']],
  [
    'The House cleared a bill on Tuesday that pays for the lighthouse until Sept. 30. The king signed it the same day.',
    ['extended: due'],
  ],
  [
    'The ministry accepted a request to extend the grace period for nets to the end of the year.',
    ['extended: due'],
  ],
  ['The herring ceasefire in the northern bays is due to expire on July 3.', ['stands: due']],
  [
    'The council postponed the net levy on Monday. It will now start on July 1.',
    ['extended: on', 'extended: due'],
  ],
  [
    'The net quota was due to lapse on Aug. 12 but was extended until Nov. 10.',
    ['stands: due', 'extended: due originalDue'],
  ],
  [
    'The pact was to run out on Aug. 1 but the ministry extended it until Dec. 31.',
    ['extended: due originalDue', 'stands: due'],
  ],
  ['The pact of the Divers Guild expires on June 30.', ['stands: due']],
  ['The divers shelved their walkout for two weeks.', ['extended: ']],
  ['Owners of the nets now have until March 20.', ['extended: due']],
  ['Iceland can keep buying nets until July 14.', ['stands: due']],
  ['The city told the ferry firm to remove its boats by July 1.', ['stands: due']],
  ['Across-the-board cuts known as the sweep are set to kick in on March 1.', ['stands: due']],
  ['The captain signed a bill early Thursday that reopens the museums through Jan. 15.', ['extended: due']],
  ['The pact gives the treasury the power to borrow until Feb. 7.', ['stands: due']],
  ['The law suspends the borrowing cap for three months, to May 18.', ['stands: due']],
  [
    'sent on: The lower chambers passed a bill that keeps the museums open until Nov. 20. The bill now returns to the Senate.',
    [],
  ],
  ['The city government will shut down at midnight on Dec. 10 unless a budget is passed.', ['stands: due']],
  ['The closure of the strait will last until May 21.', ['stands: due']],
  ['The mayors gave the crews another week to free the whale.', ['extended: ']],
  ['only offered: The crew offered to raise its share for six weeks, to May 22.', []],
  ['out of a time: The mayor is poised to come out of this week unharmed.', []],
  ['a journey: The envoys are due to leave the port on May 29.', []],
  ['a time in the year: The truce was extended until late in the year.', []],
  ['no day: The pact expired.', []],
  ['after what happened: The city could not borrow after the fire.', []],
  ['only supposed: The bill would keep the museums running through Dec. 12.', []],
  ['a date of something else: The date of the fair is May 3.', []],
  ['reached, not to be reached: Prices hit the limit of their range on Monday.', []],
])('%s', (sentence, wanted) => expect(deadlinesOf(sentence.replace(/^[a-z, ]+: /, ''))).toEqual(wanted))

test.each([
  ['The ballot had been planned for Sunday but was pushed back three days.', true],
  ['The ballot, planned for Sunday, has been pushed back three days.', undefined],
])('a plan told as over is of the last such day: %s', (sentence, isLast) => {
  const days = findClaims(readSentence(sentence, engine), 'r', engine.claims).flatMap((claim) => claim.days)
  expect(days.find(({ role }) => role === 'originalDue')?.relative?.said).toBe(isLast)
})

test.each([
  ['The net quota was due to lapse on Aug. 12.', -1],
  ['The net quota will lapse on Aug. 12.', 1],
])('what was due is the day gone by: %s', (sentence, direction) => {
  const days = findClaims(readSentence(sentence, engine), 'r', engine.claims).flatMap((claim) => claim.days)
  expect(days.find(({ role }) => role === 'due')?.relative?.direction).toBe(direction)
})
