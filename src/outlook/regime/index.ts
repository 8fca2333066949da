// In: nothing. Out: the regime engine: what is in force on a day, what changes, what falls due, what it costs.
export { agenda, type Due, type Extension } from './agenda.ts'
export { changes } from './changes.ts'
export { eventsIn, type Truth, truthOf } from './condition.ts'
export { type Difference, diff } from './diff.ts'
export { type BillPart, type DutyBill, dutyBill, type Undecided } from './duty-bill.ts'
export { evaluate } from './evaluate.ts'
export type { ImportLine, LayerPolicy } from './policy.ts'
export { type LayerLine, type Regime, regimeOf, spanOn } from './regime.ts'
export { extendBy } from './scenario.ts'
export type {
  Alternative,
  Basis,
  Certainty,
  Change,
  Condition,
  DayRange,
  Defeated,
  Effect,
  EventId,
  InForce,
  LayerId,
  Op,
  Reason,
  Scenario,
  Step,
  StepId,
  View,
} from './step.ts'
export { lapse } from './step.ts'
export { checkTerm, type TermCheck } from './term.ts'
export {
  type Account,
  accountFor,
  type NamedRate,
  type Total,
} from './totals.ts'
