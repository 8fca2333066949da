// In: a subject and its verb. Out: who is joined to the subject though the parser hung it elsewhere.
import type { Scene } from './scene.ts'

/** "The union of crews in the north and their employers have reached a deal": who is joined to the subject by "their". */
export function joinedBehind({ doc, grammar }: Scene, subject: number, verb: number): number | undefined {
  const { lower, tag } = doc.tokens
  let at = verb - 1
  while (at > subject && /^(?:VB|MD|RB)/.test(tag[at]!)) at--
  const { first } = grammar.phrase(at, 'short')
  const isTheirs = lower[first] === 'their' && lower[first - 1] === 'and' && /^NN/.test(tag[at]!)
  return isTheirs && first - 1 > subject ? at : undefined
}
