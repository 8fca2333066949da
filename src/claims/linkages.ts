// In: a match of a linkage card. Out: what is tied to what, by whom, against whom, to what end.
import type { Phrase } from '../model/index.ts'
import { withoutAside } from './asides.ts'
import { unique } from './fillers.ts'
import { matchedOf } from './matched.ts'
import type { Match } from './rules.ts'
import { type Found, type Scene, tokenAt } from './scene.ts'

type Linkage = Pick<Found, 'epistemics' | 'body' | 'days'>

/** The linkage, or undefined where nothing is tied to anything, or what "presses" is only somebody. */
export function linkageOf(scene: Scene, match: Match): Linkage | undefined {
  const { trigger, rule, roles } = match
  const { refs, phrase, set } = matchedOf(match)
  const relation = set('relation') as 'leverage'
  const to = phrase('to')
  const from = leverOf(scene, match, phrase('from'), to)
  const goal = withoutAside(scene, phrase('goal'))
  const user = unique(refs('user'))
  const target = unique(refs('target')).filter((ref) => !user.some((one) => one.id === ref.id))
  // What is said to be leverage or pressure without whose, on whom or to what end hangs on nothing.
  if (!from || (!to && !goal && user.length === 0 && target.length === 0)) return undefined
  if (refs('target').length > 0 && target.length === 0) return undefined
  if (roles.get('from')?.tokens.includes(trigger) && rule.card.set.relation === 'retaliation')
    return undefined
  // "It would tax cod in response to the ban": whether the answer is given, its verb tells.
  const over = scene.grammar.isVerb(trigger) ? trigger : scene.grammar.governor(trigger)
  const told = over >= 0 && scene.grammar.isVerb(over) ? over : trigger
  if (isUnfulfilled(scene, told)) return undefined
  return {
    epistemics: scene.epistemics(told),
    body: { relation, from, ...(to ? { to } : {}), user, target, ...(goal ? { goal } : {}) },
    // A day inside the words of what is tied dates those, not the tie: "after Holm's October visit".
    days: scene
      .days([trigger])
      .filter(
        (day) => ![from, to, goal].some((part) => part && part.start <= day.start && day.end <= part.end),
      ),
  }
}

/** What ties or presses, without the words of what it is tied to; undefined where that is somebody, not something. */
function leverOf(
  scene: Scene,
  { roles }: Match,
  from: Phrase | undefined,
  to: Phrase | undefined,
): Phrase | undefined {
  const { doc, fillers } = scene
  const [token] = roles.get('from')?.tokens ?? []
  if (!from || token === undefined || isSomebody(scene, token)) return undefined
  const act = answering(scene, token)
  if (act) return act
  if (!to || to.start <= from.start || to.end > from.end) return from
  const first = tokenAt(scene, from.start)
  let last = tokenAt(scene, to.start) - 1
  while (last > first && /^[,;:–—-]$/.test(doc.tokens.form[last]!)) last--
  return last < first ? undefined : fillers.phraseOf(first, last, token)
}

/** Verbs that only bring about what their object names: "imposed quotas in response", the quotas are the answer. */
const BRINGING: ReadonlySet<string> = new Set(
  'announce adopt apply bring consider draw impose introduce launch levy make plan prepare propose put set take threaten unveil use'.split(
    ' ',
  ),
)

/** "Cancelled its visit in retaliation": the answer is the deed, not what it is done to. */
function answering(scene: Scene, token: number): Phrase | undefined {
  const { doc, grammar, fillers } = scene
  const verb = doc.tokens.head[token]!
  if (doc.tokens.dep[token] !== 'obj' || verb < 0 || verb > token || !grammar.isVerb(verb)) return undefined
  const answers = grammar
    .children(verb)
    .concat(grammar.children(token))
    .some((child) => ANSWERS.has(doc.tokens.lemma[child]!))
  if (!answers || BRINGING.has(doc.tokens.lemma[verb]!)) return undefined
  return fillers.phraseOf(verb, grammar.phrase(token, 'short').last, verb)
}

const ANSWERS: ReadonlySet<string> = new Set(['response', 'retaliation', 'reaction', 'reprisal', 'answer'])

/** A party or people: who presses is no lever. */
function isSomebody(scene: Scene, token: number): boolean {
  const lemma = scene.doc.tokens.lemma[token]!
  return (
    scene.fillers.partyNamed(token).length > 0 ||
    scene.doc.tokens.tag[token]!.startsWith('PRP') ||
    scene.rows('speaker-nouns').has(lemma) ||
    scene.rows('actor-nouns').has(lemma)
  )
}

/** "It would have forced Peru to pay": it did not. */
function isUnfulfilled({ grammar, doc }: Scene, verb: number): boolean {
  const words = grammar.dependents(verb, 'aux').map((aux) => doc.tokens.lower[aux]!)
  return words.includes('have') && words.some((word) => /^(would|could|might|should)$/.test(word))
}
