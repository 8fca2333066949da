// In: a match of a linkage card. Out: what is tied to what, by whom, against whom, to what end.
import type { LinkageBody, Phrase, Ref } from '../model/index.ts'
import { firstWhere } from '../model/range.ts'
import { withoutAside } from './asides.ts'
import { unique } from './fillers.ts'
import { matchedOf } from './matched.ts'
import { beforeParticiple, isRefused } from './moods.ts'
import { pointedNoun } from './pointed-nouns.ts'
import type { Match } from './rules.ts'
import { type Found, type Scene, tokenAt } from './scene.ts'

type Linkage = Pick<Found, 'epistemics' | 'body' | 'days'>

/**
 * The linkage, or undefined where nothing is tied to anything, or what "presses" is only somebody. A card's `set` may
 * ask for more: `behind` for the preposition before its trigger, `of: refused` for a deed that is refused, `of: ahead`
 * for one still to come, `of: deed` for any, `of: alone` where nothing says for what.
 */
export function linkageOf(scene: Scene, match: Match): Linkage | undefined {
  const { trigger, roles } = match
  const { refs, phrase, set } = matchedOf(match)
  const { doc, grammar } = scene
  const relation = set('relation') as LinkageBody['relation']
  const behind = set('behind')
  if (behind !== undefined && grammar.caseOf(trigger) !== behind) return undefined
  if (!areClauses(scene, match)) return undefined
  if (relation === 'retaliation' && roles.get('from')?.tokens.includes(trigger)) return undefined
  // "In return, Peru will open its ports": for what the sentence before tells, unless the words say for what.
  const alone =
    grammar.obliques(trigger, 'for').length + grammar.obliques(doc.tokens.head[trigger]!, 'for').length === 0
  if (set('of') === 'alone' && !alone) return undefined
  const from = leverOf(scene, match, phrase('from'), phrase('to'))
  const to = withoutParticiple(scene, withoutThat(scene, phrase('to')))
  // "Tie its licences to that demand": to what, the words do not say.
  if (to && EMPTY.has(to.head) && to.text.split(' ').length < 3) return undefined
  const goal = withoutAside(scene, phrase('goal'))
  const user = userOf(scene, match, unique(refs('user')))
  const target = targetOf(scene, match, from).filter((ref) => !user.some((one) => one.id === ref.id))
  // What is said to be leverage or pressure without whose, on whom, to what end or in which talks hangs on nothing.
  const hangs = to || goal || user.length > 0 || target.length > 0 || roles.has('talks')
  if (!from || !hangs || (roles.has('target') && target.length === 0)) return undefined
  const told = toldBy(scene, match)
  if (isUnfulfilled(scene, told)) return undefined
  const epistemics = mood(scene, match, told)
  if (!epistemics) return undefined
  const within = (at: number) => [from, to, goal].some((one) => one && one.start <= at && at < one.end)
  return {
    epistemics,
    body: { relation, from, ...(to ? { to } : {}), user, target, ...(goal ? { goal } : {}) },
    // "Tied it to the minister's October visit": the month of what is tied, not of the tying.
    days: scene.days([trigger]).filter((day) => !within(day.start)),
  }
}

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
  const around = scene.attributions(from)
  return scene.attributions(to).every((said) => around.includes(said))
}

const JOINING: ReadonlySet<string> = new Set(['unless', 'until', 'till', 'once', 'after', 'if'])

const TYING: ReadonlySet<string> = new Set(['precondition', 'sequence'])

/** Who uses the lever; of "these moves are seen as a response" whoever made them in the sentence before. */
function userOf(scene: Scene, { roles, rule }: Match, said: Ref[]): Ref[] {
  const [token] = roles.get('from')?.tokens ?? []
  // "Mexican tariffs will rise unless": what is Mexico's is not Mexico.
  const owned =
    TYING.has(rule.card.set.relation ?? '') && !roles.get('user')?.tokens.some((at) => isSomebody(scene, at))
  if (said.length > 0 || token === undefined) return owned ? [] : said
  const pointed = pointedNoun(scene, token)
  const verb = pointed === undefined ? -1 : scene.grammar.governor(pointed.head)
  return verb < 0 ? [] : unique(scene.grammar.subjects(verb).flatMap((one) => scene.fillers.parties(one)))
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

const EMPTY: ReadonlySet<string> = new Set(
  'demand issue matter problem question thing move it that this'.split(' '),
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

/** "Unless it sells, reflecting concern": to where a participle beside it begins. */
function withoutParticiple(scene: Scene, said: Phrase | undefined): Phrase | undefined {
  if (!said) return said
  const first = tokenAt(scene, said.start)
  const past = tokenAt(scene, said.end - 1) + 1
  const end = beforeParticiple(scene.doc, first, past)
  return end === past ? said : scene.fillers.phraseOf(first, end - 1, first)
}

/** "On condition that Peru open its ports": what is to be so, without the word that leads in. */
function withoutThat({ doc, fillers }: Scene, said: Phrase | undefined): Phrase | undefined {
  if (!said?.text.startsWith('that ')) return said
  const first = firstWhere(doc.tokens.count, (at) => doc.tokens.start[at]! > said.start)
  const last = firstWhere(doc.tokens.count, (at) => doc.tokens.end[at]! >= said.end)
  return fillers.phraseOf(first, last, first)
}

/** How the tie holds; undefined where the deed is not as the card asks. */
function mood(scene: Scene, { trigger, rule }: Match, told: number): Linkage['epistemics'] {
  const { doc, grammar } = scene
  const { of, relation } = rule.card.set
  // "A push to counter Peru's leverage": it has it, whatever is planned.
  const isOwned = relation === 'leverage' && grammar.dependents(trigger, 'nmod:poss').length > 0
  const own = isOwned ? HELD : scene.epistemics(told)
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

/** What ties or presses, without the words of what it is tied to; undefined where that is somebody, not something. */
function leverOf(
  scene: Scene,
  match: Match,
  from: Phrase | undefined,
  to: Phrase | undefined,
): Phrase | undefined {
  const [token] = match.roles.get('from')?.tokens ?? []
  if (!from || token === undefined || isSomebody(scene, token)) return undefined
  const told = answering(scene, token) ?? pointedNoun(scene, token)?.phrase
  if (told) return told
  if (!scene.grammar.isVerb(token) && !scene.fillers.isMatter(token)) return undefined
  return withoutTie(scene, match, joined(scene, match, 'from', from)!, to)
}

/** With what is joined to it: "gas, cod and timber". */
function joined(
  { grammar, fillers }: Scene,
  { roles }: Match,
  role: string,
  said: Phrase | undefined,
): Phrase | undefined {
  const [token] = roles.get(role)?.tokens ?? []
  if (!said || token === undefined || grammar.isVerb(token)) return said
  // "Gas, cod and timber, an area of concern": what comes with an article of its own is said of them.
  const isSaid = (one: number) => grammar.dependents(one, 'det').length > 0
  const all = grammar.conjuncts(token).filter((one) => one === token || !(grammar.isVerb(one) || isSaid(one)))
  if (all.length === 1 || all.length > 8) return said
  const first = grammar.phrase(token, 'short').first
  return fillers.phraseOf(first, Math.max(...all.map((one) => grammar.phrase(one, 'short').last)), token)
}

/** Without the words that tie it and what it is tied to, which follow it ("…, in return for") or stand in front. */
function withoutTie(
  scene: Scene,
  { roles, trigger }: Match,
  from: Phrase,
  to: Phrase | undefined,
): Phrase | undefined {
  const { doc, fillers, grammar } = scene
  const { tokens } = doc
  const head = roles.get('from')!.tokens[0]!
  const isMark = (at: number) =>
    /^(?:case|mark)$/.test(tokens.dep[at]!) || /^(?:only|[,;:–—-])$/.test(tokens.lower[at]!)
  let first = tokenAt(scene, from.start)
  let last = tokenAt(scene, from.end - 1)
  const opens = (at: number) => Math.min(at, ...grammar.dependents(at, 'mark', 'case'))
  const ties = [
    ...(trigger === head ? [] : [opens(trigger)]),
    ...(roles.get('lever')?.tokens ?? []).map(opens),
    ...(to ? [tokenAt(scene, to.start)] : []),
  ].filter((at) => at > first && at <= last)
  for (const at of ties) if (at > head && at <= last) last = at - 1
  const before = Math.max(-1, ...ties.filter((at) => at < head))
  if (before >= 0) first = before + 1 + tokens.form.slice(before, head).indexOf(',')
  // "With its economy slowing, Peru may concede": from its subject on.
  if (grammar.isVerb(head))
    first = Math.max(
      first,
      ...grammar.dependents(head, 'nsubj').map((at) => grammar.phrase(at, 'short').first),
    )
  while (last > first && isMark(last)) last--
  while (first < last && isMark(first)) first++
  return first > last || first > head || head > last ? undefined : fillers.phraseOf(first, last, head)
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
