// In: sentences of our own. Out: what an agreement makes each side do, and where nothing is owed.
import { expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'
import { findClaims } from '../engine.ts'

const engine = loadEngine()
const termsOf = (text: string): string[] =>
  findClaims(readSentence(text, engine), 'r', engine.claims).flatMap((claim) => {
    if (claim.kind !== 'act' || claim.body.about?.thread !== 'commitment') return []
    const { by, what, under } = claim.body.about
    return [`${by.map(({ id }) => id).join('+')}: ${what.text} (${under?.text ?? '-'})`]
  })

test.each([
  [
    'Under the truce, Norway will stop the patrols and withdraw its ships by May 3.',
    ['NO: stop the patrols (the truce)', 'NO: withdraw its ships by May 3 (the truce)'],
  ],
  [
    'Under the deal, reached after five days of talks in Lima, Norway will release 650 men and Chile will free 40 crew.',
    ['CL: free 40 crew (the deal)', 'NO: release 650 men (the deal)'],
  ],
  // Not to be done is what is owed.
  ['Under the truce, Norway will not pursue the suits.', ['NO: not pursue the suits (the truce)']],
  // Who builds there is not the state; when it ends is no term.
  [
    'Under the pact, firms building Norwegian yards may import 9,000 tonnes without paying duties, and half of it once the yards run.',
    [
      ': firms building Norwegian yards may import 9,000 tonnes without paying duties, and half of it once the yards run (the pact)',
    ],
  ],
  ['The United States will monitor the truce.', ['US: monitor the truce (the truce)']],
  [
    'The accord, reached in Lima on Wednesday, would swap the old notes for a bond maturing in 2038, the ministry said.',
    [': would swap the old notes for a bond maturing in 2038 (The accord)'],
  ],
  [
    'The crews and the owners reached a deal on Tuesday. It permits ports to bring in new cranes, a source said.',
    [': permits ports to bring in new cranes (a deal)'],
  ],
  [
    'Under the deal, duties on salmon will be cut to 5 percent. Norway would also open its ports to trawlers.',
    [': duties on salmon will be cut to 5 percent (the deal)', 'NO: open its ports to trawlers (the deal)'],
  ],
  [
    'Norway and Peru signed a pact under which Lima would buy 20 patrol boats.',
    ['PE: buy 20 patrol boats (a pact)'],
  ],
  [
    'Norway and Peru agreed on the outlines of a deal. In a joint statement, Peru says that its firms intend to build two piers by 2028. Peru is to abolish its duties on cod.',
    [
      ': its firms intend to build two piers by 2028 (a joint statement)',
      'PE: abolish its duties on cod (a joint statement)',
    ],
  ],
  // What follows a phase or a first term goes on, whoever it is said of; "they" are those who do what the last one says.
  [
    'Norway and Peru agreed to a truce on Monday. Under the first phase, Peru will free 33 men. Norwegian troops are to draw back from the border. They are to leave the corridor by day 22. As many as 600 trucks are to be allowed in each day.',
    [
      ': As many as 600 trucks are to be allowed in each day (a truce)',
      'NO: draw back from the border (a truce)',
      'NO: leave the corridor by day 22 (a truce)',
      'PE: free 33 men (a truce)',
    ],
  ],
  [
    'Norway and Peru reached an agreement on water on Monday. Norway will release 400 million cubic metres a year. Peru pays 12 million dollars a year in return.',
    [
      'NO: release 400 million cubic metres a year (an agreement)',
      'PE: pays 12 million dollars a year in return (an agreement)',
    ],
  ],
  [
    'The crews and the owners reached a deal on Monday. Under the deal, wages would rise by 12 percent. Waiting time would be paid at 50 percent.',
    [': Waiting time would be paid at 50 percent (the deal)', ': wages would rise by 12 percent (the deal)'],
  ],
  [
    'Under the deal, 34 firms will not have to pay the duties.',
    [': 34 firms will not have to pay the duties (the deal)'],
  ],
  // Clause by clause behind an accord: what stands, what is due, allowed or left out, and of whom.
  ['Norway and Peru signed a pact on cod. Under the pact, duties would have risen by 5 percent in May.', []],
  [
    'Norway and Peru signed a pact on cod. Under the text, initialled in May by both, the 12 percent levy is suspended from April 1. It will return on August 1 unless landings stay low. The port fee falls from 9 percent to 4. Squid is excluded.',
    [
      ': Squid is excluded (a pact on cod)',
      ': The port fee falls from 9 percent to 4 (a pact on cod)',
      ': [the 12 percent levy] will return on August 1 unless landings stay low (a pact on cod)',
      ': the 12 percent levy is suspended from April 1 (a pact on cod)',
    ],
  ],
  [
    'Norway and Peru signed a pact on cod. Peru, in exchange, will open two harbours, buy 14 boats and drop its claim. A joint commission is to be set up within 30 days.',
    [
      ': A joint commission is to be set up within 30 days (a pact on cod)',
      'PE: open two harbours, buy 14 boats and drop its claim (a pact on cod)',
    ],
  ],
  [
    'Peru will halt all drilling for six months, and Norway will let its tankers through, under an interim understanding announced in Lima on Tuesday. It provides for a payment in May and for two more in July.',
    [
      ': provides for a payment in May and for two more in July (an interim understanding)',
      'NO: let its tankers through (an interim understanding)',
      'PE: halt all drilling for six months (an interim understanding)',
    ],
  ],
  [
    'The crews and the owners came to an agreement. Crews get a raise of 5 percent under it. Agency staff are not barred. Owners must give 60 days notice before they close a dock.',
    [
      ': Agency staff are not barred (an agreement)',
      ': Owners must give 60 days notice before they close a dock (an agreement)',
    ],
  ],
  [
    'The two-page text has both sides withdrawing their boats by May 3.',
    [': has both sides withdrawing their boats by May 3 (The two-page text)'],
  ],
  [
    "The mediator's proposals provide for increases worth 9 percent. Shifts would be limited to 12 hours.",
    [
      ": Shifts would be limited to 12 hours (The mediator's proposals)",
      ": provide for increases worth 9 percent (The mediator's proposals)",
    ],
  ],
  [
    'Norway and Peru signed a water pact on Friday under which Norwegian pumps are to be switched off within 60 days and Lima is to rebuild a canal that farmers need.',
    [
      ': Norwegian pumps are to be switched off within 60 days (a water pact)',
      'PE: rebuild a canal that farmers need (a water pact)',
    ],
  ],
  [
    'Under a ceasefire accepted by both armies on Tuesday, guns must be pulled back 20 kilometres within a week. Observers will be let into the valley. The airport stays closed.',
    [
      ': Observers will be let into the valley (a ceasefire)',
      ': The airport stays closed (a ceasefire)',
      ': guns must be pulled back 20 kilometres within a week (a ceasefire)',
    ],
  ],
  [
    'Peru would keep a 10 percent share in the port for 30 years under a contract signed with Norway on June 2.',
    ['PE: keep a 10 percent share in the port for 30 years (a contract)'],
  ],
  [
    'Norway and Peru signed a treaty in Lima. Under it Norway undertakes to free 40 men.',
    ['NO: to free 40 men (a treaty)'],
  ],
  [
    'What came instead is a protocol that neither government is calling a treaty. Under it Norway undertakes to free 40 men.',
    ['NO: to free 40 men (a protocol)'],
  ],
  ['a measure: The pact with Norway is contested. A duty was charged. It runs for 200 days.', []],
  [
    'what is said of it: Norway and Peru signed the pact. Tariffs are widely feared. The talks remain stuck. Its fate will be debated in May.',
    [],
  ],
  ['another text: Norway and Peru signed the pact. Under the fisheries law, owners must pay a fee.', []],
  [
    'beside it: Norway and Peru signed the deal in Lima. Norway will host the summit in June. Its parliament will vote on 3 May. Farmers will protest on Friday. Prices will fall.',
    [],
  ],
  ['another matter: Norway and Peru signed the deal in Lima. Norway is to hold a vote in May.', []],
  [
    'Envoys brokered the truce, which calls for a buffer zone along the river.',
    [': calls for a buffer zone along the river (the truce)'],
  ],
  [
    'The resolution called on Norway to withdraw its ships.',
    [': called on Norway to withdraw its ships (The resolution)'],
  ],
  ["what its owner wants: The committee's resolution urged Norway to withdraw its ships.", []],
  ['one who asks: The letter urged Norway to withdraw its ships.', []],
  ['The treaty does not cover sardines.', [': does not cover sardines (The treaty)']],
  ['a name: The treaty would be called the Reef Pact, both said in a joint statement.', []],
  ['what it does: The deal would create thousands of jobs in Lima.', []],
  ['what it needs: The deal will require further study to be carried out.', []],
  ['another text: The house softened the bill so that it requires ports to report on the treaty.', []],
  ['any deal: A deal would cut duties by half, analysts said.', []],
  ['what comes of it: The deal would help farmers in the north.', []],
  ['a verdict: "The deal would open our ports to anybody," Lund said.', []],
  ['wide: The deal covers a wide range of issues.', []],
  ['another matter: Norway signed the deal in Lima. Shares would have fallen on Monday.', []],
  ['any deal: Lund said a pact could be reached but that it will require higher fees on the crews.', []],
  ['one that may come: Under our potential pact, Norway will stop the patrols.', []],
  ["one side's wish: Norway's proposal would allow ports to bring in new cranes.", []],
  [
    "one side's wish: Norway and Peru are at odds. Under the president's proposals, the duties would rise by 5 percent a month.",
    [],
  ],
  [
    "one side's wish: The pact was signed in Lima. Under the union's proposal, pay would rise by 9 percent.",
    [],
  ],
  [
    "Norway and Peru signed a pact. Under the mediator's proposal, the fee would fall to 4 percent.",
    [': the fee would fall to 4 percent (a pact)'],
  ],
  [
    'all of a kind: Trade agreements are negotiated by the ministry. Those agreements are filled with rules on cod.',
    [],
  ],
  ['all of a kind: The pact was signed in Lima. Peace accords are reached by tired people.', []],
  [
    'Norway and Peru have signed fishing agreements. The levy is suspended from 1 May.',
    [': The levy is suspended from 1 May (fishing agreements)'],
  ],
  ['what it leaves as it was: The new agreement does not lift the duties on cod.', []],
  [
    'The agreement does not allow trawlers to land cod.',
    [': does not allow trawlers to land cod (The agreement)'],
  ],
  ['a law: The provision requires ports to report all catches.', []],
  ['what somebody makes of it: Owners claimed that the pact would allow Peru to close its ports.', []],
  ['a guess: Under the pact, the cap would likely stay at 40 percent.', []],
  ['nothing owed: Under the truce, Norway stopped the patrols.', []],
  ['no agreement: Under the bridge, Norway will stop the ships.', []],
])('%s', (text, wanted) => expect(termsOf(text.replace(/^[a-z ]+: /, '')).sort()).toEqual(wanted))
