// In: sentences of our own. Out: what is promised in them, and where a vow is a stand, a campaign or nothing in particular.
import { expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'
import { findClaims } from '../engine.ts'

const engine = loadEngine()
const promises = (sentence: string): string[] =>
  findClaims(readSentence(sentence, engine), 'r', engine.claims).flatMap(({ kind, body }) =>
    kind === 'act' && body.about?.thread === 'commitment' ? [body.about.what.text] : [],
  )

test.each([
  ['a promise: Norway promised it would reopen the port.', ['it would reopen the port']],
  ['one agreed to: Norway agreed to cut its fish quota.', ['to cut its fish quota']],
  ['not to do a thing: Norway promised not to raise the port fee.', ['not to raise the port fee']],
  [
    'what came after: Norway promised not to fill the lake before May, only for its ministry to say the filling would begin.',
    ['not to fill the lake before May'],
  ],
  ['a denial: Norway agreed to no such thing.', []],
  ['a stand: Norway vowed to block the pact.', []],
  ['a threat: Norway has pledged to retaliate against any new fee.', []],
  ['a cause: Norway remains committed to strengthening the fleets of the south.', []],
  ['a race for office: Norway promised on the campaign trail to build a canal.', []],
  ['of nothing in particular: Norway vowed to do what it can to stop the fee.', []],
  ['a word given back: Norway pledged to fulfil it.', []],
  ['a view: Norway vowed the bill was going nowhere.', []],
  ['a wish: Norway and Peru agreed they would like a new bridge.', []],
  ['an older event: Four years after agreeing to share its catch, Norway has closed its ports.', []],
  ['before voters: The mayor of Norway ran promising to cut fares.', []],
  ['taken for an adjective: Norway has promised to lower fees.', ['to lower fees']],
  ['why: Norway agreed to buy 20 ships because its fleet was old.', ['to buy 20 ships']],
  ['where to: Norway agreed to go because it hoped to learn more.', []],
  ['a guess: Norway will agree to lift the fee, analysts said.', []],
  ['its own word: Norway said it would agree to lift the fee.', ['to lift the fee']],
  ['another party: Norway can promise you that Peru will never pay the fee.', []],
  ['a shared view: Norway and Peru agree that the quarrel should be settled soon.', []],
  ['a threat: Norway vowed to unleash its whole fleet on the port.', []],
  ['once more: Norway vowed to try again.', []],
  ['supposed: There could be a deal in which Norway vows to cut its quota.', []],
  // All that is promised: what is listed, until when, what for; and no more than that.
  [
    'a list: By promising to strengthen its laws, restore trust and cut fees, Norway sought to calm Peru.',
    ['to strengthen its laws, restore trust and cut fees'],
  ],
  [
    'a second: Norway commits to work on the concerns of crews regarding the law, and to undertake efforts to open its ports.',
    ['to work on the concerns of crews regarding the law, and to undertake efforts to open its ports'],
  ],
  [
    'until when: Norway promised to keep each boat in port until courts decide the cases.',
    ['to keep each boat in port until courts decide the cases'],
  ],
  [
    'who: Norway promised that, as a neighbour, it would restore the harbour.',
    ['that, as a neighbour, it would restore the harbour'],
  ],
  ['of what: Norway agreed to $800 billion in new taxes.', ['$800 billion in new taxes']],
  [
    'said besides: Norway promised to make Lund a one-term mayor, but look who is laughing now.',
    ['to make Lund a one-term mayor'],
  ],
  ['what is given: Norway has committed $30m to a new ferry.', ['$30m to a new ferry']],
  ['a deed: Lund committed fraud to hide the catch.', []],
  ['awaited: Unions will strike until Norway agrees to changes in the law.', []],
  ['could be: Norway can only agree to changes that it would support.', []],
  ['must: Norway must agree before January 15 on how to share the money.', []],
  ['is ready to: Envoys announced that Peru was ready to talk and agree to a reduction in fees.', []],
  ['what is: Norway agreed its review found no such evidence.', []],
  ['a plan: A Norwegian plan promised to cut fees by half.', []],
])('%s', (sentence, wanted) => expect(promises(sentence.replace(/^[^:]+: /, ''))).toEqual(wanted))
