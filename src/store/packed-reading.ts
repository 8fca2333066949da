// In: a reading to keep. Out: it in few bytes, and back: shingle hashes as numbers, which no compressor makes smaller; the rest as JSON.
import { pack, unpack } from './packed.ts'
import type { KeptReading } from './store.ts'

/** Stands first, where `pack` has 0 or 1. */
const WITH_SHINGLES = 2
/** The first byte, then how many hashes stand outside and inside quotation marks, 32 bits each. */
const HEAD = 9

/** A reading as bytes. What its shingles are, if not 32-bit numbers, stays in the JSON. */
export function packReading(reading: KeptReading): Uint8Array {
  if ('broke' in reading) return pack(JSON.stringify(reading))
  const { outside, inside } = reading.fingerprint
  const hashes = Uint32Array.from([...outside, ...inside])
  if (![...outside, ...inside].every((hash, at) => hash === hashes[at])) return pack(JSON.stringify(reading))
  // The key stays in its place, so that the same JSON comes back.
  const rest = pack(JSON.stringify({ ...reading, fingerprint: 0 }))
  const bytes = new Uint8Array(HEAD + hashes.byteLength + rest.byteLength)
  const view = new DataView(bytes.buffer)
  bytes[0] = WITH_SHINGLES
  view.setUint32(1, outside.length, true)
  view.setUint32(5, inside.length, true)
  hashes.forEach((hash, at) => {
    view.setUint32(HEAD + 4 * at, hash, true)
  })
  bytes.set(rest, HEAD + hashes.byteLength)
  return bytes
}

/** The reading of packed bytes. Throws where they are no such. */
export function unpackReading(bytes: Uint8Array): KeptReading {
  if (bytes[0] !== WITH_SHINGLES) return JSON.parse(unpack(bytes)) as KeptReading
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const outside = view.getUint32(1, true)
  const all = outside + view.getUint32(5, true)
  const rest = JSON.parse(unpack(bytes.subarray(HEAD + 4 * all))) as Exclude<KeptReading, { broke: string }>
  const hashes: number[] = []
  for (let at = 0; at < all; at++) hashes.push(view.getUint32(HEAD + 4 * at, true))
  return Object.assign(rest, {
    fingerprint: { outside: hashes.slice(0, outside), inside: hashes.slice(outside) },
  })
}
