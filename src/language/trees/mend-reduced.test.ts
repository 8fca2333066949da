// In: sentences of our own with a participle behind their subject. Out: the finite verb heads them.
import { expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'

const engine = loadEngine()

/** "subject verb" of the verb that heads a sentence. */
function headOf(sentence: string): string {
  const { tokens } = readSentence(sentence, engine)
  const root = tokens.dep.indexOf('root')
  const subject = tokens.form.findIndex(
    (_, k) => tokens.head[k] === root && tokens.dep[k]!.startsWith('nsubj'),
  )
  return `${tokens.form[subject]} ${tokens.form[root]}`
}

test.each([
  ['Duties on wine shipped from Chile to Japan were raised to 12%.', 'Duties raised'],
  ['The measures announced on Monday take effect in June.', 'measures take'],
  ['An envoy there, not authorised to speak publicly, said that fees were high.', 'envoy said'],
  ['A ceasefire brokered by Qatar collapsed on Sunday.', 'ceasefire collapsed'],
  ['Grain shipped through the port fell by half in May.', 'Grain fell'],
  ['The controls introduced in April cover seven metals.', 'controls cover'],
  ['The border closed in March reopened on Friday.', 'border reopened'],
  ['Hostages held since October were handed over on Saturday.', 'Hostages handed'],
  ['The rules adopted in Brussels on Tuesday cap the price of gas.', 'rules cap'],
  ['The ban that has stood since 2019 keeps beef out of Kenya.', 'ban keeps'],
  ['The duties that the ministry has levied since October 2024 stay in place.', 'duties stay'],
  ['The measure lawmakers approved last year will expire on Friday.', 'measure expire'],
  ['Under the pact, firms building Norwegian yards may import 40,000 tonnes.', 'firms import'],
  [
    'A panel of eight, including two former leaders, set up on March 6 to sound out opinion, is to report by May.',
    'panel report',
  ],
  [
    'A grace period under which timber may go on reaching Peru, and which would have lapsed on 31 December, is to be prolonged.',
    'period prolonged',
  ],
  ['The union, founded in 1990, was at odds with the port, and is now weak.', 'union odds'],
  // The past is the verb indeed.
  ['The minister resigned on Friday after the vote.', 'minister resigned'],
  ['Ministers met in Geneva, followed by experts.', 'Ministers met'],
  ['Rebels walked out of talks brokered by Kenya.', 'Rebels walked'],
  ['Miners helped build the camp.', 'Miners helped'],
  ['Norway sold gas stored in caverns last winter.', 'Norway sold'],
  ['The talks resumed after a session set for May 7 was called off.', 'talks resumed'],
])('%s', (sentence, head) => {
  expect(headOf(sentence)).toBe(head)
})
