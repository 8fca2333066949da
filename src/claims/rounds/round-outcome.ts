// In: a scene and a word that tells of a meeting that is over. Out: what it came to, in the words told.
import type { Phrase } from '../../model/index.ts'
import type { Scene } from '../sentence/scene.ts'

/**
 * What the meeting came to, in the words told: "ended without an agreement", "which produced a framework". A verb of
 * `round-outcomes` whose subject the meeting is; what follows it by the prepositions, or as the object, that it names.
 */
export function outcomeOf(scene: Scene, trigger: number): Phrase | undefined {
  const { grammar, fillers, doc } = scene
  const { tokens } = doc
  // "agreed in Lima to extend the truce"
  if (grammar.isVerb(trigger)) {
    const what = grammar.dependents(trigger, 'xcomp', 'advcl').find((token) => {
      const [mark] = grammar.dependents(token, 'mark')
      return mark !== undefined && tokens.lower[mark] === 'to'
    })
    if (what === undefined || tokens.lemma[trigger] !== 'agree') return undefined
    const [object = what] = grammar.dependents(what, 'obj')
    return fillers.phraseOf(grammar.phrase(what, 'clause').first, grammar.phrase(object, 'short').last, what)
  }
  const over = /^nsubj/.test(tokens.dep[trigger]!) ? [tokens.head[trigger]!] : []
  for (const verb of [...over, ...grammar.relativeVerbs(trigger)]) {
    const row = scene.rows('round-outcomes').get(tokens.lemma[verb]!)
    if (!row || !grammar.isVerb(verb) || scene.epistemics(verb).modality !== 'held') continue
    if (scene.epistemics(verb).polarity === 'denied') continue
    for (const way of row.by!.split(' ')) {
      const [token] = way === 'object' ? grammar.dependents(verb, 'obj') : grammar.obliques(verb, way)
      if (token === undefined || fillers.timeAt(token) || fillers.place(token)) continue
      // "Brought together Lund and Silva", "ended with Silva leading": who was there.
      if (grammar.conjuncts(token).some((one) => isPerson(scene, one))) continue
      // "Brought the sides no nearer": what came of it stands behind them.
      if (way === 'object' && /^(?:side|party|delegation|two|they|it)$/.test(tokens.lemma[token]!)) continue
      const { first, last } = grammar.phrase(token, 'short')
      const [mark] = grammar.dependents(token, 'case', 'mark')
      const from = way === 'object' ? verb : (mark ?? first)
      // "Ended without a guest in the hall", "ended neither in a deal nor in a date": with the word that takes it back.
      const without = tokens.lower
        .slice(verb + 1, from)
        .findIndex((word) => /^(?:without|neither|not|no)$/.test(word))
      return fillers.phraseOf(without < 0 ? from : verb + 1 + without, last, token)
    }
  }
  return undefined
}

const isPerson = ({ grammar, fillers }: Scene, token: number): boolean =>
  [token, ...grammar.dependents(token, 'appos')].some((one) => fillers.nameAt(one)?.type === 'person')
