// In: treebank sentences. Out: a tagger that goes by a word's letters, its neighbours and the tags before.
import {
  TAG_FEATURES,
  type TaggerShape,
  tagFeatures,
  taggerRows,
} from '#parley/language/reader/tag-features.ts'
import { type Vocabulary, wordColumns } from '#parley/language/reader/vocabulary.ts'
import { dropWords, wordCounts } from './classes.ts'
import { backward, forward, type Learner, makeLearner, score, softmaxSlope } from './perceptron.ts'
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

/** Trains one tagger on `trees`. */
export function trainTagger(
  trees: readonly Tree[],
  tags: readonly string[],
  vocabulary: Vocabulary,
  plan: TaggerPlan,
  log: (line: string) => void,
): Learner {
  const random = makeRandom(plan.seed)
  const index = new Map(tags.map((tag, i) => [tag, i]))
  const net = makeLearner(taggerRows(plan.shape), plan.hidden, tags.length, plan.seed)
  const counts = wordCounts(trees, vocabulary)
  const examples = trees.map((tree) => ({
    columns: wordColumns(vocabulary, tree.form, tree.lower),
    gold: tree.form.map((_, i) => index.get(`${tree.xpos[i]}|${tree.upos[i]}`) ?? -1),
  }))
  const features = new Int32Array(TAG_FEATURES)
  const none = new Float32Array(plan.hidden)
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
        forward(net, features, n, plan.dropout, none)
        const top = score(net, 0, net.outputs)
        if (top === want) right++
        all++
        softmaxSlope(net, 0, net.outputs, want)
        backward(net, features, n, rate, [0, net.outputs])
        before[i] = (random() < 0.5 ? top : want) + 1
      }
    }
    log(`tagger epoch ${epoch + 1}: ${((100 * right) / all).toFixed(2)} % of tags right in training`)
  }
  return net
}
