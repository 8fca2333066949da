// In: sentences about what was set for a day. Out: that the verb behind the day is said of it, and the day hangs on the plan.
import { expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'

const engine = loadEngine()

/** The relation and head of the first noun, and of the day. */
function placesOf(sentence: string, noun: string): string {
  const { tokens, times } = readSentence(sentence, engine)
  const place = (at: number) => `${tokens.dep[at]} < ${tokens.form[tokens.head[at]!] ?? '-'}`
  return `${place(tokens.form.indexOf(noun))} | ${place(times[0]!.first)}`
}

test.each([
  ['The strike set for 1 May was called off on 3 March.', 'strike', 'nsubj:pass < called | obl < set'],
  [
    'The walkout planned for 20 March was suspended on Monday.',
    'walkout',
    'nsubj:pass < suspended | obl < planned',
  ],
  [
    'Officials said the hearing listed for 7 April had been moved.',
    'hearing',
    'nsubj:pass < moved | obl < listed',
  ],
])('%s', (sentence, noun, places) => expect(placesOf(sentence, noun)).toBe(places))

test('a month is no auxiliary', () => {
  const { tokens, stances } = readSentence('The strike set for 1 May was called off.', engine)
  expect(stances.get(tokens.form.indexOf('called'))?.modality).toBe('held')
})
