// In: sentences of our own. Out: what happened on a day that its sentence gives, in any verb, and where nothing did.
import { expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'
import { findClaims } from '../engine.ts'

const engine = loadEngine()
const eventsOf = (sentence: string): string[] =>
  findClaims(readSentence(sentence, engine), 'r', engine.claims).flatMap(({ kind, body, evidence }) =>
    kind === 'act' && evidence.foundBy === 'act/dated@1'
      ? [`${body.type} · ${body.actor.map(({ name }) => name).join('+')} · ${evidence.modality}`]
      : [],
  )

test.each([
  ['Fighting broke out around the dam on Friday.', ['event: break out ·  · held']],
  ['The two pilots were abducted on Thursday near the river.', ['event: abduct ·  · held']],
  ['Schools reopened on Wednesday.', ['event: reopen · Schools · held']],
  ['The head of the ferry board, elected on July 3, wants peace.', ['event: elect ·  · held']],
  ['The banana growers will march on Saturday.', ['event: march · banana growers · planned']],
  ['The owners of the dairy approved the takeover on May 26.', ['event: approve · owners · held']],
  ["Peru's list arrived in Oslo on 3 May.", ['event: arrive ·  · held']],
  ['The quarry bridge opened on Sunday.', ['event: open ·  · held']],
  ['Their delegates meet on March 30.', ['event: meet · delegates · planned']],
  ['Negotiators agreed on Thursday to have the dam examined.', ['event: agree · Negotiators · held']],
  ['Rebel crews have begun to leave the port.', ['event: begin · Rebel crews · held']],
  ['A fire that killed two miners on March 27 led to the talks.', ['event: kill ·  · held']],
  ['with its particle: The trip was put off on Monday.', ['event: put off ·  · held']],
  ['what begins: The new timetable took effect on May 3.', ['event: take effect ·  · held']],
  ['told already: The cod ban took effect on May 3.', []],
  ['what somebody was asked: Asked whether the quarry had reopened on Monday, Berg said no.', []],
  ['a day of what is called: The mayor called a rally for Thursday.', []],
  ['the day of a thing: The brewers dropped Friday’s tasting plan.', []],
  ['how it was taken: Growers cheered the offer on Friday.', []],
  ['of nobody told: They were moved on Monday.', []],
  ['what was signed is not told: Norway signed on Friday.', []],
  ['The growers held a Friday rally.', ['event: hold · growers · held']],
  ['with what stands behind it: The sale of the mill fell through on 27 May.', ['event: fall ·  · held']],
  ['The permit rule came into force on 1 May.', ['event: come ·  · held']],
  ['The growers fell short on Tuesday in their drive for a lower levy.', ['event: fall · growers · held']],
  ['The navy showed off its new boats on Saturday.', ['event: show off · navy · held']],
  ['with its object: Norda dropped its bid on Wednesday.', ['event: drop · Norda · held']],
  ['Cod prices dropped on Wednesday.', []],
  ['some day behind one: The port would outlaw fishing rules enacted after May 1, 2026.', []],
  ['Norda declined on Monday to extend the lease.', ['event: decline · Norda · held']],
  ['from a day on: The quarry crossing has been open since 24 May.', ['event: open ·  · held']],
  ['The mill has sold no barley since 1 June.', ['event: not sell ·  · held']],
  [
    'what did not happen: A tasting for the brewers did not take place on 3 May.',
    ['event: not tasting ·  · held'],
  ],
  ['almost: The tasting almost did not take place on 3 May.', []],
  ['of another clause: Brewers liked most of it; on 9 May it was a fifth.', []],
  ['a plan: The sixth tasting, fixed for Thursday and Friday in Lund, drew crowds.', []],
  ['counted: At the mill, 45 people have been taken back.', ['event: take back ·  · held']],
  ['named: Norda has been cleared after an audit of its mill.', ['event: clear ·  · held']],
  ['one verb of saying: Norda has labelled the offer a farce.', []],
  ['to come: Norda will rewrite the by-laws.', ['event: rewrite ·  · planned']],
  ['under way: Norway and Chile are preparing a text on squid.', ['event: prepare · Norway+Chile · ongoing']],
  ['under way: Norway is mulling a sale of its Lima mill.', ['event: mull · Norway · ongoing']],
  ['a manner, nothing made: Norway is flailing over the levy in Lima.', []],
  ['of then: Norway was preparing a text on squid.', []],
  ['of nobody told: It is preparing a text.', []],
  ['no deed: The news from Oslo was very mixed.', []],
  ['The herring bill, tabled on Tuesday by Lars Aas, scraps the fee.', ['event: table · Lars Aas · held']],
  ['the day of an old plan: The tasting was postponed from 3 May.', []],
  ['and put off: The march, put off from Friday, drew crowds.', []],
  ['The tasting was postponed on 3 May.', ['event: postpone ·  · held']],
  ['a scene: The drivers honked on Monday.', []],
  ['no day: Fighting broke out around the dam.', []],
  ['only a month: The quarry reopened in May.', []],
  ['lasts: The quarry lay idle on Monday.', []],
  ['not done: The quarry was not reopened on Monday.', []],
  ['a caption: Picture taken October 26, 2031.', []],
  ['supposed: If the quarry reopened on Monday, prices would ease.', []],
  ['told already: Norway and Peru held talks in Oslo on Monday.', []],
  ['in somebody’s words: “The quarry reopened on Monday,” Berg said.', []],
])('%s', (sentence, wanted) => expect(eventsOf(sentence.replace(/^[a-z’ ]+: /, ''))).toEqual(wanted))

test.each([
  ['The milk bar was opened on 17 June in Oslo.', 'The milk bar was opened on 17 June in Oslo'],
  ['A bridge reopened on 19 August was kept.', 'A bridge reopened on 19 August'],
  ['Norda cut its fares on 3 May.', 'cut its fares on 3 May'],
])('of what nobody does the words tell what it happens to: %s', (sentence, words) => {
  const [found] = findClaims(readSentence(sentence, engine), 'r', engine.claims).filter(
    ({ evidence }) => evidence.foundBy === 'act/dated@1',
  )
  expect(found?.kind === 'act' && found.body.words?.text).toBe(words)
})

test('a pronoun is told where sentences before it say of what', () => {
  const report = 'Deliveries had stopped at Kemi. The mill stood still. They were restored on 3 May.'
  const words = findClaims(readSentence(report, engine), 'r', engine.claims).flatMap(
    ({ kind, body, evidence }) =>
      kind === 'act' && evidence.foundBy === 'act/dated@1' ? [body.words?.text] : [],
  )
  expect(words).toEqual(['They were restored on 3 May'])
})

test.each([
  ['Norway has not confirmed the date.', ['not confirm: has not confirmed the date']],
  ['The herring fee has not been dropped.', ['not drop: The herring fee has not been dropped']],
  ['No day was set for a fifth tasting.', ['not set: No day was set for a fifth tasting']],
  [
    'Nothing has been agreed about the mill pond.',
    ['not agree: Nothing has been agreed about the mill pond'],
  ],
  ['Peru has not said which boats will sail.', ['not say: has not said which boats will sail']],
  ['Chile has not retaliated.', ['not retaliate: has not retaliated']],
  ['Norway has not confirmed this.', ['not confirm: has not confirmed this']],
  ['Neither government has confirmed it.', ['not confirm: Neither government has confirmed it']],
  ['Norway has not said it would.', ['not say: has not said it would']],
  ['Peru has yet to say how much it would pay.', ['not say: has yet to say how much it would pay']],
  ['Chile declined to say whether it would sign.', ['not say: declined to say whether it would sign']],
  ['Kari Lund would not say when talks would resume.', ['not say: would not say when talks would resume']],
  ['No new day was set on Tuesday for a tasting.', ['not set: No new day was set on Tuesday for a tasting']],
  ['No decision has been taken on cod.', ['not take: No decision has been taken on cod']],
  ['Norway did not dispute the list.', ['not dispute: did not dispute the list']],
  ['of one of several: Talks go on with Norway and Peru, which have yet to submit plans.', []],
  ['a courtesy: Peru declined to comment.', []],
  ['a courtesy: Peru would not comment on the talks.', []],
  ['of another sort: Peru has not taken the train.', []],
  ['on a condition: If Peru declined to say whether it would sign, talks would end.', []],
  ['over: Norway had yet to sign the list.', []],
  ['asked: Has Peru yet to sign the list?', []],
  ['only put off: The council is not scheduled to meet until Monday afternoon.', []],
  ['of what, another sentence says: It has not been signed.', []],
  ['said of nothing: Peru has not agreed.', []],
  ['asked: Why has Norway not released the list?', []],
  ['told of then: The fee on herring had not been dropped.', []],
  ['a question of the paper: Norway did not respond to questions.', []],
  ['by somebody: Berg said the fee had not been dropped.', []],
  ['awaited by nobody: The ferry has not sung a song.', []],
])('what has not been done so far: %s', (sentence, wanted) => {
  const told = findClaims(
    readSentence(sentence.replace(/^[a-z, ]+: /, ''), engine),
    'r',
    engine.claims,
  ).flatMap(({ kind, body, evidence }) =>
    kind === 'act' && evidence.foundBy === 'act/not-done@1'
      ? [`${body.type.replace('event: ', '')}: ${body.words?.text}`]
      : [],
  )
  expect(told).toEqual(wanted)
})
