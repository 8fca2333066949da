// In: a draft with its names. Out: its fingerprint: shingles outside and inside quotation marks, and its credits.
import { findCredits } from './credits.ts'
import type { Draft } from './draft.ts'
import type { Lexicon } from './lexicon.ts'
import { findQuoted } from './quotations/marks.ts'
import { paragraphsOf } from './quotations/paragraphs.ts'
import { shinglesOf } from './shingles.ts'

/** Fills `draft.fingerprint`, by which the record finds copies and origins. */
export function takeFingerprint(draft: Draft, _lexicon: Lexicon): void {
  const quoted = findQuoted(draft.text, paragraphsOf(draft)).filter((stretch) => stretch.marks === 'double')
  draft.fingerprint = { ...shinglesOf(draft, quoted), credits: findCredits(draft) }
}
