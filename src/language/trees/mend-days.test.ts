// In: sentences with a day told without a preposition. Out: that it is when something was done, no thing and nobody.
import { expect, test } from 'vitest'
import { loadEngine } from '../../reading/engine.ts'
import { readSentence } from '../../reading/read-sentence.ts'

const engine = loadEngine()

/** "relation < word above" of the first time. */
function placeOf(sentence: string): string {
  const { tokens, times } = readSentence(sentence, engine)
  const { first, last } = times[0]!
  for (let at = first; at < last; at++) {
    const above = tokens.head[at]!
    if (above < first || above >= last) return `${tokens.dep[at]} < ${tokens.form[above]}`
  }
  return ''
}

test.each([
  ['Councillors voted late Friday to reject the ferry plan.', 'obl:unmarked < voted'],
  ['Dockers decamped Friday from a hall in Port Lind.', 'obl:unmarked < decamped'],
  ['A pair of ministers unveiled a plan Friday for the herring fleet.', 'obl:unmarked < unveiled'],
  ['Holm said Monday his union is joining the walkout.', 'obl:unmarked < said'],
  ['The mayor took Friday off.', 'obj < took'],
  ['Last Friday Trade Minister Ana Holm announced a levy on cod.', 'obl:unmarked < announced'],
  ['Friday prayers drew thousands to the port.', 'compound < prayers'],
])('%s', (sentence, place) => expect(placeOf(sentence)).toBe(place))

test.each([
  ['The truce was extended to September 30, a spokesman said on Friday.', 'obl < extended'],
  ['The ferry talks broke down on Tuesday, two diplomats said.', 'obl < broke'],
  ['On Monday, the ministry said it would lift the ban.', 'obl < said'],
])('before somebody says so: %s', (sentence, place) => expect(placeOf(sentence)).toBe(place))
