// In: sentences of our own. Out: what is tied to what, by whom, and how the tie holds.
import { expect, test } from 'vitest'
import { readClaims } from '../../../test/fixtures/read-claims.ts'
import type { LinkageBody } from '../../model/index.ts'

function told(text: string): string[] {
  return readClaims(text).flatMap(({ kind, body, evidence }) => {
    if (kind !== 'linkage') return []
    const { relation, from, to, user } = body as LinkageBody
    const who = user.map(({ id }) => id).join('+')
    return [`${relation}: ${from.text} | ${to?.text ?? ''} | ${who} | ${evidence.modality}`]
  })
}

test.each<[text: string, found: readonly string[]]>([
  [
    'Norway called off a tax on all Peruvian cod that was due to start on Monday unless Lima opened its ports.',
    [
      'precondition: a tax on all Peruvian cod that was due to start on Monday | unless Lima opened its ports |  | conditional',
    ],
  ],
  [
    'The clause would cause the treaty to expire unless the three states voted to extend it.',
    ['precondition: the treaty to expire | unless the three states voted to extend it |  | conditional'],
  ],
  [
    'Norway refused to give Peruvian boats access unless Lima recognised its share.',
    [
      'precondition: Norway refused to give Peruvian boats access | unless Lima recognised its share | NO | conditional',
    ],
  ],
  [
    'The Faroe Islands said they would reduce it only if Iceland did the same.',
    ['precondition: they would reduce it | if Iceland did the same | FO | conditional'],
  ],
  [
    'Peru said it would lower its duty only if Norway lifted the ban.',
    ['precondition: it would lower its duty | if Norway lifted the ban | PE | conditional'],
  ],
  [
    'In exchange for quotas, Peru is expected to give Norway access to its ports.',
    ['exchange: Peru is expected to give Norway access to its ports | quotas | PE | expected'],
  ],
  [
    'Peru will lift the ban. In return, Norway will "work to open" its ports.',
    ['exchange: Norway will "work to open" its ports | Peru will lift the ban | NO | planned'],
  ],
  [
    'Peru has made the lifting of the ban a condition for talks.',
    ['precondition: talks | the lifting of the ban | PE | held'],
  ],
  ['Chile accused Norway of using cod as a bargaining chip.', ['leverage: cod |  | NO | hypothetical']],
  [
    '"Unless Norway pays its share, such talks are idle," Peru told lawmakers.',
    ['precondition: such talks are idle | Unless Norway pays its share |  | hypothetical'],
  ],
  [
    'Peru agreed to open its ports in exchange for a commitment to vote on the quota.',
    ['exchange: open its ports | a commitment to vote on the quota | PE | planned'],
  ],
  [
    'The deal will require both Norwegian support and approval by the lawmakers.',
    ['precondition: The deal | both Norwegian support and approval by the lawmakers |  | planned'],
  ],
  [
    'Norway said it would not accept any cut in the quota unless Peru paid its share.',
    [
      'precondition: it would not accept any cut in the quota | unless Peru paid its share | NO | conditional',
    ],
  ],
  [
    'The port union said it would accept new cranes only if no crew was dismissed.',
    ['precondition: it would accept new cranes | if no crew was dismissed | phrase:port-union | conditional'],
  ],
  [
    'The union said it would call off the strike if the owners hired 600 dockers.',
    [
      'precondition: it would call off the strike | if the owners hired 600 dockers | phrase:union | conditional',
    ],
  ],
  ['Norway said Peru would lift the ban if Chile cut the fee.', []],
  [
    'The union said it would strike if the owners refused to hire dockers.',
    ['precondition: it would strike | if the owners refused to hire dockers | phrase:union | conditional'],
  ],
  [
    'Should Peru raise its levy, the minister added, Norway would close its ports.',
    ['precondition: Norway would close its ports | Should Peru raise its levy | NO | conditional'],
  ],
  [
    'If the ports stay shut, three officials said, Norway would suspend the treaty.',
    ['precondition: Norway would suspend the treaty | If the ports stay shut | NO | conditional'],
  ],
  [
    'If the audit is not done, the loan will not be paid, a Norwegian official said.',
    ['precondition: the loan will not be paid | If the audit is not done |  | conditional'],
  ],
  [
    'Norway offered to lift the ban on condition that the owners pay for five years.',
    ['precondition: lift the ban | on condition that the owners pay for five years | NO | conditional'],
  ],
  [
    'Peru could come down to 40,000 tonnes, its envoy, Luis Paredes, said, if half was for canning.',
    ['precondition: Peru could come down to 40,000 tonnes | if half was for canning | PE | conditional'],
  ],
  [
    'Chile could live with the fee, provided that boats from Peru count towards it.',
    [
      'precondition: Chile could live with the fee | provided that boats from Peru count towards it | CL | conditional',
    ],
  ],
  [
    'The ban would be published on May 3 failing an agreement, the minister said.',
    ['precondition: The ban would be published on May 3 | failing an agreement |  | conditional'],
  ],
  [
    'Norway would support a pact, the envoy said, in return for a date.',
    ['exchange: Norway would support a pact | a date | NO | held'],
  ],
  // A forecast, a guess about another, a question, what is not so.
  ['Norway would close its ports if Peru raised the levy, analysts said.', []],
  ['Norway would lose 4,000 jobs if Peru raised the levy.', []],
  ['Would Norway close its ports if Peru raised the levy?', []],
  ['Norway would have closed its ports if Peru had raised the levy.', []],
  ['"If Peru wanted a pact, it would open its ports," Lund said.', []],
  ['Norway sees the quota as part of a wider deal.', ['package: a wider deal | the quota | NO | held']],
  // What is for nobody, a state, anybody's case, an effect of words: no tie.
  ['Most boats land there free of fees. In exchange, Norway and Peru send us their timber free of fees.', []],
  ['These dreamers are apparently for every treaty - unless it is made by Lund.', []],
  ['So unless you earn a million, Norway is not talking to you.', []],
  ['It is not clear yet if the bill has the votes, and Norway can only afford two losses.', []],
  ['The complaint about Norway pressing Peru to drop the fee led to her fall.', []],
  ['Norway responded to the fee with anger.', []],
  ['Norway did not lift the ban until Peru paid the fee.', []],
  ['A statement came from Norway in response to the report.', []],
  ['Calm was a sufficient condition for success, Norway said.', []],
  ["Norway's report drew a response to its tone.", []],
  ['The accord would require the country to buy Peruvian wheat, Peru said.', []],
  // What follows of what one does oneself; who says it is no part of it.
  ['If Norway backs down, it will have to sell its fleet.', []],
  [
    'Peru will not open its ports unless Norway lifts the ban, the minister said.',
    ['precondition: Peru will not open its ports | unless Norway lifts the ban | PE | conditional'],
  ],
  [
    'Norway could lift the ban if it receives the reports, Oslo said.',
    ['precondition: Norway could lift the ban | if it receives the reports | NO | conditional'],
  ],
  [
    'Peru will sign only when the quota question is settled.',
    ['precondition: Peru will sign | when the quota question is settled | PE | planned'],
  ],
  // An end that says nothing by itself, or is no deed.
  ['But if it could not do so without a deadline, it may wait for another year.', []],
  // A writer's own guess, and what others do to somebody.
  ['Norway could easily do so again in the future should the situation fail to improve.', []],
  ['If Norway adopts a hostile policy, Peru will come under great pressure to stand up to it.', []],
  // What another is bidden to do is the bidder's term.
  [
    "Peru's minister said Norway should suspend the duties until the talks are over.",
    ['precondition: Norway should suspend the duties | until the talks are over | PE | hypothetical'],
  ],
  ['The ban would leave many fishermen without an income.', []],
  ['Peru took new steps in response to the storm.', []],
  ['The council took very different actions in response to the strikes.', []],
  ['The premier said Lund would become history unless he paid.', []],
  ['Peru chose to send its navy after receiving a call from the owners.', []],
  ['The road links the port with the capital.', []],
  ['It would bring only small relief even if the court strikes the ban down.', []],
  // When it is to be done, who did what before, and on what terms somebody spoke, tie nothing.
  ['Peru wants to sign the treaty before the lawmakers leave.', []],
  ['Peru wants to appeal to voters after having been in many places.', []],
  ['A minister said, on condition of anonymity, that the boats were being searched.', []],
])('%s', (text, found) => {
  expect(told(text)).toEqual(found)
})

test.each([
  'The ministry denied a report, citing an aide, that Peru had offered to cap its cod if the levy were dropped.',
  'Rumours that Peru would cut off gas unless the toll was dropped were dismissed by the ministry.',
])('what is denied hangs on nothing: %s', (text) => expect(told(text)).toEqual([]))

test.each([
  [
    'One envoy who has been in and out of the talks said the cod would be freed in return for gas.',
    'One envoy',
  ],
  ['The farmers claim that Peru promised cod in return for gas.', 'The farmers'],
])('who tells it: %s', (text, teller) =>
  expect(readClaims(text).find(({ kind }) => kind === 'linkage')?.evidence.according).toEqual([teller]),
)

test('nobody tells what a court hears', () => {
  const [figure] = readClaims('The court heard that 1,140 crews were sent papers.')
  expect(figure?.evidence.according).toEqual([])
})
