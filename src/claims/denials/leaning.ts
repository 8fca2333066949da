// In: a scene, a token. Out: a denial whose words lean on what was told right before: "denied that any offer had been made", "had agreed to no such link", "denied any split".
import { range } from '../sentence/nearby.ts'
import type { Scene } from '../sentence/scene.ts'
import { tellerAt } from '../statements/teller.ts'
import { GUILT, tellerIn } from './charges.ts'
import { DENIES, denialOf, type FoundDenial, isDenying, lemmaOf, REJECTS, subjectOf } from './denial-words.ts'
import { type Stretch, sentenceBefore, tellerOrHearsay, toldBefore } from './told-before.ts'

/** Words between the verb and what leans: "denied on Sunday that any", "denied having made any". */
const BETWEEN =
  /^(?:that|having|ever|there|had|has|have|was|were|is|are|been|being|a|an|on|last|this|earlier|later|yesterday|week|month|year|night|morning|evening|the|\p{L}+day)$/u
/** What is refused, not said to be otherwise: "denied any access". */
const REFUSED =
  /^(?:access|entry|visa|bail|relief|permission|permit|licence|license|help|aid|use|right|claim|knowledge|wish|desire|intention|interest)s?$/
/** What only is wished for or may come, and nobody said to be so. */
const WISHED = /^(?:should|must|ought|want)$/
/** What is left open tells nothing: "neither side would confirm that". */
const UNTOLD = /^(?:neither|confirm|comment|decline)$/
/** Tokens from the verb to what leans on what was told. */
const REACH = 7

/** A denial at a token that leans on what others told right before. */
export const leaning = (scene: Scene, at: number): FoundDenial | undefined =>
  deniedAny(scene, at) ?? saidNone(scene, at) ?? neverSuch(scene, at)

/** What leans: by "such", "any" or nothing but its noun; the noun or participle itself. */
interface Lean {
  readonly by: 'such' | 'any' | 'noun'
  readonly at: number
}

/** "Denied any link", "denied that such a levy was planned", "denied having been told", "denied there was a split". */
function deniedAny(scene: Scene, verb: number): FoundDenial | undefined {
  const { lower, tag, lemma } = scene.doc.tokens
  if (!DENIES.test(lemmaOf(scene, verb)) || !/^VB[DZPG]/.test(tag[verb]!) || !isDenying(scene, verb))
    return undefined
  const lean = leanBehind(scene, verb)
  if (!lean || GUILT.test(lower[lean.at]!) || REFUSED.test(lemma[lean.at]!)) return undefined
  return answered(scene, verb, subjectOf(scene, verb), lean)
}

function leanBehind({ doc }: Scene, verb: number): Lean | undefined {
  const { lower, tag, sent } = doc.tokens
  const { last } = doc.sents[sent[verb]!]!
  const nounFrom = (from: number) =>
    range(from, Math.min(last, from + 4)).find((at) => /^NNS?$/.test(tag[at]!))
  const words = range(verb + 1, Math.min(last, verb + 1 + REACH))
  for (const at of words) {
    const word = lower[at]!
    if (word === 'such' || word === 'any') {
      const noun = nounFrom(at + 1)
      return noun === undefined ? undefined : { by: word, at: noun }
    }
    if (word === 'there' && /^(?:was|were|is|are|had|has)$/.test(lower[at + 1] ?? '')) {
      const noun = nounFrom(at + 2)
      return noun === undefined ? undefined : { by: 'such', at: noun }
    }
    const done = lower[at + 1] === 'been' ? at + 2 : at + 1
    const isDone = word === 'having' && /^VB[ND]/.test(tag[done] ?? '')
    if (isDone && !range(done + 1, done + 3).some((one) => /^(?:any|such)$/.test(lower[one] ?? '')))
      return { by: 'noun', at: done }
    if (/^NNS?$/.test(tag[at]!) && lower.slice(at + 1, at + 4).join(' ') === 'to that effect')
      return { by: 'such', at }
    const isMade =
      /^VB[NG]$/.test(tag[at]!) && /^(?:having|ever|denied|denies|denying|deny)$/.test(lower[at - 1]!)
    if (!BETWEEN.test(word) && !isMade && !/^NNP$/.test(tag[at]!)) return undefined
  }
  return undefined
}

/** "There had been no such offer", "no assurance had been sought": said after others told of one. */
function saidNone(scene: Scene, no: number): FoundDenial | undefined {
  const { lower, tag } = scene.doc.tokens
  if (lower[no] !== 'no') return undefined
  const isSuch = lower[no + 1] === 'such'
  const noun = isSuch ? no + 2 : no + 1
  if (!/^NNS?$/.test(tag[noun] ?? '') || /^(?:thing|luck|place|reason|doubt|one)$/.test(lower[noun]!))
    return undefined
  // "No assurance had been sought", "there was no assurance": not "saw no reason to give it".
  const isOfAnyKind = /^of (?:any|that) (?:kind|sort)$/.test(lower.slice(noun + 1, noun + 4).join(' '))
  const next = isOfAnyKind ? noun + 4 : noun + 1
  const isNever = /^(?:was|were|had|has|have|is|are)$/.test(lower[next] ?? '') && tag[next + 1] === 'VBN'
  const isBeen = lower[next] === 'had' && lower[next + 1] === 'been'
  if (!isSuch && !isNever && !isBeen) return undefined
  const governor = scene.grammar.governor(noun)
  const by = tellerAt(scene, no)
  return answered(
    scene,
    governor < 0 ? no : governor,
    by,
    { by: isSuch || isOfAnyKind ? 'such' : 'noun', at: noun },
    no,
  )
}

/** "Had never accepted such a link", "did not make such a promise". */
function neverSuch(scene: Scene, such: number): FoundDenial | undefined {
  const { lower, tag, sent } = scene.doc.tokens
  if (lower[such] !== 'such' || !/^an?$/.test(lower[such + 1] ?? '')) return undefined
  const verb = range(such - 3, such).findLast((at) => /^VB/.test(tag[at] ?? '') && sent[at] === sent[such])
  const isPast = verb !== undefined && /^VB[ND]$/.test(tag[verb]!)
  const isNot =
    verb !== undefined &&
    (lower[verb - 1] === 'never' || (/^(?:not|n't)$/.test(lower[verb - 1]!) && lower[verb - 2] === 'did'))
  const noun = range(such + 2, such + 5).find((at) => /^NNS?$/.test(tag[at] ?? ''))
  if (!isNot || noun === undefined || !(isPast || lower[verb! - 2] === 'did')) return undefined
  return answered(scene, verb!, tellerAt(scene, such), { by: 'such', at: noun }, such)
}

/** "Any ministry had asked it to sell": a clause that says by itself what is denied. */
function isWhole({ grammar }: Scene, { by, at }: Lean): boolean {
  const verb = grammar.governor(at)
  const isDoer = verb >= 0 && grammar.dependents(verb, 'nsubj').includes(at)
  return (
    by === 'any' &&
    isDoer &&
    ['obj', 'xcomp', 'ccomp'].some((dep) => grammar.dependents(verb, dep).length > 0)
  )
}

/** The denial, where somebody else told right before of what it leans on. */
function answered(scene: Scene, verb: number, by: string, lean: Lean, at = verb): FoundDenial | undefined {
  if (by === '') return undefined
  const { doc } = scene
  const { tokens } = doc
  const { lower } = tokens
  const here = tokens.sent[verb]!
  const stem = stemOf(tokens.lower[lean.at]!)
  const before = toldBefore(scene, at)
  const isHere = before !== undefined && tokens.sent[before.first] === here
  const further = isHere ? [] : [2, 3].map((back) => sentenceBefore(scene, here, back))
  const kin =
    lean.by === 'noun' ? undefined : scene.rows('told-nouns').get(tokens.lemma[lean.at]!)?.kin?.split(' ')
  // "Any soldier would be a target" tells of none.
  const hasStemIn = ({ first, last }: Stretch) =>
    range(first, last).some(
      (one) =>
        tokens.lower[one]!.startsWith(stem) &&
        !(
          lean.by === 'noun' &&
          range(one - 2, one).some((before) => /^(?:any|every)$/.test(tokens.lower[before] ?? ''))
        ),
    )
  // "Will sail in May", and "no such plan": what is to come is a plan, where it was told right before.
  const tellsOf = (one: Stretch) =>
    hasStemIn(one) ||
    range(one.first, one.last).some(
      (at) => kin?.includes(tokens.lemma[at]!) && (one === before || tokens.tag[at] !== 'MD'),
    )
  // Of the sentences before the one that has its noun, or tells of such a deed; where a noun has no words for its deed, the nearest.
  const ordered = [before, ...further].flatMap((one) => (one && tellsOf(one) ? one : []))
  // "Denies having such a plan": what was told right before, whatever its words.
  const isPointed = !kin || (lean.by === 'such' && lower[verb + 1] === 'having' && isTold(scene, before))
  const isNearest = lean.by !== 'noun' && isPointed && !isWhole(scene, lean)
  if (ordered.length === 0 && before && isNearest && !isToCome(scene, lean, before)) ordered.push(before)
  for (const told of deedFirst(scene, lean, ordered)) {
    const words = range(told.first, told.last)
    const hasStem = hasStemIn(told)
    const teller = tellerOrHearsay(scene, told)
    const isToldAsSo = hasStem && lean.by === 'such' && DENIES.test(lemmaOf(scene, verb))
    if (teller === by || (teller === '' && !isToldAsSo)) return undefined
    // "Her office denied a report. “No such offer was made,” her spokesman said.": one denial.
    if (words.some((one) => REJECTS.test(lemmaOf(scene, one)) && scene.grammar.isVerb(one))) return undefined
    if (!hasStem && words.some((one) => UNTOLD.test(tokens.lemma[one]!))) return undefined
    if (
      words.some((one) => WISHED.test(tokens.lemma[one]!) && /^(?:VB|MD)/.test(tokens.tag[one]!)) &&
      !hasStem
    )
      return undefined
    return denialOf(scene, {
      verb,
      by,
      told: tokens.sent[told.first]!,
      teller,
      from: told.first,
      to: told.last,
      ...(teller === '' ? { isExact: true } : {}),
    })
  }
  return undefined
}

const isTold = (scene: Scene, before: Stretch | undefined): boolean =>
  before !== undefined && tellerIn(scene, before.first, before.last) !== ''

/** "The text would contain no such debt": what is to be says nothing of what others told to have been. */
function isToCome({ doc: { tokens }, grammar }: Scene, { at }: Lean, before: Stretch): boolean {
  const isAhead = (one: number) => /^(?:would|will)$/.test(tokens.lower[one]!)
  return (
    grammar.dependents(grammar.governor(at), 'aux').some(isAhead) &&
    !range(before.first, before.last).some(isAhead)
  )
}

/** "Denied that any halt had been offered": before what only names a halt, what tells of an offer. */
function deedFirst({ doc, grammar }: Scene, lean: Lean, all: readonly Stretch[]): readonly Stretch[] {
  const { lemma } = doc.tokens
  const verb = lean.by === 'any' ? grammar.governor(lean.at) : -1
  if (verb < 0 || !OFFERS.test(lemma[verb]!)) return all
  const tells = ({ first, last }: Stretch) => range(first, last).some((at) => OFFERS.test(lemma[at]!))
  return [...all.filter(tells), ...all.filter((one) => !tells(one))]
}

/** "Offered", "put forward". */
const OFFERS = /^(?:offer|propose|float|forward)$/

/** "Promised" and "promise", "threatened" and "threat" begin alike. */
const stemOf = (word: string): string => word.slice(0, Math.min(6, Math.max(4, word.length - 3)))
