// In: a step with a term. Out: the scenario in which the term is extended by so many days.
import { addDays, type Day } from '../../model/day.ts'
import type { DayRange, Scenario, Step, StepId } from './step.ts'

/** "Extend 90 days": the term of `step` ends `days` later than `until`, assumed by `by`. */
export function extendBy(
  step: { readonly id: StepId; readonly issuer: string; readonly measure: string },
  until: DayRange,
  days: number,
  { known, by }: { readonly known: Day; readonly by: string },
): Scenario {
  const adds: Step = {
    id: `assumed: ${step.id} + ${days} days`,
    issuer: step.issuer,
    measure: step.measure,
    does: {
      op: 'extend',
      target: step.id,
      to: { earliest: addDays(until.earliest, days), latest: addDays(until.latest, days) },
    },
    known,
    status: 'hypothetical',
    basis: { assumption: `extended by ${days} days`, by },
  }
  return { id: `extend ${step.id} by ${days} days`, adds: [adds], facts: {} }
}
