// In: a match of a position card. Out: the stance that its words take, and whether by a denial: "did not accept it" opposes.

import { matchedOf } from '../matched.ts'
import type { Match } from '../rules.ts'
import type { Scene } from '../sentence/scene.ts'
import { isNoLonger } from './told-by.ts'

interface Taken {
  readonly felt: ReturnType<Scene['epistemics']>
  readonly denied: boolean
  readonly stance: string
  /** Of what one has: it is kept, and asked of nobody. */
  readonly isOwn: boolean
}

/** The stance, with its mood; undefined where what is denied makes none. */
export function stanceTaken(scene: Scene, match: Match): Taken | undefined {
  const { trigger } = match
  const { set } = matchedOf(match)
  // "Would like the cap to be lower": wished for now.
  const mood = scene.epistemics(trigger)
  // "Its offer would raise pay": what it holds it holds now.
  const isNow = match.row?.clause === 'would' || match.rule.card.id === 'core/offer-holds'
  const felt = isNow ? { ...mood, modality: 'held' as const } : mood
  const denied = (felt.polarity === 'denied' && !isTurnedDown(scene, trigger)) || isNoLonger(scene, trigger)
  if (denied && !scene.grammar.isVerb(trigger) && set('denied') === undefined) return undefined
  // "It had not offered more": nothing is refused.
  if (denied && set('stance') === 'offer' && !refuses(scene, trigger)) return undefined
  // "Would impose no fees": a parser may hang that on whoever said it.
  if (denied && match.rule.card.id === 'core/will-not' && !isNegated(scene, trigger)) return undefined
  // "Has not accepted it", "has not been backed by Peru": not yet.
  if (denied && scene.grammar.isVerb(trigger) && hasNotYet(scene, trigger)) return undefined
  // "Did not accept it": only who will not draws a line.
  const isLine = set('denied') === 'red-line' && scene.grammar.isVerb(trigger) && !isWillingly(scene, trigger)
  const hard = denied && isLine ? 'oppose' : set('denied')
  const kept = denied ? standKept(scene, trigger) : undefined
  const taken = denied ? (kept ?? hard ?? DENIED[set('stance') ?? '']) : set('stance')
  const isOwn = taken === 'demand' && keepsItsOwn(scene, match)
  const stance = isOwn || (taken === 'concession' && takesOffer(scene, match)) ? 'support' : taken
  return stance ? { felt, denied, stance, isOwn } : undefined
}

/** Whether a verb is denied by a word of its own, and not by what it is done to. */
const isNegated = ({ doc: { tokens } }: Scene, verb: number): boolean =>
  tokens.lower
    .slice(Math.max(0, verb - NEAR), verb)
    .some((word) => /^(?:not|n['’]t|never|longer)$/.test(word))
const NEAR = 5

/** "Accepted Peru's offer of inspections": who takes what another offers gives nothing up. */
function takesOffer(scene: Scene, { trigger }: Match): boolean {
  const { grammar, doc, rows } = scene
  return (
    doc.tokens.lemma[trigger] === 'accept' &&
    grammar
      .dependents(trigger, 'obj', 'nsubj:pass')
      .some((object) => rows('stance-nouns').get(doc.tokens.lemma[object]!)?.stance === 'offer')
  )
}

const KEEPING: ReadonlySet<string> = new Set([
  'protect',
  'keep',
  'preserve',
  'defend',
  'safeguard',
  'retain',
  'shield',
])

/** "Eager to protect its own industry": it stands by what it has, and asks it of nobody. */
function keepsItsOwn(scene: Scene, match: Match): boolean {
  const { grammar, doc } = scene
  const [verb] = match.roles.get('content')?.tokens ?? []
  if (verb === undefined || !KEEPING.has(doc.tokens.lemma[verb]!)) return false
  // "Asked both firms to keep their fleets apart" asks it of them.
  if (grammar.dependents(match.trigger, 'obj', 'iobj').length > 0) return false
  return grammar
    .dependents(verb, 'obj')
    .some((object) =>
      grammar
        .dependents(object, 'nmod:poss')
        .some((owner) => /^(its|their|our)$/.test(doc.tokens.lower[owner]!)),
    )
}

/** "Peru's offer was rejected by Norway": made all the same. */
function isTurnedDown({ doc: { tokens }, grammar }: Scene, noun: number): boolean {
  if (grammar.isVerb(noun) || !/^(?:obj|nsubj:pass)$/.test(tokens.dep[noun]!)) return false
  const verb = tokens.head[noun]!
  const isNot = grammar
    .dependents(verb, 'advmod')
    .some((word) => /^(?:not|n't|never)$/.test(tokens.lower[word]!))
  return !isNot && /^(?:reject|dismiss|rebuff|refuse|decline|spurn)$/.test(tokens.lemma[verb]!)
}

const refuses = ({ grammar, doc }: Scene, verb: number): boolean =>
  grammar.dependents(verb, 'aux').some((aux) => /^(will|would|wo|can|could)$/.test(doc.tokens.lower[aux]!))

/** "Will not accept", "does not accept", "is not accepting": now or ahead. */
const isWillingly = ({ grammar, doc }: Scene, verb: number): boolean =>
  grammar.dependents(verb, 'aux').every((aux) => !/^(?:did|had|has|have)$/.test(doc.tokens.lower[aux]!))

const hasNotYet = ({ grammar, doc }: Scene, verb: number): boolean =>
  grammar.dependents(verb, 'aux').some((aux) => /^(?:had|has|have)$/.test(doc.tokens.lower[aux]!)) &&
  !grammar.dependents(verb, 'advmod').some((word) => doc.tokens.lower[word] === 'never')

/** "Will not drop its demand for ports", "would not withdraw its offer": the stand that is not given up. */
function standKept({ doc, grammar, rows }: Scene, trigger: number): string | undefined {
  if (!GIVES_UP.has(doc.tokens.lemma[trigger]!)) return undefined
  const [object] = grammar.objects(trigger)
  return object === undefined ? undefined : rows('stance-nouns').get(doc.tokens.lemma[object]!)?.stance
}
const GIVES_UP: ReadonlySet<string> = new Set(
  'abandon drop lift relinquish remove scrap surrender waive withdraw yield'.split(' '),
)

/** What refusing a stance is. */
const DENIED: Readonly<Record<string, string>> = {
  open: 'oppose',
  support: 'oppose',
  offer: 'oppose',
  concession: 'red-line',
}
