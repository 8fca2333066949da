// In: words. Out: how much they say beside others: a number, a day, a condition, enough words at all; whether they are a headline.
import type { Evidence } from '../../model/index.ts'

const NUMBER = /\d/
const DAY =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|tomorrow|yesterday|today)\b/
const CONDITION = /\b(?:unless|until|if|once|provided|(?:in|as) (?:return|exchange)|so long as|as long as)\b/i
/** Words below which a telling is a scrap ("It will happen"). */
const FEWEST = 5

/** What of it is worth: a factor, 1 for words with none of these. */
const WORTH = { number: 1.6, day: 1.3, condition: 1.2, scrap: 0.5 } as const

/** A factor: analysts keep what can be checked and counted. */
export const substanceOf = (words: string): number =>
  (NUMBER.test(words) ? WORTH.number : 1) *
  (hasDay(words) ? WORTH.day : 1) *
  (CONDITION.test(words) ? WORTH.condition : 1) *
  (isScrap(words) ? WORTH.scrap : 1)

/** Whether a day or month is named. */
export const hasDay = (words: string): boolean => DAY.test(words)

/** How many days or months are named. */
export const daysIn = (words: string): number => words.match(new RegExp(DAY, 'g'))?.length ?? 0

/** How many numbers stand in words. */
export const numbersIn = (words: string): number => words.match(/\d[\d.,]*/g)?.length ?? 0

/** Whether words are too few to say anything. */
export const isScrap = (words: string): boolean => words.trim().split(/\s+/).length < FEWEST

/** Whether evidence is a headline: at the very start of its report, and no sentence; "in B.C." ends none. */
export const isHeadline = ({ quote, spans }: Pick<Evidence, 'quote' | 'spans'>): boolean =>
  (spans[0]?.start ?? 0) === 0 &&
  (!/[.!?…]["”’']?$/.test(quote.trim()) || /\b(?:\p{Lu}\.){2,}$/u.test(quote.trim()))
