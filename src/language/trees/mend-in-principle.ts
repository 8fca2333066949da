// In: a parsed draft. Out: its trees with "in-principle" before a noun as what tells of which kind it is.
import type { Draft } from '../draft.ts'

/** "Have reached in-principle agreements": parsers take the first of the three words for a preposition. */
export function mendInPrinciple({ tokens, parsed }: Draft): void {
  const { tag, lower, head, dep, sent } = tokens
  for (let at = 0; at + 3 < tokens.count; at++) {
    if (lower[at] !== 'in' || lower[at + 1] !== '-' || lower[at + 2] !== 'principle') continue
    const noun = at + 3
    if (!/^NN/.test(tag[noun]!) || parsed[sent[at]!] !== 1) continue
    tag[at] = 'JJ'
    dep[at] = 'amod'
    head[at] = noun
    const verb = head[noun]!
    if (dep[noun] === 'obl' && verb >= 0 && verb < at && /^VB/.test(tag[verb]!)) dep[noun] = 'obj'
  }
}
