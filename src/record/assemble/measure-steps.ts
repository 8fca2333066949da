// In: the tellings of one measure. Out: its steps: what was done to it, at which rate, from when, told by whom.
import {
  type Days,
  isActual,
  type MeasureBody,
  type MeasurePart,
  type MeasureStatus,
  type Value,
} from '../../model/index.ts'
import { dayOfRole, modalityOn, type ToldPart } from '../placing/placed.ts'

type Told = ToldPart<MeasurePart>

export type Step = MeasureBody['steps'][number]

/** What is only spoken of is proposed, what is to come announced. */
export function statusOf(effect: string, status: MeasureStatus, modality: string): MeasureStatus {
  if (effect === 'threaten' || modality === 'possible' || modality === 'hypothetical') return 'proposed'
  if (modality === 'planned' || modality === 'expected' || modality === 'conditional')
    return status === 'proposed' ? 'proposed' : 'announced'
  return status
}

/** "No cut in the duty", "has not lifted the ban": what is not eased or ended stands. */
export const isLeft = ({ claim: { evidence }, part: { effect } }: Told): boolean =>
  evidence.polarity === 'denied' && isActual(evidence.modality) && EASED.test(effect)

const EASED = /^(?:end|exempt|lower|strike down|suspend)$/

/** Tellings of one effect, rate and overlapping days are one step; steps in order of their days, undated ones first told. */
export function stepsOf(told: readonly Told[]): Step[] {
  const steps: (Step & { at: string; polarity: string; announced?: Days })[] = []
  const ordered = [...told].sort((a, b) => (a.evidence < b.evidence ? -1 : 1))
  for (const one of ordered) {
    const { condition, polarity } = one.claim.evidence
    const from = dayOfRole(one, 'from', 'on')
    // "Has put the duty off to May": done, whenever it begins.
    const modality = one.part.effect === 'postpone' ? one.claim.evidence.modality : modalityOn(one, from)
    const end = one.days.find((day) => day.role === 'to')
    const to = end?.days
    const announced = dayOfRole(one, 'announced')
    const rate = one.part.rate
    const effect = isLeft(one) ? 'stand' : one.part.effect
    const status = begun(one, from, statusOf(effect, one.part.status, modality), modality)
    const home = steps.find(
      (step) =>
        step.effect === effect &&
        step.status === status &&
        step.polarity === polarity &&
        step.modality === modality &&
        sameRate(step.rate, rate) &&
        sameDays(step.from, from) &&
        sameDays(step.to, to),
    )
    if (home) {
      home.evidence.push(one.evidence)
      if (announced && !home.announced) home.announced = announced
      continue
    }
    const out = one.placed.published.earliest ?? ''
    steps.push({
      effect,
      status,
      ...(rate ? { rate } : {}),
      ...(announced ? { announced } : {}),
      ...(from ? { from } : {}),
      ...(to ? { to } : {}),
      ...(end?.relation === 'at least until' ? { toIsBound: true } : {}),
      modality,
      ...(condition ? { condition: condition.text } : {}),
      evidence: [one.evidence],
      polarity,
      at:
        from?.earliest ??
        announced?.earliest ??
        (modality === 'background' ? (to?.earliest ?? '') : isActual(modality) ? out : `${out}~`),
    })
  }
  return withoutPoorer(withDaysPlanned(steps))
    .sort((a, b) => {
      if (a.at !== b.at) return a.at < b.at ? -1 : 1
      return changes(a) - changes(b) || (a.evidence[0]! < b.evidence[0]! ? -1 : 1)
    })
    .map(({ at: _at, polarity: _polarity, ...step }) => step)
}

/** What is set and changed on one day is set first. */
const changes = ({ effect }: Step): number => (/^(?:set|stand)$/.test(effect) ? 0 : 1)

/** "Announced duties, beginning on Saturday", told on Saturday or later: by then they are in force. */
function begun(one: Told, from: Days | undefined, status: MeasureStatus, modality: string): MeasureStatus {
  const out = one.placed.published.earliest
  const isOn = one.days.some(({ role }) => role === 'from')
  const came = isOn && from?.latest !== undefined && out !== undefined && from.latest <= out
  return status === 'announced' && one.part.effect === 'set' && isActual(modality) && came
    ? 'in force'
    : status
}

/**
 * What stands without a day, at a rate that was planned from a day on, stands since that day where it was told on it or
 * later: both are one step.
 */
function withDaysPlanned<S extends Step & { polarity: string; at: string }>(steps: readonly S[]): S[] {
  const gone = new Set<S>()
  const dated = steps.map((step) => {
    if (step.from || !isActual(step.modality) || step.status !== 'in force' || !step.rate) return step
    const plan = steps.find(
      (other) =>
        !gone.has(other) &&
        !isActual(other.modality) &&
        other.effect === step.effect &&
        other.polarity === step.polarity &&
        sameRate(other.rate, step.rate) &&
        other.from?.latest !== undefined &&
        (step.at === '' || other.from.latest <= step.at),
    )
    if (!plan) return step
    gone.add(plan)
    return { ...step, from: plan.from!, evidence: [...step.evidence, ...plan.evidence], at: plan.at }
  })
  return dated.filter((_, at) => !gone.has(steps[at]!))
}

/** "The duties imposed in autumn" beside "duties of 9 % imposed on 30 October": one step, told once without its rate. */
function withoutPoorer<S extends Step & { polarity: string }>(steps: readonly S[]): S[] {
  const richer = (poor: S) =>
    poor.rate || !poor.from
      ? undefined
      : steps.find(
          (other) =>
            other.rate &&
            other.from &&
            other.effect === poor.effect &&
            other.status === poor.status &&
            other.polarity === poor.polarity &&
            other.modality === poor.modality &&
            (!poor.to || sameDays(other.to, poor.to)) &&
            sameDays(other.from, poor.from),
        )
  const given = new Map<S, string[]>()
  const kept = steps.filter((step) => {
    const home = richer(step)
    if (home) given.set(home, [...(given.get(home) ?? []), ...step.evidence])
    return !home
  })
  return kept.map((step) => ({ ...step, evidence: [...step.evidence, ...(given.get(step) ?? [])] }))
}

export const sameRate = (a: Value | undefined, b: Value | undefined) =>
  a === undefined || b === undefined
    ? a === b
    : a.value === b.value && a.high === b.high && a.bound === b.bound
export const sameDays = (a: Days | undefined, b: Days | undefined) =>
  a === undefined || b === undefined ? a === b : a.earliest! <= b.latest! && b.earliest! <= a.latest!
