// In: a scene and the words of a meeting. Out: where it was: the places told with it, and the state that a place lies in.

import type { Ref } from '../../model/index.ts'
import { unique } from '../sentence/refs.ts'
import type { Scene } from '../sentence/scene.ts'

/** The state that a town of the packs lies in. */
export function stateOf(scene: Scene, place: Ref): { within?: string } {
  const [first = ''] = place.name.toLowerCase().split(/[\s'-]/)
  const term = scene.lexicon.terms.get(first)?.find(({ words, of }) => words === place.name && of !== '')
  return term && term.of !== place.id ? { within: term.of } : {}
}

/** "Held in Oslo (May 2031), Lima (June 2031)": of the days of several places those that stand behind this one. */
export function daysAt<Told extends { readonly start: number }>(
  { doc }: Scene,
  trigger: number,
  place: Ref,
  days: readonly Told[],
): readonly Told[] {
  const { first, last } = doc.sents[doc.tokens.sent[trigger]!]!
  const named = doc.names.filter((name) => name.type === 'place' && name.first >= first && name.last <= last)
  const placeOf = (day: Told) => named.findLast(({ start }) => start < day.start)?.id
  return new Set(days.map(placeOf)).size > 1 ? days.filter((day) => placeOf(day) === place.id) : days
}

/** Buildings and towns named by whose they are. */
const SEATS: ReadonlySet<string> = new Set(['ministry', 'capital', 'palace', 'chancellery', 'parliament'])

export function placesOf(scene: Scene, event: readonly number[]): Ref[] {
  const { grammar, fillers, doc } = scene
  // "at Spain's foreign ministry", "in the Ethiopian capital": in that state.
  const seatOf = (token: number): Ref[] =>
    grammar.dependents(token, 'nmod:poss', 'amod').flatMap((owner) => {
      const name = fillers.nameAt(owner)
      const state = name && (name.type === 'place' || name.type === 'government') ? name.id : ''
      return /^[A-Z]{2}$/.test(state) ? [{ id: state, name: fillers.name(state) }] : []
    })
  const named = (tokens: readonly number[]): Ref[] =>
    tokens
      .flatMap((token) => grammar.conjuncts(token))
      .filter((token, _, all) => !isWider(scene, token, all))
      .flatMap((token) => {
        const name = fillers.nameAt(token)
        if (name?.type === 'place') return [{ id: name.id, name: name.canonical }]
        return SEATS.has(scene.doc.tokens.lemma[token]!) ? seatOf(token) : []
      })
  // "The meeting will be in Lima".
  const over = event[0] === undefined ? -1 : doc.tokens.head[event[0]]!
  if (over >= 0 && doc.tokens.dep[event[0]!] === 'nsubj' && /^(?:in|at)$/.test(grammar.caseOf(over))) {
    const places = named([over])
    if (places.length > 0) return places
  }
  for (const token of event)
    for (const preposition of ['in', 'at']) {
      // "At the request of the envoy, who was in Quito": where he was.
      const own = grammar
        .obliques(token, preposition)
        .filter((one) => grammar.dependents(one, 'cop').length === 0)
      const places = unique(named(own))
      if (places.length > 0) return places
    }
  const [trigger] = event
  if (trigger === undefined) return []
  // "Next round, Lima, 22 March": a place between commas.
  const modifying = named(grammar.dependents(trigger, 'compound', 'amod', 'appos', 'nmod:poss')).filter(
    (ref) => ref.id.startsWith('place:'),
  )
  return modifying.length > 0 ? modifying : nearbyPlaces(scene, trigger, event)
}

/** "On the sidelines of the annual meetings in Lima": where others meet. */
export const onSidelines = ({ doc, grammar }: Scene, noun: number): boolean =>
  grammar.caseOf(noun) === 'of' &&
  /^(?:sideline|margin)$/.test(doc.tokens.lemma[doc.tokens.head[noun]!] ?? '')

/** "In Kinnaird, Alberta": behind a comma alone the second of two places is what the first lies in. */
const isWider = ({ doc, fillers }: Scene, token: number, all: readonly number[]): boolean =>
  doc.tokens.form[token - 1] === ',' &&
  fillers.nameAt(token - 2)?.type === 'place' &&
  all.filter((one) => fillers.nameAt(one)?.type === 'place').length === 2

/** On the surface: "in" and a place after the trigger, with no verb between but its own. */
function nearbyPlaces(scene: Scene, trigger: number, event: readonly number[]): Ref[] {
  const { tokens, sents } = scene.doc
  const { last } = sents[tokens.sent[trigger]!]!
  for (let at = trigger + 1; at + 1 < last; at++) {
    if (event.includes(at)) continue
    const isOther = scene.rows('round-nouns').has(tokens.lemma[at]!) && !onSidelines(scene, at)
    if (scene.grammar.isVerb(at) || isOther || /^WP/.test(tokens.tag[at]!)) return []
    if (tokens.lower[at] !== 'in' && tokens.lower[at] !== 'at') continue
    const name = scene.fillers.nameAt(at + 1)
    if (name?.type === 'place') return [{ id: name.id, name: name.canonical }]
  }
  return []
}
