// In: text. Out: the same in fewer bytes, and back.
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { COMMON } from './common-words.ts'

/** What stands in most rows, told to the compressor beforehand: rows are small and much alike. */
const dictionary = Buffer.from(COMMON)

// Level 6 wins 4 % over level 3 and costs half as much again.
const LEVEL = 3
const LEAST_AT_ONCE = 256
const MOST_AT_ONCE = 65_536

/** Room is asked for in pieces; most rows are smaller than the usual piece by far. */
const roomFor = (bytes: number): number => Math.min(MOST_AT_ONCE, Math.max(LEAST_AT_ONCE, bytes))

/**
 * Deflated UTF-8 (RFC 1951, no header, with a preset dictionary) after one byte that says how. Lone surrogates would be
 * lost in UTF-8, so a text that has one is kept as UTF-16.
 */
export function pack(text: string): Uint8Array {
  const whole = text.isWellFormed()
  const chunkSize = roomFor(text.length)
  const bytes = deflateRawSync(Buffer.from(text, whole ? 'utf8' : 'utf16le'), {
    level: LEVEL,
    dictionary,
    chunkSize,
  })
  return Buffer.concat([Uint8Array.of(whole ? 0 : 1), bytes])
}

/** UTF-8 as it is after one byte that says so: for rows of which many are read at once. */
export const packPlain = (text: string): Uint8Array =>
  text.isWellFormed() ? Buffer.concat([Uint8Array.of(PLAIN), Buffer.from(text)]) : pack(text)

const PLAIN = 2

/** Text is about so many times as long as what it is packed into. */
const LONGER = 4

/** The text of packed bytes. Throws where they are no such. */
export function unpack(bytes: Uint8Array): string {
  if (bytes[0] === PLAIN) return Buffer.from(bytes.buffer, bytes.byteOffset + 1, bytes.length - 1).toString()
  const chunkSize = roomFor(LONGER * bytes.length)
  return inflateRawSync(bytes.subarray(1), { dictionary, chunkSize }).toString(
    bytes[0] === 0 ? 'utf8' : 'utf16le',
  )
}
