// In: a scene, a verb that tells a term and the agreement it stands in. Out: the term as a commitment, in its words.
import type { Phrase, Ref } from '../../model/index.ts'
import { type Found, type Scene, tokenAt } from '../sentence/scene.ts'
import { isNaming } from './term-clauses.ts'
import { isAgreement } from './term-texts.ts'

interface TermOptions {
  readonly own?: boolean
  /** Whether "may" allows here, and does not guess. */
  readonly isMayOwed?: boolean
  /** Whether all that the sentence says behind the verb is of the term. */
  readonly isWhole?: boolean
  /** What an "it" means: told in brackets before its clause. */
  readonly thing?: Phrase | undefined
}

/** "Duties would have risen", "which rules are enforced": what did not come, what is asked. */
function isUnreal({ doc, grammar }: Scene, verb: number): boolean {
  const { lower, tag } = doc.tokens
  const subjects = grammar.dependents(verb, 'nsubj', 'nsubj:pass')
  // "Would likely stay": a guess.
  const isGuess = grammar
    .dependents(verb, 'advmod')
    .some((one) => one < verb && /^(?:likely|probably|perhaps|presumably)$/.test(lower[one]!))
  // "Is supposed to add structure".
  if (isGuess || /^(?:supposed|expected|meant)$/.test(lower[verb]!)) return true
  return (
    grammar.dependents(verb, 'aux').some((one) => lower[one] === 'have') ||
    subjects.some((noun) => grammar.dependents(noun, 'det').some((word) => tag[word] === 'WDT'))
  )
}

/**
 * A term as a commitment. `own`: the agreement is the subject, and what is laid down is all that is said of it. A term put
 * on nobody that has a name is told with its subject; a person's own words ("they", "those") name nobody, so there is none.
 */
export function termAt(
  scene: Scene,
  verb: number,
  by: readonly Ref[],
  under: Phrase,
  foundBy: string,
  { own = false, isMayOwed = false, isWhole = false, thing }: TermOptions = {},
): Found[] {
  const { grammar, fillers, doc } = scene
  const { polarity, modality, condition } = scene.epistemics(verb)
  const passive = grammar.isPassive(verb)
  if ((modality === 'possible' && !isMayOwed) || isNaming(scene, verb) || isUnreal(scene, verb)) return []
  const owner = passive ? [] : [...by]
  const [subject] = grammar.dependents(verb, 'nsubj', 'nsubj:pass', 'nsubj:outer')
  const isSpoken = subject !== undefined && /^(?:PRP|W|EX|DT)/.test(doc.tokens.tag[subject]!)
  if (owner.length === 0 && !own && !thing && (subject === undefined || subject > verb || isSpoken)) return []
  const auxiliaries = grammar.dependents(verb, 'aux', 'aux:pass', 'advmod').filter((one) => one < verb)
  // "Will not pursue the suits": owed is that it is not done.
  const isLeft =
    polarity === 'denied' &&
    /^(?:will|shall|must|would) not$/.test(doc.tokens.lower.slice(verb - 2, verb).join(' '))
  const first =
    owner.length > 0
      ? verb - (isLeft ? 1 : 0)
      : own || thing
        ? Math.min(verb, ...auxiliaries.filter((one) => one > subject! && doc.tokens.lower[one] !== 'also'))
        : withAs(scene, grammar.phrase(subject!, 'short').first)
  const words = fillers.phraseOf(first, Math.max(verb, lastTold(scene, verb, isWhole)), verb)
  const what = thing ? { ...words, text: `[${thing.text}] ${words.text}` } : words
  // "The text applies", "the rate would rise": more is said by the next sentence, or nothing.
  if (owner.length === 0 && what.text.split(' ').length < (isWhole ? FEWEST_WORDS - 1 : FEWEST_WORDS))
    return []
  return [
    {
      kind: 'act',
      trigger: verb,
      foundBy,
      // What an agreement lays down is to come, however it is told.
      epistemics: {
        polarity: owner.length > 0 && !isLeft ? polarity : 'affirmed',
        modality: 'planned',
        ...(condition ? { condition } : {}),
      },
      body: {
        type: 'commitment: made',
        plover: 'AGREE',
        actor: owner,
        recipient: [],
        about: { thread: 'commitment', by: owner, to: [], what, status: 'open', under },
      },
      // Whose day it is that the words of such a term name, is told by them alone.
      days:
        owner.length > 0
          ? scene.days([verb]).filter(({ role, type }) => type !== 'DURATION' || role === 'due')
          : [],
    },
  ]
}

/** "As many as 600 trucks": with the word that the parser leaves outside. */
const withAs = ({ doc }: Scene, first: number): number =>
  /^(?:many|much|few|little)$/.test(doc.tokens.lower[first]!) && doc.tokens.lower[first - 1] === 'as'
    ? first - 1
    : first

/** Words of a term that is put on nobody at least. */
const FEWEST_WORDS = 4

/** The last word of a term, within the words of whoever tells it. */
function lastTold(scene: Scene, verb: number, isWhole: boolean): number {
  const { tokens } = scene.doc
  const { last: end } = scene.doc.sents[scene.sentenceOf(verb)]!
  let last = isWhole ? wholeOf(scene, verb, end) : lastOf(scene, verb)
  // What the parser hung elsewhere belongs to it up to the next mark.
  while (
    !isWhole &&
    last + 1 < end &&
    (!STOPS.test(tokens.form[last + 1]!) || isSecond(scene, verb, last + 1))
  )
    last++
  const start = tokens.start[verb]!
  for (const { content } of scene.attributions(verb)) {
    const piece = content.find((range) => range.start <= start && start < range.end)
    if (!piece || piece.end >= tokens.end[last]!) continue
    last = Math.max(verb, tokenAt(scene, piece.end - 1))
  }
  last = beforeOther(scene, verb, last)
  // "…, under which the rate will rise": a term of its own.
  for (let at = verb + 1; at < last; at++)
    if (tokens.form[at] === ',' && /^(?:under|which)$/.test(tokens.lower[at + 1]!)) return at - 1
  return last
}

/** The last word of the sentence before a full stop, a semicolon or a dash. */
function wholeOf(scene: Scene, verb: number, end: number): number {
  const { tokens } = scene.doc
  const isUnder = (at: number) =>
    tokens.lower[at] === 'under' && [2, 3, 4].some((step) => isAgreement(scene, Math.min(at + step, end - 1)))
  let last = verb
  while (last + 1 < end && !isUnder(last + 1) && !/^(?:[;.—–]|''|``|["“”])$/.test(tokens.form[last + 1]!))
    last++
  return tokens.form[last] === ',' ? last - 1 : last
}

const STOPS = /^(?:[,;:.—–()"“”]|''|``|and|but)$/

/** "For a first payment in May and for two more": a second of the same preposition. */
function isSecond({ doc }: Scene, verb: number, and: number): boolean {
  const { lower, tag } = doc.tokens
  if (lower[and] !== 'and' || !/^(?:IN|TO)$/.test(tag[and + 1] ?? '')) return false
  for (let at = verb + 1; at < and; at++) if (lower[at] === lower[and + 1]) return true
  return false
}

/** "Is to leave by May and Lima is to rebuild a canal": the words before what somebody else is to do. */
function beforeOther(scene: Scene, verb: number, last: number): number {
  const { doc, grammar } = scene
  const { lower } = doc.tokens
  for (let and = verb + 1; and < last; and++) {
    if (!/^(?:and|but|while)$/.test(lower[and]!)) continue
    for (let at = and + 2; at <= Math.min(last, and + NEAR); at++) {
      if (!grammar.isVerb(at)) continue
      const [subject] = grammar.dependents(at, 'nsubj', 'nsubj:pass', 'nsubj:outer')
      if (subject !== undefined && subject > and && subject < at && isFiniteVerb(scene, at)) {
        const { first } = grammar.phrase(subject, 'short')
        if (first <= and + 1) return lower[and - 1] === ',' ? and - 2 : and - 1
      }
    }
  }
  return last
}

/** Words from an "and" to the verb of who stands right behind it, at most. */
const NEAR = 25

/** The last word said of the subject before another verb is joined. */
function lastOf({ grammar, doc }: Scene, verb: number): number {
  let { last } = grammar.predicate(verb)
  while (last > verb && /^[,.;:]$/.test(doc.tokens.form[last]!)) last--
  return last
}

const isFiniteVerb = ({ doc, grammar }: Scene, verb: number): boolean =>
  /^(?:VB[DPZ]|MD)$/.test(doc.tokens.tag[verb]!) ||
  grammar.dependents(verb, 'aux', 'aux:pass', 'cop').length > 0
