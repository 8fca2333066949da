// In: sentences of our own. Out: who stands where, also those without a name, and where nobody takes a stand.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'
import { findClaims } from '../engine.ts'

const engine = loadEngine()
const stands = (text: string): string[] =>
  findClaims(readSentence(text, engine), 'r', engine.claims).flatMap(({ kind, body }) =>
    kind === 'position' ? [`${body.party.id} ${body.stance}: ${body.content.text}`] : [],
  )

test.each([
  // Many, or a body, without a name.
  ['The committee has asked for no cap on payments.', ['phrase:committee demand: no cap on payments']],
  // Who stands behind "who", of people in a body; what was not offered yet.
  [
    'It faced a revolt by Democrats in the Senate who opposed the new levy.',
    ['org:democratic-party oppose: the new levy'],
  ],
  ['It faced a revolt by deputies in the Senate who opposed the new levy.', []],
  ['It was not about ports before Norway and Peru offered any harbour cuts.', []],
  ['Norway offered a cut in harbour fees before the talks began.', ['NO offer: a cut in harbour fees']],
  // Told plainly, without a verb of its own.
  ['Norway is against renewing the lease.', ['NO oppose: Norway is against renewing the lease']],
  ['Norway is against the levy.', ['NO oppose: Norway is against the levy']],
  ['Norway does not want a new levy.', ['NO oppose: not want a new levy']],
  ["Norway's spokesman has ruled out reopening the treaty.", ['NO oppose: reopening the treaty']],
  [
    'A Norwegian official said a stake of any size in the ports was unacceptable.',
    ['NO red-line: a stake of any size in the ports'],
  ],
  [
    "Rolf Ruud, leader of the Fishers' Party, said the protocol must be replaced.",
    ['person:rolf-ruud demand: the protocol must be replaced'],
  ],
  ['Jan Holm, a columnist, said the levy must be scrapped.', []],
  ['Rolf Ruud, the chair of the Cod Union, said he would like to stress that the sale was commercial.', []],
  ['Norway is up against the clock.', []],
  ['Norway said it would be against the rules to fish there.', []],
  ['Peru said that was against the law.', []],
  ['Peru said it was against the spirit of the accord.', []],
  ['Norway is against the law on ports.', ['NO oppose: Norway is against the law on ports']],
  ['Peru said it was against the rules on quotas.', ['PE oppose: it was against the rules on quotas']],
  // What few of a party do is not its stand.
  ['The House passed the levy with only 28 Democrats supporting it.', []],
  ['Only nine Democrats backed the levy.', []],
  ['Democrats backed the levy.', ['org:democratic-party support: the levy']],
  // A stand that is not given up is still taken; a place that is not left is none.
  [
    'Peru said it would not drop its demand for a share of the ports.',
    ['PE demand: it would not drop its demand for a share of the ports'],
  ],
  [
    'Norway said it would not withdraw its offer of a quota swap.',
    ['NO offer: it would not withdraw its offer of a quota swap'],
  ],
  [
    'Chile said it would not lift its objection to the treaty.',
    ['CL oppose: it would not lift its objection to the treaty'],
  ],
  [
    'Peru said it would not abandon the fishing grounds.',
    ['PE oppose: it would not abandon the fishing grounds'],
  ],
  [
    'Small islands and fishermen want a wider reef reserve.',
    ['phrase:small-islands demand: a wider reef reserve', 'phrase:fishermen demand: a wider reef reserve'],
  ],
  // What many do in a tree that gives it to one; who is asked.
  [
    'It is Peru that takes over 80% of the ore, and local smelters, most of them idle because of power prices, have pushed for the export tax.',
    [],
  ],
  ['Minister Carl Abel, asked about it on the flight home, said there was no such undertaking.', []],
  // What a body speaks by.
  [
    'An emergency meeting of the African Union called for lower quotas.',
    ['org:african-union demand: lower quotas'],
  ],
  [
    "The council's statement called on the owners to release the crews.",
    ['phrase:council demand: to release the crews'],
  ],
  ['The union has asked for 5 percent.', ['phrase:union demand: 5 percent']],
  ['The employer offered a pay rise of 3 percent.', ['phrase:employer offer: a pay rise of 3 percent']],
  ['Makers offer systems for sale.', []],
  ['The owners have tabled a new offer of 4 percent.', ['phrase:owners offer: 4 percent']],
  ['Some unions want a bigger raise.', []],
  ["Norway's food inspectorate rejected the quota.", ['NO oppose: the quota']],
  // People of a state, a part of a chamber, what is done to one or left to do, what one got, who else acts near.
  ['Norwegians want a lower toll.', []],
  ['The Norwegians want a lower toll.', ['NO demand: a lower toll']],
  ['A large bloc of Senate moderates is opposed to any measure that raises fees.', []],
  [
    '"Before sending us demands or otherwise be threatened with fees, we would ask our Peruvian friends to think again," Norway\'s envoy said.',
    [],
  ],
  ['Minister Lars Holm will have to endorse the same bill as his rivals.', []],
  ['"I can think of no better way for Congress to join me in backing the quota," President Lind said.', []],
  ['"We did not get the harbour we wanted," said Trade Minister Bo Holm.', []],
  ['Ada Berg of the Dockers Union said she had seen offers lapse before.', []],
  ['The delay followed raids launched by Norway despite haggling over proposals for another truce.', []],
  ['The talks ended with no word on the question that Norway asks first: who pays for the scans.', []],
  ['A Norwegian negotiator offered another account.', []],
  ['"Norway wants to ruin our fishermen," said Peru\'s envoy.', []],
  ['Three states oppose the quota.', []],
  // Not taken: put off, awaited, foreseen by others, not yet, or a port that is opened.
  ['The leaders of Norway and Peru will not sign their fishing pact in Bergen next week as planned.', []],
  ['Norway will not sign the fishing pact.', ['NO oppose: Norway will not sign the fishing pact']],
  ['The minister gave Chile until July to answer before Norway committed itself to the port of Narvik.', []],
  ['“In October the Peruvians will want to keep the water,” said Luis Paz, an analyst in Bergen.', []],
  ['The lower quota has not been endorsed by Norway.', []],
  ['Norway has never accepted the quota.', ['NO oppose: never accepted the quota']],
  ['Arica was opened to lorries on April 29.', []],
  ['Nobody can force Peru to accept the cap.', []],
  ['States that want a cap met in Lima.', []],
  ['Makers offer pumps that run on gas.', []],
  // States that act under one of them.
  [
    'A group of 40 states led by Peru asked for a lower fee.',
    ['phrase:group-of-40-states-led-by-peru demand: a lower fee'],
  ],
  // What is asked for in money, or as a thing on something.
  [
    'The river states want upstream states to pay $40 million a year.',
    ['phrase:river-states demand: to pay $40 million a year'],
  ],
  ['Peru again demanded a formal item on port fees.', ['PE demand: a formal item on port fees']],
  ['Norway wants the opposite.', []],
  ['Norway wants a dedicated fund.', ['NO demand: a dedicated fund']],
  // How much, for how long and with what; and how far each has come.
  [
    'Norway is asking for 15 percent over three years and a cap of 12 hours on a shift.',
    ['NO demand: 15 percent over three years and a cap of 12 hours on a shift'],
  ],
  [
    'Norway offered 12 percent with a veto confined to the northern mines.',
    ['NO offer: 12 percent with a veto confined to the northern mines'],
  ],
  ['Norway offered 5 percent on Monday, and Peru refused.', ['NO offer: 5 percent']],
  ['Norway has put 8 percent on the table.', ['NO offer: 8 percent']],
  ['Norway put its proposal on the table.', []],
  [
    'The dockers have come down from 14 percent to 10 percent.',
    ['phrase:dockers concession: down from 14 percent to 10 percent'],
  ],
  // What is to be done to it says what is on the table, where the noun alone does not.
  ['Norway wants 300 prisoners released.', ['NO demand: 300 prisoners released']],
  ['Norway wants its friends entertained.', []],
  // No matter of a negotiation.
  ['Norway asked for patience.', []],
  ['Peru refused to name a figure.', ['PE oppose: refused to name a figure']],
  // What one could take, told by itself or who knows; not by who only foresees it.
  ['Norway could live with a lower fee, its envoy said.', ['NO concession: a lower fee']],
  [
    'The union would settle for 4 percent, a person close to it said.',
    ['phrase:union concession: 4 percent'],
  ],
  ['Analysts said Norway could live with a lower fee.', []],
  ['Norway may accept a lower fee.', []],
  // What must or should be, by one with a say.
  [
    'Norway and Peru say the treaty should deal with sardines only.',
    [
      'NO demand: the treaty should deal with sardines only',
      'PE demand: the treaty should deal with sardines only',
    ],
  ],
  ['Ada Berg, an economist at the Bergen Institute, said the quota should be larger.', []],
  ['Norway said the treaty should have been signed.', []],
  ['Norway said it must act.', []],
  ['Norway said the sun should come out.', []],
  // What is denied is nobody's stand.
  ['Lund denied a report in a Lima paper that Norway had offered to suspend the port fees.', []],
  [
    'Peru and Norway deny reports that the hosts have asked to discuss the return of the crews as a condition of a truce.',
    [],
  ],
  [
    'Lund also rejected a report, carried by a radio station, that Norway had raised its offer to 70 percent.',
    [],
  ],
  ['Norway rejected a rise in port fees as a condition.', ['NO oppose: a rise in port fees']],
  // An objection that is lifted gives way; what is not accepted yet is no stand; an offer turned down was made.
  [
    'Norway has lifted its objection to the quota.',
    ['NO concession: Norway has lifted its objection to the quota'],
  ],
  ['Peru turned down the offer.', ['PE oppose: the offer']],
  [
    'Norway offered a truce, which Peru accepted and Chile turned down.',
    ['CL oppose: a truce', 'NO offer: a truce', 'PE concession: a truce'],
  ],
  ['The pact was accepted by Norway but not by Peru.', ['NO concession: The pact']],
  ['Norway called the offer the worst yet.', ['NO oppose: the offer']],
  ['Norway called the poor offer fair.', []],
  ['Norway hopes Peru will veto the pact.', []],
  // What an offer holds; what one will or will not do, where that is the matter itself.
  [
    "Norway's offer would raise wages by 5 percent.",
    ["NO offer: Norway's offer would raise wages by 5 percent"],
  ],
  ['The rebels are prepared to disarm within a year.', ['phrase:rebels open: to disarm within a year']],
  ['Norway threatened to invade Peru.', ['NO threat: to invade Peru']],
  ['Norway refused to help.', []],
  ['Norway said it would not reduce its stock.', ['NO oppose: it would not reduce its stock']],
  ['Peru asked for $9 million a year over eight years.', ['PE demand: $9 million a year over eight years']],
  ['Norway wants a cut worth $9 million a year.', []],
  ['Norway has not accepted a quota on cod, its minister said.', []],
  ['Norway did not accept the quota.', ['NO oppose: not accept the quota']],
  [
    "Peru rejected Norway's offer of a lower fee.",
    ["NO offer: Norway's offer of a lower fee", "PE oppose: Norway's offer of a lower fee"],
  ],
  // Who takes what another offers gives nothing up; what is judged is the deed, not its matter.
  [
    "Peru accepted Norway's offer of a lower fee.",
    ["NO offer: Norway's offer of a lower fee", "PE support: Norway's offer of a lower fee"],
  ],
  [
    'Norway is threatening to pull the plug on the Reef Treaty.',
    ['NO threat: to pull the plug on the Reef Treaty'],
  ],
  ['Norway rejected it for its failure to cap fees.', []],
  ['The pact keeps a fee panel that Norway wanted to axe and drops a cap.', []],
  ['Norway asked that a pier be opened to its fleet.', ['NO demand: that a pier be opened to its fleet']],
  ['It was the measures being offered by Peru that won the day.', []],
  // Who is asked or given something is no part of it.
  ['Peru was offered a lower fee by Norway.', ['NO offer: a lower fee by Norway']],
  [
    "Chile's premier was asked by the miners to cancel the royalty.",
    ['phrase:miners demand: to cancel the royalty'],
  ],
  ['Peru offered the islanders a freeze on port fees.', ['PE offer: a freeze on port fees']],
  // What a side makes its condition.
  ["Norway's condition is that the fee is cut.", ['NO precondition: that the fee is cut']],
  ["Peru's only condition was the release of the crew.", ['PE precondition: the release of the crew']],
  ["Norway's condition was met.", []],
  // Asked that something be done, insisted on, refused, told by a noun.
  ['Norway asked for the fees to be cancelled.', ['NO demand: the fees to be cancelled']],
  [
    'Chile wants Peru to be bound to publish its landings.',
    ['CL demand: to be bound to publish its landings'],
  ],
  [
    'The union wants all waiting time paid at the full rate.',
    ['phrase:union demand: all waiting time paid at the full rate'],
  ],
  [
    'The levy should be cancelled once the treaty is signed, Peru said.',
    ['PE demand: The levy should be cancelled once the treaty is signed'],
  ],
  ['Talks went well, Norway insisted.', []],
  ['Prices should fall in spring, Norway said.', []],
  [
    'According to a note seen by reporters, Norway wants yearly limits per vessel.',
    ['NO demand: yearly limits per vessel'],
  ],
  ["Norway's red line is the size of the fleet.", ['NO red-line: the size of the fleet']],
  ["Peru's latest offer was 9 percent.", ['PE offer: 9 percent']],
  ['Kenya balked at the proposed fee.', ['KE oppose: the proposed fee']],
  [
    'Norway said it would not leave the fishing grounds.',
    ['NO oppose: it would not leave the fishing grounds'],
  ],
  ['Norway did not leave the fishing grounds.', []],
  ['The government would like the cap to be reviewed.', ['phrase:government demand: the cap to be reviewed']],
  // Preferred, floated, put forward.
  ['Norway prefers a longer term to a smaller fee.', ['NO demand: a longer term']],
  ['Norway has floated a vote under the rules.', ['NO offer: a vote under the rules']],
  ['Norway has put forward a cap on cod.', ['NO offer: a cap on cod']],
  ['Norway would like to have seen the port.', []],
  // Only possible, or help.
  ['Peru could ask a court to lift the ban, Peru said.', []],
  ['Norway offered its help.', []],
  // What watchers infer, of a thing that is not there, of any thing, beside a deed; whose it is stands before it.
  ['Analysts said Norway wants a lower quota.', []],
  ['Ada Ruiz, an economist, said Peru was willing to cut the fee.', []],
  ['Analysts said Norway had asked for a lower quota.', ['NO demand: a lower quota']],
  ['Norway said it would sign a treaty that all coastal states will support.', []],
  [
    'Norway signed the treaty that Peru will never accept.',
    ['PE red-line: the treaty that Peru will never accept'],
  ],
  ['Norway will pay whatever price Peru wants.', []],
  ['Diplomats note that a treaty could open trade as Norway seeks to protect its trawlers.', []],
  ['Norway voted to end Peruvian support for the rebel fleet.', []],
  ['Norway wants, for example, a new pier.', []],
  ['Peru sought to persuade a court that the fee was lawful.', []],
  // On what the words before name, or nothing where they name none or two.
  [
    'Peru demanded a larger share of the catch. Norway called it unacceptable. Chile refuses that.',
    [
      'CL oppose: a larger share of the catch',
      'NO oppose: a larger share of the catch',
      'PE demand: a larger share of the catch',
    ],
  ],
  [
    'The mediator proposed a cap on wages, and the union rejected it.',
    ['phrase:union oppose: a cap on wages'],
  ],
  [
    'The ministry unveiled a plan to cut the quota. Fishermen oppose it.',
    ['phrase:fishermen oppose: a plan to cut the quota'],
  ],
  [
    'The union wants 6 percent. The owners refuse that.',
    ['phrase:owners oppose: 6 percent', 'phrase:union demand: 6 percent'],
  ],
  [
    'Peru demanded a lower fee. Norway rejected the demand.',
    ['NO oppose: a lower fee', 'PE demand: a lower fee'],
  ],
  [
    'The ministry proposed new limits on catches. Fishermen oppose them.',
    ['phrase:fishermen oppose: new limits on catches', 'phrase:ministry offer: new limits on catches'],
  ],
  [
    'Peru offered 4 percent and asked for a new pier. Norway rejected it.',
    ['PE demand: a new pier', 'PE offer: 4 percent'],
  ],
  ['Peru said the treaty had been broken. Norway rejected that. Chile dismissed it.', []],
  ['Norway asked for a lower fee but later rejected it.', ['NO demand: a lower fee']],
  ['Peru bombed the port, breaking the truce. Norway condemned it.', []],
  // How far each has come, in numbers; what one would rather.
  ['The union is at 6.5 percent, down from 7.', ['phrase:union concession: 6.5 percent']],
  [
    'The growers want 36 percent, the owners offer 20.',
    ['phrase:growers demand: 36 percent', 'phrase:owners offer: 20'],
  ],
  [
    'The owners upped their offer from 3 percent to 5 percent.',
    ['phrase:owners offer: from 3 percent to 5 percent'],
  ],
  ['Norway would rather see a lower cap than a ban.', ['NO demand: see a lower cap than a ban']],
  ['The envoy of Norway would rather not say.', []],
  ['The treaty covers ports that Norway would rather close.', []],
  [
    '“President Ada Paz says she wants a lower quota,” said Peru’s envoy Carl Abel.',
    ['person:ada-paz demand: a lower quota'],
  ],
  ['The owners labelled the proposal unworkable.', ['phrase:owners oppose: the proposal']],
  ['The owners labelled the offer as insufficient.', ['phrase:owners oppose: the offer']],
  // What may be, whenever it is, an office, what is only called a bid.
  ['One possibility is that Norway insists on a larger quota.', []],
  ['When Norway calls for a cap, ministers should tell it that stocks are full.', []],
  ['Norway called for a cap when ministers met.', ['NO demand: a cap']],
  ['President Ada Paz of Peru is seeking a second term.', []],
  ['Peru is seeking better terms for its growers.', ['PE demand: better terms for its growers']],
  ["Norway's proposals are opening bids.", []],
  ["Peru's refusal to meet his father was noted.", []],
  // With what one threatens; a split infinitive.
  ['Peru threatened fish exporters with a port ban.', ['PE threat: a port ban']],
  [
    'Norway wants to formally divide the reef and lower the fee.',
    ['NO demand: to formally divide the reef and lower the fee'],
  ],
  // Who stands behind "while" offers it.
  [
    'The union is seeking 7 percent, while Nordfleet in its last letter, which was sent in May, offered nearly 4 percent.',
    ['phrase:union demand: 7 percent'],
  ],
])('%s', (text, found) => expect(stands(text).sort()).toEqual([...found].sort()))

test('what is judged is named with what it is to do', () => {
  const issues = (text: string) =>
    findClaims(readSentence(text, engine), 'r', engine.claims).flatMap(({ kind, body }) =>
      kind === 'position' ? [body.issue.text] : [],
    )
  expect(issues("Norway opposes Peru's attempt to weaken the reef ban.")).toEqual([
    "Peru's attempt to weaken the reef ban",
  ])
  expect(issues('Norway opposes the idea of a quota.')).toEqual(['a quota'])
  // A mark before the subject is none of the noun behind it.
  expect(issues('“We are against the levy,” said Ola Rask, the minister of Norway.')).toEqual(['the levy'])
  expect(issues('"Norway is against the levy," Eva Holm, its minister, said.')).toEqual(['the levy'])
})

test.each([
  ['Marc Busch, a professor at Lund University, said Norway has demanded a lower quota.', 'third'],
  ['Ann Poe, an analyst at Harbour Bank, said Norway has demanded a lower quota.', 'third'],
  ["Peru's envoy said Norway wants a lower quota.", 'opponent'],
  // An account behind its colon; what one does no longer.
  ['An aide recalled it otherwise: the cut had been asked for by the Peruvians.', 'third'],
  ['Peru no longer rejects an extension.', 'outlet'],
])('who has no side is no opponent: %s', (text, wanted) => {
  const told = readClaims(text).flatMap((claim) => (claim.kind === 'position' ? [claim.body.toldBy] : []))
  expect(told).toEqual([wanted])
})

test('who is quoted word for word does not call himself "he"', () => {
  const found = readClaims(
    'Envoy Carl Abel met President Leo Paz. “Let them give him the larger quota that he wants,” Abel said.',
  )
  const parties = found.flatMap((claim) => (claim.kind === 'position' ? [claim.body.party.id] : []))
  expect(parties).not.toContain('person:carl-abel')
})

test('who belongs to a faction tells its stand himself', () => {
  const told = readClaims('Rep. Ann Lee, an Ohio Democrat, said House Democrats oppose the port levy.')
  expect(told.flatMap((claim) => (claim.kind === 'position' ? [claim.body.toldBy] : []))).toEqual(['self'])
})

test('what is of somebody’s aide is not his own', () => {
  const found = readClaims('Silva spoke. He joked about his ex-aide’s support of free trade.')
  expect(found.filter(({ kind }) => kind === 'position')).toEqual([])
})

test.each([
  ["Norway asked for next week's talks to be postponed.", 0],
  ['The growers have threatened to block the port from the 23rd.', 0],
  ['Peru on Monday demanded that the levy be dropped by May 1.', 1],
  ['The union rejected the offer on Tuesday.', 1],
])('a day in what is wanted is not that of the stand: %s', (text, days) => {
  const stand = readClaims(text).find(({ kind }) => kind === 'position')
  expect(stand?.days.length).toBe(days)
})
