// In: a scene, a token. Out: what was told right before it: the first part of its sentence where somebody tells one, else the sentence before.
import { UNNAMED } from '../../model/index.ts'
import { range } from '../sentence/nearby.ts'
import type { Scene } from '../sentence/scene.ts'
import { tellerIn } from './charges.ts'

/** Tokens of what was told: `[first, last)`. */
export interface Stretch {
  readonly first: number
  readonly last: number
}

/** Before what another answers. */
const SPLITS = /^(?:;|but|while|whereas|though|although|-|--|\u2014)$/

/** The first part of the sentence of a token, where one is told by another; else the sentence before. */
export function toldBefore(scene: Scene, at: number): Stretch | undefined {
  const { doc } = scene
  const { sent, lower, tag } = doc.tokens
  const here = doc.sents[sent[at]!]!
  const split = range(here.first + 4, at).findLast((one) => SPLITS.test(lower[one]!) && tag[one] !== 'HYPH')
  if (split !== undefined && tellerOrHearsay(scene, { first: here.first, last: split }) !== '')
    return { first: here.first, last: split }
  // "Asked whether it had left, he called the report false": nobody told it right before.
  return lower[here.first] === 'asked' ? undefined : sentenceBefore(scene, sent[at]!, 1)
}

/** A sentence of the same part of the report so many before another. */
export function sentenceBefore({ doc }: Scene, here: number, back: number): Stretch | undefined {
  const before = doc.sents[here - back]
  const isRead = before && before.role === doc.sents[here]!.role
  return isRead ? { first: before.first, last: before.last } : undefined
}

const SAID_TO = /^(?:said|understood|believed|reported|rumoured|rumored|thought|known)$/

const CHARGE = /^(?:accusation|allegation|charge)s?$/
const ACCUSES = /^(?:accuse|blame|allege|charge|suspect|fault)$/
/** Sentences back in which a charge may stand; words of it that the answer must take up. */
const FAR = 8
const TAKEN_UP = 2

/**
 * Where "the charge" or "the accusation" at a token was made: right before, if that accuses or names who answers; else in the
 * sentence that the answer's own words, or those behind it, take up. Undefined where none does.
 */
export function chargeBefore(scene: Scene, noun: number, by: string): Stretch | undefined {
  const { doc } = scene
  const { tokens, sents } = doc
  const here = tokens.sent[noun]!
  const before = sentenceBefore(scene, here, 1)
  if (!before || !CHARGE.test(tokens.lower[noun]!)) return before
  const words = ({ first, last }: Stretch) => range(first, last)
  const who = by.toLowerCase().replace(/^(?:the|an?) /, '')
  const textOf = ({ first, last }: Stretch) => doc.text.slice(tokens.start[first], tokens.end[last - 1])
  if (words(before).some((at) => ACCUSES.test(tokens.lemma[at]!))) return before
  if (textOf(before).toLowerCase().includes(who) && tellerIn(scene, before.first, before.last) !== '')
    return before
  const behind = sents[here + 1]?.role === sents[here]!.role ? sents[here + 1]! : sents[here]!
  const answer = keysIn(scene, { first: noun + 1, last: behind.last })
  const all = range(1, FAR + 1).flatMap((back) => sentenceBefore(scene, here, back) ?? [])
  const taken = (one: Stretch) => [...keysIn(scene, one)].filter((key) => answer.has(key)).length
  const best = all.toSorted((a, b) => taken(b) - taken(a))[0]
  return best && taken(best) >= TAKEN_UP ? best : undefined
}

/** Nouns and adjectives of a stretch by their lemma. */
const keysIn = ({ doc: { tokens } }: Scene, { first, last }: Stretch): Set<string> =>
  new Set(
    range(first, last).flatMap((at) =>
      /^(?:NN|JJ)/.test(tokens.tag[at]!) ? tokens.lemma[at]!.toLowerCase() : [],
    ),
  )

const ASKS = /^(?:ask|persuade|urge|press|want|call|invite|seek|demand)$/

/** Who tells a stretch: by name or in words; somebody unnamed where it is only "said to be so"; "" in the report's own voice. */
export function tellerOrHearsay(scene: Scene, { first, last }: Stretch): string {
  const { lower, tag } = scene.doc.tokens
  const cues = range(first, last).flatMap((at) => scene.attributions(at).map(({ cueLemma }) => cueLemma))
  // Who asks or persuades tells nothing to be so.
  const isTold = cues.length === 0 || !cues.every((cue) => ASKS.test(cue))
  const named = isTold ? tellerIn(scene, first, last) : ''
  if (named !== '') return named
  const isHearsay = range(first, last).some(
    (at) =>
      /^(?:reportedly|allegedly|purportedly)$/.test(lower[at]!) ||
      (SAID_TO.test(lower[at]!) &&
        lower[at + 1] === 'to' &&
        /^(?:is|are|was|were)$/.test(lower[at - 1] ?? '')) ||
      (/^rumou?rs?$/.test(lower[at]!) && tag[at + 1] !== '.'),
  )
  return isHearsay ? UNNAMED : ''
}
