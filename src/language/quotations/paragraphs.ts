// In: a draft's sentences. Out: its paragraphs as ranges of the text.
import type { Range } from '../../model/index.ts'
import type { Doc } from '../doc.ts'

/** The paragraphs that are read, in order, each from its first sentence's start to its last sentence's end. */
export function paragraphsOf(doc: Pick<Doc, 'sents'>): Range[] {
  const found: { start: number; end: number; paragraph: number }[] = []
  for (const sent of doc.sents) {
    const last = found.at(-1)
    if (last && last.paragraph === sent.paragraph) last.end = sent.end
    else found.push({ start: sent.start, end: sent.end, paragraph: sent.paragraph })
  }
  return found
}
