// In: quotations with their speakers, the credits of the text. Out: through which outlets a quotation came.
import { firstWhere, rangesOverlap } from '../../model/range.ts'
import type { Credit, Quotation } from '../doc.ts'
import type { Draft } from '../draft.ts'
import { anchorOf, sentenceAt, within } from './where.ts'

/** Outlets between the speaker and this report, the nearest to the speaker first. */
export function viaOf(
  draft: Draft,
  quotation: Quotation,
  all: readonly Quotation[],
  credits: readonly Credit[],
): string[] {
  const via: string[] = []
  const add = (id: string) => {
    if (!quotation.speakers.includes(id) && !via.includes(id)) via.push(id)
  }
  let at: Quotation | undefined = quotation
  for (let steps = 0; at && steps < 5; at = all[at.inside], steps++) {
    const one: Quotation = at
    if (steps > 0) for (const speaker of one.speakers) if (speaker.startsWith('outlet:')) add(speaker)
    const sent = draft.sents[sentenceAt(draft, anchorOf(one))]
    if (sent)
      for (const credit of within(credits, sent)) if (creditsCue(draft, credit, one)) add(credit.outlet)
  }
  return via
}

/**
 * Whether a credit says how a quotation came: not where the words told are of the outlet's own report ("denied a report by
 * Reuters"), nor where it stands in another clause of the sentence ("it has begun, according to Reuters, and Peru warned …").
 */
function creditsCue(draft: Draft, credit: Credit, { content, cue }: Quotation): boolean {
  const { tokens } = draft
  if (content.some((range) => rangesOverlap(range, credit))) return false
  const { start, head, dep, tag, sent, count } = tokens
  const [word] = cue
  const tokenAt = (offset: number) => firstWhere(count, (at) => start[at]! > offset) - 1
  const from = tokenAt(credit.start)
  if (!word) return true
  const isJoined = (at: number) => /^(?:conj|parataxis)$/.test(dep[at]!) && /^(?:VB|MD)/.test(tag[at]!)
  // A verb joined without a subject shares the clause of the one before it.
  const subjects = new Set<number>()
  const { first, last } = draft.sents[sent[from]!]!
  for (let at = first; at < last; at++) if (dep[at]!.startsWith('nsubj')) subjects.add(head[at]!)
  const own = new Set<number>()
  for (let at = tokenAt(word.start), steps = 0; at >= 0 && steps < REACH; at = head[at]!, steps++) {
    own.add(at)
    if (isJoined(at) && subjects.has(at)) break
  }
  for (let at = from, steps = 0; at >= 0 && steps < REACH; at = head[at]!, steps++) {
    if (own.has(at)) return true
    if (isJoined(at)) return false
  }
  return false
}

/** Steps up a tree at most. */
const REACH = 40
