// In: a scene. Out: journeys to talks that are given up or put off.
import type { Found, Scene } from '../sentence/scene.ts'
import { GIVEN_UP, isPuttingOff } from './round-plans.ts'
import { doneTo, phrasal } from './round-verbs.ts'

const JOURNEYS: ReadonlySet<string> = new Set(['visit', 'trip', 'journey'])

/** "Petrou has postponed his trip to Ankara": the talks he was to hold there are off; told in passing, it makes none. */
export function findJourneysGivenUp(scene: Scene): Found[] {
  const { doc, grammar, fillers } = scene
  const { start, end } = doc.tokens
  const found: Found[] = []
  for (const noun of scene.where('lemma', JOURNEYS)) {
    const verb = doneTo(scene, noun)
    if (verb < 0) continue
    const isOff = GIVEN_UP.has(phrasal(scene, verb))
    const isLater = !isOff && isPuttingOff(scene, verb)
    const { modality, polarity } = scene.epistemics(verb)
    if ((!isOff && !isLater) || modality !== 'held' || polarity !== 'affirmed') continue
    const place = [...grammar.obliques(noun, 'to'), ...grammar.obliques(verb, 'to')]
      .map((token) => fillers.nameAt(token))
      .find((name) => name?.type === 'place')
    if (!place) continue
    found.push({
      kind: 'act',
      trigger: noun,
      foundBy: 'round/journey@1',
      epistemics: { polarity, modality },
      body: {
        type: 'talks: meeting',
        plover: 'CONSULT',
        actor: [],
        recipient: [],
        about: {
          thread: 'round',
          form: 'meeting',
          place: { id: place.id, name: place.canonical },
          delegations: [],
          agenda: [],
          phase: 'called off',
          passing: true,
          ...(isLater ? { moved: true } : {}),
        },
      } as Found['body'],
      days: [],
      roles: { round: { start: start[noun]!, end: end[noun]! } },
    })
  }
  return found
}
