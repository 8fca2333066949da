// In: totals as reports give them ("15 %"), layers as orders give them (10 + 5). Out: what the arithmetic says of them.
import type { Basis, DayRange, LayerId, PartyId } from './step.ts'

/** A duty as news gives it: a check on the layers, never one of them. `bound` "≤" for "up to". */
export interface Total {
  readonly id: string
  readonly by: PartyId
  readonly on: PartyId
  readonly goods?: string
  readonly bps: number
  readonly bound: '=' | '≈' | '≤' | '≥' | '<' | '>'
  readonly asOf: DayRange
  readonly status: 'in force' | 'planned'
  readonly basis: Basis
}

export interface NamedRate {
  readonly layer: LayerId
  readonly bps: number
  readonly basis: Basis
}

/**
 * A total against the layers known: a layer of its own where none is known; else the sums of layers that equal it, or the
 * difference to the sum of all. Closeness counts for nothing.
 */
export type Account =
  | { readonly kind: 'own layer' }
  | { readonly kind: 'sum'; readonly layers: readonly LayerId[] }
  | {
      readonly kind: 'unexplained'
      readonly sumBps: number
      readonly layers: readonly LayerId[]
      readonly differenceBps: number
    }

/** More layers than this are only tried all together. */
const SUBSETS = 12

export function accountFor(total: Total, layers: readonly NamedRate[]): Account {
  if (layers.length === 0) return { kind: 'own layer' }
  const names = layers.map(({ layer }) => layer)
  const sumBps = sumOf(layers)
  if (sumBps === total.bps) return { kind: 'sum', layers: names }
  const some = subsetWith(layers, total.bps)
  if (some !== undefined) return { kind: 'sum', layers: some.map(({ layer }) => layer) }
  return { kind: 'unexplained', sumBps, layers: names, differenceBps: total.bps - sumBps }
}

/** The fewest layers that sum to it exactly, earliest first; undefined where none do. */
function subsetWith(layers: readonly NamedRate[], bps: number): NamedRate[] | undefined {
  if (layers.length > SUBSETS) return undefined
  let best: NamedRate[] | undefined
  for (let mask = 1; mask < 1 << layers.length; mask++) {
    const some = layers.filter((_, i) => mask & (1 << i))
    if (sumOf(some) === bps && (best === undefined || some.length < best.length)) best = some
  }
  return best
}

const sumOf = (layers: readonly NamedRate[]) => layers.reduce((sum, { bps }) => sum + bps, 0)
