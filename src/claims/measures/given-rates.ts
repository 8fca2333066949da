// In: a scene. Out: duties told by their rate and who was given it: "Peru was given 26 %"; or by their rate and since when: "the full 50 % applies since 3 May".

import type { Quantity } from '../../language/doc.ts'
import { type ClaimDay, isStateId, type Ref } from '../../model/index.ts'
import { claimDay } from '../sentence/attached-days.ts'
import { toValue } from '../sentence/fillers.ts'
import { unique } from '../sentence/refs.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { measureClaim } from './measure-claim.ts'
import { lastNamed } from './types.ts'

const GIVES: ReadonlySet<string> = new Set(['give', 'hand', 'assign', 'allot'])
/** What a state does that is given one. */
const GETS: ReadonlySet<string> = new Set(['get', 'obtain', 'receive', 'secure', 'win'])
const APPLIES: ReadonlySet<string> = new Set(['apply', 'hold', 'stand'])
const RATES: ReadonlySet<string> = new Set(['rate', 'levy', 'tariff', 'duty'])

/** The duties of a report that somewhere tells of tariffs; elsewhere a state may be given 26 % of anything. */
export function givenRates(scene: Scene): Found[] {
  const { doc, rows } = scene
  const nouns = rows('measure-nouns')
  if (!doc.tokens.lemma.some((lemma) => nouns.get(lemma)?.type === 'tariff')) return []
  return doc.quantities.flatMap((quantity) => {
    if (quantity.unit !== '%') return []
    const told = given(scene, quantity) ?? applied(scene, quantity)
    return told ? [told] : []
  })
}

/** The token of a quantity that hangs on a word outside it. */
function outside({ doc }: Scene, { first, last }: Quantity): number {
  const { head } = doc.tokens
  for (let at = first; at < last; at++) if (head[at]! < first || head[at]! >= last) return at
  return first
}

/** "On April 2 Peru was given a rate of 26 per cent", "which has been given 19 %", "Norway gave Peru 10 %". */
function given(scene: Scene, quantity: Quantity): Found | undefined {
  const { doc, grammar, fillers } = scene
  const { dep, head, lemma } = doc.tokens
  const own = outside(scene, quantity)
  const over = head[own]!
  const thing = over >= 0 && RATES.has(lemma[over]!) && !/^nsubj/.test(dep[own]!) ? over : own
  const verb = head[thing]!
  if (verb < 0 || dep[thing] !== 'obj' || !grammar.isVerb(verb)) return undefined
  // "Peru secured a 15 % rate"; what else somebody gets 15 % of, the words do not say.
  const isOfAny = grammar.obliques(thing, 'of').some((at) => !fillers.quantityAt(at))
  const isGot = GETS.has(lemma[verb]!) && lemma[thing] === 'rate' && !isOfAny && !grammar.isPassive(verb)
  if (!isGot && !GIVES.has(lemma[verb]!)) return undefined
  // "Was given 5 per cent of the votes".
  if (thing === own && grammar.obliques(own, 'of').length > 0) return undefined
  const subjects = grammar.dependents(verb, isGot ? 'nsubj' : 'nsubj:pass')
  const receivers =
    isGot || grammar.isPassive(verb)
      ? subjects.map((token) => meantBy(scene, token))
      : grammar.dependents(verb, 'iobj')
  const on = statesOf(scene, receivers)
  const days = scene
    .days([verb])
    .map((day) => (day.role === 'on' ? { ...day, role: 'announced' as const } : day))
  // "Now that Peru had been given 50 %": told before, on whatever day.
  if (on.length === 0 || (days.length === 0 && scene.epistemics(verb).modality === 'background'))
    return undefined
  return measureClaim(scene, {
    trigger: verb,
    foundBy: 'measure/given-rate@1',
    type: 'tariff',
    row: scene.rows('measure-verbs').get('announce'),
    by: isGot ? [] : statesOf(scene, grammar.subjects(verb)),
    on,
    goods: [],
    rate: toValue(quantity),
    name: { ...fillers.phrase(thing, 'short'), text: 'tariff', head: 'tariff' },
    days,
  })
}

/** "Peru, which has been given 19 %": the noun right before. */
function meantBy({ doc }: Scene, token: number): number {
  const { lower } = doc.tokens
  if (!/^(?:which|that|who)$/.test(lower[token]!)) return token
  return lower[token - 1] === ',' ? token - 2 : token - 1
}

const statesOf = ({ fillers }: Scene, tokens: readonly number[]): Ref[] =>
  unique(tokens.flatMap((token) => fillers.partyNamed(token))).filter((ref) =>
    isStateId((fillers.sideOf(ref) ?? ref).id),
  )

/** "Since 27 August the full 50 % applies": the rate as what holds, of the duty named last. */
function applied(scene: Scene, quantity: Quantity): Found | undefined {
  const { doc, grammar, fillers } = scene
  const { dep, head, lemma, end, start } = doc.tokens
  const own = outside(scene, quantity)
  const verb = head[own]!
  if (verb < own || dep[own] !== 'nsubj' || !APPLIES.has(lemma[verb]!)) return undefined
  const type = lastNamed(scene, quantity.first)
  const days = sinceBefore(scene, quantity)
  if (type !== 'tariff' || days.length === 0) return undefined
  return measureClaim(scene, {
    trigger: verb,
    foundBy: 'measure/applied-rate@1',
    type,
    row: scene.rows('measure-verbs').get('stand'),
    by: [],
    on: statesOf(scene, grammar.obliques(verb, 'to')),
    goods: [],
    rate: toValue(quantity),
    name: { ...fillers.phrase(own, 'short'), text: type, head: type },
    days,
    roles: { noun: { start: start[own]!, end: end[own]! } },
  })
}

/** The day that opens the sentence: "since 27 August …", "from 3 May …". */
function sinceBefore({ doc }: Scene, { first }: Quantity): ClaimDay[] {
  const { lower, sent } = doc.tokens
  const opens = doc.sents[sent[first]!]!.first
  if (!/^(?:since|from)$/.test(lower[opens]!)) return []
  return doc.times
    .filter((time) => time.first > opens && time.last <= first && /^(?:DATE|TIME)$/.test(time.type))
    .slice(-1)
    .map((time) => claimDay(doc, time, 'from'))
}
