// In: a scene, a measure and what is done to it. Out: its rate in per cent.
import type { Quantity } from '../../language/doc.ts'
import type { Value } from '../../model/index.ts'
import { toValue } from '../fillers.ts'
import type { Scene } from '../scene.ts'
import type { Doing } from './doings.ts'

/** "Its duties are 10 %": the rate as predicate of the noun. */
export function predicateRate(scene: Scene, noun: number): Value | undefined {
  const { tokens } = scene.doc
  const head = tokens.head[noun]!
  if (head < 0 || !tokens.dep[noun]!.startsWith('nsubj')) return undefined
  if (scene.grammar.dependents(head, 'cop').length === 0) return undefined
  const quantity = scene.fillers.quantityAt(head)
  return quantity?.unit === '%' && !quantity.by ? toValue(quantity) : undefined
}

/** The rate told with a measure or with what is done to it; undefined where none is. */
export function rateOf(scene: Scene, noun: number, doing: Doing | undefined): Value | undefined {
  const { grammar, fillers, doc } = scene
  const nearby = [
    ...grammar.dependents(noun, 'nummod', 'compound', 'amod', 'nmod', 'appos', 'dep'),
    ...grammar.obliques(noun, 'of'),
    ...(doing ? ['to', 'at', 'of'].flatMap((word) => grammar.obliques(doing.token, word)) : []),
    ...(doing
      ? grammar
          .dependents(doing.token, 'obj', 'xcomp', 'obl', 'obl:unmarked', 'nummod')
          .filter((token) => token !== noun)
      : []),
  ]
  for (const token of nearby) {
    const quantity = fillers.quantityAt(token)
    if (quantity?.unit === '%' && !quantity.by) return toValue(quantity)
  }
  const { first, last } = grammar.phrase(noun, 'short')
  for (let at = first; at <= last; at++) {
    const quantity = fillers.quantityAt(at)
    if (quantity?.unit === '%' && !quantity.by) return toValue(quantity)
  }
  const behind = rateBehind(scene, noun)
  if (behind) return toValue(behind)
  // "duties stand at 30 %", "China has imposed 10 %": the rate is the object or predicate itself
  if (doing && doc.parsed[doc.tokens.sent[noun]!] === 0) {
    const sentence = doc.sents[doc.tokens.sent[noun]!]!
    for (const quantity of doc.quantities)
      if (quantity.first >= sentence.first && quantity.last <= sentence.last && quantity.unit === '%')
        return toValue(quantity)
  }
  return undefined
}

/** On the surface: "duties of up to 25 %", however the amount behind it is parsed. */
export function rateBehind({ doc }: Scene, noun: number): Quantity | undefined {
  if (doc.tokens.lower[noun + 1] !== 'of') return undefined
  return doc.quantities.find((one) => one.unit === '%' && one.first >= noun + 2 && one.first <= noun + 5)
}
