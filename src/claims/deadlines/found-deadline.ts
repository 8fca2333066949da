// In: what falls due, its days, what became of it. Out: the find of it: a deadline that stands, or one set, moved or gone.
import type { ClaimDay, DeadlinePart, Phrase, Ref } from '../../model/index.ts'
import { unique } from '../fillers.ts'
import { type Found, type Scene, tokenAt } from '../scene.ts'

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

/** "The vote, which had been set for 3 May", "the filling from 3 May to 9 May", "the lease until": called by what comes before. */
export function shortNamed(scene: Scene, one: Found): Found {
  const { about } = one.body as { about: DeadlinePart }
  const { tokens } = scene.doc
  const first = tokenAt(scene, about.what.start)
  let last = first
  while (last + 1 < tokens.count && tokens.end[last + 1]! <= about.what.end) last++
  let end = last
  for (let at = first + 1; at <= end; at++) {
    const aside = tokens.form[at] === ',' && /^(?:which|who|whose)$/.test(tokens.lower[at + 1] ?? '')
    const dated = LIMIT.test(tokens.lower[at]!) && at < last && scene.fillers.timeAt(at + 1) !== undefined
    if (aside || dated) end = at - 1
  }
  while (end > first && LIMIT.test(tokens.lower[end]!)) end--
  if (end === last) return one
  const { text, end: upTo } = scene.fillers.phraseOf(first, end, first)
  return {
    ...one,
    body: { ...one.body, about: { ...about, what: { ...about.what, text, end: upTo } } } as Found['body'],
  }
}

const LIMIT = /^(?:from|until|till|through|to|by|on)$/
