// In: a token at one end of a dependency. Out: who or what stands there: a party, a place, else the thing by its words.
import type { Ref } from '../../model/index.ts'
import { unique } from '../sentence/refs.ts'
import type { Scene } from '../sentence/scene.ts'
import { ownersOf } from './portions.ts'

/** Words of a thing told by its words; more are a clause. */
const WORDS = 9

/** The one party there ("Peru", "Peruvian mills", "mills from Peru"), or the place; undefined where it is neither or several. */
export function partyAt(scene: Scene, token: number): Ref | undefined {
  const { fillers, grammar } = scene
  // "From Peru and 19 % from Chile": joined to the name by the parser alone.
  const isShares = grammar.conjuncts(token).some((at) => at !== token && fillers.quantityAt(at))
  const own = isShares ? fillers.partyNamed(token) : fillers.parties(token)
  const found = unique(
    (own.length > 0 ? own : ownersOf(scene, token)).map((ref) => fillers.sideOf(ref) ?? ref),
  )
  return found.length === 0 ? fillers.place(token) : found.length === 1 ? found[0] : undefined
}

/** What stands there by its words: "coal", "the pipeline to Kribi"; undefined for pronouns, times and what says nothing. */
export function thingAt(scene: Scene, token: number): Ref | undefined {
  const { grammar, fillers, doc } = scene
  const { tokens } = doc
  if (!tokens.tag[token]!.startsWith('NN') || !fillers.isMatter(token) || fillers.quantityAt(token))
    return undefined
  const phrase = grammar.phrase(token, 'short')
  // "Vehicles shipped to Peru": which ones, told right behind.
  const [which] = grammar.dependents(token, 'acl')
  let last = which === token + 1 ? grammar.phrase(which, 'clause').last : phrase.last
  let { first } = phrase
  for (let at = token + 1; at <= last; at++)
    if (tokens.lower[at] === 'for' || fillers.quantityAt(at)) last = at - 1
  while (first < token && /^(?:RB|PRP\$)$/.test(tokens.tag[first]!)) first++
  if (last - first >= WORDS || /^(?:PRP|WP|WDT)/.test(tokens.tag[first]!)) return undefined
  return worded(fillers.phraseOf(first, last, token).text, fillers.nameAt(first) !== undefined)
}

/** A thing or group without a name, by its words. */
function worded(text: string, isName: boolean): Ref {
  const name = isName ? text : text.replace(/^\p{Lu}(?=\p{Ll}*\b)/u, (letter) => letter.toLowerCase())
  return { id: `phrase:${name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`, name }
}

/** Who takes, sells or has something: parties, the state whose mills they are, else a group by its words ("the hospital"). */
export function hangersAt(scene: Scene, tokens: readonly number[]): Ref[] {
  const { fillers } = scene
  const parties = tokens.flatMap((token) => fillers.parties(token))
  const named = parties.length > 0 ? parties : tokens.flatMap((token) => ownersOf(scene, token))
  const found = named.length > 0 ? named : tokens.flatMap((token) => fillers.groups(token))
  if (found.length > 0) return unique(found.map((ref) => fillers.sideOf(ref) ?? ref))
  return unique(tokens.flatMap((token) => thingAt(scene, token) ?? []))
}
