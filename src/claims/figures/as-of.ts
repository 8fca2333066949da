// In: a scene, a value and its verb. Out: when the value held.
import type { Doc, Quantity, TimeExpression } from '../../language/doc.ts'
import { timesOf } from '../sentence/attached-days.ts'
import { nearby, placeFrom } from '../sentence/nearby.ts'
import type { Scene } from '../sentence/scene.ts'

/** When a figure held: the date right behind it, a month or year of its clause, the one of its sentence, else a day. */
export function asOf(scene: Scene, quantity: Quantity, verb: number, at: number): TimeExpression[] {
  const { doc, grammar } = scene
  const dates = nearby(doc.times, at).filter(
    (time) =>
      time.type === 'DATE' &&
      !isCompared(doc, time, quantity) &&
      !isEnd(doc, time) &&
      !isOfThing(doc, time, quantity) &&
      !isOfBeside(doc, time, quantity) &&
      !isOfNext(doc, time, quantity) &&
      !isOfOther(doc, time, quantity),
  )
  const behind = dates.find(
    (time) =>
      time.first >= quantity.last &&
      time.first <= quantity.last + 1 &&
      doc.tokens.sent[time.first] === doc.tokens.sent[at],
  )
  if (behind) return [behind]
  const own = timesOf(doc, grammar, [verb, at]).filter(
    (time) =>
      time.type === 'DATE' &&
      !isOfTelling(scene, time, at) &&
      !isEnd(doc, time) &&
      !isOfBeside(doc, time, quantity) &&
      !isOfNext(doc, time, quantity) &&
      !isOfOther(doc, time, quantity) &&
      !isCompared(doc, time, quantity),
  )
  if (own.some((time) => isWide(doc, time))) return ofThisValue(doc, quantity, own)
  // "Officials said on Wednesday that arrests rose in May": the day is that of the telling.
  const sentence = doc.tokens.sent[at]
  const wide = dates.filter(
    (time) => doc.tokens.sent[time.first] === sentence && isWide(doc, time) && isBeside(doc, time, quantity),
  )
  return wide.length === 1 ? wide : own
}

/** "Due in 2031", "maturing in 2038": the end of a thing, not when a value held. */
const isEnd = ({ tokens }: Doc, { first }: TimeExpression): boolean =>
  [first - 1, first - 2].some((at) =>
    /^(?:due|maturing|matures?|expiring|expires?|ending|until)$/.test(tokens.lower[at] ?? ''),
  )

/** "The 1968 law", "the 1950-53 war": a year that says which one is meant; "the 2005 sinking of 92 boats" is when. */
function isOfThing({ tokens }: Doc, { first, last }: TimeExpression, quantity: Quantity): boolean {
  const { form, lower, tag } = tokens
  if (quantity.first > last && quantity.first - last < 5 && lower.slice(last, quantity.first).includes('of'))
    return false
  const isSpan = /^[-–]$/.test(form[first - 1] ?? '') && /^\d{4}$/.test(form[first - 2] ?? '')
  const lead = isSpan ? first - 3 : first - 1
  return (
    /^\d{2,4}$/.test(form[first]!) &&
    last === first + 1 &&
    /^(?:DT|PRP\$|POS)$/.test(tag[lead] ?? '') &&
    lower[lead] !== 'all'
  )
}

/** "A treaty of 1979 and $2 billion in aid": the year of what the value is only told beside. */
const isOfBeside = ({ tokens }: Doc, { first, last }: TimeExpression, quantity: Quantity): boolean =>
  tokens.lower[first - 1] === 'of' &&
  /^NN/.test(tokens.tag[first - 2] ?? '') &&
  tokens.lower[last] === 'and' &&
  quantity.first > last &&
  quantity.first <= last + 3

/**
 * "The fee is 5 crowns; the levy, dropped in 2029, is back": behind a semicolon, of what stands there; "200 million in the third
 * quarter and 600 in the fourth": before a value that has a time of its own, in fewer words.
 */
function isOfNext({ tokens, text }: Doc, { first }: TimeExpression, quantity: Quantity): boolean {
  if (first >= quantity.last) return tokens.form.slice(quantity.last, first).includes(';')
  return OWN_TIME.test(text.slice(quantity.end, quantity.end + 40))
}
const OWN_TIME = /^(?: so far)? in the (?:first|second|third|fourth|last)(?:[.,;]| (?:and|but)\b)/

/** Words before a value that another is set against. */
const AGAINST = /^(?:against|versus|from|with|than)$/

/** "22 percent, against 36 percent in August": the month of the other value, right before it. */
function isOfOther({ tokens, quantities }: Doc, { first }: TimeExpression, quantity: Quantity): boolean {
  const other = nearby(quantities, first, OTHER).find(
    (one) => one.last <= first && one.last >= first - 1 && one.first >= quantity.last,
  )
  if (!other) return false
  const before = ABOUT.test(tokens.lower[other.first - 1] ?? '') ? other.first - 2 : other.first - 1
  return AGAINST.test(tokens.lower[before] ?? '')
}
const OTHER = 8

/** No finite verb and no bracket between a time and a value. */
function isBeside({ tokens }: Doc, time: TimeExpression, { first, last }: Quantity): boolean {
  for (let at = Math.min(time.last, last); at < Math.max(time.first, first); at++)
    if (/^(?:VB[DZP]|MD|-[LR]RB-)$/.test(tokens.tag[at]!) || /^[()]$/.test(tokens.form[at]!)) return false
  return true
}

/** A day outside the words that are told is that of the telling. */
const isOfTelling = (scene: Scene, { start, end }: TimeExpression, at: number): boolean =>
  scene.attributions(at)[0]?.content.every((range) => end <= range.start || range.end <= start) ?? false

/** Words before a time that something is only compared with: "a third more than in April", "a rise over last month". */
const ABOUT = /^(?:about|around|some|nearly|almost|roughly|only)$/
const OTHERS = /^(?:against|versus|than|compared)$/
/** Tokens within which such a word keeps a time from a value. */
const FAR = 16
const COMPARES = /^(?:than|over|from|versus|since)$/

function isCompared({ tokens, quantities }: Doc, { first }: TimeExpression, own: Quantity): boolean {
  // "Are still covered, against 36 % in August", "1,300 rather than the 1,100 told of in April": another's time.
  const between = first < own.last ? [] : tokens.lower.slice(own.last, first)
  const isOther = (word: string, at: number) =>
    OTHERS.test(word) || (word === 'from' && /^(?:up|down)$/.test(between[at - 1] ?? ''))
  if (between.length <= FAR && between.some(isOther)) return true
  // "Up from 4.9 billion last year": the value before the time is what is compared with.
  const value = quantities[placeFrom(quantities, first) - 1]
  const isNext = value && value !== own && value.last >= first - 1 && value.last <= first
  const from = isNext ? value.first : first
  return [first, from].some((start) =>
    [start - 1, start - 2, start - 3, start - 4].some(
      (at, back) =>
        at >= 0 &&
        COMPARES.test(tokens.lower[at]!) &&
        (back < (start === first || ABOUT.test(tokens.lower[start - 1]!) ? 2 : 1) ||
          /^[\d–-]+$/.test(tokens.form[start - 2]!)),
    ),
  )
}

/** Of several dates those that stand nearer to this value than to another, and none that it is only compared with. */
function ofThisValue(doc: Doc, quantity: Quantity, times: readonly TimeExpression[]): TimeExpression[] {
  const { tokens, quantities } = doc
  const here = times.filter((time) => !isCompared(doc, time, quantity))
  if (here.length < 2) return here
  const sentence = tokens.sent[quantity.first]
  const others = nearby(quantities, quantity.first).filter(
    (other) =>
      other !== quantity &&
      tokens.sent[other.first] === sentence &&
      times.every((time) => other.last <= time.first || time.last <= other.first),
  )
  const gap = (one: Quantity, time: TimeExpression) =>
    Math.max(time.first - one.last, one.first - time.last, 0)
  return here.filter((time) => others.every((other) => gap(quantity, time) <= gap(other, time)))
}

/** A month, a quarter or a year, not a day. */
const isWide = (doc: Doc, { start, end, value }: TimeExpression): boolean =>
  value !== undefined
    ? /^[\dX]{4}(?:-(?:\d{2}|Q\d))?$/.test(value)
    : /\b(?:year|month|quarter|january|february|march|april|may|june|july|august|september|october|november|december)$/i.test(
        doc.text.slice(start, end),
      )
