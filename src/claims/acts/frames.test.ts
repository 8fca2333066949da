// In: sentences of our own in pairs of one verb. Out: what its complement makes of it.
import { expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'
import { findClaims } from '../engine.ts'

const engine = loadEngine()
const actsOf = (sentence: string): string[] =>
  findClaims(readSentence(sentence, engine), 'r', engine.claims).flatMap(({ kind, body }) =>
    kind === 'act'
      ? [
          `${body.type} ${body.actor.map(({ name }) => name).join('+')} > ${body.recipient.map(({ name }) => name).join('+')}`,
        ]
      : [],
  )

test.each([
  ['Norway recalled its ambassador from Lima.', ['sanction Norway > ']],
  ['Norway recalled that the quota was set in 1998.', []],
  ['The ministry of Norway recalled its earlier letter on cod.', []],
  ['Peru withdrew from the negotiations.', ['talks: negotiation Peru > ']],
  ['Peru withdrew its offer.', ['reject Peru > ']],
  ['Peru withdrew its forecast for the harvest.', []],
  ['Norway suspended talks with Peru.', ['talks: negotiation Norway > Peru']],
  ['The airline Norda suspended its financial outlook.', []],
  ['Norway cut its support for Peru.', ['sanction Norway > Peru']],
  ['Norway halted its aid to Peru.', ['sanction: set Norway > Peru']],
  ['Norway halted its training programme.', []],
  ['Peru fought the Norwegian quota on herring.', ['reject Peru > Norway']],
  ['Peru fought Norway over the strait.', ['assault Peru > Norway']],
  ['Peru battled inflation.', []],
  ['Norway released ten Peruvian fishermen.', ['yield: release Norway > ']],
  ['Norway released 60 per cent of the water behind the weir.', []],
  ['Norway asked Peru to pay.', ['request Norway > Peru']],
  ['Norway asked Peru whether it would pay.', []],
  ['Norway blamed Peru for the spill.', ['accuse Norway > Peru']],
  ['Norway blamed the weather.', []],
  ['Norway raised concerns over the weir.', []],
  ['Norway cancelled 3,000 flights.', []],
  ['Norway took issue with Peru over the weir.', ['accuse: criticise Norway > Peru']],
  ['Norway took the issue to the council.', []],
  ['Norway drew criticism from Peru over the quota.', ['accuse: criticise Peru > Norway']],
  [
    'Ten sailors were killed in the Peruvian-led attack on Oslo, by Norwegian counts.',
    ['assault Peru > sailors'],
  ],
  ['Norwegian negotiators accused Norway of dawdling.', []],
  ['Peru never threatened to leave.', []],
])('%s', (sentence, wanted) => expect(actsOf(sentence)).toEqual(wanted))
