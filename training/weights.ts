// In: a trained reader. Out: the bytes of reader.bin, its weights as whole numbers.
import type { Layer } from '#parley/language/reader/encoder.ts'
import type { ReaderHeader } from '#parley/language/reader/reader.ts'
import type { TaggerShape } from '#parley/language/reader/tag-features.ts'
import type { ArrayHeader } from '#parley/language/reader/weights.ts'
import type { Learner } from './perceptron.ts'
import type { Reader } from './reader.ts'

/** What the range of integers is stretched over: all but a few weights in a hundred thousand fit. */
function reach(values: Float32Array, share: number): number {
  const stride = Math.max(1, Math.floor(values.length / 300_000))
  const sample: number[] = []
  for (let i = 0; i < values.length; i += stride) if (values[i] !== 0) sample.push(Math.abs(values[i]!))
  sample.sort((a, b) => a - b)
  return sample[Math.min(sample.length - 1, Math.floor(sample.length * share))] || 1
}

/** The bytes of a model file (see `decodeWeights`). */
function encodeWeights(
  header: object,
  arrays: readonly { readonly name: string; readonly bits: 8 | 16; readonly values: Float32Array }[],
): Uint8Array {
  const heads: ArrayHeader[] = []
  const bodies: Uint8Array[] = []
  for (const { name, bits, values } of arrays) {
    const most = bits === 8 ? 127 : 32767
    const scale = reach(values, bits === 8 ? 0.99995 : 1) / most
    const whole = (v: number): number => Math.max(-most, Math.min(most, Math.round(v / scale)))
    const out = bits === 8 ? Int8Array.from(values, whole) : Int16Array.from(values, whole)
    heads.push({ name, bits, length: values.length, scale })
    bodies.push(new Uint8Array(out.buffer))
  }
  const head = new TextEncoder().encode(JSON.stringify({ ...header, arrays: heads }))
  const size = new Uint8Array(4)
  new DataView(size.buffer).setUint32(0, head.length, true)
  const parts = [size, head, ...bodies]
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

const perceptron = (name: string, net: Learner): { name: string; bits: 8 | 16; values: Float32Array }[] => [
  { name, bits: 8, values: net.table },
  { name: `${name} outputs`, bits: 8, values: net.weights },
  { name: `${name} bias`, bits: 16, values: net.bias },
]

/** The bytes of `reader.bin` (see `decodeReader`). */
export function encodeReader(reader: Reader, speller: Learner, spellerShape: TaggerShape): Uint8Array {
  const { encoder, moves, shape, tags, labels } = reader
  const { numbers } = encoder.space
  const matrix = ({ weights, rows, columns }: Layer): Float32Array =>
    numbers.slice(weights, weights + rows * columns)
  const bias = (layer: Layer): Float32Array => numbers.slice(layer.bias, layer.bias + layer.columns)
  const header: ReaderHeader = { encoder: encoder.shape, moves: shape, speller: spellerShape, tags, labels }
  const layers: [string, Layer][] = [
    ['layer 1', encoder.layer1],
    ['layer 2', encoder.layer2],
    ['tags', encoder.tagger],
    ['slots', encoder.slots],
  ]
  return encodeWeights(header, [
    { name: 'words', bits: 8, values: Float32Array.from(encoder.table) },
    ...layers.flatMap(([name, layer]) => [
      { name, bits: 16 as const, values: matrix(layer) },
      { name: `${name} bias`, bits: 16 as const, values: bias(layer) },
    ]),
    ...perceptron('speller', speller),
    ...perceptron('moves', moves),
  ])
}
