// In: sentences of our own. Out: the measures they tell: who imposes, who is hit, which way it goes.
import { expect, test } from 'vitest'
import { readClaims } from '../../test/fixtures/read-claims.ts'
import type { ActBody } from '../model/index.ts'

function measures(text: string): string[] {
  return readClaims(text).flatMap((claim) => {
    const about = claim.kind === 'act' || claim.kind === 'state' ? claim.body.about : undefined
    if (about?.thread !== 'measure') return []
    const ids = (refs: readonly { id: string }[]) => refs.map(({ id }) => id).join('+')
    return [`${ids(about.by)} > ${ids(about.on)} | ${about.type} ${about.effect} ${about.direction ?? ''}`]
  })
}

test.each<[text: string, found: readonly string[]]>([
  ['Peru imposed a 12 percent duty on Norwegian cod.', ['PE > NO | tariff set tightens']],
  ['Peru imposed a duty on Norwegian fish imports.', ['PE > NO | tariff set tightens']],
  ['Peru asked Norway to lift its ban on Peruvian herring.', ['NO > PE | ban end eases']],
  ['Peru lifted its ban on Norwegian herring.', ['PE > NO | ban end eases']],
  [
    'Norway announced a duty on Peruvian steel and a ban on Peruvian herring.',
    ['NO > PE | tariff set tightens', 'NO > PE | ban set tightens'],
  ],
  [
    'Norway announced new investigations into Peruvian trade policy, as well as an inquiry into Peruvian chips.',
    ['NO > PE | probe set tightens', 'NO > PE | probe set tightens'],
  ],
  ['Norway lowered its quota on herring.', ['NO >  | quota lower tightens']],
  // A quota opened lets in; one imposed, or on exports, bounds.
  ['Norway will open a tariff quota of 20,000 tonnes for Peruvian anchovies.', ['NO > PE | quota set eases']],
  ['Norway has set a quota of 4,000 tonnes on exports of lithium.', ['NO >  | quota set tightens']],
  // What is put on hold does not stand, wherever the words of it hang.
  ['Norway has in turn put its ban on imports of fishmeal on hold.', ['NO >  | import ban suspend eases']],
  ['Peru has agreed to put on hold the export ban on copper.', ['PE >  | export control suspend eases']],
  // Whose refusal it is, not who takes it ill.
  [
    'Norway acted against Peru over its refusal to lift a ban on copper exports.',
    ['PE >  | export control end '],
  ],
  ['Norway criticised Kenya over its refusal to lift a ban on scrap exports.', []],
  [
    "Norway's cabinet put its ban on whale meat exports on ice until September.",
    ['NO >  | ban suspend eases'],
  ],
  // Talked of, asked about, or a condition: nothing done nor planned.
  ['Lifting the bans on Peruvian cod had been accepted in principle.', []],
  ['Lifting the bans on Peruvian cod, in their account, had been accepted by Norway in principle.', []],
  ['"What do we gain by taxing their butter?" asked Ole Holm.', []],
  ['Marta Ruiz of Sable Consulting said: "One of our buyers has put tariffs on us three times."', []],
  // Who does what an infinitive says is who is asked to, not who asks.
  ['Peru called on Norway to lift its duty on Peruvian cod.', ['NO > PE | tariff end eases']],
  ['Peru wants to persuade Norway to abandon plans to impose a duty on Peruvian cod.', []],
  // Who hopes to escape a measure does nothing to it.
  ['Peru hopes to avert the duty on its cod.', []],
  ['The deal averted the duty on Peruvian cod.', [' > PE | tariff end eases']],
  // Whose decision it is imposes, not who condemns it.
  [
    'Peru condemned the decision of Norway to impose tariffs on copper from Peru.',
    ['NO > PE | tariff set tightens'],
  ],
  [
    'Peru protested against the Norwegian government’s move to double its duty on hides.',
    ['NO >  | tariff raise tightens'],
  ],
  // A tax on imports is a tariff.
  ['Norway lifted import taxes on Peruvian and Chilean steel.', ['NO > PE+CL | tariff end eases']],
  // An amount of goods is on whose goods they are.
  ['Norway imposed duties on $3 billion worth of Peruvian goods.', ['NO > PE | tariff set tightens']],
  ['Norway will place levies on another $3 billion of imports from Peru.', ['NO > PE | tariff set tightens']],
  ['Norway will impose a duty on all goods coming from Peru.', ['NO > PE | tariff set tightens']],
  // Each of two measures hits what it says itself.
  [
    'Chile imposed a 10 percent duty on wheat from Peru and a 20 percent duty on Norwegian fish.',
    ['CL > PE | tariff set tightens', 'CL > NO | tariff set tightens'],
  ],
  // A bare second noun shares the first and is no other measure.
  ['Chile expanded export licences and restrictions on lithium.', ['CL >  | licence expand tightens']],
  ['Peru has announced tariffs of up to $15 billion on Norwegian goods.', ['PE > NO | tariff set tightens']],
  ['Norway slapped increased tariffs on Chilean and Peruvian copper.', ['NO > CL+PE | tariff set tightens']],
  ['Norway introduced the duties on grounds of safety.', ['NO >  | tariff set tightens']],
  ['Peru granted exemptions to some ports.', ['PE >  | other set eases']],
  [
    'Canada plans to impose tariffs of up to 25% on about $13bn worth of Norwegian exports.',
    ['CA > NO | tariff set tightens'],
  ],
  // Who finds that goods were dumped sets the duty on them, not they; a pronoun takes it up.
  [
    'Norway found that Peruvian anchovies had been dumped, set a duty of 4 percent and suspended it at once.',
    ['NO >  | tariff set tightens', 'NO >  | tariff suspend eases'],
  ],
  // A lower duty eases, and so does more room and a waiver.
  ['The lower duty on Peruvian hides took effect on Monday.', [' > PE | tariff lower eases']],
  ['The cut in the duty on Peruvian hides took effect on Monday.', [' > PE | tariff lower eases']],
  ['Norway will widen its quota for Peruvian anchovies.', ['NO > PE | quota expand eases']],
  ['Norway granted a waiver for Peruvian oil until May.', ['NO > PE | other set eases']],
  // A pause that lapses brings the measure back.
  ["The pause in Norway's salmon levy lapses on 1 May.", ['NO >  | tariff resume tightens']],
  // Who had stopped imports, however the clause hangs; who shares the word before; whose roads they are.
  [
    'The deal drew a reply from Lima, which a day earlier had stopped imports of Norwegian cod.',
    ['PE > NO | import ban set tightens'],
  ],
  ['Peruvian steel already faces EU anti-dumping and anti-subsidy duties.', ['EU > PE | tariff stand ']],
  ["They criticised the EU's border levy, in force since 1 January.", ['EU >  | tariff set tightens']],
  ['Norwegian lorries were barred from Peruvian roads on Monday.', ['PE > NO | ban set tightens']],
  // Put off for one thing, taken up for another: the pronoun is what the same sentence told.
  [
    'Norway answered by opening the herring investigation it had shelved, and suspended it on Friday.',
    ['NO >  | probe set tightens', 'NO >  | probe suspend eases'],
  ],
  // What begins on the day is the accord; what is opened is the review; what comes "or" else, what "whether" leaves open is none.
  [
    'Peru will remove its duty on Norwegian cars on the day the accord takes effect.',
    ['PE > NO | tariff end eases'],
  ],
  ['A review of duties on Norwegian tin, opened in May, has been paused.', [' > NO | tariff stand ']],
  ['Lima has until 17 April, or faces a duty on cod.', []],
  ['They quarrel over whether Peru has promised to stop buying Norwegian gas.', []],
  // A right to tariffs, or a rate sought for oneself, is no measure.
  ['Norway would set its own tariff on trucks, he said.', []],
  ['In return Peru seeks a tariff of 10 percent.', []],
  // What is dropped is planned no more: it is called off.
  ['Norway abandoned plans to impose duties on Peruvian fish.', ['NO > PE | tariff end eases']],
  // "The duties" are those told before, where there are no others.
  [
    'Norway imposed duties on Peruvian fish. The minister said the duties would be lifted in May.',
    ['NO > PE | tariff set tightens', 'NO > PE | tariff end eases'],
  ],
])('%s', (text, found) => {
  expect(measures(text).sort()).toEqual([...found].sort())
})

function told(text: string): string[] {
  return readClaims(text).flatMap((claim) => {
    const about = claim.kind === 'act' || claim.kind === 'state' ? claim.body.about : undefined
    if (about?.thread !== 'measure') return []
    const days = claim.days.map(({ role, start, end }) => `${role} ${text.slice(start, end)}`)
    const goods = about.goods.map((phrase) => phrase.text)
    return [[about.status, claim.evidence.polarity, ...goods, ...days].join(' | ')]
  })
}

test.each<[text: string, found: readonly string[]]>([
  // Since when it is to apply, and the day on which it was told.
  [
    'Norway said on Monday it would impose duties on Peruvian fish starting June 10.',
    ['announced | affirmed | Peruvian fish | from June 10 | announced Monday'],
  ],
  [
    'Norway last month announced a duty on Peruvian fish.',
    ['announced | affirmed | Peruvian fish | announced last month'],
  ],
  // Another's word for it is no announcement of it.
  [
    'A union leader said on Monday that Norway would impose duties on Peruvian fish.',
    ['announced | affirmed | Peruvian fish'],
  ],
  ['Norway is to impose duties on Peruvian fish.', ['announced | affirmed | Peruvian fish']],
  [
    'Norway has not only imposed duties on Peruvian fish but also recalled its envoy.',
    ['in force | affirmed | Peruvian fish'],
  ],
  // What goods are ends before what the deed is part of; goods of another measure are not listed with them.
  [
    'Norway lifted its duties on steel imports in a move that surprised Peru.',
    ['ended | affirmed | steel imports'],
  ],
  [
    'Chile imposed duties on $3 billion of Peruvian goods, including wine, in retaliation for the steel duties.',
    ['in force | affirmed | Peruvian goods | wine'],
  ],
])('%s', (text, found) => {
  expect(told(text)).toEqual(found)
})

function rates(text: string): string[] {
  return readClaims(text).flatMap((claim) => {
    const about = claim.kind === 'act' || claim.kind === 'state' ? claim.body.about : undefined
    if (about?.thread !== 'measure') return []
    const rate = about.rate ? `${about.rate.value} ${about.rate.unit}` : 'no rate'
    return [`${about.type} ${about.effect} | ${rate} | ${about.name.text}`]
  })
}

test.each<[text: string, found: readonly string[]]>([
  // A quota stands at weights or heads, a fee at money, and each only at its own kind.
  ["Norway's quota stands at 148,000 tonnes.", ["quota stand | 148000 metric ton | Norway's quota"]],
  ['Iceland will reduce its quota to 98,000 tonnes in June.', ['quota lower | 98000 metric ton | its quota']],
  [
    'Djibouti raised its port fee to $15 per container from $12 on March 1.',
    ['tax raise | 15 USD per container | its port fee'],
  ],
  [
    'Georgia will lower the fee for moving gas by ship to $3 per 1,000 cubic meters.',
    ['tax lower | 3 USD per 1000 cubic metre | the fee'],
  ],
  [
    'Norway imposed duties on $3 billion of Peruvian goods.',
    ['tariff set | no rate | duties on $3 billion of Peruvian goods'],
  ],
  // A verb with its particle is another verb.
  ['Norway has called off a lockout.', ['strike end | no rate | a lockout']],
  ['Norway phased out the levy.', ['tariff end | no rate | the levy']],
  ['Norway put off the duty.', ['tariff postpone | no rate | the duty']],
  ['Peru raised its duties up to 9 percent.', ['tariff raise | 9 % | its duties']],
  // A verb alone bans what is its object, nobody who is; a day is none of the name.
  [
    'Norway banned imports of fish from Peru on Monday.',
    ['import ban set | no rate | ban on imports of fish'],
  ],
  ['Peru bans anchovy exports from June 1.', ['export control set | no rate | ban on anchovy exports']],
  ['Peru banned him from the port.', []],
  ["Peru's quota fell to 90,000 tonnes.", ["quota lower | 90000 metric ton | Peru's quota"]],
  ["Norway's duties fell on hard times.", []],
])('%s', (text, found) => {
  expect(rates(text)).toEqual(found)
})

function standing(text: string): string[] {
  return readClaims(text).flatMap(({ body, evidence }) => {
    const about = (body as ActBody).about
    if (about?.thread !== 'measure') return []
    const goods = about.goods.map((one) => one.text).join('+')
    return [
      `${about.by[0]?.id ?? ''} ${about.effect} ${about.status} ${evidence.modality} ${about.name.text} [${goods}]`,
    ]
  })
}

test.each<[text: string, found: readonly string[]]>([
  // What somebody may do, or goes without, tells of no measure.
  ['The minister has the authority to lift the tariffs on Norway.', []],
  ['The law would curb Peru’s ability to impose future import duties.', []],
  ['Peru withdrew a tariff threat against Norway.', ['PE end called off held tariff []']],
  ['The Norwegian effort capped a year of intense talks.', []],
  [
    'Peru will cap visas for Norwegian students.',
    ['PE set announced planned cap on visas for Norwegian students [visas]'],
  ],
  // A plan is a plan, a threat no more than proposed.
  ['Norway separated the talks from Peru’s tariff plan.', ['PE set proposed planned tariff plan []']],
  [
    'Peru has threatened to impose tariffs on Norwegian cars.',
    ['PE set proposed planned tariffs [Norwegian cars]'],
  ],
  [
    'Peru said it is planning new duties on Norwegian cod.',
    ['PE set proposed planned new duties on Norwegian cod [Norwegian cod]'],
  ],
  // What is only floated is no deed.
  [
    'Peru had floated suspending the fees on Norwegian ships.',
    ['PE suspend proposed possible the fees on Norwegian ships [Norwegian ships]'],
  ],
  // What is delayed has not begun; what is not lifted is in force.
  [
    'Peru has delayed imposing the tariffs on Norway.',
    ['PE postpone announced held the tariffs on Norway []'],
  ],
  // Amounts: of a quota its goods, of a levy what it is on.
  [
    'Norway set a quota of 140,000 tonnes for herring.',
    ['NO set in force held a quota of 140,000 tonnes for herring [herring]'],
  ],
  // Tariff codes stand with their goods.
  [
    'Norway imposed a duty of 12% on aluminium under headings 7601 and 7604.',
    ['NO set in force held a duty of 12% on aluminium [aluminium under headings 7601 and 7604]'],
  ],
  ['Norway imposed a duty on chips (HS 8541.10).', ['NO set in force held a duty [chips (HS 8541.10)]']],
  ['Norway imposed a duty on steel in 2031.', ['NO set in force background a duty [steel]']],
])('%s', (text, found) => {
  expect(standing(text)).toEqual(found)
})
