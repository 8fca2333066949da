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

/**
 * Why two totals of one duty differ. `status`: one is in force, the other planned. `definition`: layers that were read
 * make up the difference. `summand missing`: something must, and no report read gives it.
 */
export type Comparison =
  | { readonly kind: 'not of one duty' }
  | { readonly kind: 'same' }
  | { readonly kind: 'status'; readonly differenceBps: number }
  | { readonly kind: 'definition'; readonly differenceBps: number; readonly layers: readonly NamedRate[] }
  | { readonly kind: 'summand missing'; readonly differenceBps: number }

export function compareTotals(a: Total, b: Total, layers: readonly NamedRate[]): Comparison {
  if (a.by !== b.by || a.on !== b.on || (a.goods ?? '') !== (b.goods ?? ''))
    return { kind: 'not of one duty' }
  const differenceBps = Math.abs(a.bps - b.bps)
  if (a.status !== b.status) return { kind: 'status', differenceBps }
  if (differenceBps === 0) return { kind: 'same' }
  const some = subsetWith(layers, differenceBps)
  if (some !== undefined) return { kind: 'definition', differenceBps, layers: some }
  return { kind: 'summand missing', differenceBps }
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

const percent = (bps: number) => String(bps / 100)

/** "45 − 15 = 30 (the name of the layer)", or "45 − 15 = 30, in no report read". */
export function arithmeticOf(a: Total, b: Total, comparison: Comparison): string | undefined {
  if (comparison.kind !== 'definition' && comparison.kind !== 'summand missing') return undefined
  const [high, low] = a.bps >= b.bps ? [a, b] : [b, a]
  const left = `${percent(high.bps)} − ${percent(low.bps)} = ${percent(comparison.differenceBps)}`
  return comparison.kind === 'definition'
    ? `${left} (${comparison.layers.map(({ layer }) => layer).join(' + ')})`
    : `${left}, in no report read`
}
