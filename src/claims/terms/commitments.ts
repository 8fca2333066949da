// In: a match of a card of commitments. Out: who undertakes what, to whom, under which agreement.

import type { Phrase, Ref } from '../../model/index.ts'
import { matchedOf, wholeOf } from '../matched.ts'
import type { Match } from '../rules.ts'
import { withoutAside } from '../sentence/asides.ts'
import { unique } from '../sentence/refs.ts'
import type { Scene } from '../sentence/scene.ts'
import { isSupposed } from '../sentence/supposed.ts'
import { promisedWords } from './promised-words.ts'
import { frontedIn } from './term-texts.ts'

/** The part of a commitment, or undefined where nobody undertakes anything. */
export function commitmentPart(scene: Scene, match: Match) {
  const { phrase, set } = matchedOf(match)
  const said = phrase('what')
  const { by, to } = partiesOf(scene, match)
  const [agreed] = match.roles.get('what')?.tokens ?? []
  // "Agreed to a truce": the agreement itself, which its own card tells.
  if (agreed === undefined || isAgreementNoun(scene, agreed) || isMeeting(scene, agreed)) return undefined
  if (!said || by.length === 0 || !isUndertaken(scene, match) || isOpinion(scene, match.trigger, agreed))
    return undefined
  if (isNotDone(scene, match) || isOfPlan(scene, match) || isDeedDone(scene, match)) return undefined
  if (isForeseen(scene, match.trigger, by) || isOfOthers(scene, match.trigger, agreed, by)) return undefined
  if (isStand(scene, match.trigger, agreed) || isEmpty(scene, agreed) || isSupposed(scene, match.trigger))
    return undefined
  // "Agreed to 60 days, not a day more": for how long, not to what.
  if (scene.fillers.timeAt(agreed)) return undefined
  const whole = wholeOf(scene, match, 'what', said)
  if (!whole) return undefined
  const told = (whole === said && withoutAside(scene, whole)) || whole
  const what = promisedWords(scene, match.trigger, agreed, told)
  // "The pain … and he promised to relieve": of what, the words that are left do not say.
  if (saysTooLittle(scene, match.trigger, agreed, what)) return undefined
  // "Under it Norway undertakes to …".
  const named = phrase('under')
  // "Vowed in a statement": where it was said.
  const isSaid = named !== undefined && /\bstatement\b/i.test(named.text) && !/\bjoint\b/i.test(named.text)
  const under = (isSaid ? undefined : named) ?? frontedIn(scene, scene.sentenceOf(match.trigger))
  return {
    thread: 'commitment' as const,
    by,
    to,
    what,
    status: (set('status') ?? 'open') as 'open',
    ...(under ? { under } : {}),
  }
}

/** Who undertakes it, and to whom: "committed Norway to cuts" binds Norway. */
function partiesOf(scene: Scene, match: Match): { by: Ref[]; to: Ref[] } {
  const { refs } = matchedOf(match)
  const by = unique(refs('by'))
  const to = unique(refs('to')).filter((ref) => !by.some((one) => one.id === ref.id))
  return scene.doc.tokens.lemma[match.trigger] === 'commit' && to.length > 0 ? { by: to, to: [] } : { by, to }
}

/** Words before a gerund by which it is not told as done: "without agreeing to", "in exchange for Peru agreeing to". */
const SHORT_OF = /^(?:into|without|against|from|toward|towards|about|before)$/

/**
 * "Must agree", "can only agree", "until Peru agrees", "is ready to talk and agree", "imagine both agreeing": what is
 * asked, awaited or thought of.
 */
function isNotDone({ doc, grammar }: Scene, { trigger }: Match): boolean {
  const { lower, lemma, tag, dep, head } = doc.tokens
  const auxiliaries = grammar.dependents(trigger, 'aux').map((aux) => lower[aux]!)
  if (auxiliaries.some((aux) => /^(?:must|should|can|could|may|might|need|ought)$/.test(aux))) return true
  const isPresent = /^VB[PZ]?$/.test(tag[trigger]!)
  const marks = grammar.dependents(trigger, 'mark').map((mark) => lower[mark]!)
  if (marks.includes('whether') || (isPresent && marks.some((mark) => AWAITING.test(mark)))) return true
  if (isPresent && AWAITING.test(wordBefore(doc, grammar, trigger))) return true
  let first = trigger
  for (let steps = 0; steps < 4 && dep[first] === 'conj'; steps++) first = head[first]!
  // Joined to an infinitive, or to what it is time that somebody does.
  if (first !== trigger && auxiliaries.length === 0 && /^VBP?$/.test(tag[trigger]!)) {
    if (grammar.isInfinitive(first)) return true
    if (lemma[head[first]!] === 'time') return true
  }
  if (tag[trigger] !== 'VBG') return false
  const word = wordBefore(doc, grammar, trigger)
  const isGiven = lower
    .slice(Math.max(0, trigger - 8), trigger)
    .some((one) => /^(?:exchange|return)$/.test(one))
  return SHORT_OF.test(word) || (word === 'for' && isGiven) || lemma[head[trigger]!] === 'imagine'
}

/** Words before what has not come about. */
const AWAITING = /^(?:until|till|unless|if|once|whether|lest)$/

/** The word before a clause: before who does it where that is told, else before its verb. */
function wordBefore({ tokens }: Scene['doc'], grammar: Scene['grammar'], verb: number): string {
  const [subject] = grammar.dependents(verb, 'nsubj')
  const first = subject !== undefined && subject < verb ? grammar.phrase(subject, 'short').first : verb
  return tokens.lower[first - 1] ?? ''
}

/** "Committed fraud to hide it": done, not undertaken. */
const isDeedDone = ({ doc, grammar }: Scene, { trigger }: Match): boolean =>
  doc.tokens.lemma[trigger] === 'commit' &&
  grammar.objects(trigger).some((one) => DONE.has(doc.tokens.lemma[one]!))

const DONE: ReadonlySet<string> = new Set(
  'abuse act atrocity crime error fraud genocide mistake murder obstruction offence offense perjury suicide theft treason violation'.split(
    ' ',
  ),
)

/** "Norway's plan promised to": what somebody makes of a plan. */
const isOfPlan = ({ doc, grammar }: Scene, { trigger }: Match): boolean =>
  grammar
    .dependents(trigger, 'nsubj')
    .some((noun) =>
      /^(?:plan|bill|proposal|law|legislation|budget|measure|reform)$/.test(doc.tokens.lemma[noun]!),
    )

/** "Agreed to hold another round in Lima from 3 May": the round itself, where its day or place is told. */
function isMeeting({ grammar, rows, doc, fillers }: Scene, verb: number): boolean {
  const { lemma } = doc.tokens
  const [object = verb] = grammar.objects(verb)
  if (!rows('round-nouns').has(lemma[object]!) && !rows('round-verbs').has(lemma[verb]!)) return false
  const { last } = grammar.phrase(verb, 'clause')
  for (let at = verb; at < last; at++) if (fillers.timeAt(at) || fillers.place(at)) return true
  return false
}

/** What one vows to do against somebody is a stand or a threat. */
const AGAINST: ReadonlySet<string> = new Set(
  'oppose defeat block fight challenge veto resist retaliate filibuster sue contest destroy crush punish boycott reject refuse defend unleash avenge bomb kill annihilate'.split(
    ' ',
  ),
)
/** Words of a race for office: what is told of one is no promise between sides. */
const RACE: ReadonlySet<string> = new Set('campaign candidate candidacy primary rally'.split(' '))
/** Words around a vow within which such a word is of it. */
const NEAR = 24

/** "Vowed to veto the bill", "is committed to peace", "promised during the campaign to repeal it": where one stands. */
export function isStand({ doc, grammar }: Scene, trigger: number, what: number): boolean {
  const { lemma, lower, tag, sent, dep, head } = doc.tokens
  if (lemma[trigger] === 'agree') return false
  if (lemma[trigger] === 'commit') {
    const isHeld = tag[trigger] === 'JJ' || grammar.dependents(trigger, 'cop', 'aux:pass').length > 0
    // "Is sincere and committed to peace".
    const isJoined = dep[trigger] === 'conj' && /^JJ/.test(tag[head[trigger]!] ?? '')
    return (
      isHeld ||
      isJoined ||
      (dep[trigger] === 'xcomp' && /^(?:remain|stay|be)$/.test(lemma[head[trigger]!] ?? ''))
    )
  }
  if (AGAINST.has(lemma[what]!)) return true
  // "Ran promising to cut fees", "won by vowing to": to voters.
  if (tag[trigger] === 'VBG' && /^(?:run|win|elect|campaign)$/.test(lemma[head[trigger]!] ?? '')) return true
  if (lemma[what] === 'vote' && /^(?:no|against)$/.test(lower[what + 1] ?? '')) return true
  for (let at = Math.max(0, trigger - NEAR); at < trigger + NEAR; at++)
    if (
      sent[at] === sent[trigger] &&
      (RACE.has(lemma[at]!) || (lower[at] === 'into' && lower[at + 1] === 'office'))
    )
      return true
  return false
}

/** "To do what they can", "to do so", "to fulfil it", "as he promised he would": of what, the words do not say. */
export function isEmpty({ doc, grammar }: Scene, what: number): boolean {
  const { lemma, tag, lower, form } = doc.tokens
  // "Agreed to no such thing", "promised nothing": a denial.
  if (/^(?:nothing|none)$/.test(lower[what]!)) return true
  if (grammar.dependents(what, 'det').some((word) => lower[word] === 'no') && lemma[what] === 'thing')
    return true
  const [object] = grammar.dependents(what, 'obj', 'ccomp')
  // "To try again".
  if (lemma[what] === 'try' && object === undefined && grammar.dependents(what, 'xcomp').length === 0)
    return true
  if (lemma[what] === 'do')
    return object === undefined || !/^NN/.test(tag[object]!) || /thing$/.test(lower[object]!)
  const isPronoun = object === what + 1 && /^(?:it|them|this|that)$/.test(lower[object]!)
  return isPronoun && /^(?:[,.;:]|$)/.test(form[object + 1] ?? '')
}

/**
 * Whether somebody undertakes it here: not "wants it to agree", "agreed to by all", "to placate them, it agreed",
 * "what Peru agreed to during the talks".
 */
function isUndertaken({ grammar, doc }: Scene, { trigger, roles }: Match): boolean {
  const { lower, tag } = doc.tokens
  if (grammar.isInfinitive(trigger)) return false
  // "Four years after agreeing to cuts, it …": an older event, by whom the parse does not say.
  if (tag[trigger] === 'VBG' && /^(?:after|since|before)$/.test(lower[trigger - 1] ?? '')) return false
  if (lower[trigger + 1] === 'to' && /^(?:IN|MD|VB[DZP]|[.,:])$/.test(tag[trigger + 2] ?? '.')) return false
  const by = roles.get('by')?.tokens ?? []
  return roles.get('what')?.tokens.every((token) => !by.includes(token) && token > trigger) ?? false
}

/** "Agreed that the pact will be a model", "agreed that talks had helped": a view is shared, nothing is promised. */
function isOpinion({ doc, grammar }: Scene, trigger: number, what: number): boolean {
  const { lemma, tag, lower } = doc.tokens
  // "Agreed its review found nothing": what is or was.
  if (/^VB[DZ]$/.test(tag[what]!) && grammar.isVerb(what)) return true
  const isInfinitive = grammar.isInfinitive(what)
  // "Agree that the best way is to cut": a view.
  for (let at = trigger + 1; isInfinitive && lemma[trigger] === 'agree' && at < what; at++)
    if (/^VB[DZP]$/.test(tag[at]!) && lower[trigger + 1] === 'that') return true
  if (isInfinitive) return false
  // "Promised that war is the last resort": said, not undertaken.
  const isClause = grammar.dependents(what, 'nsubj', 'nsubj:pass').length > 0
  const isOwed = grammar
    .dependents(what, 'aux')
    .some((aux) => tag[aux] === 'MD' && !/^(?:should|ought|may|might|can|could)$/.test(lower[aux]!))
  if (lemma[trigger] !== 'agree') return isClause && !isOwed
  const told = grammar.dependents(what, 'nsubj', 'cop', 'aux').length > 0
  // "Agreed they would like a bridge": a wish both have.
  if (/^(?:like|want|need|prefer|hope)$/.test(lemma[what]!)) return true
  return told && (!isOwed || grammar.dependents(what, 'cop').length > 0)
}

/** "It seems as if Peru will agree", "the court will agree to hear it": a guess, unless Peru tells it itself. */
function isForeseen(scene: Scene, trigger: number, by: readonly Ref[]): boolean {
  const { doc, grammar } = scene
  const { lemma, lower, dep, head } = doc.tokens
  for (let at = trigger, steps = 0; steps < 3 && /^(?:ccomp|advcl|xcomp)/.test(dep[at]!); steps++) {
    at = head[at]!
    if (/^(?:seem|appear|look|sound|think|believe|predict)$/.test(lemma[at]!)) return true
  }
  const own = sidesOf(scene, by)
  const isOwn = scene.attributions(trigger).some(({ speakers }) => speakers.some((id) => own.has(id)))
  if (lemma[trigger] !== 'agree' || isOwn) return false
  return grammar.dependents(trigger, 'aux').some((aux) => /^(?:will|would|'ll)$/.test(lower[aux]!))
}

/** "I can promise you that Peru will give nothing": what another party will do is nobody's to promise. */
function isOfOthers(scene: Scene, trigger: number, what: number, by: readonly Ref[]): boolean {
  const { doc, grammar, fillers } = scene
  if (doc.tokens.lemma[trigger] === 'agree') return false
  if (grammar.dependents(trigger, 'aux').some((aux) => doc.tokens.lower[aux] === 'can')) return true
  const own = sidesOf(scene, by)
  const doers = grammar.dependents(what, 'nsubj').flatMap((one) => fillers.partyNamed(one))
  const isState = (id: string) => /^[A-Z]{2}$/.test(id)
  return doers.length > 0 && doers.every((ref) => isState(ref.id) && !own.has(ref.id))
}

const sidesOf = ({ fillers }: Scene, refs: readonly Ref[]): ReadonlySet<string> =>
  new Set(refs.flatMap((ref) => [ref.id, fillers.sideOf(ref)?.id ?? ref.id]))

/** Verbs that say enough alone: "promised to resign". */
const ENOUGH: ReadonlySet<string> = new Set(
  'resign leave quit return withdraw retreat retaliate respond step talk negotiate meet compromise cooperate fight strike disarm testify mediate comply help pay act vote appeal surrender stay reform merge'.split(
    ' ',
  ),
)

/**
 * "Which he agreed to attend", "the pain that he promised to relieve": of what, the words that are left do not say; nor
 * does "vowed to fish" before words that a reader of trees took apart, nor a noun without the clause that is promised.
 */
function saysTooLittle({ doc, grammar }: Scene, trigger: number, what: number, told: Phrase): boolean {
  const { lemma, start, end } = doc.tokens
  if (told.end <= start[what]!) return true
  if (!grammar.isVerb(what)) return !/^(?:agree|commit)$/.test(lemma[trigger]!) && !/\s/.test(told.text)
  const isAlone = grammar.dependents(what, 'obj', 'cop', 'aux').length === 0
  return end[what] === told.end && (isBareVerb(grammar, what) || (isAlone && !ENOUGH.has(lemma[what]!)))
}

/** A verb that needs something done to it and has nothing behind it. */
export const isBareVerb = (grammar: Scene['grammar'], verb: number): boolean =>
  !ENOUGH.has(grammar.doc.tokens.lemma[verb]!) &&
  grammar.children(verb).every((child) => child < verb || grammar.doc.tokens.dep[child] === 'punct') &&
  grammar.dependents(verb, 'obj', 'cop', 'aux').length === 0

const isAgreementNoun = (scene: Scene, token: number): boolean =>
  !scene.grammar.isVerb(token) && scene.rows('agreement-nouns').has(scene.doc.tokens.lemma[token]!)
