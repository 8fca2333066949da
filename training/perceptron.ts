// In: sparse features with the right outputs. Out: a perceptron with one hidden layer, in training.
import { makeRandom } from './random.ts'

/** A perceptron in training, in floating point. */
export interface Learner {
  readonly rows: number
  readonly hidden: number
  readonly outputs: number
  readonly table: Float32Array
  readonly weights: Float32Array
  readonly bias: Float32Array
  /** Hidden layer of the last {@link forward}. */
  readonly sum: Float32Array
  readonly scores: Float32Array
  /** Loss gradient of the scores; {@link backward} takes it and leaves it zero. */
  readonly slope: Float32Array
  readonly keep: Float32Array
  readonly rowSquares: Float32Array
  readonly weightSquares: Float32Array
  readonly hiddenSlope: Float32Array
  readonly random: () => number
}

export function makeLearner(rows: number, hidden: number, outputs: number, seed: number): Learner {
  const random = makeRandom(seed)
  const table = new Float32Array(rows * hidden)
  const weights = new Float32Array(outputs * hidden)
  for (let i = 0; i < table.length; i++) table[i] = (random() - 0.5) * 0.02
  for (let h = 0; h < hidden; h++) table[h] = 0.1 + random() * 0.2
  const spread = Math.sqrt(6 / (hidden + outputs))
  for (let i = 0; i < weights.length; i++) weights[i] = (random() * 2 - 1) * spread
  return {
    rows,
    hidden,
    outputs,
    table,
    weights,
    bias: new Float32Array(outputs),
    sum: new Float32Array(hidden),
    scores: new Float32Array(outputs),
    slope: new Float32Array(outputs),
    keep: new Float32Array(hidden),
    rowSquares: new Float32Array(rows).fill(1e-4),
    weightSquares: new Float32Array(outputs * hidden).fill(1e-3),
    hiddenSlope: new Float32Array(hidden),
    random,
  }
}

/**
 * Fills `sum`, the hidden layer; `extra` is added to it. With `dropout` above 0 that share of the hidden units is off.
 */
export function forward(
  net: Learner,
  features: Int32Array,
  count: number,
  dropout: number,
  extra: Float32Array,
): void {
  const { table, hidden, sum, keep, random } = net
  for (let h = 0; h < hidden; h++) sum[h] = table[h]! + extra[h]!
  let f = 0
  for (; f + 1 < count; f += 2) {
    const a = features[f]! * hidden
    const b = features[f + 1]! * hidden
    for (let h = 0; h < hidden; h++) sum[h] = sum[h]! + table[a + h]! + table[b + h]!
  }
  if (f < count) {
    const a = features[f]! * hidden
    for (let h = 0; h < hidden; h++) sum[h] = sum[h]! + table[a + h]!
  }
  const up = 1 / (1 - dropout)
  for (let h = 0; h < hidden; h++) {
    keep[h] = sum[h]! > 0 && (dropout === 0 || random() >= dropout) ? up : 0
    sum[h] = sum[h]! * keep[h]!
  }
}

/** Fills `scores[from, to)` from the hidden layer; returns the best of them. */
export function score(net: Learner, from: number, to: number): number {
  const { hidden, outputs, sum, scores, weights, bias } = net
  for (let o = from; o < to; o++) scores[o] = bias[o]!
  for (let h = 0; h < hidden; h++) {
    const on = sum[h]!
    if (on === 0) continue
    const row = h * outputs
    for (let o = from; o < to; o++) scores[o] = scores[o]! + on * weights[row + o]!
  }
  let top = from
  for (let o = from + 1; o < to; o++) if (scores[o]! > scores[top]!) top = o
  return top
}

/** Adds to `slope` the gradient of −log P(`want`) under a softmax over the outputs `[from, to)`; returns the loss. */
export function softmaxSlope(net: Learner, from: number, to: number, want: number): number {
  const { scores, slope } = net
  let top = -Infinity
  for (let o = from; o < to; o++) if (scores[o]! > top) top = scores[o]!
  let all = 0
  for (let o = from; o < to; o++) all += Math.exp(scores[o]! - top)
  for (let o = from; o < to; o++) slope[o] = slope[o]! + Math.exp(scores[o]! - top) / all
  slope[want] = slope[want]! - 1
  return Math.log(all) + top - scores[want]!
}

/**
 * The same where several outputs are right: −log of the sum of their chances. `right` and `open` are bit masks over
 * the outputs from `from`; outputs that are not open take no part.
 */
export function choiceSlope(net: Learner, from: number, to: number, right: number, open: number): void {
  const { scores, slope } = net
  let top = -Infinity
  for (let o = from; o < to; o++) if (open & (1 << (o - from)) && scores[o]! > top) top = scores[o]!
  let all = 0
  let good = 0
  for (let o = from; o < to; o++) {
    const bit = 1 << (o - from)
    if (!(open & bit)) continue
    const e = Math.exp(scores[o]! - top)
    all += e
    if (right & bit) good += e
  }
  for (let o = from; o < to; o++) {
    const bit = 1 << (o - from)
    if (!(open & bit)) continue
    const e = Math.exp(scores[o]! - top)
    slope[o] = slope[o]! + e / all - (right & bit ? e / Math.max(good, 1e-20) : 0)
  }
}

/**
 * One step down the slope (Adagrad; one rate a row of the table) for the features of the last {@link forward} and the
 * outputs of `ranges` ("from, to, from, to …"). Leaves the slope zero and the hidden layer's slope in `hiddenSlope`.
 */
export function backward(
  net: Learner,
  features: Int32Array,
  count: number,
  rate: number,
  ranges: readonly number[],
): void {
  const { table, hidden, outputs, sum, weights, bias, keep, slope, hiddenSlope, rowSquares, weightSquares } =
    net
  let norm = 0
  for (let h = 0; h < hidden; h++) {
    hiddenSlope[h] = 0
    const k = keep[h]!
    if (k === 0) continue
    const on = sum[h]!
    let back = 0
    for (let r = 0; r < ranges.length; r += 2) {
      const to = ranges[r + 1]!
      for (let o = ranges[r]!; o < to; o++) {
        const s = slope[o]!
        const at = h * outputs + o
        const w = weights[at]!
        back += s * w
        const g = s * on
        const squares = weightSquares[at]! + g * g
        weightSquares[at] = squares
        weights[at] = w - (rate * g) / Math.sqrt(squares)
      }
    }
    back *= k
    hiddenSlope[h] = back
    norm += back * back
  }
  for (let r = 0; r < ranges.length; r += 2) {
    for (let o = ranges[r]!; o < ranges[r + 1]!; o++) {
      bias[o] = bias[o]! - rate * 0.05 * slope[o]!
      slope[o] = 0
    }
  }
  if (norm === 0) return
  norm /= hidden
  for (let f = -1; f < count; f++) {
    const r = f < 0 ? 0 : features[f]!
    const squares = rowSquares[r]! + norm
    rowSquares[r] = squares
    const step = rate / Math.sqrt(squares)
    const row = r * hidden
    for (let h = 0; h < hidden; h++) table[row + h] = table[row + h]! - step * hiddenSlope[h]!
  }
}
