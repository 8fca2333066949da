// In: nothing. Out: what reports tell of regimes: layers in words, the sentences of steps, totals, conditions.
import type { Bound, DayRange, MeasureType, Ref } from '../../model/index.ts'
import type { EventId, LayerId, Step, Total } from '../regime/index.ts'

/** What a layer is in words. A layer of an instrument holds what that instrument and its amendments do to one side. */
export interface Layer {
  readonly id: LayerId
  readonly name: string
  /** Title of the first instrument of the row. */
  readonly title?: string
  readonly type: MeasureType | 'deadline' | 'agreement'
  readonly by: readonly Ref[]
  /** Empty: all, or not told. */
  readonly on: readonly Ref[]
  /** Empty: goods at large. */
  readonly goods: readonly string[]
  readonly entries: readonly string[]
  /** The row of instruments it belongs to. */
  readonly row?: string
  /** Read from an instrument itself, with its days; else as reports tell it. */
  readonly fromInstrument: boolean
}

/** The words behind a step: its entry, its sentences, how its rate is bounded, an end that is only a bound. */
export interface Told {
  readonly entry: string
  readonly evidence: readonly string[]
  readonly bound?: Bound
  /** "At least until": the rule may go on after it. */
  readonly notBefore?: DayRange
  readonly condition?: string
  /** Who put a part of it right, where a person did. */
  readonly correctedBy?: string
}

/** Something whose coming about steps hang on, in the words that tell it; `settled` by a report that tells it as done. */
export interface Happening {
  readonly id: EventId
  readonly words: string
  /** The measure whose steps hang on it. */
  readonly entry: string
  readonly evidence: readonly string[]
  readonly settled?: {
    readonly truth: boolean
    readonly on: DayRange
    readonly entry: string
    readonly evidence: readonly string[]
  }
}

/** A total with its sentences and the pair of sides it is of. */
export interface ToldTotal extends Total {
  readonly layer: LayerId
  readonly evidence: readonly string[]
}

/** What one kind of thread gives. */
export interface Part {
  readonly steps: readonly { readonly step: Step; readonly told: Told }[]
  readonly layers: readonly Layer[]
  readonly totals?: readonly ToldTotal[]
  readonly happenings?: readonly Happening[]
  /** Evidence that says again what a step already says. */
  readonly again?: readonly string[]
}
