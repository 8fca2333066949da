// In: a report's text and parts, the models and words. Out: its doc, every layer filled.
import type { Part } from '../model/index.ts'
import type { Doc } from './doc.ts'
import { startDraft } from './draft.ts'
import type { Lexicon } from './lexicon.ts'
import type { Models } from './models.ts'
import { parse } from './parser.ts'
import { tag } from './tagger.ts'

/** Reads one report; the stages run in the order of `docs/reading.md`. */
export function readText(
  text: string,
  parts: readonly Part[],
  language: string,
  models: Models,
  _lexicon: Lexicon,
): Doc {
  const draft = startDraft(text, parts, language)
  tag(draft, models)
  parse(draft, models)
  return draft
}
