// In: a scene, a token. Out: a denial by a verdict on what was told: "reports that Peru had left are false", "there is no truth in claims that …".
import { UNNAMED } from '../../model/index.ts'
import { nominalFrom } from '../sentence/amounts.ts'
import { range } from '../sentence/nearby.ts'
import type { Scene } from '../sentence/scene.ts'
import { tellerAt } from '../statements/teller.ts'
import { partiesAt } from '../statements/who-words.ts'
import { CLAIMS, denialOf, type FoundDenial } from './denial-words.ts'
import { contentEnd, contentFrom, TOLD, whoseNoun } from './named-content.ts'
import { sentenceBefore, tellerOrHearsay } from './told-before.ts'

const NOTHING = /^(?:truth|substance|basis|foundation)$/
/** Least words of what is denied. */
const FEWEST = 3
/** Tokens between "no truth" and the noun, and between "was" and the verdict. */
const REACH = 5

/** A denial at the noun of what was told, or at "no" of "no truth". */
export function saidWrong(scene: Scene, at: number): FoundDenial | undefined {
  const { lower, sent } = scene.doc.tokens
  const { last } = scene.doc.sents[sent[at]!]!
  const isNothing = lower[at] === 'no' && NOTHING.test(lower[at + 1] ?? '')
  const noun = isNothing ? range(at + 2, at + 2 + REACH).find((one) => isTold(scene, one)) : at
  if (noun === undefined || sent[noun] !== sent[at] || !isTold(scene, noun)) return undefined
  const from = contentFrom(scene, noun, last)
  if (from === undefined) return undefined
  const to = isNothing ? contentEnd(scene, from, last) : verdictBehind(scene, from, last)
  if (to === undefined || to - from < FEWEST) return undefined
  const by = tellerAt(scene, isNothing ? at : to) || judgedBy(scene, to, last)
  const named = whoseNoun(scene, isNothing ? at + 2 : noun - FEWEST, noun, from)
  if (by === '' || by === named) return undefined
  const teller = named === '' ? UNNAMED : named
  return denialOf(scene, { verb: to, by, told: sent[at]!, teller, from, to, isExact: true })
}

/** "Both say it is untrue": of what was told right before, by a verdict that is all they say. */
export function foundUntrue(scene: Scene, at: number): FoundDenial | undefined {
  const { lower, sent } = scene.doc.tokens
  const isNotTrue = lower[at] === 'true' && /^(?:not|n't)$/.test(lower[at - 1] ?? '')
  if (!(isNotTrue || /^(?:false|untrue)$/.test(lower[at]!)) || !/^[.;!"\u201d]$/.test(lower[at + 1] ?? '.'))
    return undefined
  const be = range(at - 3, at).find((one) => /^(?:is|was|'s|\u2019s)$/.test(lower[one] ?? ''))
  if (be === undefined || !/^(?:it|that|this)$/.test(lower[be - 1] ?? '')) return undefined
  const told = sentenceBefore(scene, sent[at]!, 1)
  const by = tellerAt(scene, at)
  const teller = told === undefined ? '' : tellerOrHearsay(scene, told)
  if (!told || by === '' || teller === '' || teller === by) return undefined
  const rumour = range(told.first, told.first + REACH).find((one) => /^rumou?rs?$/.test(lower[one] ?? ''))
  const that =
    rumour === undefined ? undefined : range(rumour, told.last).find((one) => lower[one] === 'that')
  const words = that === undefined ? { from: told.first } : { from: that + 1, isExact: true as const }
  return denialOf(scene, { verb: at, by, told: sent[told.first]!, teller, to: told.last, ...words })
}

/** A word of a verdict on what was told: "false", "a lie". */
export const isUntrue = ({ doc, lexicon }: Scene, at: number): boolean =>
  lexicon.list('untrue-words').has(doc.tokens.lower[at] ?? '')

const isTold = ({ doc: { tokens } }: Scene, at: number): boolean =>
  CLAIMS.test(tokens.lower[at] ?? '') || TOLD.test(tokens.lower[at] ?? '')

const JUDGES = /^(?:call|describe|dismiss|brand|denounce|reject)$/

/** "Called that a lie", "described as groundless": the word of a verdict behind a verb of judging. */
export function verdictOf(scene: Scene, verb: number): number | undefined {
  const { lemma, lower, sent } = scene.doc.tokens
  if (!JUDGES.test(lemma[verb]!)) return undefined
  const words = range(verb + 1, verb + 1 + REACH).filter((at) => sent[at] === sent[verb])
  const stop = words.findIndex((at) => /^[,;:.]$/.test(lower[at]!))
  return (stop < 0 ? words : words.slice(0, stop)).find((at) => isUntrue(scene, at))
}

/** "… was called a lie by Soto": who calls it so. */
function judgedBy(scene: Scene, be: number, last: number): string {
  const verdict = verdictOf(scene, be + 1)
  const by =
    verdict === undefined
      ? undefined
      : range(verdict + 1, Math.min(last, verdict + 4)).find((at) => scene.doc.tokens.lower[at] === 'by')
  const who = by === undefined ? undefined : nominalFrom(scene, by + 1)
  return who === undefined ? '' : partiesAt(scene, who)
}

/** Where the "was" of "… was simply wrong" stands behind what is judged. */
function verdictBehind(scene: Scene, from: number, last: number): number | undefined {
  const { tokens } = scene.doc
  return range(from + FEWEST, last).find((be) => {
    if (!/^(?:is|are|was|were)$/.test(tokens.lower[be]!)) return false
    if (verdictOf(scene, be + 1) !== undefined) return true
    const stop = range(be + 1, Math.min(last, be + REACH)).find(
      (at) => !/^(?:RB|DT|``|'')$/.test(tokens.tag[at]!),
    )
    return stop !== undefined && isUntrue(scene, stop)
  })
}
