// In: sentences of our own. Out: whether a measure is told as planned where only a plan is told of, and not where it is only wished for.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'
import type { ActBody } from '../../model/index.ts'

const measures = (text: string): string[] =>
  readClaims(text).flatMap(({ body, evidence }) => {
    const { about } = body as ActBody
    return about?.thread === 'measure'
      ? [`${about.effect} ${about.status} | ${evidence.polarity} ${evidence.modality}`]
      : []
  })

test.each<[text: string, found: readonly string[]]>([
  [
    "The minister quit after a battle over Peru's plans to impose duties on cod.",
    ['set announced | affirmed planned'],
  ],
  ['Peru imposed duties on Norwegian cod on Monday.', ['set in force | affirmed held']],
  // By what a plan would come by its money; by what a state came by it.
  [
    "Peru's plan raises $2 billion by lowering its duties on Norwegian cod.",
    ['lower proposed | affirmed planned'],
  ],
  ['Peru kept the peace by lowering its duties on Norwegian cod.', ['lower in force | affirmed held']],
  ['Peru blocked a merger after Norway imposed steep duties.', ['set in force | affirmed held']],
  // What is said of it without a verb of doing, and by a court.
  ["Norway's ban on Peruvian cod has been on hold since March.", ['suspend suspended | affirmed held']],
  ["Norway's ban on Peruvian cod is over.", ['end ended | affirmed held']],
  [
    "A court ruled that Norway's duties on Peruvian cod were illegal.",
    ['strike down struck down | affirmed held'],
  ],
  [
    "A tribunal declared Norway's duties on Peruvian cod unlawful.",
    ['strike down struck down | affirmed held'],
  ],
  ["Fishermen say that Norway's duties on Peruvian cod are illegal.", []],
  ["Norway's 10% levy on Peruvian cod was replaced by a quota.", ['end ended | affirmed held']],
  // What a strike's pay does.
  ["The Dockers Union's strike pay, $500 a week, starts on Monday.", []],
  ['The Dockers Union expanded its strike on Friday.', ['expand in force | affirmed held']],
  // What words or a meeting are about.
  ['The envoys exchanged their positions on quotas and on the lifting of sanctions on Peru.', []],
  ['The envoys held talks on the lifting of sanctions on Peru on Monday.', []],
  ['Their dialogue on fish and on the lifting of the embargo by Peru went well.', []],
  ['Peru announced the lifting of sanctions on Norway.', ['end ended | affirmed held']],
  ['After talks on cod, Norway lifted its ban on Peruvian fish.', ['end ended | affirmed held']],
  // Decided on one day, in force from another.
  [
    'Norway adopted a ban on Peruvian cod on May 3. It enters into force on July 1.',
    ['set announced | affirmed held'],
  ],
  [
    'Norway signed an order on May 3 that raises its duties on Peruvian cod to 50%; it takes effect on July 1.',
    ['raise announced | affirmed held'],
  ],
  [
    'Norway adopted a ban on Peruvian cod on May 3. The fair starts on July 1.',
    ['set in force | affirmed held'],
  ],
  // Somebody is only able to, which is no plan of who says so.
  [
    'Ole Berg said he will table a motion that would give the president the authority to impose duties on cod.',
    [],
  ],
  // Wished for, of whoever would have to do it; somebody who thinks of it in passing.
  ['Fishermen want all the duties on Peru abolished.', []],
  ['Peru wants the toughest sanctions placed on Norway.', []],
  ['Norway must lift its ban on Peruvian cod, she said.', []],
  ['Norway would have to lift its ban on Peruvian cod.', []],
  ['Under the pact Norway must lift its ban on Peruvian cod.', ['end announced | affirmed expected']],
  ['Berg hopes that Norway would one day loosen restrictions.', []],
  // "Has" tells one where it says on whom; a duty to act is none, nor are taxes at large.
  ['Norway already has heavy sanctions on Peru.', ['stand in force | affirmed held']],
  ['Norway has a 30 percent duty on lentils.', ['stand in force | affirmed held']],
  ['Norway has a quota of 20,000 tonnes for hake.', []],
  // As it was.
  ["Norway's duties on steel and aluminum stay in place.", ['stand in force | affirmed held']],
  ["Norway's levy on cod is unchanged.", ['stand in force | affirmed held']],
  ["Norway's export controls on gallium are unaffected by the truce.", ['stand in force | affirmed held']],
  ['Norway left its duties on Peruvian cod unchanged.', ['stand in force | affirmed held']],
  ["Norway's ban on fresh fish stays in force.", ['stand in force | affirmed held']],
  // The rate alone, of goods that bear it.
  ['The duty was questioned. Norwegian salmon pays 4 percent.', ['stand in force | affirmed held']],
  ['The duty was questioned. Banks pay 4 percent.', []],
  // What answers a measure is one.
  ['Norway will suspend its countermeasures for one year.', ['suspend announced | affirmed planned']],
  ['Norway lifted its retaliatory measures against Peru.', ['end ended | affirmed held']],
  ['Norway announced measures to help its fishermen.', []],
  ['Norway has a duty to protect the cod.', []],
  ['Norway raised taxes.', []],
  ['Norway raised its carbon tax to $50 a tonne.', ['raise in force | affirmed held']],
  ['The duties on cod from Peru were put into place in May.', ['set in force | affirmed held']],
  // What is only ready, can be done, or waits for another deed is not done; a suspended duty is none in force.
  ['Norway has a 15 percent surcharge on Peruvian cod ready to go.', ['set proposed | affirmed possible']],
  ['Norway offered to drop its duty on Peruvian cod.', ['end proposed | affirmed planned']],
  [
    'The offer includes a cut in the tariff on Peruvian cod from 9 percent to 4.',
    ['lower proposed | affirmed planned'],
  ],
  ['The waiver on Peruvian oil can be revoked at any time.', ['end proposed | affirmed possible']],
  ['The inspectors would stay away until the sanctions on Peru were lifted.', []],
  ['The suspended duty on Peruvian cod remains a threat.', ['stand suspended | affirmed held']],
  ['The duty on Peruvian cod remains planned for 1 October.', ['stand announced | affirmed planned']],
  ['The ban on Peruvian cod stays on hold.', ['stand suspended | affirmed held']],
  // A stand, no measure.
  ['Peru wants to keep exemptions for its media and the arts.', []],
])('%s', (text, found) => {
  expect(measures(text)).toEqual(found)
})

const directions = (text: string): string[] =>
  readClaims(text).flatMap(({ body }) => {
    const { about } = body as ActBody
    const names = (refs: readonly { name: string }[]) => refs.map(({ name }) => name).join('+') || '?'
    return about?.thread === 'measure'
      ? [
          `${names(about.by)} → ${names(about.on)} | ${about.goods.map(({ text: good }) => good).join(', ')} | ${about.direction ?? ''}`,
        ]
      : []
  })

test.each<[text: string, found: readonly string[]]>([
  // Who is hit stands as the verb's object, the measure behind "with".
  ['Peru slapped Norway with duties of 10 percent on salmon.', ['Peru → Norway | salmon | tightens']],
  [
    'The Norwegian government targeted 13 firms from Chile with additional restrictions on exports.',
    ['Norway → Chile | exports | tightens'],
  ],
  ['Norway imposed sanctions on companies tied to Peru.', ['Norway → Peru |  | tightens']],
  // What one verb says of a measure, the other need not repeat.
  [
    'Norway is rolling back the duty it imposed on cod from Peru.',
    ['Norway → Peru | cod from Peru | eases', 'Norway → Peru | cod from Peru | tightens'],
  ],
  [
    'Norway announced duties on Friday on steel amid anxiety and dissent in Peru.',
    ['Norway → ? | steel | tightens'],
  ],
  // A cap is room: more of it eases.
  ['Norway raised the spending cap by $2 billion.', ['Norway → ? |  | eases']],
])('%s', (text, found) => {
  expect(directions(text).sort()).toEqual(found)
})

const programmes = (text: string): string[] =>
  readClaims(text).flatMap(({ body }) => {
    const { about } = body as ActBody
    return about?.thread === 'measure'
      ? [
          `${about.effect} ${about.status} | ${about.by.map(({ name }) => name).join('+')} | ${about.name.text}`,
        ]
      : []
  })

test.each<[text: string, found: readonly string[]]>([
  [
    'Norway is scrapping the Safe Harbour for Small Ships (SHSS) program.',
    ['end ended | Norway | Safe Harbour for Small Ships (SHSS) program'],
  ],
  [
    'Norway runs SHSS, a program that helps ships. It said it would wind down SHSS in May.',
    ['end announced | Norway | SHSS'],
  ],
  [
    'Peru extended the Coastal Fisheries Aid Program by six years.',
    ['extend in force | Peru | Coastal Fisheries Aid Program'],
  ],
  // No name, somebody else's wish, a court's word.
  ['Norway scrapped its school meals program.', []],
  ['Berg urged Norway not to end the SHSS program.', []],
  ['A judge blocked Norway from ending the SHSS program.', []],
])('%s', (text, found) => {
  expect(programmes(text)).toEqual(found)
})

test('who drafts an order to impose what bears another name imposes it', () => {
  const [by] = readClaims(
    'Norway has drafted an order that would declare an emergency to impose the Peruvian duties.',
  ).flatMap(({ body }) => {
    const { about } = body as ActBody
    return about?.thread === 'measure' ? [about.by.map(({ id }) => id)] : []
  })
  expect(by).toEqual(['NO'])
})

test('what there is no assurance of is not announced', () => {
  expect(measures('Peru signs without any assurance that Norway will lift its duties on cod.')).toEqual([])
})

const rates = (text: string): string[] =>
  readClaims(text).flatMap(({ body }) => {
    const { about } = body as ActBody
    const names = (refs: readonly { name: string }[]) => refs.map(({ name }) => name).join('+') || '?'
    return about?.thread === 'measure'
      ? [
          `${about.type} ${about.effect} ${about.status} | ${names(about.by)} → ${names(about.on)} | ${about.rate?.value ?? ''}`,
        ]
      : []
  })

test.each<[text: string, found: readonly string[]]>([
  // Verbs with their noun say that it holds.
  [
    "Peru's 39% duty on imports from Norway entered into force on Thursday.",
    ['tariff set in force | Peru → Norway | 39'],
  ],
  ['A 39% duty on imports from Norway took effect on Thursday.', ['tariff set in force | ? → Norway | 39']],
  ['Talks on imports from Norway took effect on the mood.', []],
  // Who signs an order does what it says; a deal only says what will be done.
  [
    'President Ana Silva of Peru signed an order on Thursday that sets a duty of 39% on Norwegian goods.',
    ['tariff set in force | Peru → Norway | 39'],
  ],
  [
    'The accord lowers the Peruvian tariff on Norwegian goods from 39% to a ceiling of 15%.',
    ['tariff lower announced | Peru → Norway | 15'],
  ],
  // Who or what bears it is hit; where it enters charges it.
  ['Norwegian salmon is subject to a 25% tariff in Peru.', ['tariff stand in force | Peru → Norway | 25']],
  ['Norwegian lumber now faces duties of 35.19%.', ['tariff stand in force | ? → Norway | 35.19']],
  ['Norwegian salmon is subject to a review in Peru.', []],
  // No rate at all is a rate; a day to come of what falls by itself; whom it is aimed at, but not what for.
  [
    'The duty on Norwegian steel goes to zero on 1 January 2031.',
    ['tariff lower announced | ? → Norway | 0'],
  ],
  ['Peru will lower duties on Norwegian copper to zero.', ['tariff lower announced | Peru → Norway | 0']],
  ['Peru imposed duties aimed at Norwegian salmon.', ['tariff set in force | Peru → Norway | ']],
  ['Peru imposed duties aimed at helping Norwegian growers.', ['tariff set in force | Peru → ? | ']],
  // A step told as one range; a range that is none.
  ['Duties on Norwegian steel went from 25% to 50% on June 4.', ['tariff raise in force | ? → Norway | 50']],
  [
    'Peru raised duties on Norwegian steel from 25% to 50% on June 4.',
    ['tariff raise in force | Peru → Norway | 50'],
  ],
  // The rate alone, and the rate of a measure told of before.
  ['Peru will charge 35% on Norwegian goods from August 1.', ['tariff set announced | Peru → Norway | 35']],
  [
    'Peru put a duty on Norwegian goods in May. Peru raised the rate to 39% in June.',
    ['tariff set in force | Peru → Norway | ', 'tariff raise in force | Peru → Norway | 39'],
  ],
  [
    'Peru put a duty on Norwegian goods in May. Peru raised the interest rate to 39%.',
    ['tariff set in force | Peru → Norway | '],
  ],
  // What one clause does, the other's owner does; what was announced at a rate does not stand at it.
  [
    'The tariff, which Peru announced at 31% on April 2, was suspended a week later.',
    ['tariff set announced | Peru → ? | 31', 'tariff suspend suspended | Peru → ? | 31'],
  ],
  // Taken up by a pronoun; of another kind than what was told of; in a state.
  [
    'Peru put a 25% duty on Norwegian steel on March 12 and doubled it to 50% on June 4.',
    ['tariff raise in force | Peru → Norway | 50', 'tariff set in force | Peru → Norway | 25'],
  ],
  [
    'Peru put a duty on Norwegian steel in May and raised it with the bloc.',
    ['tariff set in force | Peru → Norway | '],
  ],
  [
    'Peru put a duty of 25% on Norwegian goods. The countervailing duty was set at 14% on August 8.',
    ['tariff set in force | Peru → Norway | 25'],
  ],
  [
    'In Peru the plastic packaging tax will go up to 20 percent in April.',
    ['tax raise announced | Peru → ? | 20'],
  ],
  [
    'Norway, which hosts the body, brought in a 10% duty on plastic from Peru.',
    ['tariff set in force | Norway → Peru | 10'],
  ],
  ['Peru imposed quotas on Norwegian steel on July 16.', ['quota set in force | Peru → Norway | ']],
  [
    'Peru has banned exports of plastic waste to Norway since May.',
    ['export control set in force | Peru → Norway | '],
  ],
  // Deeds without their noun.
  ['Peru suspended imports of Norwegian beef in May.', ['import ban set in force | Peru → Norway | ']],
  ['Peru suspended a minister from Norway in May.', []],
  ['Peru placed gallium under export control on April 4.', ['export control set in force | Peru → ? | ']],
  [
    'The Dockers Union of Peru went on strike on Tuesday.',
    ['strike set in force | Dockers Union of Peru → ? | '],
  ],
  ['Norway repealed its digital services tax hours before a vote.', ['tax end ended | Norway → ? | ']],
])('%s', (text, found) => {
  expect(rates(text).sort()).toEqual([...found].sort())
})

const days = (text: string): string[] =>
  readClaims(text).flatMap(({ body, days: told }) => {
    const { about } = body as ActBody
    if (about?.thread !== 'measure') return []
    const rate = about.rate === undefined ? [] : [`${about.rate.value}`]
    const spans = told.map(({ role, start, end }) => `${role} ${text.slice(start, end)}`)
    return [[about.effect, about.status, ...rate, ...spans].join(' | ')]
  })

test.each<[text: string, found: readonly string[]]>([
  [
    "Norway's cabinet approved a ban on Peruvian cod on 19 April that applies from 24 April.",
    ['set | announced | announced 19 April', 'set | in force | from 24 April'],
  ],
  ["A formal inquiry into Peru's dealings since March 2024 was ordered.", ['set | announced']],
  [
    "Norway's ban on sending scrap to countries outside Peru takes effect on 21 November.",
    ['set | announced | on 21 November'],
  ],
  ['Norway will lower its duties of 30 percent on Peruvian tractors.', ['lower | announced']],
  ['Norway will scrap duties on 95 percent of Peruvian goods.', ['end | announced']],
  [
    'The minister flew home on Wednesday, hours before a 39% duty on imports from Peru came into force on Thursday.',
    ['set | in force | 39 | on Thursday'],
  ],
  [
    'Norway adopted a levy on Peruvian cod on 18 December which will take effect on 1 January 2032.',
    ['set | announced | announced 18 December', 'set | announced | on 1 January 2032'],
  ],
  ['Nothing has been shipped under the quotas which came into force on 24 April.', []],
  // What another verb begins is none of the ban's.
  ["Norway's ban on Peruvian cod angered those whose permits apply from 24 April.", []],
  [
    'Norway raised its duty on Peruvian cod outside the pact from 25% to 35% on Friday.',
    ['raise | in force | 35 | on Friday'],
  ],
  ['Norway tripled the duty on cod from Peru, to a rate of 20% for most firms.', ['raise | in force | 20']],
])('its days and rate: %s', (text, found) => {
  expect(days(text)).toEqual(found)
})

test('a duty of another kind is none of those told before, nor does one with another rate go the other way', () => {
  const by = (text: string) =>
    readClaims(text).flatMap(({ body }) => {
      const { about } = body as ActBody
      return about?.thread === 'measure'
        ? [
            `${about.by.map(({ id }) => id).join('+')}>${about.on.map(({ id }) => id).join('+')} ${about.rate?.value}`,
          ]
        : []
    })
  const before = 'Norway imposed duties of 25% on Peru in May. '
  expect(by(`${before}The Peruvian duty has been 50% since June.`)).toContain('PE> 50')
  expect(by(`${before}The countervailing duty was set at 14% on June 8.`)).toEqual(['NO>PE 25'])
})

const standing = (text: string): string[] =>
  readClaims(text).flatMap(({ body }) => {
    const { about } = body as ActBody
    return about?.thread === 'measure' ? [`${about.name.text} | ${about.effect} ${about.status}`] : []
  })

test.each<[text: string, found: readonly string[]]>([
  // An order that is signed holds; one that is only drafted does not.
  [
    "Norway's president signed a decree to impose duties of 10 percent on Peruvian cod.",
    ['duties of 10 percent on Peruvian cod | set in force'],
  ],
  [
    "Norway's minister drafted a decree to impose duties of 10 percent on Peruvian cod.",
    ['duties of 10 percent on Peruvian cod | set proposed'],
  ],
  // An inquiry stands once it is opened, and is over when it is concluded; a meeting that is closed is no measure.
  ['Norway has launched an inquiry into Peruvian cod.', ['an inquiry into Peruvian cod | set in force']],
  [
    'Norway completed its investigation into Peruvian cod.',
    ['its investigation into Peruvian cod | end ended'],
  ],
  ['Norway closed the talks on Peruvian cod.', []],
  // A clause said of a measure may hang on its rate, and needs no verb where it is "in force".
  [
    'Peru objects to the duties of up to 12% that Norway has levied on its cod since May.',
    ['the duties | set in force'],
  ],
  [
    'The duty of 8% in place since January on Peruvian cod was never published.',
    ['The duty of 8% | set in force'],
  ],
  [
    'Norwegian duties on Peruvian cod go on being collected.',
    ['Norwegian duties on Peruvian cod | set in force'],
  ],
  ['Norway has no ban on Peruvian cod in place.', []],
  // What is under review stands.
  [
    'Norway has opened a review of its duties on Peruvian cod.',
    ['its duties on Peruvian cod | stand in force'],
  ],
  ['Norway opens review of Peruvian cod duties.', []],
  // "Unless the senate extends it" proposes no extension.
  [
    'The duty that Norway introduced in January ends on 31 July unless the senate prolongs it.',
    ['The duty | end announced', 'The duty | set in force'],
  ],
  // What is only asked for, and what would have been, is not done.
  ['Peru still asks for a quota and for the immediate suspension of the Norwegian duties on cod.', []],
  ["Norway's duties on Peruvian cod would have ended on 17 June.", []],
  [
    'Norway announced the suspension of the duties on Peruvian cod.',
    ['the duties on Peruvian cod | suspend suspended'],
  ],
])('%s', (text, found) => {
  expect(standing(text)).toEqual(found)
})

test('goods told behind a range of rates are from where the words behind them say', () => {
  expect(
    directions(
      'Chile announced duties of between 12 and 18 percent on steel from Peru, for five years beginning on July 5.',
    ),
  ).toEqual(['Chile → Peru | steel | tightens'])
})

test('what is put off did not begin on the day it was first called for', () => {
  const days = readClaims(
    'The strike by the Northern Dockers Union, first announced for Tuesday, was put off for two days.',
  ).flatMap(({ evidence, days }) => (evidence.foundBy === 'measure/set@1' ? [days.length] : []))
  expect(days).toEqual([0])
})
