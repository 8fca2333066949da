// In: a sentence that begins by pointing back. Out: the sentence before it, which says at what.
import type { Evidence } from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'
import { hasDay } from '../../record/weights/substance.ts'
import { cutAt, oneLine, withoutDateline } from '../words/safe-text.ts'
import { plain, quoted, type Run } from './line.ts'

/** Whether words begin with what only the words before them explain: "It runs for 200 days", "the figure was 3 million". */
export const beginsPointing = (words: string): boolean => POINTS_BACK.test(words)

/** Whether a sentence leaves its reader asking of what it tells: it begins by pointing back, or points and names nobody. */
export const needsContext = (sentence: string): boolean => {
  const words = oneLine(sentence).split(' ')
  return (
    beginsPointing(sentence) ||
    BARE_SUBJECT.test(sentence) ||
    (words.some((word) => POINTS.test(word)) && !words.some(isName))
  )
}

/** "The result was made public", "The union says": a subject that only what stands before tells from others. */
const BARE_SUBJECT =
  /^The [a-z]+ (?:was|were|is|are|has|had|have|will|would|did|does|can|could|said|says|stays?|began|ended|came|went) /
const POINTS = /^(?:the|it|them|they|he|she|this|that|these|those)[.,;]?$/i
/** A capital within the sentence, or a name's genitive at its start. */
const isName = (word: string, at: number): boolean =>
  /^[^\p{L}]*\p{Lu}/u.test(word) && !hasDay(word) && !/^\W*I\b/.test(word) && (at > 0 || /['’]s$/.test(word))

const POINTS_BACK =
  /^\W*(?:(?:it|they|this|these|those|its|their|his|her|he|she|both|neither|none|since then)\b|that (?:is|was|would|will|has|had|does|did)\b|the (?:(?:figure|number|rate|idea|move|step) (?:is|was|would|will|has|had)|latter|former)\b)/i

/** Characters of a report in which the sentence before is looked for, and characters of it told. */
const REACH = 500
const LENGTH = 200
/** Characters below which what stands after a full stop is told with the sentence before it. */
const SHORTEST = 15
/** No end stands behind a title or initials ("Mr. Aas", "U.S. boats"). */
const SENTENCE_END = /(?<!\b\p{Lu}\p{L}{0,2})[.!?]["”’']?\s+(?=["“‘]?\p{Lu})/gu

/** " · before it: “…”": the sentence before that of the evidence, "" words where the text is not at hand or none stands there. */
export function beforeRuns(reader: RecordReader, { report, quote, spans }: Evidence): Run[] {
  const text = reader.text(report)
  const from = spans[0]?.start
  if (text === undefined || from === undefined) return []
  const start = text.lastIndexOf(quote, from)
  if (start <= 0) return []
  // A headline or a byline above is no sentence.
  const lead = oneLine(
    text
      .slice(Math.max(0, start - REACH), start)
      .trimEnd()
      .split('\n')
      .at(-1) ?? '',
  )
  const ends = [...lead.matchAll(SENTENCE_END)].map(({ index, 0: end }) => index + end.length)
  const at = ends.findLast((end) => lead.length - end >= SHORTEST) ?? (lead.length < REACH - 1 ? 0 : -1)
  const sentence = at < 0 ? '' : withoutDateline(lead.slice(at).trim())
  // Somebody's words explain little.
  return /[.!?]["”’']?$/.test(sentence) && !/^["“‘]/.test(sentence)
    ? [plain(' · before it: '), quoted(cutAt(sentence, LENGTH))]
    : []
}
