// In: dependencies with a share. Out: those of the next share told of the same thing without its noun.
import type { DependencyBody } from '../../model/index.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { hangersAt, partyAt } from './ends.ts'
import { foundDependency } from './found-dependency.ts'
import { headWithin, isShare, thingOf } from './portions.ts'
import { isGoods, whatOf } from './sources.ts'

/** "Norway imports nearly all its wheat, four-fifths of it": who buys what in the clause before a token. */
function boughtBefore(scene: Scene, before: number): Pick<DependencyBody, 'dependent' | 'what'> | undefined {
  const { grammar, doc } = scene
  const flows = scene.rows('flow-verbs')
  const { first } = doc.sents[doc.tokens.sent[before]!]!
  for (let verb = before - 1; verb >= first; verb--) {
    if (!grammar.isVerb(verb)) continue
    const row = flows.get(doc.tokens.lemma[verb]!)
    if (!row?.portion?.includes('object') || !row.words?.split(' ').includes('from')) return undefined
    const bought = grammar
      .objects(verb)
      .map((at) => thingOf(scene, at))
      .find((at) => isGoods(scene, at))
    const dependent = hangersAt(scene, grammar.subjects(verb))
    return bought === undefined || dependent.length === 0
      ? undefined
      : { dependent, what: whatOf(scene, bought) }
  }
  return undefined
}

/** "62 % of its wheat from Peru and 19 % from Chile", "a tenth of its power, more than half of it from Peru". */
export function findGapped(scene: Scene, found: readonly Found[]): Found[] {
  const { doc, grammar } = scene
  const { sent, lower } = doc.tokens
  const told = found.filter(({ body }) => (body as DependencyBody).share !== undefined)
  const more: Found[] = []
  for (const share of doc.quantities) {
    const isOfIt = lower[share.last] === 'of' && /^(?:it|them|which|that)$/.test(lower[share.last + 1] ?? '')
    const from = isOfIt ? share.last + 2 : share.last
    if (lower[from] !== 'from' || !isShare(scene, share)) continue
    const before = told.findLast(
      ({ trigger }) => trigger < share.first && sent[trigger] === sent[share.first],
    )
    const [at = from + 1] = grammar.obliques(headWithin(scene, share), 'from')
    const on = partyAt(scene, at)
    const of = before
      ? (before.body as DependencyBody)
      : isOfIt
        ? boughtBefore(scene, share.first)
        : undefined
    if (
      !on ||
      !of ||
      on.id === (before?.body as DependencyBody | undefined)?.on.id ||
      of.dependent.some(({ id }) => id === on.id)
    )
      continue
    const { dependent, what } = of
    const { trigger = share.first, foundBy = 'dependency/source@1' } = before ?? {}
    const one = foundDependency(scene, { trigger, foundBy, dependent, on, what, share })
    if (one) more.push({ ...one, trigger: share.first })
  }
  return more
}
