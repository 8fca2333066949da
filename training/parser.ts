// In: treebank sentences with predicted tags. Out: a trained transition parser.
import { LABELS_FROM, type Parser } from '#parley/language/parser.ts'
import {
  advance,
  allowed,
  begin,
  type Configuration,
  FIRST,
  LEFT,
  makeConfiguration,
  PARSE_FEATURES,
  type ParserShape,
  parseFeatures,
  parserRows,
  RIGHT,
  ROOT,
  SHIFT,
} from '#parley/language/transitions.ts'
import { type Vocabulary, wordColumns } from '#parley/language/vocabulary.ts'
import { backward, choiceSlope, forward, makeLearner, quantize, softmaxSlope } from './perceptron.ts'
import { makeRandom, shuffle } from './random.ts'
import { dropWords, wordCounts } from './tagger.ts'
import type { Tree } from './treebank.ts'

export interface ParserPlan {
  readonly shape: ParserShape
  readonly hidden: number
  readonly epochs: number
  readonly rate: number
  readonly dropout: number
  /** How often the parser goes its own way in training and learns to make the best of it (Goldberg & Nivre 2013). */
  readonly explore: number
  readonly seed: number
}

/** Relations of the treebanks, by falling count. */
export function labelsOf(trees: readonly Tree[]): string[] {
  const counts = new Map<string, number>()
  for (const tree of trees) for (const dep of tree.dep) counts.set(dep, (counts.get(dep) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([dep]) => dep)
}

/** Bit mask of the transitions that lose the fewest gold arcs (the dynamic oracle of arc-hybrid). */
export function bestTransitions(
  state: Configuration,
  gold: Int32Array,
  kids: readonly number[][],
  open: number,
): number {
  const { stack, depth, next, head } = state
  const s0 = stack[depth - 1]!
  const s1 = depth > 1 ? stack[depth - 2]! : -1
  let ahead = 0
  for (const kid of kids[s0]!) if (kid >= next) ahead++
  const cost = [99, 99, 99]
  if (open & (1 << SHIFT)) {
    const above = gold[next]!
    let lost = above < next && above !== s0 && (above === ROOT || head[above]! < 0) ? 1 : 0
    for (const kid of kids[next]!) if (kid < next && head[kid]! < 0) lost++
    cost[SHIFT] = lost
  }
  if (open & (1 << LEFT)) cost[LEFT] = ahead + (gold[s0] === s1 || gold[s0]! > next ? 1 : 0)
  if (open & (1 << RIGHT)) cost[RIGHT] = ahead + (gold[s0]! >= next ? 1 : 0)
  const least = Math.min(...cost)
  let mask = 0
  for (let m = 0; m < 3; m++) if (cost[m] === least) mask |= 1 << m
  return mask & open
}

/** Trains a parser; `classes` are the tag classes + 1 of every tree. */
export function trainParser(
  trees: readonly Tree[],
  classes: readonly Int32Array[],
  labels: readonly string[],
  vocabulary: Vocabulary,
  plan: ParserPlan,
  log: (line: string) => void,
): Parser {
  const random = makeRandom(plan.seed)
  const labelIndex = new Map(labels.map((label, i) => [label, i]))
  const count = labels.length
  const net = makeLearner(parserRows(plan.shape), plan.hidden, LABELS_FROM + 2 * count, plan.seed)
  const counts = wordCounts(trees, vocabulary)
  const examples = trees.map((tree, t) => {
    const gold = new Int32Array(tree.form.length + FIRST).fill(-1)
    const kids: number[][] = [[], [], ...tree.form.map(() => [])]
    tree.head.forEach((head, i) => {
      gold[i + FIRST] = head + 1
      kids[head + 1]!.push(i + FIRST)
    })
    const label = tree.dep.map((dep) => labelIndex.get(dep)!)
    return {
      columns: wordColumns(vocabulary, tree.form, tree.lower),
      classes: classes[t]!,
      gold,
      kids,
      label,
    }
  })
  const longest = Math.max(...trees.map((tree) => tree.form.length))
  const state = makeConfiguration(longest)
  const features = new Int32Array(PARSE_FEATURES)
  for (let epoch = 0; epoch < plan.epochs; epoch++) {
    shuffle(examples, random)
    let right = 0
    let all = 0
    for (let e = 0; e < examples.length; e++) {
      const rate = plan.rate * Math.max(0.02, 1 - (epoch + e / examples.length) / plan.epochs)
      const { columns, classes: tags, gold, kids, label } = examples[e]!
      begin(state, plan.shape, dropWords(columns, counts, random), tags, 0, label.length)
      for (;;) {
        const open = allowed(state)
        if (open === 0) break
        if (open === 1 << SHIFT) {
          advance(state, SHIFT, 0)
          continue
        }
        const n = parseFeatures(plan.shape, state, features)
        forward(net, features, n, plan.dropout)
        const good = bestTransitions(state, gold, kids, open)
        const top = bestOf(net.scores, open)
        const teach = bestOf(net.scores, good)
        if (open & (open - 1)) choiceSlope(net, 0, LABELS_FROM, good, open)
        const s0 = state.stack[state.depth - 1]!
        const s1 = state.depth > 1 ? state.stack[state.depth - 2]! : -1
        const move = good & (1 << top) || (epoch > 0 && random() < plan.explore) ? top : teach
        const arc = move === LEFT ? state.next : move === RIGHT ? s1 : -2
        const want = arc === gold[s0] ? label[s0 - FIRST]! : -1
        let given = 0
        if (move !== SHIFT) {
          const side = LABELS_FROM + (move === LEFT ? 0 : count)
          let l = side
          for (let o = side + 1; o < side + count; o++) if (net.scores[o]! > net.scores[l]!) l = o
          given = l - side
          if (want >= 0) softmaxSlope(net, side, side + count, side + want)
          all++
          if (given === want) right++
        }
        backward(net, features, n, rate)
        advance(state, move, given + 1)
      }
    }
    log(
      `parser epoch ${epoch + 1}: ${((100 * right) / all).toFixed(2)} % of arcs and labels right in training`,
    )
  }
  return { net: quantize(net), shape: plan.shape, labels }
}

function bestOf(scores: Float32Array, mask: number): number {
  let top = -1
  for (let m = 0; m < LABELS_FROM; m++) if (mask & (1 << m) && (top < 0 || scores[m]! > scores[top]!)) top = m
  return top
}
