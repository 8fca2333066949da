// In: lines of goods, steps, stacking policies. Out: a duty bill a line, by layer, with what could not be decided.
import { isDay, toNumber } from '../../model/day.ts'
import { appliesTo, type Duty, FULL_BPS, type ImportLine, type LayerPolicy, mulDiv, stack } from './policy.ts'
import { type Regime, regimeOf, type Span, spanOn } from './regime.ts'
import type { Alternative, Certainty, Effect, LayerId, Scenario, Step, StepId } from './step.ts'

/** One layer's share of a bill: rate after stacking in basis points (0 for a specific duty), money in minor units. */
export interface BillPart {
  readonly layer: LayerId
  readonly bps: number
  readonly minor: number
  /** The step it rests on; absent for duties that came with the line. */
  readonly by?: StepId
}

/** A layer that meets the line but whose duty is not sure. */
export interface Undecided {
  readonly layer: LayerId
  readonly certainty: Certainty
  readonly alternatives: readonly Alternative[]
}

export interface DutyBill {
  readonly line: ImportLine
  readonly parts: readonly BillPart[]
  readonly totalBps: number
  readonly totalMinor: number
  /** Licences, bans and other effects that touch the line and cost no duty. */
  readonly touches: readonly { readonly layer: LayerId; readonly effect: Effect; readonly by: StepId }[]
  /** Not empty: the total reads "at least". */
  readonly undecided: readonly Undecided[]
  /** Layers of the policy that meet the line and of which nothing was read. */
  readonly unread: readonly LayerId[]
  /** Why the line has no bill: an amount that is no safe integer, a day that does not exist. */
  readonly trouble?: string
}

/** Bills as of each line's day of entry. A line in trouble has an empty bill that says so; the others go on. */
export function dutyBill(
  lines: readonly ImportLine[],
  steps: readonly Step[],
  policy: readonly LayerPolicy[],
  when: { readonly known: string; readonly scenario?: Scenario },
): DutyBill[] {
  const regime = regimeOf(steps, when)
  return lines.map((line) => billOf(line, regime, policy))
}

function billOf(line: ImportLine, regime: Regime, policies: readonly LayerPolicy[]): DutyBill {
  const trouble = (why: string): DutyBill => ({
    line,
    parts: [],
    totalBps: 0,
    totalMinor: 0,
    touches: [],
    undecided: [],
    unread: [],
    trouble: why,
  })
  if (!Number.isSafeInteger(line.valueMinor) || line.valueMinor < 0) {
    return trouble(`the value ${line.valueMinor} is no whole number of minor units`)
  }
  if (!isDay(line.entryOn)) return trouble(`the entry day "${line.entryOn}" does not exist`)
  const metal = line.metalShareBps ?? 0
  if (!Number.isSafeInteger(metal) || metal < 0 || metal > FULL_BPS) {
    return trouble(`the metal share ${metal} is not between 0 and ${FULL_BPS} basis points`)
  }

  const day = toNumber(line.entryOn)
  const duties: (Duty & { readonly by?: StepId })[] = []
  const specific: { readonly layer: LayerId; readonly minor: number; readonly by: StepId }[] = []
  const touches: DutyBill['touches'][number][] = []
  const undecided: Undecided[] = []
  const unread: LayerId[] = []
  for (const policy of policies) {
    if (!appliesTo(policy, line) || line.other?.some(({ layer }) => layer === policy.layer)) continue
    const found = regime.layers.get(policy.layer)
    if (found === undefined) unread.push(policy.layer)
    const span = found && spanOn(found, day)
    if (span === undefined) continue
    if (span.doubts.length > 0) undecided.push(doubtOf(policy.layer, span))
    const { top } = span
    if (top?.effect === undefined) continue
    const { effect } = top
    if (effect.kind === 'adValorem') {
      if (!Number.isSafeInteger(effect.bps))
        return trouble(`the rate ${effect.bps} of ${policy.layer} is no whole number`)
      duties.push({ policy, bps: effect.bps, by: top.step })
    } else if (effect.kind === 'specific') {
      const quantity = line.quantities?.[effect.unit]
      if (quantity === undefined || effect.currency !== line.currency) {
        undecided.push({
          layer: policy.layer,
          certainty: 'conditional',
          alternatives: [{ effect, by: top.step, because: 'conditional' }],
        })
        continue
      }
      const minor = mulDiv(effect.minorPerUnit, quantity, 1)
      if (minor === undefined) return trouble(`the duty of ${policy.layer} is too large to count`)
      specific.push({ layer: policy.layer, minor, by: top.step })
    } else touches.push({ layer: policy.layer, effect, by: top.step })
  }
  for (const { layer, bps } of line.other ?? []) {
    if (!Number.isSafeInteger(bps)) return trouble(`the rate ${bps} of ${layer} is no whole number`)
    const policy = policies.find((one) => one.layer === layer) ?? { layer, stacking: 'additive' as const }
    duties.push({ policy, bps })
  }

  const rates = stack(duties, line)
  const parts: BillPart[] = []
  for (const [i, duty] of duties.entries()) {
    const minor = mulDiv(line.valueMinor, rates[i]!, FULL_BPS)
    if (minor === undefined) return trouble(`the duty of ${duty.policy.layer} is too large to count`)
    parts.push({
      layer: duty.policy.layer,
      bps: rates[i]!,
      minor,
      ...(duty.by !== undefined && { by: duty.by }),
    })
  }
  for (const { layer, minor, by } of specific) parts.push({ layer, bps: 0, minor, by })
  const totalMinor = parts.reduce((sum, { minor }) => sum + minor, 0)
  if (!Number.isSafeInteger(totalMinor)) return trouble('the duty is too large to count')
  return {
    line,
    parts,
    totalBps: parts.reduce((sum, { bps }) => sum + bps, 0),
    totalMinor,
    touches,
    undecided,
    unread,
  }
}

const doubtOf = (layer: LayerId, { doubts, alternatives }: Span): Undecided => ({
  layer,
  certainty: doubts[0] ?? 'certain',
  alternatives,
})
