// In: a scene, the meetings it tells of. Out: who leads whose delegation there, and journeys to them that are given up.
import type { Delegation } from '../../model/index.ts'
import type { Found, Scene } from '../sentence/scene.ts'
import { GIVEN_UP, isPuttingOff } from './round-plans.ts'
import { doneTo, phrasal } from './round-verbs.ts'
import { partOf } from './rounds-before.ts'

const TEAMS: ReadonlySet<string> = new Set(['delegation', 'team', 'side'])
const LEADING: ReadonlySet<string> = new Set(['lead', 'head'])
/** Sentences behind a meeting within which its delegations may be told. */
const NEAR = 4

/** "Libya's team is headed by Salem Bashir", "Ana Solano will lead the Costa Rican delegation": of the meeting told before. */
export function findHeads(scene: Scene, rounds: readonly Found[]): Found[] {
  const { doc } = scene
  const found: Found[] = []
  for (const noun of scene.where('lemma', TEAMS)) {
    const delegation = headOf(scene, noun)
    if (!delegation) continue
    const here = scene.sentenceOf(noun)
    const last = rounds.findLast((one) => scene.sentenceOf(one.trigger) <= here)
    if (!last || here === scene.sentenceOf(last.trigger) || here - scene.sentenceOf(last.trigger) > NEAR)
      continue
    const { form, place, within, ordinal, phase } = partOf(last)
    if (phase === 'called off' || (!place && ordinal === undefined)) continue
    found.push({
      ...last,
      trigger: noun,
      foundBy: 'round/heads@1',
      body: {
        ...last.body,
        actor: delegation.party ? [delegation.party] : [],
        recipient: [],
        about: {
          thread: 'round',
          form,
          ...(place ? { place } : {}),
          ...(within ? { within } : {}),
          ...(ordinal === undefined ? {} : { ordinal }),
          delegations: [delegation],
          agenda: [],
          phase,
        },
      } as Found['body'],
      days: [],
      roles: { round: { start: doc.tokens.start[noun]!, end: doc.tokens.end[noun]! } },
    })
  }
  return found
}

/** The side of a delegation and who leads it; undefined where one of them is not told. */
function headOf({ doc, grammar, fillers }: Scene, noun: number): Delegation | undefined {
  const { head, dep, lemma } = doc.tokens
  const verb = head[noun]!
  if (verb < 0 || !grammar.isVerb(verb) || !LEADING.has(lemma[verb]!)) return undefined
  const leaders = /^nsubj:pass/.test(dep[noun]!)
    ? grammar.obliques(verb, 'by')
    : dep[noun] === 'obj'
      ? grammar.subjects(verb)
      : []
  const person = leaders.map((token) => fillers.nameAt(token)).find((name) => name?.type === 'person')
  const [party] = grammar
    .dependents(noun, 'nmod:poss', 'amod', 'compound')
    .flatMap((token) => fillers.parties(token))
    .flatMap((ref) => fillers.sideOf(ref) ?? [])
  if (!person || !party) return undefined
  const office = person.title ? { office: person.title } : {}
  return { party, members: [{ person: { id: person.id, name: person.canonical }, ...office, head: true }] }
}

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
