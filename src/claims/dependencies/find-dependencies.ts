// In: a scene. Out: who hangs on whom for what: shares of supply, sources, ranks and vital flows, each told once.
import type { DependencyBody } from '../../model/index.ts'
import type { Found, Scene } from '../scene.ts'
import { findFlows } from './flows.ts'
import { findGapped } from './gapped.ts'
import { findRanks } from './ranks.ts'
import { findShares } from './shares.ts'
import { findSources } from './sources.ts'

/** A number says it best, then where it comes from; of one party and one thing a sentence says it once. */
export function findDependencies(scene: Scene): Found[] {
  const told = new Set<string>()
  const parts = [...findShares(scene), ...findSources(scene)]
  const found = [...parts, ...findGapped(scene, parts), ...findRanks(scene), ...findFlows(scene)]
  const hasShare = ({ body }: Found) => (body as DependencyBody).share !== undefined
  return [...found.filter(hasShare), ...found.filter((one) => !hasShare(one))].filter(({ trigger, body }) => {
    const { on, what } = body as DependencyBody
    const key = `${scene.sentenceOf(trigger)}|${on.id}|${what.head}`
    return !told.has(key) && told.add(key)
  })
}
