// In: two scenarios over a stretch of days. Out: the days on which they differ, layer by layer.
import { type Day, fromNumber, toNumber } from '../../model/day.ts'
import { certaintyOf, regimeOf, spanOn } from './regime.ts'
import type { Certainty, Effect, LayerId, Scenario, Step } from './step.ts'

/** Days `[from, to)` on which two scenarios differ; an absent effect means that nothing holds there. */
export interface Difference {
  readonly layer: LayerId
  readonly from: Day
  readonly to: Day
  readonly a?: Effect
  readonly b?: Effect
  readonly certainty: { readonly a: Certainty; readonly b: Certainty }
}

export function diff(
  steps: readonly Step[],
  a: Scenario,
  b: Scenario,
  { known, from, to }: { readonly known: Day; readonly from: Day; readonly to: Day },
): Difference[] {
  const [first, last] = [toNumber(from), toNumber(to)]
  if (!(first < last)) return []
  const [left, right] = [regimeOf(steps, { known, scenario: a }), regimeOf(steps, { known, scenario: b })]
  const out: Difference[] = []
  for (const layer of [...new Set([...left.layers.keys(), ...right.layers.keys()])].sort()) {
    const lines = [left.layers.get(layer), right.layers.get(layer)] as const
    const days = new Set([first])
    for (const line of lines) {
      for (const span of line?.spans ?? []) if (span.from > first && span.from < last) days.add(span.from)
    }
    const bounds = [...days].sort((x, y) => x - y)
    let open: Difference | undefined
    bounds.forEach((day, i) => {
      const [x, y] = lines.map((line) => line && spanOn(line, day))
      const same = (x?.top?.effectKey ?? '') === (y?.top?.effectKey ?? '')
      if (same) {
        open = undefined
        return
      }
      const end = fromNumber(bounds[i + 1] ?? last)
      const certainty = { a: certaintyOf(x?.doubts ?? []), b: certaintyOf(y?.doubts ?? []) }
      const one: Difference = {
        layer,
        from: fromNumber(day),
        to: end,
        ...(x?.top?.effect && { a: x.top.effect }),
        ...(y?.top?.effect && { b: y.top.effect }),
        certainty,
      }
      const joins =
        open !== undefined &&
        JSON.stringify({ ...open, from: '', to: '' }) === JSON.stringify({ ...one, from: '', to: '' })
      if (joins && open !== undefined) {
        open = { ...open, to: end }
        out[out.length - 1] = open
      } else {
        open = one
        out.push(one)
      }
    })
  }
  return out
}
