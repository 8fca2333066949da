// In: nothing. Out: the schema and type of a span, the anchor of everything a reader sees.
import * as z from 'zod'

/** Half-open `[start, end)` in UTF-16 code units of one report's frozen text (Web Annotation's position selector). */
export const Span = z.object({
  report: z.string().optional(),
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
})
export type Span = z.infer<typeof Span>

/** What was read of a report: its sentences, those that gave a claim, and where those stand that tell something and gave none. */
export const Sentences = z.object({
  read: z.int(),
  withClaim: z.int(),
  /** Ascending; absent where there is none, and in readings made by hand. */
  unread: z.array(Span).optional(),
})
export type Sentences = z.infer<typeof Sentences>
