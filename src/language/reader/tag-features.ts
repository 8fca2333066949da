// In: the words of a sentence and the tags given so far. Out: the features by which a word and its neighbours speak for a tag.
import { mix, SHAPES, type WordColumns } from './vocabulary.ts'

/** Sizes of the tagger's feature table; training and reading share them. */
export interface TaggerShape {
  /** Words with rows of their own. */
  readonly words: number
  /** Rows for hashed spellings and for hashed pairs. */
  readonly spellings: number
  readonly pairs: number
}

export const TAG_FEATURES = 34
const CLUSTERS = 513
const MAX_TAGS = 256

/** Rows that a tagger of this shape needs. */
export const taggerRows = (shape: TaggerShape): number =>
  1 + 3 * shape.words + 5 * CLUSTERS + 3 * SHAPES + 3 * MAX_TAGS + shape.spellings + shape.pairs

/**
 * Features of token `i` of the sentence `[from, to)`; `before` are the classes + 1 given to the tokens so far (0
 * outside). Returns their number.
 */
export function tagFeatures(
  shape: TaggerShape,
  columns: WordColumns,
  before: Int32Array,
  from: number,
  to: number,
  i: number,
  features: Int32Array,
): number {
  const { word, cluster, shape: shapes, suffix2, suffix3, prefix } = columns
  const { words, spellings, pairs } = shape
  const p1 = i > from ? i - 1 : -1
  const p2 = i - 1 > from ? i - 2 : -1
  const n1 = i + 1 < to ? i + 1 : -1
  const n2 = i + 2 < to ? i + 2 : -1
  const clip = (id: number): number => (id < words ? id : 0)
  const w0 = clip(word[i]!)
  const wp = p1 < 0 ? 0 : clip(word[p1]!)
  const wn = n1 < 0 ? 0 : clip(word[n1]!)
  const t1 = p1 < 0 ? 0 : before[p1]!
  const t2 = p2 < 0 ? 0 : before[p2]!
  let n = 0
  let base = 1
  features[n++] = base + w0
  features[n++] = (base += words) + wp
  features[n++] = (base += words) + wn
  features[n++] = (base += words) + cluster[i]!
  features[n++] = (base += CLUSTERS) + (p1 < 0 ? 0 : cluster[p1]!)
  features[n++] = (base += CLUSTERS) + (n1 < 0 ? 0 : cluster[n1]!)
  features[n++] = (base += CLUSTERS) + (p2 < 0 ? 0 : cluster[p2]!)
  features[n++] = (base += CLUSTERS) + (n2 < 0 ? 0 : cluster[n2]!)
  features[n++] = (base += CLUSTERS) + shapes[i]!
  features[n++] = (base += SHAPES) + (p1 < 0 ? 31 : shapes[p1]!)
  features[n++] = (base += SHAPES) + (n1 < 0 ? 31 : shapes[n1]!)
  features[n++] = (base += SHAPES) + t1
  features[n++] = (base += MAX_TAGS) + t2
  base += MAX_TAGS * 2
  const spell = (kind: number, hash: number): void => {
    features[n++] = base + (mix(kind, hash) % spellings)
  }
  spell(1, suffix3[i]!)
  spell(2, suffix2[i]!)
  spell(3, prefix[i]!)
  spell(4, mix(suffix2[i]!, shapes[i]!))
  spell(5, n1 < 0 ? 0 : suffix3[n1]!)
  spell(6, p1 < 0 ? 0 : suffix3[p1]!)
  spell(7, mix(suffix3[i]!, prefix[i]!))
  base += spellings
  const pair = (kind: number, a: number, b: number): void => {
    features[n++] = base + (mix(kind, mix(a, b)) % pairs)
  }
  pair(1, t1, t2)
  pair(2, t1, w0)
  pair(3, w0, wn)
  pair(4, wp, w0)
  pair(5, t1, wn)
  pair(6, t1, cluster[i]!)
  pair(7, t1, n1 < 0 ? 0 : cluster[n1]!)
  pair(8, suffix3[i]!, t1)
  pair(9, shapes[i]!, (p1 < 0 ? 1 : 0) + (n1 < 0 ? 2 : 0))
  pair(10, shapes[i]!, mix(p1 < 0 ? 31 : shapes[p1]!, n1 < 0 ? 31 : shapes[n1]!))
  return n
}
