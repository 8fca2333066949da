// In: an entry and the words that name it. Out: the sentence that tells it, for a line whose own words say too little.
import type { Entry } from '../../model/index.ts'
import { tellingWords } from '../../record/assemble/due-matters.ts'
import { isHeadline } from '../../record/weights/substance.ts'
import { contentWords } from '../../record/words.ts'
import { plain, quoted, type Run } from '../lines/line.ts'
import { dayWords, type SomeDay } from './day-words.ts'
import { excerpt } from './excerpt.ts'
import { ownClause } from './own-clause.ts'
import { oneLine } from './safe-text.ts'

/** Nouns that say nothing without what they are of. */
export const OF_SOMETHING: ReadonlySet<string> = new Set(
  (
    'submission memorandum document paper letter list report text plan proposal decision start end beginning opening closing ' +
    'introduction implementation completion delivery publication launch adoption move change increase cut payment window ' +
    'figure rate rule measure case project scheme programme program process step phase stage part work fund committee group ' +
    'panel contract order response answer reply request application result outcome condition term'
  ).split(' '),
)

/** Words of a matter of its own below which a name leaves its reader asking what of. */
const FEWEST = 2

/** "Case", "the extension", "mediator", "bill": names that only their sentence explains. */
export const isThin = (name: string, fewest = FEWEST): boolean =>
  tellingWords(name).filter((word) => !OF_SOMETHING.has(word)).length < fewest

/** Characters of a sentence at most: all but the longest stand whole. */
export const WHOLE = 300

/** A sentence, whole where it is not very long. */
export const sentenceRun = (quote: string, around = ''): Run => quoted(excerpt(quote, around, WHOLE))

/** The sentence, and no headline where there is one, of an entry's most telling evidence, or of that which gives a day, cut so that the name or the day stands in it. */
export function inItsWords(entry: Entry, name: string, day?: SomeDay): Run {
  const { quote, around } = sentenceOf(entry, name, day)
  return sentenceRun(quote, around)
}

/** The same, no more than the clause in which its words stand, and whether that is all of the sentence. */
export function inItsClause(entry: Entry, words: string): { readonly run: Run; readonly isWhole: boolean } {
  const { quote, around } = sentenceOf(entry, words)
  const clause = ownClause(oneLine(quote), oneLine(words))
  return { run: sentenceRun(clause, around), isWhole: clause === oneLine(quote) }
}

function sentenceOf(
  entry: Entry,
  name: string,
  day?: SomeDay,
): { readonly quote: string; readonly around: string } {
  const sentences = entry.evidence.filter((one) => !isHeadline(one))
  const evidence = sentences.length > 0 ? sentences : entry.evidence
  const giving = evidence.flatMap((one) => {
    const at = one.days.find(({ latest }) => latest !== undefined && latest === day?.latest)
    return at ? [{ quote: one.quote, around: at.words }] : []
  })
  return giving[0] ?? { quote: evidence[0]?.quote ?? '', around: name }
}

/** What stands behind what a line shows: nothing where that is as much as the sentence says, else the sentence. */
export function explained(entry: Entry, shown: string, day?: SomeDay): Run[] {
  const { quote } = sentenceOf(entry, shown, day)
  const told = day ? `${shown} ${dayWords(day)}` : shown
  return leavesOut(told, quote) ? [plain(' · '), inItsWords(entry, shown, day)] : []
}

/** Share of the words of a sentence without which a line has not told it. */
const MUCH = 0.34

/** Words in which a sentence gives a number, a name or what its truth hangs on. */
const WEIGHTY = /\d|^\p{Lu}/u
const HANGS = /\b(?:unless|until|if|once|provided|not|no|never|without|only|at least|up to)\b/gi

/** How many words there are in which a sentence tells what it hangs on, or denies. */
export const hangsOn = (text: string): number => text.match(HANGS)?.length ?? 0

/** Whether what a line shows leaves out a number, a name, a condition or much else of the sentence it rests on. */
export function leavesOut(shown: string, sentence: string): boolean {
  const told = new Set(contentWords(shown))
  const isTold = (word: string) => contentWords(word).every((one) => told.has(one))
  const words = oneLine(sentence).split(' ')
  const weighty = words.filter(
    (word, at) => at > 0 && WEIGHTY.test(word.replace(/^\W+/, '')) && !WEEKDAY.test(word),
  )
  if (weighty.some((word) => !isTold(word))) return true
  if (hangsOn(sentence) > hangsOn(shown)) return true
  const content = contentWords(sentence)
  return content.filter((word) => !told.has(word)).length > MUCH * content.length
}

/** A line gives the day itself. */
const WEEKDAY = /^\W*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day/
