// In: a scene, a quantity. Out: whether it tells how much of something, and where it stands in its sentence.

import { type Quantity, UPOS } from '../../language/doc.ts'
import { isMoney } from '../../model/index.ts'
import { placeFrom, REACH } from '../sentence/nearby.ts'
import type { Scene } from '../sentence/scene.ts'
import { HARMS, NO_LIVES } from './harms.ts'

/** Units that say how long, how old, how often or how far, not how much. */
const NO_AMOUNT =
  /^(?:(?:milli)?second|minute|hour|day|week|month|quarter|year|decade|century|time|old|mile|kilometer|kilometre|km|meter|metre|foot|inch|yard|centimeter)s?(?:[- ].*)?$/

const NOUN = UPOS.indexOf('NOUN')

/** "hundreds of": no number a reader could hold anyone to. */
const VAGUE = /^(?:dozen|hundred|thousand|million|billion|trillion)s$/

/** Whether a quantity tells how much: no age, length, ordinal, score, and no small count. */
export function isAmount(scene: Scene, quantity: Quantity): boolean {
  const { doc } = scene
  const { unit, first, last, value } = quantity
  if (unit === '' || NO_AMOUNT.test(unit)) return false
  if (/ per /.test(unit) && !(isMoney(unit) || /^cent /.test(unit) || isFlow(unit))) return false
  // "$5 for every $100": a step, no amount of anything.
  const step = /^(?:every|each|per)$/
  if (isMoney(unit) && step.test(doc.tokens.lower[first - 1] ?? '')) return false
  if (
    isMoney(unit) &&
    [last + 1, last + 2].some(
      (at) => step.test(doc.tokens.lower[at] ?? '') && /^[$€£¥]/.test(doc.tokens.form[at + 1] ?? ''),
    )
  )
    return false
  if (
    /^(?:several|few)$/.test(doc.tokens.lower[first - 1] ?? '') ||
    /^(?:several|few)$/.test(doc.tokens.lower[first]!)
  )
    return false
  for (let at = first; at < last; at++) if (VAGUE.test(doc.tokens.lower[at]!)) return false
  return unit === '%' || isMoney(unit) || value >= 20 || / per /.test(unit) || isOfHarm(scene, quantity)
}

/** "137,000 barrels a day", "3 million tonnes a year": how much in a time; no speed. */
const isFlow = (unit: string): boolean =>
  / per (?:day|week|month|quarter|year)$/.test(unit) && !NO_AMOUNT.test(unit.split(' per ')[0]!)

/** "Three nurses were hurt", "killed nine people": of lives even a few are a number that reports give, and differ on. */
function isOfHarm({ doc, grammar }: Scene, { first, last, unit, value }: Quantity): boolean {
  const { lemma, head, dep } = doc.tokens
  const noun = last - 1
  const verb = grammar.governor(noun)
  if (value < 1 || lemma[noun] !== unit || NO_LIVES.test(unit) || noun < first) return false
  if (verb < 0 || head[noun] !== verb || !HARMS.has(lemma[verb]!)) return false
  return lemma[verb] === 'die' ? dep[noun]!.startsWith('nsubj') : grammar.objects(verb).includes(noun)
}

/** "…, respectively": which value is whose is told by order alone. */
export function isShared({ doc }: Scene, at: number): boolean {
  const { first, last } = doc.sents[doc.tokens.sent[at]!]!
  for (let token = Math.max(first, at - REACH); token < Math.min(last, at + REACH); token++)
    if (doc.tokens.lower[token] === 'respectively') return true
  return false
}

/** "Jump to 2.3 and 12.4 percent", "rose by $301 and $307 for": two values of one thing, told apart by order alone. */
export function isPaired({ doc }: Scene, { first, last, unit }: Quantity): boolean {
  const { lower, sent } = doc.tokens
  if (unit !== '%' && !isMoney(unit)) return false
  const place = placeFrom(doc.quantities, first)
  const isBeside = (before: Quantity | undefined, next: Quantity | undefined) =>
    before !== undefined &&
    next !== undefined &&
    sent[before.first] === sent[next.first] &&
    next.first === before.last + 1 &&
    lower[before.last] === 'and' &&
    (before.unit === next.unit || before.unit === '')
  return (
    isBeside(doc.quantities[place - 1], doc.quantities[place]) ||
    (lower[last] === 'and' && isBeside(doc.quantities[place], doc.quantities[place + 1]))
  )
}

/** "Some of the $25 billion", "75 percent of what Peru sells": how much of it or of what, no noun says. */
export const isPartOf = ({ doc }: Scene, { first, last }: Quantity): boolean => {
  const { lower, tag } = doc.tokens
  if (lower[last] === 'of' && /^W/.test(tag[last + 1] ?? '')) return true
  const of = /^(?:the|its|their)$/.test(lower[first - 1] ?? '') ? first - 2 : first - 1
  return (
    lower[of] === 'of' && /^(?:some|most|much|part|many|any|half|third|quarter)$/.test(lower[of - 1] ?? '')
  )
}

/** "50 percent higher than in Peru", "as a share of output": a relation to something that no rule here reads. */
export function isCompared({ doc }: Scene, { first, last, unit }: Quantity): boolean {
  if (unit !== '%') return false
  const { lower, tag, sent } = doc.tokens
  if (/^(?:JJR|RBR)$/.test(tag[last] ?? '')) return true
  const from = Math.max(doc.sents[sent[first]!]!.first, first - REACH)
  for (let at = from; at + 1 < first; at++)
    if (
      /^(?:share|percentage|proportion)$/.test(lower[at]!) &&
      lower[at + 1] === 'of' &&
      lower[at - 2] === 'as'
    )
      return true
  return false
}

/** "The poorest 10 percent of households": a rank, not a share. */
export const isRanked = ({ doc }: Scene, { first, unit }: Quantity): boolean =>
  unit === '%' &&
  ((doc.tokens.tag[first - 1] === 'JJS' && doc.tokens.lower[first - 2] !== 'at') ||
    /^(?:top|bottom|first|last)$/.test(doc.tokens.lower[first - 1] ?? ''))

/** "£9 billion" in "$11 billion (£9 billion)": the same amount told again in another currency. */
export function isConversion({ doc, fillers }: Scene, { first, unit }: Quantity): boolean {
  if (!isMoney(unit) || doc.tokens.lower[first - 1] !== '(') return false
  const before = fillers.quantityAt(first - 2)
  return before !== undefined && isMoney(before.unit) && before.unit !== unit
}

/** Words between a preposition and its amount that say how exact it is: "by as much as", "to about", "for more than". */
const EXACT =
  /^(?:as|much|many|high|low|little|bit|slightly|about|around|roughly|nearly|almost|some|approximately|an?|estimated|more|less|fewer|than|at|least|most)$/

/** The place of the word that leads to an amount, behind those that say how exact it is. */
export function leadOf({ doc }: Scene, first: number): number {
  let at = first - 1
  if (doc.tokens.lower[at] === 'to' && doc.tokens.lower[at - 1] === 'up') at -= 2
  while (at > 0 && first - at < 6 && EXACT.test(doc.tokens.lower[at]!)) at--
  return at
}

/** The token of a quantity that hangs on a word outside it. */
export function headOf(scene: Scene, quantity: Quantity): number {
  const { head, lemma, pos } = scene.doc.tokens
  // "Between 400 and 450 trucks", "sixty-two people": what is counted, whatever the numbers hang on.
  const last = quantity.last - 1
  const over = head[last]!
  const isCount = quantity.high !== undefined || lemma[last] === quantity.unit
  if (isCount && pos[last] === NOUN && (over < quantity.first || over > last)) return last
  for (let at = quantity.first; at < quantity.last; at++) {
    const head = scene.doc.tokens.head[at]!
    if (head < quantity.first || head >= quantity.last) return at
  }
  return quantity.first
}

export const isNumberOf = (scene: Scene, at: number): boolean =>
  /^(nummod|amod|compound|nmod:poss)/.test(scene.doc.tokens.dep[at]!) && scene.doc.tokens.head[at]! >= 0
