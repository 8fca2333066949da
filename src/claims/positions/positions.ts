// In: a match of a position card. Out: where a party stands: on what, how hard, in whose words, told by whom.
import { isCalendar } from '../../language/names/words.ts'
import type { Phrase, Ref } from '../../model/index.ts'
import { matchedOf, wholeOf } from '../matched.ts'
import type { Match } from '../rules.ts'
import { withoutAside } from '../sentence/asides.ts'
import { isForecast } from '../sentence/forecasts.ts'
import { type Found, type Scene, tokenAt } from '../sentence/scene.ts'
import { tellersOf } from '../statements/tellers.ts'
import { isBareDemand, matterBefore } from './matter-before.ts'
import { dealtWith, isBesideAmount, toTheEnd, trimmed, withItsRest, withoutRelative } from './offer-words.ts'
import { standsForItself } from './own-stands.ts'
import { stanceTaken } from './stance-taken.ts'
import { issueAt, kindOf } from './stand-issues.ts'
import { askedName, bareDeed, deedName, withIssue, withoutTelling } from './stand-words.ts'
import { isTaken } from './stands.ts'
import { toldBy } from './told-by.ts'

type Position = Pick<Found, 'epistemics' | 'body' | 'days' | 'alsoSentences'>

/** A position of each side that takes it ("Norway and Peru want …"). */
export function positionsOf(scene: Scene, match: Match): Position[] {
  const sides = new Map<string, Ref>()
  for (const ref of matchedOf(match).refs('party')) {
    const side = scene.fillers.sideOf(ref)?.id ?? ref.id
    if (!sides.has(side)) sides.set(side, ref)
  }
  return [...sides.values()].flatMap((named) => positionOf(scene, match, named) ?? [])
}

/** The position, or undefined where the words take no stand, or not the party's. */
function positionOf(scene: Scene, match: Match, named: Ref): Position | undefined {
  const { trigger } = match
  const { phrase } = matchedOf(match)
  const pronoun = match.roles.get('it')?.tokens[0] ?? bareDemandOf(scene, match)
  const before = pronoun === undefined ? undefined : matterBefore(scene, pronoun)
  const onWhat = before?.phrase ?? withoutAside(scene, issueOf(scene, match))
  const issue = onWhat ? withoutRelative(scene, trimmed(scene, onWhat)) : bareDeed(scene, match)
  const wanted =
    before?.phrase ?? withoutTo(scene, contentOf(scene, match, phrase('content')) ?? phrase('issue'))
  if (
    !issue?.text ||
    TIMES.has(issue.head) ||
    (isCalendar(issue.text) && !NUMBERED.has(match.rule.card.id)) ||
    !wanted ||
    areFew(scene, match) ||
    saysLittle(wanted) ||
    !isTaken(scene, match)
  )
    return undefined
  const told = withIssue(
    scene,
    issue,
    withoutTelling(scene, trigger, withoutAside(scene, wholeOf(scene, match, 'content', wanted))),
  )
  const content = told && wholeTold(scene, match, told)
  if (!content || isCut(scene, content)) return undefined
  // What a paper calls for is its opinion.
  if (named.id.startsWith('outlet:')) return undefined
  // "He gave up his walker", "the notion that Peru gave up on ports": nobody's stand.
  const isLoose = named.id.startsWith('person:') || scene.doc.tokens.dep[trigger]!.startsWith('acl')
  if ((match.rule.card.id === 'core/gave-up' && isLoose) || isBesideAmount(scene, match)) return undefined
  const forItself = standsForItself(scene, named)
  const party = forItself ? named : (scene.fillers.sideOf(named) ?? named)
  if (isWeakened(scene, trigger) || isOpenNoun(scene, trigger)) return undefined
  // Nobody turns down what he asks for himself.
  if (before?.verb !== undefined && isOf(scene, before.verb, party)) return undefined
  const taken = stanceTaken(scene, match)
  if (!taken) return undefined
  const { felt, denied, stance, isOwn } = taken
  const telling = toldBy(scene, trigger, party, named)
  // A writer's guess ("may concede") is the outlet's expectation, never the party's position.
  if (!telling) return undefined
  // "A deal is near as Peru seeks to protect its fleet": why somebody does something, told beside it.
  const isBeside = scene.doc.tokens.dep[trigger]!.startsWith('advcl')
  if (isOwn && (isBeside || telling.toldBy === 'third')) return undefined
  // "They want to shut our ports," said a rival: what another makes of it, where he is quoted word for word.
  const isRetold = telling.toldBy === 'opponent'
  if (isRetold && tellersOf(scene, trigger)[0]?.form === 'direct') return undefined
  // "In autumn they will want it": a forecast, where they do not say so.
  const isForeseen = felt.modality === 'planned' && scene.doc.tokens.lemma[trigger] === 'want'
  if (isForeseen && telling.toldBy !== 'self') return undefined
  const willing = isWilling(scene, trigger, stance, telling.toldBy)
  const epistemics = willing && GUESSED.has(felt.modality) ? { ...felt, modality: 'held' as const } : felt
  // "He could ask a court": he may, or not.
  if (epistemics.modality === 'possible' && !denied && WILLED.has(stance)) return undefined
  const own = telling.toldBy === 'self' || telling.toldBy === 'opponent'
  const attributed = tellersOf(scene, trigger).length > 0
  if (GUESSED.has(epistemics.modality) && !(own && attributed)) return undefined
  // "The law, under which it could ask a court for a ban": what one may do is asked of nobody.
  if (stance === 'demand' && epistemics.modality === 'possible' && !denied) return undefined
  return {
    // What is not wanted is a stance of its own, not the absence of one.
    epistemics: {
      ...epistemics,
      polarity: 'affirmed',
      // "We would not give it up", "will not accept it": a stand taken now, whatever the tense of what it is about.
      modality:
        telling.toldBy === 'self' &&
        (epistemics.modality === 'expected' ||
          (denied && epistemics.modality === 'possible') ||
          ((denied || TAKEN_NOW.has(stance)) && epistemics.modality === 'planned'))
          ? 'held'
          : epistemics.modality,
    },
    body: {
      party: named,
      issue,
      stance: stance as 'demand',
      content: denied
        ? withDenial(scene, trigger, content)
        : stance === 'oppose'
          ? withRefusal(scene, trigger, content)
          : content,
      ...telling,
      ...(forItself ? { forItself } : {}),
    },
    // "Threatened to walk out from the 23rd", "asked for next week's talks to be put off": days of what is wanted.
    days: scene.days([trigger]).filter(({ start }) => start < content.start || start >= content.end),
    ...(before ? { alsoSentences: [before.sentence] } : {}),
  }
}

/** "The demand" that is turned down, where only what stands before says of what. */
const bareDemandOf = (scene: Scene, { roles, trigger }: Match): number | undefined =>
  scene.grammar.isVerb(trigger) ? roles.get('issue')?.tokens.find((at) => isBareDemand(scene, at)) : undefined

/** Whether a party, or those of its side, do what a verb says. */
const isOf = ({ grammar, fillers }: Scene, verb: number, party: Ref): boolean =>
  grammar
    .subjects(verb)
    .flatMap((at) => fillers.parties(at))
    .some((ref) => ref.id === party.id || fillers.sideOf(ref)?.id === party.id)

/**
 * What the stand is on: "what it calls unfair fees", the fees; how much is asked, what for where that is told; of a thing
 * with what is to become of it, the latter's matter where the thing is a text or somebody asked ("wants the bill to
 * include new quotas"); else the matter of the words themselves. Undefined where they have none.
 */
function issueOf(scene: Scene, match: Match): Phrase | undefined {
  const { doc, fillers } = scene
  const { tokens } = doc
  const [issue] = match.roles.get('issue')?.tokens ?? []
  const [content] = match.roles.get('content')?.tokens ?? []
  const said = match.roles.get('issue')?.phrases[0] ?? match.roles.get('content')?.phrases[0]
  const at = issue ?? content
  if (!said || at === undefined) return undefined
  // "Came with a steep demand": on what, the words do not say.
  if (match.roles.get('what')?.tokens.includes(at)) return fillers.phraseOf(at, at, at)
  const first = tokenAt(scene, said.start)
  if (tokens.lower[first] === 'what')
    for (let token = first + 1; tokens.end[token]! <= said.end; token++)
      if (
        tokens.lower[token] === 'as' &&
        SEEN.has(tokens.lemma[token - 1]!) &&
        tokens.end[token + 1]! <= said.end
      )
        return fillers.phraseOf(token + 1, tokenAt(scene, said.end - 1), at)
  const isNumber = tokens.tag[at] === 'CD' && NUMBERED.has(match.rule.card.id)
  if (isNumber || (fillers.quantityAt(at)?.unit && !fillers.isMatter(at)))
    return firstOf(amountFor(scene, match.trigger, at), (one) => issueAt(scene, one)) ?? said
  // What an offer is told to hold is on the table, whatever it is.
  if (match.rule.card.id === 'core/offer-holds') return issueAt(scene, at) ?? said
  const deed = issue === undefined ? undefined : (deedName(scene, match, issue) ?? askedName(scene, issue))
  if (deed) return deed
  const inner = content !== undefined && content !== match.trigger && content !== at ? content : undefined
  const outer = () => withoutExamples(scene, issueAt(scene, at), at)
  if (inner === undefined) return outer() ?? dealtWith(scene, match, at)
  const within = () => issueAt(scene, inner)
  // "Would rather see a lower fee".
  const isRather = match.rule.card.id === 'core/would-rather'
  if (scene.grammar.isVerb(inner) && tokens.head[at] === inner && !isRather) return within()
  const asks = matchedOf(match).set('stance') === 'demand'
  const isTextOf = asks && kindOf(scene, at) === 'text' && isToBe(scene, match.trigger, inner)
  const named = isTextOf ? (within() ?? outer()) : (outer() ?? within())
  return named ?? amountAt(scene, inner) ?? dealtWith(scene, match, at, inner)
}

/** Cards of amounts, which may be told by a bare number: "the owners offer 20". */
const NUMBERED: ReadonlySet<string> = new Set(['core/position-amount', 'core/offer-moved'])

/** "A demand that …" to its end, "down from 14 percent to 10", an amount with its rest. */
function wholeTold(scene: Scene, match: Match, told: Phrase): Phrase {
  const card = match.rule.card.id
  if (/^(?:an?|the|its|their) (?:\S+ )?(?:demand|condition|request) that\b/i.test(told.text))
    return toTheEnd(scene, told)
  if (card === 'core/came-down-to') {
    const way = match.trigger + 1
    return withItsRest(scene, scene.fillers.phraseOf(way, way, way), true)
  }
  // "Raised its offer from 3 percent to 5": from where to where.
  const first = tokenAt(scene, told.start)
  const isFrom = card === 'core/offer-moved' && scene.doc.tokens.lower[first - 1] === 'from'
  if (isFrom) return scene.fillers.phraseOf(first - 1, tokenAt(scene, told.end - 1), first)
  return SIZED.has(matchedOf(match).set('stance') ?? '') ? withItsRest(scene, trimmed(scene, told)) : told
}

/** Stances of which how much, for how long and with what is told behind. */
const SIZED: ReadonlySet<string> = new Set(['demand', 'offer', 'open', 'concession'])

/** "To provide $3 billion a year in public money": of what the amount is, else the amount. */
function amountAt(scene: Scene, verb: number): Phrase | undefined {
  const { fillers, grammar } = scene
  const isPart = (one: number) => grammar.obliques(one, 'of').length > 0
  const amount = grammar.objects(verb).find((one) => fillers.quantityIn(one)?.unit || isPart(one))
  if (amount === undefined) return undefined
  const of = ['in', 'of', 'for'].flatMap((word) => grammar.obliques(amount, word))
  return firstOf(of, (one) => issueAt(scene, one)) ?? fillers.phrase(amount)
}

const TAKING: ReadonlySet<string> = new Set('concession support open oppose red-line'.split(' '))

/** "Could live with a fee", "would settle for 4 percent", told by the party or somebody who knows: its willingness, no guess. */
function isWilling(scene: Scene, trigger: number, stance: string, toldBy: string): boolean {
  const { doc, grammar } = scene
  if (!TAKING.has(stance) || !/^(?:self|third)$/.test(toldBy)) return false
  const isAble = grammar
    .dependents(trigger, 'aux')
    .some((aux) => /^(?:could|can|would)$/.test(doc.tokens.lower[aux]!))
  return isAble && !isForecast(scene, trigger) && tellersOf(scene, trigger).length > 0
}

/** "Wants the bill to include new quotas": what is to be, of the verb that wants it and not of the noun. */
const isToBe = ({ grammar, doc }: Scene, trigger: number, verb: number): boolean =>
  /^(?:xcomp|ccomp|advcl)$/.test(doc.tokens.dep[verb]!) &&
  doc.tokens.head[verb] === trigger &&
  grammar.isInfinitive(verb) &&
  grammar.dependents(trigger, 'obj', 'iobj').length > 0

/** Nouns behind "for" of an amount that is asked or offered. */
const amountFor = ({ grammar }: Scene, trigger: number, amount: number): number[] => [
  ...grammar.obliques(amount, 'for'),
  ...grammar.obliques(trigger, 'for'),
]

function firstOf<T>(tokens: readonly number[], find: (token: number) => T | undefined): T | undefined {
  for (const token of tokens) {
    const found = find(token)
    if (found !== undefined) return found
  }
  return undefined
}

const SEEN: ReadonlySet<string> = new Set(['see', 'view', 'regard', 'describe', 'perceive', 'consider'])

/** "Its vessels in waters like": where examples follow, the words before them end on the noun that is meant. */
function withoutExamples(scene: Scene, said: Phrase | undefined, head: number): Phrase | undefined {
  if (!said) return undefined
  const { tokens } = scene.doc
  const last = tokenAt(scene, said.end - 1)
  if (!/^(like|such|including)$/.test(tokens.lower[last + 1] ?? '')) return said
  for (let at = last; at > head; at--)
    if (tokens.tag[at] === 'IN') return scene.fillers.phraseOf(tokenAt(scene, said.start), at - 1, head)
  return said
}

/** "Those steel and aluminum" of "… tariffs gone": words torn from the noun they belong to. */
function isCut(scene: Scene, { end }: Phrase): boolean {
  const { tag, sent } = scene.doc.tokens
  const last = tokenAt(scene, end - 1)
  return tag[last] === 'NN' && /^NNS?$/.test(tag[last + 1] ?? '') && sent[last] === sent[last + 1]
}

/** "Committed to keeping it": the words from the gerund on. */
function withoutTo(scene: Scene, said: Phrase | undefined): Phrase | undefined {
  if (!said || !/^to\s/i.test(said.text)) return said
  const first = tokenAt(scene, said.start) + 1
  if (scene.doc.tokens.tag[first] !== 'VBG') return said
  return scene.fillers.phraseOf(first, tokenAt(scene, said.end - 1), first)
}

/** What is wanted: not whom it is asked of ("threatened Peru with a duty"), and with what it is for ("seeks a delay to …"). */
function contentOf(scene: Scene, match: Match, said: Phrase | undefined): Phrase | undefined {
  const { fillers, grammar, doc } = scene
  const content = match.roles.get('content')?.tokens[0]
  // "Would rather cut the fee": what stands behind "rather".
  if (said && match.rule.card.id === 'core/would-rather')
    return fillers.phraseOf(match.trigger + 1, tokenAt(scene, said.end - 1), match.trigger + 1)
  const issue = match.roles.get('issue')
  const [object] = issue?.tokens ?? []
  if (content === undefined || object === undefined || !said) return said
  // "Its condition is that the fee is cut": the clause behind "that".
  const [mark] =
    grammar.dependents(content, 'nsubj:outer').length > 0 ? grammar.dependents(content, 'mark') : []
  if (mark !== undefined) return fillers.phraseOf(mark, tokenAt(scene, said.end - 1), content)
  if (content !== object && fillers.partyNamed(content).length > 0) return undefined
  const [asked = object] = grammar.dependents(match.trigger, 'obj')
  // "Wants it passed": what is to be passed stands before.
  // "Peru was asked to cut it": who is asked is no part of what is asked.
  if (grammar.dependents(match.trigger, 'nsubj:pass').includes(asked)) return said
  const passive = doc.tokens.dep[content] === 'xcomp' && doc.tokens.tag[content] === 'VBN' && asked < content
  const joined =
    doc.tokens.dep[content]!.startsWith('advcl') && grammar.objects(match.trigger).includes(object)
  if (!joined && !passive) return said
  const { first } = grammar.phrase(passive ? asked : object, 'short')
  return doc.tokens.start[first]! < said.start
    ? fillers.phraseOf(first, tokenAt(scene, said.end - 1), object)
    : undefined
}

/** Stances that are taken as they are told, even where what they are about is ahead: "we will oppose the bill". */
const TAKEN_NOW: ReadonlySet<string> = new Set(['red-line', 'support', 'oppose', 'open'])

/** "Sought for the second week of May": when, not what. */
const TIMES: ReadonlySet<string> = new Set('day week weekend month quarter year'.split(' '))
/** Stances that one takes by willing something, so that what one could will is none. */
const WILLED: ReadonlySet<string> = new Set(['demand', 'support', 'oppose'])

const GUESSED: ReadonlySet<string> = new Set(['possible', 'expected', 'hypothetical'])

const LITTLE: ReadonlySet<string> = new Set([
  'to',
  'do',
  'be',
  'so',
  'it',
  'that',
  'this',
  'them',
  'him',
  'her',
  'something',
  'anything',
  'more',
  'change',
  'stop',
  'make',
  'see',
  'get',
  'have',
  'happen',
  'what',
  'which',
  'those',
  'both',
  'avoid',
  'end',
])

/** "Refused to delay it", "reluctant to sign": what one will not do is quoted with the word that says so. */
function withRefusal(scene: Scene, trigger: number, content: Phrase): Phrase {
  const last = tokenAt(scene, content.end - 1)
  const isToBeDone = tokenAt(scene, content.start) === trigger + 1 && /^to\s/i.test(content.text)
  return isToBeDone ? scene.fillers.phraseOf(trigger, last, trigger) : content
}

/** "Not willing to give it up": a refusal is quoted with its "not". */
function withDenial(scene: Scene, trigger: number, content: Phrase): Phrase {
  const { tokens } = scene.doc
  const denial = scene.grammar
    .children(trigger)
    .find((token) => /^(not|n't|never|neither|nor|longer)$/.test(tokens.lower[token]!) && token <= trigger)
  const last = tokenAt(scene, content.end - 1)
  if (denial === undefined || last < 0 || tokens.start[denial]! > content.start) return content
  return scene.fillers.phraseOf(
    /^(?:n't|longer)$/.test(tokens.lower[denial]!) ? denial - 1 : denial,
    last,
    trigger,
  )
}

/** "To do so": words that do not say what is wanted. */
const saysLittle = (content: Phrase): boolean =>
  content.text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => LITTLE.has(word))

const OPEN: ReadonlySet<string> = new Set(
  'any no potential possible every whatever enough more much little less further additional financial military logistical material economic'.split(
    ' ',
  ),
)

/** "Any offer would …", "enough support", "military support": nobody made one, or none in words. */
const isOpenNoun = (scene: Scene, trigger: number): boolean =>
  scene.grammar.dependents(trigger, 'det', 'amod').some((token) => OPEN.has(scene.doc.tokens.lower[token]!))

const SEEMING: ReadonlySet<string> = new Set(['appear', 'seem', 'look', 'sound', 'unlikely', 'likely'])

/** "appear willing", "unlikely to agree": the writer's view; "not willing to give up": told by the adjective already. */
function isWeakened(scene: Scene, trigger: number): boolean {
  const { tokens } = scene.doc
  const verb = scene.grammar.isVerb(trigger)
  // "May not be as willing": a guess.
  if (!verb && scene.grammar.dependents(trigger, 'aux').some((aux) => MAYBE.has(tokens.lower[aux]!)))
    return true
  let at = trigger
  for (let steps = 0; steps < 3 && /^(xcomp|ccomp|advcl)/.test(tokens.dep[at]!); steps++) {
    at = tokens.head[at]!
    const lemma = tokens.lemma[at]!
    if (SEEMING.has(lemma)) return true
    if (steps === 0 && verb && scene.rows('stance-adjectives').has(lemma)) return true
    if (tokens.dep[at] !== 'xcomp') break
  }
  return false
}

const MAYBE: ReadonlySet<string> = new Set(['may', 'might', 'could'])

/** "Only 28 Democrats supported it": what few of a party do is no stand of it. */
const areFew = ({ doc: { tokens } }: Scene, match: Match): boolean =>
  (match.roles.get('party')?.tokens ?? []).some((token) => {
    let at = token - 1
    while (token - at < 4 && /^(?:CD|JJ|NNP)$/.test(tokens.tag[at] ?? '') && !FEW.test(tokens.lower[at]!))
      at--
    return FEW.test(tokens.lower[at] ?? '')
  })
const FEW = /^(?:only|just|merely|barely|few|fewer)$/
