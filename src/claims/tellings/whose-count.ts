// In: a scene, a number. Out: whose count it is by words beside it: "by the union's count", "on the reckoning of the bank".
import { range } from '../sentence/nearby.ts'
import type { Scene } from '../sentence/scene.ts'

/** Nouns that only say that there is a number. */
export const NUMBERS: ReadonlySet<string> = new Set(
  'figure number total sum count tally toll amount estimate calculation reckoning assessment forecast projection arithmetic bill share proportion percentage'.split(
    ' ',
  ),
)
/** Tokens around a number within which words say by whose count it is. */
const COUNT_REACH = 14

/** "By the union's count", "by the reckoning of the bank": whose number it is by words beside it, in its sentence. */
export function whoseCount({ doc, fillers }: Scene, first: number): string | undefined {
  const { lemma, lower, sent, tag } = doc.tokens
  const { first: from, last } = doc.sents[sent[first]!]!
  for (let by = Math.max(from, first - COUNT_REACH); by < Math.min(last, first + COUNT_REACH); by++) {
    if (!/^(?:by|on)$/.test(lower[by]!)) continue
    const [left, right] = [Math.min(by, first), Math.max(by, first)]
    if (range(left, right).some((at) => /^[;:]$/.test(lower[at]!))) continue
    const noun = range(by + 1, Math.min(last, by + 7)).find((at) => NUMBERS.has(lemma[at]!))
    if (noun === undefined || range(by, noun).some((at) => /^[,;:]$/.test(lower[at]!))) continue
    const owner = range(by + 1, noun).find((at) => tag[at] === 'POS')
    if (owner !== undefined)
      return fillers.nameAt(owner - 1)?.canonical ?? fillers.phraseOf(by + 1, owner - 1, owner - 1).text
    if (lower[noun + 1] !== 'of') continue
    const name = range(noun + 2, Math.min(last, noun + 8))
      .map((at) => fillers.nameAt(at))
      .findLast((one) => one !== undefined)
    if (name) return name.canonical
  }
  return undefined
}
