// In: a match of a linkage card. Out: whether its words only look like a tie: what came after, a term, a road, an answer to weather or a question.
import type { Match } from '../rules.ts'
import type { Scene } from '../sentence/scene.ts'

/** What nobody did to be answered. */
const NO_DEED: ReadonlySet<string> = new Set(
  'question query inquiry request email letter interview poll tweet article crisis pandemic epidemic outbreak virus coronavirus disease tragedy disaster storm hurricane flood earthquake drought fire tension rumour rumor applause showing death violence disorder loss appearance shooting murder killing tone'.split(
    ' ',
  ),
)
/** When a thing ends by itself: "stay until their permits expire". */
const ENDING: ReadonlySet<string> = new Set('expire end lapse retire die graduate finish'.split(' '))
/** Words that say when, not by what. */
const TIMES: ReadonlySet<string> = new Set('year month week day hour decade era time past'.split(' '))

/** Whether nothing hangs on anything here, for all that the card's words are there. */
export function isIdle(scene: Scene, match: Match): boolean {
  const { lemma } = scene.doc.tokens
  const from = match.roles.get('from')?.tokens[0]
  const to = match.roles.get('to')?.tokens[0]
  if (from !== undefined && TIMES.has(lemma[from]!)) return true
  if (match.rule.card.id === 'core/pressure') return isNoPressure(scene, match)
  if (to === undefined) return false
  if (isOthers(scene, match)) return true
  switch (match.rule.card.set.relation) {
    case 'retaliation':
      return (
        isOwnAnswer(scene, match) ||
        isNoDeed(scene, to) ||
        (from !== undefined && scene.doc.tokens.tag[from]!.startsWith('NNP'))
      )
    case 'sequence':
      return isPast(scene, match, to)
    case 'package':
      return match.rule.card.id === 'core/link-to' && isJoint(scene, match, to)
    case 'precondition':
      return (
        ENDING.has(lemma[to]!) ||
        isSaidLightly(scene, match, from, to) ||
        isReasoning(scene, match) ||
        isSupposed(scene, match, to) ||
        isLeft(scene, match, from) ||
        isSaidOf(scene, from)
      )
    default:
      return false
  }
}

/** A question, a storm or people: nothing that was done to be answered. */
const isNoDeed = (scene: Scene, to: number): boolean =>
  NO_DEED.has(scene.doc.tokens.lemma[to]!) ||
  /^(?:protester|demonstrator|critic|voter|reporter|journalist|people|neighbo[u]?r)$/.test(
    scene.doc.tokens.lemma[to]!,
  )

/** "Her coverage drew a response to its tone": an answer is told where it is "in response", or is said to be one. */
const isOwnAnswer = ({ doc, grammar }: Scene, { rule, trigger }: Match): boolean =>
  rule.card.id === 'core/response-to' &&
  !/^(?:in|as)\b/.test(grammar.caseOf(trigger)) &&
  grammar.dependents(trigger, 'cop').length === 0 &&
  !/^(?:ccomp|xcomp|acl)/.test(doc.tokens.dep[trigger]!)

/**
 * "They are for every pact unless Berg makes it", "unless you earn a million", "it remained unknown until she ran": a
 * state or what holds for anybody hangs on no deed.
 */
function isSaidLightly(
  { doc: { tokens }, grammar }: Scene,
  { rule }: Match,
  from: number | undefined,
  to: number,
): boolean {
  const { id } = rule.card
  if (id === 'core/keep-until')
    return from !== undefined && tokens.tag[from] === 'VBD' && /^(?:remain|stay)$/.test(tokens.lemma[from]!)
  // "It did not act until she paid": told as it went.
  if (id === 'core/not-until' && from !== undefined)
    return grammar.dependents(from, 'aux').some((aux) => tokens.lower[aux] === 'did')
  if (id !== 'core/unless' || from === undefined) return false
  if (grammar.dependents(to, 'nsubj').some((one) => tokens.lower[one] === 'you')) return true
  const isState = grammar.dependents(from, 'cop').some((one) => /^VB[PZ]$/.test(tokens.tag[one]!))
  return isState && grammar.dependents(from, 'aux').length === 0 && !/^(?:RB|RP|JJ)/.test(tokens.tag[from]!)
}

/** "A sufficient condition for its victory", "on condition of anonymity": nobody sets a term. */
const isReasoning = ({ doc, grammar }: Scene, { trigger }: Match): boolean =>
  doc.tokens.lemma[trigger] === 'condition' &&
  (grammar
    .dependents(trigger, 'amod')
    .some((one) => /^(?:sufficient|necessary)$/.test(doc.tokens.lower[one]!)) ||
    doc.tokens.lower[trigger + 2] === 'anonymity')

/**
 * "The complaint about Berg pressing Peru", "will be pressed, with rivals about, to find votes": what presses is the one who
 * does it, or stands behind the verb.
 */
function isNoPressure({ doc, grammar, fillers }: Scene, { trigger, roles }: Match): boolean {
  const { tag } = doc.tokens
  const isGerund = tag[trigger] === 'VBG' && grammar.dependents(trigger, 'aux').length === 0
  if (isGerund && /^NNPS?$/.test(tag[trigger - 1] ?? '')) return true
  const [from = trigger] = roles.get('from')?.tokens ?? []
  // "The majority whip Ann Berg pressed him": somebody.
  const beside = grammar.dependents(from, 'appos', 'flat').concat(from)
  if (beside.some((one) => fillers.nameAt(one)?.type === 'person')) return true
  const isBehind = /^(?:with|by|through)$/.test(grammar.caseOf(from))
  return isBehind && from < trigger
}

/** "The deal would require the country to buy Peruvian wheat": a country that is not named is not the one told there. */
function isOthers({ doc, fillers }: Scene, { rule, roles }: Match): boolean {
  if (rule.card.id !== 'core/require-to') return false
  const target = roles.get('target')
  const clause = roles.get('to')?.phrases[0]
  if (!target || !clause || target.tokens.some((one) => fillers.nameAt(one))) return false
  return target.refs.some(({ id }) =>
    doc.names.some((name) => name.id === id && clause.start <= name.start && name.end <= clause.end),
  )
}

/** "Would become history unless": what somebody becomes hangs on nothing by itself. */
const isSaidOf = ({ doc: { tokens }, grammar }: Scene, from: number | undefined): boolean =>
  from !== undefined && tokens.dep[from] === 'xcomp' && !grammar.isVerb(from)

/** "Chose to act after receiving a request", "after she had seen it": what came before, no term; "would lift it once Norway opened" is one. */
function isPast({ doc: { tokens }, grammar }: Scene, { roles }: Match, to: number): boolean {
  const tag = tokens.tag[to]!
  if (!/^VB/.test(tag) && grammar.dependents(to, 'cop').length === 0) return true
  if (tag === 'VBG' || grammar.dependents(to, 'nsubj').length === 0) return true
  const auxiliaries = grammar.dependents(to, 'aux').map((at) => tokens.lower[at]!)
  if (tag !== 'VBD' && !auxiliaries.includes('had')) return false
  const from = roles.get('from')?.tokens[0] ?? -1
  return !grammar.dependents(from, 'aux').some((at) => /^(?:would|could|might)$/.test(tokens.lower[at]!))
}

/** "A gate tied up with a rope", "the road that links two towns": nobody ties one matter to another. */
function isJoint(scene: Scene, { roles, trigger }: Match, to: number): boolean {
  const { lemma, lower } = scene.doc.tokens
  if (lower[trigger + 1] === 'up' || lemma[trigger] === 'couple') return true
  const isBargained =
    scene.rows('conditioned-nouns').has(lemma[to]!) ||
    /^(?:talk|negotiation|bill|vote|package)$/.test(lemma[to]!)
  const user = roles.get('user')?.tokens ?? []
  const isSide = user.some((at) => scene.fillers.parties(at).length > 0)
  return !isSide && !isBargained
}

/** "Even if", "if only to show", "I can only tell you, if I would", "it is not clear if": no condition. */
function isSupposed({ doc: { tokens } }: Scene, { trigger, rule }: Match, to: number): boolean {
  if (rule.card.id !== 'core/only-if') return false
  return (
    /^(?:even|,)$/.test(tokens.lower[trigger - 1] ?? '') ||
    // "Not clear yet if it has the votes".
    /^(?:clear|sure|certain|unclear|uncertain|unsure)$/.test(tokens.lemma[tokens.head[to]!] ?? '') ||
    isPonderedBefore(tokens, trigger) ||
    tokens.lower[trigger + 1] === 'only' ||
    /^(?:ccomp|xcomp)/.test(tokens.dep[to]!)
  )
}

/** "Leave millions without insurance": what is taken from them is no condition. */
function isLeft({ doc: { tokens }, grammar }: Scene, { rule }: Match, from: number | undefined): boolean {
  return (
    rule.card.id === 'core/not-without' &&
    from !== undefined &&
    tokens.lemma[from] === 'leave' &&
    grammar.dependents(from, 'obj').some((at) => !tokens.tag[at]!.startsWith('NNP'))
  )
}

/** "It is not clear yet if", whatever the parser hangs it on. */
const isPonderedBefore = ({ lower }: Scene['doc']['tokens'], trigger: number): boolean =>
  [1, 2].some((back) =>
    /^(?:clear|unclear|sure|unsure|certain|uncertain|know|knows|ask|asked|wonder)$/.test(
      lower[trigger - back] ?? '',
    ),
  )
