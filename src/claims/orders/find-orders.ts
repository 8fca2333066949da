// In: a scene. Out: what orders, proclamations and joint statements do in their own words.
import type { Found, Scene } from '../sentence/scene.ts'
import { findAmendedDuties } from './amendments.ts'
import { findSetDuties } from './duties.ts'
import { instrumentOf } from './instrument.ts'
import { findRestraints } from './restraints.ts'
import { findSuspensions } from './suspensions.ts'
import { findUndertakings } from './undertakings.ts'

/** Sentences of such texts are long and parse badly, so these finders go by the fixed words of the trade, not by the tree. */
export function findOrders(scene: Scene): Found[] {
  const instrument = instrumentOf(scene)
  return [
    ...(instrument
      ? [
          ...findSetDuties(scene, instrument),
          ...findAmendedDuties(scene, instrument),
          ...findRestraints(scene, instrument),
        ]
      : []),
    ...findSuspensions(scene, instrument),
    ...findUndertakings(scene),
  ]
}
