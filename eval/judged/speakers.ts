// In: a read report. Out: its quotations in marks whose source gives the speaker by pronoun or title alone.
import type { Doc, Quotation } from '#parley/language/doc.ts'
import { rangesOverlap } from '#parley/model/range.ts'

const MARKS = /["“”]/
const FEWEST_LETTERS = 15

/** True where no name of a person or body stands in the source: "he", "the minister", "a spokeswoman". */
export function isBare(doc: Doc, { source }: Quotation): boolean {
  return source.every(
    (range) =>
      !/\b(?:Mr|Mrs|Ms|Dr)\b/.test(doc.text.slice(range.start, range.end)) &&
      !doc.names.some(({ start, end, type }) => type !== 'office' && rangesOverlap(range, { start, end })),
  )
}

/** Quotations in marks, said by somebody outside the marks, with a bare source. */
export function bareQuotations(doc: Doc): Quotation[] {
  return doc.quotations.filter((quotation) => {
    const [source] = quotation.source
    const [content] = quotation.content
    if (!source || !content || quotation.inside >= 0 || content.end - content.start < FEWEST_LETTERS)
      return false
    const marked = MARKS.test(doc.text.slice(Math.max(0, content.start - 1), content.start + 1))
    const within = doc.quotations.some(
      (other) =>
        other.form === 'direct' &&
        other.content.some((range) => range.start <= source.start && source.end <= range.end),
    )
    return marked && !within && isBare(doc, quotation)
  })
}
