// In: sentences of our own, of a report of Thursday 18 September 2025. Out: the day their weekdays mean, by the verb they hang on.
import { expect, test } from 'vitest'
import { resolveTimes } from '../language/times/resolve.ts'
import { loadEngine } from './engine.ts'
import { readSentence } from './read-sentence.ts'

const engine = loadEngine()

function days(text: string): string[] {
  const doc = readSentence(text, engine)
  return resolveTimes(doc, { published: '2025-09-18' }).map(({ from = '' }) => from.slice(5))
}

test.each([
  ['Envoys met on Monday in Lima.', ['09-15']],
  ['Envoys are to meet on Monday in Lima.', ['09-22']],
  ['Talks, which began on Tuesday, are to end on Friday.', ['09-16', '09-19']],
  ['The two agreed on Monday to meet again on Friday.', ['09-15', '09-19']],
  ['The envoy is flying to Lima on Sunday.', ['09-21']],
  ['Parliament is voting on Tuesday.', ['09-23']],
  ['Envoys are expected in Lima on Saturday.', ['09-20']],
  ['The cabinet approved the treaty on Wednesday and sends it to parliament on Monday.', ['09-17', '09-22']],
  ['The session, originally planned for Tuesday, was put off until Friday.', ['09-16', '09-19']],
  ['The round had been due to open on Wednesday but was moved to next Tuesday.', ['09-17', '09-23']],
  ['The talks, due to start on Friday, were cancelled.', ['09-19']],
  ['Growers had until Monday to reply.', ['09-15']],
  ['Growers have until Monday to reply.', ['09-22']],
  ['The deadline is midnight on Saturday.', ['09-20']],
  ['The union, which speaks for pilots, on Monday rejected the offer.', ['09-15']],
  ['The envoy, who is in Lima, met growers on Tuesday.', ['09-16']],
  ['Growers flew to Lima to meet the envoy on Tuesday.', ['09-16']],
  ['The ban takes effect in 10 days.', ['09-28']],
  ['Prices have risen in 10 days.', ['']],
  ['Talks were held on Tuesday. They began at 9 a.m. and ended at midnight.', ['09-16', '09-16', '09-16']],
  ['Growers met the envoy this morning. Talks were due on Tuesday.', ['09-18', '09-16']],
])('%s', (text, wanted) => expect(days(text)).toEqual(wanted))
