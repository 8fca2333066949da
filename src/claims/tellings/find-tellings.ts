// In: a scene. Out: its tellings: what another report may tell otherwise: a number, a rank, who did a thing, where.
import type { Telling } from '../../model/index.ts'
import type { Scene } from '../sentence/scene.ts'
import { findBalances } from './balances.ts'
import { findBlames } from './blames.ts'
import { findDeeds } from './deeds.ts'
import { findNumbers } from './numbers.ts'
import { findPlaces } from './places.ts'
import { findRanks } from './ranks.ts'
import { findReckonings } from './reckonings.ts'

/** All tellings of one report, in order of the text. Pure. */
export const findTellings = (scene: Scene): Telling[] =>
  [findNumbers, findReckonings, findRanks, findDeeds, findBlames, findBalances, findPlaces]
    .flatMap((finder) => finder(scene))
    .sort((a, b) => a.start - b.start)
