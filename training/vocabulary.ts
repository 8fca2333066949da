// In: treebank sentences and the word clusters. Out: the table of words that tagger and parser share.
import { readFileSync } from 'node:fs'
import { foldNumber } from '#parley/language/reader/vocabulary.ts'
import type { Tree } from './treebank.ts'

/** Words seen this often in the treebanks get a number of their own. */
const SEEN = 2

/** The text of `words.tsv`: see `decodeVocabulary`. Words by falling count, then by spelling. */
export function buildVocabulary(trees: readonly Tree[], clustersPath: string): string {
  const clusters = new Map<string, number>()
  for (const line of readFileSync(clustersPath, 'utf8').split('\n')) {
    const [word, cluster] = line.split('\t')
    if (word && cluster !== undefined) clusters.set(word, Number(cluster) + 1)
  }
  const counts = new Map<string, number>()
  for (const tree of trees) {
    for (const lower of tree.lower) {
      const word = /^\d/.test(lower) ? foldNumber(lower) : lower
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  const known = [...counts]
    .filter(([, count]) => count >= SEEN)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([word]) => word)
  const seen = new Set(known)
  const rest = [...clusters.keys()].filter((word) => !seen.has(word))
  const lines = [...known, ...rest].map(
    (word) => `${word}\t${clusters.get(word) ?? clusters.get(foldNumber(word)) ?? 0}`,
  )
  return `${known.length}\n${lines.join('\n')}\n`
}
