// In: the steps that count, how to read imprecise days. Out: pieces: which step covers which days of its layer, and how it ends.
import { toNumber } from '../../model/day.ts'
import { keyOf } from './effect.ts'
import type { DayRange, Effect, LayerId, MeasureId, Step, StepId, View } from './step.ts'

/** Which end of an imprecise day counts. */
export type Reading = 'earliest' | 'latest'

/** Days `[from, to)` by number on which one step covers its layer; `to` is Infinity where open. */
export interface Piece {
  readonly step: StepId
  readonly layer: LayerId
  readonly measure: MeasureId
  readonly from: number
  readonly to: number
  readonly priority: number
  readonly suspends: boolean
  readonly known: string
  readonly effect: Effect | undefined
  readonly effectKey: string
  /** "term", or the step that ended it earlier. */
  readonly endedBy: 'term' | StepId
  readonly extendedBy: readonly StepId[]
  readonly until: DayRange | undefined
}

export interface Fold {
  readonly pieces: ReadonlyMap<LayerId, readonly Piece[]>
  /** Steps removed from the beginning, with what annulled them. */
  readonly annulled: ReadonlyMap<StepId, StepId>
}

type Base = Step & { readonly does: { readonly op: 'set' | 'suspend' } }
interface Toggle {
  readonly at: number
  readonly on: boolean
  readonly by: Step
}
interface Term {
  readonly step: Base
  readonly from: number
  to: number
  until: DayRange | undefined
  extendedBy: StepId[]
  readonly toggles: Toggle[]
}

const isBase = (step: Step | undefined): step is Base =>
  step?.does.op === 'set' || step?.does.op === 'suspend'
const before = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byKnown = (a: Step, b: Step) => before(a.known, b.known) || before(a.id, b.id)

/**
 * Annulments first (later ones may annul earlier ones), then extensions in order of known, then terminations and
 * resumptions by day. Each is passed over where its target is not there.
 */
export function fold(steps: readonly Step[], reading: Reading, view: View): Fold {
  const byId = new Map(steps.map((step) => [step.id, step]))
  const dayIn = (range: DayRange) => toNumber(range[reading])

  const layers = new Map<LayerId, Term[]>()
  const terms = new Map<StepId, Term>()
  const termsOf = (layer: LayerId) => layers.get(layer) ?? []
  const annulled = new Map<StepId, StepId>()
  const ordered = [...steps].sort(byKnown)
  const acting = ordered.filter((step) => !isBase(step))

  /** The step that a chain of extensions in the end extends. */
  const baseOf = (id: StepId): Base | undefined => {
    let step = byId.get(id)
    for (let hops = 0; step?.does.op === 'extend' && hops < steps.length; hops++)
      step = byId.get(step.does.target)
    return isBase(step) ? step : undefined
  }
  /** A step by its id, else the steps of a layer that were known when `by` was. */
  const targetsOf = (target: string, by: Step): Step[] => {
    const step = byId.get(target)
    if (step !== undefined) return [step]
    return (layerSteps.get(target) ?? []).filter((one) => one.known <= by.known)
  }
  const layerSteps = new Map<LayerId, Base[]>()
  for (const step of ordered) {
    if (!isBase(step)) continue
    const list = layerSteps.get(step.does.layer)
    if (list) list.push(step)
    else layerSteps.set(step.does.layer, [step])
  }

  if (view === 'valid') {
    for (const step of acting.toReversed()) {
      if (step.does.op !== 'annul' || annulled.has(step.id)) continue
      for (const target of targetsOf(step.does.target, step)) {
        if (target.id !== step.id && !annulled.has(target.id)) annulled.set(target.id, step.id)
      }
    }
  }

  for (const step of ordered) {
    if (!isBase(step) || annulled.has(step.id)) continue
    const { layer, from, to } = step.does
    const term: Term = {
      step,
      from: dayIn(from),
      to: to === undefined ? Number.POSITIVE_INFINITY : dayIn(to),
      until: to,
      extendedBy: [],
      toggles: [],
    }
    terms.set(step.id, term)
    const list = layers.get(layer)
    if (list) list.push(term)
    else layers.set(layer, [term])
  }

  /** As applied, an extension that is annulled after the term it moved had ended, ends on the day of the decision. */
  const cutAt = new Map<StepId, { at: number; by: Step }>()
  if (view === 'asApplied') {
    for (const step of acting) {
      if (step.does.op !== 'annul') continue
      for (const target of targetsOf(step.does.target, step)) {
        if (target.does.op === 'extend') cutAt.set(target.id, { at: dayIn(step.does.decided), by: step })
      }
    }
  }
  for (const step of acting) {
    if (step.does.op !== 'extend' || annulled.has(step.id)) continue
    const base = baseOf(step.id)
    const term = base && terms.get(base.id)
    if (term === undefined) continue
    const cut = cutAt.get(step.id)
    const to = dayIn(step.does.to)
    if (cut !== undefined) {
      const last = Math.max(term.to, cut.at)
      if (to > last) {
        term.to = to
        term.toggles.push({ at: last, on: false, by: cut.by })
        continue
      }
    }
    term.to = to
    term.until = step.does.to
    term.extendedBy = [...term.extendedBy.filter((id) => id !== step.id), step.id]
  }

  const turn = (target: Step | undefined, at: number, on: boolean, by: Step): void => {
    const base = target && baseOf(target.id)
    const term = base && terms.get(base.id)
    if (term === undefined) return
    if (on && term.step.does.op === 'suspend') {
      term.toggles.push({ at, on: false, by })
      return
    }
    term.toggles.push({ at, on, by })
    if (!on) return
    for (const other of termsOf(term.step.does.layer)) {
      if (other.step.does.op === 'suspend' && other.from <= at && other.step.known <= by.known) {
        other.toggles.push({ at, on: false, by })
      }
    }
  }
  for (const step of acting) {
    if (annulled.has(step.id)) continue
    const { does } = step
    if (does.op === 'terminate') {
      for (const target of targetsOf(does.target, step)) turn(target, dayIn(does.at), false, step)
    } else if (does.op === 'resume') {
      turn(byId.get(does.target), dayIn(does.at), true, step)
    } else if (does.op === 'annul' && view === 'asApplied') {
      const at = dayIn(does.decided)
      for (const target of targetsOf(does.target, step)) {
        if (isBase(target)) turn(target, at, false, step)
        else if (target.does.op === 'terminate' || target.does.op === 'annul') {
          for (const ended of targetsOf(target.does.target, target)) {
            const term = terms.get(ended.id)
            term?.toggles.push({ at, on: true, by: step })
          }
        } else if (target.does.op === 'resume') {
          const base = baseOf(target.does.target)
          const term = base && terms.get(base.id)
          term?.toggles.push({ at, on: term.step.does.op === 'suspend', by: step })
        }
      }
    }
  }

  const pieces = new Map<LayerId, Piece[]>()
  for (const [layer, list] of layers) pieces.set(layer, list.flatMap(piecesOf))
  return { pieces, annulled }
}

/** The stretches of a term that its toggles leave. */
function piecesOf({ step, from, to, until, extendedBy, toggles }: Term): Piece[] {
  const { does } = step
  const piece = (first: number, last: number, endedBy: 'term' | StepId): Piece => ({
    step: step.id,
    layer: does.layer,
    measure: step.measure,
    from: first,
    to: last,
    priority: step.priority ?? 0,
    suspends: does.op === 'suspend',
    known: step.known,
    effect: does.value,
    effectKey: keyOf(does.value),
    endedBy,
    extendedBy,
    until,
  })
  if (toggles.length === 0) return from < to ? [piece(from, to, 'term')] : []
  toggles.sort((a, b) => a.at - b.at || byKnown(a.by, b.by))
  const out: Piece[] = []
  let since: number | undefined = from
  for (const toggle of toggles) {
    if (toggle.on) since ??= Math.max(from, toggle.at)
    else if (since !== undefined) {
      if (toggle.at >= to) continue
      if (toggle.at > since) out.push(piece(since, toggle.at, toggle.by.id))
      since = undefined
    }
  }
  if (since !== undefined && since < to) out.push(piece(since, to, 'term'))
  return out
}
