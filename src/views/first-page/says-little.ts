// In: a line of a first page. Out: whether it says little: what it tells of is left open, somebody of no office talks, nothing was done, or a headline alone tells it.
import type { Ref } from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'
import { sortOfAct } from '../../record/weights/act-weight.ts'
import { hasDay, isHeadline, numbersIn, substanceOf } from '../../record/weights/substance.ts'
import { BEFORE_IT } from '../lines/before-it.ts'
import { leavesOpen } from '../lines/in-context.ts'
import { type Kind, type Line, textOf } from '../lines/line.ts'
import { openOf } from '../statements.ts'

/** Whether a line tells nothing of a negotiation: that nobody commented, a day's prices, what stands by a picture, one man's own plans. */
export function isTrivial(reader: RecordReader, line: Line): boolean {
  const entry = line.entry === undefined ? undefined : reader.entry(line.entry)
  const quote = entry?.evidence.find(({ id }) => id === line.evidence[0])?.quote ?? ''
  if (entry?.kind === 'linkage' && arePrivate(reader, entry.body.user) && isOnesOwn(textOf(line))) return true
  const words = quote.split(' ').length
  return (
    BESIDE_TEXT.test(quote) || (words < SCENE && MARKET.test(quote)) || (words < FEW && SILENCE.test(quote))
  )
}
/** "[Photo: …", "Question: …", "(c) a possible end": a caption, what is asked, an item of a list. */
const BESIDE_TEXT =
  /^\W*(?:(?:photo|picture) caption|photo|picture|caption|question|q|read more|read also|related|also in this issue|watch|listen)\s*:|^\([a-z]\) \p{Ll}/iu
/** "The rand gained 1.4 percent", "Oil settled lower": what markets did on a day. */
const MARKET =
  /^\W*(?:\S+ ){0,5}?(?:shares|stocks|oil|crude|futures|rand|peso|rial|won|yen|yuan|lira|rupee|euro|dollar|sterling|index|sub-index|bonds?|yields?|nickel|copper|gold)\b[^;]{0,70}? (?:rose|fell|gained|lost|slipped|settled|traded|closed|dropped|climbed|jumped|eased|weakened|strengthened|edged|slid|surged)\b/iu
const SILENCE =
  /\b(?:(?:declined|refused) to comment|(?:did not|didn['’]t) (?:immediately )?(?:comment|respond|reply)|(?:could not|couldn['’]t) be reached|had no (?:immediate )?comment)\b/
/** Words of a sentence on markets that tells of no more than them. */
const SCENE = 40

/** Whether a line is of use only where its section has few others. */
export function saysLittle(reader: RecordReader, line: Line): boolean {
  const entry = line.entry === undefined ? undefined : reader.entry(line.entry)
  if (entry?.evidence.every(isHeadline)) return true
  switch (entry?.kind) {
    case 'statement':
      return isShort(line, entry) || isRemark(reader, entry) || isOpen(reader, line, entry)
    case 'position':
      return isAside(reader, [entry.body.party]) || leavesOpen(reader, line)
    case 'linkage':
      return isAside(reader, entry.body.user) || leavesOpen(reader, line)
    case 'act':
      return isMereTalk(entry) || leavesOpen(reader, line)
    case 'figure':
      return isOnesOwn(entry.evidence[0]!.quote) || leavesOpen(reader, line)
    default:
      return leavesOpen(reader, line)
  }
}

/** "No vote is needed", "She said that was news": words too few to say of what; of a sentence told whole some more. */
function isShort(line: Line, { body: { content, form } }: Kind<'statement'>): boolean {
  const isSentence = form !== 'direct' && isWhole(line)
  const words = isSentence ? line.runs[2]!.text : content
  return numbersIn(words) === 0 && words.trim().split(/\s+/).length < (isSentence ? 10 : 5)
}

/** Whether a line tells a sentence whole. */
const isWhole = ({ runs }: Line): boolean => runs[1]?.text === ': ' && runs[2]?.as === 'quote'

/** Quoted words without number, day or condition, of somebody of no office, or of one who negotiates for nobody and denies nothing. */
function isRemark(reader: RecordReader, { body, evidence }: Kind<'statement'>): boolean {
  if (body.form !== 'direct' || substanceOf(body.content) > 1 || numbersIn(evidence[0]!.quote) > 0)
    return false
  const voices = [...body.speaker, ...body.of]
  const isOfSide = voices.some(({ id }) => reader.negotiation.parties.some((party) => party.id === id))
  if (isOfSide) return false
  return (body.of.length === 0 && arePrivate(reader, body.speaker)) || !DENIES.test(body.content)
}
const DENIES = /\b(?:no|not|never|nothing|none|\w+n['’]t)\b/i

/** Whether all of some are persons whose office or body no report gives. */
const arePrivate = (reader: RecordReader, refs: readonly Ref[]): boolean =>
  refs.length > 0 &&
  refs.every(({ id }) => {
    const known = reader.party(id)
    return id.startsWith('person:') && known?.of === undefined && !known?.titles.length
  })

/** What somebody of no office wants, whom one report names, is no stand in the negotiation. */
const isAside = (reader: RecordReader, refs: readonly Ref[]): boolean =>
  arePrivate(reader, refs) && refs.every(({ id }) => (reader.party(id)?.reports ?? 1) < 2)

/**
 * Told without number and day: who blamed, refused or asked whom, talks that go on, what a report only looks back on, and what
 * is said in few words by a verb that no list of deeds has ("has sent a signal").
 */
function isMereTalk({ body, evidence, modality }: Kind<'act'>): boolean {
  const { quote } = evidence[0]!
  if (numbersIn(quote) > 0 || hasDay(quote)) return false
  const sort = sortOfAct(body.type)
  return (
    (sort === 'said' && !BINDING.test(body.type)) ||
    (sort === 'unlisted' && body.on === undefined && quote.split(' ').length < FEW && !COUNTS.test(quote)) ||
    (modality === 'ongoing' && body.type.startsWith('consult')) ||
    modality === 'background'
  )
}
/** Of what is only said what binds. */
const BINDING = /\b(?:announce|agree|withhold)\b/
const COUNTS =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|dozen|hundreds?|thousands?|half|per ?cent)\b/i
/** Words of a sentence that says as little as a turn of phrase. */
const FEW = 15

/** "I have 40 boats": somebody tells of himself. */
const isOnesOwn = (quote: string): boolean => /\b(?:I|[Mm]y|me)\b/.test(quote)

/** Whether a statement leaves open what it tells of, by its words or by the sentence shown for them. */
function isOpen(reader: RecordReader, line: Line, entry: Kind<'statement'>): boolean {
  const isExplained = line.runs.some(({ text }) => text === BEFORE_IT)
  return isExplained || isWhole(line) ? leavesOpen(reader, line) : openOf(entry) !== undefined
}
