// In: a scene. Out: measures told by their rate alone: "Peru imposed 10 % on Norwegian fish".

import type { Quantity } from '../../language/doc.ts'
import type { Row } from '../../language/lexicon.ts'
import { isStateId, type MeasureType, type Phrase, type Ref } from '../../model/index.ts'
import { toValue } from '../sentence/fillers.ts'
import { verbRow } from '../sentence/phrasal.ts'
import { unique } from '../sentence/refs.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { usable } from './doings.ts'
import { goodsPhrase } from './goods.ts'
import { originOf, partiesHit } from './hit.ts'
import { measureClaim } from './measure-claim.ts'
import { soldBy } from './payers.ts'
import { lastNamed } from './types.ts'

/**
 * A rate imposed without its noun: "… and Peru has imposed 10 % on Norwegian fish". The measure is the one named last
 * in this sentence or the one before.
 */
export function bareRates(scene: Scene): Found[] {
  const { doc, grammar, fillers } = scene
  const { tokens } = doc
  const verbs = scene.rows('measure-verbs')
  const found: Found[] = []
  for (const quantity of doc.quantities) {
    // "Slapped duties of 15 % on": the rate of the measure that is named.
    const isNamed =
      tokens.lower[quantity.first - 1] === 'of' &&
      scene.rows('measure-nouns').has(tokens.lemma[quantity.first - 2] ?? '')
    if (quantity.unit !== '%' || isNamed) continue
    const within = Array.from({ length: quantity.last - quantity.first }, (_, n) => quantity.first + n)
    const at = within.flatMap((token) => {
      const measured = isSum(scene, token) ? tokens.head[token]! : token
      return tokens.dep[measured] === 'obj' || isAnswer(scene, measured) ? [measured] : []
    })[0]
    // "Levies 150 per cent": right behind the verb, however it hangs.
    const behind = grammar.isVerb(quantity.first - 1) ? quantity.first - 1 : -1
    const verb = at === undefined ? behind : tokens.head[at]!
    const said = verb < 0 ? undefined : verbRow(scene, verb, verbs)
    // "Cars are charged 25 %": they pay it.
    const row = said?.lemma === 'charge' && grammar.isPassive(verb) ? verbs.get('pay') : said
    if (row && isPaid(scene, verb, row)) found.push(...paid(scene, verb, row, quantity))
    if (!row || (!usable(row, true) && row.uses !== 'with') || row.effect === 'stand') continue
    // "Charges Peruvian steel 25 %".
    const charged = row.lemma === 'charge' && quantity.first - 1 > verb ? [quantity.first - 1] : []
    const on = [...charged, ...[verb, ...within].flatMap((token) => grammar.obliques(token, 'on'))]
    const isPassive = grammar.isPassive(verb)
    const doers = isPassive ? grammar.obliques(verb, 'by') : grammar.subjects(verb)
    const by = unique(doers.flatMap((token) => fillers.parties(token)))
    // "Peru was hit with 30 %": the state, of the duties told of.
    const struck = at !== undefined && isAnswer(scene, at) ? statesAmong(scene, grammar.objects(verb)) : []
    const hit = unique([
      ...struck,
      ...on.flatMap((token) => [...partiesHit(scene, token), ...originOf(scene, token)]),
    ])
    const isBare = by.length === 0 && !(isPassive && struck.length > 0)
    if (isBare || (hit.length === 0 && !on.some((token) => isTraded(scene, token)))) continue
    const named = lastNamed(scene, quantity.first)
    const type = named ?? (on.some((token) => isTraded(scene, token)) ? 'tariff' : undefined)
    if (!type || (struck.length > 0 && type !== 'tariff')) continue
    found.push(
      measureClaim(scene, {
        trigger: verb,
        foundBy: 'measure/bare-rate@1',
        type,
        row,
        by,
        on: hit,
        goods: on.map((token) => fillers.phrase(token, 'short')),
        rate: toValue(quantity),
        name: { ...fillers.phrase(at ?? quantity.first, 'short'), text: type },
        days: scene.days([verb]),
      }),
    )
  }
  return found
}

const statesAmong = ({ fillers }: Scene, tokens: readonly number[]): Ref[] =>
  tokens
    .flatMap((token) => fillers.partyNamed(token))
    .filter((ref) => isStateId((fillers.sideOf(ref) ?? ref).id))

/** "Answered with 125 % on Peruvian goods": the rate that it was answered with. */
const isAnswer = ({ doc, grammar, rows }: Scene, token: number): boolean =>
  doc.tokens.dep[token] === 'obl' &&
  grammar.caseOf(token) === 'with' &&
  rows('measure-verbs')
    .get(doc.tokens.lemma[doc.tokens.head[token]!] ?? '')
    ?.uses?.split('|')
    .includes('with') === true

/** "Cars pay 25 percent": goods, or those who sell them, bear the rate of the measure named last in this sentence or the one before. */
const isPaid = (scene: Scene, verb: number, { subject, effect }: Row): boolean =>
  subject === 'target' &&
  effect === 'stand' &&
  // "Had been paying 25 %": till then.
  !scene.grammar.dependents(verb, 'aux').some((aux) => scene.doc.tokens.lower[aux] === 'had') &&
  scene.epistemics(verb).polarity === 'affirmed' &&
  /^(?:held|ongoing|background|planned|expected)$/.test(scene.epistemics(verb).modality)

function paid(scene: Scene, verb: number, row: Row, quantity: Quantity): Found[] {
  const { doc, grammar } = scene
  // "Will go on paying 25 %": the subject of the verb over it.
  const over =
    /^(?:xcomp|advcl)$/.test(doc.tokens.dep[verb]!) && doc.tokens.lower[verb - 1] === 'on' ? verb - 2 : verb
  const payers = (grammar.isPassive(over) ? grammar.objects(over) : grammar.subjects(over)).flatMap((token) =>
    grammar.conjuncts(token),
  )
  const named = lastNamed(scene, quantity.first)
  // Of what goods with an origin, or known by name, pay nothing but duties are told in per cent.
  const isOfGoods = payers.some(
    (token) =>
      scene.fillers.nameAt(token)?.type === 'good' ||
      soldBy(scene, token).some((one) => scene.fillers.nameAt(one)?.type === 'good') ||
      (isTraded(scene, token) && ofParties(scene, token).length > 0),
  )
  const type = named === 'tariff' || named === 'tax' || !isOfGoods ? named : 'tariff'
  if (type !== 'tariff' && type !== 'tax') return []
  return [
    ...payers.map((token) => ({ token, quantity, trigger: verb })),
    ...furtherPairs(scene, quantity),
  ].flatMap(({ token, quantity, trigger }) => borne(scene, { token, quantity, trigger, row, type }))
}

interface Borne {
  readonly token: number
  readonly quantity: Quantity
  readonly trigger: number
  readonly row: Row
  readonly type: MeasureType
}

/** The claim that goods, a firm or a state bear a rate; undefined of anybody else. */
function borne(scene: Scene, { token, quantity, trigger, row, type }: Borne): Found[] {
  const { fillers } = scene
  const [sold] = soldBy(scene, token)
  if (sold !== undefined) return borne(scene, { token: sold, quantity, trigger, row, type })
  const isGoods = isTraded(scene, token)
  const firm = fillers.nameAt(token)?.type === 'organisation'
  const on = isGoods ? ofParties(scene, token) : fillers.partyNamed(token)
  if (!isGoods && (on.length === 0 || !(firm || on.every(({ id }) => isStateId(id))))) return []
  return [
    measureClaim(scene, {
      trigger,
      foundBy: 'measure/bare-rate@1',
      type,
      row,
      by: [],
      on: unique(on),
      goods: isGoods ? [goodsPaying(scene, token)] : [],
      rate: toValue(quantity),
      name: { ...fillers.phrase(quantity.first, 'short'), text: type },
      days: scene.days([trigger]),
    }),
  ]
}

/** Goods by their words; of several joined, each by its own. */
const goodsPaying = (scene: Scene, token: number): Phrase =>
  isOneOfSeveral(scene, token) ? scene.fillers.phraseOf(token, token, token) : goodsPhrase(scene, token)

const isOneOfSeveral = ({ doc, grammar }: Scene, token: number): boolean =>
  doc.tokens.dep[token] === 'conj' || grammar.conjuncts(token).length > 1

/** Whose goods they are: "Peruvian cod", "cod from Peru"; of "steel and tin from Peru" both. */
function ofParties(scene: Scene, token: number): Ref[] {
  const { doc, grammar } = scene
  const own = [partiesHit(scene, token), originOf(scene, token)].find((refs) => refs.length > 0)
  if (own) return own
  const first = doc.tokens.dep[token] === 'conj' ? doc.tokens.head[token]! : token
  return grammar
    .conjuncts(first)
    .filter((one) => one > token)
    .flatMap((one) => partiesHit(scene, one))
}

/** "A total of 27.5 %", "a rate of 15 %": the word that the rate is behind. */
const isSum = ({ doc, grammar }: Scene, token: number): boolean =>
  doc.tokens.dep[token] === 'nmod' &&
  grammar.caseOf(token) === 'of' &&
  /^(?:total|rate|level|maximum|minimum)$/.test(doc.tokens.lemma[doc.tokens.head[token]!] ?? '')

/** "Steel pays 25 percent, copper 50 and tin 10": the pairs that follow in the same sentence. */
function furtherPairs(
  { doc }: Scene,
  { last, unit }: Quantity,
): { token: number; quantity: Quantity; trigger: number }[] {
  const { form, lower, sent, tag } = doc.tokens
  const pairs: { token: number; quantity: Quantity; trigger: number }[] = []
  let at = last
  while (form[at] === ',' || lower[at] === 'and' || lower[at] === 'while') {
    let end = at + 1
    while (end < at + 6 && sent[end] === sent[at] && /^(?:NN.*|JJ|CC|DT|,)$/.test(tag[end]!)) end++
    if (lower[at + 1] === 'and' && end === at + 2) return pairs
    const value = tag[end] === 'CD' && end > at + 1 ? Number(form[end]) : Number.NaN
    if (!Number.isFinite(value)) return pairs
    const isUnit = /^(?:%|percent|per)$/.test(lower[end + 1] ?? '')
    const stop = !isUnit ? end + 1 : lower[end + 1] === 'per' ? end + 3 : end + 2
    if (!/^(?:[,.;]|and|while)$/.test(form[stop] ?? '.')) return pairs
    pairs.push({
      token: end - 1,
      trigger: end - 1,
      quantity: { first: end, last: stop, value, unit, bound: '=' } as Quantity,
    })
    at = stop
  }
  return pairs
}

/** "35 % on Peruvian goods": what is traded is charged a duty, without its name. */
export const isTraded = ({ doc, fillers }: Scene, token: number): boolean =>
  /^(?:export|goods?|import|product|shipment)$/.test(doc.tokens.lemma[token]!) ||
  fillers.nameAt(token)?.type === 'good'
