// In: a scene, a verb. Out: the parts of what is due: the duty in its words, its days as days to come, the find of it.
import type { TimeExpression } from '../../language/doc.ts'
import type { ClaimDay, Phrase, Ref } from '../../model/index.ts'
import { claimDay, coming, timesOf } from '../sentence/attached-days.ts'
import { type Found, type Scene, tokenAt } from '../sentence/scene.ts'
import { standing } from './found-deadline.ts'

export const dueAt = (
  trigger: number,
  foundBy: string,
  what: Phrase,
  obligor: Ref[],
  days: readonly ClaimDay[],
  onLapse?: Phrase,
): Found => standing({ trigger, foundBy, days }, what, { obligor, ...(onLapse ? { onLapse } : {}) })

/** The verb with its object, without who and when. */
export function dutyOf(scene: Scene, verb: number): Phrase {
  const { grammar, fillers } = scene
  const [object] = grammar.dependents(verb, 'obj')
  // "The count was to be finished by 3 May": the count.
  const [done] = grammar.isPassive(verb) ? grammar.objects(verb) : []
  if (done !== undefined && fillers.isMatter(done)) return fillers.phrase(done, 'short')
  return object === undefined
    ? fillers.phraseOf(verb, verb, verb)
    : fillers.phraseOf(verb, Math.max(verb, grammar.phrase(object, 'short').last), verb)
}

/** "Vote" of nobody known by name is told with who does it: "Parliament is to vote". */
export function withSubject(scene: Scene, what: Phrase, by: readonly Ref[]): Phrase {
  const { doc, grammar, fillers } = scene
  const verb = tokenAt(scene, what.start)
  const [subject] = by.length > 0 ? [] : grammar.subjects(verb).filter((token) => token < verb)
  if (subject === undefined) return what
  const { first } = grammar.phrase(subject, 'short')
  let last = verb
  while (doc.tokens.end[last]! < what.end) last++
  return verb - first > 10 ? what : fillers.phraseOf(first, last, verb)
}

/** Days of the event told with one of these prepositions ("" for none), as due days that lie ahead. */
export function daysOf(scene: Scene, event: readonly number[], ...relations: string[]): ClaimDay[] {
  const { doc, grammar } = scene
  return timesOf(doc, grammar, event)
    .filter((time) => isDay(time) && relations.includes(time.relation ?? ''))
    .map((time) => coming(claimDay(doc, time, 'due')))
}

/** A day or a month; no year, no "now". */
export function isDay({ type, value, relative }: TimeExpression): boolean {
  if (type !== 'DATE' && type !== 'TIME') return false
  if (value !== undefined) return /^\d{4}-\d{2}/.test(value)
  if (!relative || relative.kind === 'clock') return false
  return relative.kind !== 'shift' || /^(day|week)$/.test(relative.grain)
}

/** Of a day that may have gone by: the nearest of its name. */
export const nearest = (day: ClaimDay): ClaimDay =>
  day.relative?.kind === 'month' && !day.relative.said
    ? { ...day, relative: { ...day.relative, direction: 0 } }
    : day
