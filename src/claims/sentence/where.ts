// In: the tokens of a report. Out: where words of a set stand in it, so that a finder goes to the few it asks for.
import type { Doc } from '../../language/doc.ts'

/** A set of words, or a table by word. */
interface Words {
  readonly size: number
  has(word: string): boolean
  keys(): Iterable<string>
}

/** Tokens whose lemma, or word in small letters, is one of these, in order of the text. */
export type Where = (column: 'lemma' | 'lower', words: Words) => number[]

/** Every word is looked up once: a report has a third as many words as tokens, and most sets have fewer. */
export function whereIn({ tokens }: Doc): Where {
  const indexes: { lemma?: ReadonlyMap<string, number[]>; lower?: ReadonlyMap<string, number[]> } = {}
  return (column, words) => {
    const index = (indexes[column] ??= indexOf(tokens[column]))
    const found: number[] = []
    if (words.size < index.size)
      for (const word of words.keys()) for (const at of index.get(word) ?? []) found.push(at)
    else for (const [word, places] of index) if (words.has(word)) found.push(...places)
    return found.sort((a, b) => a - b)
  }
}

function indexOf(words: readonly string[]): ReadonlyMap<string, number[]> {
  const index = new Map<string, number[]>()
  words.forEach((word, at) => {
    const places = index.get(word)
    if (places) places.push(at)
    else index.set(word, [at])
  })
  return index
}
