// In: the duties that meet on one line. Out: what each adds, stacked as the policy says.
import type { LayerId } from './step.ts'

/**
 * How a layer's duty meets the others, as data. `primary`: in full. `contentSplit`: on the part that is not metal, where a
 * primary duty is above zero and the origin is not in `additiveFor`; else in full. `additive`: in full. `floor`: tops up
 * the layers of `of` to its own rate. `origins` and `codes` (beginnings of tariff codes) limit it; absent: all.
 */
export interface LayerPolicy {
  readonly layer: LayerId
  readonly stacking: 'primary' | 'contentSplit' | 'additive' | 'floor'
  readonly origins?: readonly string[]
  readonly codes?: readonly string[]
  readonly additiveFor?: readonly string[]
  readonly of?: readonly LayerId[]
}

/** Goods that enter together. Money in minor units; `metalShareBps` 0–10000; `other` duties that no step of the record gives. */
export interface ImportLine {
  readonly id: string
  readonly code: string
  readonly origin: string
  readonly valueMinor: number
  readonly currency: string
  readonly entryOn: string
  /** What specific duties count, by unit. */
  readonly quantities?: Readonly<Record<string, number>>
  readonly metalShareBps?: number
  readonly other?: readonly { readonly layer: LayerId; readonly bps: number }[]
}

export const FULL_BPS = 10_000

/** `a · b / c` rounded half up, undefined where it is no safe integer. Whole numbers; `c` above zero. */
export function mulDiv(a: number, b: number, c: number): number | undefined {
  if (![a, b, c].every(Number.isSafeInteger) || c <= 0) return undefined
  const product = BigInt(a) * BigInt(b) * 2n + BigInt(c)
  const divisor = BigInt(c) * 2n
  const quotient = product / divisor - (product % divisor < 0n ? 1n : 0n)
  const result = Number(quotient)
  return Number.isSafeInteger(result) ? result : undefined
}

export const appliesTo = (policy: LayerPolicy, line: ImportLine): boolean =>
  (policy.origins?.includes(line.origin) ?? true) &&
  (policy.codes?.some((code) => line.code.replaceAll('.', '').startsWith(code.replaceAll('.', ''))) ?? true)

/** A duty before stacking. */
export interface Duty {
  readonly policy: LayerPolicy
  readonly bps: number
}

/** Basis points of each duty after stacking, in the order given; half up. */
export function stack(duties: readonly Duty[], line: ImportLine): number[] {
  const split = duties.some(({ policy, bps }) => policy.stacking === 'primary' && bps > 0)
  const metal = Math.min(FULL_BPS, Math.max(0, line.metalShareBps ?? 0))
  const plain = duties.map(({ policy, bps }) =>
    policy.stacking === 'contentSplit' && split && !policy.additiveFor?.includes(line.origin)
      ? (mulDiv(bps, FULL_BPS - metal, FULL_BPS) ?? bps)
      : bps,
  )
  return duties.map(({ policy, bps }, i) => {
    if (policy.stacking !== 'floor') return plain[i]!
    const under = duties.reduce(
      (sum, other, j) =>
        other.policy.stacking !== 'floor' && policy.of?.includes(other.policy.layer) ? sum + plain[j]! : sum,
      0,
    )
    return Math.max(0, bps - under)
  })
}
