// In: two scenarios of a record. Out: on which days they differ, and the sums of duties under each over time.
import { addDays, type Day } from '../../model/index.ts'
import { type Difference, diff, regimeOf } from '../regime/index.ts'
import type { Layer } from '../told/layer.ts'
import type { Regimes } from '../told/regimes.ts'
import { dutySums, layersOfPair, type Pair, type SumPiece } from './duty-sums.ts'
import type { ResolvedScenario } from './resolve-scenario.ts'

/** The duties read of one side on the other, under both. */
export interface PairOfSums {
  readonly pair: Pair
  readonly layers: readonly Layer[]
  readonly a: readonly SumPiece[]
  readonly b: readonly SumPiece[]
}

export interface Comparison {
  readonly from: Day
  readonly to: Day
  readonly differences: readonly Difference[]
  readonly sums: readonly PairOfSums[]
  readonly layers: ReadonlyMap<string, Layer>
}

/** So far after the last change a comparison looks, unless it is told how far. */
const AFTER = 60
/** How far the future is searched for changes. */
const FAR = 3660

/** From the day known through `until` (default: two months after the last difference that ends). */
export function compareScenarios(
  regimes: Regimes,
  a: ResolvedScenario,
  b: ResolvedScenario,
  until?: Day,
): Comparison {
  const { known, steps } = regimes
  const far = until === undefined ? addDays(known, FAR) : addDays(until, 1)
  const found = diff(steps, a.scenario, b.scenario, { known, from: known, to: far })
  const days = found.flatMap(({ from, to }) => (to === far ? [from] : [from, to])).sort()
  const to = until === undefined ? addDays(days.at(-1) ?? known, AFTER) : far
  const layers = new Map([...a.layers, ...b.layers])
  const regimeA = regimeOf(steps, { known, scenario: a.scenario })
  const regimeB = regimeOf(steps, { known, scenario: b.scenario })
  const differences = found
    .filter(({ from }) => from < to)
    .map((one) => (one.to > to ? { ...one, to } : one))
    .sort((x, y) => (x.from < y.from ? -1 : x.from > y.from ? 1 : x.layer < y.layer ? -1 : 1))
  const sums = pairsOf(differences, layers).map((pair): PairOfSums => {
    const own = layersOfPair(layers, pair)
    return { pair, layers: own, a: dutySums(regimeA, own, known, to), b: dutySums(regimeB, own, known, to) }
  })
  return { from: known, to, differences, sums, layers }
}

/** The sides between which a duty differs. */
function pairsOf(differences: readonly Difference[], layers: ReadonlyMap<string, Layer>): Pair[] {
  const pairs = new Map<string, Pair>()
  for (const { layer, a, b } of differences) {
    const found = layers.get(layer)
    const [by] = found?.by ?? []
    const [on] = found?.on ?? []
    if (by && on && (a?.kind === 'adValorem' || b?.kind === 'adValorem'))
      pairs.set(`${by.id} ${on.id}`, { by, on })
  }
  return [...pairs.values()]
}
