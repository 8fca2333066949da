// In: a sentence and an engine. Out: the table of it, as if it were a report of its own.
import type { Doc } from '../language/doc.ts'
import { readText } from '../language/read.ts'
import type { Engine } from './read-report.ts'

/** Reads a text that is no report: an example of a card, a sentence typed. */
export const readSentence = (text: string, engine: Engine): Doc =>
  readText(
    text,
    [{ start: 0, end: text.length, role: 'body', n: 0 }],
    'en',
    engine.models,
    engine.claims.lexicon,
  )
