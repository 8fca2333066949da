// In: treebank sentences. Out: a trained tagger, and tags for the same sentences by taggers that did not see them.
import {
  makeTagger,
  TAG_FEATURES,
  type Tagger,
  type TaggerShape,
  tagFeatures,
  taggerRows,
  taggerSpace,
  tagSentence,
} from '#parley/language/tagger.ts'
import { type Vocabulary, type WordColumns, wordColumns } from '#parley/language/vocabulary.ts'
import { backward, forward, type Learner, makeLearner, quantize, softmaxSlope } from './perceptron.ts'
import { makeRandom, shuffle } from './random.ts'
import type { Tree } from './treebank.ts'

export interface TaggerPlan {
  readonly shape: TaggerShape
  readonly hidden: number
  readonly epochs: number
  readonly rate: number
  readonly dropout: number
  readonly seed: number
}

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

/** Trains one tagger on `trees`. */
export function trainTagger(
  trees: readonly Tree[],
  tags: readonly string[],
  vocabulary: Vocabulary,
  plan: TaggerPlan,
  log: (line: string) => void,
): Tagger {
  const random = makeRandom(plan.seed)
  const index = new Map(tags.map((tag, i) => [tag, i]))
  const net = makeLearner(taggerRows(plan.shape), plan.hidden, tags.length, plan.seed)
  const counts = wordCounts(trees, vocabulary)
  const examples = trees.map((tree) => ({
    columns: wordColumns(vocabulary, tree.form, tree.lower),
    gold: tree.form.map((_, i) => index.get(`${tree.xpos[i]}|${tree.upos[i]}`) ?? -1),
  }))
  const features = new Int32Array(TAG_FEATURES)
  for (let epoch = 0; epoch < plan.epochs; epoch++) {
    shuffle(examples, random)
    let right = 0
    let all = 0
    for (let e = 0; e < examples.length; e++) {
      const rate = plan.rate * Math.max(0.02, 1 - (epoch + e / examples.length) / plan.epochs)
      const { columns, gold } = examples[e]!
      const seen = dropWords(columns, counts, random)
      const before = new Int32Array(gold.length)
      for (let i = 0; i < gold.length; i++) {
        const want = gold[i]!
        if (want < 0) continue
        const n = tagFeatures(plan.shape, seen, before, 0, gold.length, i, features)
        forward(net, features, n, plan.dropout)
        let top = 0
        for (let o = 1; o < net.outputs; o++) if (net.scores[o]! > net.scores[top]!) top = o
        if (top === want) right++
        all++
        classSlope(net, want)
        backward(net, features, n, rate)
        before[i] = (random() < 0.5 ? top : want) + 1
      }
    }
    log(`tagger epoch ${epoch + 1}: ${((100 * right) / all).toFixed(2)} % of tags right in training`)
  }
  const tagger = makeTagger(quantize(net), {
    rows: net.rows,
    hidden: net.hidden,
    outputs: net.outputs,
    shape: plan.shape,
    tags,
  })
  return tagger
}

function classSlope(net: Learner, want: number): void {
  softmaxSlope(net, 0, net.outputs, want)
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

/** The classes + 1 that `tagger` gives to a sentence. */
export function tagTree(tagger: Tagger, columns: WordColumns, space = taggerSpace(tagger)): Int32Array {
  const classes = new Int32Array(columns.word.length)
  tagSentence(tagger, columns, classes, 0, classes.length, space.features, space.act)
  return classes
}

/** Tags of each tree by a tagger trained on the other folds. */
export function jackknife(
  trees: readonly Tree[],
  tags: readonly string[],
  vocabulary: Vocabulary,
  plan: TaggerPlan,
  folds: number,
  log: (line: string) => void,
): Int32Array[] {
  const out = new Array<Int32Array>(trees.length)
  for (let fold = 0; fold < folds; fold++) {
    const rest = trees.filter((_, i) => Math.floor(i / 50) % folds !== fold)
    const tagger = trainTagger(rest, tags, vocabulary, plan, () => {})
    const space = taggerSpace(tagger)
    for (let i = 0; i < trees.length; i++) {
      if (Math.floor(i / 50) % folds !== fold) continue
      out[i] = tagTree(tagger, wordColumns(vocabulary, trees[i]!.form, trees[i]!.lower), space)
    }
    log(`jackknife fold ${fold + 1} of ${folds}`)
  }
  return out
}
