// In: a draft with tags. Out: the stretches of a sentence that somebody says are not so, by their surface.
import type { Sentence } from '../doc.ts'

/** What of a draft, or of what became of it, is looked at. */
interface Words {
  readonly tokens: Readonly<Record<'form' | 'lower' | 'lemma' | 'tag', readonly string[]>>
  readonly sents: readonly Sentence[]
}

/** Tokens [first, last) that are said not to be so, and the word that says it. */
export interface Repudiated {
  readonly first: number
  readonly last: number
  readonly cue: number
}

/** Verbs that say of what was told that it is not so. */
export const DENYING: ReadonlySet<string> = new Set(
  'deny dispute refute rebut contradict reject dismiss rebuff contest correct dispel debunk quash scotch'.split(
    ' ',
  ),
)
/** Those that say so of a bare clause too. */
const OF_CLAUSE: ReadonlySet<string> = new Set(['deny', 'dispute', 'refute'])
/** What somebody holds and another may deny. */
export const HELD_TO_BE: ReadonlySet<string> = new Set(
  'suggestion claim allegation accusation charge assertion report rumour rumor speculation notion idea story account contention insinuation impression'.split(
    ' ',
  ),
)
/** What is said of such words where they are not so. */
const UNTRUE: ReadonlySet<string> = new Set(
  'false untrue wrong incorrect baseless unfounded inaccurate groundless nonsense fabricated'.split(' '),
)
/** Forms of the commonest of them, whose lemma a tag may spoil. */
const DENY: ReadonlySet<string> = new Set(['deny', 'denies', 'denied', 'denying'])
/** Tokens between the verb and the noun, and between the noun and its clause, at most. */
const NEAR = 8
const FAR = 14

/**
 * "Denied a report, carried by a radio station, that Peru had offered more": a parser loses such a clause as often as it
 * finds it, its words stand in order. Also "denied having offered", "there is no truth in claims that", "reports that … are
 * false", "it is not true that". Linear in the tokens.
 */
export function repudiatedIn(draft: Words): Repudiated[] {
  const found: Repudiated[] = []
  for (const { first, last } of draft.sents)
    for (let at = first; at < last; at++) {
      const one = denied(draft, at, last) ?? noTruth(draft, at, last) ?? saidFalse(draft, at, last)
      if (one) found.push(one)
    }
  return found
}

/** A verb that denies, with a clause or with a noun that has one. */
function denied(draft: Words, verb: number, end: number): Repudiated | undefined {
  const { lemma, lower, tag } = draft.tokens
  const word = DENY.has(lower[verb]!) ? 'deny' : lemma[verb]!
  if (!DENYING.has(word) || isUndone(draft, verb)) return undefined
  let next = verb + 1
  while (next < end && /^RB/.test(tag[next]!)) next++
  if (OF_CLAUSE.has(word)) {
    if (lower[next] === 'that' && opens(draft, next)) return upTo(draft, next, end, verb)
    if (tag[next] === 'VBG' && next < end) return upTo(draft, next, end, verb)
    // "Denies it wants to leave".
    if (tag[next] === 'PRP' && /^(?:VB[DZP]|MD)$/.test(tag[next + 1] ?? ''))
      return upTo(draft, next, end, verb)
  }
  const noun = heldNoun(draft, next, Math.min(end, next + NEAR))
  return noun < 0 ? undefined : clauseOf(draft, noun, end, verb)
}

/** "No truth in claims that", "no basis to the report that", "not true that". */
function noTruth(draft: Words, at: number, end: number): Repudiated | undefined {
  const { lower } = draft.tokens
  if (lower[at] === 'no' && /^(?:truth|substance|basis|foundation)$/.test(lower[at + 1] ?? '')) {
    const noun = heldNoun(draft, at + 3, Math.min(end, at + NEAR))
    return noun < 0 ? undefined : clauseOf(draft, noun, end, at)
  }
  const isNot =
    (lower[at] === 'not' || lower[at] === "n't") && /^(?:true|correct|accurate)$/.test(lower[at + 1] ?? '')
  const that = isNot ? at + 2 : at + 1
  return (isNot || UNTRUE.has(lower[at]!)) && lower[that] === 'that' && opens(draft, that)
    ? upTo(draft, that, end, at)
    : undefined
}

/** "Reports that Peru is leaving are false". */
function saidFalse(draft: Words, noun: number, end: number): Repudiated | undefined {
  const { lemma, lower } = draft.tokens
  if (!HELD_TO_BE.has(lemma[noun]!) || lower[noun + 1] !== 'that' || !opens(draft, noun + 1)) return undefined
  for (let at = noun + 3; at < end; at++)
    if (UNTRUE.has(lower[at]!) && /^(?:is|are|was|were|as|be)$/.test(lower[at - 1]!))
      return { first: noun + 1, last: at - 1, cue: at }
  return undefined
}

function heldNoun({ tokens }: Words, from: number, end: number): number {
  const { lemma, tag } = tokens
  for (let at = from; at < end; at++) {
    if (HELD_TO_BE.has(lemma[at]!) && !/^(?:MD|VBD)$/.test(tag[at]!)) return at
    if (!/^(?:DT|JJ|NN|RB|PRP\$|POS|VBN|VBG|CD|,|CC|``|'')/.test(tag[at]!)) return -1
  }
  return -1
}

/** The clause of a noun behind whatever else is told of it: "reports in the media that". */
function clauseOf(draft: Words, noun: number, end: number, cue: number): Repudiated | undefined {
  const { lower, tag } = draft.tokens
  if (lower[noun + 1] === 'of' && tag[noun + 2] === 'VBG') return upTo(draft, noun + 1, end, cue)
  for (let at = noun + 1; at < Math.min(end, noun + FAR); at++)
    if (lower[at] === 'that') return opens(draft, at) ? upTo(draft, at, end, cue) : undefined
  return undefined
}

/** "That Peru had left", not "that recommended it" nor "that account". */
const opens = ({ tokens }: Words, that: number): boolean =>
  !HELD_TO_BE.has(tokens.lemma[that + 1] ?? '') &&
  !/^(?:VB[DZP]|MD|RB|,|\.)$/.test(tokens.tag[that + 1] ?? '.')

const TOLD = /^(?:said|says|told|added|wrote|insisted|stressed)$/

/** Up to where another clause begins: ";", ":", ", but", ", saying", "and said", ", the minister said". */
function upTo({ tokens }: Words, first: number, end: number, cue: number): Repudiated {
  const { form, lower, tag } = tokens
  const isTold = end - first > 3 && TOLD.test(lower[end - 2]!)
  let last = first + 1
  while (last < end) {
    if (/^[;:—–]$/.test(form[last]!)) break
    const next = last + 1 < end ? last + 1 : last
    if (form[last] === ',' && (tag[next] === 'VBG' || /^(?:but|while|although|though)$/.test(lower[next]!)))
      break
    if (tag[last] === 'CC' && TOLD.test(lower[next]!)) break
    if (isTold && form[last] === ',' && end - last < NEAR) break
    last++
  }
  return { first, last, cue }
}

/** "Did not deny", "refused to deny", "can be dismissed": nothing is denied. */
function isUndone({ tokens }: Words, verb: number): boolean {
  const { lower, lemma } = tokens
  if (
    /^(?:not|n't|never|cannot|neither|can|could|would|may|might|be|is|are|was|were|been)$/.test(
      lower[verb - 1] ?? '',
    )
  )
    return true
  return lower[verb - 1] === 'to' && /^(?:refuse|decline|fail|unable|reluctant)$/.test(lemma[verb - 2] ?? '')
}
