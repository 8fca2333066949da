// In: a scene, the verb of a deed and what it is done to. Out: whom that hits, and which goods.

import type { Phrase, Ref } from '../../model/index.ts'
import { unique } from '../sentence/refs.ts'
import type { Scene } from '../sentence/scene.ts'
import { goodsPhrase } from './goods.ts'
import { originOf, partiesHit } from './hit.ts'

/**
 * Whose goods are stopped, to, for or with whom, from where; never those who do it, nor what somebody is shut out of.
 * @param told what is stopped or closed, with what is joined to it
 * @param from what somebody is shut out of
 */
export function hitByDeed(
  scene: Scene,
  verb: number,
  told: readonly number[],
  by: readonly Ref[],
  from?: number,
): Ref[] {
  const { grammar, fillers } = scene
  const own = new Set(by.flatMap((ref) => [ref.id, fillers.sideOf(ref)?.id ?? ref.id]))
  const aimed = told
    .flatMap((token) => [token, ...grammar.obliques(token, 'of')])
    .flatMap((token) => ['to', 'for', 'with'].flatMap((word) => grammar.obliques(token, word)))
  return unique([
    ...told.flatMap((token) => [...partiesHit(scene, token), ...originOf(scene, token)]),
    // "Banned exports of waste to Peru", hung on the exports or the waste; "closed its ports to Peruvian ships".
    ...[...aimed, ...['from', 'to', 'with'].flatMap((word) => grammar.obliques(verb, word))]
      .filter((token) => token !== from)
      .flatMap((token) => [...fillers.partyNamed(token), ...originOf(scene, token)]),
  ]).filter((ref) => !own.has(ref.id) && !own.has(fillers.sideOf(ref)?.id ?? ref.id))
}

/** What is stopped, in its own words; of exports, a supply and the like what they are of. */
export function goodsOfDeed(scene: Scene, told: readonly number[]): Phrase[] {
  const { doc, grammar, fillers } = scene
  const things = scene.rows('stopped-things')
  return told
    .filter((token) => fillers.partyNamed(token).length === 0 && !fillers.quantityAt(token))
    .flatMap((token) => {
      const thing = things.get(doc.tokens.lemma[token]!)
      const traded = thing
        ? grammar
            .obliques(token, 'of')
            .flatMap((one) => grammar.conjuncts(one))
            .filter((one) => !fillers.quantityAt(one))
        : []
      // Aid is no goods.
      if (thing?.class === 'aid') return []
      return (traded.length > 0 ? traded : [token]).map((one) => goodsPhrase(scene, one))
    })
}
