// In: a scene, a measure and what is done to it. Out: its rate: per cent, a fee's money, a quota's tonnes or heads.

import type { Quantity } from '../../language/doc.ts'
import { isMoney, type Value } from '../../model/index.ts'
import { nominalFrom } from '../sentence/amounts.ts'
import { toValue } from '../sentence/fillers.ts'
import { nearby } from '../sentence/nearby.ts'
import type { Scene } from '../sentence/scene.ts'
import { type Doing, isStep } from './doing.ts'
import { stepOf } from './rate-steps.ts'

/** Units of time and length: how long or how far, never how high. */
const NO_RATE =
  /^(?:second|minute|hour|day|week|month|quarter|year|time|old|mile|kilometre|metre|foot|inch)s?\b|percentage point/

/**
 * Whether a quantity can be how high a measure stands: per cent of any, money of a fee, heads or weights of a quota
 * (column `rate` of `measure-nouns`). Money for each of something ("$3 a tonne") is a rate of any.
 */
export function isRateOf(scene: Scene, noun: number, quantity: Quantity | undefined): quantity is Quantity {
  if (!quantity || quantity.by || isFormer(scene, quantity) || isReach(scene, quantity)) return false
  const { unit } = quantity
  const takes = scene.rows('measure-nouns').get(scene.doc.tokens.lemma[noun]!)?.rate
  if (isZero(quantity)) return takes !== 'amount'
  if (unit === '%') return !isShare(scene, quantity)
  if (isMoney(unit)) return takes === 'money' || / per (?!year|month|week|day)/.test(unit)
  return takes === 'amount' && !NO_RATE.test(unit)
}

/** "Falls to zero": no rate at all, of whatever. */
const isZero = ({ value, unit }: Quantity): boolean => value === 0 && unit === ''

/** "A levy on a further $2 billion of goods": what it is on is not how high it stands. */
const isReach = ({ doc }: Scene, { first, unit }: Quantity): boolean =>
  isMoney(unit) && [1, 2, 3].some((back) => doc.tokens.lower[first - back] === 'on')

/** "Duties on 98 % of goods", "a cap equal to 28 % of demand": how much of something; a rate is of its worth. */
function isShare(scene: Scene, { last }: Quantity): boolean {
  const { lower, lemma } = scene.doc.tokens
  if (lower[last] !== 'of') return false
  const base = nominalFrom(scene, last + 1)
  return base !== undefined && !WORTH.has(lemma[base]!)
}

const WORTH: ReadonlySet<string> = new Set(
  'amount bill charge cost earning earnings gain income invoice payroll pay price proceeds profit receipt revenue salary sale sales spending sum takings turnover value wage worth'.split(
    ' ',
  ),
)

/** "To $2.50 from $4": where it stood before is not where it stands. */
function isFormer(scene: Scene, quantity: Quantity): boolean {
  const { lower, tag } = scene.doc.tokens
  // "From the current 35 per cent", but not "exempt from its 35 per cent duty".
  const isNow = /^(?:current|present|existing|previous|original)$/.test(lower[quantity.first - 1] ?? '')
  let at = quantity.first - (isNow ? 2 : 1)
  if (isNow && /^(?:the|its|their|an?)$/.test(lower[at] ?? '')) at--
  return lower[at] === 'from' && tag[quantity.first] !== 'IN' && !stepOf(scene, quantity)
}

/** "Its duties are 10 %": the rate as predicate of the noun. */
export function predicateRate(scene: Scene, noun: number): Value | undefined {
  const { tokens } = scene.doc
  const head = tokens.head[noun]!
  if (head < 0 || !tokens.dep[noun]!.startsWith('nsubj')) return undefined
  if (scene.grammar.dependents(head, 'cop').length === 0) return undefined
  const quantity = scene.fillers.quantityAt(head)
  return isRateOf(scene, noun, quantity) ? toValue(quantity) : undefined
}

/** The rate told with a measure or with what is done to it; undefined where none is. */
export function rateOf(scene: Scene, noun: number, doing: Doing | undefined): Value | undefined {
  const { grammar, fillers, doc } = scene
  // "Cut its duty of 30 %", "a 30 % duty will be raised", "falls": what stood till then.
  const isOld = doing !== undefined && isStep(doing) && (doing.asObject || grammar.isVerb(doing.token))
  const ranging = grammar.relativeVerbs(noun).find((verb) => doc.tokens.lemma[verb] === 'range')
  const over = doing?.row.lemma === 'range' ? doing.token : ranging
  const range = over === undefined ? undefined : rangeBehind(scene, over)
  if (range) return range
  const beside = [
    ...(isOld
      ? []
      : [
          ...grammar.dependents(noun, 'nummod', 'compound', 'amod', 'nmod', 'appos', 'dep'),
          ...grammar.obliques(noun, 'of'),
        ]),
    // "Halved its duty of 20 %", hung on the verb: what stood till then.
    ...(doing
      ? ['to', 'at', ...(isOld && grammar.isVerb(doing.token) ? [] : ['of']), 'from'].flatMap((word) =>
          grammar.obliques(doing.token, word),
        )
      : []),
    // "Pays duties at the 5 % level".
    ...['at', 'of']
      .flatMap((word) =>
        [noun, ...(doing ? [doing.token] : [])].flatMap((head) => grammar.obliques(head, word)),
      )
      .filter((token) => /^(?:level|rate)$/.test(doc.tokens.lemma[token]!))
      .flatMap((token) => grammar.dependents(token, 'nummod', 'compound', 'amod')),
    ...(doing
      ? grammar
          .dependents(doing.token, 'obj', 'xcomp', 'obl', 'obl:unmarked', 'nummod')
          .filter((token) => token !== noun && !(isOld && grammar.caseOf(token) === 'of'))
      : []),
  ]
  for (const token of beside) {
    const quantity = fillers.quantityAt(token)
    if (isRateOf(scene, noun, quantity)) return toRate(scene, quantity)
  }
  const { first, last } = grammar.phrase(noun, 'short')
  for (let at = first; at <= last && !isOld; at++) {
    const quantity = fillers.quantityAt(at)
    if (isRateOf(scene, noun, quantity)) return toRate(scene, quantity)
  }
  const behind =
    (isOld ? undefined : rateBehind(scene, noun)) ??
    (doing?.asObject ? (stepBehind(scene, noun) ?? rateReached(scene, noun)) : undefined)
  if (behind) return toRate(scene, behind)
  // "duties stand at 30 %", "China has imposed 10 %": the rate is the object or predicate itself
  return undefined
}

/** On the surface: "range from 8 % for trout to 35 % for cod", whatever stands between the two. */
function rangeBehind({ doc }: Scene, verb: number): Value | undefined {
  const { lower, sent } = doc.tokens
  const [low, high, other] = nearby(doc.quantities, verb, REACH).filter(
    (one) => one.first > verb && one.unit === '%' && sent[one.first] === sent[verb],
  )
  const isRange =
    low && high && lower[low.first - 1] === 'from' && lower[high.first - 1] === 'to' && low.value < high.value
  return isRange && !(other && other.first < high.first)
    ? toValue({ ...low, bound: '=', high: high.value })
    : undefined
}

/** On the surface: "duties of up to 25 %", however the amount behind it is parsed. */
export function rateBehind(scene: Scene, noun: number): Quantity | undefined {
  const { doc } = scene
  if (doc.tokens.lower[noun + 1] !== 'of') return undefined
  return nearby(doc.quantities, noun, 5).find((one) => one.first >= noun + 2 && isRateOf(scene, noun, one))
}

/** On the surface: "its duty on cod outside the pact from 25 % to 35 %", the step behind a measure before another verb. */
function stepBehind(scene: Scene, noun: number): Quantity | undefined {
  const { tag, sent } = scene.doc.tokens
  const step = nearby(scene.doc.quantities, noun, REACH).find(
    (one) => one.first > noun && one.unit === '%' && stepOf(scene, one),
  )
  if (!step || sent[step.first] !== sent[noun]) return undefined
  for (let at = noun + 1; at < step.first; at++) if (/^(?:VB[DZP]|MD|W.*)$/.test(tag[at]!)) return undefined
  return step
}

/** Tokens behind a measure within which its new rate is looked for. */
const REACH = 14

/** On the surface: "the fee for moving gas by ship to $3", the first rate behind "to" and before another verb. */
function rateReached(scene: Scene, noun: number): Quantity | undefined {
  const { doc } = scene
  const { tag, lower, sent } = doc.tokens
  for (let at = noun + 1; at < noun + REACH && sent[at] === sent[noun]; at++) {
    // "Tripled the duty on fish, to a rate of 20 %".
    if (lower[at] === ',' && lower[at + 1] === 'to') continue
    if (/^(?:VB[DZP]|MD|W.*)$/.test(tag[at]!) || /^(?:,|;|and|but)$/.test(lower[at]!)) return undefined
    const step =
      lower[at] === 'from' ? nearby(doc.quantities, at, 2).find((one) => one.first === at + 1) : undefined
    if (step && stepOf(scene, step) && isRateOf(scene, noun, step)) return step
    if (lower[at] !== 'to') continue
    const rate = nearby(doc.quantities, at, 5).find((one) => one.first > at)
    if (isRateOf(scene, noun, rate)) return rate
  }
  return undefined
}

/** The rate as a claim keeps it: of a step where it goes; "goes up to 35 %" is no bound. */
function toRate(scene: Scene, told: Quantity): Value {
  const quantity = isZero(told) ? { ...told, unit: '%' } : told
  const { high, ...rest } = quantity
  const step = stepOf(scene, quantity)
  const { lower, lemma } = scene.doc.tokens
  const at = quantity.first - 2
  const isUp = lower[at] === 'up' && lower[at + 1] === 'to' && /^(?:go|move)$/.test(lemma[at - 1] ?? '')
  return toValue(step ? { ...rest, value: step.to } : isUp ? { ...quantity, bound: '=' } : quantity)
}
