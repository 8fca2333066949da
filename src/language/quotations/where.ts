// In: a draft and its quotations. Out: where in the text a quotation stands.
import { firstWhere, type Range, rangesOverlap } from '../../model/range.ts'
import type { Quotation } from '../doc.ts'
import type { Draft } from '../draft.ts'

/** Where a quotation is told: its cue, else its words, else its source. */
export const anchorOf = (quotation: Quotation): number =>
  (quotation.cue[0] ?? quotation.content[0] ?? quotation.source[0])?.start ?? 0

/** Where a quotation begins, with its cue or its words. */
export const beginOf = (quotation: Quotation): number =>
  Math.min(anchorOf(quotation), quotation.content[0]?.start ?? Number.POSITIVE_INFINITY)

export const sentenceAt = (draft: Draft, offset: number): number =>
  Math.max(0, firstWhere(draft.sents.length, (at) => draft.sents[at]!.start > offset) - 1)

/** Whether a sentence begins with what its speaker was asked: "Asked whether it would close, he said". */
export const isAnswer = (draft: Draft, offset: number): boolean =>
  /^["“]?(?:Asked|Pressed|Questioned|Quizzed)\b/.test(
    draft.text.slice(draft.sents[sentenceAt(draft, offset)]?.start ?? 0, offset),
  )

export const paragraphAt = (draft: Draft, offset: number): number =>
  draft.sents[sentenceAt(draft, offset)]?.paragraph ?? 0

/** Ranges of an ordered list that overlap a range. */
export function within<T extends Range>(list: readonly T[], range: Range): T[] {
  const found: T[] = []
  for (
    let k = firstWhere(list.length, (at) => list[at]!.end > range.start);
    k < list.length && list[k]!.start < range.end;
    k++
  )
    if (rangesOverlap(list[k]!, range)) found.push(list[k]!)
  return found
}
