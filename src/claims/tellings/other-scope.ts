// In: two numbers told one after the other. Out: whether one is of a day and the other of all days, or one of one and the other of several together; whether it was asked otherwise.
import type { Scene } from '../sentence/scene.ts'
import type { Amount } from './amounts-told.ts'

/** "Each day of the strike", "a day", "per week", "daily": of one such time; behind a number or before it. */
const EACH =
  /\b(?:each|every|per) (?:single |working )?(?:hour|day|week|month)\b|\b(?:daily|weekly|monthly|hourly)\b/i
const PER = / per (?:hour|day|week|month)$/
const EACH_BEHIND = /^\s*(?:\p{L}+\s+){0,2}(?:an?|per|each|every)\s+(?:hour|day|week|month)\b/iu
/** "The total for the five days", "over three weeks", "in all": of the whole. */
const WHOLE =
  /\b(?:total|totals|totalled|totaled|altogether|overall|in all|as a whole)\b|\b(?:for|over|across|during) (?:all |the |its )*(?:\p{L}+|\d+)[ -](?:hours|days|weeks|months)\b/iu
/** "Its seven yards together": of all of them. */
const TOGETHER = /\b(?:together|combined|jointly|collectively|between them)\b/i

/** Whether two numbers are of so different a scope by their own words that neither answers the other. */
export function isOfOtherScope(scene: Scene, a: Amount, b: Amount): boolean {
  const [one, other] = [clauseOf(scene, a), clauseOf(scene, b)]
  if (TOGETHER.test(other.words) !== TOGETHER.test(one.words)) return true
  return (one.isEach && !other.isEach && other.isWhole) || (other.isEach && !one.isEach && one.isWhole)
}

const ASKED =
  /\b(?:the |its |their )?questions? (?:was|were|is|are|had been) (?:put|asked|worded|phrased|framed) (?:quite |rather |somewhat )?(?:differently|otherwise)\b|\b(?:asked|put|worded|phrased) (?:the question |it )(?:quite |rather |somewhat )?differently\b|\b(?:a|its) differently (?:worded|phrased) question\b/i

/** "In which the question was put differently": what a sentence says of a poll that found another number. */
export function askedOtherwise({ doc }: Scene, { first }: Amount): string | undefined {
  const { start, end } = doc.sents[doc.tokens.sent[first]!]!
  return ASKED.exec(doc.text.slice(start, end))?.[0].replace(/\s+/g, ' ')
}

/** Where a clause begins and ends. */
const BREAK = /^(?:;|:|while|whereas|but|although|though|against)$/

function clauseOf({ doc }: Scene, { first, last, value }: Amount) {
  const { lower, sent, start, end } = doc.tokens
  const { first: begin, last: stop } = doc.sents[sent[first]!]!
  let from = first
  while (from > begin && !BREAK.test(lower[from - 1]!)) from--
  let to = last
  while (to < stop && !BREAK.test(lower[to]!)) to++
  const words = doc.text.slice(start[from]!, end[to - 1]!)
  const behind = doc.text.slice(end[last - 1]!, end[to - 1]!)
  return {
    words,
    isEach: PER.test(value.unit) || EACH.test(words) || EACH_BEHIND.test(behind),
    isWhole: WHOLE.test(words),
  }
}
