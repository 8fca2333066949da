// In: a scene, a token. Out: what was told right before it: the first part of its sentence where somebody tells one, else the sentence before.
import { UNNAMED } from '../../model/index.ts'
import type { Scene } from '../scene.ts'
import { tellerIn } from './charges.ts'
import { range } from './denial-words.ts'

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
  if (split !== undefined && tellerIn(scene, here.first, split) !== '')
    return { first: here.first, last: split }
  // "Asked whether it had left, he called the report false": nobody told it right before.
  return lower[here.first] === 'asked' ? undefined : sentenceBefore(scene, sent[at]!, 1)
}

/** A sentence of the same part of the report so many before another. */
export function sentenceBefore({ doc }: Scene, here: number, back: number): Stretch | undefined {
  const before = doc.sents[here - back]
  const isRead = before && before.role === doc.sents[here]!.role && doc.parsed[here - back] === 1
  return isRead ? { first: before.first, last: before.last } : undefined
}

const SAID_TO = /^(?:said|understood|believed|reported|rumoured|rumored|thought|known)$/

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
      (lower[at] === 'rumours' && tag[at + 1] !== '.'),
  )
  return isHearsay ? UNNAMED : ''
}
