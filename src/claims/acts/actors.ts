// In: a scene and a token. Out: whether it can act or be acted on, and who it is.
import { UPOS } from '../../language/doc.ts'
import type { Ref } from '../../model/index.ts'
import { unique } from '../fillers.ts'
import type { Scene } from '../scene.ts'
import { actWords } from './act-words.ts'

const PROPN = UPOS.indexOf('PROPN')
const THINGS: ReadonlySet<string> = new Set(['good', 'product', 'law', 'event'])

/** Whether a nominal is somebody: a party, a noun for people or bodies, an unknown proper name. */
export function canAct(scene: Scene, token: number): boolean {
  const name = scene.fillers.nameAt(token)
  if (name) return !THINGS.has(name.type)
  if (scene.fillers.timeAt(token)) return false
  const kind = actWords(scene.lexicon).actors.get(scene.doc.tokens.lemma[token]!)
  if (kind === 'actor') return true
  if (kind === 'of') return scene.grammar.obliques(token, 'of').some((one) => canAct(scene, one))
  return scene.doc.tokens.pos[token] === PROPN || scene.fillers.parties(token).length > 0
}

/** The nominal and what is joined to it by "and", those that are somebody. */
export const actorsAt = (scene: Scene, token: number): number[] =>
  scene.grammar.conjuncts(token).filter((one) => canAct(scene, one))

/**
 * Who a nominal is: the party it names; where it names none, its own words ("the gunmen") stand for it, with an id that
 * holds within this wording only.
 */
export function refsAt(scene: Scene, tokens: readonly number[]): Ref[] {
  return unique(
    tokens.flatMap((token) => {
      const parties = scene.fillers.parties(token)
      if (parties.length > 0) return parties
      const place = scene.fillers.place(token)
      if (place) return [place]
      const { text } = scene.fillers.phrase(token, 'short')
      const words = text.replace(/^(?:an?|the) /i, '')
      return [{ id: `phrase:${words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')}`, name: words }]
    }),
  )
}

/** Whether a party is known by name rather than by words alone. */
export const isNamed = (ref: Ref): boolean => !ref.id.startsWith('phrase:')
