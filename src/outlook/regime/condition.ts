// In: a condition and the facts of a scenario. Out: true, false or unknown.
import type { Condition, EventId } from './step.ts'

export type Truth = true | false | 'unknown'

/** Kleene's strong three-valued logic; an event that no fact settles is unknown. An empty `all` is true, an empty `any` false. */
export function truthOf(condition: Condition, facts: Readonly<Record<EventId, boolean>>): Truth {
  if ('event' in condition) return Object.hasOwn(facts, condition.event) ? facts[condition.event]! : 'unknown'
  if ('not' in condition) {
    const truth = truthOf(condition.not, facts)
    return truth === 'unknown' ? truth : !truth
  }
  const settles = 'any' in condition
  let result: Truth = !settles
  for (const part of settles ? condition.any : condition.all) {
    const truth = truthOf(part, facts)
    if (truth === settles) return settles
    if (truth === 'unknown') result = truth
  }
  return result
}

/** The events a condition asks for, in order, each once. */
export function eventsIn(condition: Condition): EventId[] {
  if ('event' in condition) return [condition.event]
  const parts = 'not' in condition ? [condition.not] : 'any' in condition ? condition.any : condition.all
  return [...new Set(parts.flatMap(eventsIn))]
}
