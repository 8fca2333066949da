// In: nothing. Out: the schema of a notice: trouble met in a text, kept and shown, never thrown.
import * as z from 'zod'
import { Span } from './span.ts'

export const Notice = z.object({
  code: z.string(),
  message: z.string(),
  path: z.string().optional(),
  span: Span.optional(),
})
export type Notice = z.infer<typeof Notice>
