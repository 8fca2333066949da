// In: a scene, a verb and the agreement that was told of last. Out: whether the sentence goes on telling its terms, and of whom.
import type { Phrase, Ref } from '../../model/index.ts'
import type { Scene } from '../sentence/scene.ts'
import {
  CHANGES,
  COMMENTS,
  isInMarks,
  isToBe,
  LAYS_DOWN,
  owes,
  subjectOfToBe,
  subjectsOf,
  toldOf,
} from './term-clauses.ts'

/** Sentences back in which the agreement meant by "it" or "its terms" is looked for. */
export const BACK = 2

/** The agreement that terms were told of last. */
export interface ToldLast {
  readonly under: Phrase
  readonly sentence: number
  /** Whether a term was told there, or only that there is an agreement. */
  readonly isTerm: boolean
  /** Who does what the last term says. */
  readonly by: readonly Ref[]
  /** Who was named where the agreement was told. */
  readonly sides: readonly Ref[]
}

export function namedIn({ doc, fillers }: Scene, sentence: number): Ref[] {
  const { first, last } = doc.sents[sentence]!
  const named: Ref[] = []
  for (let at = first; at < last; at++) named.push(...fillers.partyNamed(at))
  return named
}

/** "Under the first phase, Peru is to free 33 men", shortly after the accord was told of: a sentence on a part of it. */
export function isPhase({ doc }: Scene, sentence: number): boolean {
  const { lower, lemma } = doc.tokens
  const { first } = doc.sents[sentence]!
  if (!/^(?:under|in|during)$/.test(lower[first]!)) return false
  return [2, 3].some((step) => /^(?:phase|stage)$/.test(lemma[first + step] ?? ''))
}

/** Sentences after an accord within which its phases are told. */
export const PHASES_BACK = 4

/** Whether the clause is one of a sentence on a phase, in which it is owed. */
export const isInPhase = (scene: Scene, verb: number, { sentence }: ToldLast): boolean =>
  scene.sentenceOf(verb) - sentence <= PHASES_BACK &&
  isPhase(scene, scene.sentenceOf(verb)) &&
  owes(scene, verb) &&
  scene.doc.tokens.dep[verb] === 'root'

/** "Crews would also get …" right behind a term: one more, where the sentence says so or goes on in the same mood. */
export function goesOn(scene: Scene, verb: number, { sentence, isTerm }: ToldLast): boolean {
  const { grammar, doc } = scene
  const behind = scene.sentenceOf(verb) - sentence
  const { lower, dep, lemma } = doc.tokens
  const toBe = isToBe(scene, verb) && scene.fillers.parties(subjectOfToBe(scene, verb)).length > 0
  if (behind < 1 || behind > BACK || COMMENTS.has(lemma[verb]!) || isInMarks(scene, verb)) return false
  // "Norway is to open its ports, and it will pay": one that is named, right behind.
  if (toBe) return isTerm
  if (dep[verb] !== 'root') return false
  const modals = grammar.dependents(verb, 'aux').map((aux) => lower[aux]!)
  const also = grammar.dependents(verb, 'advmod').some((word) => lower[word] === 'also')
  const inReturn = grammar
    .obliques(verb, 'in')
    .some((noun) => /^(?:return|exchange)$/.test(lower[noun]!) && noun < verb)
  const isJoined = grammar.dependents(verb, 'advcl').some((one) => isToBe(scene, one) && one < verb)
  if (!modals.includes('would') && !(modals.includes('will') && (also || inReturn || isJoined))) return false
  if (behind > 1 && !also && !inReturn) return false
  const subject = toldOf(scene, verb)
  const isSaid = subject === undefined || /^(?:PRP|W|EX|DT)/.test(doc.tokens.tag[subject]!)
  return (!isSaid || isJoined) && !hasCondition(scene, verb)
}

/** "If it were signed, crews would …": supposed of the deal as a whole. */
const hasCondition = ({ grammar, doc }: Scene, verb: number): boolean =>
  grammar
    .dependents(verb, 'advcl')
    .some(
      (clause) =>
        clause < verb && grammar.dependents(clause, 'mark').some((mark) => doc.tokens.lower[mark] === 'if'),
    )

/** What an accord lets or makes somebody do, of what is no deed: "will apply", "will get", "will be able to". */
const ENTITLES: ReadonlySet<string> = new Set(
  'able allowed apply cease cover expire entitled exempt free get last open receive run start take'.split(
    ' ',
  ),
)

/** What is done about an accord, or beside it, by those who made it. */
const BESIDE: ReadonlySet<string> = new Set(
  'approve brief debate decide discuss fly inform meet present publish ratify report review send sign speak submit tell travel visit vote'.split(
    ' ',
  ),
)

/**
 * What goes on telling terms, sentence by sentence: "is to", "are to" and "must" behind a term, whoever it is said of;
 * "will" where one of the sides does it, where something is done to a thing, or somebody is let do it.
 */
export function runsOn(scene: Scene, verb: number, { sentence, isTerm, sides }: ToldLast): boolean {
  const { grammar, doc, fillers } = scene
  const { lemma, lower, dep, tag } = doc.tokens
  const behind = scene.sentenceOf(verb) - sentence
  if (behind < 1 || behind > BACK) return false
  let first = verb
  while (dep[first] === 'conj' && doc.tokens.head[first]! >= 0) first = doc.tokens.head[first]!
  if (dep[first] !== 'root' || scene.attributions(verb).length > 0) return false
  const passive = grammar.isPassive(verb)
  if (BESIDE.has(lemma[verb]!) || (!passive && COMMENTS.has(lemma[verb]!))) return false
  if (scene.rows('round-verbs').has(lemma[verb]!) && !passive) return false
  const subject = toldOf(scene, verb)
  if (subject === undefined || scene.rows('round-nouns').has(lemma[subject]!)) return false
  if (grammar.objects(verb).some((one) => isBeside(scene, one))) return false
  const auxiliaries = grammar.dependents(verb, 'aux').map((aux) => lower[aux]!)
  if (isTerm && behind === 1 && (isToBe(scene, verb) || auxiliaries.includes('must'))) return true
  const isAhead = auxiliaries.includes('will') || auxiliaries.includes("'ll")
  // "It will apply from 1 May": what was told of last.
  if (lower[subject] === 'it' && ENTITLES.has(lemma[verb]!)) return false
  const parties = passive ? [] : fillers.parties(subject)
  if (parties.length > 0) {
    const isOfSides = parties.every(({ id }) => sides.some((side) => side.id === id))
    const isNow = /^VB[ZP]$/.test(tag[verb]!) && GETS.has(lemma[verb]!)
    return isOfSides && (isNow || (isAhead && ((isTerm && behind === 1) || DUTIES.has(lemma[verb]!))))
  }
  if (!isAhead || /^(?:W|NNP|EX|DT)/.test(tag[subject]!)) return false
  if (ENTITLES.has(lemma[verb]!)) return behind === 1
  const isPerson = /^PRP/.test(tag[subject]!) || scene.rows('actor-nouns').has(lemma[subject]!)
  return (
    !isPerson &&
    passive &&
    (isTerm ? !COMMENTS.has(lemma[verb]!) : LAYS_DOWN.has(lemma[verb]!) || CHANGES.has(lemma[verb]!))
  )
}

/** "Will hold a vote", "will host the summit". */
const isBeside = (scene: Scene, noun: number): boolean =>
  scene.rows('round-nouns').has(scene.doc.tokens.lemma[noun]!) ||
  /^(?:election|figure|poll|referendum|vote)$/.test(scene.doc.tokens.lemma[noun]!)

/** What a side does by an accord, told right behind it. */
export const DUTIES: ReadonlySet<string> = new Set([
  ...LAYS_DOWN,
  ...CHANGES,
  ...'accept buy close deliver drop end export free halt hand import invest leave pay purchase recognise recognize release repay resume return sell set share stop supply suspend transfer withdraw'.split(
    ' ',
  ),
])

const GETS: ReadonlySet<string> = new Set('gain get keep obtain pay receive retain'.split(' '))

/** Who does it; "they" behind a term are those who do what that says. */
export function meantBy(scene: Scene, verb: number, { by }: ToldLast): readonly Ref[] {
  const own = subjectsOf(scene, verb)
  const [subject] = scene.grammar.subjects(verb)
  const isThey = subject !== undefined && scene.doc.tokens.lower[subject] === 'they'
  return own.length === 0 && isThey ? by : own
}
