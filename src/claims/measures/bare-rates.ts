// In: a scene. Out: measures told by their rate alone: "Peru imposed 10 % on Norwegian fish".
import { toValue, unique } from '../fillers.ts'
import { verbRow } from '../phrasal.ts'
import type { Found, Scene } from '../scene.ts'
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
    const at = Array.from({ length: quantity.last - quantity.first }, (_, n) => quantity.first + n).find(
      (token) => tokens.dep[token] === 'obj',
    )
    if (at === undefined) continue
    const verb = tokens.head[at]!
    const row = verb < 0 ? undefined : verbRow(scene, verb, verbs)
    if (!row || !usable(row, true) || row.effect === 'stand') continue
    const on = [...grammar.obliques(verb, 'on'), ...grammar.obliques(at, 'on')]
    const by = unique(grammar.subjects(verb).flatMap((token) => fillers.parties(token)))
    const hit = unique(on.flatMap((token) => [...partiesHit(scene, token), ...originOf(scene, token)]))
    if (hit.length === 0 || by.length === 0) continue
    const type = lastNamed(scene, at) ?? (on.some((token) => isTraded(scene, token)) ? 'tariff' : undefined)
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
        name: { ...fillers.phrase(at, 'short'), text: type },
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
