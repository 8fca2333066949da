// In: a scene. Out: measures told by their rate alone: "Peru imposed 10 % on Norwegian fish".

import type { Quantity } from '../../language/doc.ts'
import type { Row } from '../../language/lexicon.ts'
import { isActual } from '../../model/index.ts'
import { toValue, unique } from '../sentence/fillers.ts'
import { verbRow } from '../sentence/phrasal.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { usable } from './doings.ts'
import { originOf, partiesHit } from './hit.ts'
import { measureClaim } from './measure-claim.ts'
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
    if (quantity.unit !== '%') continue
    const within = Array.from({ length: quantity.last - quantity.first }, (_, n) => quantity.first + n)
    const at = within.find((token) => tokens.dep[token] === 'obj')
    // "Levies 150 per cent": right behind the verb, however it hangs.
    const behind = grammar.isVerb(quantity.first - 1) ? quantity.first - 1 : -1
    const verb = at === undefined ? behind : tokens.head[at]!
    const row = verb < 0 ? undefined : verbRow(scene, verb, verbs)
    if (row && isPaid(scene, verb, row)) found.push(...paid(scene, verb, row, quantity))
    if (!row || !usable(row, true) || row.effect === 'stand') continue
    const on = [verb, ...within].flatMap((token) => grammar.obliques(token, 'on'))
    const by = unique(grammar.subjects(verb).flatMap((token) => fillers.parties(token)))
    const hit = unique(on.flatMap((token) => [...partiesHit(scene, token), ...originOf(scene, token)]))
    if (by.length === 0 || (hit.length === 0 && !on.some((token) => isTraded(scene, token)))) continue
    const type =
      lastNamed(scene, quantity.first) ?? (on.some((token) => isTraded(scene, token)) ? 'tariff' : undefined)
    if (!type) continue
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

/** "Cars pay 25 percent": goods bear the rate of the measure named last in this sentence or the one before. */
const isPaid = (scene: Scene, verb: number, { lemma }: Row): boolean =>
  lemma === 'pay' &&
  isActual(scene.epistemics(verb).modality) &&
  scene.grammar.subjects(verb).some((token) => isTraded(scene, token))

function paid(scene: Scene, verb: number, row: Row, quantity: Quantity): Found[] {
  const { grammar, fillers } = scene
  const type = lastNamed(scene, quantity.first)
  if (type !== 'tariff' && type !== 'tax') return []
  const goods = grammar.subjects(verb).filter((token) => isTraded(scene, token))
  return [
    measureClaim(scene, {
      trigger: verb,
      foundBy: 'measure/bare-rate@1',
      type,
      row,
      by: [],
      on: unique(goods.flatMap((token) => originOf(scene, token))),
      goods: goods.map((token) => fillers.phrase(token, 'short')),
      rate: toValue(quantity),
      name: { ...fillers.phrase(quantity.first, 'short'), text: type },
      days: scene.days([verb]),
    }),
  ]
}

/** "35 % on Peruvian goods": what is traded is charged a duty, without its name. */
const isTraded = ({ doc, fillers }: Scene, token: number): boolean =>
  /^(?:export|goods?|import|product|shipment)$/.test(doc.tokens.lemma[token]!) ||
  fillers.nameAt(token)?.type === 'good'
