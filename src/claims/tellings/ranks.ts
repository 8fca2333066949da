// In: a scene. Out: who is the how-manieth of what: "the second largest supplier of wheat".
import type { Telling } from '../../model/index.ts'
import type { Scene } from '../sentence/scene.ts'
import { clauseOf, isNoun, keysOf, tellingOf } from './clause-words.ts'

const MOST = /^(?:largest|biggest|top|leading|main|smallest|richest|poorest)$/
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ')

/** Places in a row, 1 the first. "One of the largest" has none. */
export function findRanks(scene: Scene): Telling[] {
  const { doc } = scene
  const { lower, head } = doc.tokens
  return lower.flatMap((word, at): Telling[] => {
    if (!MOST.test(word)) return []
    const before = lower[at - 1] === '-' ? at - 2 : at - 1
    const ordinal = ORDINALS.indexOf(lower[before]!)
    const first = ordinal >= 0 ? before : at
    if (
      /^(?:of|among|many|several)$/.test(lower[first - 2] ?? '') ||
      /^(?:two|three|four|five|ten|world)$/.test(lower[at + 1] ?? '')
    )
      return []
    const noun = head[at]!
    if (noun <= at || noun - at > 3 || !isNoun(scene, noun) || /S$/.test(doc.tokens.tag[noun]!)) return []
    const clause = clauseOf(scene, noun)
    const told = tellingOf(scene, noun, clause, [noun], { first, last: at + 1 })
    if (!told) return []
    return [
      {
        ...told,
        counted: told.counted.filter((key) => !ORDINALS.includes(key) && key !== doc.tokens.lemma[at]),
        slot: 'rank',
        holders: keysOf(scene, scene.grammar.dependents(clause, 'nsubj')),
        value: { value: ordinal < 0 ? 1 : ordinal + 1, unit: 'rank', bound: '=' },
        label: scene.fillers.phraseOf(first, noun, noun).text,
      },
    ]
  })
}
