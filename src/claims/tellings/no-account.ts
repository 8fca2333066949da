// In: a scene, a number. Out: whether it is nobody's account of what is: a part, a whole, a wish, a promise, what is still to come, what it was before.
import { leadOf } from '../figures/amount.ts'
import { isOfPart } from '../figures/put-at.ts'
import { range } from '../sentence/nearby.ts'
import type { Scene } from '../sentence/scene.ts'
import type { Amount } from './amounts-told.ts'
import type { Reckoner } from './reckoners.ts'

/** "14 of the 52 applications", "some 30 of the yard's 90 welders": how many there are of what is counted. */
export function isWhole({ doc: { tokens } }: Scene, { first }: Amount): boolean {
  const { lower, tag } = tokens
  let of = first - 1
  while (of > first - 5 && /^(?:DT|PRP\$|NNP?|POS|PDT)$/.test(tag[of] ?? '')) of--
  return lower[of] === 'of' && (tag[of - 1] === 'CD' || /^(?:half|most|many|some|few)$/.test(lower[of - 1]!))
}

/** "10 % instead of 25", "up from 40": what it was before, or would be otherwise. */
export function isBaseline(scene: Scene, { first }: Amount): boolean {
  const { lower } = scene.doc.tokens
  const lead = leadOf(scene, first)
  const two = `${lower[lead - 1] ?? ''} ${lower[lead]}`
  return /^(?:instead of|rather than|(?:up|down|rising|falling|cut|raised|lowered|reduced) from|compared (?:with|to))$/.test(
    two,
  )
}

/** "$150 billion of it", "2,000 did not": of a part of what was told, or of those of whom the opposite holds. */
export const isOfAnother = ({ doc: { tokens } }: Scene, first: Amount, own: Amount): boolean => {
  const { lower } = tokens
  const isNot = ({ last }: Amount) =>
    range(last, last + 3).some((at) => /^(?:not|n't|never)$/.test(lower[at] ?? ''))
  const isPartOf =
    own.kind !== 'times' &&
    lower[own.last] === 'of' &&
    /^(?:it|them|which|whom|these|those)$/.test(lower[own.last + 1] ?? '')
  return isPartOf || isNot(first) !== isNot(own)
}

/** "950 trucks on Thursday", "216 collected that day": what was counted on a day. */
export const isOfDay = ({ fillers }: Scene, { last }: Amount): boolean =>
  range(last, last + 3).some((at) => fillers.timeAt(at)?.type === 'DATE')

/** "600 would enter": what is still to be done. */
export const isPlanned = ({ doc: { tokens } }: Scene, { last }: Amount): boolean =>
  /^(?:will|would|wo|'ll)$/.test(tokens.lower[last] ?? '')

/** "It counts older duties of 25 percent; those who speak of 30 leave them out": a number that is told to be of something else. */
export function isLeftOut(scene: Scene, { first, last }: Amount): boolean {
  const { doc } = scene
  if (isOfPart(scene, last)) return true
  const sentence = doc.sents[doc.tokens.sent[first]!]!
  return LEFT_OUT.test(doc.text.slice(doc.tokens.start[last]!, sentence.end))
}
const LEFT_OUT =
  /\b(?:leav(?:es?|ing)|left) (?:them|it|those|these|that) out\b|\b(?:exclud|omit|disregard|ignor)\w{1,4} (?:them|it|those|these|that)\b|\bwithout (?:them|those|these)\b/

/** "40,000 a day" is no answer to how many there are in all. */
export const isRateOf = ({ doc: { tokens } }: Scene, own: Amount, first: Amount): boolean =>
  own.kind === 'bare' &&
  own.value.value < first.value.value &&
  /^(?:an?|per|each|every)$/.test(tokens.lower[own.last] ?? '') &&
  /^(?:hour|day|week|month|year)$/.test(tokens.lower[own.last + 1] ?? '') &&
  !/ per /.test(first.value.unit)

/** "Their number is to rise to eighty": not so yet. */
export function isToCome({ doc: { tokens } }: Scene, { first }: Amount): boolean {
  const before = tokens.lower.slice(Math.max(0, first - 8), first).join(' ')
  return /\b(?:(?:is|are|was|were) to|could|may|might|would|will) (?:rise|grow|fall|increase|drop|shrink|decline|be (?:raised|cut|increased))\b[^.;]*\bto$/.test(
    before,
  )
}

/** Words of what somebody asks for, offers or is to be held to. */
const WISHES =
  /^(?:ask|demand|want|seek|sought|offer|propose|proposal|bid|cap|accept|resist|oppose|reject|request|settle|agree|pledge|promise|concede|raise|lower|insist|limit|ceiling|target|quota)$/

const AGREED = /^(?:agree|accept|pledge|promise)$/

/** What somebody asks for, offers or is to be held to is nobody's account of what is. */
export function isWished({ doc }: Scene, { first }: Amount, answer?: Reckoner): boolean {
  const { lemma, lower, sent, tag } = doc.tokens
  let [isBehindVerb, isToldOf] = [false, false]
  const thing = answer?.thing === undefined ? undefined : lemma[answer.thing]
  for (let at = first - 1; at >= Math.max(0, first - 12) && sent[at] === sent[first]; at--) {
    if (/^[;:]$/.test(lower[at]!)) return false
    // "Limited to 50 trucks; customs gave the limit as 80".
    if (lemma[at] === thing) return false
    // "To match the offer would add $2 billion": a deed told of it.
    const isWish =
      WISHES.test(lemma[at]!) &&
      !(isBehindVerb && /^NN/.test(tag[at]!)) &&
      !isToldOf &&
      // "Agreed to buy 40,000 tons; the text speaks of 25,000": what was agreed, by two accounts.
      !(AGREED.test(lemma[at]!) && /^(?:back|verb)$/.test(answer?.points ?? ''))
    if (isWish || (lower[at] === 'live' && lower[at + 1] === 'with')) return true
    isBehindVerb ||= /^(?:VB|MD)/.test(tag[at]!) && tag[at] !== 'VBN'
    isToldOf ||= /^(?:VBD|VBZ|VBP)$/.test(tag[at]!)
  }
  return false
}

/** "Investments worth $200 billion that Peru pledged", "the 70 the owners had put forward": what is to be, said behind the number. */
export function isPledged({ doc: { tokens } }: Scene, { last }: Amount): boolean {
  const { lower, lemma, tag } = tokens
  const that = range(last, last + 3).find((at) => /^(?:that|which)$/.test(lower[at] ?? ''))
  if (that === undefined && !/^(?:DT|PRP|NNPS?)$/.test(tag[last] ?? '')) return false
  const from = that === undefined ? last + 1 : that + 1
  const stop = range(from, from + 6).find((at) => /^[,;:.]$/.test(lower[at] ?? '.')) ?? from + 6
  return range(from, stop).some(
    (at) =>
      /^VB/.test(tag[at]!) &&
      (WISHES.test(lemma[at]!) || (lemma[at] === 'put' && lower[at + 1] === 'forward')),
  )
}

/** "At least 300 of them", "including $26 million in funds": a part of another number. */
export function isPart(scene: Scene, { first, last }: Amount, points: Reckoner['points']): boolean {
  const { lower, lemma } = scene.doc.tokens
  if (lower[last] === 'of' && /^(?:them|which|whom|these|those)$/.test(lower[last + 1] ?? '')) return true
  const lead = leadOf(scene, first)
  // "Another 30 go unpaid. The owners put that figure at 18".
  if (/^another$/.test(lemma[lead]!) || (lower[lead] !== 'including' && lower[first - 1] === 'another'))
    return points !== 'back'
  return /^(?:include|exclude|including|excluding)$/.test(lemma[lead]!) || lower[lead] === 'including'
}
