// In: sentences of our own. Out: who sets what on whom and on which goods, where no "on" says it.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'
import type { ActBody, Ref } from '../../model/index.ts'

const names = (refs: readonly Ref[]): string => refs.map(({ name }) => name).join('+') || '-'

const told = (text: string): string[] =>
  readClaims(text).flatMap(({ body }) => {
    const { about } = body as ActBody
    if (about?.thread !== 'measure') return []
    const goods = about.goods.map((one) => one.text).join('+') || '-'
    return [
      `${about.type}: ${about.effect} ${about.status} | ${names(about.by)} → ${names(about.on)} | ${goods}`,
    ]
  })

test.each<[text: string, found: readonly string[]]>([
  ['Peru will charge Norway a 25 percent tariff on cod.', ['tariff: set announced | Peru → Norway | cod']],
  [
    'For frozen shrimp, Peru imposes a tariff of 15 per cent.',
    ['tariff: set in force | Peru → - | frozen shrimp'],
  ],
  // What is stopped goes on again: the halt is over, whatever stands for it.
  [
    'Norway stopped grain deliveries to Peru on 3 March and training on the 5th, both being restored on 11 March.',
    [
      'ban: end ended | Norway → Peru | grain deliveries',
      'ban: set in force | Norway → Peru | grain deliveries',
    ],
  ],
  [
    'Norway stopped grain shipments on 4 May. They were resumed on 9 May.',
    ['ban: end ended | Norway → - | grain shipments', 'ban: set in force | Norway → - | grain shipments'],
  ],
  // What nobody restores is not over; what somebody's own statute forbids is told by other words; a share is no quota.
  [
    'Norway stopped grain shipments on 4 May. They were missed by the millers.',
    ['ban: set in force | Norway → - | grain shipments'],
  ],
  ["The Norwegian bank's charter forbade its doing so.", []],
  ['The quota amounts to about 1.5 per cent of Norwegian beef production.', []],
  // What goes with a deed that only would be done is no more done than it.
  [
    'Under the deal beef would enter at a duty of 7 per cent, a quota on Peruvian cotton being imposed by Norway.',
    ['quota: set announced | Norway → Peru | Peruvian cotton'],
  ],
  // A list says what is to come; who buys the goods is not hit; the passive tells who does it behind "by".
  [
    'Peru has issued a 10-page list of tariffs on Norwegian goods.',
    ['tariff: set announced | Peru → Norway | Norwegian goods'],
  ],
  ['The duties will be paid by Norwegian importers.', []],
  [
    'Peru was hit with a 20% tariff on its cotton by Norway.',
    ['tariff: set in force | Norway → Peru | cotton'],
  ],
  [
    "Duties on Peru's cotton by Norway will rise to 18 percent.",
    ["tariff: raise announced | Norway → Peru | Peru's cotton"],
  ],
  [
    'Peruvian cotton was hit with a 30 percent duty by Oslo last month.',
    ['tariff: set in force | Norway → Peru | Peruvian cotton'],
  ],
  [
    'The duties, imposed by Oslo in 2020 after Lima called for a probe, cost farmers 2 million crowns a year.',
    ['tariff: set in force | Norway → - | -'],
  ],
  ['Norway set a duty on cars by Brandt Motors.', ['tariff: set in force | Norway → Brandt Motors | cars']],
  [
    'Under a Norwegian order, Peruvian ships are banned from its ports.',
    ['ban: set in force | Norway → Peru | Peruvian ships'],
  ],
  [
    'Peruvian copper will be subject to a 10% duty from 1 May.',
    ['tariff: stand announced | - → Peru | Peruvian copper'],
  ],
  // Ways of speaking, and what nobody did.
  ['So Norway is, in essence, imposing a tax on its own people.', []],
  ['Any sanctions imposed by Norway can be challenged.', []],
  // A day or a reason in front is no goods.
  ['For years, Peru has imposed a tariff of 15 per cent.', ['tariff: set in force | Peru → - | -']],
  [
    'Norwegian cod now faces a duty of 80 per cent in Peru.',
    ['tariff: stand in force | Peru → Norway | Norwegian cod'],
  ],
  [
    'Sugar outside the quota will be charged a duty of 50 percent from October 1.',
    ['tariff: set announced | - → - | Sugar outside the quota'],
  ],
  ['Peru levies 12 percent on cod.', ['tariff: set in force | Peru → - | cod']],
  [
    'Peru levies 12 percent on cod; the duty on wheat fell to 8 percent.',
    ['tariff: lower in force | - → - | wheat', 'tariff: set in force | Peru → - | cod'],
  ],
  // Who does what a ban is on; ships that are charged; imports that are phased out.
  ['The ban on visits by Norwegian officials was dropped.', ['ban: end ended | - → Norway | visits']],
  [
    'Peru will charge Norwegian ships a docking fee of $50 a ton.',
    ['tax: set announced | Peru → Norway | Norwegian ships'],
  ],
  [
    'Norway agreed to phase out imports of Peruvian gas.',
    ['import ban: set announced | Norway → Peru | Peruvian gas'],
  ],
  // Whose the goods are, or the rate; what another state changes, or somebody gets changed.
  [
    'Kenya hopes that the 30 percent tariff on its tea will be lifted.',
    ['tariff: end announced | - → Kenya | tea'],
  ],
  [
    'Nairobi said the 20 percent tariff on most of its tea exports had been suspended.',
    ['tariff: suspend suspended | - → Kenya | tea exports'],
  ],
  ['Norway reduced Kenya’s tariff to 10 percent.', ['tariff: lower in force | Norway → Kenya | -']],
  [
    'Kenya won a reduction of its tariff rate from 30 to 15 percent.',
    ['tariff: lower in force | - → Kenya | -'],
  ],
  ['Norway said the duty on its coal imports had been suspended.', []],
  // Whoever's rate it is on another's goods imposes it.
  [
    'Norway’s tariff rate on Peruvian copper is 30 percent.',
    ['tariff: stand in force | Norway → Peru | Peruvian copper'],
  ],
  [
    'Norway’s average tariff rate on imports stands at 18 percent.',
    ['tariff: stand in force | Norway → - | imports'],
  ],
  [
    'Kenya is fighting to bring down a 30 percent tariff that has been levied on most of its exports since May.',
    ['tariff: set in force | - → Kenya | most of its exports'],
  ],
  ['Norway to cut South Korea tariff to 5 percent', ['tariff: lower announced | Norway → South Korea | -']],
  ['Exporters of Kenyan tea face a 12 percent tariff.', ['tariff: stand in force | - → Kenya | Kenyan tea']],
  [
    'Norway removed the 10 percent tariff from Kenyan tea and coffee.',
    ['tariff: end ended | Norway → Kenya | Kenyan tea+coffee'],
  ],
  // A bank's charge is no duty.
  ['The bank charges 12 percent on loans.', []],
  [
    'Peru exempted medical gloves from its 10 percent import duty until March 31.',
    ['tariff: exempt in force | Peru → - | medical gloves'],
  ],
  [
    'Norway granted Kongsvik Marine a licence to export sonar equipment.',
    ['licence: set in force | Norway → Kongsvik Marine | sonar equipment'],
  ],
  [
    'Norway revoked the licence for sales of sonar to Peru.',
    ['licence: end ended | Norway → Peru | sales of sonar'],
  ],
  ['The city granted the bar a licence.', []],
  [
    "Chile's avocados have been barred from Peru since 2021.",
    ["ban: set in force | Peru → Chile | Chile's avocados"],
  ],
  [
    'Norway removed the Peruvian airline from its blacklist.',
    ['sanction: end ended | Norway → Peru | the Peruvian airline'],
  ],
  ['Norway added 14 ships to its sanctions list.', ['sanction: set in force | Norway → - | 14 ships']],
  ['Norway added 14 ships to its list of guests.', []],
  [
    'Goods from Peru will no longer be charged the 100 percent duty.',
    ['tariff: end announced | - → Peru | Goods from Peru'],
  ],
  [
    'Norway no longer applies the levy on Peruvian cod.',
    ['tariff: end ended | Norway → Peru | Peruvian cod'],
  ],
  [
    'Norway opened a section 232 investigation into imports of transformers.',
    ['probe: set in force | Norway → - | imports of transformers'],
  ],
  [
    "Peru's ban on onion exports will stay in place until March 31.",
    ['export control: stand in force | Peru → - | onion exports'],
  ],
  // What an offer would do nobody has done; what an accord says is to come.
  [
    "Peru's revised offer would cut the duty on cod from 110% to 40%.",
    ['tariff: lower proposed | Peru → - | cod'],
  ],
  [
    'Under the offer, the duty on Peruvian cod would be lowered to 40 percent.',
    ['tariff: lower proposed | - → Peru | Peruvian cod'],
  ],
  [
    'Under the agreement, the duty on Peruvian cod falls to 20 percent on 1 January.',
    ['tariff: lower announced | - → Peru | Peruvian cod'],
  ],
  [
    'On Monday, the duty on Peruvian cod fell to 20 percent.',
    ['tariff: lower in force | - → Peru | Peruvian cod'],
  ],
  [
    'Norway expanded its sanctions to 21 Peruvian ships.',
    ['sanction: expand in force | Norway → Peru | 21 Peruvian ships'],
  ],
  // Goods that bear it beside their own commas; a clause on the last of several.
  [
    'Pork, subject to a Norwegian duty of 25 percent since May, has fared badly.',
    ['tariff: stand in force | Norway → - | Pork'],
  ],
  [
    'Peru resents the investigation into tin, zinc and lead which Norway opened in March.',
    ['probe: set in force | Norway → - | tin+zinc+lead'],
  ],
  ['Norway set a cap of 1.50 euros a litre.', ['other: set in force | Norway → - | -']],
  [
    'Chile imposed duties of 5% on Peruvian exports of wine to Chile.',
    ['tariff: set in force | Chile → Peru | Peruvian exports of wine'],
  ],
  [
    'The duties on Peruvian exports to Chile were raised to 9%.',
    ['tariff: raise in force | - → Peru | Peruvian exports'],
  ],
  ['Germany froze development aid to Peru.', ['sanction: set in force | Germany → Peru | -']],
])('%s', (text, found) => expect(told(text).sort()).toEqual(found))
