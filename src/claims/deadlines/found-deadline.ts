// In: what falls due, its days, what became of it. Out: the find of it: a deadline that stands, or one set, moved or gone.

import type { ClaimDay, DeadlinePart, Phrase, Ref } from '../../model/index.ts'
import { doingsOf } from '../measures/doings.ts'
import { verbRow } from '../sentence/phrasal.ts'
import { unique } from '../sentence/refs.ts'
import type { Found, Scene } from '../sentence/scene.ts'

/** Where a deadline is told: the word that tells it, the rule that found it, its days. */
export interface ToldAt {
  readonly trigger: number
  readonly foundBy: string
  readonly days: readonly ClaimDay[]
}

/** A deadline as a part of a claim; nobody owes, sets or moves it but those in `more`. */
export const deadlinePart = (what: Phrase, more: Partial<DeadlinePart> = {}): DeadlinePart => ({
  thread: 'deadline',
  what,
  obligor: [],
  setBy: [],
  movedBy: [],
  ...more,
})

/** A day ahead of what is to happen, not something done. */
export const standing = (at: ToldAt, what: Phrase, more: Partial<DeadlinePart> = {}): Found => ({
  kind: 'state',
  trigger: at.trigger,
  foundBy: at.foundBy,
  epistemics: { polarity: 'affirmed', modality: 'planned' },
  body: { type: 'deadline: stands', about: deadlinePart(what, more) },
  days: at.days,
})

/** What was done to a deadline, told as done: set, extended, gone by. */
export const moved = (
  at: ToldAt,
  move: NonNullable<DeadlinePart['move']>,
  what: Phrase,
  more: Partial<DeadlinePart> = {},
): Found => ({
  kind: 'act',
  trigger: at.trigger,
  foundBy: at.foundBy,
  epistemics: { polarity: 'affirmed', modality: 'held' },
  body: {
    type: `deadline: ${move}`,
    actor: [...(more.movedBy ?? [])],
    recipient: [],
    about: deadlinePart(what, { move, ...more }),
  },
  days: at.days,
})

/** The parties that do what a verb says. */
export const subjectsOf = ({ grammar, fillers }: Scene, verb: number): Ref[] =>
  unique(grammar.subjects(verb).flatMap((token) => fillers.parties(token)))

/** "Called off a strike due to start on Monday", "put on hold a depot, due to open in May": what is no more does not start. */
export const isOff = (scene: Scene, noun: number): boolean =>
  doingsOf(scene, noun).some(({ token, row }) => STOPS.test(row.effect ?? '') && isDone(scene, token)) ||
  isGivenUp(scene, noun)

/** "Scrapped plans", "has suspended the opening", "the depot was shelved": the verb that a noun is the object of gives it up. */
export function isGivenUp(scene: Scene, noun: number): boolean {
  const { dep, head } = scene.doc.tokens
  const verb = head[noun]!
  if (!/^(?:obj|nsubj:pass)$/.test(dep[noun]!) || !isDone(scene, verb)) return false
  const given = verbRow(scene, verb, scene.rows('giving-up-verbs'))
  if (given?.whose === 'doer' && /\bobject\b/.test(given.with ?? '')) return true
  return STOPS.test(verbRow(scene, verb, scene.rows('measure-verbs'))?.effect ?? '')
}

const STOPS = /^(?:end|postpone|suspend)$/

function isDone(scene: Scene, verb: number): boolean {
  const { polarity, modality } = scene.epistemics(verb)
  return polarity === 'affirmed' && modality === 'held'
}
