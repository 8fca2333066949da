// In: a read report, days of a claim. Out: which of them are days of an old plan, told beside what came of it.
import type { Doc } from '../../language/doc.ts'
import type { ClaimDay } from '../../model/index.ts'
import { firstFrom } from './nearby.ts'

const PLANS =
  'meant|intended|billed|planned|scheduled|set|slated|due|pencilled in|penciled in|expected|announced|fixed|booked|earmarked|listed|timed|supposed|hoped for|wanted'
/** What may stand between a word of planning and its day. */
const BETWEEN = '(?:(?!is |are |was |were |but |and |will )\\w+ ){0,4}(?:for |on |in |by |at )?(?:the )?'

/** "Instead of 3 May", "ought to have opened on 3 May", "had been due on 3 May", "originally set for 3 May", "meant for 3 May". */
const SURELY = [
  /\b(?:instead of|rather than) (?:on )?$/i,
  new RegExp(
    `\\b(?:ought to|should|(?:was|were) (?:(?:supposed|meant|due|expected|set) )?to) have ${BETWEEN}$`,
    'i',
  ),
  new RegExp(`\\b(?:had (?:\\w+ )?been|originally|initially|first|previously) (?:${PLANS}) ${BETWEEN}$`, 'i'),
  new RegExp(`(?<!\\b(?:is|are|be|been) )\\b(?:meant|intended|billed|supposed) ${BETWEEN}$`, 'i'),
]
/** "Planned for 3 May", where another day is told too. */
const MAYBE = new RegExp(`(?<!\\b(?:is|are|be|now|been) )\\b(?:${PLANS}) ${BETWEEN}$`, 'i')
/** Characters in front of a day that are looked at. */
const REACH = 70

/**
 * "Talks that ought to have opened on 1 October but got under way on the 8th", "the round, meant for 3 May, was held on 9 May": of the days of
 * what is told those on which it was only to be stand as the day of the old plan, where the sentence says that it came otherwise
 * or gives another day.
 */
export function withOldDays(doc: Doc, days: readonly ClaimDay[]): ClaimDay[] {
  const isOn = ({ role, type, plusDays }: ClaimDay) => role === 'on' && type !== 'DURATION' && !plusDays
  const before = days.map((day) => (isOn(day) ? wordsBefore(doc, day) : ''))
  const isSure = before.map((words) => SURELY.some((one) => one.test(words)))
  const others = days.filter((day, at) => isOn(day) && !isSure[at] && !MAYBE.test(before[at]!))
  return days.map((day, at) => {
    const isOld = isSure[at] || (others.length > 0 && isOn(day) && MAYBE.test(before[at]!))
    return isOld ? { ...day, role: 'originalDue' as const } : day
  })
}

/** The words in front of a day, in its sentence. */
function wordsBefore({ tokens, sents, text }: Doc, { start }: ClaimDay): string {
  const sentence = sents[tokens.sent[firstFrom(tokens, start)]!]!
  return text.slice(Math.max(sentence.start, start - REACH), start)
}
