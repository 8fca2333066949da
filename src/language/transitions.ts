// In: the words and tags of a sentence. Out: the state of a transition parser and the features of it.
import { mix, type WordColumns } from './vocabulary.ts'

/** Sizes of the parser's feature table; training and reading share them. */
export interface ParserShape {
  /** Words with rows of their own. */
  readonly words: number
  /** Rows for hashed pairs and triples. */
  readonly pairs: number
  readonly labels: number
}

/** Node 0 is "none", node 1 the root, token `i` of the sentence is node `i + 2`. */
export const NONE = 0
export const ROOT = 1
export const FIRST = 2

export const SHIFT = 0
export const LEFT = 1
export const RIGHT = 2

/**
 * An arc-hybrid configuration (Kuhlmann, Gómez-Rodríguez & Satta 2011): a stack whose bottom is the root, the next
 * token of the buffer, and the arcs so far. LEFT makes the top a dependent of the next token, RIGHT of the one under it.
 */
export interface Configuration {
  capacity: number
  nodes: number
  next: number
  depth: number
  word: Int32Array
  cluster: Int32Array
  tag: Int32Array
  stack: Int32Array
  head: Int32Array
  label: Int32Array
  /** Outermost and second outermost dependents on either side, and their counts. */
  left: Int32Array
  left2: Int32Array
  right: Int32Array
  right2: Int32Array
  lefts: Int32Array
  rights: Int32Array
}

export function makeConfiguration(capacity: number): Configuration {
  const column = (): Int32Array => new Int32Array(capacity + FIRST)
  return {
    capacity,
    nodes: 0,
    next: 0,
    depth: 0,
    word: column(),
    cluster: column(),
    tag: column(),
    stack: column(),
    head: column(),
    label: column(),
    left: column(),
    left2: column(),
    right: column(),
    right2: column(),
    lefts: column(),
    rights: column(),
  }
}

const CLUSTERS = 515
const TAGS = 130

/** Sets `state` to the start of the sentence `[from, to)`; `classes` are tag classes + 1. */
export function begin(
  state: Configuration,
  shape: ParserShape,
  columns: WordColumns,
  classes: Int32Array,
  from: number,
  to: number,
): void {
  const n = to - from
  const { word, cluster, tag, head, label, left, left2, right, right2, lefts, rights } = state
  const nodes = n + FIRST
  state.nodes = nodes
  state.next = FIRST
  state.depth = 1
  state.stack[0] = ROOT
  word[NONE] = shape.words
  word[ROOT] = shape.words + 1
  cluster[NONE] = 513
  cluster[ROOT] = 514
  tag[NONE] = 128
  tag[ROOT] = 129
  for (let i = 0; i < n; i++) {
    const id = columns.word[from + i]!
    word[i + FIRST] = id < shape.words ? id : 0
    cluster[i + FIRST] = columns.cluster[from + i]!
    tag[i + FIRST] = classes[from + i]!
  }
  for (const column of [left, left2, right, right2, lefts, rights, label]) column.fill(0, 0, nodes)
  head.fill(-1, 0, nodes)
}

/** Bit mask of the transitions that may be made: the root takes one dependent, last of all. */
export function allowed(state: Configuration): number {
  const more = state.next < state.nodes
  let mask = more ? 1 << SHIFT : 0
  if (state.depth > 1) {
    if (more) mask |= 1 << LEFT
    if (state.depth > 2 || !more) mask |= 1 << RIGHT
  }
  return mask
}

/** Makes a transition; `label` counts for arcs only. */
export function advance(state: Configuration, transition: number, label: number): void {
  const { stack, head, left, left2, right, right2, lefts, rights } = state
  if (transition === SHIFT) {
    stack[state.depth++] = state.next++
    return
  }
  const dependent = stack[--state.depth]!
  state.label[dependent] = label
  if (transition === LEFT) {
    const governor = state.next
    head[dependent] = governor
    left2[governor] = left[governor]!
    left[governor] = dependent
    lefts[governor] = lefts[governor]! + 1
  } else {
    const governor = stack[state.depth - 1]!
    head[dependent] = governor
    right2[governor] = right[governor]!
    right[governor] = dependent
    rights[governor] = rights[governor]! + 1
  }
}

export const PARSE_FEATURES = 112

/** Rows that a parser of this shape needs. */
export const parserRows = (shape: ParserShape): number =>
  1 + 8 * (shape.words + 2) + 17 * CLUSTERS + 24 * TAGS + 12 * (shape.labels + 1) + 64 + shape.pairs

const bucket = (distance: number): number =>
  distance < 5 ? distance : distance < 8 ? 5 : distance < 14 ? 6 : 7

/** Writes the features of `state` and returns their number. */
export function parseFeatures(shape: ParserShape, state: Configuration, features: Int32Array): number {
  const { word, cluster, tag, label, stack, left, left2, right, right2, lefts, rights, depth, nodes, next } =
    state
  const s0 = depth > 0 ? stack[depth - 1]! : NONE
  const s1 = depth > 1 ? stack[depth - 2]! : NONE
  const s2 = depth > 2 ? stack[depth - 3]! : NONE
  const s3 = depth > 3 ? stack[depth - 4]! : NONE
  const b0 = next < nodes ? next : NONE
  const b1 = next + 1 < nodes ? next + 1 : NONE
  const b2 = next + 2 < nodes ? next + 2 : NONE
  const b3 = next + 3 < nodes ? next + 3 : NONE
  const s0l = left[s0]!
  const s0l2 = left2[s0]!
  const s0r = right[s0]!
  const s0r2 = right2[s0]!
  const s1l = left[s1]!
  const s1l2 = left2[s1]!
  const s1r = right[s1]!
  const s1r2 = right2[s1]!
  const b0l = left[b0]!
  const b0l2 = left2[b0]!
  const s0p = s0 > FIRST ? s0 - 1 : NONE
  const s0n = s0 >= FIRST && s0 + 1 < nodes ? s0 + 1 : NONE
  const s1p = s1 > FIRST ? s1 - 1 : NONE
  const s1n = s1 >= FIRST && s1 + 1 < nodes ? s1 + 1 : NONE
  const b0p = b0 > FIRST ? b0 - 1 : NONE
  const s2r = right[s2]!
  const s0ll = left[s0l]!
  const s0rr = right[s0r]!
  const words = shape.words + 2
  const labels = shape.labels + 1
  let n = 0
  let base = 1
  features[n++] = base + word[s0]!
  features[n++] = (base += words) + word[s1]!
  features[n++] = (base += words) + word[b0]!
  features[n++] = (base += words) + word[b1]!
  features[n++] = (base += words) + word[s0l]!
  features[n++] = (base += words) + word[s0r]!
  features[n++] = (base += words) + word[s1r]!
  features[n++] = (base += words) + word[b0l]!
  base += words
  features[n++] = base + cluster[s0]!
  features[n++] = (base += CLUSTERS) + cluster[s1]!
  features[n++] = (base += CLUSTERS) + cluster[s2]!
  features[n++] = (base += CLUSTERS) + cluster[b0]!
  features[n++] = (base += CLUSTERS) + cluster[b1]!
  features[n++] = (base += CLUSTERS) + cluster[b2]!
  features[n++] = (base += CLUSTERS) + cluster[b3]!
  features[n++] = (base += CLUSTERS) + cluster[s0l]!
  features[n++] = (base += CLUSTERS) + cluster[s0r]!
  features[n++] = (base += CLUSTERS) + cluster[s1l]!
  features[n++] = (base += CLUSTERS) + cluster[s1r]!
  features[n++] = (base += CLUSTERS) + cluster[b0l]!
  features[n++] = (base += CLUSTERS) + cluster[b0l2]!
  features[n++] = (base += CLUSTERS) + cluster[s0l2]!
  features[n++] = (base += CLUSTERS) + cluster[s0r2]!
  features[n++] = (base += CLUSTERS) + cluster[s0n]!
  features[n++] = (base += CLUSTERS) + cluster[s1n]!
  base += CLUSTERS
  features[n++] = base + tag[s0]!
  features[n++] = (base += TAGS) + tag[s1]!
  features[n++] = (base += TAGS) + tag[s2]!
  features[n++] = (base += TAGS) + tag[s3]!
  features[n++] = (base += TAGS) + tag[b0]!
  features[n++] = (base += TAGS) + tag[b1]!
  features[n++] = (base += TAGS) + tag[b2]!
  features[n++] = (base += TAGS) + tag[b3]!
  features[n++] = (base += TAGS) + tag[s0l]!
  features[n++] = (base += TAGS) + tag[s0l2]!
  features[n++] = (base += TAGS) + tag[s0r]!
  features[n++] = (base += TAGS) + tag[s0r2]!
  features[n++] = (base += TAGS) + tag[s1l]!
  features[n++] = (base += TAGS) + tag[s1l2]!
  features[n++] = (base += TAGS) + tag[s1r]!
  features[n++] = (base += TAGS) + tag[s1r2]!
  features[n++] = (base += TAGS) + tag[b0l]!
  features[n++] = (base += TAGS) + tag[b0l2]!
  features[n++] = (base += TAGS) + tag[s0p]!
  features[n++] = (base += TAGS) + tag[s0n]!
  features[n++] = (base += TAGS) + tag[s1p]!
  features[n++] = (base += TAGS) + tag[s1n]!
  features[n++] = (base += TAGS) + tag[b0p]!
  features[n++] = (base += TAGS) + tag[s2r]!
  base += TAGS
  features[n++] = base + label[s0l]!
  features[n++] = (base += labels) + label[s0l2]!
  features[n++] = (base += labels) + label[s0r]!
  features[n++] = (base += labels) + label[s0r2]!
  features[n++] = (base += labels) + label[s1l]!
  features[n++] = (base += labels) + label[s1l2]!
  features[n++] = (base += labels) + label[s1r]!
  features[n++] = (base += labels) + label[s1r2]!
  features[n++] = (base += labels) + label[b0l]!
  features[n++] = (base += labels) + label[b0l2]!
  features[n++] = (base += labels) + label[s0ll]!
  features[n++] = (base += labels) + label[s0rr]!
  base += labels
  const near = b0 ? bucket(b0 - s0) : 0
  const apart = s1 ? bucket(s0 - s1) : 0
  features[n++] = base + near
  features[n++] = base + 8 + apart
  features[n++] = base + 16 + Math.min(7, lefts[s0]!)
  features[n++] = base + 24 + Math.min(7, rights[s0]!)
  features[n++] = base + 32 + Math.min(7, lefts[s1]!)
  features[n++] = base + 40 + Math.min(7, rights[s1]!)
  features[n++] = base + 48 + Math.min(7, lefts[b0]!)
  features[n++] = base + 56 + Math.min(7, depth)
  base += 64
  const { pairs } = shape
  const pair = (kind: number, a: number, b: number): void => {
    features[n++] = base + (mix(Math.imul(kind, 0x3243f6a9) ^ a, b) % pairs)
  }
  const s0w = word[s0]!
  const s1w = word[s1]!
  const b0w = word[b0]!
  const s0t = tag[s0]!
  const s1t = tag[s1]!
  const b0t = tag[b0]!
  const s0c = cluster[s0]!
  const s1c = cluster[s1]!
  const b0c = cluster[b0]!
  const s0lw = word[s0l]!
  pair(1, s0w, b0w)
  pair(2, s0w, b0t)
  pair(3, s0t, b0w)
  pair(4, s1w, s0w)
  pair(5, s1t, s0w)
  pair(6, s1w, s0t)
  pair(7, s0t | (b0t << 8), near)
  pair(8, s1t | (s0t << 8), b0t)
  pair(9, s0t | (b0t << 8), tag[b1]!)
  pair(10, s1t | (s0t << 8), apart)
  pair(11, s0c, b0c)
  pair(12, s1c, s0c)
  pair(13, s0t | (b0t << 8), tag[s0l]!)
  pair(14, s0t | (b0t << 8), tag[s0r]!)
  pair(15, s1t | (s0t << 8), tag[s1r]!)
  pair(16, s1t | (s0t << 8), tag[s0l]!)
  pair(17, s0t | (b0t << 8), tag[b0l]!)
  pair(18, s1w, s0lw)
  pair(19, s1c | (s0c << 10), s0lw)
  pair(20, cluster[s2]! | (s0c << 10), s0lw)
  pair(21, s2 ? tag[s2]! | (s1t << 8) : 0, s0t | (s0lw << 8))
  pair(22, s1t | (s0t << 8), tag[s2]!)
  pair(23, s1w, label[s1r]! | (s0t << 8))
  pair(24, s1t | (s0t << 8), label[s1r]! | (label[s0l]! << 8))
  pair(25, s0t | (b0t << 8), label[s0l]! | (label[b0l]! << 8))
  pair(26, s0w, tag[b1]! | (b0t << 8))
  pair(27, s1t | (s0t << 8), label[s0r]! | (b0t << 8))
  pair(28, b0t | (tag[b1]! << 8), tag[b2]!)
  return n
}
