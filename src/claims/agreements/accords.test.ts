// In: sentences of our own. Out: what two sides agreed, what each promises in it, and its steps with their days.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'
import type { ActBody } from '../../model/index.ts'

function told(text: string): string[] {
  return readClaims(text).flatMap(({ body, evidence, days }) => {
    const { about } = body as ActBody
    const ids = (refs: readonly { id: string }[]) => refs.map(({ id }) => id).join('+')
    const on = days.map(({ role, start, end }) => ` | ${role} ${text.slice(start, end)}`).join('')
    if (about?.thread === 'agreement')
      return [`${about.name.text} | ${ids(about.between)} | ${about.stage} | ${evidence.modality}${on}`]
    if (about?.thread === 'commitment') return [`${ids(about.by)} owes ${about.what.text}${on}`]
    return []
  })
}

test.each<[text: string, found: readonly string[]]>([
  // Several sides in one word, with how many; of "the leaders" nobody knows whose they are.
  [
    'The five parties reached a coalition agreement on Friday.',
    ['a coalition agreement | phrase:parties | agreed | held | on Friday'],
  ],
  ['The leaders reached an agreement on Friday.', []],
  // Who sees more clearly has agreed on nothing.
  ['Ann Lee said the two sides had reached "a better understanding about a series of principles".', []],
  ['Norway and Peru reached a deeper understanding of each other’s needs.', []],
  [
    'Norway and Peru reached an understanding on cod on Monday.',
    ['an understanding on cod | NO+PE | agreed | held | on Monday'],
  ],
  // Called by a name of its own, through its stages.
  [
    'The president of Peru, Ana Ruiz, and the prime minister of Norway, Kari Berg, met on Monday and agreed in principle on the Callao Framework, a set of rules on cod.',
    ['the Callao Framework | PE+NO | in principle | held | on Monday'],
  ],
  [
    'Norway and Peru agreed in principle on Monday to the Callao Accord.',
    ['the Callao Accord | NO+PE | in principle | held | on Monday'],
  ],
  [
    'Norway and Peru formally adopted the Callao Framework on Friday.',
    ['the Callao Framework | NO+PE | adopted | held | on Friday'],
  ],
  ['The Callao Accord was initialled on Friday.', ['The Callao Accord |  | agreed | held | on Friday']],
  [
    'Norway and Peru have reached in-principle agreement on the sale of mines.',
    ['in-principle agreement | NO+PE | in principle | held'],
  ],
  // What one adopts alone it passes, or takes for its own.
  ['The Senate adopted the Clean Rivers Framework on Tuesday.', []],
  ['Norway adopted the Callao Framework for its own accounts last year.', []],
  // Of what a participle says of it, whatever stands around it.
  [
    'Under the understanding, reached in a call late on Tuesday between Norway and Peru, the gates open.',
    ['the understanding | NO+PE | agreed | held | on Tuesday'],
  ],
  [
    'A tentative agreement reached on Friday would raise their pay by 14 percent.',
    ['A tentative agreement |  | agreed | held | on Friday'],
  ],
  // Both of two are named.
  [
    'A tentative agreement between the nurses and the province was announced on March 8.',
    ['A tentative agreement between the nurses and the province |  | agreed | held | on March 8'],
  ],
  // A paper becomes one by being signed.
  [
    'The text was signed on Wednesday by Norway and Peru.',
    ['The text | NO+PE | signed | held | on Wednesday'],
  ],
  ['The text was read on Wednesday by Norway and Peru.', []],
  [
    'Norway and Peru said on Friday they had an agreement in principle on cod.',
    ['an agreement in principle on cod | NO+PE | in principle | held | announced Friday'],
  ],
  [
    'Teachers and shippers reached a tentative agreement on Friday.',
    ['a tentative agreement | phrase:teachers+phrase:shippers | agreed | held | on Friday'],
  ],
  [
    'Norway and Peru agreed on Monday to an anchovy quota of 9,000 tonnes.',
    ['an anchovy quota of 9,000 tonnes | NO+PE | agreed | held | on Monday'],
  ],
  [
    'Norway and Chile agreed in Lima on Tuesday on rules for salmon farms.',
    ['rules for salmon farms | NO+CL | agreed | held | on Tuesday'],
  ],
  [
    'Norway and Peru agreed on Monday that Lima would drop its port fee from May 3, and that Oslo would not patrol the strait.',
    [
      'Lima would drop its port fee | NO+PE | agreed | held | on Monday',
      'PE owes Lima would drop its port fee | from May 3',
      'NO owes Oslo would not patrol the strait',
    ],
  ],
  [
    'Trains ran again after the union and the owners struck a deal on pay.',
    ['a deal on pay | phrase:union+phrase:owners | agreed | held'],
  ],
  [
    'Norway and Peru announced a fishing pact on Monday, to be signed by June 3.',
    [
      'a fishing pact | NO+PE | agreed | held | on Monday',
      'a fishing pact | NO+PE | signed | planned | due June 3',
    ],
  ],
  ['The treaty was signed on May 3 in Lima.', ['The treaty |  | signed | held | on May 3']],
  ['Teachers ratified the contract on Friday.', ['the contract |  | ratified | held | on Friday']],
  ['Norway withdrew from the whaling treaty in May.', ['the whaling treaty | NO | left | held | on May']],
  ['Peru backed out of the deal with Chile.', ['the deal with Chile | PE+CL | left | held']],
  ['Norway withdrew its ship from the harbour in May.', []],
  ['Norway withdrew Peru from the pact.', []],
  [
    'The two armies agreed to a ceasefire on Sunday.',
    ['a ceasefire | phrase:armies | agreed | held | on Sunday'],
  ],
  ['Negotiators initialled the treaty on 3 March.', ['the treaty |  | agreed | held | on 3 March']],
  ['The memorandum was suspended on Monday.', ['The memorandum |  | suspended | held | on Monday']],
  ['The deal should be suspended on Monday.', []],
  ['The house will not vote on Monday, even if a compromise deal is reached.', []],
  [
    'Peru and a group of its lenders agreed in principle on Monday to cut the debt of its ports by a third.',
    ['cut the debt of its ports by a third | PE+phrase:lenders | in principle | held | on Monday'],
  ],
  [
    'The union of dockers in the north and their employers have reached a tentative deal on a new three-year contract.',
    ['a tentative deal on a new three-year contract | phrase:union+phrase:employers | agreed | held'],
  ],
  ['Lund asked for the text of all contracts signed since 2019.', []],
  // Set phrases, and an agreement told behind its name.
  [
    'Norway and Peru put their names to a squid treaty on Wednesday, a week later than planned.',
    ['a squid treaty | NO+PE | signed | held | on Wednesday'],
  ],
  [
    'On 3 March Ann Berg and Luis Soto shook hands on the outline of a deal.',
    ['a deal | person:ann-berg+person:luis-soto | in principle | held | on 3 March'],
  ],
  ['At 4:10 on Tuesday they had an accord.', ['an accord |  | agreed | held | on 4:10 on Tuesday']],
  ['On Tuesday they had the accord in mind.', []],
  [
    'Ferries ran again under a deal reached in Lima late on Wednesday.',
    ['a deal |  | agreed | held | on Wednesday'],
  ],
  ['Ferries ran again in the spirit of the accord struck in Lima.', ['the accord |  | agreed | held']],
  ['Peru wants any deal reached in Lima to be published.', []],
  [
    'Dockers reached a tentative deal with shippers on Sunday night.',
    ['a tentative deal with shippers | phrase:dockers+phrase:shippers | agreed | held | on Sunday night'],
  ],
  // Sides without a name bind themselves.
  [
    'The six coffee producers agreed on Sunday to cut output in June.',
    ['phrase:coffee-producers owes to cut output in June | on Sunday'],
  ],
  ['Both armies undertook to stay where they stood.', ['phrase:armies owes to stay where they stood']],
  ['The two companies agreed to disagree.', []],
  ['The two companies vowed to sue.', []],
  // In force on a day that is not told.
  ['Norway will drop its fee on the day the pact takes effect.', []],
  ['The fee would fall once the pact entered into force.', []],
  ['Boats left port when the pact took effect on Monday.', ['the pact |  | in force | held | on Monday']],
  // One alone promises; a view is shared; nothing is agreed.
  [
    'Norway agreed on Monday to an anchovy quota of 9,000 tonnes.',
    ['NO owes an anchovy quota of 9,000 tonnes | on Monday'],
  ],
  ['Norway and Peru agreed that the talks had been useful.', []],
  ['Norway and Peru agreed on the need for patience.', []],
  ['Norway and Peru agree on the urgency of the problem.', []],
  ['Norway and Peru failed to agree on an anchovy quota.', []],
  ['Norway and Peru could agree on an anchovy quota by May.', []],
  ['The union and the owners have not reached a deal on pay.', []],
  ['Treaties were signed with great care in those years.', []],
])('%s', (text, found) => {
  expect(told(text).sort()).toEqual([...found].sort())
})

test.each([
  [
    'Norway agreed on Monday to lift its ban, while Peru promised to look again at its quota. The accord, set out in a note, leaves the fees in place.',
    ['The accord | NO+PE | agreed | held | on Monday'],
  ],
  ['of one alone: Norway agreed to lift its ban. The deal was welcomed by Peru.', []],
  ['nobody agreed: Norway promised to pay and Peru promised to sail. The deal is not ready.', []],
  ['said in full: Norway and Peru agreed to keep talking. The pact on fish is old.', []],
])('an accord named behind what its sides agreed to: %s', (text, found) => {
  const plain = text.replace(/^(?:of one alone|nobody agreed|said in full): /, '')
  expect(told(plain).filter((one) => / \| agreed \| /.test(one))).toEqual(found)
})
