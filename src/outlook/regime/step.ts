// In: nothing. Out: what a regime is made of: steps on layers, conditions, scenarios, and what is in force with its reasons.
import type { Day } from '../../model/day.ts'

export type StepId = string
export type LayerId = string
export type MeasureId = string
export type PartyId = string
export type EventId = string
export type EntryId = string

/** One unknown day, both ends included: "November 2025" = 2025-11-01..2025-11-30. `clock` and `zone` are kept, not reckoned with. */
export interface DayRange {
  readonly earliest: Day
  readonly latest: Day
  readonly clock?: string
  readonly zone?: string
}

/** What a step rests on: entries of the record and how many origins they have, or what a person assumed. */
export type Basis =
  | { readonly entries: readonly EntryId[]; readonly origins: number }
  | { readonly assumption: string; readonly by: string }

/** What a layer does while in force. `bps` are basis points (100 = 1 %), `minorPerUnit` minor units of `currency`. */
export type Effect =
  | { readonly kind: 'adValorem'; readonly bps: number }
  | {
      readonly kind: 'specific'
      readonly minorPerUnit: number
      readonly unit: string
      readonly currency: string
    }
  | { readonly kind: 'licence'; readonly what: string }
  | { readonly kind: 'prohibition'; readonly unless?: Condition }
  | { readonly kind: 'status'; readonly value: string }

/** True, false or unknown (Kleene). `before` and `after` tell what the event is; a fact given for it covers them. */
export type Condition =
  | { readonly event: EventId; readonly before?: DayRange; readonly after?: DayRange }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }

/** What a step does. Every `to` is the first day no longer covered. */
export type Op =
  | {
      readonly op: 'set'
      readonly layer: LayerId
      readonly value: Effect
      readonly from: DayRange
      readonly to?: DayRange
    }
  /** Full temporary stop; `value` is what holds instead, nothing where absent. */
  | {
      readonly op: 'suspend'
      readonly layer: LayerId
      readonly value?: Effect
      readonly from: DayRange
      readonly to?: DayRange
    }
  /** Prorogation; an earlier day anticipates the end. */
  | { readonly op: 'extend'; readonly target: StepId; readonly to: DayRange }
  /** Abrogation, ex nunc. A layer as target means its steps known by then. */
  | { readonly op: 'terminate'; readonly target: StepId | LayerId; readonly at: DayRange }
  /** Annulment, ex tunc: as if it had never been; as applied it ends on the day it was decided. */
  | { readonly op: 'annul'; readonly target: StepId | LayerId; readonly decided: DayRange }
  /** Ends a suspension, or brings back what was terminated or suspended. */
  | { readonly op: 'resume'; readonly target: StepId; readonly at: DayRange }

export interface Step {
  readonly id: StepId
  readonly issuer: PartyId
  readonly measure: MeasureId
  readonly does: Op
  readonly announced?: DayRange
  /** The day by which a reader knew of it. */
  readonly known: Day
  readonly when?: Condition
  /** Higher wins; 0 where absent. */
  readonly priority?: number
  /** Steps that are merely announced or hypothetical change nothing, unless a scenario adds them. */
  readonly status: 'announced' | 'enacted' | 'hypothetical'
  readonly basis: Basis
}

export interface Scenario {
  readonly id: string
  readonly adds: readonly Step[]
  readonly facts: Readonly<Record<EventId, boolean>>
}

export type View = 'valid' | 'asApplied'

export interface When {
  readonly known: Day
  readonly scenario?: Scenario | undefined
  readonly view?: View | undefined
}

export type Reason =
  | 'priority'
  | 'suspended'
  | 'posterior'
  | 'expired'
  | 'terminated'
  | 'annulled'
  | 'guard'
  | 'not yet known'
  | 'merely announced'
  | 'disputed'
  | 'no such day'

export type Certainty = 'certain' | 'conditional' | 'date imprecise' | 'outcome unreported' | 'disputed'

/** What may hold instead; `effect` absent: nothing. */
export interface Alternative {
  readonly effect?: Effect
  readonly by?: StepId
  readonly because: Exclude<Certainty, 'certain'>
}

export interface Defeated {
  readonly step: StepId
  readonly reason: Reason
  /** What defeated it, where a step did. */
  readonly by?: StepId
}

/** What holds on one layer on one day. `effect` absent: suspended without a substitute, or nothing any more by its terms. */
export interface InForce {
  readonly layer: LayerId
  readonly measure: MeasureId
  readonly effect?: Effect
  readonly by?: StepId
  readonly extendedBy: readonly StepId[]
  /** Other steps that say the same with the same rank. */
  readonly concurring: readonly StepId[]
  /** First day no longer covered by the winning step's term. */
  readonly until?: DayRange
  readonly defeated: readonly Defeated[]
  /** The gravest of `doubts`. */
  readonly certainty: Certainty
  readonly doubts: readonly Certainty[]
  readonly alternatives: readonly Alternative[]
  /** Where the outcome is unreported: what held until its term ended. */
  readonly was?: { readonly effect?: Effect; readonly by: StepId; readonly ended: Day }
  readonly basis: readonly Basis[]
}

/** Something becomes different on a layer from `on` on. */
export interface Change {
  readonly layer: LayerId
  readonly measure: MeasureId
  readonly on: Day
  readonly before?: Effect
  readonly after?: Effect
  readonly why: 'act' | 'expiry' | 'termination' | 'uncertain day'
  readonly by?: StepId
  readonly certainty: Certainty
}

export const lapse: Scenario = { id: 'lapse', adds: [], facts: {} }
