// In: tokens. Out: their part of speech and Penn tag, left to right, by the trained tagger.
import { UPOS, type Upos } from './doc.ts'
import type { Draft } from './draft.ts'
import { lemmaOf } from './lemmas.ts'
import type { Models } from './models.ts'
import {
  type Activation,
  activate,
  best,
  makeActivation,
  type Perceptron,
  type PerceptronHeader,
} from './perceptron.ts'
import { foldForm } from './tokens.ts'
import { mix, SHAPES, type WordColumns, wordColumns } from './vocabulary.ts'

/** Sizes of the tagger's feature table; training and reading share them. */
export interface TaggerShape {
  /** Words with rows of their own. */
  readonly words: number
  /** Rows for hashed spellings and for hashed pairs. */
  readonly spellings: number
  readonly pairs: number
}

export interface TaggerHeader extends PerceptronHeader {
  readonly shape: TaggerShape
  /** "NNS|NOUN", by class. */
  readonly tags: readonly string[]
}

export interface Tagger {
  readonly net: Perceptron
  readonly shape: TaggerShape
  /** Penn tag and code in {@link UPOS}, by class. */
  readonly penn: readonly string[]
  readonly upos: Uint8Array
  /** Class + 1 of a Penn tag with a code in {@link UPOS}; the commonest class of the code where the two never met. */
  readonly classOf: (penn: string, upos: number) => number
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

/** A tagger from its weights and header. */
export function makeTagger(net: Perceptron, header: TaggerHeader): Tagger {
  const upos = new Uint8Array(header.tags.length)
  const classes = new Map<string, Uint8Array>()
  const common = new Uint8Array(UPOS.length)
  const penn = header.tags.map((tag, i) => {
    const bar = tag.lastIndexOf('|')
    const name = tag.slice(0, bar)
    const code = UPOS.indexOf(tag.slice(bar + 1) as Upos)
    upos[i] = code
    if (!common[code]) common[code] = i + 1
    const byCode = classes.get(name) ?? new Uint8Array(UPOS.length)
    byCode[code] = i + 1
    classes.set(name, byCode)
    return name
  })
  const classOf = (name: string, code: number): number => classes.get(name)?.[code] || common[code]!
  return { net, shape: header.shape, penn, upos, classOf }
}

/** Writes the class of every token of the sentence `[from, to)` into `classes` (class + 1). */
export function tagSentence(
  tagger: Tagger,
  columns: WordColumns,
  classes: Int32Array,
  from: number,
  to: number,
  features: Int32Array,
  act: Activation,
): void {
  const { net, shape } = tagger
  for (let i = from; i < to; i++) {
    const n = tagFeatures(shape, columns, classes, from, to, i, features)
    activate(net, features, n, act)
    classes[i] = best(net, act, 0, net.outputs) + 1
  }
}

/** Space for tagging. */
export const taggerSpace = (tagger: Tagger): { features: Int32Array; act: Activation } => ({
  features: new Int32Array(TAG_FEATURES),
  act: makeActivation(tagger.net),
})

/** Fills `pos`, `tag` and `lemma` of every token. */
export function tag(draft: Draft, models: Models): void {
  const { tokens, sents } = draft
  const { tagger, vocabulary, lemmas } = models
  const columns = wordColumns(vocabulary, tokens.form, tokens.lower)
  const classes = new Int32Array(tokens.count)
  const { features, act } = taggerSpace(tagger)
  for (const sent of sents) tagSentence(tagger, columns, classes, sent.first, sent.last, features, act)
  for (let i = 0; i < tokens.count; i++) {
    const c = classes[i]! - 1
    const penn = tagger.penn[c]!
    tokens.pos[i] = tagger.upos[c]!
    tokens.tag[i] = penn
    tokens.lemma[i] = lemmaOf(tokens.form[i]!, tokens.lower[i]!, penn, lemmas, vocabulary)
  }
  draft.columns = columns
}

/** Penn tag, code in {@link UPOS} and lemma of every word of one sentence. */
export function tagForms(
  forms: readonly string[],
  models: Models,
): { readonly tag: string; readonly pos: number; readonly lemma: string }[] {
  const { tagger, vocabulary, lemmas } = models
  const folded = forms.map(foldForm)
  const lower = folded.map((form) => form.toLowerCase())
  const classes = new Int32Array(forms.length)
  const { features, act } = taggerSpace(tagger)
  tagSentence(tagger, wordColumns(vocabulary, folded, lower), classes, 0, forms.length, features, act)
  return folded.map((form, i) => {
    const c = classes[i]! - 1
    const penn = tagger.penn[c]!
    return { tag: penn, pos: tagger.upos[c]!, lemma: lemmaOf(form, lower[i]!, penn, lemmas, vocabulary) }
  })
}
