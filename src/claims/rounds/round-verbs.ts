// In: a scene and a word that tells of a meeting. Out: the verb that is said of it, and its form in the word lists.
import type { Scene } from '../sentence/scene.ts'

/** The verb that is said of the meeting as its subject in the passive, or as its object: "was postponed", "put off the round". */
export function doneTo({ doc, grammar }: Scene, trigger: number): number {
  const { head, dep } = doc.tokens
  const over = head[trigger]!
  // A noun behind a particle is parsed as a clause now and then.
  const isDone =
    /^(?:obj|nsubj:pass)/.test(dep[trigger]!) ||
    (dep[trigger] === 'nsubj' && doc.tokens.lemma[over] === 'slip') ||
    (dep[trigger] === 'xcomp' && !grammar.isVerb(trigger))
  if (over < 0 || !isDone || !grammar.isVerb(over)) return -1
  // "Was not cancelled but postponed".
  const instead = grammar.conjuncts(over).find((verb) => verb > over && doc.tokens.lower[verb - 1] === 'but')
  return instead !== undefined && grammar.isVerb(instead) ? instead : over
}

/** Verbs of which talks are the likely subject, whatever stands between: "talks on the dam, which resumed on Monday". */
const OF_TALKS: ReadonlySet<string> = new Set(
  'resume begin conclude end restart adjourn reconvene last'.split(' '),
)

/** "The talks on the dam, which resumed on 3 May": the verb of a clause that a parser hangs elsewhere; −1 where none is. */
export function verbOfWhich({ doc, grammar }: Scene, noun: number): number {
  const { lower, form, lemma, tag, sent } = doc.tokens
  for (let at = noun + 1; at < noun + 12 && sent[at] === sent[noun]; at++) {
    if (form[at] === ',' && lower[at + 1] === 'which')
      return (OF_TALKS.has(lemma[at + 2] ?? '') || lower[at + 3] === 'place') &&
        /^VB[DPZ]$/.test(tag[at + 2]!)
        ? at + 2
        : -1
    if (grammar.isVerb(at) || /^[,;:.]$/.test(form[at]!)) return -1
  }
  return -1
}

/** "break off": a verb with its particle. */
export const phrasal = ({ doc, grammar }: Scene, verb: number): string =>
  [verb, ...grammar.dependents(verb, 'compound:prt', 'advmod').slice(0, 1)]
    .map((token) => doc.tokens.lemma[token]!)
    .join(' ')
