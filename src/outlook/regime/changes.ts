// In: steps, a stretch of days. Out: every day on which something becomes different, and why.
import { type Day, fromNumber, toNumber } from '../../model/day.ts'
import { certaintyOf, type LayerLine, type Regime, regimeOf, type Span } from './regime.ts'
import type { Change, Step, When } from './step.ts'

/** Changes on days of `[from, to)`, by day then layer. Empty where a day does not exist. */
export function changes(
  steps: readonly Step[],
  { from, to, ...when }: When & { readonly from: Day; readonly to: Day },
): Change[] {
  return changesIn(regimeOf(steps, when), from, to)
}

/** As {@link changes}, of a regime already made. */
export function changesIn(regime: Regime, from: Day, to: Day): Change[] {
  const [first, last] = [toNumber(from), toNumber(to)]
  const out: Change[] = []
  for (const line of regime.layers.values()) {
    line.spans.forEach((span, i) => {
      if (!(span.from >= first && span.from < last)) return
      const change = changeAt(line, line.spans[i - 1], span)
      if (change !== undefined) out.push(change)
    })
  }
  return out.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.layer < b.layer ? -1 : 1))
}

function changeAt(line: LayerLine, before: Span | undefined, after: Span): Change | undefined {
  const same =
    before?.top?.effectKey === after.top?.effectKey &&
    before?.top?.suspends === after.top?.suspends &&
    certaintyOf(before?.doubts ?? []) === certaintyOf(after.doubts) &&
    before?.was === after.was
  if (same) return undefined
  const ended = before?.top !== after.top && before?.top?.to === after.from ? before.top : undefined
  const begins = after.top?.from === after.from && after.top !== before?.top ? after.top : undefined
  const why = begins
    ? 'act'
    : ended === undefined
      ? 'uncertain day'
      : ended.endedBy === 'term'
        ? 'expiry'
        : 'termination'
  const by = begins?.step ?? (ended && (ended.endedBy === 'term' ? ended.step : ended.endedBy))
  return {
    layer: line.layer,
    measure: line.measure,
    on: fromNumber(after.from),
    ...(before?.top?.effect && { before: before.top.effect }),
    ...(after.top?.effect && { after: after.top.effect }),
    why,
    ...(by !== undefined && { by }),
    certainty: certaintyOf(after.doubts),
  }
}
