// In: verbs in their forms. Out: their lemmas, also where the word itself is in no vocabulary.
import { expect, test } from 'vitest'
import { readText } from '#parley/language/read.ts'
import { loadEngine } from '#parley/reading/engine.ts'

const { models, claims } = loadEngine()

function lemmasOf(text: string): readonly string[] {
  const body = { start: 0, end: text.length, role: 'body' as const, n: 0 }
  return readText(text, [body], 'en', models, claims.lexicon).tokens.lemma
}

test.each([
  ['Sanctions were reimposed on Sunday.', 'reimpose'],
  ['The pact was renegotiated in Lima.', 'renegotiate'],
  ['The ship was rerouted by the port.', 'reroute'],
  ['The court overruled the ban.', 'overrule'],
  ['The two sides remilitarised the strait.', 'remilitarise'],
  ['The port was reopened on Monday.', 'reopen'],
  ['Talks were upended by the vote.', 'upend'],
  ['The quota lapsed on Friday.', 'lapse'],
  ['The envoy emphasised the risk.', 'emphasise'],
  ['Peru severed its ties with Chile.', 'sever'],
  ['The ministers haggled over cod.', 'haggle'],
  ['Norway disbursed the loan.', 'disburse'],
])('%s', (text, lemma) => {
  expect(lemmasOf(text)).toContain(lemma)
})
