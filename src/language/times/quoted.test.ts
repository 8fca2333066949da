// In: sentences of our own. Out: which day "today" and "tomorrow" between quotation marks are.
import { expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'
import { resolveTimes } from './resolve.ts'

const engine = loadEngine()

/** The words of each time and its day, in a report of Friday 2031-06-20. */
const daysOf = (text: string): string[] => {
  const doc = readSentence(text, engine)
  const days = resolveTimes(doc as never, { published: '2031-06-20' })
  return doc.times.map((time, at) => `${doc.text.slice(time.start, time.end)} = ${days[at]!.value}`)
}

test.each<[text: string, days: readonly string[]]>([
  [
    'On June 10 Ada Berg told reporters in Oslo that Peru had “assured me today” that it would sign.',
    ['June 10 = 2031-06-10', 'today = 2031-06-10'],
  ],
  ['On Tuesday he said: "We will sign today."', ['Tuesday = 2031-06-17', 'today = 2031-06-17']],
  ['"We will sign today," he said on Tuesday.', ['today = 2031-06-17', 'Tuesday = 2031-06-17']],
  [
    'On June 10 Ada Berg told reporters: "We sign tomorrow."',
    ['June 10 = 2031-06-10', 'tomorrow = 2031-06-11'],
  ],
  // Without a day of its own, or without marks, it is that of the report.
  ['He said "we sign today".', ['today = 2031-06-20']],
  ['On June 10 the talks began. He said "we sign today".', ['June 10 = 2031-06-10', 'today = 2031-06-20']],
  ['Peru, which left on June 10, signs today.', ['June 10 = 2031-06-10', 'today = 2031-06-20']],
])('%s', (text, days) => expect(daysOf(text)).toEqual(days))
