// In: the bytes of a model file. Out: its header and its arrays of whole numbers, each with a scale.

/** One array of a model file: `length` integers of `bits` bits; a weight is the integer times `scale`. */
export interface ArrayHeader {
  readonly name: string
  readonly bits: 8 | 16
  readonly length: number
  readonly scale: number
}

export interface Weights<H> {
  readonly header: H
  /** The integers as they are, and what they are to be multiplied with. Throws `RangeError` for an unknown name. */
  readonly integers: (name: string) => { readonly values: Int8Array | Int16Array; readonly scale: number }
  /** The weights as numbers, put into `into` from `at` where these are given. */
  readonly numbers: (name: string, into?: Float32Array, at?: number) => Float32Array
}

/**
 * Reads a model file: four bytes with the header's length (little-endian), a JSON header with `arrays`, then the
 * arrays one after another. Throws `RangeError` where the file is cut short.
 */
export function decodeWeights<H>(bytes: Uint8Array): Weights<H> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = bytes.byteLength < 4 ? Infinity : view.getUint32(0, true)
  if (4 + length > bytes.byteLength) throw new RangeError('model file cut short')
  const header = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as H & {
    readonly arrays: readonly ArrayHeader[]
  }
  const places = new Map<string, { array: ArrayHeader; at: number }>()
  let at = 4 + length
  for (const array of header.arrays) {
    places.set(array.name, { array, at })
    at += (array.length * array.bits) / 8
  }
  if (at > bytes.byteLength) throw new RangeError('model file cut short')
  const integers = (name: string): { values: Int8Array | Int16Array; scale: number } => {
    const place = places.get(name)
    if (!place) throw new RangeError(`model file without ${name}`)
    const { array } = place
    if (array.bits === 8) {
      const values = new Int8Array(bytes.buffer, bytes.byteOffset + place.at, array.length)
      return { values, scale: array.scale }
    }
    // A copy, since the array need not begin at an even byte; little-endian like the machines that run WebAssembly.
    const from = bytes.byteOffset + place.at
    const values = new Int16Array(bytes.buffer.slice(from, from + array.length * 2))
    return { values, scale: array.scale }
  }
  return {
    header,
    integers,
    numbers: (name, into, at = 0) => {
      const { values, scale } = integers(name)
      const numbers = into ?? new Float32Array(values.length)
      for (let i = 0; i < values.length; i++) numbers[at + i] = values[i]! * scale
      return numbers
    },
  }
}
