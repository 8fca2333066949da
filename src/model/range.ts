// In: nothing. Out: ranges of a text, and how two of them lie to each other.

/** Any `[start, end)` inside the text at hand. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** True where the ranges share a code unit. */
export const rangesOverlap = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end

/**
 * Index of the first place in [0, `count`) at which a test holds, `count` if at none. The test must hold at every
 * place behind one where it holds; log₂ `count` places are looked at.
 */
export function firstWhere(count: number, holds: (at: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
