// In: a stand that a card found. Out: whether it is no more than what somebody supposes, or another's than the one named.
import { matchedOf } from '../matched.ts'
import type { Match } from '../rules.ts'
import type { Scene } from '../sentence/scene.ts'
import { tellersOf } from '../statements/tellers.ts'
import { isByWatchers } from './own-stands.ts'

/** Whether the words suppose a stand, or take it for somebody who cannot be meant. */
export const isSupposed = (scene: Scene, match: Match): boolean =>
  isAwaitedOfAll(scene, match) ||
  isOneOfSeveral(scene, match) ||
  isWhenever(scene, match) ||
  isWhy(scene, match) ||
  isInferred(scene, match) ||
  isSpeakersOwn(scene, match) ||
  isOfNamed(scene, match)

/** "A deal that all members will support", "whatever reason it wants": of a thing that is not there yet, or of any. */
function isAwaitedOfAll({ doc, grammar }: Scene, { trigger, rule }: Match): boolean {
  const { dep, head, lower } = doc.tokens
  // "Ports that Norway would rather close".
  if (rule.card.id === 'core/would-rather' && dep[head[trigger]!]!.startsWith('acl')) return true
  if (dep[trigger] !== 'acl:relcl') return false
  const words = grammar.dependents(head[trigger]!, 'det').map((at) => lower[at]!)
  if (words.some((word) => /^(?:what|which)ever$/.test(word))) return true
  const isAhead = grammar.dependents(trigger, 'aux').some((aux) => AHEAD.has(lower[aux]!))
  return isAhead && !words.some((word) => SETTLED.has(word))
}
const AHEAD: ReadonlySet<string> = new Set("will would can could may might 'll 'd".split(' '))
const SETTLED: ReadonlySet<string> = new Set('the this that these those'.split(' '))

/**
 * "Analysts said Peru wants lower fees", "a trade lawyer said it is ready to sign": who watches for a living infers what one
 * wills; what one demanded, offered or refused aloud he may tell.
 */
function isInferred(scene: Scene, { trigger, row }: Match): boolean {
  const isNoun = scene.rows('stance-nouns').has(scene.doc.tokens.lemma[trigger]!)
  if (!row || row.speech === 'yes' || (isNoun && !scene.grammar.isVerb(trigger))) return false
  const [teller] = tellersOf(scene, trigger)
  return teller !== undefined && isByWatchers(scene, teller)
}

/** "Give him the quota that he wants," Berg said: who is quoted word for word does not call himself "he". */
function isSpeakersOwn(scene: Scene, match: Match): boolean {
  const [teller, outer] = tellersOf(scene, match.trigger)
  // "The president says he wants it," Berg said: the president's own.
  if (teller?.form !== 'direct' || outer) return false
  const { lower } = scene.doc.tokens
  const tokens = match.roles.get('party')?.tokens ?? []
  return (
    tokens.length > 0 &&
    tokens.every((at) => OTHERS.has(lower[at]!)) &&
    matchedOf(match)
      .refs('party')
      .some(({ id }) => teller.speakers.includes(id))
  )
}
const OTHERS: ReadonlySet<string> = new Set('he she they it his her their its'.split(' '))

/** "Chile's house voted to end Peruvian support for it": whose support it is stands before it. */
function isOfNamed({ grammar, fillers, rows, doc }: Scene, { trigger, roles }: Match): boolean {
  if (grammar.isVerb(trigger) || !rows('stance-nouns').has(doc.tokens.lemma[trigger]!)) return false
  const refs = roles.get('party')?.refs ?? []
  const isAnother = (at: number) =>
    !fillers.partyNamed(at).some(({ id }) => refs.some((ref) => ref.id === id))
  return grammar
    .dependents(trigger, 'compound', 'amod')
    .some((at) => fillers.nameAt(at)?.type === 'government' && isAnother(at))
}

const MAYBES: ReadonlySet<string> = new Set(
  'possibility scenario risk chance danger fear hope option question'.split(' '),
)

/** "One possibility is that Norway insists on it": what may be. */
function isOneOfSeveral({ doc, grammar }: Scene, { trigger }: Match): boolean {
  const { dep, head, lemma, tag } = doc.tokens
  const isMaybe = (at: number) => at >= 0 && tag[at]!.startsWith('NN') && MAYBES.has(lemma[at]!)
  if (grammar.dependents(trigger, 'nsubj:outer').some(isMaybe)) return true
  const over = head[trigger]!
  const isThat = grammar.dependents(trigger, 'mark').some((mark) => doc.tokens.lower[mark] === 'that')
  if (over < 0 || !isThat || !/^(?:ccomp|csubj|acl)/.test(dep[trigger]!)) return false
  return isMaybe(over) || grammar.dependents(over, 'nsubj').some(isMaybe)
}

/** "When Norway calls for a cap, tell it …": whenever it does, not that it did. */
function isWhenever({ doc, grammar }: Scene, { trigger }: Match): boolean {
  const { dep, head, tag, lower } = doc.tokens
  if (!dep[trigger]!.startsWith('advcl') || !/^VB[PZ]$/.test(tag[trigger]!)) return false
  const isWhen = grammar.children(trigger).some((at) => at < trigger && /^when(?:ever)?$/.test(lower[at]!))
  const over = head[trigger]!
  return (
    isWhen &&
    (tag[over] === 'VB' ||
      grammar.dependents(over, 'aux').some((aux) => /^(?:should|must)$/.test(lower[aux]!)))
  )
}

/** "Has said he opposes it because it costs jobs": why, in a tree that takes it for what one is disposed to. */
const isWhy = ({ doc, grammar }: Scene, { rule, roles }: Match): boolean =>
  rule.card.id === 'core/position-participle' &&
  (roles.get('content')?.tokens ?? []).some((at) =>
    grammar.dependents(at, 'mark').some((mark) => WHY.has(doc.tokens.lower[mark]!)),
  )
const WHY: ReadonlySet<string> = new Set('because since as if when while after although though'.split(' '))
