// In: nothing. Out: the schema and type of a span, the anchor of everything a reader sees.
import * as z from 'zod'

/** Half-open `[start, end)` in UTF-16 code units of one report's frozen text (Web Annotation's position selector). */
export const Span = z.object({
  report: z.string().optional(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
})
export type Span = z.infer<typeof Span>

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
