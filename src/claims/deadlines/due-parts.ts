// In: a scene, a verb. Out: the parts of what is due: the duty in its words, its days as days to come, the find of it.
import type { Doc, TimeExpression } from '../../language/doc.ts'
import type { ClaimDay, Phrase, Ref } from '../../model/index.ts'
import { claimDay, coming, timesOf } from '../sentence/attached-days.ts'
import { type Found, type Scene, tokenAt } from '../sentence/scene.ts'
import { isDated } from './due-times.ts'
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
  if (verb - first <= FAR) return fillers.phraseOf(first, last, verb)
  // "A panel of eight, set up in May to hear the crews, is to report": a panel.
  const isTo = doc.tokens.lower[verb - 1] === 'to' && subject - first < FEW
  return isTo
    ? { ...what, text: `${fillers.phraseOf(first, subject, subject).text} is to ${what.text}` }
    : what
}

/** Words from a subject to its verb, and of the subject, that a name may have. */
const FAR = 10
const FEW = 5

/** Days of the event told with one of these prepositions ("" for none), as due days that lie ahead. */
export function daysOf(scene: Scene, event: readonly number[], ...relations: string[]): ClaimDay[] {
  const { doc, grammar } = scene
  return timesOf(doc, grammar, event)
    .filter((time) => (isDay(time) || isEnd(doc, time)) && relations.includes(time.relation ?? ''))
    .map((time) => coming(claimDay(doc, time, 'due')))
}

/** A day or a month; no year, no "now". */
export function isDay({ type, value, relative }: TimeExpression): boolean {
  if (type !== 'DATE' && type !== 'TIME') return false
  if (value !== undefined) return /^\d{4}-\d{2}/.test(value)
  if (!relative || relative.kind === 'clock') return false
  return relative.kind !== 'shift' || /^(day|week)$/.test(relative.grain)
}

/** "By the end of the month", "by the end of 2030": its last day. */
const isEnd = (doc: Doc, time: TimeExpression): boolean =>
  time.type === 'DATE' &&
  time.mod === 'END' &&
  doc.tokens.lower.slice(time.first, time.last).includes('end') &&
  isDated(doc, time)
