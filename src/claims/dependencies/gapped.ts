// In: dependencies with a share. Out: those of the next share told of the same thing without its noun.
import type { DependencyBody } from '../../model/index.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { partyAt } from './ends.ts'
import { foundDependency } from './found-dependency.ts'
import { headWithin, isShare } from './portions.ts'

/** "62 % of its wheat from Peru and 19 % from Chile", "… and most of it from Peru". */
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
    if (!on || !before) continue
    const { dependent, what, on: first } = before.body as DependencyBody
    if (on.id === first.id || dependent.some(({ id }) => id === on.id)) continue
    const { trigger, foundBy } = before
    const one = foundDependency(scene, { trigger, foundBy, dependent, on, what, share })
    if (one) more.push({ ...one, trigger: share.first })
  }
  return more
}
