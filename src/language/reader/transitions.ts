// In: the words and tags of a sentence. Out: the state of a transition parser and the features of it.
import { SLOTS } from './encoder.ts'
import { mix, type WordColumns } from './vocabulary.ts'

/** Sizes of the parser's feature table; training and reading share them. */
export interface MoveShape {
  /** Words with rows of their own. */
  readonly words: number
  /** Rows for hashed pairs and triples. */
  readonly pairs: number
  readonly labels: number
}

/** Node 0 is "none", node 1 the root, token `i` of the sentence is node `i + 2`. */
const NONE = 0
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

const TAGS = 130

/** Sets `state` to the start of the sentence `[from, to)`; `classes` are tag classes + 1. */
export function begin(
  state: Configuration,
  shape: MoveShape,
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

export const PARSE_FEATURES = 56

const TAG_SLOTS = 12
const LABEL_SLOTS = 9

/** Rows that a parser of this shape needs; the last are for slots with no token in them. */
export const parserRows = (shape: MoveShape): number =>
  1 + TAG_SLOTS * TAGS + LABEL_SLOTS * (shape.labels + 1) + 64 + shape.pairs + SLOTS * FIRST

const bucket = (distance: number): number =>
  distance < 5 ? distance : distance < 8 ? 5 : distance < 14 ? 6 : 7

/** Writes the features of `state` and the nodes of its slots, and returns the number of features. */
export function parseFeatures(
  shape: MoveShape,
  state: Configuration,
  features: Int32Array,
  slots: Int32Array,
): number {
  const { word, cluster, tag, label, stack, left, left2, right, right2, lefts, rights, depth, nodes, next } =
    state
  const s0 = depth > 0 ? stack[depth - 1]! : NONE
  const s1 = depth > 1 ? stack[depth - 2]! : NONE
  const s2 = depth > 2 ? stack[depth - 3]! : NONE
  const b0 = next < nodes ? next : NONE
  const b1 = next + 1 < nodes ? next + 1 : NONE
  const s0l = left[s0]!
  const s0r = right[s0]!
  const s1l = left[s1]!
  const s1r = right[s1]!
  const b0l = left[b0]!
  slots[0] = s0
  slots[1] = s1
  slots[2] = s2
  slots[3] = b0
  const s0t = tag[s0]!
  const s1t = tag[s1]!
  const b0t = tag[b0]!
  const s0ll = label[s0l]!
  const s0rl = label[s0r]!
  const s1ll = label[s1l]!
  const s1rl = label[s1r]!
  const b0ll = label[b0l]!
  const labels = shape.labels + 1
  let n = 0
  let base = 1
  features[n++] = base + s0t
  features[n++] = (base += TAGS) + s1t
  features[n++] = (base += TAGS) + tag[s2]!
  features[n++] = (base += TAGS) + b0t
  features[n++] = (base += TAGS) + tag[b1]!
  features[n++] = (base += TAGS) + tag[s0l]!
  features[n++] = (base += TAGS) + tag[s0r]!
  features[n++] = (base += TAGS) + tag[s1l]!
  features[n++] = (base += TAGS) + tag[s1r]!
  features[n++] = (base += TAGS) + tag[b0l]!
  features[n++] = (base += TAGS) + tag[left[s0r]!]!
  features[n++] = (base += TAGS) + tag[right2[s1]!]!
  base += TAGS
  features[n++] = base + s0ll
  features[n++] = (base += labels) + label[left2[s0]!]!
  features[n++] = (base += labels) + s0rl
  features[n++] = (base += labels) + label[right2[s0]!]!
  features[n++] = (base += labels) + s1ll
  features[n++] = (base += labels) + s1rl
  features[n++] = (base += labels) + label[right2[s1]!]!
  features[n++] = (base += labels) + b0ll
  features[n++] = (base += labels) + label[left2[b0]!]!
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
  const s0c = cluster[s0]!
  const s1c = cluster[s1]!
  const s0lw = word[s0l]!
  const st = s1t | (s0t << 8)
  const sb = s0t | (b0t << 8)
  pair(1, s0w, b0w)
  pair(2, s0w, b0t)
  pair(3, s0t, b0w)
  pair(4, s1w, s0w)
  pair(5, s1t, s0w)
  pair(6, s1w, s0t)
  pair(7, sb, near)
  pair(8, st, b0t)
  pair(9, sb, tag[b1]!)
  pair(10, st, apart)
  pair(11, s0c, cluster[b0]!)
  pair(12, s1c, s0c)
  pair(13, s1w, s0lw)
  pair(14, s1c | (s0c << 10), s0lw)
  pair(15, cluster[s2]! | (s0c << 10), s0lw)
  pair(16, tag[s2]! | (s1t << 8), s0t | (s0lw << 8))
  pair(17, s1w, s1rl | (s0t << 8))
  pair(18, st, s1rl | (s0ll << 8))
  pair(19, sb, s0ll | (b0ll << 8))
  pair(20, st, s0rl | (b0t << 8))
  return n
}
