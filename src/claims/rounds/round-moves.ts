// In: a scene and a word that tells of a meeting. Out: whether it is told as moved: to another place, or put off with no day told.
import type { Ref } from '../../model/index.ts'
import type { Scene } from '../sentence/scene.ts'
import { isPuttingOff } from './round-plans.ts'
import { doneTo } from './round-verbs.ts'

/** Verbs by which a meeting goes to another place. */
const MOVING: ReadonlySet<string> = new Set('move shift relocate transfer switch change'.split(' '))

/** "Moved from Lima to Cusco", "the venue was changed to Quito": where it is to be now; undefined where none is told. */
export function movedPlace(scene: Scene, trigger: number): Ref | undefined {
  const { doc, grammar, fillers } = scene
  const over = doc.tokens.head[trigger]!
  const isVenue = over >= 0 && VENUES.has(doc.tokens.lemma[over]!) && grammar.caseOf(trigger) === 'of'
  const verb = doneTo(scene, isVenue ? over : trigger)
  if (verb < 0 || !MOVING.has(doc.tokens.lemma[verb]!)) return undefined
  const { modality, polarity } = scene.epistemics(verb)
  if (polarity === 'denied' || modality === 'possible' || modality === 'hypothetical') return undefined
  for (const token of grammar.obliques(verb, 'to')) {
    const name = fillers.nameAt(token)
    if (name?.type === 'place') return { id: name.id, name: name.canonical }
  }
  return undefined
}

const VENUES: ReadonlySet<string> = new Set(['venue', 'place', 'site', 'location', 'seat'])

/** "The round has been put off indefinitely": there is none on its day, and no other is told. */
export function isPutOff(scene: Scene, trigger: number): boolean {
  const verb = doneTo(scene, trigger)
  if (verb < 0 || !isPuttingOff(scene, verb)) return false
  const { modality, polarity } = scene.doc.stances.get(verb) ?? scene.epistemics(verb)
  return modality === 'held' && polarity === 'affirmed'
}

/** "The round is now to open on 3 December", "they will meet in Lima instead": another plan than the one before. */
export function isPlannedAnew(scene: Scene, trigger: number): boolean {
  const { doc, grammar } = scene
  const verb = grammar.isVerb(trigger) ? trigger : grammar.governor(trigger)
  if (verb < 0 || !grammar.isVerb(verb)) return false
  return grammar.dependents(verb, 'advmod').some((word) => /^(?:now|instead)$/.test(doc.tokens.lower[word]!))
}

/** "Talks slip into December": told in passing of talks that other words name. */
export const isSlipping = (scene: Scene, trigger: number): boolean => {
  const verb = doneTo(scene, trigger)
  return verb >= 0 && scene.doc.tokens.lemma[verb] === 'slip'
}
