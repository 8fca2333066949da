// In: a tagger and a parser with treebank sentences. Out: the share of right tags, heads, and heads with relations.
import { UPOS } from '#parley/language/doc.ts'
import { type Parser, parserSpace, parseSentence } from '#parley/language/parser.ts'
import { type Tagger, taggerSpace } from '#parley/language/tagger.ts'
import { FIRST } from '#parley/language/transitions.ts'
import { type Vocabulary, wordColumns } from '#parley/language/vocabulary.ts'
import { tagTree } from './tagger.ts'
import type { Tree } from './treebank.ts'

/** Percent of all words, punctuation counted. */
export interface Score {
  readonly words: number
  readonly upos: number
  readonly xpos: number
  readonly uas: number
  readonly las: number
}

/** Scores on gold words with predicted tags. */
export function score(trees: readonly Tree[], tagger: Tagger, parser: Parser, vocabulary: Vocabulary): Score {
  const tagging = taggerSpace(tagger)
  const space = parserSpace(parser)
  let words = 0
  let upos = 0
  let xpos = 0
  let uas = 0
  let las = 0
  for (const tree of trees) {
    const columns = wordColumns(vocabulary, tree.form, tree.lower)
    const classes = tagTree(tagger, columns, tagging)
    parseSentence(parser, columns, classes, 0, tree.form.length, space)
    for (let i = 0; i < tree.form.length; i++) {
      const c = classes[i]! - 1
      words++
      if (UPOS[tagger.upos[c]!] === tree.upos[i]) upos++
      if (tagger.penn[c] === tree.xpos[i]) xpos++
      if (space.state.head[i + FIRST]! - 1 !== tree.head[i]) continue
      uas++
      if (parser.labels[space.state.label[i + FIRST]! - 1] === tree.dep[i]) las++
    }
  }
  const share = (count: number): number => Math.round((10000 * count) / words) / 100
  return { words, upos: share(upos), xpos: share(xpos), uas: share(uas), las: share(las) }
}
