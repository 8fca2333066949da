// In: sentences of our own. Out: whose stand is told, on what, in which words; what is tied to what.
import { expect, test } from 'vitest'
import { readClaims } from '../../test/fixtures/read-claims.ts'
import type { DependencyBody, LinkageBody, PositionBody } from '../model/index.ts'

function claims(text: string) {
  return readClaims(text)
}

const positions = (text: string) =>
  claims(text)
    .filter((claim) => claim.kind === 'position')
    .map(({ body }) => {
      const { party, stance, issue, content } = body as PositionBody
      return `${party.id} ${stance} [${issue.text}] ${content.text}`
    })

const linkages = (text: string) =>
  claims(text)
    .filter((claim) => claim.kind === 'linkage')
    .map(({ body }) => {
      const { relation, from, to, goal, user } = body as LinkageBody
      return [user.map((ref) => ref.id).join('+'), relation, from.text, to?.text ?? goal?.text ?? ''].join(
        ' | ',
      )
    })

test.each<[string, string[]]>([
  // A disposition that is voiced, a participle that tells one, what one warns against.
  [
    'Peru has signaled openness to inspections but warns against unilateral limits.',
    ['PE open [inspections] openness to inspections', 'PE oppose [unilateral limits] unilateral limits'],
  ],
  ['Peru indicated readiness to extend the truce.', ['PE open [the truce] readiness to extend the truce']],
  ['Norway expressed reluctance to cut its fleet.', ['NO oppose [its fleet] reluctance to cut its fleet']],
  [
    'Chile is firmly committed to protecting its glaciers.',
    ['CL support [protecting its glaciers] protecting its glaciers'],
  ],
  ['Norway was prepared to share the quota.', ['NO open [the quota] to share the quota']],
  ['The report was prepared by Norway.', []],
  // Some of a body's people or members are not the body.
  ['Some Democrats support the deal.', []],
  ['A number of Republicans oppose the deal.', []],
  ['Several EU countries want the levy scrapped.', []],
  ['Democrats oppose the deal.', ['org:democratic-party oppose [the deal] the deal']],
  ['Peru expressed concern over the quota.', []],
  ['Norway warned of rising costs.', []],
  // What weighs most, told plainly or in one's own words.
  ['For Peruvian officials, food safety remains front and center.', ['PE demand [food safety] food safety']],
  ['Access to the ports is crucial for Bolivia.', ['BO demand [Access to the ports] Access to the ports']],
  ['Rain is vital for the harvest.', []],
  ["The treaty is vital for Bolivia's future.", []],
  ['The union urged its employers to raise wages.', ['phrase:union demand [wages] to raise wages']],
  ['Norway urged NATO allies to lift their duties.', ['NO demand [their duties] to lift their duties']],
  ['Holm said that Peru had come forward with a very steep ask.', ['PE demand [ask] a very steep ask']],
  ['Norway came to the table with an open mind.', []],
  // What is not so, what one may do, and when: no demand.
  ['“It is simply not true that we are seeking machines that would cost jobs,” Norway said.', []],
  ['Norway said it would not use the act, under which it could ask a court to impose a quota.', []],
  ['A new date, Norway said, is sought for the second week of May.', []],
  [
    'Norway stressed that finding a way to cut the fees is essential for growth.',
    ['NO demand [the fees] that finding a way to cut the fees is essential for growth'],
  ],
  ['Norway said that its exports are necessary for growth.', []],
  // A push is told by whoever tells of it.
  [
    "Talks have dragged on since the Norwegian government's push to force a sale of the port.",
    ['NO demand [a sale of the port] to force a sale of the port'],
  ],
  ['Norway warned that it would close its ports.', ['NO threat [its ports] that it would close its ports']],
  ['Norway warned that the strike could hurt the fleet.', []],
  ['Peru insisted that the fee was separate from the quota.', []],
  ['Peru insisted that it will never be bullied.', []],
  // Not to oppose is no support, and who does neither takes no stand.
  ['Norway does not oppose the quota.', ['NO open [the quota] not oppose the quota']],
  ['Norway refused to criticise the quota.', []],
  ['Norway neither backed nor opposed the quota.', []],
  ['Norway dismissed concerns about the quota.', []],
  ['Norway rejected suggestions that it would leave the pact.', []],
  ['Norway criticised mediators who had left.', []],
  ['Norway sought to reassure dockers.', []],
  ['Norway wants to reassure Peru.', []],
  ['Norway had no reason to support the quota.', []],
  ['Norway dismissed the quota as a stunt.', []],
  ['Norway concedes it has won some cases.', []],
  [
    'The head of the Harbour Union, Ann Lee, rejected the quota.',
    ['person:ann-lee oppose [the quota] the quota'],
  ],
  // What was threatened hangs on it, that it was does not.
  [
    'Norway threatened to close its ports if Peru leaves.',
    ['NO threat [its ports] to close its ports if Peru leaves'],
  ],
  ['Norway warned against a quota.', ['NO oppose [a quota] a quota']],
  ['Norway refused to rule out a quota.', []],
  // Who is blamed for it did it.
  ['Norway criticised Peru for demanding cuts.', ['PE demand [cuts] cuts']],
  ['Norway wants to leave the pact, triggering a vote.', ['NO demand [the pact] to leave the pact']],
  ['Lawmakers loyal to Norway rejected the quota.', []],
  ['The text of the pact Norway wants to submit to Peru will be published.', []],
  ['Peru insisted that the fee be paid.', ['PE demand [the fee] that the fee be paid']],
  ['Norwegian voters want to leave the pact.', []],
  ["Norway's government wants to leave the pact.", ['NO demand [the pact] to leave the pact']],
  ["Norway's decision threatens to ruin the fleet.", []],
  ['Norway threatened Peru with a duty on cod.', ['NO threat [a duty on cod] a duty on cod']],
  ['Peru accepted an invitation to Oslo.', []],
  ['Asked to confirm the quota, Ann Berg said it was not wrong.', []],
  ['The pact keeps a panel that Norway wanted to end.', []],
  ['Norway seeks to protect its cod fleet.', ['NO support [its cod fleet] to protect its cod fleet']],
  ['Norway seeks to protect the cod fleet.', ['NO demand [the cod fleet] to protect the cod fleet']],
  ['Peru urged Norway to accept the quota.', ['PE demand [the quota] to accept the quota']],
  ['Ministers warned it could hurt the fleet.', []],
  ["Berg called Norway's push for a new quota premature.", []],
  ['Berg criticized Norwegians who have spoken out against the quota.', []],
  [
    'Norway will never accept inspectors on its ships.',
    ['NO red-line [inspectors on its ships] never accept inspectors on its ships'],
  ],
  ["Norway won't accept the quota.", ["NO red-line [the quota] won't accept the quota"]],
  ['Norway had not offered a quota.', []],
  [
    'Norway has threatened to impose a duty on cod and is suing Peru over cables.',
    ['NO threat [a duty] to impose a duty on cod'],
  ],
  ['Norway offered a mild review of the pact.', []],
  ['Norway backed off the threat.', []],
  ['The fees stayed, which both sides wanted gone.', []],
  ["Norway's counterparts sought a longer truce.", []],
  ['Norway may not be as willing to lift the ban.', []],
  ['Norway urges the government to lift the ban.', ['NO demand [the ban] the government to lift the ban']],
  ['Peru resists what it sees as unfair fees.', ['PE oppose [unfair fees] what it sees as unfair fees']],
  // What the words are about, past what only passes on and what only frames.
  ['Peru urged Norway to help rein in cod prices.', ['PE demand [cod prices] to help rein in cod prices']],
  ['Norway supports the idea of a cod quota.', ['NO support [a cod quota] the idea of a cod quota']],
  ['Norway wants to pull out of the cod pact.', ['NO demand [the cod pact] to pull out of the cod pact']],
  ['Norway opposes lifting the ban.', ['NO oppose [lifting the ban] lifting the ban']],
  [
    'Norway insisted there be a limit to the fees.',
    ['NO demand [a limit to the fees] there be a limit to the fees'],
  ],
  [
    'Norway wants a lower, permanent port fee.',
    ['NO demand [permanent port fee] a lower, permanent port fee'],
  ],
  ['Norway wants the bill to include new quotas.', ['NO demand [new quotas] to include new quotas']],
  ['Norway wants to act.', []],
  ['Ann Berg wants to see her daughter.', []],
  ['Norway urged Peru to reconsider.', []],
  ['Ann Berg supports the strikers.', []],
  ['Norway supports a unity government.', ['NO support [a unity government] a unity government']],
  // Judged are what can be voted, signed or imposed; given is not offered.
  ['Norway condemned the quota.', ['NO oppose [the quota] the quota']],
  ['Norway condemned the attack.', []],
  ['Norway offered a stark warning.', []],
  // A question, what is only pondered, and what stands beside the sentence.
  ['“Which port do you mean?” Ann Berg asked.', []],
  ['Norway asked whether Peru should lift the ban.', []],
  ['It is not clear how far Norway is willing to ease the quota.', []],
  ['Lawmakers asked if Norway wants to lift the ban.', []],
  ['Norway was seen as pushing for a quota.', []],
  ['Norway sent its fleet north, ready to lift the ban.', []],
  ['Norway stopped backing the quota.', []],
  ['The New York Times called for a new quota.', []],
  [
    'Norway opposes allotting money for the port.',
    ['NO oppose [allotting money for the port] allotting money for the port'],
  ],
  ['Norway condemned the levy as illegal.', ['NO oppose [the levy] the levy']],
  ['Crews rally support for the quota.', []],
  ['Norway made a demand of its own.', []],
  ['Norway wants the levy scrapped altogether.', ['NO demand [the levy] the levy scrapped altogether']],
  [
    'Norway dropped its demand for lower fees.',
    ['NO concession [lower fees] Norway dropped its demand for lower fees'],
  ],
  [
    'Norway is no longer willing to accept the quota.',
    ['NO red-line [the quota] no longer willing to accept the quota'],
  ],
  ['Norway refused to accept a cap on cod.', ['NO oppose [a cap] refused to accept a cap on cod']],
  ['Norway is open to talking about night shifts.', ['NO open [night shifts] talking about night shifts']],
  ['Norway wants to talk about cod.', []],
  ["Norway's push for a cod quota failed.", ["NO demand [a cod quota] Norway's push for a cod quota"]],
  ['Norway said its support for the pact was firm.', ['NO support [the pact] its support for the pact']],
  [
    'Norway backed a bill to compensate crews.',
    ['NO support [a bill to compensate crews] a bill to compensate crews'],
  ],
  ['Norway is favored to keep the port.', []],
  ["Norway's demand for oil fell.", []],
])('stand: %s', (text, told) => {
  expect(positions(text)).toEqual(told)
})

test.each<[string, string[]]>([
  [
    'Norway will maintain the duty unless Peru signs the deal.',
    ['NO | precondition | Norway will maintain the duty | unless Peru signs the deal'],
  ],
  [
    'Norway cancelled its visit in retaliation for the new duty.',
    ['NO | retaliation | cancelled its visit | the new duty'],
  ],
  ['Norway imposed quotas in response to the new duty.', ['NO | retaliation | quotas | the new duty']],
  ['Union leaders pushed Norway to lift the ban.', []],
  [
    'Norway used the port ban as leverage in talks to reopen the fishery, suggesting that Peru might be spared.',
    ['NO | leverage | the port ban | to reopen the fishery'],
  ],
])('tie: %s', (text, told) => {
  expect(linkages(text)).toEqual(told)
})

const shares = (text: string) =>
  claims(text)
    .filter((claim) => claim.kind === 'dependency')
    .map(({ body }) => {
      const { dependent, on, what } = body as DependencyBody
      return `${dependent.map((ref) => ref.id).join('+')} on ${on.id}: ${what.text}`
    })

test.each<[string, string[]]>([
  ["Norway mines 70% of the world's cobalt.", [" on NO: the world's cobalt"]],
  ['Chile imports 30% of Peruvian copper.', ['PE on CL: sales of Peruvian copper']],
  ['Chile accounts for 40 percent of what Norway sells abroad.', ['NO on CL: what Norway sells abroad']],
  ['Norway exports 60% of its cod.', []],
])('share: %s', (text, told) => {
  expect(shares(text)).toEqual(told)
})

test.each<[string, string]>([
  // "The bill" is the one told before.
  ['Lawmakers read the port tax bill. Norway rejected the bill.', 'the port tax bill'],
  ['Lawmakers read the port tax bill. Norway rejected the measure.', 'the port tax bill'],
  ['Lawmakers read the port tax bill. Norway rejected a bill to tax cod.', 'a bill to tax cod'],
  ['Lawmakers read the port tax bill. Norway rejected the cod bill.', 'the cod bill'],
  ['Norway opposes subsidies in areas like cod and ports.', 'subsidies'],
  ['Lawmakers read the port tax law. Norway rejected the plan.', 'the plan'],
])('which one: %s', (text, issue) => {
  const found = claims(text).flatMap(({ kind, body }) =>
    kind === 'position' ? [(body as PositionBody).issue.text] : [],
  )
  expect(found).toEqual([issue])
})

test('a lawmaker, a party, a chamber stands for itself; a minister for his state', () => {
  const found = claims(
    'Norwegian lawmaker Ann Holm opposes the quota. Norwegian Foreign Minister Bob Berg opposes the ban. The Storting opposes the levy. Ada Lind (R-Ohio) opposes the fee.',
  ).flatMap(({ kind, body }) =>
    kind === 'position'
      ? [[(body as PositionBody).issue.text, (body as PositionBody).forItself ?? false]]
      : [],
  )
  expect(found).toEqual([
    ['the quota', true],
    ['the ban', false],
    ['the levy', false],
    ['the fee', true],
  ])
})
