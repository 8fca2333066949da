// In: the weights of tagger and parser. Out: the reader that both stages run on.
import { UPOS, type Upos } from '../doc.ts'
import {
  type Encoder,
  type EncoderShape,
  type Layer,
  LONGEST,
  makeLayer,
  makeScratch,
  SLOTS,
} from './encoder.ts'
import { layInStrips, makeWorkspace, type Workspace } from './kernel.ts'
import { makePerceptron, type Perceptron, refresh } from './perceptron.ts'
import { type TaggerShape, taggerRows } from './tag-features.ts'
import { type MoveShape, parserRows } from './transitions.ts'
import { decodeWeights, type Weights } from './weights.ts'

export interface ReaderHeader {
  readonly encoder: EncoderShape
  readonly moves: MoveShape
  readonly speller: TaggerShape
  /** "NNS|NOUN", by class. */
  readonly tags: readonly string[]
  /** UD relations with subtypes; label `l` is `labels[l − 1]`. */
  readonly labels: readonly string[]
}

/**
 * Tagger and parser: one encoder of the words with a layer for tags, a perceptron that speaks for tags by spelling and
 * neighbours (the two add up), and one for transitions.
 */
export interface Reader {
  readonly encoder: Encoder
  readonly speller: Perceptron
  readonly spellerShape: TaggerShape
  /** What the speller's scores are multiplied with to be added to the encoder's. */
  readonly spellerScale: number
  readonly moves: Perceptron
  /** What the encoder's numbers are multiplied with to be added to the rows of `moves`. */
  readonly slotScale: number
  readonly shape: MoveShape
  readonly labels: readonly string[]
  /** The label of punctuation. */
  readonly punct: number
  /** Penn tag and code in {@link UPOS}, by class. */
  readonly penn: readonly string[]
  readonly upos: Uint8Array
  /** The classes of finite main verbs. */
  readonly finite: readonly number[]
  /** Class + 1 of a Penn tag with a code in {@link UPOS}; the commonest class of the code where the two never met. */
  readonly classOf: (penn: string, upos: number) => number
}

/** Outputs of `moves`: three transitions, then the labels of left arcs, then those of right arcs. */
export const LABELS_FROM = 3

function readLayer(
  space: Workspace,
  weights: Weights<unknown>,
  name: string,
  rows: number,
  columns: number,
): Layer {
  const layer = makeLayer(space, rows, columns, true)
  const { values, scale } = weights.integers(name)
  layInStrips(space, layer.weights, values, columns, scale)
  weights.numbers(`${name} bias`, space.numbers, layer.bias)
  return layer
}

function readPerceptron(
  space: Workspace,
  weights: Weights<unknown>,
  name: string,
  rows: number,
  dense: number,
): { net: Perceptron; rowScale: number; unit: number } {
  const table = weights.integers(name)
  const outputs = weights.integers(`${name} outputs`)
  const unit = table.scale * outputs.scale
  const bias = Int32Array.from(weights.numbers(`${name} bias`), (b) => Math.round(b / unit))
  const hidden = outputs.values.length / bias.length
  if (table.values.length !== rows * hidden) throw new RangeError('model file of another shape')
  const net = makePerceptron(space, hidden, table.values, outputs.values, bias, dense)
  return { net, rowScale: table.scale, unit }
}

/** Decodes `reader.bin`. Throws `RangeError` where the file is cut short. */
export function decodeReader(bytes: Uint8Array): Reader {
  const weights = decodeWeights<ReaderHeader>(bytes)
  const { encoder: shape, moves, tags, labels } = weights.header
  const { size, hidden, slot } = shape
  const space = makeWorkspace()
  const words = weights.integers('words')
  const layers = {
    layer1: readLayer(space, weights, 'layer 1', size, 4 * hidden),
    layer2: readLayer(space, weights, 'layer 2', 2 * hidden, 4 * hidden),
    tagger: readLayer(space, weights, 'tags', 2 * hidden, shape.tags),
    slots: readLayer(space, weights, 'slots', 2 * hidden, SLOTS * slot),
    scratch: makeScratch(space, shape),
  }
  const speller = readPerceptron(space, weights, 'speller', taggerRows(weights.header.speller), 16)
  const transitions = readPerceptron(space, weights, 'moves', parserRows(moves), LONGEST * SLOTS * slot)
  refresh(speller.net)
  return {
    encoder: { shape, space, table: words.values as Int8Array, scale: words.scale, ...layers },
    speller: speller.net,
    spellerShape: weights.header.speller,
    spellerScale: speller.unit,
    moves: transitions.net,
    slotScale: 1 / transitions.rowScale,
    shape: moves,
    labels,
    punct: labels.indexOf('punct') + 1,
    ...tagClasses(tags),
  }
}

function tagClasses(tags: readonly string[]): Pick<Reader, 'penn' | 'upos' | 'finite' | 'classOf'> {
  const upos = new Uint8Array(tags.length)
  const classes = new Map<string, Uint8Array>()
  const common = new Uint8Array(UPOS.length)
  const penn = tags.map((tag, i) => {
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
  const verb = UPOS.indexOf('VERB')
  const finite = penn.flatMap((name, i) => (/^VB[DPZ]$/.test(name) && upos[i] === verb ? [i] : []))
  return { penn, upos, finite, classOf }
}
