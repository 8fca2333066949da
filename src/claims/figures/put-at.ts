// In: a scene, an amount. Out: what it is put at: "put the cost at $5 million a day", "growth is projected at 2 %", "the office has it at $38 billion".

import { type Quantity, UPOS } from '../../language/doc.ts'
import { isMoney } from '../../model/index.ts'
import { isWeight, nominalFrom } from '../sentence/amounts.ts'
import type { Scene } from '../sentence/scene.ts'
import { leadOf } from './amount.ts'
import type { AmountOf } from './amount-of.ts'
import { thingAt } from './labels.ts'

/** Verbs that give a thing a number, with what stands before the number. */
const PUTS: ReadonlyMap<string, string> = new Map([
  ...'put estimate project forecast value assess peg reckon calculate gauge cap set fix see have'
    .split(' ')
    .map((verb) => [verb, 'at'] as const),
  ...'give cite report list'.split(' ').map((verb) => [verb, 'as'] as const),
])
/** Nouns that only say that there is a number. */
const NUMBERS: ReadonlySet<string> = new Set('figure number total sum count tally toll amount'.split(' '))
const NOUN = UPOS.indexOf('NOUN')
const PROPN = UPOS.indexOf('PROPN')
const PRON = UPOS.indexOf('PRON')

/** What is put at this number and who puts it there. */
export function putAt(
  scene: Scene,
  { first, last, unit }: Quantity,
  at: number,
  measures: ReadonlyMap<string, unknown>,
): AmountOf | undefined {
  const { doc, grammar, fillers } = scene
  const { lemma, lower, pos, head } = doc.tokens
  const lead = markBefore(scene, first)
  if (lead === undefined) return undefined
  // "Put the share of exports that were sold here at 91 %": past the clause that the parser hung the number on.
  let verb = grammar.governor(at)
  for (let steps = 0; steps < 4 && verb >= 0 && PUTS.get(lemma[verb]!) !== lower[lead]; steps++)
    verb = head[verb]!
  if (verb < 0 || verb > lead || !grammar.isVerb(verb)) return undefined
  if (PUTS.get(lemma[verb]!) !== lower[lead]) return undefined
  const isPassive = grammar.isPassive(verb)
  const thing = grammar.objects(verb)[0] ?? (isPassive ? undefined : nominalFrom(scene, verb + 1))
  if (thing === undefined || thing >= lead || fillers.quantityAt(thing) || fillers.timeAt(thing))
    return undefined
  if (measures.has(lemma[thing]!) && !/^(?:set|fix)$/.test(lemma[verb]!)) return undefined
  // "Put the reduced output at $2 billion": how much is left, or how much less?
  if (
    grammar
      .dependents(thing, 'amod')
      .some((one) => /^(?:reduced|increased|lost|lower(?:ed)?|higher)$/.test(lower[one]!))
  )
    return undefined
  const isBack = pointsBack(scene, thing)
  if (!isBack && (pos[thing] === PRON || lemma[verb] === 'have' || lemma[verb] === 'see')) return undefined
  // "At 2 % of its output".
  const part = unit === '%' && lower[last] === 'of' ? nominalFrom(scene, last + 1) : undefined
  const by = isPassive ? grammar.obliques(verb, 'by')[0] : grammar.subjects(verb)[0]
  const own = thingAt(scene, thing)
  return {
    parts: [
      own.end > doc.tokens.start[lead]! ? thingAt(scene, thing, lead - 1) : own,
      ...(part === undefined ? [] : [thingAt(scene, part)]),
    ],
    verb,
    owners: [thing],
    ...(isBack ? { isBack } : {}),
    ...(by === undefined || (pos[by] === PRON && fillers.persons(by).length === 0) ? {} : { by }),
  }
}

/** The "at" or "as" before a number, past words that say how exact it is. */
function markBefore(scene: Scene, first: number): number | undefined {
  const { lower } = scene.doc.tokens
  for (let at = first - 1; at >= Math.max(0, leadOf(scene, first) - 1); at--)
    if (/^(?:at|as)$/.test(lower[at]!) && !/^(?:least|most|much|many|high|low)$/.test(lower[at + 1]!))
      return at
  return undefined
}

/** A number without a unit ("put the figure at 25,000") that stands where one is given. */
export const isPutAt = (scene: Scene, { first, unit }: Quantity): boolean =>
  unit === '' &&
  (markBefore(scene, first) !== undefined ||
    /^(?:of|to|are|were|is|was|be|says?|said|claim(?:s|ed)?|count(?:s|ed)?)$/.test(
      scene.doc.tokens.lower[leadOf(scene, first)] ?? '',
    ))

/** "The gap with Peru was more than $40 billion": what is so much; undefined for a rate of one of the measures. */
export function equals(
  scene: Scene,
  { unit, last }: Quantity,
  at: number,
  measures: ReadonlyMap<string, unknown>,
): AmountOf | undefined {
  const { doc, grammar, fillers } = scene
  const [link] = grammar.dependents(at, 'cop')
  const [thing] = grammar.dependents(at, 'nsubj')
  if (link === undefined || thing === undefined || thing > link) return undefined
  if (unit === '' ? !pointsBack(scene, thing) : !(unit === '%' || isMoney(unit) || isWeight(unit)))
    return undefined
  const { lemma, pos } = doc.tokens
  // "The hourly rate is $39": pay, no duty.
  const isNamedGood = pos[thing] === PROPN && isMoney(unit) && fillers.partyNamed(thing).length === 0
  const isRate = !isWeight(unit) && measures.has(lemma[thing]!) && !(lemma[thing] === 'rate' && isMoney(unit))
  if (isRate || (pos[thing] !== NOUN && !isNamedGood && !pointsBack(scene, thing))) return undefined
  if (fillers.persons(thing).length > 0 || fillers.quantityAt(thing) || fillers.timeAt(thing))
    return undefined
  // "The town is 80 % Norwegian", "40 % made in Peru"; "couples are over $9,000": not what they are.
  if (/^(?:JJ|NN|VBN)/.test(doc.tokens.tag[last] ?? '') || scene.rows('actor-nouns').has(lemma[thing]!))
    return undefined
  if (/^(?:couple|family|household|individual|people)$/.test(lemma[thing]!)) return undefined
  const isBack = pointsBack(scene, thing)
  // "It is 40 percent of turnover": a share of its own, no other number for what was told before.
  if (isBack && unit === '%' && doc.tokens.lower[last] === 'of') return undefined
  const own = thingAt(scene, thing)
  return {
    parts: [own.end > doc.tokens.start[link]! ? thingAt(scene, thing, link - 1) : own],
    verb: at,
    owners: [thing],
    ...(isBack ? { isBack } : {}),
  }
}

/** "The alliance speaks of 25,000", "the bank comes to 57 %", "by its own tally there are 151": another's number for what was told before. */
export function reckoned(scene: Scene, quantity: Quantity, at: number): AmountOf | undefined {
  const { doc, grammar, fillers } = scene
  const { lemma, lower, tag, pos } = doc.tokens
  const { first, last, unit } = quantity
  const verb = grammar.governor(at)
  const lead = leadOf(scene, first)
  const isThere = /^(?:are|were)$/.test(lower[lead] ?? '') && lower[lead - 1] === 'there'
  const wanted = RECKONS.get(lemma[verb] ?? '')
  // "The union says 620", "the marchers claimed more than 7,000".
  const isSaid = verb === lead && (unit === '' ? /^(?:say|claim|count)$/ : /^say$/).test(lemma[verb] ?? '')
  if (!isThere && !isSaid && (verb < 0 || verb >= first || wanted === undefined || lower[lead] !== wanted))
    return undefined
  const isBare = unit === '' || unit === '%' || isMoney(unit)
  if (!isBare || /^(?:of|for)$/.test(lower[last] ?? '') || /^(?:NN|JJ)/.test(tag[last] ?? ''))
    return undefined
  if (isThere) return { parts: [fillers.phraseOf(lead, lead, lead)], verb: lead, owners: [], isBack: true }
  // "The port spoke of 3,000 boxes, importers of 5,000": who stands where the verb is not said again.
  const isAgain = verb < lead - 2 && lower.slice(verb, lead - 1).includes(',') && /^NN/.test(tag[lead - 1]!)
  const by = isAgain ? lead - 1 : (whichBefore(scene, verb) ?? grammar.subjects(verb)[0])
  if (by === undefined || by > lead || pos[by] === PRON || isOfPart(scene, last)) return undefined
  const isTeller =
    pos[by] === PROPN ||
    scene.rows('actor-nouns').has(lemma[by]!) ||
    scene.rows('speaker-nouns').has(lemma[by]!)
  if (!isTeller && !pointsBack(scene, by)) return undefined
  return {
    parts: [fillers.phraseOf(verb, verb, verb)],
    verb,
    owners: [],
    isBack: true,
    ...(isTeller ? { by } : {}),
  }
}

/** "15,000 in shipping alone": no number of all that was told before. */
export const isOfPart = ({ doc: { tokens } }: Scene, last: number): boolean =>
  /^[^,;.:]{0,40} alone /.test(`${tokens.lower.slice(last, last + 6).join(' ')} `)

/** "The ministry's figure is lower, at $3 million": another's number for what was told before. */
export function ownFigure(scene: Scene, { first }: Quantity): AmountOf | undefined {
  const { doc, grammar, fillers } = scene
  const { lemma, sent, pos } = doc.tokens
  for (let at = first - 1; at > 0 && at > first - 10 && sent[at] === sent[first]; at--) {
    if (fillers.quantityAt(at)) return undefined
    if (!/^(?:figure|number|estimate|count|tally|reckoning|calculation)$/.test(lemma[at]!)) continue
    const by = grammar.dependents(at, 'nmod:poss').find((one) => one < at && pos[one] !== PRON)
    if (by === undefined || grammar.obliques(at, 'of').length > 0 || grammar.obliques(at, 'for').length > 0)
      return undefined
    // "By one negotiator's count, 90 clauses are open": counted there.
    if (!doc.tokens.dep[at]!.startsWith('nsubj')) return undefined
    const verb = grammar.governor(first)
    return { parts: [fillers.phraseOf(at, at, at)], verb: Math.max(verb, at), owners: [], isBack: true, by }
  }
  return undefined
}

/** "The alliance, which counts only its own, speaks of": the noun before the clause between commas. */
function whichBefore({ doc }: Scene, verb: number): number | undefined {
  const { lower, sent, pos } = doc.tokens
  if (lower[verb - 1] !== ',') return undefined
  for (let at = verb - 2; at > 1 && sent[at] === sent[verb] && lower[at] !== ';'; at--)
    if (/^(?:which|who)$/.test(lower[at]!) && lower[at - 1] === ',')
      return pos[at - 2] === PRON ? undefined : at - 2
  return undefined
}

/** Verbs of who has a number of their own, with what stands before it. */
const RECKONS: ReadonlyMap<string, string> = new Map([
  ['speak', 'of'],
  ['talk', 'of'],
  ['come', 'to'],
  ['arrive', 'at'],
])

const OFFERS = /^(?:offer|propose|want|demand|seek|accept)$/

/** "…, while the creditors offered 18 %": of what another share was told before. */
export function offered(
  { doc, grammar, fillers }: Scene,
  { unit, last }: Quantity,
  at: number,
): AmountOf | undefined {
  const { lemma, lower, tag } = doc.tokens
  const verb = grammar.governor(at)
  if (unit !== '%' || verb < 0 || !OFFERS.test(lemma[verb]!) || !grammar.objects(verb).includes(at))
    return undefined
  if (/^(?:of|in|on|for|to)$/.test(lower[last] ?? '') || /^(?:NN|JJ|VB)/.test(tag[last] ?? ''))
    return undefined
  const [by] = grammar.subjects(verb)
  if (by === undefined || by > verb) return undefined
  return { parts: [fillers.phraseOf(verb, verb, verb)], verb, owners: [by], isBack: true, by }
}

/** "The figure", "it", "that number": what an earlier number is of. */
function pointsBack({ doc, grammar, fillers }: Scene, thing: number): boolean {
  const { lemma, lower, pos } = doc.tokens
  if (pos[thing] === PRON) return /^(?:it|them|that|this)$/.test(lower[thing]!)
  if (!NUMBERS.has(lemma[thing]!)) return false
  const rest = grammar
    .dependents(thing, 'nmod', 'acl', 'amod', 'compound')
    .filter((token) => fillers.quantityAt(token) === undefined && lower[token] !== 'right')
  return rest.length === 0 && /^(?:the|that|this|right)$/.test(lower[thing - 1] ?? '')
}
