// In: listed rows of a table and dense rows. Out: scores of outputs, by a hidden layer in whole numbers.
import { reserve, type Workspace } from './kernel.ts'

/**
 * A perceptron with one hidden layer. The first layer is a table with one row of `hidden` weights a feature, so that a
 * layer is a sum of rows (the precomputed layer of Chen & Manning 2014, learned as such). Weights and sums are
 * integers: the same scores on every machine.
 */
export interface Perceptron {
  readonly rows: number
  /** Width of the hidden layer, a multiple of 64. */
  readonly hidden: number
  readonly outputs: number
  /** One an output, in the unit of the scores. */
  readonly bias: Int32Array
  /** Scores of the last {@link best}, by output. */
  scores: Int32Array
  /** Where dense rows (int16) may be put. */
  dense: Int16Array
  lists: Int32Array
  readonly room: number
  readonly space: Workspace
  /** Addresses in bytes: the table (int8), one row of int16 an output, and the rest of what is named above. */
  readonly at: {
    readonly table: number
    readonly weights: number
    readonly dense: number
    readonly lists: number
    readonly sum: number
    readonly scores: number
  }
}

/** Most features of one evaluation. */
const MOST_FEATURES = 120

/**
 * Puts a perceptron into the workspace: `table` is `rows × hidden` with the bias in row 0, `weights` is
 * `hidden × outputs`; `dense` is the room for dense rows, in numbers.
 */
export function makePerceptron(
  space: Workspace,
  hidden: number,
  table: ArrayLike<number> & Iterable<number>,
  weights: ArrayLike<number>,
  bias: Int32Array,
  dense: number,
): Perceptron {
  const outputs = bias.length
  const at = {
    table: reserve(space, table.length / 4) * 4,
    weights: reserve(space, weights.length / 2) * 4,
    dense: reserve(space, dense / 2) * 4,
    lists: reserve(space, MOST_FEATURES * 2) * 4,
    sum: reserve(space, hidden / 2) * 4,
    scores: reserve(space, outputs) * 4,
  }
  const { buffer } = space.memory
  new Int8Array(buffer, at.table, table.length).set(table)
  const byOutput = new Int16Array(buffer, at.weights, weights.length)
  for (let h = 0; h < hidden; h++) {
    for (let o = 0; o < outputs; o++) byOutput[o * hidden + h] = weights[h * outputs + o]!
  }
  const net = { rows: table.length / hidden, hidden, outputs, bias, room: dense, space, at, ...EMPTY }
  refresh(net)
  return net
}

const EMPTY = { scores: new Int32Array(0), dense: new Int16Array(0), lists: new Int32Array(0) }

/** Takes the views of the memory anew, which is needed where it grew since. */
export function refresh(net: Perceptron): void {
  const { at, outputs, room } = net
  const { buffer } = net.space.memory
  net.scores = new Int32Array(buffer, at.scores, outputs)
  net.dense = new Int16Array(buffer, at.dense, room)
  net.lists = new Int32Array(buffer, at.lists, MOST_FEATURES * 2)
}

/**
 * Fills the hidden layer (rectified): the bias row, the rows of the first `count` features, and the rows of `dense`
 * that begin at the first `places` entries of `starts`.
 */
export function activate(
  net: Perceptron,
  features: Int32Array,
  count: number,
  starts: Int32Array,
  places: number,
): void {
  const { lists, hidden, at } = net
  lists[0] = at.table
  for (let f = 0; f < count; f++) lists[f + 1] = at.table + features[f]! * hidden
  for (let p = 0; p < places; p++) lists[MOST_FEATURES + p] = at.dense + starts[p]! * 2
  net.space.gather(at.lists, count + 1, at.lists + MOST_FEATURES * 4, places, at.sum, at.sum + hidden * 2)
}

/** Fills `scores[from, to)` from the hidden layer and returns the best output of that range. */
export function best(net: Perceptron, from: number, to: number): number {
  const { scores, bias, hidden, at } = net
  for (let o = from; o < to; o++) scores[o] = bias[o]!
  const row = at.weights + from * hidden * 2
  net.space.dots(at.sum, at.sum + hidden * 2, row, at.scores + from * 4, at.scores + to * 4)
  let top = from
  for (let o = from + 1; o < to; o++) if (scores[o]! > scores[top]!) top = o
  return top
}
