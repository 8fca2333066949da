// In: treebank sentences. Out: a reader trained on tags and trees at once: the encoder, the tagger and the parser.

import {
  applyLayer,
  type Encoder,
  type EncoderShape,
  encoderRows,
  type Layer,
  LONGEST,
  makeLayer,
  makeScratch,
  SLOTS,
  scan,
  WORD_FEATURES,
  wordFeatures,
} from '#parley/language/reader/encoder.ts'
import { makeWorkspace, reserve, type Workspace } from '#parley/language/reader/kernel.ts'
import { LABELS_FROM } from '#parley/language/reader/reader.ts'
import {
  advance,
  allowed,
  begin,
  type Configuration,
  FIRST,
  LEFT,
  type MoveShape,
  makeConfiguration,
  PARSE_FEATURES,
  parseFeatures,
  parserRows,
  ROOT,
  SHIFT,
} from '#parley/language/reader/transitions.ts'
import { type Vocabulary, type WordColumns, wordColumns } from '#parley/language/reader/vocabulary.ts'
import { dropWords, wordCounts } from './classes.ts'
import { bestTransitions } from './oracle.ts'
import {
  backward,
  choiceSlope,
  forward,
  type Learner,
  makeLearner,
  score,
  softmaxSlope,
} from './perceptron.ts'
import { makeRandom, shuffle } from './random.ts'
import type { Tree } from './treebank.ts'

export interface ReaderPlan {
  readonly encoder: EncoderShape
  readonly pairs: number
  readonly epochs: number
  /** Rates of the dense layers (Adam), of word vectors and of the transition perceptron (Adagrad). */
  readonly rate: number
  readonly wordRate: number
  readonly moveRate: number
  readonly wordDropout: number
  readonly dropout: number
  readonly moveDropout: number
  readonly pairDropout: number
  readonly explore: number
  readonly seed: number
}

/** A layer with its gradient and Adam's two moments. */
interface Trained {
  readonly layer: Layer
  readonly slope: number
  readonly biasSlope: number
  readonly first: Float32Array
  readonly second: Float32Array
}

interface Example {
  readonly columns: WordColumns
  readonly gold: Int32Array
  readonly kids: readonly number[][]
  readonly label: readonly number[]
  readonly tag: readonly number[]
}

/** A reader as it is trained; `encoder` works like the one that ships, in float. */
export interface Reader {
  readonly encoder: Encoder
  readonly moves: Learner
  readonly shape: MoveShape
  readonly tags: readonly string[]
  readonly labels: readonly string[]
}

function trained(space: Workspace, layer: Layer, random: () => number): Trained {
  const { rows, columns, weights } = layer
  const spread = Math.sqrt(6 / (rows + columns / 4))
  for (let i = 0; i < rows * columns; i++) space.numbers[weights + i] = (random() * 2 - 1) * spread
  const slope = reserve(space, rows * columns)
  const biasSlope = reserve(space, columns)
  const size = rows * columns + columns
  return { layer, slope, biasSlope, first: new Float32Array(size), second: new Float32Array(size) }
}

function adam(space: Workspace, t: Trained, rate: number, step: number): void {
  const { numbers } = space
  const { layer, slope, biasSlope, first, second } = t
  const count = layer.rows * layer.columns
  const fix1 = 1 / (1 - 0.9 ** step)
  const fix2 = 1 / (1 - 0.99 ** step)
  for (let i = 0; i < first.length; i++) {
    const g = numbers[i < count ? slope + i : biasSlope + i - count]!
    const m = 0.9 * first[i]! + 0.1 * g
    const v = 0.99 * second[i]! + 0.01 * g * g
    first[i] = m
    second[i] = v
    const at = i < count ? layer.weights + i : layer.bias + i - count
    numbers[at] = numbers[at]! - (rate * m * fix1) / (Math.sqrt(v * fix2) + 1e-6)
  }
  numbers.fill(0, slope, slope + count)
  numbers.fill(0, biasSlope, biasSlope + layer.columns)
}

/** `to` (columns × rows) = transpose of `from` (rows × columns). */
function transpose(numbers: Float32Array, from: number, to: number, rows: number, columns: number): void {
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) numbers[to + c * rows + r] = numbers[from + r * columns + c]!
  }
}

/** Adds to the layer's slope and to the slope of its input (`inputSlope`, −1 where not needed). */
function layerBack(
  space: Workspace,
  t: Trained,
  input: number,
  outSlope: number,
  inputSlope: number,
  n: number,
  spare: number,
): void {
  const { numbers } = space
  const { layer } = t
  const { rows, columns } = layer
  transpose(numbers, input, spare, n, rows)
  space.multiply(spare, outSlope, t.slope, rows, n, columns)
  for (let i = 0; i < n; i++) {
    const at = outSlope + i * columns
    for (let c = 0; c < columns; c++) numbers[t.biasSlope + c] = numbers[t.biasSlope + c]! + numbers[at + c]!
  }
  if (inputSlope < 0) return
  transpose(numbers, layer.weights, spare, rows, columns)
  space.multiply(outSlope, spare, inputSlope, n, columns, rows)
}

/** Slopes of the raw gates from the slopes of the states, through {@link scan}. */
function scanBack(
  numbers: Float32Array,
  gates: number,
  states: number,
  stateSlope: number,
  gateSlope: number,
  n: number,
  hidden: number,
): void {
  const wide = 4 * hidden
  for (let side = 0; side < 2; side++) {
    for (let step = 0; step < n; step++) {
      const i = side === 0 ? n - 1 - step : step
      const last = step === n - 1
      const row = gates + i * wide + side * 2 * hidden
      const out = gateSlope + i * wide + side * 2 * hidden
      const here = i * 2 * hidden + side * hidden
      const from = here + (side === 0 ? -2 * hidden : 2 * hidden)
      for (let h = 0; h < hidden; h++) {
        const d = numbers[stateSlope + here + h]!
        const z = numbers[row + h]!
        const c = numbers[row + hidden + h]!
        const before = last ? 0 : numbers[states + from + h]!
        if (!last) numbers[stateSlope + from + h] = numbers[stateSlope + from + h]! + d * (1 - z)
        // Softsign s = u / (1 + |u|) has the slope (1 − |s|)².
        const s = 1 - Math.abs(2 * z - 1)
        numbers[out + h] = d * (c - before) * 0.5 * s * s
        const k = 1 - Math.abs(c)
        numbers[out + hidden + h] = d * z * k * k
      }
    }
  }
}

/** Trains a reader. `check` is called after every epoch. */
export function trainReader(
  trees: readonly Tree[],
  tags: readonly string[],
  labels: readonly string[],
  vocabulary: Vocabulary,
  plan: ReaderPlan,
  log: (line: string) => void,
  check: (reader: Reader) => void = () => {},
): Reader {
  const random = makeRandom(plan.seed)
  const space = makeWorkspace()
  const { encoder: shape } = plan
  const { size, hidden } = shape
  const table = new Float32Array(encoderRows(shape) * size)
  for (let i = 0; i < table.length; i++) table[i] = (random() - 0.5) * 0.3
  const tableSquares = new Float32Array(encoderRows(shape)).fill(1e-5)
  const wide2 = 2 * hidden
  const encoder: Encoder = {
    shape,
    space,
    table,
    scale: 1,
    layer1: makeLayer(space, size, 4 * hidden),
    layer2: makeLayer(space, wide2, 4 * hidden),
    tagger: makeLayer(space, wide2, shape.tags),
    slots: makeLayer(space, wide2, SLOTS * shape.slot),
    scratch: makeScratch(space, shape),
  }
  const layer1 = trained(space, encoder.layer1, random)
  const layer2 = trained(space, encoder.layer2, random)
  const tagger = trained(space, encoder.tagger, random)
  const slots = trained(space, encoder.slots, random)
  const all = [layer1, layer2, tagger, slots]
  const slopes = makeScratch(space, shape)
  const kept = { words: reserve(space, LONGEST * size), output: reserve(space, LONGEST * wide2) }
  const spare = reserve(space, Math.max(LONGEST, wide2) * Math.max(4 * hidden, SLOTS * shape.slot))
  const moveShape: MoveShape = { pairs: plan.pairs, words: shape.words, labels: labels.length }
  const moves = makeLearner(parserRows(moveShape), shape.slot, LABELS_FROM + 2 * labels.length, plan.seed)
  const reader: Reader = { encoder, moves, shape: moveShape, tags, labels }
  const examples = examplesOf(trees, tags, labels, vocabulary)
  const counts = wordCounts(trees, vocabulary)
  const state = makeConfiguration(LONGEST)
  const rows = new Int32Array(LONGEST * WORD_FEATURES)
  const { numbers } = space
  const scratch = encoder.scratch
  const classes = new Int32Array(LONGEST)
  let step = 0
  for (let epoch = 0; epoch < plan.epochs; epoch++) {
    shuffle(examples, random)
    let tagsRight = 0
    let words = 0
    let arcsRight = 0
    for (let e = 0; e < examples.length; e++) {
      const left = Math.max(0.01, 1 - (epoch + e / examples.length) / plan.epochs)
      const { columns, gold, kids, label, tag } = examples[e]!
      const n = Math.min(label.length, LONGEST)
      if (n < label.length) continue
      const seen = dropWords(columns, counts, random)
      // Forward.
      numbers.fill(0, scratch.words, scratch.words + n * size)
      for (let i = 0; i < n; i++) {
        wordFeatures(shape, seen, i, rows, i * WORD_FEATURES)
        const out = scratch.words + i * size
        for (let f = 0; f < WORD_FEATURES; f++) {
          const row = rows[i * WORD_FEATURES + f]! * size
          for (let d = 0; d < size; d++) numbers[out + d] = numbers[out + d]! + table[row + d]!
        }
      }
      dropOut(numbers, scratch.words, kept.words, n * size, plan.wordDropout, random)
      applyLayer(space, encoder.layer1, scratch.words, scratch.gates1, n)
      scan(encoder, scratch.gates1, scratch.state1, n)
      applyLayer(space, encoder.layer2, scratch.state1, scratch.gates2, n)
      scan(encoder, scratch.gates2, scratch.state2, n)
      for (let i = 0; i < n * wide2; i++) {
        numbers[scratch.output + i] = numbers[scratch.state1 + i]! + numbers[scratch.state2 + i]!
      }
      dropOut(numbers, scratch.output, kept.output, n * wide2, plan.dropout, random)
      applyLayer(space, encoder.tagger, scratch.output, scratch.tags, n)
      applyLayer(space, encoder.slots, scratch.output, scratch.slots, n)
      // Tags.
      numbers.fill(0, slopes.tags, slopes.tags + n * shape.tags)
      for (let i = 0; i < n; i++) {
        const at = scratch.tags + i * shape.tags
        let top = 0
        for (let o = 1; o < tags.length; o++) if (numbers[at + o]! > numbers[at + top]!) top = o
        classes[i] = top + 1
        words++
        if (top === tag[i]) tagsRight++
        if (tag[i]! >= 0) tagSlope(numbers, at, slopes.tags + i * shape.tags, tags.length, tag[i]!)
      }
      // Transitions.
      numbers.fill(0, slopes.slots, slopes.slots + n * SLOTS * shape.slot)
      begin(state, moveShape, seen, classes, 0, n)
      arcsRight += learnMoves(reader, slopes.slots, state, gold, kids, label, plan, left, epoch, random)
      // Backward.
      numbers.fill(0, slopes.output, slopes.output + n * wide2)
      layerBack(space, slots, scratch.output, slopes.slots, slopes.output, n, spare)
      layerBack(space, tagger, scratch.output, slopes.tags, slopes.output, n, spare)
      for (let i = 0; i < n * wide2; i++) {
        const d = numbers[slopes.output + i]! * numbers[kept.output + i]!
        numbers[slopes.state2 + i] = d
        numbers[slopes.state1 + i] = d
      }
      scanBack(numbers, scratch.gates2, scratch.state2, slopes.state2, slopes.gates2, n, hidden)
      layerBack(space, layer2, scratch.state1, slopes.gates2, slopes.state1, n, spare)
      scanBack(numbers, scratch.gates1, scratch.state1, slopes.state1, slopes.gates1, n, hidden)
      numbers.fill(0, slopes.words, slopes.words + n * size)
      layerBack(space, layer1, scratch.words, slopes.gates1, slopes.words, n, spare)
      for (let i = 0; i < n; i++) {
        const at = slopes.words + i * size
        let norm = 0
        for (let d = 0; d < size; d++) {
          const g = numbers[at + d]! * numbers[kept.words + i * size + d]!
          numbers[at + d] = g
          norm += g * g
        }
        norm /= size
        for (let f = 0; f < WORD_FEATURES; f++) {
          const r = rows[i * WORD_FEATURES + f]!
          const squares = tableSquares[r]! + norm
          tableSquares[r] = squares
          const rate = (plan.wordRate * left) / Math.sqrt(squares)
          for (let d = 0; d < size; d++) table[r * size + d] = table[r * size + d]! - rate * numbers[at + d]!
        }
      }
      if (e % 4 === 3) {
        step++
        for (const t of all) adam(space, t, plan.rate * left, step)
      }
    }
    log(
      `epoch ${epoch + 1}: tags ${((100 * tagsRight) / words).toFixed(2)}, arcs with labels ${((100 * arcsRight) / words).toFixed(2)}`,
    )
    check(reader)
  }
  return reader
}

/** Switches off a share of the numbers; `kept` gets the factor of each. */
function dropOut(
  numbers: Float32Array,
  at: number,
  kept: number,
  count: number,
  share: number,
  random: () => number,
): void {
  const up = 1 / (1 - share)
  for (let i = 0; i < count; i++) {
    const k = random() < share ? 0 : up
    numbers[kept + i] = k
    numbers[at + i] = numbers[at + i]! * k
  }
}

function tagSlope(numbers: Float32Array, at: number, out: number, count: number, want: number): void {
  let top = -Infinity
  for (let o = 0; o < count; o++) if (numbers[at + o]! > top) top = numbers[at + o]!
  let all = 0
  for (let o = 0; o < count; o++) {
    const e = Math.exp(numbers[at + o]! - top)
    numbers[out + o] = e
    all += e
  }
  for (let o = 0; o < count; o++) numbers[out + o] = numbers[out + o]! / all - (o === want ? 1 : 0)
}

/** Goes through one sentence, learning at each step; returns the count of right arcs with right labels. */
function learnMoves(
  reader: Reader,
  slotSlopes: number,
  state: Configuration,
  gold: Int32Array,
  kids: readonly number[][],
  label: readonly number[],
  plan: ReaderPlan,
  left: number,
  epoch: number,
  random: () => number,
): number {
  const { moves, shape, encoder } = reader
  const { numbers } = encoder.space
  const width = encoder.shape.slot
  const slots = new Int32Array(SLOTS)
  const features = new Int32Array(PARSE_FEATURES + SLOTS)
  const extra = new Float32Array(width)
  const blank = moves.rows - SLOTS * FIRST
  const count = shape.labels
  let right = 0
  for (;;) {
    const open = allowed(state)
    if (open === 0) return right
    if (open === 1 << SHIFT) {
      advance(state, SHIFT, 0)
      continue
    }
    let n = parseFeatures(shape, state, features, slots)
    if (plan.pairDropout > 0) n = thin(features, n, plan.pairDropout, random)
    extra.fill(0)
    for (let s = 0; s < SLOTS; s++) {
      const node = slots[s]!
      if (node < FIRST) features[n++] = blank + s * FIRST + node
      else {
        const at = encoder.scratch.slots + ((node - FIRST) * SLOTS + s) * width
        for (let h = 0; h < width; h++) extra[h] = extra[h]! + numbers[at + h]!
      }
    }
    forward(moves, features, n, plan.moveDropout, extra)
    score(moves, 0, LABELS_FROM)
    const ranges = [0, LABELS_FROM]
    const good = bestTransitions(state, gold, kids, open)
    const top = bestOf(moves.scores, open)
    if (open & (open - 1)) choiceSlope(moves, 0, LABELS_FROM, good, open)
    const s0 = state.stack[state.depth - 1]!
    const s1 = state.depth > 1 ? state.stack[state.depth - 2]! : -1
    const own = good & (1 << top) || (epoch > 0 && random() < plan.explore)
    const move = own ? top : bestOf(moves.scores, good)
    const governor = move === LEFT ? state.next : s1
    let given = 0
    if (move !== SHIFT) {
      const side = LABELS_FROM + (move === LEFT ? 0 : count)
      given = score(moves, side, side + count) - side
      if (governor === gold[s0]) {
        const want = label[s0 - FIRST]!
        softmaxSlope(moves, side, side + count, side + want)
        ranges.push(side, side + count)
        if (given === want && own) right++
      }
    }
    backward(moves, features, n, plan.moveRate * left, ranges)
    for (let s = 0; s < SLOTS; s++) {
      const node = slots[s]!
      if (node < FIRST) continue
      const at = slotSlopes + ((node - FIRST) * SLOTS + s) * width
      for (let h = 0; h < width; h++) numbers[at + h] = numbers[at + h]! + moves.hiddenSlope[h]!
    }
    advance(state, move, given + 1)
  }
}

/** Leaves out a share of the features. */
function thin(features: Int32Array, n: number, share: number, random: () => number): number {
  let kept = 0
  for (let f = 0; f < n; f++) if (random() >= share) features[kept++] = features[f]!
  return kept
}

function bestOf(scores: Float32Array, mask: number): number {
  let top = -1
  for (let m = 0; m < LABELS_FROM; m++) if (mask & (1 << m) && (top < 0 || scores[m]! > scores[top]!)) top = m
  return top
}

function examplesOf(
  trees: readonly Tree[],
  tags: readonly string[],
  labels: readonly string[],
  vocabulary: Vocabulary,
): Example[] {
  const labelIndex = new Map(labels.map((label, i) => [label, i]))
  const tagIndex = new Map(tags.map((tag, i) => [tag, i]))
  return trees.map((tree) => {
    const gold = new Int32Array(tree.form.length + FIRST).fill(-1)
    const kids: number[][] = [[], [], ...tree.form.map(() => [])]
    tree.head.forEach((head, i) => {
      gold[i + FIRST] = head === 0 ? ROOT : head + FIRST - 1
      kids[gold[i + FIRST]!]!.push(i + FIRST)
    })
    return {
      columns: wordColumns(vocabulary, tree.form, tree.lower),
      gold,
      kids,
      label: tree.dep.map((dep) => labelIndex.get(dep)!),
      tag: tree.form.map((_, i) => tagIndex.get(`${tree.xpos[i]}|${tree.upos[i]}`) ?? -1),
    }
  })
}
