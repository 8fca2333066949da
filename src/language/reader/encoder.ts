// In: the words of a sentence. Out: a vector a word that knows its neighbours on both sides, and scores of its tags.
import { reserve, type Workspace } from './kernel.ts'
import { mix, SHAPES, type WordColumns } from './vocabulary.ts'

/** Sizes of the encoder; training and reading share them. All but the first two are multiples of 16. */
export interface EncoderShape {
  /** Words with rows of their own, and rows for hashed spellings. */
  readonly words: number
  readonly spellings: number
  /** Width of a word's own vector, of each direction, of the tag scores, and of what a parser slot adds. */
  readonly size: number
  readonly hidden: number
  readonly tags: number
  readonly slot: number
}

export const SLOTS = 4
export const WORD_FEATURES = 9
const CLUSTERS = 513

/** Longest stretch that is encoded and parsed as one. */
export const LONGEST = 400

export const encoderRows = (shape: EncoderShape): number => shape.words + CLUSTERS + SHAPES + shape.spellings

/** Writes the rows of token `i` into `features` from `at`. */
export function wordFeatures(
  shape: EncoderShape,
  columns: WordColumns,
  i: number,
  features: Int32Array,
  at: number,
): void {
  const word = columns.word[i]!
  let base = shape.words
  features[at] = word < shape.words ? word : 0
  features[at + 1] = base + columns.cluster[i]!
  features[at + 2] = (base += CLUSTERS) + columns.shape[i]!
  base += SHAPES
  features[at + 3] = base + (mix(1, columns.suffix3[i]!) % shape.spellings)
  features[at + 4] = base + (mix(2, columns.suffix2[i]!) % shape.spellings)
  features[at + 5] = base + (mix(3, columns.prefix[i]!) % shape.spellings)
  features[at + 6] = base + (mix(4, columns.suffix4[i]!) % shape.spellings)
  features[at + 7] = base + (mix(5, mix(columns.suffix2[i]!, columns.shape[i]!)) % shape.spellings)
  features[at + 8] = base + (mix(6, mix(columns.suffix3[i]!, columns.prefix[i]!)) % shape.spellings)
}

/** A matrix and its bias in the workspace; while it is trained it is row-major. */
export interface Layer {
  readonly weights: number
  readonly bias: number
  readonly rows: number
  readonly columns: number
  readonly inStrips: boolean
}

/** Where the pieces of one sentence's encoding lie, for up to {@link LONGEST} tokens. */
export interface Scratch {
  readonly words: number
  readonly gates1: number
  readonly state1: number
  readonly gates2: number
  readonly state2: number
  readonly output: number
  readonly tags: number
  readonly slots: number
  /** The state before the first word. */
  readonly none: number
  /** The first gates of words met before, squashed: they rest on the word alone. `rows` says where whose are. */
  readonly known: number
  readonly rows: Map<string, number>
}

/** Words whose first gates are kept; where no more fit all are forgotten. */
const MOST_KNOWN = 4096

/**
 * Two layers of a gated recurrence in both directions whose gates depend on the input alone (as in SRU, Lei et al.
 * 2018, and minGRU, Feng et al. 2024), so that all multiplications of a sentence are made at once.
 */
export interface Encoder {
  readonly shape: EncoderShape
  readonly space: Workspace
  /** Word vectors, one row a feature; `scale` makes weights of its integers. */
  readonly table: Float32Array | Int8Array
  readonly scale: number
  readonly layer1: Layer
  readonly layer2: Layer
  readonly tagger: Layer
  readonly slots: Layer
  readonly scratch: Scratch
}

export function makeScratch(space: Workspace, shape: EncoderShape): Scratch {
  const { size, hidden, tags, slot } = shape
  return {
    words: reserve(space, LONGEST * size),
    gates1: reserve(space, LONGEST * 4 * hidden),
    state1: reserve(space, LONGEST * 2 * hidden),
    gates2: reserve(space, LONGEST * 4 * hidden),
    state2: reserve(space, LONGEST * 2 * hidden),
    output: reserve(space, LONGEST * 2 * hidden),
    tags: reserve(space, LONGEST * tags),
    slots: reserve(space, LONGEST * SLOTS * slot),
    none: reserve(space, hidden),
    known: reserve(space, MOST_KNOWN * 4 * hidden),
    rows: new Map(),
  }
}

export function makeLayer(space: Workspace, rows: number, columns: number, inStrips = false): Layer {
  return { weights: reserve(space, rows * columns), bias: reserve(space, columns), rows, columns, inStrips }
}

/** out = bias + input · weights for `n` rows. */
export function applyLayer(space: Workspace, layer: Layer, input: number, out: number, n: number): void {
  const { numbers } = space
  const { weights, bias, rows, columns, inStrips } = layer
  for (let i = 0; i < n; i++) numbers.copyWithin(out + i * columns, bias, bias + columns)
  space.multiply(input, weights, out, n, rows, columns, inStrips)
}

/**
 * Turns raw gates into states. A row of gates is [forward gate, forward candidate, backward gate, backward candidate], each
 * `hidden` wide and left there squashed; a row of states is [forward, backward].
 */
export function scan(encoder: Encoder, gates: number, states: number, n: number): void {
  squash(encoder, gates, n)
  runThrough(encoder, gates, states, n)
}

function squash({ space, shape: { hidden } }: Encoder, gates: number, n: number): void {
  if (n > 0) space.squash(4 * gates, 4 * (gates + n * 4 * hidden), 4 * hidden)
}

function runThrough(
  { space, shape: { hidden }, scratch }: Encoder,
  gates: number,
  states: number,
  n: number,
): void {
  const [row, state, width, none] = [16 * hidden, 8 * hidden, 4 * hidden, 4 * scratch.none]
  const [first, last] = [4 * gates, 4 * gates + (n - 1) * row + 2 * width]
  space.runThrough(first, row, 4 * states, state, none, n, width)
  space.runThrough(last, -row, 4 * states + (n - 1) * state + width, -state, none, n, width)
}

const features = new Int32Array(WORD_FEATURES)

/** Writes the vector of token `i` by its word alone. */
function wordVector(
  { shape, space: { numbers }, table, scale }: Encoder,
  columns: WordColumns,
  i: number,
  out: number,
): void {
  const { size } = shape
  wordFeatures(shape, columns, i, features, 0)
  for (let f = 0; f < WORD_FEATURES; f += 3) {
    const a = features[f]! * size
    const b = features[f + 1]! * size
    const c = features[f + 2]! * size
    for (let d = 0; d < size; d++) {
      const three = table[a + d]! + table[b + d]! + table[c + d]!
      numbers[out + d] = f === 0 ? scale * three : numbers[out + d]! + scale * three
    }
  }
}

/** The first gates of `n` tokens, squashed; those of words met before are looked up. */
function firstGates(encoder: Encoder, columns: WordColumns, from: number, n: number): void {
  const { shape, space, scratch, layer1 } = encoder
  const { rows, known, words, gates1 } = scratch
  const { numbers } = space
  const wide = 4 * shape.hidden
  if (rows.size + n > MOST_KNOWN) rows.clear()
  const first = rows.size
  for (let i = from; i < from + n; i++) {
    const form = columns.form[i]!
    if (rows.has(form)) continue
    wordVector(encoder, columns, i, words + (rows.size - first) * shape.size)
    rows.set(form, rows.size)
  }
  const fresh = rows.size - first
  applyLayer(space, layer1, words, known + first * wide, fresh)
  squash(encoder, known + first * wide, fresh)
  for (let i = 0; i < n; i++) {
    const row = known + rows.get(columns.form[from + i]!)! * wide
    numbers.copyWithin(gates1 + i * wide, row, row + wide)
  }
}

/** Encodes tokens `[from, to)`, one to {@link LONGEST}: fills `scratch.output` and `scratch.tags`. */
export function encode(encoder: Encoder, columns: WordColumns, from: number, to: number): void {
  const { shape, space, scratch, layer2, tagger } = encoder
  const { gates1, gates2, state1, state2, output, tags } = scratch
  const n = to - from
  firstGates(encoder, columns, from, n)
  runThrough(encoder, gates1, state1, n)
  applyLayer(space, layer2, state1, gates2, n)
  scan(encoder, gates2, state2, n)
  space.add(4 * state1, 4 * state2, 4 * output, 4 * (output + n * 2 * shape.hidden))
  applyLayer(space, tagger, output, tags, n)
}
