// In: steps, a day, the day known, a scenario. Out: what is in force on every layer, by what, against what, how surely.
import { type Day, fromNumber, toNumber } from '../../model/day.ts'
import type { Piece } from './fold.ts'
import { certaintyOf, type LayerLine, type Regime, regimeOf, type Span, spanOn } from './regime.ts'
import type { Basis, Defeated, InForce, Reason, Step, StepId, When } from './step.ts'
import { rank } from './sweep.ts'

/**
 * What holds on `on` as known on `known`, one row a layer, by layer id. A layer without a row has nothing in force and no
 * doubt about it. A day that does not exist gives no rows.
 */
export function evaluate(steps: readonly Step[], { on, ...when }: When & { readonly on: Day }): InForce[] {
  const day = toNumber(on)
  if (Number.isNaN(day)) return []
  const regime = regimeOf(steps, when)
  const byId = new Map<StepId, Step>()
  for (const step of [...(when.scenario?.adds ?? []), ...steps]) {
    if (!byId.has(step.id)) byId.set(step.id, step)
  }
  const beside = besideOn(regime, byId, day)
  const rows: InForce[] = []
  for (const line of regime.layers.values()) {
    const span = spanOn(line, day)
    if (span === undefined || (span.top === undefined && span.doubts.length === 0)) continue
    rows.push(rowOf(line, span, byId, beside.get(line.layer)))
  }
  return rows
}

function rowOf(
  line: LayerLine,
  span: Span,
  byId: ReadonlyMap<StepId, Step>,
  beside: Beside | undefined,
): InForce {
  const { top, was, doubts, alternatives } = span
  const basisOf = (ids: readonly StepId[]): Basis[] =>
    ids.flatMap((id) => {
      const step = byId.get(id)
      return step === undefined ? [] : [step.basis]
    })
  const resting = top ?? was
  return {
    layer: line.layer,
    measure: (top && byId.get(top.step)?.measure) ?? line.measure,
    ...(top?.effect && { effect: top.effect }),
    ...(top && { by: top.step }),
    extendedBy: top?.extendedBy ?? [],
    concurring: beside?.concurring ?? [],
    ...(top?.until && { until: top.until }),
    defeated: beside?.defeated ?? [],
    certainty: certaintyOf(doubts),
    doubts,
    alternatives,
    ...(was && {
      was: { ...(was.effect && { effect: was.effect }), by: was.step, ended: fromNumber(was.to) },
    }),
    basis: resting
      ? basisOf([resting.step, ...resting.extendedBy])
      : basisOf(alternatives.flatMap(({ by }) => (by === undefined ? [] : [by]))),
  }
}

interface Beside {
  readonly defeated: Defeated[]
  readonly concurring: StepId[]
}

/** Every rule and suspension that begins by the day and does not win, by layer: with its reason, or saying the same. */
function besideOn(regime: Regime, byId: ReadonlyMap<StepId, Step>, day: number): Map<string, Beside> {
  const pieces = new Map<StepId, Piece[]>()
  for (const list of regime.folded.pieces.values()) {
    for (const piece of list) pieces.set(piece.step, [...(pieces.get(piece.step) ?? []), piece])
  }
  const out = new Map<string, Beside>()
  for (const step of [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const { does } = step
    if (does.op !== 'set' && does.op !== 'suspend') continue
    if (toNumber(does.from.latest) > day) continue
    const line = regime.layers.get(does.layer)
    const top = line && spanOn(line, day)?.top
    if (top?.step === step.id) continue
    const own = pieces.get(step.id) ?? []
    const covering = own.find(({ from, to }) => from <= day && day < to)
    const beside = out.get(does.layer) ?? { defeated: [], concurring: [] }
    if (covering && top && rank(covering, top) === 0 && covering.effectKey === top.effectKey) {
      beside.concurring.push(step.id)
    } else beside.defeated.push(reasonOf(step, own, covering, top, regime, day))
    out.set(does.layer, beside)
  }
  return out
}

function reasonOf(
  step: Step,
  pieces: readonly Piece[],
  covering: Piece | undefined,
  top: Piece | undefined,
  regime: Regime,
  day: number,
): Defeated {
  const because = (reason: Reason, by?: StepId): Defeated => ({
    step: step.id,
    reason,
    ...(by !== undefined && { by }),
  })
  const refused = regime.admitted.refused.get(step.id)
  if (refused !== undefined) return because(refused)
  const annulled = regime.folded.annulled.get(step.id)
  if (annulled !== undefined) return because('annulled', annulled)
  if (covering !== undefined && top !== undefined) {
    if (rank(covering, top) === 0) return because('disputed', top.step)
    if (covering.priority !== top.priority) return because('priority', top.step)
    return because(top.suspends && !covering.suspends ? 'suspended' : 'posterior', top.step)
  }
  const last = pieces.findLast(({ to }) => to <= day)
  return last === undefined || last.endedBy === 'term'
    ? because('expired')
    : because('terminated', last.endedBy)
}
