// In: steps, the day known, a scenario. Out: the steps that count, those whose condition is open, and why the others do not.
import { isDay } from '../../model/day.ts'
import { truthOf } from './condition.ts'
import type { DayRange, Reason, Step, StepId, When } from './step.ts'

export interface Admitted {
  readonly steps: readonly Step[]
  /** Steps whose condition no fact settles. */
  readonly open: ReadonlySet<StepId>
  readonly refused: ReadonlyMap<StepId, Reason>
}

const rangesOf = ({ does, announced }: Step): (DayRange | undefined)[] => {
  switch (does.op) {
    case 'set':
    case 'suspend':
      return [does.from, does.to, announced]
    case 'extend':
      return [does.to, announced]
    case 'annul':
      return [does.decided, announced]
    default:
      return [does.at, announced]
  }
}

const exists = (range: DayRange | undefined) =>
  range === undefined || (isDay(range.earliest) && isDay(range.latest) && range.earliest <= range.latest)

/** Acts known by that day and not merely announced, with the scenario's own; a false condition refuses a step. */
export function admit(steps: readonly Step[], { known, scenario }: When): Admitted {
  const kept: Step[] = []
  const open = new Set<StepId>()
  const refused = new Map<StepId, Reason>()
  const seen = new Set<StepId>()
  const facts = scenario?.facts ?? {}
  const take = (step: Step, assumed: boolean) => {
    if (seen.has(step.id)) return
    const refuse = (reason: Reason) => void refused.set(step.id, reason)
    if (!rangesOf(step).every(exists) || !isDay(step.known)) return refuse('no such day')
    if (!assumed && step.known > known) return refuse('not yet known')
    if (!assumed && step.status !== 'enacted') return refuse('merely announced')
    const truth = step.when === undefined ? true : truthOf(step.when, facts)
    if (truth === false) return refuse('guard')
    if (truth === 'unknown') open.add(step.id)
    seen.add(step.id)
    kept.push(step)
  }
  for (const step of scenario?.adds ?? []) take(step, true)
  for (const step of steps) take(step, false)
  for (const id of seen) refused.delete(id)
  return { steps: kept, open, refused }
}
