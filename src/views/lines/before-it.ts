// In: a sentence that leaves open what it tells of. Out: the sentence before it that says so.
import type { Evidence } from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'
import {
  beginsPointing,
  holdsRoot,
  isShell,
  type Open,
  pointsAtNothing,
} from '../../record/weights/open-words.ts'
import { isScrap } from '../../record/weights/substance.ts'
import { contentWords } from '../../record/words.ts'
import { cutAround, isSpoiled, oneLine, withoutDateline } from '../words/safe-text.ts'
import { plain, quoted, type Run } from './line.ts'

/** What leads the sentence before. */
export const BEFORE_IT = ' · before it: '

/** Characters of a report in which what explains a sentence is looked for, sentences among them, and characters told. */
const REACH = 1500
const FARTHEST = 8
const LENGTH = 240
/** Words of a sentence that says much by itself. */
const LONG = 13
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
  if (sentences[0] && near.includes(quoted(sentences[0]).text.slice(0, KNOWN_BY))) return []
  const told = explaining(sentences, open, quote)
  if (told === undefined) return []
  return [plain(BEFORE_IT), quoted(cutAround(told, placeOf(told, open.noun), LENGTH))]
}

/** Where in a sentence to look for what is left open; behind the beginning of a quotation, at the words that say whose it is. */
function placeOf(sentence: string, noun: string): number {
  const at = Math.max(0, sentence.toLowerCase().indexOf(noun.toLowerCase()))
  return sentence.slice(0, at).search(/: ["“‘]/) > 0 ? 0 : at
}

/** The nearest sentence with the noun; where it may stand for a whole sentence, and of a pronoun, the one before. */
function explaining(
  sentences: readonly string[],
  { noun, isOfSentence = false, isOfPerson = false, isOwn = false }: Open,
  quote: string,
): string | undefined {
  const near = sentences.slice(0, NEAR)
  const before = goneOnFrom(near, quote, isOwn && quote.split(' ').length > LONG)
  if (isOfPerson) return OF_SOMEBODY.test(before ?? '') ? before : undefined
  if (noun === '') return isOfSentence || !isScrap(before ?? '') ? before : undefined
  const named = (isOfSentence ? near : sentences).filter((one) => holdsRoot(one, noun))
  const told = named.find((one) => introduces(one, noun))
  if (told !== undefined || !isShell(noun)) return told
  return (
    named.find((one) => !beginsPointing(one)) ??
    named[0] ??
    (isOfSentence && !isScrap(before ?? '') ? before : undefined)
  )
}

/**
 * The sentence that one goes on from: the nearest that points at nothing itself; beyond somebody's words, or before one of its
 * own matter, only one that shares a word.
 */
function goneOnFrom(near: readonly string[], quote: string, isOwn: boolean): string | undefined {
  const at = near.findIndex((one) => !isSpeech(one) && !isOfThings(one))
  const before = near[at]
  if (before === undefined || (!isOwn && !near.slice(0, at).some(isSpeech))) return before
  const words = new Set(contentWords(quote))
  return contentWords(before).some((word) => words.has(word)) ? before : undefined
}

/** Two names, or a title and one: somebody whom "he" or "her office" may mean. */
const OF_SOMEBODY =
  /\b(?:Mr|Ms|Mrs|Dr|President|Minister|Secretary|Premier|Chancellor|Commissioner|Ambassador|Senator|General)\.? \p{Lu}|\p{Lu}[\p{L}’'-]+ (?:\p{Lu}\. |(?:al|bin|de|da|van|von|der|den|el)[ -]){0,2}\p{Lu}[\p{L}’'-]+,? (?!of\b)\p{Ll}/u

/** Whether a sentence tells of something for the first time: "a levy on glass", "Norway's levy", not "the levy". */
const introduces = (sentence: string, noun: string): boolean =>
  sentence
    .split(/(?=\b(?:the|that|this|these|those) )/i)
    .some((piece) => holdsRoot(piece.replace(/^(?:the|that|this|these|those) \S+/i, ''), noun))

/** Whether a sentence is itself of something named before. */
const isOfThings = (sentence: string): boolean => OF_THINGS.test(sentence) && !pointsAtNothing(sentence)
const OF_THINGS = /^\W*(?:\p{L}+ ?\p{L}*, )?(?:it|they|this|these|those|that|its|their|such)\b/iu
/** Somebody's words explain little, nor does a sentence among them. */
const isSpeech = (sentence: string): boolean =>
  /^["“‘]|^[^"“]*["”]$|\b(?:I|[Ww]e|[Mm]y|[Oo]ur|us)\b/.test(sentence)

/** The sentences before a place, the nearest first; a headline or a byline is none. */
function sentencesBefore(text: string, start: number): string[] {
  const from = Math.max(0, start - REACH)
  const paragraphs = text.slice(from, start).trimEnd().split('\n')
  return paragraphs
    .flatMap((paragraph, at) => {
      const sentences = splitAt(oneLine(paragraph))
      // What the reach cuts begins within a sentence.
      return at === 0 && from > 0 ? sentences.slice(1) : sentences
    })
    .map((one) => withoutDateline(one.trim()))
    .filter((one) => /^[^[(\\].*[.!]["”’']?$/.test(one) && !isSpoiled(one))
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
