// In: regimes under a scenario. Out: the sum of the duties read between two sides, over time, with the layers it is made of.
import { type Day, fromNumber, type Ref, toNumber } from '../../model/index.ts'
import { type Certainty, type LayerId, type Regime, spanOn } from '../regime/index.ts'
import { certaintyOf } from '../regime/regime.ts'
import type { Layer } from '../told/layer.ts'

/** Days `[from, to)` on which the duties read come to one sum; "at least", as no one can read all there are. */
export interface SumPiece {
  readonly from: Day
  readonly to: Day
  readonly bps: number
  readonly parts: readonly { readonly layer: LayerId; readonly bps: number }[]
  readonly certainty: Certainty
}

export interface Pair {
  readonly by: Ref
  readonly on: Ref
}

/** Duties of one side on all goods of the other, read from instruments; what reports tell as a total is none of them. */
export function layersOfPair(layers: ReadonlyMap<LayerId, Layer>, pair: Pair): Layer[] {
  const duties = [...layers.values()].filter(
    (layer) => layer.type === 'tariff' && layer.by[0]?.id === pair.by.id && layer.goods.length === 0,
  )
  const own = duties.filter((layer) => layer.on.some(({ id }) => id === pair.on.id))
  const rows = new Set(own.map((layer) => layer.row))
  const atLarge = duties.filter(
    (layer) => layer.on.length === 0 && layer.fromInstrument && !rows.has(layer.row),
  )
  const read = own.filter((layer) => layer.fromInstrument || layer.entries.length === 0)
  return [...read, ...atLarge]
}

/** The sum from `from` to `to`, day by day where it changes. */
export function dutySums(regime: Regime, layers: readonly Layer[], from: Day, to: Day): SumPiece[] {
  const [first, last] = [toNumber(from), toNumber(to)]
  if (!(first < last)) return []
  const days = new Set([first])
  const lines = layers.flatMap(({ id }) => regime.layers.get(id) ?? [])
  for (const line of lines)
    for (const span of line.spans) if (span.from > first && span.from < last) days.add(span.from)
  const bounds = [...days].sort((a, b) => a - b)
  const pieces: SumPiece[] = []
  for (const [at, day] of bounds.entries()) {
    const parts = lines.flatMap((line) => {
      const effect = spanOn(line, day)?.top?.effect
      return effect?.kind === 'adValorem' ? [{ layer: line.layer, bps: effect.bps }] : []
    })
    const doubts = lines.flatMap((line) => spanOn(line, day)?.doubts ?? [])
    const piece: SumPiece = {
      from: fromNumber(day),
      to: fromNumber(bounds[at + 1] ?? last),
      bps: parts.reduce((sum, { bps }) => sum + bps, 0),
      parts,
      certainty: certaintyOf(doubts),
    }
    const before = pieces.at(-1)
    if (
      before &&
      JSON.stringify(before.parts) === JSON.stringify(parts) &&
      before.certainty === piece.certainty
    )
      pieces[pieces.length - 1] = { ...before, to: piece.to }
    else pieces.push(piece)
  }
  return pieces
}
