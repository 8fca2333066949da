// In: tagged tokens. Out: heads and relations, by the trained reader's transitions.
import type { Draft } from '../draft.ts'
import { foldForm } from '../tokens.ts'
import { attachPairs } from '../trees/pairs.ts'
import { joinNames } from '../trees/units.ts'
import { applyLayer, encode, LONGEST, SLOTS } from './encoder.ts'
import type { Models } from './models.ts'
import { activate, best } from './perceptron.ts'
import { LABELS_FROM, type Reader } from './reader.ts'
import {
  advance,
  allowed,
  begin,
  type Configuration,
  FIRST,
  LEFT,
  makeConfiguration,
  PARSE_FEATURES,
  parseFeatures,
  RIGHT,
  ROOT,
  SHIFT,
} from './transitions.ts'
import { type WordColumns, wordColumns } from './vocabulary.ts'

/** Space for parsing, reused from sentence to sentence. */
export interface ParserSpace {
  readonly state: Configuration
  readonly features: Int32Array
  readonly slots: Int32Array
  readonly places: Int32Array
}

export const parserSpace = (): ParserSpace => ({
  state: makeConfiguration(LONGEST),
  features: new Int32Array(PARSE_FEATURES + SLOTS),
  slots: new Int32Array(SLOTS),
  places: new Int32Array(SLOTS),
})

/** What each of the `n` tokens whose vectors lie in the encoder's output adds to the hidden layer, by slot. */
function fillDense({ encoder, moves, slotScale }: Reader, n: number): void {
  const { space, scratch, slots } = encoder
  applyLayer(space, slots, scratch.output, scratch.slots, n)
  space.round(4 * scratch.slots, moves.at.dense, moves.at.dense + 2 * n * slots.columns, slotScale)
}

/**
 * Parses tokens `[from, to)`, at most `LONGEST`, whose vectors lie in the encoder's output: fills `head` and `label` of
 * `space.state` by node. `classes` are tag classes + 1.
 */
export function parseSentence(
  reader: Reader,
  columns: WordColumns,
  classes: Int32Array,
  from: number,
  to: number,
  space: ParserSpace,
): void {
  const { state, features, slots, places } = space
  const { moves, shape } = reader
  const blank = moves.rows - SLOTS * FIRST
  fillDense(reader, to - from)
  begin(state, shape, columns, classes, from, to)
  for (;;) {
    const open = allowed(state)
    if (open === 0) break
    if (open === 1 << SHIFT) {
      advance(state, SHIFT, 0)
      continue
    }
    let count = parseFeatures(shape, state, features, slots)
    let filled = 0
    for (let s = 0; s < SLOTS; s++) {
      const node = slots[s]!
      if (node < FIRST) features[count++] = blank + s * FIRST + node
      else places[filled++] = ((node - FIRST) * SLOTS + s) * moves.hidden
    }
    activate(moves, features, count, places, filled)
    const move = open === 1 << RIGHT ? RIGHT : bestMove(reader, open)
    if (move === SHIFT) {
      advance(state, SHIFT, 0)
      continue
    }
    const side = LABELS_FROM + (move === LEFT ? 0 : shape.labels)
    advance(state, move, best(moves, side, side + shape.labels) - side + 1)
  }
  attachPairs(reader, state)
}

function bestMove(reader: Reader, open: number): number {
  const { scores } = reader.moves
  best(reader.moves, 0, LABELS_FROM)
  let move = -1
  for (let o = SHIFT; o <= RIGHT; o++) {
    if (open & (1 << o) && (move < 0 || scores[o]! > scores[move]!)) move = o
  }
  return move
}

/**
 * Fills `head` and `dep`. Needs the tagger's `pos` and `tag`; names of several words come out as one unit each (see
 * `joinNames`).
 */
export function parse(draft: Draft, models: Models): void {
  const { tokens, sents, words } = draft
  if (!words) return
  const { reader } = models
  const { encoder } = reader
  const wide = 2 * encoder.shape.hidden
  const classes = new Int32Array(tokens.count)
  for (let i = 0; i < tokens.count; i++) classes[i] = reader.classOf(tokens.tag[i]!, tokens.pos[i]!)
  const space = parserSpace()
  for (const sent of sents) {
    let root = -1
    for (let from = sent.first; from < sent.last; from += LONGEST) {
      const to = Math.min(from + LONGEST, sent.last)
      encoder.space.numbers.set(words.vectors.subarray(from * wide, to * wide), encoder.scratch.output)
      parseSentence(reader, words.columns, classes, from, to, space)
      const { head, label } = space.state
      for (let i = from; i < to; i++) {
        const node = i - from + FIRST
        if (head[node] !== ROOT) {
          tokens.head[i] = head[node]! - FIRST + from
          tokens.dep[i] = reader.labels[label[node]! - 1]!
        } else {
          tokens.head[i] = root
          tokens.dep[i] = root < 0 ? 'root' : 'parataxis'
        }
      }
      // What is too long for one tree hangs as pieces on the first.
      if (root < 0) for (let i = from; i < to; i++) if (tokens.head[i] === -1) root = i
    }
  }
  joinNames(draft)
}

/** Heads (from 0, −1 the root) and relations of one sentence of words with Penn tags and codes in `UPOS`. */
export function parseForms(
  forms: readonly string[],
  tags: readonly { readonly tag: string; readonly pos: number }[],
  models: Models,
): { head: number[]; dep: string[] } {
  const { reader } = models
  const folded = forms.map(foldForm)
  const columns = wordColumns(
    models.vocabulary,
    folded,
    folded.map((form) => form.toLowerCase()),
  )
  const classes = Int32Array.from(tags, ({ tag, pos }) => reader.classOf(tag, pos))
  const space = parserSpace()
  const head: number[] = []
  const dep: string[] = []
  for (let from = 0; from < forms.length; from += LONGEST) {
    const to = Math.min(from + LONGEST, forms.length)
    encode(reader.encoder, columns, from, to)
    parseSentence(reader, columns, classes, from, to, space)
    for (let i = from; i < to; i++) {
      const governor = space.state.head[i - from + FIRST]!
      head.push(governor < FIRST ? -1 : governor - FIRST + from)
      dep.push(reader.labels[space.state.label[i - from + FIRST]! - 1]!)
    }
  }
  return { head, dep }
}
