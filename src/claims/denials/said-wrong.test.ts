// In: sentences of our own. Out: who says of what the report tells that it is not so, and who told it.
import { expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'
import { findAll } from '../engine.ts'

const engine = loadEngine()
const denials = (text: string): string[] =>
  findAll(readSentence(text, engine), 'r', engine.claims).denials.map(
    ({ by, teller, what }) => `${by} | ${teller} | ${what}`,
  )

test.each([
  [
    'A report that Norway would cut the fleet by a third was “simply wrong”, the farm minister, Ann Lee, said.',
    'Ann Lee | others, not named | Norway would cut the fleet by a third',
  ],
  [
    'There is no substance to claims by Chile that Peru offered a base to Norway, the envoy Ana Silva said.',
    'Ana Silva | Chile | Peru offered a base to Norway',
  ],
  [
    'Norway has given up its veto, three diplomats said. The chancellery in Oslo said this was not so.',
    'The chancellery in Oslo | three diplomats | Norway has given up its veto',
  ],
  [
    "The dockers' union said Nordfleet had offered a bonus of $20,000. Nordfleet said the union's account of the offer was incorrect.",
    "Nordfleet | The dockers' union | Nordfleet had offered a bonus of $20,000",
  ],
  [
    'Peru denies charging Chile more for gas than Norway. A senator, Paul Holm, made the allegation last week.',
    'Peru | Paul Holm | Peru charging Chile more for gas than Norway',
  ],
  [
    'The dockers’ union dismissed as “a fairy tale” a claim by Nordfleet that it had walked out of the talks.',
    'The dockers’ union | Nordfleet | it had walked out of the talks',
  ],
  [
    'Port minister Ann Berg denied that she had blocked the sale, as a union delegate told the radio on Thursday. "That\'s false," she said.',
    'Ann Berg | a union delegate | Ann Berg had blocked the sale',
  ],
  [
    'It was not true that the harbour had set a deadline, a port ministry official said.',
    'a port ministry official | others, not named | the harbour had set a deadline',
  ],
])('%s', (text, wanted) => expect(denials(text)).toEqual([wanted]))

test.each([
  'The minister said the quota was wrong.',
  'A report that the port would close was late, the minister said.',
  'Norway offered a quota of 40,000 tonnes on Friday. Peru said that was wrong.',
  'The claim was made by the owners in a letter.',
])('nothing is denied: %s', (text) => expect(denials(text)).toEqual([]))
