// In: sentences of our own, read whole. Out: whether a weekday inside what was said counts from the day of saying.
import { expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'
import { resolveTimes } from './resolve.ts'

const engine = loadEngine()
/** Wednesday. */
const PUBLISHED = '2025-11-19'

test.each([
  ['The mayor announced on Friday that the count would be paused from Monday.', '2025-11-17'],
  ['The crews said last Wednesday they would walk out on Saturday.', '2025-11-15'],
  ['On Friday, the ministry said that the port would reopen on Tuesday.', '2025-11-18'],
  ['The mayor said on Friday the mill was to reopen on Tuesday.', '2025-11-18'],
  ['The mayor said on Monday the pact would be signed on Friday.', '2025-11-21'],
  ['told as to come: The mayor said on Friday that the port will reopen on Tuesday.', '2025-11-25'],
  ['not said then: The envoy, who came on Friday, said the port would reopen on Tuesday.', '2025-11-25'],
  ['done: The mayor said on Monday that the port was closed on Friday.', '2025-11-14'],
])('%s', (sentence, day) => {
  const doc = readSentence(sentence.replace(/^[a-z ]+: /, ''), engine)
  expect(resolveTimes(doc, { published: PUBLISHED }).at(-1)?.value).toBe(day)
})
