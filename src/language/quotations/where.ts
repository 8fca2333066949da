// In: a draft and its quotations. Out: where in the text a quotation stands.
import { firstWhere, type Range, rangesOverlap } from '../../model/range.ts'
import type { Name, Quotation } from '../doc.ts'
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

/** "Officials in Oslo", "analysts at Harbour Bank": where those who speak are; only an envoy "at the ministry" speaks for it. */
export function isWhere(
  draft: Draft,
  { first, type }: Name,
  core: Range,
  representing: ReadonlySet<string>,
): boolean {
  const { lower, lemma, start } = draft.tokens
  const at = lower[first - 1] === 'the' ? first - 2 : first - 1
  if (at < 1 || start[at]! < core.start) return false
  if (/^(?:in|near|inside|outside|around)$/.test(lower[at]!)) return type === 'place' || type === 'government'
  return lower[at] === 'at' && !representing.has(lemma[at - 1]!)
}

/** "Norwegians said", "two thirds of Norwegians": people of a state, who do not speak for it as "the Norwegians" may. */
export const isPeople = ({ text }: Draft, { type, start, end, canonical }: Name): boolean =>
  type === 'place' && /\p{Ll}{3}s$/u.test(text.slice(start, end)) && text.slice(start, end) !== canonical
