// In: a scene, a measure, what is done to it. Out: the same as the words on the measure and around the verb mean it.
import type { Row } from '../../language/lexicon.ts'
import type { Scene } from '../sentence/scene.ts'
import type { Doing } from './doing.ts'

/** What is done, read with what is told of the measure itself: that it is lower, suspended, on a list, or only ready. */
export const asDescribed = (scene: Scene, noun: number, doing: Doing): Doing =>
  asQualified(
    scene,
    noun,
    asReady(scene, noun, asListed(scene, noun, asBack(scene, noun, asBegun(scene, doing)))),
  )

/** "Will begin paying duties": they take effect. */
function asBegun({ doc, rows }: Scene, doing: Doing): Doing {
  const over = doc.tokens.head[doing.token]!
  const isBegun =
    doing.row.effect === 'stand' &&
    doc.tokens.dep[doing.token] === 'xcomp' &&
    over >= 0 &&
    /^(?:begin|start)$/.test(doc.tokens.lemma[over]!)
  return isBegun ? doneAs(doing, rows('measure-verbs').get('take effect')) : doing
}

/** Tokens before a measure within which what lapses with it is told. */
const PAUSED_WITHIN = 6

/** "The pause in its levy lapses": the levy is back. */
function asBack({ doc, rows }: Scene, noun: number, doing: Doing): Doing {
  const { lemma, lower, sent, tag } = doc.tokens
  const verbs = rows('measure-verbs')
  if (doing.asObject || doing.row.effect !== 'end') return doing
  for (let at = noun - 1; at > noun - PAUSED_WITHIN && sent[at] === sent[noun]; at--) {
    if (!/^(?:NN|JJ|DT|IN|TO|PRP|POS|CD)/.test(tag[at]!)) return doing
    const isPause = verbs.get(lemma[at]!)?.effect === 'suspend' && /^(?:in|of|on|to)$/.test(lower[at + 1]!)
    if (isPause) return doneAs({ ...doing, row: verbs.get('take effect')! }, verbs.get('resume'))
  }
  return doing
}

/** "Issued a list of duties": a list says what is to come. */
function asListed({ doc }: Scene, noun: number, doing: Doing): Doing {
  const over = doc.tokens.head[noun]!
  const isListed =
    doing.asObject &&
    doing.row.effect === 'set' &&
    over >= 0 &&
    /^(?:list|plan|draft|proposal)$/.test(doc.tokens.lemma[over]!)
  return isListed && doing.row.status === 'in force'
    ? { ...doing, row: { ...doing.row, lemma: 'announce', status: 'announced' } }
    : doing
}

/** Tokens behind a measure within which it is told to be ready. */
const READY_WITHIN = 14

/** "Has a levy on cod ready to go", "keeps a duty in reserve": what is ready is not in force. */
function asReady({ doc, rows }: Scene, noun: number, doing: Doing): Doing {
  const { lower, sent, tag } = doc.tokens
  if (doing.row.effect !== 'stand' || !doing.asObject || doing.token > noun) return doing
  for (let at = noun + 1; at < noun + READY_WITHIN && sent[at] === sent[noun]; at++) {
    if (/^(?:[,;:.]|VB[DPZ]|MD|W.*)$/.test(tag[at]!)) return doing
    if (READY.test(lower[at]!) || (lower[at] === 'in' && KEPT.test(lower[at + 1] ?? '')))
      return { ...doing, row: rows('measure-verbs').get('consider')! }
  }
  return doing
}

const READY = /^(?:ready|prepared|drafted|waiting|pending)$/
const KEPT = /^(?:reserve|store|readiness|hand)$/

/**
 * "The lower duty took effect": it is lowered; "the suspended duty stands at 8 %": it is suspended; "the threatened duty
 * remains": it is only proposed.
 */
function asQualified({ doc, grammar, rows }: Scene, noun: number, doing: Doing): Doing {
  const { lemma, lower } = doc.tokens
  const verbs = rows('measure-verbs')
  const word = grammar
    .dependents(noun, 'amod')
    .map((at) => (at < noun ? (verbs.get(lower[at]!) ?? verbs.get(lemma[at]!)) : undefined))
    .find((row) => QUALIFIES.test(row?.effect ?? ''))
  if (!word) return doing
  const { effect, status } = doing.row
  if (effect === 'set' && !doing.asObject && /^(?:raise|lower)$/.test(word.effect ?? ''))
    return { ...doing, row: { ...doing.row, effect: word.effect!, direction: word.direction ?? '' } }
  if (effect === 'stand' && status === 'in force' && !/^(?:raise|lower)$/.test(word.effect ?? ''))
    return { ...doing, row: { ...doing.row, status: word.status ?? '' } }
  return doing
}

const QUALIFIES = /^(?:raise|lower|suspend|threaten)$/

const doneAs = (doing: Doing, row: Row | undefined): Doing =>
  row
    ? {
        ...doing,
        row: {
          ...doing.row,
          effect: row.effect ?? '',
          status: row.status ?? '',
          direction: row.direction ?? '',
        },
      }
    : doing
