// In: a draft with its names. Out: its fingerprint: shingles of its own and of others' words, and its credits.
import type { Range } from '../model/index.ts'
import { findCredits } from './credits.ts'
import type { Draft } from './draft.ts'
import type { Lexicon } from './lexicon.ts'
import { findPosts } from './posts.ts'
import { findQuoted } from './quotations/marks.ts'
import { paragraphsOf } from './quotations/paragraphs.ts'
import { shinglesOf } from './shingles.ts'

/** Fills `draft.fingerprint`, by which the record finds copies and origins. */
export function takeFingerprint(draft: Draft, _lexicon: Lexicon): void {
  const quoted = findQuoted(draft.text, paragraphsOf(draft)).filter((stretch) => stretch.marks === 'double')
  const others = joined([...quoted, ...findPosts(draft.text)])
  draft.fingerprint = { ...shinglesOf(draft, others), credits: findCredits(draft) }
}

/** The same ranges in order, overlapping ones made one. */
function joined(ranges: readonly Range[]): Range[] {
  const found: Range[] = []
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = found.at(-1)
    if (last && range.start < last.end)
      found[found.length - 1] = { start: last.start, end: Math.max(last.end, range.end) }
    else found.push({ start: range.start, end: range.end })
  }
  return found
}
