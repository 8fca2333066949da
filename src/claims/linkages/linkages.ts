// In: a match of a linkage card. Out: what is tied to what, by whom, against whom, to what end.

import type { LinkageBody, Phrase, Ref } from '../../model/index.ts'
import { matchedOf } from '../matched.ts'
import type { Match } from '../rules.ts'
import { withoutAside } from '../sentence/asides.ts'
import { isRefused } from '../sentence/moods.ts'
import { firstFrom } from '../sentence/nearby.ts'
import { pointedNoun } from '../sentence/pointed-nouns.ts'
import { readableEnd, readableLever } from '../sentence/readable-end.ts'
import { unique } from '../sentence/refs.ts'
import { type Found, type Scene, tokenAt } from '../sentence/scene.ts'
import { isDenied } from '../statements/tellers.ts'
import { isIdle } from './idle-ties.ts'
import { endOf, isSomebody, leverOf } from './tie-words.ts'

/** "Retaliated for the tariffs with a ban": the tariffs, without what answered them. */
function withoutAnswer(scene: Scene, to: Phrase | undefined, from: Phrase | undefined): Phrase | undefined {
  if (!to || !from || from.start <= to.start || from.end > to.end) return to
  const last = tokenAt(scene, from.start) - 2
  const first = tokenAt(scene, to.start)
  return last < first ? to : scene.fillers.phraseOf(first, last, tokenAt(scene, to.start))
}

/** "Sees the quota as part of a deal": the quota. */
function withoutPart(scene: Scene, { roles }: Match, to: Phrase | undefined): Phrase | undefined {
  const [part] = roles.get('part')?.tokens ?? []
  if (!to || part === undefined) return to
  const first = tokenAt(scene, to.start)
  const [as = part] = scene.grammar
    .dependents(part, 'case')
    .filter((at) => scene.doc.tokens.lower[at] === 'as')
  const isInside = as > first && scene.doc.tokens.start[as]! < to.end
  return isInside ? scene.fillers.phraseOf(first, as - 1, first) : to
}

type Linkage = Pick<Found, 'epistemics' | 'body' | 'days'>

/**
 * The linkage, or undefined where nothing is tied to anything, or what "presses" is only somebody. A card's `set` may
 * ask for more: `behind` for the preposition before its trigger, `of: refused` for a deed that is refused, `of: ahead`
 * for one still to come, `of: deed` for any, `of: own` for one's own deed on another's as oneself tells it, `of: alone`
 * where nothing says for what.
 */
export function linkageOf(scene: Scene, matched: Match): Linkage | undefined {
  const match = withTold(scene, matched)
  const { trigger, roles } = match
  const { refs, phrase, set } = matchedOf(match)
  const { doc, grammar } = scene
  const relation = set('relation') as LinkageBody['relation']
  const behind = set('behind')
  if (behind !== undefined && grammar.caseOf(trigger) !== behind) return undefined
  if (!areClauses(scene, match) || isByThen(scene, match) || isIdle(scene, match)) return undefined
  if (isRefusedTie(scene, match)) return undefined
  if (relation === 'retaliation' && roles.get('from')?.tokens.includes(trigger)) return undefined
  // "In their fish exchange": a place to trade at.
  const isPlain = grammar.dependents(trigger, 'det', 'nmod:poss', 'compound').length === 0
  if (relation === 'exchange' && !grammar.isVerb(trigger) && !isPlain) return undefined
  // "Most of it goes there duty-free. In exchange, …": what nobody does is given for nothing.
  if (set('of') === 'alone' && relation === 'exchange' && !isSomebodysDeed(scene, match)) return undefined
  // "In return, Peru will open its ports": for what the sentence before tells, unless the words say for what.
  const alone =
    grammar.obliques(trigger, 'for').length + grammar.obliques(doc.tokens.head[trigger]!, 'for').length === 0
  if (set('of') === 'alone' && !alone) return undefined
  // "…; in return, it would limit imports": what stands behind is given, not what stands before.
  const opens = set('of') === 'alone' && /^[,;—–-]$/.test(doc.tokens.form[trigger - 2] ?? '')
  if (opens && (roles.get('from')?.tokens[0] ?? trigger) < trigger) return undefined
  const user = userOf(scene, match, unique(refs('user')))
  const from = readableLever(
    scene,
    leverOf(scene, match, phrase('from'), endRole(scene, match)),
    user.length > 0,
  )
  const told = withoutPart(scene, match, endRole(scene, match))
  const said = endOf(scene, withoutAnswer(scene, before(scene, trigger, told), from))
  const to = readableEnd(scene, said)
  if (said && !to) return undefined
  // "Tie its licences to that demand": to what, the words do not say.
  if (to && NO_END.has(to.head) && to.text.split(' ').length < 3) return undefined
  const goal = endOf(scene, withoutAside(scene, phrase('goal')))
  const target = targetOf(scene, match, from).filter((ref) => !user.some((one) => one.id === ref.id))
  // What is said to be leverage or pressure without whose, on whom, to what end or in which talks hangs on nothing.
  const hangs = to || goal || user.length > 0 || target.length > 0 || roles.has('talks')
  if (!from || !hangs || (roles.has('target') && target.length === 0)) return undefined
  const deed = toldBy(scene, match)
  if (isUnfulfilled(scene, deed) || (relation === 'precondition' && isDenied(scene, deed))) return undefined
  const epistemics = mood(scene, match, deed)
  if (!epistemics) return undefined
  const within = (at: number) => [from, to, goal].some((one) => one && one.start <= at && at < one.end)
  return {
    epistemics,
    body: { relation, from, ...(to ? { to } : {}), user, target, ...(goal ? { goal } : {}) },
    // "Tied it to the minister's October visit": the month of what is tied, not of the tying.
    days: scene.days([trigger]).filter((day) => !within(day.start)),
  }
}

/** "Peru would sign, he said, in return for a date": what is given is told, not the telling, on which the parser hung it. */
function withTold(scene: Scene, match: Match): Match {
  const { dep, head, lemma } = scene.doc.tokens
  const [from = -1] = match.roles.get('from')?.tokens ?? []
  if (from < 0 || from > match.trigger || scene.rows('speech-verbs').get(lemma[from]!)?.kind !== 'speech')
    return match
  const told =
    dep[from] === 'parataxis'
      ? head[from]!
      : (scene.grammar.dependents(from, 'ccomp').find((at) => at < from) ?? -1)
  if (told < 0) return match
  const roles = new Map(match.roles)
  roles.set('from', { tokens: [told], refs: [], phrases: [scene.fillers.phrase(told, 'clause')], path: 0 })
  const tokens = scene.grammar.subjects(told)
  if (tokens.length > 0)
    roles.set('user', {
      tokens,
      refs: tokens.flatMap((at) => scene.fillers.parties(at)),
      phrases: [],
      path: 0,
    })
  return { ...match, roles }
}

/** "Unless a bill is passed": up to where the condition ends, whatever the parser hung behind it. */
function endRole(scene: Scene, match: Match): Phrase | undefined {
  const said = matchedOf(match).phrase('to')
  const [from = -1] = match.roles.get('from')?.tokens ?? []
  const { condition } = from < 0 || !said ? {} : scene.epistemics(from)
  return condition && condition.start === said?.start && condition.end < said.end ? condition : said
}
/** Whether the end before is done by somebody. */
const isSomebodysDeed = (scene: Scene, { roles }: Match): boolean =>
  (roles.get('to')?.tokens ?? []).some((verb) =>
    scene.grammar
      .subjects(verb)
      .some((one) => isSomebody(scene, one) || scene.fillers.parties(one).length > 0),
  )

/**
 * Where a word joins two clauses ("unless", "until"), that both are clauses, and that the first is no saying: "unless it
 * pays, the talks are off, Holm said".
 */
function areClauses(scene: Scene, { trigger, roles }: Match): boolean {
  const { doc, grammar } = scene
  if (!JOINING.has(doc.tokens.lemma[trigger]!)) return true
  const isClause = (at: number) =>
    grammar.isVerb(at) || grammar.dependents(at, 'cop', 'nsubj', 'obj').length > 0
  const [from, to] = [roles.get('from')?.tokens[0], roles.get('to')?.tokens[0]]
  if (from === undefined || to === undefined || !isClause(to)) return false
  // "After having toured": who has done it is not told.
  if (grammar.dependents(to, 'aux').some((aux) => doc.tokens.tag[aux] === 'VBG')) return false
  const around = scene.attributions(from)
  const start = doc.tokens.start[from]!
  // "Refused to give access unless", "will not accept it unless": the deed itself is the cue.
  const isDone = grammar.objects(from).some((one) => !grammar.isVerb(one))
  const isCue = from < to && (REFUSING.has(doc.tokens.lemma[from]!) || isDone)
  return scene
    .attributions(to)
    .every(
      (said) =>
        around.includes(said) || (isCue && said.cue.some((cue) => cue.start <= start && start < cue.end)),
    )
}

/** "Wants to sign before the recess begins": when it is to be done, and hangs on nothing. */
function isByThen({ doc, grammar }: Scene, { trigger, roles, rule }: Match): boolean {
  const to = roles.get('to')?.tokens[0]
  return (
    rule.card.id === 'core/insist-before' &&
    to !== undefined &&
    doc.tokens.dep[to] === 'xcomp' &&
    grammar.dependents(trigger, 'obj').length === 0
  )
}

/** "Rejects a withdrawal as a condition", "will not accept inspections as a precondition": it is tied by somebody else, if at all. */
function isRefusedTie({ doc, grammar }: Scene, { trigger, rule }: Match): boolean {
  if (rule.card.id !== 'core/be-condition' || grammar.caseOf(trigger) !== 'as') return false
  const verb = grammar.governor(trigger)
  return (
    verb >= 0 &&
    (/^(?:reject|oppose|resist|rule|dismiss|rebuff)$/.test(doc.tokens.lemma[verb]!) ||
      isRefused(doc, grammar, verb))
  )
}

const REFUSING: ReadonlySet<string> = new Set(
  'refuse decline threaten vow pledge promise announce offer'.split(' '),
)

const JOINING: ReadonlySet<string> = new Set(['unless', 'until', 'till', 'once', 'after', 'if'])

/** "Made the lifting of the ban a condition": the words up to those that tie it. */
function before(
  { doc, grammar, fillers }: Scene,
  trigger: number,
  said: Phrase | undefined,
): Phrase | undefined {
  const first = said === undefined ? -1 : firstFrom(doc.tokens, said.start)
  const tie = grammar.phrase(trigger, 'short').first
  const isBeside =
    doc.tokens.dep[trigger] === 'appos' ||
    (doc.tokens.dep[trigger] === 'nmod' && grammar.caseOf(trigger) === '')
  const holds = said !== undefined && first < tie && doc.tokens.start[trigger]! < said.end
  return holds && !grammar.isVerb(trigger) && isBeside ? fillers.phraseOf(first, tie - 1, first) : said
}

const TYING: ReadonlySet<string> = new Set(['precondition', 'sequence'])

/** Who uses the lever; of "these moves are seen as a response" whoever made them in the sentence before. */
function userOf(scene: Scene, { roles, rule, trigger }: Match, said: Ref[]): Ref[] {
  const [token] = roles.get('from')?.tokens ?? []
  // "Mexican tariffs will rise unless": what is Mexico's is not Mexico.
  const owned = !roles.get('user')?.tokens.some((at) => isSomebody(scene, at))
  // "I expect nothing unless they meet": who only thinks so ties nothing; who accepts or opposes a thing does.
  const row = token === undefined ? undefined : scene.rows('speech-verbs').get(scene.doc.tokens.lemma[token]!)
  const thinks = row?.kind === 'thought' && row.frames !== 'object'
  if (TYING.has(rule.card.set.relation ?? '') && (owned || thinks)) return []
  if (token !== undefined && rule.card.set.relation === 'precondition' && isBidden(scene, token))
    return demanders(scene, token)
  if (said.length > 0 || token === undefined) return said
  const keeper = keeperOf(scene, trigger)
  if (keeper.length > 0) return keeper
  const pointed = pointedNoun(scene, token)
  const verb = pointed === undefined ? -1 : scene.grammar.governor(pointed.head)
  return verb < 0 ? [] : unique(scene.grammar.subjects(verb).flatMap((one) => scene.fillers.parties(one)))
}

/** "Norway should hold off until it has the numbers": what another bids it to do. */
const isBidden = ({ doc, grammar }: Scene, verb: number): boolean =>
  grammar.isVerb(verb) && grammar.dependents(verb, 'aux').some((aux) => doc.tokens.lower[aux] === 'should')

/** Who bids it, where the report names him. */
const demanders = ({ attributions, fillers }: Scene, verb: number): Ref[] =>
  unique(
    attributions(verb)
      .flatMap(({ speakers }) => speakers)
      .filter((id) => !/^(?:phrase|outlet|event):/.test(id))
      .map((id) => ({ id, name: fillers.name(id) })),
  )

const KEEPING: ReadonlySet<string> = new Set(
  'withhold hold keep control restrict curb limit own have possess stockpile hoard produce supply dominate'.split(
    ' ',
  ),
)

/** "Peru holds back gas that may be used as a weapon", nobody else told: who keeps a thing can use it. */
function keeperOf({ doc, grammar, fillers }: Scene, used: number): Ref[] {
  const { dep, head, lemma } = doc.tokens
  if (!grammar.isVerb(used) || !grammar.isPassive(used) || grammar.obliques(used, 'by').length > 0) return []
  const noun = dep[used] === 'acl:relcl' ? head[used]! : -1
  let verb = dep[used] === 'ccomp' ? head[used]! : noun < 0 ? -1 : grammar.governor(noun)
  // "Withholds its data, pointing to gas that …": the deed that shows it.
  if (verb >= 0 && dep[verb] === 'advcl' && doc.tokens.tag[verb] === 'VBG') verb = head[verb]!
  if (verb < 0 || !KEEPING.has(lemma[verb]!)) return []
  return unique(grammar.subjects(verb).flatMap((one) => fillers.parties(one)))
}

/** Who is pressed; "impose tariffs on Peru to pressure it": whom the deed itself names. */
function targetOf(scene: Scene, match: Match, from: Phrase | undefined): Ref[] {
  const { doc, fillers } = scene
  const role = match.roles.get('target')
  const isPronoun = role?.tokens.every((token) => doc.tokens.tag[token] === 'PRP')
  if (!role) return []
  // "To force the sale of its Norwegian ships": not who owns a thing is pressed, but somebody.
  const somebody = role.tokens.filter((token) => isSomebody(scene, token))
  if (!isPronoun || !from) return unique(somebody.flatMap((token) => fillers.parties(token)))
  const first = tokenAt(scene, from.start)
  const last = tokenAt(scene, from.end - 1)
  const named: Ref[] = []
  for (let at = first; at <= last; at++)
    if (!/^(?:nsubj|nmod:poss)/.test(doc.tokens.dep[at]!)) named.push(...fillers.partyNamed(at))
  return unique(named.length > 0 ? named : role.refs)
}

/** Words that alone do not say what something is tied to. */
const NO_END: ReadonlySet<string> = new Set(
  'demand issue matter problem question thing move it that this everyone everybody anyone all'.split(' '),
)

/** The verb whose mood is the tie's: what is done to the end, the trigger, or what the trigger hangs under. */
function toldBy({ doc, grammar }: Scene, { trigger, roles }: Match): number {
  const { head } = doc.tokens
  const means = (roles.get('use') ?? roles.get('from'))?.tokens[0] ?? -1
  const isAbove = means >= 0 && (head[trigger] === means || head[Math.max(0, head[trigger]!)] === means)
  if (isAbove && grammar.isVerb(means)) return means
  const over = grammar.isVerb(trigger) ? trigger : grammar.governor(trigger)
  return over >= 0 && grammar.isVerb(over) ? over : trigger
}

const AHEAD: ReadonlySet<string> = new Set(['will', 'would', 'shall', "'ll", 'could', 'can', 'may', 'might'])
const HELD = { polarity: 'affirmed', modality: 'held' } as const

/** How the tie holds; undefined where the deed is not as the card asks. */
function mood(scene: Scene, { trigger, rule }: Match, told: number): Linkage['epistemics'] {
  const { doc, grammar } = scene
  const { of, relation } = rule.card.set
  // "A push to counter Peru's leverage": it has it, whatever is planned.
  const isOwned = relation === 'leverage' && grammar.dependents(trigger, 'nmod:poss').length > 0
  const [led] = grammar.isPassive(told) ? grammar.dependents(told, 'xcomp') : []
  const outer = scene.epistemics(told)
  // "Is expected to give access in return": as what is expected.
  const own = isOwned ? HELD : led !== undefined && outer.modality === 'held' ? scene.epistemics(led) : outer
  if (of === 'ahead') {
    const isAhead = own.polarity === 'affirmed' && /^(?:planned|expected|conditional)$/.test(own.modality)
    const words = grammar.dependents(told, 'aux').map((aux) => doc.tokens.lower[aux]!)
    const isTold = own.modality !== 'conditional' || words.some((word) => AHEAD.has(word))
    return isAhead && isTold ? own : undefined
  }
  if (of === 'deed' && !grammar.isVerb(told)) return undefined
  if (relation !== 'precondition') return own
  const over = doc.tokens.head[told]!
  const isUnlikely = over >= 0 && UNLIKELY.has(doc.tokens.lemma[over]!)
  if (of === 'refused' && !isUnlikely && !isRefused(doc, grammar, told)) return undefined
  // "Will not sign without concessions", "is unwilling to agree without": the refusal hangs on what is missing.
  return { ...own, polarity: 'affirmed' }
}

const UNLIKELY: ReadonlySet<string> = new Set([
  'unlikely',
  'unwilling',
  'reluctant',
  'unable',
  'impossible',
  'cannot',
])

/** "It would have forced Peru to pay": it did not. */
function isUnfulfilled({ grammar, doc }: Scene, verb: number): boolean {
  const words = grammar.dependents(verb, 'aux').map((aux) => doc.tokens.lower[aux]!)
  return words.includes('have') && words.some((word) => /^(would|could|might|should)$/.test(word))
}
