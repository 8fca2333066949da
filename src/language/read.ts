// In: a report's text and parts, the models and words. Out: its doc, every layer filled.
import type { Part } from '../model/index.ts'
import type { Doc } from './doc.ts'
import { startDraft } from './draft.ts'

/** Reads one report; the stages run in the order of `docs/reading.md`. */
export function readText(text: string, parts: readonly Part[], language: string): Doc {
  return startDraft(text, parts, language)
}
