// In: rows of sparse features. Out: scores of classes, by a perceptron with one hidden layer in whole numbers.

/**
 * A perceptron with one hidden layer over sparse binary features. The first layer is a table with one row of
 * `hidden` weights a feature, so a layer is a sum of rows (the precomputed layer of Chen & Manning 2014, learned as
 * such). Weights are int8 and sums are integers: the same scores on every machine.
 */
export interface Perceptron {
  readonly rows: number
  readonly hidden: number
  readonly outputs: number
  /** `rows × hidden`; row 0 is the bias. */
  readonly table: Int8Array
  /** `hidden × outputs`, so that a hidden unit that is off costs nothing. */
  readonly weights: Int8Array
  /** One an output, in the unit of the scores. */
  readonly bias: Int32Array
}

/** Space for one evaluation, reused over all of a reading. */
export interface Activation {
  readonly sum: Int32Array
  readonly scores: Int32Array
}

export const makeActivation = (net: Perceptron): Activation => ({
  sum: new Int32Array(net.hidden),
  scores: new Int32Array(net.outputs),
})

/** Fills `act.sum` with the hidden layer (rectified) for the first `count` features and the bias row. */
export function activate(net: Perceptron, features: Int32Array, count: number, act: Activation): void {
  const { table, hidden } = net
  const { sum } = act
  for (let h = 0; h < hidden; h++) sum[h] = table[h]!
  let f = 0
  // Four rows at a time: the sum is read and written a quarter as often.
  for (; f + 3 < count; f += 4) {
    const a = features[f]! * hidden
    const b = features[f + 1]! * hidden
    const c = features[f + 2]! * hidden
    const d = features[f + 3]! * hidden
    for (let h = 0; h < hidden; h++) {
      sum[h] = sum[h]! + table[a + h]! + table[b + h]! + table[c + h]! + table[d + h]!
    }
  }
  for (; f < count; f++) {
    const a = features[f]! * hidden
    for (let h = 0; h < hidden; h++) sum[h] = sum[h]! + table[a + h]!
  }
  for (let h = 0; h < hidden; h++) if (sum[h]! < 0) sum[h] = 0
}

/** Fills `act.scores[from, to)` from the hidden layer and returns the best output of that range. */
export function best(net: Perceptron, act: Activation, from: number, to: number): number {
  const { weights, hidden, outputs, bias } = net
  const { sum, scores } = act
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

/** Header of a model file: the perceptron's shape and whatever its owner keeps beside it. */
export interface PerceptronHeader {
  readonly rows: number
  readonly hidden: number
  readonly outputs: number
}

/**
 * Reads a model file: four bytes with the header's length (little-endian), a JSON header, then bias (int32), table
 * (int8) and weights (int8). Throws `RangeError` where the file is cut short.
 */
export function decodePerceptron<H extends PerceptronHeader>(
  bytes: Uint8Array,
): { net: Perceptron; header: H } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = view.getUint32(0, true)
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as H
  const { rows, hidden, outputs } = header
  let at = 4 + length
  if (bytes.byteLength < at + outputs * 4 + (rows + outputs) * hidden)
    throw new RangeError('model file cut short')
  const bias = new Int32Array(outputs)
  for (let o = 0; o < outputs; o++) bias[o] = view.getInt32(at + o * 4, true)
  at += outputs * 4
  const table = new Int8Array(bytes.buffer, bytes.byteOffset + at, rows * hidden)
  at += rows * hidden
  const weights = new Int8Array(bytes.buffer, bytes.byteOffset + at, outputs * hidden)
  return { net: { rows, hidden, outputs, table, weights, bias }, header }
}
