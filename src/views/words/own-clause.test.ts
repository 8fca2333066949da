// In: sentences of our own. Out: the clause of each that some words stand in, or the sentence where it hangs together.
import { expect, test } from 'vitest'
import { ownClause } from './own-clause.ts'

test.each([
  [
    'Norway signalled on Monday that it was open to talks on the northern reefs, while both island states have said they want to keep the pact of 1994.',
    'to keep the pact of 1994',
    'both island states have said they want to keep the pact of 1994.',
  ],
  [
    'Peru and Chile asked the owners for a ten-year freeze of the port fee, which shippers say would leave the quays in need of money for repairs.',
    'a ten-year freeze of the port fee',
    'Peru and Chile asked the owners for a ten-year freeze of the port fee',
  ],
  [
    'Even amid rising tensions over the blockade of the southern ports, the Peruvian president has reaffirmed his support for the new pact.',
    'his support for the new pact',
    'the Peruvian president has reaffirmed his support for the new pact.',
  ],
  // Its reason; words told twice.
  [
    'Peru and Chile balked at the sunset clause, arguing that accords of this kind are supposed to offer firms the assurance that rules will last.',
    'the sunset clause',
    'Peru and Chile balked at the sunset clause, arguing that accords of this kind are supposed to offer firms the assurance that rules will last.',
  ],
  [
    'Those for free trade have another worry; their stands are easily told apart from those of the owners (they want free trade), but nobody hears them.',
    'free trade',
    'Those for free trade have another worry; their stands are easily told apart from those of the owners (they want free trade), but nobody hears them.',
  ],
  // Short; what it hangs on stands beside it; a mark without its other half; words that are not there.
  [
    'Norway waits, while Peru wants to keep the pact.',
    'to keep the pact',
    'Norway waits, while Peru wants to keep the pact.',
  ],
  [
    'The owners would raise the wage of every docker in the eleven ports by 4 percent this year, but only if the union ends its walkout by Friday.',
    'the wage of every docker in the eleven ports by 4 percent',
    'The owners would raise the wage of every docker in the eleven ports by 4 percent this year, but only if the union ends its walkout by Friday.',
  ],
  [
    'The owners said “the wage of every docker in all of the eleven ports would rise, while the hours stay where they were”, and asked for an answer.',
    'the wage of every docker',
    'The owners said “the wage of every docker in all of the eleven ports would rise, while the hours stay where they were”, and asked for an answer.',
  ],
  [
    'Norway signalled on Monday that it was open to talks on the northern reefs, while both island states have said they want to keep the pact of 1994.',
    'a lower fee',
    'Norway signalled on Monday that it was open to talks on the northern reefs, while both island states have said they want to keep the pact of 1994.',
  ],
  [
    'Peruvian officials seek assurances on how the catch is counted at each of the ports while Norway resists what it calls a forced transfer of its fishing grounds.',
    'what it calls a forced transfer of its fishing grounds',
    'Norway resists what it calls a forced transfer of its fishing grounds.',
  ],
  [
    'Peruvian officials seek assurances on how the catch is counted at each of the ports while resisting what they call a forced transfer of grounds.',
    'what they call a forced transfer of grounds',
    'Peruvian officials seek assurances on how the catch is counted at each of the ports while resisting what they call a forced transfer of grounds.',
  ],
])('%s', (sentence, words, clause) => expect(ownClause(sentence, words)).toBe(clause))
