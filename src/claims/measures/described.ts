// In: a scene, a measure, what is done to it. Out: the same as the words on the measure and around the verb mean it.
import type { Row } from '../../language/lexicon.ts'
import type { Mood } from '../sentence/moods.ts'
import type { Scene } from '../sentence/scene.ts'
import type { Doing } from './doing.ts'

/** What is done, read with what is told of the measure itself: that it is lower, suspended, on a list, or only ready. */
export const asDescribed = (scene: Scene, noun: number, doing: Doing): Doing =>
  asQualified(
    scene,
    noun,
    asReady(scene, noun, asListed(scene, noun, asBack(scene, noun, asBegun(scene, doing)))),
  )

/** "Will begin paying duties": they take effect; "approved to kick in on 1 May": that is planned with it. */
function asBegun({ doc, grammar, rows }: Scene, doing: Doing): Doing {
  const over = doc.tokens.head[doing.token]!
  const isSet =
    over >= 0 &&
    doing.row.uses === 'subject' &&
    doing.row.effect === 'set' &&
    /^(?:advcl|xcomp)$/.test(doc.tokens.dep[doing.token]!) &&
    grammar.isInfinitive(doing.token) &&
    rows('measure-verbs').get(doc.tokens.lemma[over]!)?.effect === 'set'
  if (isSet) return { ...doing, mood: PLANNED }
  const isBegun =
    doing.row.effect === 'stand' &&
    doc.tokens.dep[doing.token] === 'xcomp' &&
    over >= 0 &&
    /^(?:begin|start)$/.test(doc.tokens.lemma[over]!)
  return isBegun ? doneAs(doing, rows('measure-verbs').get('take effect')) : doing
}

/** Tokens before a measure within which its pause is told. */
const PAUSED_WITHIN = 6

/** "The pause in its steel levy": what is told is told of the pause. */
export function isPaused({ doc, rows }: Scene, noun: number): boolean {
  const { lemma, lower, sent, tag } = doc.tokens
  for (let at = noun - 1; at > noun - PAUSED_WITHIN && sent[at] === sent[noun]; at--) {
    if (!/^(?:NN|JJ|DT|IN|TO|PRP|POS|CD)/.test(tag[at]!)) return false
    if (rows('measure-verbs').get(lemma[at]!)?.effect === 'suspend')
      return /^(?:in|of|on|to)$/.test(lower[at + 1]!)
  }
  return false
}

/** "The pause in its levy lapses": the levy is back; "runs until May": it is suspended. */
function asBack(scene: Scene, noun: number, doing: Doing): Doing {
  if (doing.asObject || !/^(?:end|stand)$/.test(doing.row.effect ?? '') || !isPaused(scene, noun))
    return doing
  const verbs = scene.rows('measure-verbs')
  return doing.row.effect === 'end'
    ? doneAs({ ...doing, row: verbs.get('take effect')! }, verbs.get('resume'))
    : doneAs(doing, verbs.get('suspend'))
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
 * "The lower duty took effect": it is lowered; "the suspended duty stands at 8 %", "stays on hold": it is suspended; "the
 * threatened duty remains", "remains planned": it is only proposed.
 */
function asQualified({ doc, grammar, rows }: Scene, noun: number, doing: Doing): Doing {
  const { lemma, lower } = doc.tokens
  const verbs = rows('measure-verbs')
  const { effect, status } = doing.row
  const rowAt = (at: number) => verbs.get(lower[at]!) ?? verbs.get(lemma[at]!)
  const before = grammar.dependents(noun, 'amod').flatMap((at) => (at < noun ? [rowAt(at)] : []))
  const word = before.find((row) => QUALIFIES.test(row?.effect ?? ''))
  const isStep = /^(?:raise|lower)$/.test(word?.effect ?? '')
  if (word && isStep && effect === 'set' && !doing.asObject)
    return { ...doing, row: { ...doing.row, effect: word.effect!, direction: word.direction ?? '' } }
  if (effect !== 'stand' || status !== 'in force') return doing
  if (grammar.obliques(doing.token, 'on').some((at) => /^(?:hold|ice)$/.test(lower[at]!)))
    return { ...doing, row: { ...doing.row, status: 'suspended' } }
  const behind = doing.asObject ? [] : grammar.dependents(doing.token, 'xcomp').map(rowAt)
  const told =
    (isStep ? undefined : word) ?? behind.find((row) => /^(?:suspend|threaten|set)$/.test(row?.effect ?? ''))
  if (!told || told.status === 'in force') return doing
  const mood = told.status === 'suspended' ? undefined : PLANNED
  const said = told.lemma === 'plan' ? 'announced' : (told.status ?? '')
  return { ...doing, row: { ...doing.row, status: said }, ...(mood ? { mood } : {}) }
}

const PLANNED: Mood = { polarity: 'affirmed', modality: 'planned' }
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
