// In: a scene and a word that tells of a meeting. Out: the verb that is said of it, and its form in the word lists.
import type { Scene } from './scene.ts'

/** The verb that is said of the meeting as its subject in the passive, or as its object: "was postponed", "put off the round". */
export function doneTo({ doc, grammar }: Scene, trigger: number): number {
  const { head, dep } = doc.tokens
  const over = head[trigger]!
  // A noun behind a particle is parsed as a clause now and then.
  const isDone =
    /^(?:obj|nsubj:pass)/.test(dep[trigger]!) || (dep[trigger] === 'xcomp' && !grammar.isVerb(trigger))
  return over >= 0 && isDone && grammar.isVerb(over) ? over : -1
}

/** "break off": a verb with its particle. */
export const phrasal = ({ doc, grammar }: Scene, verb: number): string =>
  [verb, ...grammar.dependents(verb, 'compound:prt', 'advmod').slice(0, 1)]
    .map((token) => doc.tokens.lemma[token]!)
    .join(' ')
