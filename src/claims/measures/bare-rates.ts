// In: a scene. Out: measures told by their rate alone: "Peru imposed 10 % on Norwegian fish".
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

/** "35 % on Peruvian goods": what is traded is charged a duty, without its name. */
const isTraded = ({ doc, fillers }: Scene, token: number): boolean =>
  /^(?:export|goods?|import|product|shipment)$/.test(doc.tokens.lemma[token]!) ||
  fillers.nameAt(token)?.type === 'good'
