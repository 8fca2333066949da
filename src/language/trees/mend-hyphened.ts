// In: a parsed draft. Out: a word joined by a hyphen to the one before it hangs on the noun right behind it.
import type { Draft } from '../draft.ts'
import { NOUNS, reachOf, VERB } from './tree-steps.ts'

type Tokens = Draft['tokens']

/** What may be the last word of such a compound: "high-stakes", "gift-giving", "war-ravaged", "free-market". */
const JOINED = /^(?:NNS?|JJ|VB[NG])$/

/**
 * "Two days of high-stakes trade talks", "poor-performing carriers": the compound says which, and the noun behind it has the place in
 * the sentence that the compound was given.
 */
export function mendHyphened({ tokens, sents }: Draft): void {
  const { form, start, end, tag, head, sent, count } = tokens
  for (let hyphen = 1; hyphen + 2 < count; hyphen++) {
    const [first, last] = [hyphen - 1, hyphen + 1]
    if (form[hyphen] !== '-' || start[hyphen] !== end[first] || start[last] !== end[hyphen]) continue
    if (!JOINED.test(tag[last]!) || sent[last + 1] !== sent[first]) continue
    const noun = nounBehind(tokens, last)
    if (noun < 0 || tokens.dep[last] === 'flat') continue
    const reach = reachOf(sents[sent[last]!]!, last)
    if (head[last]! > last && head[last]! <= noun) {
      // "Of high-stakes talks": "of" is the noun's.
      for (let at = reach.first; at < first; at++) if (head[at] === last) head[at] = noun
      continue
    }
    if (head[noun] !== last) {
      // "Right-leaning reformers should …": no clause of its own.
      if (/^VB/.test(tag[last]!) && /^(?:advcl|acl)/.test(tokens.dep[last]!)) hangOn(tokens, last, noun)
      continue
    }
    giveBack(tokens, { first, last, noun }, reach)
  }
}

/** The noun that heads those right behind a word; −1 where none stands there. */
function nounBehind({ tag, head, pos }: Tokens, last: number): number {
  let end = last + 1
  while (/^JJ/.test(tag[end] ?? '')) end++
  while (/^NN/.test(tag[end] ?? '')) end++
  for (let at = last + 1; at < end; at++)
    if (NOUNS.has(pos[at]!) && (head[at]! <= last || head[at]! >= end)) return at
  return -1
}

/** The noun takes the place of the compound and what hung on that; the compound hangs on the noun. */
function giveBack(
  tokens: Tokens,
  { first, last, noun }: { first: number; last: number; noun: number },
  reach: { first: number; last: number },
): void {
  const { head, dep, pos } = tokens
  const above = head[last]!
  const hasCase = [...Array(last - reach.first).keys()].some(
    (n) => head[reach.first + n] === last && dep[reach.first + n] === 'case',
  )
  const isClause = /^(?:advcl|acl|ccomp|xcomp|parataxis|csubj)/.test(dep[last]!)
  head[noun] = above
  dep[noun] = !isClause
    ? dep[last]!
    : hasCase
      ? 'obl'
      : above >= 0 && pos[above] === VERB && above < last
        ? 'obj'
        : 'nsubj'
  for (let at = reach.first; at < reach.last; at++)
    if (head[at] === last && at !== noun && (at < first || at > noun)) head[at] = noun
  hangOn(tokens, last, noun)
}

function hangOn({ head, dep, tag }: Tokens, last: number, noun: number): void {
  head[last] = noun
  dep[last] = /^NN/.test(tag[last]!) ? 'compound' : 'amod'
}
