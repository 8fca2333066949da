// In: an "it". Out: whether it means nothing ("it is clear that").
import type { Draft } from '../draft.ts'

/** "It is willing to sign", "it is due to lapse": somebody or something is. */
const HAS_SUBJECT =
  /^(?:willing|unwilling|ready|prepared|able|unable|eager|keen|determined|committed|reluctant|obliged|bound|entitled|free|set|due|likely|unlikely|about|supposed|required|scheduled|expected|allowed|forced|meant|planning|seeking)$/
const MODAL = /^(?:will|would|may|might|could|can|should|must|'ll|'d)$/

/** "It is clear that …", "it would take a year to", "it seems", "it rained": nothing is meant. */
export function isEmptyIt(draft: Draft, token: number): boolean {
  const { lemma, lower, tag, sent } = draft.tokens
  const end = draft.sents[sent[token]!]!.last
  const next = lemma[token + 1] ?? ''
  if (/^(?:seem|appear|rain|snow|happen|follow)$/.test(next)) return true
  // "as the ministry put it", "made it clear"
  if (/^(?:put|make|find)$/.test(lemma[token - 1] ?? '')) return true
  let verb = token + 1
  while (verb < end && MODAL.test(lemma[verb]!)) verb++
  while (verb < end && verb > token + 1 && /^RB/.test(tag[verb]!)) verb++
  if (!/^(?:be|become|remain|make|take|help|cost|'s)$/.test(lemma[verb] ?? '')) return false
  let clause = false
  let quality = false
  for (let i = token + 2; i < Math.min(end, token + 12); i++) {
    if (/^(?:that|whether|to|if|for|how|what|when|why|who)$/.test(lower[i]!)) {
      if (lower[i] === 'to' && HAS_SUBJECT.test(lower[i - 1]!)) return false
      clause = true
      break
    }
    if (/^[.;]$/.test(lower[i]!)) break
    if (/^JJ|^VBN|^NN/.test(tag[i]!)) quality = true
  }
  return clause && quality
}
