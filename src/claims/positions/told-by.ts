// In: where a position is told, the party. Out: who tells it, and how he stands to the party.
import { isPoliticalParty, type Ref } from '../../model/index.ts'
import type { Scene } from '../sentence/scene.ts'
import { canSpeak } from '../statements/can-speak.ts'
import { tellersOf } from '../statements/tellers.ts'
import { isBetween } from './between-them.ts'
import { hasSide, standsForItself } from './own-stands.ts'

/** "No longer willing to accept it". */
export const isNoLonger = ({ grammar, doc }: Scene, trigger: number): boolean =>
  grammar
    .dependents(trigger, 'advmod')
    .some((word) => doc.tokens.lower[word] === 'longer' && doc.tokens.lower[word - 1] === 'no')

/** "An aide recalled it otherwise: the cut had been asked for by Peru": what stands behind the colon of an account. */
function isInAccount({ doc: { tokens, sents } }: Scene, trigger: number): boolean {
  const { lower, sent } = tokens
  const { first } = sents[sent[trigger]!]!
  const colon = lower.lastIndexOf(':', trigger)
  return (
    colon > first &&
    lower.slice(Math.max(first, colon - ACCOUNT_WITHIN), colon).some((word) => ACCOUNT.has(word))
  )
}
const ACCOUNT: ReadonlySet<string> = new Set(
  'account reason version story explanation otherwise differently'.split(' '),
)
/** Tokens before a colon in which it is told to be an account. */
const ACCOUNT_WITHIN = 8

/**
 * Who tells a position: the party itself where it speaks, acts or is the subject in the report's own voice and the verb
 * is one of saying; an opponent or third where another is quoted; else the outlet.
 */
export function toldBy(scene: Scene, trigger: number, party: Ref, told: Ref) {
  const [inner] = tellersOf(scene, trigger)
  if (!inner) {
    const lemma = scene.doc.tokens.lemma[trigger]!
    // "Peru's offer", "its demand": the report names what somebody else may have told of.
    const speaks =
      scene.grammar.isVerb(trigger) &&
      !isNoLonger(scene, trigger) &&
      scene.rows('speech-verbs').get(lemma)?.kind === 'speech'
    if (isInAccount(scene, trigger)) return { toldBy: 'third' as const, teller: [] }
    return { toldBy: speaks ? ('self' as const) : ('outlet' as const), teller: [] }
  }
  if (inner.speakers.includes(told.id) && told.id.startsWith('phrase:'))
    return { toldBy: 'self' as const, teller: [told] }
  const speakers = inner.speakers
    .filter((id) => !/^(?:phrase|event|place):/.test(id))
    .map((id): Ref => ({ id, name: scene.fillers.name(id) }))
  // "According to a note seen by reporters": the report's own telling of a paper.
  if (speakers.length === 0 && inner.cueLemma === 'according to')
    return { toldBy: 'outlet' as const, teller: [] }
  // "The fact that … suggests": nobody tells it, the writer infers it.
  if (speakers.length === 0 && !canSpeak(scene, inner)) return undefined
  if (speakers.length === 0) return { toldBy: 'third' as const, teller: [] }
  const sides = speakers.map((ref) => (standsForItself(scene, ref) ? ref.id : scene.fillers.sideOf(ref)?.id))
  // "House Democrats oppose it, a Democratic senator said".
  const faction = scene.fillers.sideOf(party)
  const isOfFaction =
    faction !== undefined &&
    isPoliticalParty(faction) &&
    speakers.some((ref) => scene.fillers.sideOf(ref)?.id === faction.id)
  if (
    isOfFaction ||
    sides.includes(party.id) ||
    sides.includes(told.id) ||
    inner.speakers.includes(told.id) ||
    inner.speakers.includes(party.id)
  )
    return { toldBy: 'self' as const, teller: speakers }
  const outlets = speakers.every((ref) => ref.id.startsWith('outlet:'))
  if (outlets) return { toldBy: 'outlet' as const, teller: speakers }
  if (speakers.every((ref) => isBetween(scene, trigger, party, ref)))
    return { toldBy: 'third' as const, teller: speakers }
  return {
    toldBy: speakers.some((ref) => hasSide(scene, ref)) ? ('opponent' as const) : ('third' as const),
    teller: speakers,
  }
}
