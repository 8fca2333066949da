// In: the text of a deal (YAML). Out: the terms an analyst picked from what the sides ask, offer and refuse.
import * as z from 'zod'
import { AssumedStep, Extensions, readYaml, Words } from '../scenario/scenario-file.ts'

export const DealFile = z.strictObject({
  name: Words.optional(),
  by: Words.optional(),
  /** What is taken into the deal, each by the id of a position or by words that only it has, and what it does to measures. */
  terms: z.array(z.strictObject({ take: Words, does: z.array(AssumedStep).default([]) })).min(1),
  /** Terms of measures that the deal lets go on. */
  extend: Extensions,
  /** Preconditions and approvals that the analyst takes as met, by id or words. */
  met: z.array(Words).default([]),
})
export type DealFile = z.infer<typeof DealFile>

/** Throws `scenario-not-understood`. A deal without terms is none. */
export const readDeal = (text: string, path: string): DealFile => readYaml(text, path, DealFile)
