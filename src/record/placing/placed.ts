// In: nothing. Out: what the parts of the record pass on: a report placed in time with its claims resolved.
import {
  type Claim,
  type ClaimOf,
  type DayRange,
  type Days,
  isActual,
  type Reading,
  type ThreadPart,
} from '../../model/index.ts'
import type { ResolvedDay } from './resolve.ts'

/** A reading whose report is placed in time. `because` says what placed a report without a date. */
export interface PlacedReading {
  readonly reading: Reading
  readonly published: Days
  readonly how: string
  readonly because?: string
}

/** The days a report without a date may have appeared on, and what tells so. */
export interface Bounds {
  readonly published: DayRange
  readonly because: string
}

/** A claim as the record sees it: days resolved, origin known, ids of parties settled. */
export interface Told<C extends Claim = Claim> {
  readonly claim: C
  readonly days: readonly ResolvedDay[]
  readonly placed: PlacedReading
  /** Id of the evidence made from it. */
  readonly evidence: string
}

/** A claim that tells something of a thread. */
export interface ToldPart<P extends ThreadPart = ThreadPart> extends Told<ClaimOf<'act'> | ClaimOf<'state'>> {
  readonly part: P
}

/** The first day with one of these roles. */
export function dayOfRole(told: Pick<Told, 'days'>, ...roles: string[]): Days | undefined {
  for (const role of roles) {
    const found = told.days.find((day) => day.role === role)
    if (found) return found.days
  }
  return undefined
}

/**
 * How it is told; what is told as done on a day after its report appeared is planned ("the truce takes effect on Friday"),
 * but for the morning after, told as past by a report begun the evening before.
 */
export function modalityOn(told: Told, day: Days | undefined): Claim['evidence']['modality'] {
  const { modality } = told.claim.evidence
  const out = told.placed.published.latest
  const ahead = day?.earliest !== undefined && out !== undefined && day.earliest > out
  const isNext = told.days.some((one) => one.nextMorning === true && one.days === day)
  return ahead && !isNext && isActual(modality) ? 'planned' : modality
}
