// In: a scene, the verb of a deed, the words its days may hang on. Out: the days on which it was done, without those of what it is about.
import type { ClaimDay } from '../../model/index.ts'
import { type Scene, tokenAt } from '../sentence/scene.ts'
import { isDoers } from './event-words.ts'

/** The days of a deed. */
export const daysOfDeed = (scene: Scene, verb: number, event: readonly number[] = [verb]): ClaimDay[] =>
  scene.days(event).filter((day) => isOfDeed(scene, verb, day))

/**
 * English tells no day of a deed in the perfect: "has invited the board on 14 April", "a new date, 20 May, has been named"
 * give the day of what it is about, unless it stands before ("has on Monday signed"); nor does a plain past say since when: "said the penalty, in force since 27 August, …".
 */
function isOfDeed(scene: Scene, verb: number, day: ClaimDay): boolean {
  const { doc, grammar } = scene
  const { tag, lower } = doc.tokens
  if (!grammar.isVerb(verb)) return true
  if (day.relation === 'since') return tag[verb] !== 'VBD' && !isCounted(scene, verb)
  if (day.role === 'from' && isBesideNoun(scene, verb, day)) return false
  const isPerfect = tag[verb] === 'VBN' && grammar.dependents(verb, 'aux').some((aux) => HAS.has(lower[aux]!))
  if (!isPerfect) return true
  // "Monday's hearing has been put off".
  if (tag[tokenAt(scene, day.end)] === 'POS') return false
  if (!isDate(day) || isOneOfSome(scene, day)) return true
  return day.start < doc.tokens.start[verb]! && !isDoers(scene, verb, day.start)
}

/** "Has refused twice, most recently on 24 June", "have met three times, first on 4 May". */
function isOneOfSome(scene: Scene, { start }: ClaimDay): boolean {
  const { lower } = scene.doc.tokens
  const at = tokenAt(scene, start) - 1
  return ONE_OF.has(lower[lower[at] === 'on' ? at - 1 : at] ?? '')
}
const ONE_OF: ReadonlySet<string> = new Set(['recently', 'last', 'first', 'lastly'])

const HAS: ReadonlySet<string> = new Set(['has', 'have', "'ve"])

/** A date or a weekday not said to be the last; "today" and "last week" may go with a perfect. */
const isDate = ({ relative, value }: ClaimDay): boolean =>
  relative
    ? relative.kind === 'date' ||
      relative.kind === 'month' ||
      (relative.kind === 'weekday' && !(relative.said && relative.direction === -1))
    : /^\d{4}-\d\d-\d\d/.test(value ?? '')

/** "The extension, from 31 May, was requested": set off behind a noun, before the verb. */
function isBesideNoun(scene: Scene, verb: number, { start }: ClaimDay): boolean {
  const { form, tag } = scene.doc.tokens
  const at = tokenAt(scene, start) - 1
  return at > 1 && at < verb && form[at - 1] === ',' && /^NN/.test(tag[at - 2]!)
}

/** "410 operations had been put off since 11 September": so many one after the other. */
const isCounted = ({ grammar, fillers }: Scene, verb: number): boolean =>
  grammar.dependents(verb, 'nsubj', 'nsubj:pass').some((subject) => fillers.quantityIn(subject) !== undefined)
