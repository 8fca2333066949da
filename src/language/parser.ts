// In: tagged tokens. Out: heads and relations, by the trained transition parser.

import type { Sentence } from './doc.ts'
import type { Draft } from './draft.ts'
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
import {
  advance,
  allowed,
  begin,
  type Configuration,
  FIRST,
  LEFT,
  makeConfiguration,
  PARSE_FEATURES,
  type ParserShape,
  parseFeatures,
  RIGHT,
  SHIFT,
} from './transitions.ts'
import { type WordColumns, wordColumns } from './vocabulary.ts'

export interface ParserHeader extends PerceptronHeader {
  readonly shape: ParserShape
  /** UD relations with subtypes; label `l` is `labels[l − 1]`. */
  readonly labels: readonly string[]
}

export interface Parser {
  readonly net: Perceptron
  readonly shape: ParserShape
  readonly labels: readonly string[]
}

/** Outputs: three transitions, then the labels of left arcs, then those of right arcs. */
export const LABELS_FROM = 3

/** Space for parsing, reused from sentence to sentence. */
export interface ParserSpace {
  state: Configuration
  readonly features: Int32Array
  readonly act: Activation
}

export const parserSpace = (parser: Parser): ParserSpace => ({
  state: makeConfiguration(256),
  features: new Int32Array(PARSE_FEATURES),
  act: makeActivation(parser.net),
})

/**
 * Parses the sentence `[from, to)` into `space.state`: `head` by node, `label` by node. `classes` are tag classes + 1.
 */
export function parseSentence(
  parser: Parser,
  columns: WordColumns,
  classes: Int32Array,
  from: number,
  to: number,
  space: ParserSpace,
): void {
  if (space.state.capacity < to - from) space.state = makeConfiguration((to - from) * 2)
  const { state, features, act } = space
  const { net, shape } = parser
  begin(state, shape, columns, classes, from, to)
  for (;;) {
    const open = allowed(state)
    if (open === 0) return
    if (open === 1 << SHIFT) {
      advance(state, SHIFT, 0)
      continue
    }
    activate(net, features, parseFeatures(shape, state, features), act)
    let move = RIGHT
    if (open !== 1 << RIGHT) {
      best(net, act, 0, LABELS_FROM)
      move = SHIFT
      for (let o = SHIFT; o <= RIGHT; o++) {
        if (open & (1 << o) && (!(open & (1 << move)) || act.scores[o]! > act.scores[move]!)) move = o
      }
    }
    if (move === SHIFT) {
      advance(state, SHIFT, 0)
      continue
    }
    const side = LABELS_FROM + (move === LEFT ? 0 : shape.labels)
    advance(state, move, best(net, act, side, side + shape.labels) - side + 1)
  }
}

/**
 * Fills `head`, `dep` and `parsed` of the sentences that are `wanted` (all where it is left out); the others keep −1
 * and "". Needs the tagger's `pos` and `tag`.
 */
export function parse(draft: Draft, models: Models, wanted?: (sentence: Sentence) => boolean): void {
  const { tokens, sents, parsed } = draft
  const columns = draft.columns ?? wordColumns(models.vocabulary, tokens.form, tokens.lower)
  const classes = new Int32Array(tokens.count)
  for (let i = 0; i < tokens.count; i++) classes[i] = models.tagger.classOf(tokens.tag[i]!, tokens.pos[i]!)
  const space = parserSpace(models.parser)
  const { labels } = models.parser
  for (let s = 0; s < sents.length; s++) {
    const sent = sents[s]!
    if (wanted && !wanted(sent)) continue
    parseSentence(models.parser, columns, classes, sent.first, sent.last, space)
    const { head, label } = space.state
    for (let i = sent.first; i < sent.last; i++) {
      const node = i - sent.first + FIRST
      const governor = head[node]!
      tokens.head[i] = governor < FIRST ? -1 : governor - FIRST + sent.first
      tokens.dep[i] = labels[label[node]! - 1] ?? 'dep'
    }
    parsed[s] = 1
  }
}

/** Heads (from 0, −1 the root) and relations of one sentence of words with Penn and universal tags. */
export function parseForms(
  forms: readonly string[],
  tags: readonly { readonly tag: string; readonly pos: number }[],
  models: Models,
): { head: number[]; dep: string[] } {
  const folded = forms.map(foldForm)
  const lower = folded.map((form) => form.toLowerCase())
  const columns = wordColumns(models.vocabulary, folded, lower)
  const classes = Int32Array.from(tags, ({ tag, pos }) => models.tagger.classOf(tag, pos))
  const space = parserSpace(models.parser)
  parseSentence(models.parser, columns, classes, 0, forms.length, space)
  const head: number[] = []
  const dep: string[] = []
  for (let i = 0; i < forms.length; i++) {
    head.push(Math.max(-1, space.state.head[i + FIRST]! - FIRST))
    dep.push(models.parser.labels[space.state.label[i + FIRST]! - 1] ?? 'dep')
  }
  return { head, dep }
}
