// In: a sentence that leaves open what it tells of. Out: the sentence before it that says so.
import type { Evidence } from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'
import { beginsPointing, holdsRoot, isShell, type Open, openIn } from '../../record/weights/open-words.ts'
import { isScrap } from '../../record/weights/substance.ts'
import { contentWords } from '../../record/words.ts'
import { cutAround, cutAt, isSpoiled, oneLine, withoutDateline } from '../words/safe-text.ts'
import { plain, quoted, type Run } from './line.ts'

/** What leads the sentence before, and the one behind. */
export const BEFORE_IT = ' · before it: '
export const AFTER_IT = ' · after it: '

/** Characters of a report in which what explains a sentence is looked for, sentences among them, and characters told. */
const REACH = 1500
const FARTHEST = 8
const LENGTH = 210
/** Words of a sentence that says much by itself, and of one that explains little. */
const LONG = 13
const FEW = 9
/** Characters by which a sentence is known again on the page. */
export const KNOWN_BY = 30
/** Sentences in which a noun that stands for a whole one ("that idea") is looked for by name. */
const NEAR = 3
/** Characters below which what stands after a full stop is told with the sentence before it. */
const SHORTEST = 15
/** No end stands behind a title or initials ("Mr. Aas", "U.S. boats"). */
const SENTENCE_END = /(?<!\b\p{Lu}\p{L}{0,2})[.!?]["”’']?\s+(?=["“‘]?\p{Lu})/gu

/** " · before it: “…”": what explains the evidence; no runs where the text is not at hand, nothing before does, or words `near` it on the page are the sentence before. */
export function beforeRuns(
  reader: RecordReader,
  { report, quote, spans }: Evidence,
  open: Open = { noun: '', isOfSentence: true },
  near = '',
): Run[] {
  const text = reader.text(report)
  const from = spans[0]?.start
  if (text === undefined || from === undefined) return []
  const start = text.lastIndexOf(quote, from)
  if (start <= 0) return []
  const sentences = sentencesBefore(text, start)
  if (sentences[0] && near.includes(quoted(sentences[0].text).text.slice(0, KNOWN_BY))) return []
  const told = explaining(sentences, open, quote)
  const heading = headingOf(text, start)
  if (told === undefined) return heading === '' ? [] : [plain(BEFORE_IT), quoted(heading)]
  const words = told.includes(heading) ? told : `${heading} ${told}`
  return [plain(BEFORE_IT), quoted(cutAround(words, placeOf(words, open.noun), LENGTH))]
}

/** " · after it: “…”": the sentence behind one that only announces it, in its paragraph; no runs where none is. */
export function afterRuns(reader: RecordReader, { report, quote, spans }: Evidence): Run[] {
  const text = reader.text(report)
  const start = text === undefined ? -1 : text.lastIndexOf(quote, spans[0]?.start ?? 0)
  if (text === undefined || start < 0) return []
  const end = start + quote.length
  const [next = '', other = ''] = splitAt(oneLine(text.slice(end, end + REACH).split('\n')[0]!))
  // "We'll see." says little alone.
  const words = oneLine(next.length < LENGTH / 4 ? `${next} ${other}` : next)
  return words === '' || isSpoiled(words) ? [] : [plain(AFTER_IT), quoted(cutAt(words, LENGTH))]
}

/** "6. Brandy.", "(c) Ports:": what a numbered paragraph is of, where it says so at its beginning; "" where it does not. */
function headingOf(text: string, start: number): string {
  const paragraph = text.slice(Math.max(0, start - REACH), start)
  return HEADING.exec(paragraph.slice(paragraph.lastIndexOf('\n') + 1))?.[1] ?? ''
}
const HEADING = /^\s*(\(?[\p{N}\p{L}]{1,3}[.)] \p{Lu}\p{L}*(?: [\p{L}'’,-]+){0,4}[.:–—])(?=\s|$)/u

/** Where in a sentence to look for what is left open; behind the beginning of a quotation, at the words that say whose it is. */
function placeOf(sentence: string, noun: string): number {
  const at = Math.max(0, sentence.toLowerCase().indexOf(noun.toLowerCase()))
  return sentence.slice(0, at).search(/: ["“‘]/) > 0 ? 0 : at
}

/** A sentence before the one that is explained. */
interface Before {
  readonly text: string
  /** Whether it stands in the same paragraph. */
  readonly isNear: boolean
}

/** The nearest sentence with the noun, of its paragraph or that tells of it first; else, and of a pronoun, the sentence directly before. */
function explaining(
  sentences: readonly Before[],
  { noun, isOfSentence = false, isOfPerson = false, isOwn = false }: Open,
  quote: string,
): string | undefined {
  const before = directlyBefore(sentences, quote, isOwn && quote.split(' ').length > LONG)
  if (isOfPerson) return OF_SOMEBODY.test(before ?? '') ? before : undefined
  if (noun !== '') {
    const named = sentences.filter(({ text }, at) => (!isOfSentence || at < NEAR) && holdsRoot(text, noun))
    const told = named.find(({ text, isNear }) => (isNear && !beginsPointing(text)) || introduces(text, noun))
    if (told !== undefined) return told.text
    const isAlone = quote.split(' ').length < FEW || OF_THING.test(quote)
    if (!isShell(noun)) return sentences[0]?.isNear && isAlone ? before : undefined
  }
  return isOfSentence || !isScrap(before ?? '') ? before : undefined
}

/**
 * The sentence directly before, of the same paragraph; of the one before it only where that is a paragraph of one sentence, as
 * in agencies' reports, or where the sentence begins by pointing. After somebody's words it explains only what shares a word
 * with it.
 */
function directlyBefore(
  [before, other]: readonly Before[],
  quote: string,
  isOwn: boolean,
): string | undefined {
  if (before === undefined || !(before.isNear || beginsPointing(quote))) return undefined
  // "It did not last." says what only with the sentence before it.
  if (other?.isNear && before.text.split(' ').length < FEW && openIn(before.text) && !isSpeech(other.text))
    return `${cutAt(other.text, LENGTH - before.text.length)} ${before.text}`
  if (!isOwn && !isSpeech(before.text)) return before.text
  const words = new Set(contentWords(quote))
  return contentWords(before.text).some((word) => words.has(word)) ? before.text : undefined
}

/** "The men were handed over": told of, where "the company wants" tells of one who acts. */
const OF_THING = /^\W*The \p{Ll}+ (?:was|were|is|are|(?:has|have|had|will|would) be(?:en)?)\b/u

/** Two names, or a title and one: somebody whom "he" or "her office" may mean. */
const OF_SOMEBODY =
  /\b(?:Mr|Ms|Mrs|Dr|President|Minister|Secretary|Premier|Chancellor|Commissioner|Ambassador|Senator|General)\.? \p{Lu}|\p{Lu}[\p{L}’'-]+ (?:\p{Lu}\. |(?:al|bin|de|da|van|von|der|den|el)[ -]){0,2}\p{Lu}[\p{L}’'-]+,? (?!of\b)\p{Ll}/u

/** Whether a sentence tells of something for the first time: "a levy on glass", "Norway's levy", not "the levy". */
const introduces = (sentence: string, noun: string): boolean =>
  sentence
    .split(/(?=\b(?:the|that|this|these|those) )/i)
    .some((piece) => holdsRoot(piece.replace(/^(?:the|that|this|these|those) \S+/i, ''), noun))

/** Somebody's words explain little, nor does a sentence among them. */
const isSpeech = (sentence: string): boolean =>
  /^["“‘]|^[^"“]*["”]$|\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us)\b/.test(sentence)

/** The sentences before a place, the nearest first; a headline or a byline is none. A paragraph of one sentence is as near as the same. */
function sentencesBefore(text: string, start: number): Before[] {
  const from = Math.max(0, start - REACH)
  const paragraphs = text.slice(from, start).split('\n')
  const isFirst = paragraphs.at(-1)!.trim() === ''
  const last = paragraphs.findLastIndex((one) => one.trim() !== '')
  return paragraphs
    .flatMap((paragraph, at): Before[] => {
      const sentences = splitAt(oneLine(paragraph))
      const isNear = at === last && (!isFirst || sentences.length === 1)
      // What the reach cuts begins within a sentence.
      return (at === 0 && from > 0 ? sentences.slice(1) : sentences).map((one) => ({
        text: withoutDateline(one.trim()),
        isNear,
      }))
    })
    .filter(({ text: one }) => /^[^[(\\].*[.!]["”’']?$/.test(one) && !isSpoiled(one))
    .reverse()
    .slice(0, FARTHEST)
}

/** The sentences of a paragraph. */
function splitAt(paragraph: string): string[] {
  const sentences: string[] = []
  let from = 0
  for (const { index, 0: end } of paragraph.matchAll(SENTENCE_END)) {
    const next = index + end.length
    if (paragraph.length - next < SHORTEST) break
    sentences.push(paragraph.slice(from, next))
    from = next
  }
  return [...sentences, paragraph.slice(from)]
}
