// In: a scene, a quantity. Out: what it measures: a counted noun, or the subject or deed of its verb.
import { type Quantity, UPOS } from '../../language/doc.ts'
import { isMoney, type Phrase } from '../../model/index.ts'
import { isWeight, nominalFrom } from '../sentence/amounts.ts'
import { type Scene, tokenAt } from '../sentence/scene.ts'
import { isCompared, isPartOf, isRanked } from './amount.ts'
import { opinionAt } from './amount-beside.ts'
import { type Around, aroundAmount, deedOn, isPeople, type Measured } from './around-amount.ts'
import { CHANGES, isEach } from './counted.ts'
import { byChange, byCount } from './counted-measure.ts'
import { clean, deedAt, isPartOnly, isSubject, joined, participleOn, predicateAt, thingAt } from './labels.ts'

export function measuredBy(
  scene: Scene,
  quantity: Quantity,
  at: number,
  measures: ReadonlyMap<string, unknown>,
): Measured | undefined {
  if (isRanked(scene, quantity) || isPartOf(scene, quantity) || isCompared(scene, quantity)) return undefined
  const around = aroundAmount(scene, quantity, at, measures)
  if (!around) return undefined
  const { counted, verb, links } = around
  if (counted !== undefined)
    return CHANGES.has(scene.doc.tokens.lemma[counted]!)
      ? byChange(around, counted)
      : byCount(around, counted)
  if (quantity.unit === '%' && isAdverb(scene, quantity)) return byState(around)
  if (links && !scene.grammar.dependents(verb, 'nsubj').includes(at)) return bySubject(around)
  return byPart(around)
}

/** "Is 40 % made in Peru": the subject, and what it is so far. */
function byState({ scene, quantity, verb, subject }: Around): Measured | undefined {
  if (subject === undefined || quantity.value === 100 || isPeople(scene, subject)) return undefined
  if (scene.fillers.parties(subject).length > 0) return undefined
  const parts = [joined(scene, subject), stateAt(scene, quantity.last)]
  return { parts, how: 'predicate', verb, owners: [subject] }
}

/** "Exports stood at $9 billion": what the amount is said of. */
function bySubject({ scene, quantity, verb, subject, of }: Around): Measured | undefined {
  const { fillers } = scene
  const { tokens } = scene.doc
  if (subject === undefined || fillers.persons(subject).length > 0) return undefined
  if (isPartOnly(scene, subject) || (quantity.unit === '%' && isPeople(scene, subject))) return undefined
  if (of.length === 0 && fillers.partyNamed(subject).length > 0) return undefined
  const named = joined(scene, subject)
  const isLong = tokens.dep[verb] === 'acl' && named.end > tokens.start[verb]!
  const thing = isLong ? thingAt(scene, subject, verb - 1) : named
  const parts = clean(scene, quantity, [thing, ...of.map((token) => joined(scene, token))])
  return parts.length === 0 ? undefined : { parts, how: 'predicate', verb, owners: [subject] }
}

/** "40 percent of the cars must be made by hand", "contains $15 billion for food": what it is a part of or for, and what is said of that. */
function byPart(around: Around): Measured | undefined {
  const { scene, quantity, at, verb, object, owners } = around
  const { grammar } = scene
  const { tokens } = scene.doc
  const share = quantity.unit === '%'
  // "Refines 90 percent of them": of what, no rule here knows.
  if (share && tokens.lower[quantity.last] !== 'of') return undefined
  const what = wholesOf(around)
  if (what.length === 0) return byDeed(around)
  if (!object && !share && !isMoney(quantity.unit)) return undefined
  // "Half of the wheat must be milled here", "half of the jobs tied to trade": a share of a thing says nothing without what is said of it.
  // "Attacked half of the people": a way of speaking.
  if (share && object && tokens.lower[quantity.first] === 'half') return undefined
  const isTold = share && TELLS.test(tokens.lemma[verb]!)
  const predicate = share ? saidOfShare(scene, at, verb, what) : []
  const tied = share ? what.flatMap((token) => participleOn(scene, token)) : []
  const parts = clean(scene, quantity, [
    ...what.map((token) => joined(scene, token)),
    ...owners.filter((token) => isEach(scene, token)).map((token) => joined(scene, token)),
    ...tied,
    ...(predicate.length > 0 ? predicate : object && !isTold ? deedOn(around) : []),
  ])
  // "40 percent of the parts made in Peru to be made by hand": what is said of the share stands behind.
  // "40 percent of the cars (and 45 percent of the trucks) must be made by hand": what is said stands too far off.
  const isBare =
    predicate.some(({ text }) => !text.includes(' ')) && grammar.dependents(verb, 'obl').length > 0
  const isSaidOn = isBare || (share && predicate.length === 0 && parts.some(({ end }) => isToBe(scene, end)))
  return parts.length === 0 || isSaidOn || (share && parts.length === 1 && tied.length === 0)
    ? undefined
    : { parts, how: 'predicate', verb, owners }
}

/** What an amount is a part of; what money is for, where that is no price: "contains $15 billion for food". */
function wholesOf({ scene, quantity, verb, object, of }: Around): readonly number[] {
  const { tokens } = scene.doc
  const isFor =
    isMoney(quantity.unit) &&
    object &&
    tokens.lower[quantity.last] === 'for' &&
    !PRICED.has(tokens.lemma[verb]!)
  const words = isFor ? /^(?:of|in|for)$/ : /^(?:of|in)$/
  const direct = of.filter((token) => words.test(scene.grammar.caseOf(token)))
  return (direct.length > 0 ? direct : behind(scene, quantity, isFor)).filter(
    (token) => tokens.pos[token] !== PRON,
  )
}

/**
 * "The pipeline carried 8 billion cubic metres": what carries it, and that it does; "the strike fund holds 11 million euros",
 * "the treasury borrowed 5 billion": what does it with the money.
 */
function byDeed(around: Around): Measured | undefined {
  const { scene, quantity, verb, subject, object, owners } = around
  const isSum = isMoney(quantity.unit) && isMoneyDone(scene, verb, subject)
  if (!object || !(isWeight(quantity.unit) || isSum)) return undefined
  const isThing = subject !== undefined && scene.fillers.parties(subject).length === 0
  const parts = clean(scene, quantity, [
    ...(isThing ? [joined(scene, subject), ...deedAt(scene, verb)] : deedOn(around)),
    ...spentOn(scene, quantity),
  ])
  return parts.length === 0
    ? undefined
    : { parts, how: 'predicate', verb, owners, ...(isSum ? { isLine: true } : {}) }
}

/** Verbs whose amount "for" something is its price. */
const PRICED: ReadonlySet<string> = new Set(
  'ask bid buy charge cost earn get make pay receive sell take'.split(' '),
)

/** "Is 40 % made in Peru", "was 90 % hostile": how far something is what the word right behind says. */
const isAdverb = ({ doc: { tokens } }: Scene, { first, last }: Quantity): boolean => {
  const head = tokens.head[last]!
  return (
    /^(?:VBN|JJ)$/.test(tokens.tag[last] ?? '') &&
    tokens.sent[last] === tokens.sent[first] &&
    !(head > last && /^(?:amod|compound)/.test(tokens.dep[last]!)) &&
    /^(?:is|are|was|were|be|been|'s|'re|,|:|or|and|only|just|about|some|nearly|almost|over|than)$/.test(
      tokens.lower[first - 1] ?? '',
    )
  )
}

/** A participle or adjective with what stands right behind it: "made in Peru", "negative". */
const stateAt = (scene: Scene, at: number): Phrase =>
  scene.grammar.isVerb(at) ? predicateAt(scene, at) : scene.fillers.phraseOf(at, at, at)

/** A deed on money alone that says what it is: not of a person, no price, nothing light, nothing told of in words. */
function isMoneyDone({ doc, fillers, grammar }: Scene, verb: number, subject: number | undefined): boolean {
  const { lemma } = doc.tokens
  return (
    subject !== undefined &&
    MONEY_DEEDS.has(lemma[verb]!) &&
    !grammar.isPassive(verb) &&
    fillers.persons(subject).length === 0
  )
}

/** "Spent $2 million on ports": what for, right behind the amount. */
function spentOn({ doc, grammar, fillers }: Scene, { last }: Quantity): Phrase[] {
  if (!/^(?:on|for|off|from)$/.test(doc.tokens.lower[last] ?? '') || doc.tokens.dep[last] !== 'case')
    return []
  const noun = doc.tokens.head[last]!
  const isPlain = noun > last && noun < last + 6 && doc.tokens.pos[noun] === NOUN
  if (!isPlain || fillers.timeAt(noun) || fillers.quantityAt(noun)) return []
  return [fillers.phraseOf(last, grammar.phrase(noun, 'short').last, noun)]
}

const MONEY_DEEDS: ReadonlySet<string> = new Set(
  'make hold borrow raise yield generate spend save lose collect contain owe disburse release withhold absorb'.split(
    ' ',
  ),
)

const SAYS = /^(?:say|think|believe|agree)$/
const TELLS = /^(?:find|show|suggest|report|indicate|reveal|estimate|say|claim)$/

/** What is said of a share that is its subject: "go to Peru", "is in Peruvian hands". */
function saidOfShare(scene: Scene, head: number, verb: number, what: readonly number[]): Phrase[] {
  const { grammar, fillers } = scene
  // "The numbers suggest 88 % of the drivers were new", parsed as suggesting drivers.
  if (TELLS.test(scene.doc.tokens.lemma[verb]!) && grammar.isVerb(verb)) {
    const said = what[0] === undefined ? -1 : Math.max(what[0], grammar.phrase(what[0], 'short').last) + 1
    if (/^VB[DPZ]$/.test(scene.doc.tokens.tag[said] ?? '')) return [predicateAt(scene, said)]
  }
  if (isSubject(scene, head, verb)) {
    const opinion = opinionAt(scene, verb)
    return opinion ? [opinion] : SAYS.test(scene.doc.tokens.lemma[verb]!) ? [] : [predicateAt(scene, verb)]
  }
  const [link] = grammar.dependents(verb, 'cop')
  if (link === undefined || !grammar.dependents(verb, 'nsubj').includes(head)) return []
  let last = Math.max(grammar.phrase(verb, 'short').last, verb)
  for (let at = last; at > verb; at--)
    if (/^(?:[,;:(]|-LRB-|compared|while|but)$/.test(scene.doc.tokens.lower[at]!)) last = at - 1
  return [fillers.phraseOf(link, last, verb)]
}

/** The nominal right behind an amount, by its words: "$9 billion in goods from Peru". */
function behind(scene: Scene, quantity: Quantity, isFor: boolean): number[] {
  if (!(isFor || /^(?:in|of)$/.test(scene.doc.tokens.lower[quantity.last] ?? ''))) return []
  const found = nominalFrom(scene, quantity.last + 1)
  return found === undefined ? [] : [found]
}

const NOUN = UPOS.indexOf('NOUN')
const PRON = UPOS.indexOf('PRON')

const isToBe = (scene: Scene, end: number): boolean => {
  const at = tokenAt(scene, end)
  return at >= 0 && scene.doc.tokens.lower[at] === 'to' && scene.doc.tokens.lower[at + 1] === 'be'
}
