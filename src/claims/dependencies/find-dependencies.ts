// In: a scene. Out: who hangs on whom for what: shares of supply, sources, ranks and vital flows, each told once.
import type { DependencyBody } from '../../model/index.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { findFlows } from './flows.ts'
import { findGapped } from './gapped.ts'
import { findRanks } from './ranks.ts'
import { findShares } from './shares.ts'
import { findSources } from './sources.ts'
import { findTradeShares } from './trade-shares.ts'

/** What goods are a part of without anybody hanging on them: "medicines make up 40 % of exports". */
const TRADE = /^(?:export|import|shipment|sale|trade)$/

/** A number says it best, then where it comes from; of one party and one thing a sentence says it once. */
export function findDependencies(scene: Scene): Found[] {
  const told = new Set<string>()
  const parts = [...findTradeShares(scene), ...findShares(scene), ...findSources(scene)]
  const found = [...parts, ...findGapped(scene, parts), ...findRanks(scene), ...findFlows(scene)]
  const hasShare = ({ body }: Found) => (body as DependencyBody).share !== undefined
  return [...found.filter(hasShare), ...found.filter((one) => !hasShare(one))].filter(
    ({ trigger, body, roles }) => {
      const { on, what, dependent } = body as DependencyBody
      if (on.id.startsWith('phrase:') && TRADE.test(what.head)) return false
      const who = dependent.map(({ id }) => id).join('+')
      const keys = [`${scene.sentenceOf(trigger)}|${on.id}|${what.head}|${who}`]
      if (roles?.share) keys.push(`share ${roles.share.start}`)
      if (keys.some((key) => told.has(key))) return false
      for (const key of keys) told.add(key)
      return true
    },
  )
}
