// In: steps, the day known, how far to look. Out: what falls due, what fell due unreported, what follows, how often it was moved.
import { addDays, type Day, daysBetween, fromNumber, toNumber } from '../../model/day.ts'
import { changesIn } from './changes.ts'
import { eventsIn } from './condition.ts'
import type { Piece } from './fold.ts'
import { regimeOf, spanOn } from './regime.ts'
import { extendBy } from './scenario.ts'
import type { Change, DayRange, EventId, LayerId, MeasureId, Scenario, Step, StepId } from './step.ts'
import { lapse } from './step.ts'

/** A term was moved from one end to another. `margin` is the days from the act to the old end: 1 one day before, 0 on it, −1 after. */
export interface Extension {
  readonly step: StepId
  readonly on: DayRange
  readonly from?: DayRange
  readonly to: DayRange
  readonly margin?: number
}

export interface Due {
  readonly due: DayRange
  readonly status: 'due' | 'fell due, outcome not found'
  readonly measure: MeasureId
  readonly layer: LayerId
  /** The step whose term ends. */
  readonly step: StepId
  /** What changes on that day if nobody does anything. */
  readonly ifNothing: readonly Change[]
  readonly history: readonly Extension[]
  /** Ready-made: to let it lapse, and to extend it by as many days as the last time. */
  readonly options: readonly Scenario[]
  /** Events whose outcome the layer hangs on. */
  readonly hangsOn: readonly EventId[]
}

/** What falls due from the day after `known` through `horizon`, and what fell due before with no act read; by day. */
export function agenda(
  steps: readonly Step[],
  { known, horizon }: { readonly known: Day; readonly horizon: Day },
): Due[] {
  const regime = regimeOf(steps, { known })
  const today = toNumber(known)
  const last = toNumber(horizon)
  const byId = new Map(regime.admitted.steps.map((step) => [step.id, step]))
  const events = new Map<LayerId, Set<EventId>>()
  for (const { does, when } of steps) {
    if (when === undefined || !('layer' in does)) continue
    const known = events.get(does.layer) ?? new Set()
    for (const event of eventsIn(when)) known.add(event)
    events.set(does.layer, known)
  }
  const out: Due[] = []
  for (const line of regime.layers.values()) {
    const hangsOn = [...(events.get(line.layer) ?? [])]
    const add = (piece: Piece, status: Due['status']) => {
      const step = byId.get(piece.step)
      if (step === undefined) return
      const due = piece.until ?? { earliest: fromNumber(piece.to), latest: fromNumber(piece.to) }
      const history = historyOf(step, piece, byId)
      out.push({
        due,
        status,
        measure: step.measure,
        layer: line.layer,
        step: step.id,
        ifNothing: changesIn(regime, due.earliest, addDays(due.latest, 1)).filter(
          (change) => change.layer === line.layer,
        ),
        history,
        options: [lapse, extendBy(step, due, lengthOf(step, history, due), { known, by: 'parley' })],
        hangsOn,
      })
    }
    const now = spanOn(line, today)
    if (now?.was !== undefined) add(now.was, 'fell due, outcome not found')
    for (const { top, to } of line.spans) {
      if (top?.endedBy === 'term' && top.to === to && to > today && to <= last) add(top, 'due')
    }
  }
  return out.sort((a, b) => compare(a.due.latest, b.due.latest) || compare(a.layer, b.layer))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function historyOf(step: Step, piece: Piece, byId: ReadonlyMap<StepId, Step>): Extension[] {
  const { does } = step
  let from = does.op === 'set' || does.op === 'suspend' ? does.to : undefined
  return piece.extendedBy.flatMap((id) => {
    const extension = byId.get(id)
    if (extension?.does.op !== 'extend') return []
    const on = extension.announced ?? { earliest: extension.known, latest: extension.known }
    const to = extension.does.to
    const one: Extension = {
      step: id,
      on,
      to,
      ...(from && { from, margin: daysBetween(on.latest, from.latest) }),
    }
    from = to
    return [one]
  })
}

/** Days of the last extension, else of the term itself. */
function lengthOf(step: Step, history: readonly Extension[], due: DayRange): number {
  const last = history.at(-1)
  if (last?.from !== undefined) return Math.max(1, daysBetween(last.from.latest, last.to.latest))
  const { does } = step
  const from = does.op === 'set' || does.op === 'suspend' ? does.from : due
  return Math.max(1, daysBetween(from.latest, due.latest))
}
