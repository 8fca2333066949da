// In: a match of a position card. Out: whether its words take a stand, and whether it is the party's.

import { nameWordsOf } from '../../language/names/words.ts'
import { matchedOf } from '../matched.ts'
import type { Match } from '../rules.ts'
import { RELATIVES } from '../sentence/relatives.ts'
import type { Scene } from '../sentence/scene.ts'
import { isOnlySaid } from './only-said.ts'
import { isNoMatter, isPraised } from './stand-matters.ts'
import { isSupposed } from './supposed-stands.ts'

/** Whether a stand is taken here, and by the party named: the words alone ("warn", "want", "insist") do not make one. */
export function isTaken(scene: Scene, match: Match): boolean {
  return (
    speaksForParty(scene, match) &&
    !isOfSome(scene, match) &&
    !isNamedSo(scene, match) &&
    isNearest(scene, match) &&
    !isMadeTo(scene, match) &&
    !isOtherWord(scene, match) &&
    !isAskedOf(scene, match) &&
    !isOfOthers(scene, match) &&
    !isFarFrom(scene, match) &&
    !isGap(scene, match) &&
    !isOnlySaid(scene, match) &&
    !isUndecided(scene, match) &&
    !isOpen(scene, match) &&
    !isNoMatter(scene, match) &&
    !isGivenUp(scene, match) &&
    !isInquiry(scene, match) &&
    !isPondered(scene, match) &&
    !isOnlyAwaited(scene, match) &&
    !isPutOff(scene, match) &&
    !isSupposed(scene, match) &&
    !isNoMoreThan(scene, match) &&
    !isAside(scene, match)
  )
}

/**
 * "Peru's government", "Norwegian officials" take their state's stand; "Peru's decision threatens growth" and "lawmakers
 * of Peru who want to vote" do not. `representing-nouns` says who speaks for the one named beside them.
 */
function speaksForParty({ fillers, doc, rows, grammar }: Scene, { trigger, roles }: Match): boolean {
  const { tokens } = doc
  const found = roles.get('party')?.tokens ?? []
  // "Vital for Peru" is so for Peru, "vital for Peru's future" is what the writer thinks.
  const isFor = found.some((token) => /^(?:for|to)$/.test(grammar.caseOf(token)))
  if (!isFor && !found.some((token) => grammar.subjects(trigger).includes(token))) return true
  return found
    .flatMap((token) => grammar.conjuncts(token))
    .some(
      (token) =>
        fillers.partyNamed(token).length > 0 ||
        fillers.groups(token).length > 0 ||
        tokens.tag[token]!.startsWith('PRP') ||
        grammar.dependents(token, 'appos').length > 0 ||
        (tokens.lemma[token] !== 'counterpart' && rows('representing-nouns').has(tokens.lemma[token]!)) ||
        // "Liberals and labour unions": the first of two joined, hung on the second.
        grammar.dependents(token, 'compound').some((one) => tokens.lower[one + 1] === 'and'),
    )
}

/** "Norwegians want", "Republicans who have come out against the levy", "states that want a cap": some of them, no party. */
function isOfSome({ doc: { tokens }, lexicon, grammar }: Scene, { trigger, roles }: Match): boolean {
  const { dep, head, lower, form } = tokens
  // "Norwegians want lower tolls": people, as "the Norwegians" at a table are not.
  const { demonyms } = nameWordsOf(lexicon)
  const isPeople = (at: number) =>
    form[at]!.endsWith('s') &&
    demonyms.has(form[at]!) &&
    grammar.dependents(at, 'det', 'nmod:poss').length === 0
  if (roles.get('party')?.tokens.some(isPeople)) return true
  // "A lease that the dockers accepted" is no clause about dockers.
  const isOnDoer = grammar.dependents(trigger, 'nsubj').every((one) => RELATIVES.has(lower[one]!))
  if (
    isOnDoer &&
    dep[trigger]!.startsWith('acl') &&
    (roles.get('party')?.refs ?? []).every(({ id }) => id.startsWith('phrase:'))
  )
    return true
  const noun = dep[trigger] === 'acl:relcl' ? head[trigger]! : -1
  return noun >= 0 && lower[noun + 1] === 'who' && lower[noun]!.endsWith('s')
}

/** "Called the push for a bill premature" calls for none; "called the poor offer fair", "called it a step forward" find no fault. */
const isNamedSo = ({ doc, grammar }: Scene, match: Match): boolean =>
  isPraised(doc, match) ||
  (doc.tokens.lemma[match.trigger] === 'call' &&
    grammar.objects(match.trigger).some((object) => !grammar.isVerb(object)) &&
    grammar.obliques(match.trigger, 'for').length > 0 &&
    grammar.obliques(match.trigger, 'on').length === 0)

/** "Asked to confirm it, Berg said …", "or else be threatened with fees, we ask …": it is done to the party, or to nobody told. */
const isAskedOf = ({ doc, grammar }: Scene, { trigger }: Match): boolean =>
  (/^VB[ND]$/.test(doc.tokens.tag[trigger]!) &&
    doc.tokens.dep[trigger] === 'advcl' &&
    grammar.dependents(trigger, 'aux', 'nsubj', 'obj').length === 0) ||
  (grammar.isVerb(trigger) &&
    grammar.dependents(trigger, 'aux:pass').length > 0 &&
    grammar.dependents(trigger, 'nsubj:pass', 'obl:agent').length === 0 &&
    !/^(?:acl|xcomp)/.test(doc.tokens.dep[trigger]!) &&
    !(doc.tokens.dep[trigger] === 'conj' && grammar.isPassive(doc.tokens.head[trigger]!)))

/** "It is Norway that buys the ore, and smelters, most of them idle, have asked": what many do, in a tree that gives it to one state. */
function isOfOthers({ doc, grammar }: Scene, match: Match): boolean {
  const { trigger } = match
  const own = grammar.dependents(trigger, 'nsubj', 'nsubj:pass', 'obl:agent')
  if (own.some((at) => doc.tokens.tag[at] !== 'NNP')) return false
  const parties = matchedOf(match).refs('party')
  const isMany = grammar
    .dependents(trigger, 'aux')
    .some((aux) => doc.tokens.tag[aux] === 'VBP' && doc.tokens.lower[aux] === 'have')
  return isMany && parties.length === 1 && /^[A-Z]{2}$/.test(parties[0]!.id)
}

/** "Attacks launched by Peru despite talk of proposals": who does another thing, of which the noun is no object. */
function isFarFrom({ doc: { tokens }, grammar }: Scene, { trigger, roles }: Match): boolean {
  const parties = roles.get('party')?.tokens ?? []
  if (grammar.isVerb(trigger) || !/^NNS?$/.test(tokens.tag[trigger]!)) return false
  return (
    parties.length > 0 &&
    parties.every((at) => at < trigger && tokens.dep[at] === 'obl:agent') &&
    !/^(?:obj|nsubj:pass|acl)/.test(tokens.dep[trigger]!)
  )
}

/** "A process that Norway wanted to end": what is to be done stands without the thing, which is no demand of its own. */
function isGap(scene: Scene, { trigger }: Match): boolean {
  const { doc, grammar } = scene
  if (doc.tokens.dep[trigger] !== 'acl:relcl' && !hasTwoSubjects({ doc, grammar }, trigger)) return false
  // "Got the port it wanted", "won the waiver it had sought": what it wanted then.
  const over = doc.tokens.head[trigger]!
  const main = doc.tokens.dep[over] === 'obj' ? doc.tokens.head[over]! : -1
  if (main >= 0 && /^VB[DN]$/.test(doc.tokens.tag[trigger]!) && isOfBoth(scene, main, trigger)) return true
  // The same where the deed is taken for a noun: "wanted to" and one word.
  const { lower, tag, form } = doc.tokens
  const isBare = lower[trigger + 1] === 'to' && /^NNP?$/.test(tag[trigger + 2] ?? '')
  if (isBare && /^(?:CC|IN|[.,:])$/.test(tag[trigger + 3] ?? '.') && /^\p{Ll}/u.test(form[trigger + 2]!))
    return true
  return grammar
    .dependents(trigger, 'xcomp')
    .some(
      (verb) =>
        grammar.isVerb(verb) &&
        grammar.dependents(verb, 'obj', 'ccomp', 'xcomp').length === 0 &&
        isTransitive(grammar, trigger),
    )
}

/** Whether two verbs have one doer. */
function isOfBoth({ grammar, fillers }: Scene, one: number, other: number): boolean {
  const doers = (verb: number) =>
    grammar.subjects(verb).flatMap((at) => fillers.parties(at).map(({ id }) => id))
  const own = doers(one)
  return doers(other).some((id) => own.includes(id))
}

/** "The deal Norway wants to sign will …": two nouns in front of a verb, the first of them what is wanted. */
function hasTwoSubjects({ doc, grammar }: Pick<Scene, 'doc' | 'grammar'>, verb: number): boolean {
  const before = grammar.dependents(verb, 'nsubj').filter((token) => token < verb)
  const [one, two] = before
  return one !== undefined && two !== undefined && !doc.tokens.form.slice(one, two).includes(',')
}

/** Who wants stands between the noun and its clause ("a process Norway wanted …"), so the noun is its object. */
const isTransitive = (grammar: Scene['grammar'], verb: number): boolean =>
  grammar
    .dependents(verb, 'nsubj')
    .some((token) => !/^(?:who|which|that)$/.test(grammar.doc.tokens.lower[token]!))

const LED = / led by /

/** No other party stands right before the verb: a parser that loses the subject of a clause takes that of the main one. */
function isNearest({ doc, grammar, fillers }: Scene, { trigger, roles }: Match): boolean {
  const { tokens } = doc
  if (
    !grammar.isVerb(trigger) ||
    // "Peru was offered a lease by Norway": who stands before it is given it.
    grammar.isPassive(trigger) ||
    grammar.isInfinitive(trigger)
  )
    return true
  if (hasOtherSubject({ doc, grammar, fillers }, trigger)) return false
  let at = trigger - 1
  while (at > 0 && /^(MD|VB|RB)/.test(tokens.tag[at]!)) at--
  // "A group of 40 states led by Peru asked": within who asks.
  const isWithin = (one: number) =>
    one < at &&
    grammar.phrase(one, 'whole').last >= at &&
    LED.test(doc.text.slice(tokens.start[one]!, tokens.end[at]!))
  if ((roles.get('party')?.tokens ?? []).some(isWithin)) return true
  const named = at < 0 || tokens.sent[at] !== tokens.sent[trigger] ? [] : fillers.partyNamed(at)
  const party = (roles.get('party')?.refs ?? []).flatMap((ref) => [ref.id, fillers.sideOf(ref)?.id])
  return (
    named.length === 0 ||
    named.some((ref) => party.includes(ref.id) || party.includes(fillers.sideOf(ref)?.id))
  )
}

/** "The union wants 7 percent, while Nordfleet in its last letter offered 4": a verb joined to one before, behind who is its own. */
function hasOtherSubject(
  { doc, grammar, fillers }: Pick<Scene, 'doc' | 'grammar' | 'fillers'>,
  verb: number,
): boolean {
  const { dep, head, lower } = doc.tokens
  const before = head[verb]!
  if (!dep[verb]!.startsWith('conj') || before < 0 || before > verb) return false
  if (grammar.dependents(verb, 'nsubj', 'nsubj:pass').length > 0) return false
  for (let at = before + 1; at < verb; at++)
    if (dep[at] === 'nsubj' && fillers.partyNamed(at).length > 0 && lower[at - 1] === 'while') return true
  return false
}

const OPENING: ReadonlySet<string> = new Set(
  'reason right chance incentive ability need obligation cause choice'.split(' '),
)

const STOPPING: ReadonlySet<string> = new Set([
  'stop',
  'cease',
  'quit',
  'halt',
  'avoid',
  'consider',
  'mull',
  'weigh',
])

/** "Had no reason to back it", "stopped accepting it", "dismissed it as a stunt": that one might, did, or what one calls it, is no stand. */
function isOpen({ doc, grammar, rows }: Scene, { trigger, row }: Match): boolean {
  const { dep, head, lemma, tag } = doc.tokens
  // "Refused to back it", "offered to accept it": the first verb takes the stand.
  if (dep[trigger] === 'xcomp' && grammar.isVerb(trigger) && rows('stance-verbs').has(lemma[head[trigger]!]!))
    return grammar.dependents(head[trigger]!, 'obj', 'iobj').length === 0
  if (tag[trigger] === 'VBG' && dep[trigger] === 'xcomp' && STOPPING.has(lemma[head[trigger]!] ?? ''))
    return true
  if (row?.lemma === 'dismiss' && grammar.obliques(trigger, 'as').length > 0) return true
  return /^(?:acl|xcomp|advcl)$/.test(dep[trigger]!) && OPENING.has(lemma[head[trigger]!] ?? '')
}

/** "Neither backed nor opposed it": no stand, whichever of the two one looks at. */
function isUndecided({ doc, grammar }: Scene, { trigger }: Match): boolean {
  const { lower, dep, head } = doc.tokens
  let at = trigger
  for (let steps = 0; steps < 4; steps++) {
    const words = grammar.children(at).map((child) => lower[child]!)
    if (words.includes('nor') || words.includes('neither')) return true
    const joined = dep[at] === 'conj' ? head[at]! : -1
    if (joined < 0) break
    at = joined
  }
  return grammar
    .dependents(trigger, 'conj')
    .some((one) => grammar.children(one).some((word) => lower[word] === 'nor'))
}

/**
 * "Forcing them to accept", "urged Peru to back the pact", "will have to back it", "no better way for Peru to back it": what one is
 * made, asked or left to do is no stand of one's own.
 */
function isMadeTo({ doc, grammar }: Scene, { trigger, roles }: Match): boolean {
  const { dep, head, lower, lemma } = doc.tokens
  if (isLeftTo({ doc, grammar }, trigger)) return true
  const isToDo = dep[trigger] === 'xcomp' || (dep[trigger] === 'advcl' && lower[trigger - 1] === 'to')
  if (!isToDo || head[trigger]! < 0) return false
  if (lemma[head[trigger]!] === 'have' && lower[trigger - 1] === 'to') return true
  const controlled = grammar.dependents(head[trigger]!, 'obj', 'iobj')
  return roles.get('party')?.tokens.some((token) => controlled.includes(token)) ?? false
}

/** "A way for Peru to join us in backing it": a verb below an infinitive whose doer stands behind "for". */
function isLeftTo({ doc, grammar }: Pick<Scene, 'doc' | 'grammar'>, trigger: number): boolean {
  const { dep, head, lower } = doc.tokens
  let at = trigger
  for (let steps = 0; steps < 3; steps++) {
    const marks = grammar.dependents(at, 'mark').map((mark) => lower[mark])
    if (marks.includes('to'))
      return (
        marks.includes('for') || grammar.dependents(at, 'nsubj').some((one) => grammar.caseOf(one) === 'for')
      )
    if (!/^(?:xcomp|advcl|conj)/.test(dep[at]!) || head[at]! < 0) return false
    at = head[at]!
  }
  return false
}

/** "Backed off the threat", "which they wanted gone", "what it called a failure to act": other words than the table means. */
function isOtherWord({ doc, grammar, fillers }: Scene, { rule, trigger, roles }: Match): boolean {
  const { tokens } = doc
  const isWithParticle = rule.card.trigger.next !== undefined || roles.has('down')
  if (
    !isWithParticle &&
    grammar
      .dependents(trigger, 'compound:prt')
      .some((part) => /^(off|away|down|out)$/.test(tokens.lower[part]!))
  )
    return true
  if (tokens.dep[trigger] === 'acl:relcl' && /^(VBN|JJ)$/.test(tokens.tag[trigger + 1] ?? '')) return true
  // "Favored to win", "no case for what Peru wants".
  if (
    /^favou?r$/.test(tokens.lemma[trigger]!) &&
    tokens.tag[trigger] === 'VBN' &&
    tokens.lower[trigger + 1] === 'to'
  )
    return true
  if (grammar.children(trigger).some((child) => child < trigger && tokens.lower[child] === 'what'))
    return true
  // "Will vote against it" takes a stand, "voted" is done.
  if (tokens.lemma[trigger] === 'vote' && tokens.tag[trigger] !== 'VB') return true
  // "Had seen offers lapse": a noun before a verb that the tagger took for its noun.
  if (/^VB[ZPD]$/.test(tokens.tag[trigger]!) && tokens.dep[trigger] === 'xcomp') return true
  // "Rally support for it": a noun that the tagger took for a verb.
  if (
    tokens.tag[trigger] === 'VB' &&
    tokens.tag[trigger - 1] === 'VB' &&
    !BARE.has(tokens.lemma[trigger - 1]!)
  )
    return true
  // "Backing off enforcement": the parser takes the particle for a preposition.
  if (!isWithParticle && /^(?:off|away|out)$/.test(tokens.lower[trigger + 1] ?? '')) return true
  const called =
    tokens.lemma[trigger] === 'call' && !roles.has('verdict') && roles.has('issue') && grammar.isVerb(trigger)
  if (!called) return false
  const onWhom = ['on', 'upon'].some((word) =>
    grammar.obliques(trigger, word).some((at) => !fillers.timeAt(at)),
  )
  return !onWhom && grammar.obliques(trigger, 'for').length === 0
}

/** Verbs before a bare infinitive. */
const BARE: ReadonlySet<string> = new Set([
  'help',
  'let',
  'make',
  'have',
  'see',
  'do',
  'dare',
  'go',
  'come',
  'be',
])

/**
 * "Which port do you mean?" he asked, "asked whether it would close", "asked ministers about the quota": a question.
 * Words in quotation marks are a demand only where they bid ("Lift the ban," it urged).
 */
function isInquiry({ doc, grammar }: Scene, { trigger, row, roles }: Match): boolean {
  const { tokens, text } = doc
  // "The question that exporters ask first".
  if (
    row?.lemma === 'ask' &&
    tokens.dep[trigger]!.startsWith('acl') &&
    tokens.lemma[tokens.head[trigger]!] === 'question'
  )
    return true
  const [issue] = roles.get('issue')?.tokens ?? []
  const [content] = roles.get('content')?.tokens ?? []
  const words = roles.get('content')?.phrases[0]
  if (row?.stance !== 'demand' || content === undefined || !words) return false
  const marks = grammar.dependents(content, 'mark').map((mark) => tokens.lower[mark]!)
  if (row.lemma === 'ask') {
    if (issue === content && tokens.dep[content] === 'obj') return true
    if (tokens.dep[content] === 'ccomp' && !marks.includes('that')) return true
  }
  const end = text.slice(words.start, words.end + 2)
  if (/\?["”]?\s*$/.test(end)) return true
  if (tokens.dep[content] !== 'ccomp' || !/^["“]/.test(end)) return false
  return tokens.tag[content] !== 'VB' || grammar.dependents(content, 'nsubj', 'advmod').length > 0
}

const PONDERING: ReadonlySet<string> = new Set(
  'question wonder doubt hope suppose imagine ask know guess speculate perceive see view regard portray depict unclear uncertain unsure'.split(
    ' ',
  ),
)

/** "How far Peru is willing to go", "whether it backs the quota", "if we want …", "seen as pushing for it": nothing is held. */
function isPondered({ doc, grammar }: Scene, { trigger }: Match): boolean {
  const { dep, head, lower, lemma } = doc.tokens
  let at = trigger
  for (let steps = 0; steps < 4; steps++) {
    const before = grammar.children(at).filter((child) => child < at)
    if (before.some((child) => /^(?:whether|if|how|why)$/.test(lower[child]!) && dep[child] !== 'det'))
      return true
    if (before.some((child) => lower[child - 1] === 'how' && dep[child] === 'advmod')) return true
    const over = head[at]!
    if (over < 0 || !/^(?:ccomp|xcomp|csubj|advcl|conj)/.test(dep[at]!)) return false
    const isTold = /^(?:ccomp|csubj|advcl)/.test(dep[at]!)
    const bySight = before.some((child) => lower[child] === 'as')
    if (isTold && PONDERING.has(lemma[over]!) && (bySight || !SIGHT.has(lemma[over]!))) return true
    if (
      isTold &&
      lemma[over] === 'clear' &&
      grammar.dependents(over, 'advmod').some((word) => NOT_YET.has(lower[word]!))
    )
      return true
    // "It is simply not true that we seek a quota".
    const isNot = () => grammar.dependents(over, 'advmod').some((word) => NOT_YET.has(lower[word]!))
    if (isTold && (UNTRUE.has(lemma[over]!) || (/^(?:true|case)$/.test(lemma[over]!) && isNot()))) return true
    if (/^(?:advcl)/.test(dep[at]!)) return false
    at = over
  }
  return false
}

/** "Until Norway accepts the cap", "time to answer before it commits itself": what is waited for is not taken yet; "before Norway asked" it did. */
function isOnlyAwaited({ doc: { tokens }, grammar }: Scene, { trigger }: Match): boolean {
  const { dep, head, tag, lower } = tokens
  // "Before they offered any cuts", however it is parsed: none was offered.
  const ofAny = grammar
    .objects(trigger)
    .some((one) => grammar.dependents(one, 'det').some((word) => lower[word] === 'any'))
  if (ofAny && tag[trigger] === 'VBD') return true
  const isPast = tag[trigger] === 'VBD' && tag[head[trigger]!] !== 'VB'
  if (!dep[trigger]!.startsWith('advcl') || isPast) return false
  return grammar.dependents(trigger, 'mark').some((mark) => /^(?:before|until|till)$/.test(lower[mark]!))
}

/** "The pact was not a negotiation": what it is, not that it is "not up for negotiation". */
const isNoMoreThan = ({ grammar }: Scene, { rule, trigger }: Match): boolean =>
  rule.card.id === 'core/not-negotiable' && grammar.caseOf(trigger) === ''

/** "Will not sign the pact on Friday as planned", "Norway and Peru will not sign it": a day not kept, which nobody refuses. */
function isPutOff({ doc: { tokens, sents } }: Scene, match: Match): boolean {
  if (match.rule.card.id !== 'core/will-not') return false
  const { lower, sent } = tokens
  const { last } = sents[sent[match.trigger]!]!
  const words = lower.slice(match.trigger, last)
  const isPlanned = words.some((word, n) => word === 'as' && PLANNED.has(words[n + 1] ?? ''))
  return isPlanned || (PUT_OFF.has(tokens.lemma[match.trigger]!) && matchedOf(match).refs('party').length > 1)
}
const PLANNED: ReadonlySet<string> = new Set('planned scheduled foreseen intended hoped announced'.split(' '))
/** What the two sides of a deal do together. */
const PUT_OFF: ReadonlySet<string> = new Set(['sign', 'conclude', 'ratify'])

/** Verbs that ponder only with "as": "seen as pushing"; who sees that something is so, tells it. */
const SIGHT: ReadonlySet<string> = new Set([
  'see',
  'view',
  'regard',
  'perceive',
  'portray',
  'depict',
  'know',
  'ask',
])
const UNTRUE: ReadonlySet<string> = new Set(['untrue', 'false', 'wrong', 'incorrect'])
const NOT_YET: ReadonlySet<string> = new Set(['not', "n't", 'less', 'hardly', 'never'])
const LINKING: ReadonlySet<string> = new Set('be remain stay say claim insist become declare'.split(' '))

/**
 * "…, ready to sign it", "should be prepared", "Ann Holm and Bob Lee wants": an adjective said beside the sentence, or what
 * one ought to be, is the writer's; a verb of one behind two is another's.
 */
function isAside({ doc, grammar }: Scene, { trigger }: Match): boolean {
  const { dep, head, lemma, lower, tag } = doc.tokens
  if (grammar.isVerb(trigger))
    return (
      tag[trigger] === 'VBZ' &&
      grammar
        .dependents(trigger, 'nsubj')
        .some((one) => grammar.dependents(one, 'conj').some((other) => lower[other - 1] === 'and'))
    )
  if (!/^JJ|^VBN/.test(tag[trigger]!)) return false
  const linked = grammar.dependents(trigger, 'cop').length > 0
  if (grammar.dependents(trigger, 'aux').some((aux) => /^(?:must|should)$/.test(lower[aux]!))) return true
  const over = head[trigger]!
  if (dep[trigger] === 'xcomp' && over >= 0) return !LINKING.has(lemma[over]!)
  return !linked && /^(?:advcl|acl|appos|amod|parataxis)/.test(dep[trigger]!)
}

/** "Agreed to lift its objection": what one held and holds no more. */
function isGivenUp({ doc: { tokens }, grammar }: Scene, { trigger }: Match): boolean {
  if (grammar.isVerb(trigger) || !/^(?:obj|nsubj:pass)$/.test(tokens.dep[trigger]!)) return false
  const verb = tokens.head[trigger]!
  const particle = grammar.dependents(verb, 'compound:prt').map((at) => tokens.lower[at])
  return (
    /^(?:lift|withdraw|remove|waive|retract|relinquish|overcome)$/.test(tokens.lemma[verb]!) ||
    (tokens.lemma[verb] === 'give' && particle.includes('up'))
  )
}
