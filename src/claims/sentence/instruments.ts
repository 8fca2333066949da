// In: a noun for an order or a law. Out: who gives it, and so does what it says.
import type { Doc } from '../../language/doc.ts'

interface Steps {
  isPassive(verb: number): boolean
  subjects(verb: number): number[]
}

/** What an authority puts its will into. */
export const INSTRUMENTS: ReadonlySet<string> = new Set(
  'bill circular decree decision directive document edict instruction law legislation measure memo memorandum notice order ordinance proclamation regulation resolution paper rule statute'.split(
    ' ',
  ),
)
/** What makes it hold. */
export const SIGNING: ReadonlySet<string> = new Set(
  'adopt approve enact give impose issue pass publish sign'.split(' '),
)

/** "Signed an order that sets a duty": of an order who signed it; of all else itself. */
export function signersOf({ doc, grammar }: { doc: Doc; grammar: Steps }, token: number): number[] {
  const { dep, head, lemma } = doc.tokens
  const verb = INSTRUMENTS.has(lemma[token]!) && dep[token] === 'obj' ? head[token]! : -1
  return verb >= 0 && SIGNING.has(lemma[verb]!) && !grammar.isPassive(verb) ? grammar.subjects(verb) : [token]
}
