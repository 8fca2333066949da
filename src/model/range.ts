// In: nothing. Out: ranges of a text, and how two of them lie to each other.

/** Any `[start, end)` inside the text at hand. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** True where the ranges share a code unit. */
export const rangesOverlap = (a: Range, b: Range): boolean => a.start < b.end && b.start < a.end

/** True where `outer` holds all of `inner`. */
export const covers = (outer: Range, inner: Range): boolean =>
  outer.start <= inner.start && inner.end <= outer.end
