// In: a scene and a token. Out: whether it can act or be acted on, and who it is.

import { UPOS } from '../../language/doc.ts'
import type { Ref } from '../../model/index.ts'
import { actsFor, isOfThePast } from '../sentence/parties.ts'
import { unique } from '../sentence/refs.ts'
import type { Scene } from '../sentence/scene.ts'
import { actWords, entryOf } from './act-words.ts'

const PROPN = UPOS.indexOf('PROPN')
const THINGS: ReadonlySet<string> = new Set(['good', 'product', 'law', 'event'])

/** Whether a nominal is somebody: a party, a noun for people or bodies, an unknown proper name; a town is done to only. */
export function canAct(scene: Scene, token: number): boolean {
  const name = scene.fillers.nameAt(token)
  // "Ann Lee / Photo": a credit
  if (name?.canonical.includes('/')) return false
  const kind = entryOf(actWords(scene.lexicon).actors, scene.doc.tokens.lemma[token]!)
  if (kind === 'actor') return true
  if (name) return !THINGS.has(name.type)
  if (scene.fillers.timeAt(token)) return false
  if (scene.rows('agreement-nouns').has(scene.doc.tokens.lemma[token]!)) return false
  if (kind === 'of') return scene.grammar.obliques(token, 'of').some((one) => canAct(scene, one))
  return scene.fillers.partyNamed(token).length > 0 || isUnknownName(scene, token)
}

/** A word in capitals, longer than most letters that stand for a name: "WATCHED", "UPDATED". */
const SHOUTED = /^\p{Lu}{6,}$/u

/** A proper noun that no list knows; in a heading, where every word is written as one, none is. */
function isUnknownName(scene: Scene, token: number): boolean {
  const { tokens, sents } = scene.doc
  if (tokens.pos[token] !== PROPN || SHOUTED.test(tokens.form[token]!)) return false
  if (tokens.form[token] === tokens.lower[token]) return false
  if (actWords(scene.lexicon).nouns.has(tokens.lower[token]!)) return false
  const sentence = sents[tokens.sent[token]!]!
  let written = 0
  let small = 0
  for (let at = sentence.first; at < sentence.last; at++) {
    const form = tokens.form[at]!
    if (form.length < 4) continue
    written++
    if (form === tokens.lower[at]) small++
  }
  return small * 4 > written
}

/** The nominal and what is joined to it by "and", those that are somebody. */
export const somebodyAt = (scene: Scene, token: number): number[] =>
  scene.grammar.conjuncts(token).filter((one) => canAct(scene, one))

/** As {@link somebodyAt} for who acts: no town, but also what a party has ("Peruvian shelling"). */
export const actorsAt = (scene: Scene, token: number): number[] =>
  scene.grammar.conjuncts(token).filter((one) => {
    if (IMPERSONAL.has(scene.doc.tokens.lemma[one]!)) return false
    const isActor = entryOf(actWords(scene.lexicon).actors, scene.doc.tokens.lemma[one]!) === 'actor'
    if (!isActor && scene.fillers.nameAt(one)?.type === 'place')
      return scene.fillers.partyNamed(one).length > 0
    return canAct(scene, one) || sidesOf(scene, one, 0).length > 0
  })

/** What a state has and nobody acts by: "the Peruvian economy", "the Chilean market". */
const IMPERSONAL: ReadonlySet<string> = new Set(
  'economy market currency dollar peso euro yen pound stock share bond index price growth trade demand'.split(
    ' ',
  ),
)

/**
 * Who a nominal is: the party it names; where it names none, its own words ("armed gunmen") stand for it, with an id
 * that holds for this wording only.
 */
export function refsAt(scene: Scene, tokens: readonly number[]): Ref[] {
  return unique(
    tokens.flatMap((token) => {
      const parties = sidesOf(scene, token, 0)
      if (parties.length > 0) return parties
      const place = scene.fillers.place(token)
      if (place) return [place]
      return [unnamedAt(scene, token)]
    }),
  )
}

/** Somebody by the words alone. */
export function unnamedAt(scene: Scene, token: number): Ref {
  const words = wordsOf(scene, token)
  const kind = isUnknownName(scene, token) ? 'name' : 'phrase'
  return { id: `${kind}:${words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`, name: words }
}

/** The parties of a nominal, also through nouns before it ("Peruvian navy ships") and where it is. */
function sidesOf(scene: Scene, token: number, depth: number): Ref[] {
  const own = scene.fillers.parties(token)
  if (own.length > 0 || depth > 1 || scene.fillers.isPartOfBody(token)) return own
  if (isOfThePast(scene.grammar, token)) return []
  const before = scene.grammar
    .dependents(token, 'compound', 'nmod:poss', 'flat')
    .flatMap((one) => sidesOf(scene, one, depth + 1))
    .filter((ref) => actsFor(scene.lexicon, scene.doc.tokens.lemma[token]!, ref))
  // "a court in Peru", "authorities in Peru"
  return before.length > 0
    ? before
    : ['in', 'of', 'from'].flatMap((word) =>
        scene.grammar
          .obliques(token, word)
          .flatMap((one) => scene.fillers.partyNamed(one))
          // "Supporters of Berg" are not Berg, "members of the council" not the council, "parties in Peru" not Peru.
          .filter(
            (ref) =>
              scene.doc.tokens.lemma[token] !== 'party' &&
              !ref.id.startsWith('person:') &&
              actsFor(scene.lexicon, scene.doc.tokens.lemma[token]!, ref),
          ),
      )
}

/** Nouns that only say that there are several: "a group of lenders" is lenders. */
const SEVERAL: ReadonlySet<string> = new Set('group number handful team majority bloc'.split(' '))

/** The head with the adjectives and nouns before it; of "a group of lenders" the lenders. */
function wordsOf(scene: Scene, token: number): string {
  if (SEVERAL.has(scene.doc.tokens.lemma[token]!)) {
    const [of] = scene.grammar
      .obliques(token, 'of')
      .filter((one) => scene.doc.tokens.lower[one]!.endsWith('s'))
    if (of !== undefined) return wordsOf(scene, of)
  }
  const parts = scene.grammar
    .dependents(token, 'compound', 'amod', 'flat', 'nmod:desc')
    // "On 25 September Berg said": the day is no part of him.
    .filter((one) => !scene.fillers.timeAt(one))
  let first = Math.min(token, ...parts)
  // "the Norwegian-led coalition"
  const { tag } = scene.doc.tokens
  while (first > 1 && tag[first - 1] === 'HYPH') first -= 2
  const last = Math.max(token, ...parts.filter((one) => scene.doc.tokens.dep[one] === 'flat'))
  return scene.fillers.phraseOf(first, last, token).text
}

/** Roots that move or free something: what is moved is nobody it is done to. */
const MOVES: ReadonlySet<string> = new Set(['AID', 'SANCTION', 'MOBILIZE', 'YIELD'])
/** What people travel in acts by them, but nothing is done to it. */
const CRAFT: ReadonlySet<string> = new Set(
  'ship vessel boat tanker warship gunboat fleet convoy jet warplane helicopter drone'.split(' '),
)
const WHERE: ReadonlySet<string> = new Set(['in', 'at', 'of', 'near', 'from', 'into'])

/** Whether it is done to somebody: not to a town, an unknown name that says where, or to what is moved ("withdrew fighters"). */
export function isDoneTo(
  scene: Scene,
  act: { plover: string; objects: readonly number[] },
  token: number,
): boolean {
  if (sidesOf(scene, token, 0).length > 0) {
    const own = scene.fillers.parties(token).length > 0
    return own || !act.objects.includes(token) || !MOVES.has(act.plover)
  }
  if (scene.fillers.nameAt(token) || scene.fillers.place(token)) return false
  if (isUnknownName(scene, token)) return !WHERE.has(scene.grammar.caseOf(token))
  if (CRAFT.has(scene.doc.tokens.lemma[token]!)) return false
  return !MOVES.has(act.plover) || !act.objects.includes(token)
}

/** Whether a party has a name, known or not, rather than words alone. */
export const isNamed = (ref: Ref): boolean => !ref.id.startsWith('phrase:')

/** "Norwegian farmers", "Lee's allies", "opponents of the government": people told of by whom they belong to. */
export const isOfNamed = (scene: Scene, token: number): boolean =>
  scene.grammar
    .dependents(token, 'compound', 'amod', 'nmod:poss')
    .concat(scene.grammar.obliques(token, 'of'))
    .some((one) => scene.fillers.parties(one).length > 0)
