// In: a noun in a scene. Out: the act that it names, by itself, by its modifier or behind a wrapper ("a series of attacks").
import { UPOS } from '../../language/doc.ts'
import type { Scene } from '../sentence/scene.ts'
import { type ActType, type ActWords, entryOf, type NounWord } from './act-words.ts'
import { canAct } from './actors.ts'
import { isMatter } from './matters.ts'

const NOUN = UPOS.indexOf('NOUN')
/** Nouns that stand before what they count or wrap: "a series of attacks", "a round of talks". */
export const WRAPPERS: ReadonlySet<string> = new Set([
  'series',
  'round',
  'wave',
  'number',
  'kind',
  'set',
  'spate',
  'string',
  'campaign',
  'act',
  'state',
  'part',
  'lot',
  'some',
  'end',
  'package',
  'form',
  'declaration',
])
interface FoundNoun {
  readonly token: number
  readonly word: NounWord
}

/** The act noun at a token, with its modifier first ("hunger strike"), behind wrappers ("a series of attacks"). */
export function nounOf(scene: Scene, words: ActWords, token: number, depth = 0): FoundNoun | undefined {
  const { tokens } = scene.doc
  const lemma = tokens.lemma[token]!
  const before = scene.grammar.dependents(token, 'compound', 'amod')
  for (const one of before) {
    const word = entryOf(words.nouns, `${tokens.lemma[one]!} ${lemma}`)
    if (word) return { token, word }
  }
  if (depth < 3 && WRAPPERS.has(lemma))
    for (const one of scene.grammar.obliques(token, 'of')) {
      const found = nounOf(scene, words, one, depth + 1)
      if (found) return found
    }
  const word = entryOf(words.nouns, lemma)
  if (word) return { token, word }
  // "aid deliveries", "sanctions regime": the first noun names it; not so of "an opposition paper".
  if (canAct(scene, token)) return undefined
  for (const one of before) {
    const named = tokens.pos[one] === NOUN ? words.nouns.get(tokens.lemma[one]!) : undefined
    if (named) return { token: one, word: named }
  }
  return undefined
}

/** What carrying a noun says: what the noun names, or the reverse of what it stops. */
export function carriedBy(scene: Scene, words: ActWords, { token, word }: FoundNoun): ActType | undefined {
  if (word.does !== 'stops')
    return word.plover === '' ? undefined : isInWords(scene, token, word) ? CRITICISED : word
  for (const word of ['of', 'to', 'in'])
    for (const one of scene.grammar.obliques(token, word)) {
      const inner = nounOf(scene, words, one)
      const what = inner && stopped(inner.word)
      if (what) return what
    }
  return undefined
}

const CRITICISED: ActType = { type: 'accuse: criticise', plover: 'ACCUSE' }

/** "Another assault on Holm's record", "his attacks on Berg's plan": done in words. */
function isInWords(scene: Scene, token: number, { plover }: NounWord): boolean {
  if (plover !== 'ASSAULT') return false
  const on = ['on', 'against'].flatMap((word) => scene.grammar.obliques(token, word))
  return isMatter(scene, on)
}

/** To stop what is hostile is to yield, to stop what is friendly reduces relations. */
export const stopped = (word: NounWord): ActType | undefined =>
  word.sense === 'hostile'
    ? { type: 'yield: ease', plover: 'YIELD' }
    : word.sense === 'friendly'
      ? { type: 'sanction', plover: 'SANCTION' }
      : undefined
