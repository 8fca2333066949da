// In: sparse features with the right outputs. Out: a trained perceptron with one hidden layer, its weights as int8.
import type { Perceptron, PerceptronHeader } from '#parley/language/perceptron.ts'
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

/** Fills `sum` and `scores`. With `dropout` above 0 that share of the hidden units is off. */
export function forward(net: Learner, features: Int32Array, count: number, dropout: number): void {
  const { table, hidden, outputs, sum, scores, weights, bias, keep, random } = net
  for (let h = 0; h < hidden; h++) sum[h] = table[h]!
  for (let f = 0; f < count; f++) {
    const row = features[f]! * hidden
    for (let h = 0; h < hidden; h++) sum[h] = sum[h]! + table[row + h]!
  }
  const up = 1 / (1 - dropout)
  scores.set(bias)
  for (let h = 0; h < hidden; h++) {
    keep[h] = sum[h]! > 0 && (dropout === 0 || random() >= dropout) ? up : 0
    const on = sum[h]! * keep[h]!
    sum[h] = on
    if (on === 0) continue
    const row = h * outputs
    for (let o = 0; o < outputs; o++) scores[o] = scores[o]! + on * weights[row + o]!
  }
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

/** One step down the slope (Adagrad; one rate a row of the table). Features are those of the last {@link forward}. */
export function backward(net: Learner, features: Int32Array, count: number, rate: number): void {
  const { table, hidden, outputs, sum, weights, bias, keep, slope, hiddenSlope, rowSquares, weightSquares } =
    net
  let norm = 0
  for (let h = 0; h < hidden; h++) {
    hiddenSlope[h] = 0
    const k = keep[h]!
    if (k === 0) continue
    const on = sum[h]!
    const row = h * outputs
    let back = 0
    for (let o = 0; o < outputs; o++) {
      const s = slope[o]!
      if (s === 0) continue
      const w = weights[row + o]!
      back += s * w
      const g = s * on
      const squares = weightSquares[row + o]! + g * g
      weightSquares[row + o] = squares
      weights[row + o] = w - (rate * g) / Math.sqrt(squares)
    }
    back *= k
    hiddenSlope[h] = back
    norm += back * back
  }
  for (let o = 0; o < outputs; o++) {
    bias[o] = bias[o]! - rate * 0.05 * slope[o]!
    slope[o] = 0
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

/** The largest magnitude that the int8 range is stretched over: all but one weight in ten thousand fit. */
function reach(values: Float32Array): number {
  const sample: number[] = []
  const stride = Math.max(1, Math.floor(values.length / 200000))
  for (let i = 0; i < values.length; i += stride) if (values[i] !== 0) sample.push(Math.abs(values[i]!))
  sample.sort((a, b) => a - b)
  return sample[Math.floor(sample.length * 0.9999)] ?? 1
}

const toInt8 = (values: Float32Array, scale: number): Int8Array =>
  Int8Array.from(values, (v) => Math.max(-127, Math.min(127, Math.round(v * scale))))

/** The trained weights as int8. */
export function quantize(net: Learner): Perceptron {
  const tableScale = 127 / reach(net.table)
  const weightScale = 127 / reach(net.weights)
  return {
    rows: net.rows,
    hidden: net.hidden,
    outputs: net.outputs,
    table: toInt8(net.table, tableScale),
    weights: toInt8(net.weights, weightScale),
    bias: Int32Array.from(net.bias, (b) => Math.round(b * tableScale * weightScale)),
  }
}

/** The bytes of a model file (see `decodePerceptron`). */
export function encodePerceptron(net: Perceptron, header: object): Uint8Array {
  const full: PerceptronHeader = { ...header, rows: net.rows, hidden: net.hidden, outputs: net.outputs }
  const head = new TextEncoder().encode(JSON.stringify(full))
  const out = new Uint8Array(4 + head.length + net.outputs * 4 + net.table.length + net.weights.length)
  const view = new DataView(out.buffer)
  view.setUint32(0, head.length, true)
  out.set(head, 4)
  let at = 4 + head.length
  for (const b of net.bias) {
    view.setInt32(at, b, true)
    at += 4
  }
  out.set(new Uint8Array(net.table.buffer), at)
  out.set(new Uint8Array(net.weights.buffer), at + net.table.length)
  return out
}
