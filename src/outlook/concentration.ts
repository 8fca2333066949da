// In: shares of suppliers as reports give them. Out: the bounds they set to the Herfindahl–Hirschman index.

/** A share of one supplier, 0 to 1; `high` where the report gives a range. */
export interface Share {
  readonly share: number
  readonly high?: number
  readonly bound: '=' | '≈' | '≤' | '≥' | '<' | '>'
}

/** The index lies in `[lower, upper]`. `approximate` where a share is hedged ("about"). */
export interface Concentration {
  readonly lower: number
  readonly upper: number
  readonly approximate: boolean
  /** Against the EU's test of 0.4 for imports; absent where the shares are not of imports. */
  readonly importTest?: 'above' | 'below' | 'undecided'
}

const IMPORT_LIMIT = 0.4

/**
 * Bounds of Σ s² where the named shares are known and the rest is not: at least their squares (the rest among ever so many),
 * at most with the whole rest in one hand. 0.7 gives 0.49–0.58. Undefined for shares outside 0–1 or above 1 in sum.
 */
export function concentrationOf(
  shares: readonly Share[],
  { ofImports }: { readonly ofImports: boolean },
): Concentration | undefined {
  if (shares.length === 0) return undefined
  const ranges = shares.map(rangeOf)
  if (ranges.some(({ low, high }) => !(low >= 0 && low <= high && high <= 1))) return undefined
  const leastSum = ranges.reduce((sum, { low }) => sum + low, 0)
  if (leastSum > 1 + 1e-9) return undefined
  const lower = ranges.reduce((sum, { low }) => sum + low * low, 0)
  const upper = upperBound(ranges, leastSum)
  return {
    lower,
    upper,
    approximate: shares.some(({ bound }) => bound === '≈'),
    ...(ofImports && {
      importTest: lower > IMPORT_LIMIT ? 'above' : upper <= IMPORT_LIMIT ? 'below' : 'undecided',
    }),
  }
}

function rangeOf({ share, high, bound }: Share): { readonly low: number; readonly high: number } {
  if (bound === '≥' || bound === '>') return { low: share, high: 1 }
  if (bound === '≤' || bound === '<') return { low: 0, high: high ?? share }
  return { low: share, high: high ?? share }
}

/** Named shares that may vary are tried in all corners up to this many; beyond it the bound is wider. */
const CORNERS = 10

/**
 * Σ s² is convex, so it is largest in a corner: every named share at one of its ends but for one, what is left in one hand
 * or added to that one.
 */
function upperBound(
  ranges: readonly { readonly low: number; readonly high: number }[],
  leastSum: number,
): number {
  const least = ranges.reduce((sum, { low }) => sum + low * low, 0)
  const free = Math.max(0, 1 - leastSum)
  const loose = ranges.filter(({ low, high }) => high > low)
  if (loose.length > CORNERS) {
    return Math.min(1, ranges.reduce((sum, { high }) => sum + high * high, 0) + free * free)
  }
  let best = least + free * free
  for (let corner = 0; corner < 1 << loose.length; corner++) {
    let rest = free
    let sum = least
    loose.forEach(({ low, high }, i) => {
      if (!(corner & (1 << i))) return
      rest -= high - low
      sum += high * high - low * low
    })
    if (rest < -1e-9) continue
    rest = Math.max(0, rest)
    best = Math.max(best, sum + rest * rest)
    loose.forEach(({ low, high }, i) => {
      if (corner & (1 << i) || rest > high - low) return
      best = Math.max(best, sum - low * low + (low + rest) ** 2)
    })
  }
  return Math.min(1, best)
}
