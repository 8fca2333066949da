// In: treebank sentences. Out: what is to be told apart in them: tags, relations, and how often words occur.
import { type Vocabulary, type WordColumns, wordColumns } from '#parley/language/reader/vocabulary.ts'
import type { Tree } from './treebank.ts'

/** Classes of the tagger: Penn and universal tag as one. */
export function tagClasses(trees: readonly Tree[]): string[] {
  const counts = new Map<string, number>()
  for (const tree of trees) {
    for (let i = 0; i < tree.form.length; i++) {
      const tag = `${tree.xpos[i]}|${tree.upos[i]}`
      counts.set(tag, (counts.get(tag) ?? 0) + 1)
    }
  }
  return [...counts]
    .filter(([, count]) => count >= 3)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([tag]) => tag)
}

/** Relations of the treebanks, by falling count. */
export function labelsOf(trees: readonly Tree[]): string[] {
  const counts = new Map<string, number>()
  for (const tree of trees) for (const dep of tree.dep) counts.set(dep, (counts.get(dep) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([dep]) => dep)
}

/** Counts of the treebanks by word number. */
export function wordCounts(trees: readonly Tree[], vocabulary: Vocabulary): Int32Array {
  const counts = new Int32Array(vocabulary.known + 1)
  for (const tree of trees) {
    const { word } = wordColumns(vocabulary, tree.form, tree.lower)
    for (const id of word) counts[id] = counts[id]! + 1
  }
  return counts
}

/** The columns with some words made unknown, rare ones oftener, so that the rest learns to do without them. */
export function dropWords(columns: WordColumns, counts: Int32Array, random: () => number): WordColumns {
  const word = columns.word.map((id) => (id && random() < 0.4 / (0.4 + counts[id]!) ? 0 : id))
  return { ...columns, word }
}
