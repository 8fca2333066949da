// In: sentences of our own. Out: the acts they tell: type, PLOVER root, who, to whom; and where they tell none.
import { describe, expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'
import { findClaims } from '../engine.ts'

const engine = loadEngine()

/** "ROOT actor+actor > recipient": one line for each act of a sentence. */
const actsOf = (sentence: string): string[] =>
  findClaims(readSentence(sentence, engine), 'r', engine.claims).flatMap((claim) => {
    if (claim.kind !== 'act') return []
    const ids = (refs: readonly { id: string }[]) => refs.map(({ id }) => id).join('+')
    return [`${claim.body.plover} ${ids(claim.body.actor)} > ${ids(claim.body.recipient)}`]
  })

describe('who does what to whom', () => {
  test.each([
    ['Norway accused Peru of overfishing.', 'ACCUSE NO > PE'],
    ['passive: Peru was warned by Norway on Monday.', 'THREATEN NO > PE'],
    ["noun: The minister spoke of Peru's withdrawal from the pact.", 'YIELD PE > '],
    ['noun with by: The attack by Peru on Norway lasted an hour.', 'ASSAULT PE > NO'],
    ['control: Norway agreed to help Peru.', 'AGREE NO > PE'],
    ['object control: Norway urged Peru to lift its ban on cod.', 'REQUEST NO > PE'],
    ['light verb: Norway launched an attack on Peru.', 'ASSAULT NO > PE'],
    ['a noun that stops: Norway announced the suspension of aid to Peru.', 'SANCTION NO > PE'],
    ['what is stopped: Norway cut aid to Peru.', 'SANCTION NO > PE'],
    ['what is stopped: Norway lifted the siege of Peru.', 'YIELD NO > PE'],
    ['a particle: Norway called on Peru to reopen the ports.', 'REQUEST NO > PE'],
    ['no particle: The king of Norway called the president of Peru on Friday.', 'CONSULT NO > PE'],
    ['refused: Norway refused to help Peru.', 'REJECT NO > PE'],
    ['denied and ahead: Norway will not help Peru.', 'REJECT NO > PE'],
    ['friendly and ahead: Norway will help Peru.', 'AGREE NO > PE'],
    ['hostile and ahead: Norway will attack Peru.', 'THREATEN NO > PE'],
    ['what moves is no recipient: Norway withdrew its observers from Peru.', 'SANCTION NO > PE'],
    ['willing: Norway is willing to help Peru.', 'AGREE NO > PE'],
    ['who said it: Norway said it would help Peru.', 'AGREE NO > PE'],
    ['no town: The Peruvian navy shelled Bergen on Monday.', 'ASSAULT PE > '],
    ['a state is told by its town: Norway will drop its claim against Peru in London.', 'AGREE NO > PE'],
    ['what is moved: The Norwegian army withdrew its fighters from the port.', 'YIELD NO > '],
    ['what is freed: Norway released 14 prisoners on Saturday.', 'YIELD NO > '],
    ['a craft: Norway boarded one vessel.', 'COERCE NO > '],
    ['a vow of harm: Norway vowed to attack Peru.', 'THREATEN NO > PE'],
    ['a vow to resist: Chile pledged to fight the Norwegian fees in court.', 'THREATEN CL > NO'],
    ['two are given: Peru granted Norway and Chile access to its ports.', 'YIELD PE > NO+CL'],
    ['one is promised: Norway promised Peru 40 million dollars in aid.', 'AGREE NO > PE'],
    [
      'in words: The senator attacked Prime Minister Holm of Norway over the deal.',
      'ACCUSE phrase:senator > person:holm',
    ],
    [
      'who spoke: Ruud said Norway is strong enough and rejected the plea of Peru.',
      'REJECT person:ruud > PE',
    ],
    [
      'no person is which: Sam Dahl, counsel for the Fishing Institute, which is suing Peru, smiled.',
      'ACCUSE org:fishing-institute > PE',
    ],
    ['without: Ruud threatened to quit the pact, with or without Chile.', 'THREATEN person:ruud > '],
    [
      'no more theirs: Former Norwegian diplomats rebuked Peru.',
      'ACCUSE phrase:former-norwegian-diplomats > PE',
    ],
    [
      'business: Norwegian business leaders criticised Peru.',
      'ACCUSE phrase:norwegian-business-leaders > PE',
    ],
    ['asked: Kenya challenged Norway to return the ships.', 'REQUEST KE > NO'],
    ['by whom it is: Peru condemned the killing of two Norwegian sailors by Kenya.', 'ACCUSE PE > KE'],
    ['two are promised: Norway promised Peru and Chile cheap loans for a dam.', 'AGREE NO > PE+CL'],
    ['an invitation: Chile issued an invitation to the Peruvian president.', 'AGREE CL > PE'],
    ['behind after: The talks began after Norway released two men from Peru.', 'YIELD NO > PE'],
    ['told to: Norway said Peru must reopen its ports.', 'REQUEST NO > PE'],
    ['who is taken out is no recipient: Norway withdrew Peru from the pact.', 'SANCTION NO > '],
    ['a judged deal has no recipient: Norway backed the fishing deal in Peru.', 'SUPPORT NO > '],
    ['nor who it is with: Norway praised the deal with Peru.', 'SUPPORT NO > '],
    ['who is sent is no recipient: Norway offered to send observers.', 'AGREE NO > '],
    ['a merger is fought in words: Norway fought the merger in court.', 'REJECT NO > '],
    ['ties are with somebody: Norway established ties with Peru.', 'SUPPORT NO > PE'],
    ['some of a body: Several members of Congress criticised Norway.', 'ACCUSE phrase:several-members > NO'],
    ['unions of a state: Peruvian unions criticised Norway.', 'ACCUSE phrase:peruvian-unions > NO'],
    [
      'what is called for: Norway demanded a crackdown on trawlers from Peru and called on Chile to help.',
      'REQUEST NO > CL',
    ],
    [
      'beside whom: Norway, which together with the United Nations brokered the accord, was not in the room.',
      'CONSULT NO+UN > ',
    ],
    ['a counterpart is of the other side: Norway met its Peruvian counterpart.', 'CONSULT NO > PE'],
    ['a whole state taken out: Norway could withdraw Peru.', 'YIELD NO > '],
    [
      'two words of an office: The Secretary-General urged Norway to help Peru.',
      'REQUEST name:secretary-general > NO',
    ],
    ['a warning is no offer: Norway offered a warning to Peru.', 'THREATEN NO > PE'],
    ['a threat without whom: Norway threatened to quit the pact.', 'THREATEN NO > '],
    [
      'people of a state: Norway accused Peruvian fishermen of theft.',
      'ACCUSE NO > phrase:peruvian-fishermen',
    ],
    ['forces of a state: Peruvian police arrested two men from Norway.', 'COERCE PE > phrase:men'],
    ['somebody unnamed: Gunmen attacked the Norwegian embassy in Peru.', 'ASSAULT phrase:gunmen > NO'],
  ])('%s', (sentence, act) => {
    const text = sentence.replace(/^[a-z ]+: /, '')
    expect(actsOf(text)).toContain(act)
  })
})

describe('what is no act', () => {
  test.each([
    'Norway met its target in May.',
    'The price of cod fell in Norway.',
    'Norway released a report on cod.',
    'Does Norway accuse Peru of overfishing?',
    'Norway took part in the fair.',
    'Norway declined to comment on Peru.',
    'Norway ignored Peru.',
    'Peru called a meeting, which Norway promised to attend.',
    'Norway called the deal with Peru a mistake.',
    'Norway is fighting a disease of salmon.',
    'Norway warned that cod would be scarce in Peru.',
    'Norway insisted that Peru will pay for the pier.',
    'Norway sought to calm the fishermen of Peru.',
    'Norway repeated its pledge.',
    'Norway offered no details.',
    'Norway discussed the price of cod.',
    'Norway said Peru should be able to pay.',
    'Norway gave Peru a map in Oslo.',
    'Norway held up the signed treaty with Peru.',
    'Norway is only punishing itself, Peru said.',
    'The king of Norway called Peru "weak" on Friday.',
    'Norway has abandoned its role in Peru.',
    'The fee encouraged trawlers from Peru.',
    'Let them meet first, the envoy of Norway said of Peru.',
    'If the fees rise, as Norway threatened to do, prices follow.',
    'The concerns include ratifying the deal.',
    'Norway will not be pushed around.',
  ])('%s', (sentence) => expect(actsOf(sentence)).toEqual([]))
})

test('supporters of somebody are not him, and "it" is no person', () => {
  expect(actsOf('Supporters of Ann Berg praised the pact with Peru.').join()).not.toContain('ann-berg')
  expect(actsOf('Ann Berg left the pact, saying it has killed crews from Peru.').join()).not.toContain(
    'ASSAULT',
  )
})

test('what is promised at home threatens nobody', () => {
  expect(actsOf('Ann Berg promised to close two schools.').join()).not.toContain('THREATEN')
  expect(actsOf('Ann Berg vowed to close the ports to Peru.').join()).toContain('THREATEN')
})

test('what something is for is no act; a plan is', () => {
  expect(actsOf('Norway drafted a resolution to condemn Peru.')).toEqual([])
  expect(actsOf("Norway's plan to attack Peru was leaked.")).toEqual(['THREATEN NO > PE'])
})

test('one event is said once: what moves a thread is no plain act beside', () => {
  expect(actsOf('Norway imposed a tariff of 10% on cod from Peru.')).toEqual(['COERCE NO > PE'])
  expect(actsOf('Norway and Peru held talks in Lima on Monday.')).toEqual(['CONSULT NO > PE'])
})

test('what is agreed, demanded or refused is no act of its own', () => {
  expect(actsOf('Norway threatened to attack Peru.')).toEqual(['THREATEN NO > PE'])
  expect(actsOf('Norway accused Peru of attacking its ships.')).toEqual(['ACCUSE NO > PE'])
})

test.each([
  'Reuters accused Norway of lying.',
  'JUST WATCHED Norway to help Peru.',
  'Everybody wants to help Peru, Berg said.',
])('an outlet, a shouted word and everybody do nothing: %s', (sentence) =>
  expect(actsOf(sentence)).toEqual([]),
)

test.each([
  ['A report that Norway had attacked Peru was denied by Chile.', 'NO > PE'],
  ['Rumours that Norway had attacked Peru reached Chile on Monday.', 'NO > PE'],
  ['Norway did not object to the plan of Peru.', 'ACCUSE'],
  ['Norway hit with new duty after talks with Peru fail', 'NO > '],
  ['Asked about the levy, Norway praised Peru.', 'REQUEST'],
])('nor is this told as done: %s', (sentence, act) => expect(actsOf(sentence).join(' ; ')).not.toContain(act))

describe('what an act answers', () => {
  test.each([
    ['In response to the duty, Norway expelled two envoys from Peru.', 'the duty'],
    ['Norway closed its ports to Peru after Peru seized two ships.', 'after Peru seized two ships'],
    ['Norway closed its ports to Peru after the summer.', undefined],
    [
      'Norway accused Peru of overfishing. Chile accused Norway of lying. Peru denied the charge.',
      'accused Peru of overfishing',
    ],
    ['Norway accused Peru of overfishing. Chile denied the charge.', undefined],
    ['Norway accused Peru of overfishing. Peru rejected the offer.', undefined],
  ])('%s', (sentence, words) => {
    const acts = findClaims(readSentence(sentence, engine), 'r', engine.claims)
    const [answer] = acts.flatMap((claim) =>
      claim.kind === 'act' && claim.body.inResponseTo ? [claim.body.inResponseTo.text] : [],
    )
    expect(answer).toBe(words)
  })
})

describe('what is said of who acts, in the words of the report', () => {
  const wordsOf = (sentence: string): string[] =>
    findClaims(readSentence(sentence, engine), 'r', engine.claims).flatMap((claim) =>
      claim.kind === 'act' && claim.body.words ? [claim.body.words.text] : [],
    )
  test.each([
    ['Norway accused Peru of overfishing on Monday.', 'accused Peru of overfishing on Monday'],
    ['with its auxiliaries: Norway has not helped Peru.', 'has not helped Peru'],
    [
      'with what is asked: Norway called on Peru to sign the pact by May.',
      'called on Peru to sign the pact by May',
    ],
    [
      'with what governs it: Norway is willing to help Peru with its ports.',
      'is willing to help Peru with its ports',
    ],
    [
      'without what else happened: Norway accused Peru of overfishing, and Chile closed its ports.',
      'accused Peru of overfishing',
    ],
  ])('%s', (sentence, words) => {
    expect(wordsOf(sentence.replace(/^[a-z][^:]*: /, ''))[0]).toBe(words)
  })
  test('what another is urged to do is not said of who urges', () => {
    expect(wordsOf('Norway urged Peru to lift its ban on cod.')).toEqual([
      'urged Peru to lift its ban on cod',
    ])
  })
})

test.each([
  ['Norway withheld its catch data for 2030.', []],
  ['Norway withheld its catch data in 2030.', ['2030']],
])('the year of a thing is no day of the deed: %s', (sentence, wanted) => {
  const days = findClaims(readSentence(sentence, engine), 'r', engine.claims).flatMap((claim) =>
    claim.kind === 'act' && claim.evidence.foundBy === 'act/verb@1'
      ? claim.days.map(({ value }) => value)
      : [],
  )
  expect(days).toEqual(wanted)
})

describe('what is opposed or backed', () => {
  const objectsOf = (sentence: string): string[] =>
    findClaims(readSentence(sentence, engine), 'r', engine.claims).flatMap((claim) =>
      claim.kind === 'act' && claim.body.object ? [claim.body.object.text] : [],
    )

  test.each([
    ['Norway announced strong opposition to the fishing quotas.', 'the fishing quotas'],
    ['Kenya voiced sharp criticism of the Peruvian drills.', 'the Peruvian drills'],
    ['Peru accused Norway of theft.', 'Norway'],
  ])('%s', (sentence, object) => expect(objectsOf(sentence)).toContain(object))
})
