// In: nothing. Out: the regime engine: what is in force on a day, what changes, what falls due, what it costs.
export { agenda, type Due, type Extension } from './agenda.ts'
export { eventsIn, truthOf } from './condition.ts'
export { type Difference, diff } from './diff.ts'
export { type BillPart, type DutyBill, dutyBill } from './duty-bill.ts'
export { evaluate } from './evaluate.ts'
export type { ImportLine, LayerPolicy } from './policy.ts'
export { type Regime, regimeOf, spanOn } from './regime.ts'
export { extendBy } from './scenario.ts'
export type {
  Certainty,
  Condition,
  Effect,
  EventId,
  InForce,
  LayerId,
  Op,
  Scenario,
  Step,
  StepId,
} from './step.ts'
export { lapse } from './step.ts'
export { checkTerm, type TermCheck } from './term.ts'
export {
  accountFor,
  type NamedRate,
  type Total,
} from './totals.ts'
