// In: a reader with treebank sentences. Out: the share of right tags, heads, and heads with relations.
import { UPOS } from '#parley/language/doc.ts'
import { parserSpace, parseSentence } from '#parley/language/reader/parser.ts'
import type { Reader } from '#parley/language/reader/reader.ts'
import { tagSentence } from '#parley/language/reader/tagger.ts'
import { FIRST } from '#parley/language/reader/transitions.ts'
import { type Vocabulary, wordColumns } from '#parley/language/reader/vocabulary.ts'
import type { Tree } from './treebank.ts'

/** Percent of all words, punctuation counted; `recall` by relation, head and relation right. */
export interface Score {
  readonly words: number
  readonly upos: number
  readonly xpos: number
  readonly uas: number
  readonly las: number
  readonly recall: Readonly<Record<string, number>>
}

/** Scores on gold words with predicted tags. */
export function scoreReader(trees: readonly Tree[], reader: Reader, vocabulary: Vocabulary): Score {
  const space = parserSpace()
  const count = { words: 0, upos: 0, xpos: 0, uas: 0, las: 0 }
  const relations = new Map<string, { all: number; right: number }>()
  for (const tree of trees) {
    const n = tree.form.length
    const columns = wordColumns(vocabulary, tree.form, tree.lower)
    const classes = new Int32Array(n)
    const vectors = new Float32Array(n * 2 * reader.encoder.shape.hidden)
    tagSentence(reader, columns, classes, vectors, 0, n)
    parseSentence(reader, columns, classes, 0, n, space)
    for (let i = 0; i < n; i++) {
      const c = classes[i]! - 1
      const relation = relations.get(tree.dep[i]!) ?? { all: 0, right: 0 }
      relations.set(tree.dep[i]!, relation)
      relation.all++
      count.words++
      if (UPOS[reader.upos[c]!] === tree.upos[i]) count.upos++
      if (reader.penn[c] === tree.xpos[i]) count.xpos++
      if (space.state.head[i + FIRST]! - 1 !== tree.head[i]) continue
      count.uas++
      if (reader.labels[space.state.label[i + FIRST]! - 1] !== tree.dep[i]) continue
      count.las++
      relation.right++
    }
  }
  const share = (part: number, all = count.words): number => Math.round((10000 * part) / all) / 100
  const frequent = [...relations].filter(([, { all }]) => all >= 50).sort((a, b) => b[1].all - a[1].all)
  return {
    words: count.words,
    upos: share(count.upos),
    xpos: share(count.xpos),
    uas: share(count.uas),
    las: share(count.las),
    recall: Object.fromEntries(frequent.map(([dep, { all, right }]) => [dep, share(right, all)])),
  }
}
