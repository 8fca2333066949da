// In: a verb that tells of an act, its objects and who acts. Out: whom it is done to.
import { UPOS } from '../../language/doc.ts'
import type { Scene } from '../sentence/scene.ts'
import type { ActType, ActWords } from './act-words.ts'
import { somebodyAt } from './actors.ts'
import { nounOf, WRAPPERS } from './carried.ts'

const PRON = UPOS.indexOf('PRON')
export const SIDES = [
  'with',
  'against',
  'to',
  'on',
  'at',
  'toward',
  'towards',
  'over',
  'into',
  'upon',
  'from',
  'for',
  'between',
  'in',
  'by',
] as const

/** The infinitive or "that" clause that a verb governs. */
export function clauseOf(scene: Scene, verb: number): number {
  const [clause] = scene.grammar
    .dependents(verb, 'xcomp', 'ccomp')
    .filter((token) => scene.grammar.isVerb(token))
  return clause ?? -1
}

/** What moves to or from somebody: the thing sent is no recipient where a side is told ("withdrew observers from"). */
export const MOVES: ReadonlySet<string> = new Set(['AID', 'SANCTION', 'MOBILIZE', 'YIELD', 'SUPPORT'])
export const WHERETO = ['to', 'from', 'into', 'for', 'in', 'on', 'against'] as const

/** Who it is done to: the object that is somebody; else who stands behind a preposition, owns the object or acts in the clause. */
export function recipientsOf(
  scene: Scene,
  words: ActWords,
  what: ActType,
  verb: number,
  objects: readonly number[],
  clause: number,
  actors: readonly number[],
): number[] {
  const { grammar } = scene
  const others = (tokens: readonly number[]) =>
    [...new Set(tokens.flatMap((token) => somebodyAt(scene, token)))].filter(
      (token) =>
        !actors.includes(token) &&
        !isWithout(scene, token) &&
        !(scene.doc.tokens.pos[token] === PRON && isOwner(scene, token)),
    )
  const given = grammar.dependents(verb, 'iobj')
  const met = others(
    what.plover === 'CONSULT' ? [verb, ...objects].flatMap((one) => grammar.obliques(one, 'with')) : [],
  )
  if (met.length > 0) return met
  // What is discussed or negotiated is a topic, whoever it names.
  if (what.plover === 'CONSULT')
    return others(
      DIRECT.has(what.type)
        ? [...given, ...objects]
        : objects.filter((token) => grammar.caseOf(token) !== ''),
    )
  const asks = what.plover === 'REQUEST'
  const direct = others([
    ...given,
    ...objects.filter(
      (token) =>
        !isThing(scene, words, token) &&
        // "Rejected it": a thing judged, whomever a reader of references takes it for.
        !(JUDGES.has(what.plover) && scene.doc.tokens.lower[token] === 'it') &&
        !isTakenOut(scene, verb, token) &&
        // "called for Peru to be heard" asks nobody named.
        !(asks && grammar.caseOf(token) === 'for'),
    ),
  ])
  if (direct.length > 0 && MOVES.has(what.plover) && direct.every((token) => !scene.fillers.nameAt(token))) {
    const sides = others(
      WHERETO.flatMap((word) => [verb, ...objects].flatMap((token) => grammar.obliques(token, word))),
    ).filter(
      (token) => scene.fillers.nameAt(token) !== undefined || scene.fillers.partyNamed(token).length > 0,
    )
    if (sides.length > 0) return [...direct, ...sides]
  }
  if (direct.length > 0) return direct
  // "praised the deal with Peru", "opposed the pier in Peru": whom a judged thing has to do with is not judged.
  const judged = JUDGES.has(what.plover)
  const holders = objects.filter((token) => {
    const noun = judged || asks ? nounOf(scene, words, token) : undefined
    return judged ? noun !== undefined : !asks || noun?.word.plover === 'REQUEST'
  })
  const from = (tokens: readonly number[], reach: readonly string[]) =>
    reach.flatMap((word) => tokens.flatMap((token) => grammar.obliques(token, word)))
  const signs = /^support: (?:agree|ratify|sign)$/.test(what.type)
  // "Defended its deal with Peru": Peru is no more than named.
  const onlyNamed = what.type === 'support' && objects.length > 0
  const reach = signs
    ? ['with', 'between']
    : (REACH[what.plover] ?? SIDES).filter((word) => !(onlyNamed && word === 'with'))
  const beside = others([
    ...from([verb], reach),
    ...from(holders, judged && !signs ? [...reach, 'for', 'on'] : reach),
  ])
  if (beside.length > 0) return beside
  const owners = others(
    objects.flatMap((token) => [
      ...(asks ? [] : ofOrBy(scene, words, what, token)),
      ...grammar
        .dependents(token, 'nmod:poss', 'compound', 'amod')
        // "the Peruvian decision" is Peru's; "the Peru trade deficit" nobody's
        .filter(
          (one) => named(scene, one) && (scene.doc.tokens.dep[one] === 'nmod:poss' || one === token - 1),
        ),
    ]),
  )
  if (owners.length > 0) return owners
  if (clause >= 0 && !(judged && objects.length > 0) && (asks || scene.grammar.isInfinitive(clause))) {
    const doers = grammar.isPassive(clause) ? [] : others(grammar.subjects(clause))
    if (doers.length > 0 || asks) return doers
    const below = grammar.objects(clause).flatMap((token) => grammar.conjuncts(token))
    const found = recipientsOf(scene, words, what, clause, below, nextClause(scene, clause), actors).filter(
      // "To wait in Peru": where it is, nobody it is done to.
      (token) => grammar.caseOf(token) !== 'in',
    )
    // "Offered to send observers": who is sent is moved, no side.
    return SENDS.has(scene.doc.tokens.lemma[clause]!)
      ? found.filter((token) => !below.includes(token) || scene.fillers.partyNamed(token).length > 0)
      : found
  }
  return []
}

/** Behind which words of a verb somebody stands whom it is done to; of other roots behind any of {@link SIDES}. */
const REACH: Readonly<Record<string, readonly string[]>> = {
  ACCUSE: ['against', 'at', 'on', 'upon', 'toward', 'towards'],
  AGREE: ['with', 'to', 'toward', 'towards', 'for', 'from', 'against', 'on', 'between'],
  SUPPORT: ['with', 'to', 'toward', 'towards'],
  REJECT: ['with', 'to', 'against', 'from'],
  REQUEST: ['on', 'upon', 'to', 'with', 'from', 'of'],
  THREATEN: ['against', 'to', 'at', 'with', 'toward', 'towards'],
}

/** Whose or by whom a thing is; of a killing that is condemned only by whom. */
function ofOrBy(scene: Scene, words: ActWords, { plover }: ActType, token: number): number[] {
  const isHarm = plover === 'ACCUSE' && nounOf(scene, words, token)?.word.plover === 'ASSAULT'
  return (isHarm ? ['by'] : ['of', 'by']).flatMap((word) => scene.grammar.obliques(token, word))
}

const SENDS: ReadonlySet<string> = new Set(
  'send deploy dispatch bring withdraw pull release free return swap exchange settle resettle take'.split(
    ' ',
  ),
)

/** "withdrew Peru from the pact": who is taken out is moved, nothing is done to him. */
const TAKES_OUT: ReadonlySet<string> = new Set(['withdraw', 'pull', 'remove', 'take', 'recall', 'extract'])
const isTakenOut = ({ doc, grammar, fillers }: Scene, verb: number, token: number): boolean =>
  TAKES_OUT.has(doc.tokens.lemma[verb]!) &&
  token > verb &&
  grammar.caseOf(token) === '' &&
  ((doc.tokens.lemma[verb] === 'withdraw' && fillers.nameAt(token)?.type === 'government') ||
    [verb, token].some((one) =>
      ['from', 'out of', 'of', 'out'].some((word) => grammar.obliques(one, word).length > 0),
    ))

/** Roots that judge a thing: its owner may be meant, whom else it names is not. */
const JUDGES: ReadonlySet<string> = new Set(['ACCUSE', 'SUPPORT', 'REJECT'])

/** "With or without Peru". */
const isWithout = ({ doc, grammar }: Scene, token: number): boolean =>
  grammar.dependents(token, 'case').some((mark) => doc.tokens.lower[mark] === 'without') ||
  (doc.tokens.lower[token - 1] === 'without' && doc.tokens.lower[token - 2] === 'or')

/** "its", "their": whose something is, mostly the doer's own. */
const isOwner = (scene: Scene, token: number): boolean => scene.doc.tokens.dep[token] === 'nmod:poss'

const DIRECT: ReadonlySet<string> = new Set(['consult: meet', 'consult: visit', 'consult: call'])

/** An object that names an act or wraps one is nobody: "the state of siege". */
const isThing = (scene: Scene, words: ActWords, token: number): boolean => {
  const lemma = scene.doc.tokens.lemma[token]!
  return !scene.fillers.nameAt(token) && (words.nouns.has(lemma) || WRAPPERS.has(lemma))
}

const UNDER: ReadonlySet<string> = new Set([...SIDES, 'of'])

/** Nominals behind a preposition anywhere in the clause, first in the text first; other clauses are left out. */
export function under(scene: Scene, token: number, depth = 0): number[] {
  if (depth > 5) return []
  const { grammar, doc } = scene
  return grammar.children(token).flatMap((child) => {
    const relation = doc.tokens.dep[child]!
    const purpose = /^(acl|advcl)$/.test(relation) && grammar.isInfinitive(child)
    if (!purpose && !/^(obj|obl|nmod)/.test(relation)) return []
    const here = /^(obl|nmod)/.test(relation) && UNDER.has(grammar.caseOf(child))
    const inside = under(scene, child, depth + 1)
    const owners = grammar.dependents(child, 'nmod:poss').filter((one) => named(scene, one))
    return here ? [child, ...owners, ...inside] : inside
  })
}

const nextClause = (scene: Scene, clause: number): number => {
  const next = clauseOf(scene, clause)
  return next > clause ? next : -1
}

export const named = (scene: Scene, token: number): boolean => scene.fillers.partyNamed(token).length > 0
