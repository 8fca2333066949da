// In: a verb or noun of a read report. Out: how it holds as a claim: polarity, modality and condition, past what one word shows.

import type { Doc, Quotation } from '../../language/doc.ts'
import type { Modality, Phrase, Polarity } from '../../model/index.ts'
import { firstWhere } from '../../model/range.ts'
import type { Fillers } from './fillers.ts'
import type { Grammar } from './grammar.ts'
import { firstFrom } from './nearby.ts'

/** Polarity, modality and the condition told. */
export interface Mood {
  readonly polarity: Polarity
  readonly modality: Modality
  readonly condition?: Phrase
}

/** The stance of the language layer on a word, mended by the clause it stands in. */
export function moodOf(doc: Doc, grammar: Grammar, fillers: Fillers, trigger: number): Mood {
  if (isOfPlan(doc, grammar, trigger)) return { polarity: 'affirmed', modality: 'planned' }
  let stance = doc.stances.get(trigger)
  const head = doc.tokens.head[trigger]!
  const relation = doc.tokens.dep[trigger]!
  // "Holm's threat could end the talks": that there is a threat stands, whatever it may do.
  const stands = relation.startsWith('nsubj') && grammar.dependents(trigger, 'nmod:poss').length > 0
  const carried = head >= 0 && !grammar.isVerb(trigger) && /^(obj|nsubj)/.test(relation) && !stands
  if (carried && (!stance || stance.modality === 'held')) {
    const carrier = doc.stances.get(head)
    if (carrier) stance = stance?.polarity === 'denied' ? { ...carrier, polarity: 'denied' } : carrier
  }
  const polarity: Polarity = deniedBeside(doc, grammar, trigger) ? 'denied' : (stance?.polarity ?? 'affirmed')
  const told = stance?.modality === 'conditional' && isVowed(doc, trigger) ? 'held' : stance?.modality
  const modality = unreal(doc, grammar, trigger, told ?? 'held')
  const range = stance?.condition
  if (!range) return { polarity, modality }
  const first = firstFrom(doc.tokens, range.start)
  const past = firstWhere(doc.tokens.count, (at) => doc.tokens.end[at]! > range.end)
  const last = beforeParticiple(doc, first, past) - 1
  return first > last
    ? { polarity, modality }
    : { polarity, modality, condition: fillers.phraseOf(first, last, first) }
}

/** Nouns whose infinitive is to be done by whoever has the plan. */
const PLANS: ReadonlySet<string> = new Set(
  'plan threat pledge vow promise decision move intention'.split(' '),
)

/** "Quit over Peru's plans to tax cod": planned, whatever is told of those who quarrel about it; "dropped its plan to" is not. */
function isOfPlan({ tokens }: Doc, grammar: Grammar, trigger: number): boolean {
  const [mark] = grammar.dependents(trigger, 'mark')
  if (mark === undefined || tokens.lower[mark] !== 'to' || !PLANS.has(tokens.lemma[mark - 1] ?? ''))
    return false
  const plan = mark - 1
  const isBeside =
    /^(?:nmod|obl)/.test(tokens.dep[plan]!) && !/^(?:without|from|against)$/.test(grammar.caseOf(plan))
  return isBeside && grammar.dependents(plan, 'nmod:poss').length > 0
}

/** Verbs by which one binds oneself in words. */
const VOWING: ReadonlySet<string> = new Set([
  'threaten',
  'vow',
  'promise',
  'pledge',
  'warn',
  'offer',
  'swear',
])

/** "Threatened to close its ports if Peru does": what was threatened hangs on it, that it was does not. */
const isVowed = ({ tokens }: Doc, trigger: number): boolean =>
  VOWING.has(tokens.lemma[trigger]!) && /^VB[DZN]$/.test(tokens.tag[trigger]!)

/** Where words end for a participle beside them: "unless it sells its stake, reflecting concern". */
export function beforeParticiple({ tokens }: Doc, first: number, past: number): number {
  for (let at = first + 2; at + 1 < past; at++)
    if (
      tokens.form[at] === ',' &&
      tokens.tag[at + 1] === 'VBG' &&
      /^(?:advcl|acl|conj|parataxis)/.test(tokens.dep[at + 1]!)
    )
      return at
  return past
}

/**
 * "Holm said he would tax cod": what speakers say they would do, without a condition, they plan. Where the doer is not
 * the speaker, "would" is the expectation it seems.
 */
export function ownWord(
  mood: Mood,
  { doc, grammar, fillers }: { doc: Doc; grammar: Grammar; fillers: Fillers },
  trigger: number,
  outer: readonly Quotation[],
): Mood {
  const said = outer[0]
  if (mood.modality !== 'expected' || mood.condition || said?.form !== 'indirect') return mood
  const would = grammar
    .dependents(trigger, 'aux')
    .some((aux) => /^(?:would|'d)$/.test(doc.tokens.lower[aux]!))
  const isOwn = grammar.subjects(trigger).some((token) => {
    const doers = fillers.parties(token)
    const unresolved = doers.length === 0 && /^(?:it|they)$/.test(doc.tokens.lower[token]!)
    return unresolved || doers.some(({ id }) => said.speakers.includes(id))
  })
  return would && isOwn ? { ...mood, modality: 'planned' } : mood
}

/** Prepositions before a gerund that leaves open whether it happens: "serious about raising", "a plan for ending". */
const OPEN_BEFORE: ReadonlySet<string> = new Set([
  'about',
  'of',
  'from',
  'against',
  'for',
  'before',
  'without',
  'instead',
  'on',
  'toward',
  'towards',
  'to',
  'at',
  'over',
])
/** Verbs whose gerund has not happened: "averted imposing", "considers ending". */
const OPEN_OVER: ReadonlySet<string> = new Set([
  'avert',
  'avoid',
  'consider',
  'threaten',
  'stop',
  'prevent',
  'delay',
  'weigh',
  'discuss',
  'mull',
  'oppose',
  'propose',
  'suggest',
  'favor',
  'favour',
  'risk',
  'contemplate',
  'postpone',
  'halt',
  'rule',
])
/** Verbs whose "to" with a gerund is done: "turned to using quotas", "resorted to closing ports". */
const TAKING_UP: ReadonlySet<string> = new Set([
  'turn',
  'resort',
  'move',
  'shift',
  'switch',
  'return',
  'revert',
  'take',
])
/** Before what is not yet so: "insists on inspections before it lifts the ban", "refused to talk until Peru withdrew". */
const AWAITING: ReadonlySet<string> = new Set(['before', 'until', 'till', 'unless'])
/** Words whose content is what something hangs on. */
const CONDITIONS: ReadonlySet<string> = new Set([
  'condition',
  'proviso',
  'precondition',
  'provide',
  'understanding',
])
/** Nouns and verbs whose content with a bare verb is what somebody should do. */
const DEMANDS: ReadonlySet<string> = new Set(
  'demand request call insistence plea requirement recommendation proposal suggestion insist propose recommend urge'.split(
    ' ',
  ),
)
/** What is asked for before something is done leaves open whether that is done. */
const ASKING: ReadonlySet<string> = new Set([
  'insist',
  'demand',
  'want',
  'require',
  'seek',
  'ask',
  'call',
  'need',
])
const REFUSING: ReadonlySet<string> = new Set(['refuse', 'decline'])

/** Whether a verb tells what is not done: "will not talk", "refused to talk". */
export const isRefused = (doc: Doc, grammar: Grammar, verb: number): boolean =>
  REFUSING.has(doc.tokens.lemma[verb]!) ||
  REFUSING.has(doc.tokens.lemma[doc.tokens.head[verb]!] ?? '') ||
  doc.stances.get(verb)?.polarity === 'denied' ||
  deniedBeside(doc, grammar, verb)

const TIME_MARKS: ReadonlySet<string> = new Set(['when', 'once', 'after', 'before', 'until', 'if'])

/** What stands after "whether", a gerund that is only spoken of, or a "when" clause of what is not past, is not held to have happened. */
function unreal(doc: Doc, grammar: Grammar, trigger: number, modality: Modality, depth = 0): Modality {
  const { tokens } = doc
  const head = tokens.head[trigger]!
  const words = grammar.children(trigger).filter((child) => child < trigger)
  const says = (word: string) => words.some((child) => tokens.lower[child] === word)
  if (says('if') && tokens.lower[words[0]!] === 'even') return 'hypothetical'
  // "Even if it moves on and signs": joined verbs without a subject of their own share what stands before the first.
  const isJoined = tokens.dep[trigger] === 'conj' && grammar.dependents(trigger, 'nsubj').length === 0
  if (isJoined && head >= 0 && depth < 4 && !grammar.isPassive(trigger) && isEvenIf(tokens, grammar, head))
    return 'hypothetical'
  if (modality === 'hypothetical' && isMeans(doc, grammar, trigger)) return 'held'
  if (modality === 'hypothetical' && grammar.planOf(trigger) >= 0) return 'planned'
  if (modality !== 'hypothetical' && (says('whether') || isAsked(doc, words))) return 'possible'
  if (isWishedSeen(tokens, trigger) || isFancied(doc, grammar, trigger)) return 'hypothetical'
  if (modality !== 'held' && modality !== 'ongoing' && modality !== 'background') return modality
  const open = /^VB[ZP]$/.test(tokens.tag[trigger]!) || says('can') || says('may')
  const moodAt = (at: number): Modality =>
    depth < 4
      ? unreal(doc, grammar, at, doc.stances.get(at)?.modality ?? 'held', depth + 1)
      : (doc.stances.get(at)?.modality ?? 'held')
  if (head < 0) return open && says('before') ? 'planned' : modality
  if (isLastResort(doc, grammar, trigger)) return 'planned'
  // "Hopes to get the pact signed": it is signed as surely as he gets it.
  const cause = causeOf(tokens, trigger)
  if (cause !== undefined) return doc.stances.get(cause)?.modality ?? modality
  // "On condition that Peru drop its threat": it is asked for.
  // "Demanded respect even as it negotiates": it goes on.
  if (
    modality === 'held' &&
    says('as') &&
    tokens.dep[trigger] === 'advcl' &&
    /^VB[ZP]$/.test(tokens.tag[trigger]!)
  )
    return 'ongoing'
  if (says('that') && CONDITIONS.has(tokens.lemma[head]!)) return 'hypothetical'
  // "Peru's demand that Chile drop its claim": it is demanded.
  if (says('that') && DEMANDS.has(tokens.lemma[head]!) && /^VBP?$/.test(tokens.tag[trigger]!))
    return 'hypothetical'
  if (modality === 'background') return modality
  if (tokens.tag[trigger] === 'VBG' && !words.some((child) => tokens.dep[child]!.startsWith('aux'))) {
    const before = words.find((child) => tokens.dep[child] === 'mark' || tokens.dep[child] === 'case')
    const over = grammar.governor(trigger)
    const isTaken =
      before !== undefined && tokens.lower[before] === 'to' && TAKING_UP.has(tokens.lemma[over] ?? '')
    if (before !== undefined && (tokens.lower[before] === 'by' || isTaken))
      return isTaken ? (doc.stances.get(over)?.modality ?? modality) : moodAt(head)
    // "by closing its ports and drilling crews": joined gerunds hold alike.
    if (before === undefined && tokens.dep[trigger] === 'conj' && tokens.tag[head] === 'VBG' && depth < 4)
      return unreal(doc, grammar, head, modality, depth + 1)
    // "Fined for spending it", "blamed Peru for closing ports": what one is blamed or thanked for is done.
    const blamed = before !== undefined && tokens.lower[before] === 'for' && grammar.isVerb(head)
    if (before !== undefined && !blamed && OPEN_BEFORE.has(tokens.lower[before]!)) return 'hypothetical'
    if (before === undefined && OPEN_OVER.has(tokens.lemma[head]!)) return 'hypothetical'
  }
  if (isOfTextAhead(doc, grammar, trigger)) return 'planned'
  // "A plan aimed at forcing Peru to lift the ban", "might seize ships, closing the strait".
  const bearer = bearerOf(doc, grammar, trigger)
  const borne = bearer < 0 ? 'held' : moodAt(bearer)
  if (AHEAD.has(borne)) return borne
  const timed = words.some((child) => TIME_MARKS.has(tokens.lower[child]!))
  const awaited = words.some((child) => AWAITING.has(tokens.lower[child]!))
  const asked = isRefused(doc, grammar, head) || ASKING.has(tokens.lemma[head]!)
  if (tokens.dep[trigger] === 'advcl' && awaited && asked) return 'hypothetical'
  if (!/^(?:advcl|acl:relcl)/.test(tokens.dep[trigger]!) || !timed || !open) return modality
  const over = [head, ...grammar.dependents(head, 'aux', 'cop')]
  const ahead = over.some((at) => /^(will|would|shall|must|'ll)$/.test(tokens.lower[at]!))
  // A headline's "after it passes" is done; "before it signs", "when it signs" lie ahead of all that is not past.
  const past = over.some((at) => tokens.tag[at] === 'VBD')
  return ahead || (!past && (says('before') || says('when'))) ? 'planned' : modality
}

/** How what is not (yet) so holds. */
const AHEAD: ReadonlySet<Modality> = new Set([
  'planned',
  'expected',
  'possible',
  'conditional',
  'hypothetical',
])
/** What one says beside it one has said. */
const SPEAKING: ReadonlySet<string> = new Set(
  'say tell argue add note warn call describe insist claim write tweet suggest cite stress ask explain complain accuse blame praise criticise criticize boast joke promise vow pledge threaten'.split(
    ' ',
  ),
)
/** Verbs of wanting or making what they are said of. */
const MAKING: ReadonlySet<string> = new Set(
  'seek want propose enact pass adopt issue draft write sign introduce request consider weigh prepare plan reach make file'.split(
    ' ',
  ),
)
const THOUGHT: ReadonlySet<string> = new Set(
  'think believe suppose imagine assume suggest pretend'.split(' '),
)

/** What a verb or gerund is as real as: the verb it hangs on, the order that is still sought; −1 where it stands alone. */
function bearerOf({ tokens }: Doc, grammar: Grammar, trigger: number): number {
  const { tag, dep, lower, lemma, head } = tokens
  const over = head[trigger]!
  const marks = grammar.dependents(trigger, 'mark', 'case')
  if (tag[trigger] === 'VB' && /^(?:xcomp|advcl)$/.test(dep[trigger]!))
    return marks.some((mark) => lower[mark] === 'to') ? over : -1
  if (tag[trigger] !== 'VBG' || marks.length > 0 || SPEAKING.has(lemma[trigger]!)) return -1
  if (grammar.dependents(trigger, 'aux').length > 0) return -1
  // "Wants an order barring Peru": what is not made yet bars nobody; what would break one is told of one that stands.
  const noun = dep[trigger] === 'acl' ? over : trigger - 1
  if (noun >= 0 && dep[noun] === 'obj' && MAKING.has(lemma[head[noun]!] ?? '')) return noun
  // "Its efforts to cut thefts, jailing dozens": done by way of trying.
  const isBeside = dep[trigger] === 'advcl' && over < trigger && grammar.isVerb(over)
  return isBeside && !/^a(?:cl|dvcl)/.test(dep[over]!) ? over : -1
}

/** "It is absurd to think that Norway would leave": nobody says that it would. */
function isFancied({ tokens, stances }: Doc, grammar: Grammar, trigger: number): boolean {
  const { tag, dep, lemma, head } = tokens
  const think = head[trigger]!
  if (dep[trigger] !== 'ccomp' || !THOUGHT.has(lemma[think]!) || tag[think] !== 'VB') return false
  if (dep[think] !== 'csubj' || grammar.dependents(head[think]!, 'cop').length === 0) return false
  return stances.get(think)?.modality === 'hypothetical'
}

const WISHING: ReadonlySet<string> = new Set('want like hope love prefer wish wait need'.split(' '))

/** "Wants to see Peru lift the ban and free the crews": it is wished for. */
function isWishedSeen({ tag, dep, head, lemma }: Doc['tokens'], trigger: number): boolean {
  let at = trigger
  for (let steps = 0; steps < 4 && dep[at] === 'conj' && tag[head[at]!] === 'VB'; steps++) at = head[at]!
  const see = head[at]!
  if (tag[trigger] !== 'VB' || !/^[xc]comp$/.test(dep[at]!) || see < 0 || lemma[see] !== 'see') return false
  return dep[see] !== 'xcomp' || WISHING.has(lemma[head[see]!] ?? '')
}

const TEXTS: ReadonlySet<string> = new Set([
  'clause',
  'provision',
  'article',
  'section',
  'chapter',
  'exception',
])

const isEvenIf = (tokens: Doc['tokens'], grammar: Grammar, verb: number): boolean => {
  const words = grammar.children(verb).filter((child) => child < verb)
  return words.some((child) => tokens.lower[child] === 'if') && tokens.lower[words[0]!] === 'even'
}

/** "Get the pact signed": the verb that brings about what a participle says of its object. */
function causeOf({ tag, dep, lemma, head }: Doc['tokens'], trigger: number): number | undefined {
  if (tag[trigger] !== 'VBN') return undefined
  const over = head[trigger]!
  if (/^[xc]comp$/.test(dep[trigger]!)) return CAUSES.has(lemma[over]!) ? over : undefined
  const verb = dep[trigger] === 'acl' && dep[over] === 'obj' ? head[over]! : -1
  return verb >= 0 && CAUSES.has(lemma[verb]!) ? verb : undefined
}

/** "The order will have a clause that exempts Peru": what a text to come says is to come. */
function isOfTextAhead({ tokens }: Doc, grammar: Grammar, trigger: number): boolean {
  const head = tokens.head[trigger]!
  if (tokens.dep[trigger] !== 'acl:relcl' || !TEXTS.has(tokens.lemma[head]!)) return false
  const over = grammar.governor(head)
  return (
    over >= 0 &&
    grammar.dependents(over, 'aux').some((aux) => /^(?:will|would|shall)$/.test(tokens.lower[aux]!))
  )
}

/** "It is unclear if", "did not know if": a question, no condition. */
const isAsked = ({ tokens }: Doc, words: readonly number[]): boolean =>
  words.some(
    (child) =>
      tokens.lower[child] === 'if' &&
      /^(?:unclear|know|ask|wonder|doubt|uncertain|unsure)$/.test(tokens.lemma[child - 1] ?? ''),
  )

/** Verbs that bring about what their participle says: "got it signed". */
const CAUSES: ReadonlySet<string> = new Set(['get', 'have', 'see', 'want', 'need'])

/** "The law it used to impose the duties": what something was used to do was done. */
function isMeans({ tokens, stances }: Doc, grammar: Grammar, trigger: number): boolean {
  const head = tokens.head[trigger]!
  if (tokens.lemma[head] !== 'use' || !/^VB[DN]$/.test(tokens.tag[head]!)) return false
  const infinitive = grammar.isInfinitive(trigger)
  return infinitive && (stances.get(head)?.modality ?? 'held') === 'held'
}

/** "Had no choice but to sue and impose duties": what is left to do is not done yet. */
function isLastResort({ tokens }: Doc, grammar: Grammar, trigger: number): boolean {
  let first = trigger
  while (tokens.dep[first] === 'conj' && tokens.tag[tokens.head[first]!] === 'VB') first = tokens.head[first]!
  const [to] = grammar.dependents(first, 'mark')
  return to !== undefined && tokens.lower[to] === 'to' && tokens.lower[to - 1] === 'but'
}

const NOT: ReadonlySet<string> = new Set(['not', "n't", 'never', 'neither', 'nor', 'hardly'])

/** "not willing": the denial that stands by a word which is no event of its own. */
const deniedBeside = (doc: Doc, grammar: Grammar, token: number): boolean =>
  grammar.children(token).some(
    (child) =>
      NOT.has(doc.tokens.lower[child]!) &&
      doc.tokens.lower[child + 1] !== 'only' &&
      // "Pledged never to sell": it is pledged.
      !(child > token && doc.tokens.lower[child + 1] === 'to'),
  )
