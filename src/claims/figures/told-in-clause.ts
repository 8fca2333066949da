// In: a scene, an amount that no other rule reads. Out: what its clause says of it, in the clause's own words: "fines · start at", "mills · have been running at · of capacity".
import { type Quantity, UPOS } from '../../language/doc.ts'
import { isMoney, type Phrase } from '../../model/index.ts'
import { nominalFrom } from '../sentence/amounts.ts'
import { type Scene, tokenAt } from '../sentence/scene.ts'
import { isCompared, isConversion, isPartOf, isRanked } from './amount.ts'
import { IDLE, type Measured } from './around-amount.ts'
import { countedNoun } from './counted.ts'
import { isPartOnly, joined, predicateAt, thingAt } from './labels.ts'

const PRON = UPOS.indexOf('PRON')

/** Verbs that tell, wish or ask: the number is said or wanted, no figure of the verb. */
const OF_WORDS =
  /^(?:say|tell|ask|want|demand|seek|offer|propose|request|call|think|believe|hope|read|quote|write|insist|urge|suggest|mention|name|mean|like|love|see|vote|speak|talk|count|open|come|reject|accept|pay|buy|sell|send|give|peg|put|export|import|ship)$/

/** Tokens between a verb and its amount, and of a subject's words. */
const REACH = 9

/** Subject and verb with the words up to the amount. */
export function toldInClause(
  scene: Scene,
  quantity: Quantity,
  at: number,
  measures: ReadonlyMap<string, unknown>,
): Measured | undefined {
  const { doc, grammar } = scene
  const { lemma, lower, sent, pos } = doc.tokens
  if (
    isRanked(scene, quantity) ||
    (isPartOf(scene, quantity) && !isOfWhat(scene, quantity)) ||
    isCompared(scene, quantity)
  )
    return undefined
  if (isConversion(scene, quantity) || (quantity.unit === '%' && quantity.value === 100)) return undefined
  const counted = countedNoun(scene, quantity, at)
  const isCount = quantity.unit !== '%' && !isMoney(quantity.unit)
  const isIdle = (noun: number) => IDLE.has(lemma[noun]!) && quantity.unit !== 'percentage point'
  if (counted !== undefined && (!isCount || isIdle(counted) || !/ /.test(quantity.unit))) return undefined
  const verb = grammar.governor(at)
  if (verb < 0 || !grammar.isVerb(verb) || OF_WORDS.test(lemma[verb]!) || !isTensed(scene, verb))
    return undefined
  const { first, last } = doc.sents[sent[at]!]!
  // The rate of a measure is the measure's.
  const isShare = lower[quantity.last] === 'of'
  if (quantity.unit === '%' && !isShare && lemma.slice(first, last).some((word) => measures.has(word)))
    return undefined
  const head = counted ?? at
  // "The share that comes from Peru to 60 percent": of the verb over it.
  const isSaidBeside = /^(?:which|who)$/.test(lower[verb - 1]!) && lower[verb - 2] === ','
  if (doc.tokens.dep[verb]!.startsWith('acl') && !isSaidBeside) return undefined
  if (lower[verb + 1] === 'short') return undefined
  const [subject] = grammar.subjects(verb).length > 0 ? grammar.subjects(verb) : grammar.objects(verb)
  if (subject === undefined || scene.fillers.timeAt(subject)) return undefined
  if (subject >= quantity.first || isPartOnly(scene, subject)) return undefined
  if (!isOwnSubject(scene, subject, verb)) return undefined
  if (subject > verb || pos[subject] === PRON || scene.fillers.quantityAt(subject)) return undefined
  if (verb > quantity.first) return isCount ? undefined : ofSubject(scene, quantity, subject, verb)
  const lead = wordBefore(scene, firstOfList(scene, quantity, at))
  if (lead - verb > REACH || isAside(scene, lead)) return undefined
  for (let token = verb; token <= lead; token++)
    if (/^(?:[,;:()"“”—–]|that|which|who|whether|if)$/.test(lower[token]!) || scene.fillers.quantityAt(token))
      return undefined
  const thing = thingBefore(scene, subject, verb)
  // "The order signed there adds": its words begin in the middle.
  if (/^VB/.test(doc.tokens.tag[tokenAt(scene, thing.start)]!)) return undefined
  return {
    parts: [thing, ...deedUpTo(scene, verb, lead), ...ofWhat(scene, quantity, head)],
    how: 'clause',
    verb,
    owners: [subject],
  }
}

/** "Filed a letter in support of the 25 percent", "gone from 220 to 232". */
const isAside = ({ doc }: Scene, lead: number): boolean =>
  doc.tokens.lower[lead] === 'from' ||
  (doc.tokens.lower[lead] === 'of' &&
    /^(?:support|favou?r|instead|ahead|out|because|kind|front|spite|case)$/.test(doc.tokens.lower[lead - 1]!))

/** "A fine of up to 8 % of sales may be imposed on firms": the amount right behind the subject and "of". */
function ofSubject(scene: Scene, quantity: Quantity, subject: number, verb: number): Measured | undefined {
  const of = wordBefore(scene, quantity.first)
  if (of !== subject + 1 || scene.doc.tokens.lower[of] !== 'of') return undefined
  return {
    parts: [
      thingAt(scene, subject, subject),
      scene.fillers.phraseOf(of, of, of),
      ...ofWhat(scene, quantity, quantity.last - 1),
      ...deedUpTo(scene, verb, verb - 1),
      ...predicateBehind(scene, verb),
    ],
    how: 'clause',
    verb,
    owners: [subject],
  }
}

/** What stands behind a verb as the first thing said. */
function predicateBehind(scene: Scene, verb: number): Phrase[] {
  const last = tokenAt(scene, predicateAt(scene, verb).end - 1)
  const { lower } = scene.doc.tokens
  const isPlain = last > verb && !lower.slice(verb + 1, last + 1).some((word) => /["“”]/.test(word))
  return isPlain ? [scene.fillers.phraseOf(verb + 1, last, last)] : []
}

/** "Adds two days and some 900 euros": where the list of amounts begins. */
function firstOfList({ doc, fillers }: Scene, quantity: Quantity, at: number): number {
  const over = doc.tokens.dep[at] === 'conj' ? fillers.quantityAt(doc.tokens.head[at]!) : undefined
  return over && over.last < quantity.first && doc.tokens.lower[over.last] === 'and'
    ? over.first
    : quantity.first
}

const HEDGE =
  /^(?:as|much|many|high|low|about|around|roughly|nearly|almost|some|approximately|an?|estimated|more|less|fewer|than|least|most|only|just|over|under|between|the|its|their|another|not|no|something|like)$/

/** The word before an amount, past those that say how exact it is. */
function wordBefore({ doc }: Pick<Scene, 'doc'>, first: number): number {
  const { lower } = doc.tokens
  let at = first - 1
  for (;;) {
    if (lower[at] === 'to' && lower[at - 1] === 'up') at -= 2
    else if (
      at > 0 &&
      (HEDGE.test(lower[at]!) || (lower[at] === 'at' && /^(?:least|most)$/.test(lower[at + 1]!)))
    )
      at--
    else return at
  }
}

/** A verb that tells: its own form or that of its helper is of a tense. */
const isTensed = ({ doc, grammar }: Scene, verb: number): boolean =>
  [verb, ...grammar.dependents(verb, 'aux', 'aux:pass', 'cop')].some((token) =>
    /^(?:VB[DPZ]|MD)$/.test(doc.tokens.tag[token]!),
  )

/** "Fines start at …": the words around a number, in their order. */
export const clauseText = ({ start }: Quantity, parts: readonly Phrase[]): string => {
  const before = parts.filter((part) => part.start < start)
  const behind = parts.filter((part) => part.start > start)
  return [...before, { text: '…' }, ...behind].map(({ text }) => text.trim()).join(' ')
}

/** A verb's own subject: none that only words of another clause, or a noun right before the verb, part from it. */
function isOwnSubject({ doc, grammar }: Scene, subject: number, verb: number): boolean {
  const { dep, head, lower, tag } = doc.tokens
  for (let at = subject + 1; at < verb; at++) if (lower[at] === 'whose') return false
  if (/^whose$/.test(lower[grammar.phrase(subject, 'short').first]!)) return false
  if (grammar.dependents(verb, 'nsubj', 'nsubj:pass').includes(subject)) return true
  const over = head[verb]!
  if (dep[verb] !== 'conj' || over < 0 || dep[over]!.startsWith('acl')) return dep[verb] !== 'conj'
  for (let at = verb - 1; at > over && !/^(?:CC|,)$/.test(tag[at]!); at--)
    if (/^NN/.test(tag[at]!)) return false
  return true
}

/** A subject up to its verb, without what stands between commas. */
function thingBefore(scene: Scene, subject: number, verb: number): Phrase {
  const own = thingAt(scene, subject)
  return own.end > scene.doc.tokens.start[verb]! ? thingAt(scene, subject, subject) : own
}

/** The verb with its helpers and the words up to the amount. */
function deedUpTo({ grammar, fillers }: Scene, verb: number, lead: number): Phrase[] {
  const from = Math.min(verb, ...grammar.dependents(verb, 'aux', 'aux:pass').filter((one) => one < verb))
  return [fillers.phraseOf(from, Math.max(verb, lead), verb)]
}

/** "Four-fifths of what farmers use". */
const isOfWhat = ({ doc: { tokens } }: Scene, { last }: Quantity): boolean =>
  tokens.lower[last] === 'of' && tokens.tag[last + 1] === 'WP' && tokens.head[last + 1]! > last + 1

/** "58 per cent of capacity", "four-fifths of what farmers use": of what, right behind the amount. */
function ofWhat(scene: Scene, quantity: Quantity, head: number): Phrase[] {
  const { last } = quantity
  if (isOfWhat(scene, quantity)) {
    const verb = scene.doc.tokens.head[last + 1]!
    return verb > last + 9
      ? []
      : [scene.fillers.phraseOf(last, tokenAt(scene, predicateAt(scene, verb).end - 1), verb)]
  }
  const of = last > head ? last : head + 1
  if (scene.doc.tokens.lower[of] !== 'of') return []
  const noun = nominalFrom(scene, of + 1)
  return noun === undefined
    ? []
    : [scene.fillers.phraseOf(of, tokenAt(scene, joined(scene, noun).end - 1), noun)]
}
