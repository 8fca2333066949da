// In: the bytes of a file and the encoding stated for it. Out: its text, without byte-order mark, and how it was decoded.
import type { Notice } from '../model/index.ts'
import { notice } from '../problem.ts'

/** Decoded bytes; `text` undefined where they are no text, and a notice says what they are. */
export interface DecodedBytes {
  readonly text?: string
  readonly encoding?: string
  readonly notices: Notice[]
}

const MAGIC: readonly [string, string][] = [
  ['%PDF-', 'a PDF file'],
  ['PK\u0003\u0004', 'a ZIP archive or Office document'],
  ['\u001f\u008b', 'gzip-compressed data'],
  ['\u0089PNG', 'a PNG image'],
  ['\u00ff\u00d8\u00ff', 'a JPEG image'],
  ['GIF8', 'a GIF image'],
  ['RIFF', 'a RIFF (image, sound or video) file'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Office document'],
  ['{\\rtf', 'an RTF document'],
  ['SQLite format 3', 'an SQLite database'],
  ['\u007fELF', 'a program'],
  ['MZ\u0090', 'a program'],
  ['\u00fd7zXZ', 'xz-compressed data'],
  ['BZh', 'bzip2-compressed data'],
  ['7z\u00bc\u00af', 'a 7z archive'],
  ['\u0028\u00b5\u002f\u00fd', 'zstd-compressed data'],
  ['OggS', 'an Ogg file'],
  ['ID3', 'an MP3 file'],
]

const startsLike = (bytes: Uint8Array, start: string) =>
  bytes.length >= start.length && [...start].every((letter, i) => bytes[i] === letter.charCodeAt(0))

/** Share of bytes that text hardly has: control characters but tab, line breaks, form feed, escape. */
function controlShare(bytes: Uint8Array): number {
  const looked = Math.min(bytes.length, 65536)
  let count = 0
  for (let i = 0; i < looked; i += 1) {
    const byte = bytes[i]!
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27)) count += 1
  }
  return looked ? count / looked : 0
}

function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const looked = Math.min(bytes.length & ~1, 4096)
  if (looked < 8) return undefined
  let even = 0
  let odd = 0
  for (let i = 0; i < looked; i += 2) {
    if (bytes[i] === 0) even += 1
    if (bytes[i + 1] === 0) odd += 1
  }
  if (odd > looked * 0.35 && even === 0) return 'utf-16le'
  return even > looked * 0.35 && odd === 0 ? 'utf-16be' : undefined
}

function decodeAs(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** U+FFFD in a text, and characters outside ASCII that came out whole. */
function brokenIn(text: string): { broken: number; whole: number } {
  let broken = 0
  let whole = 0
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    if (code === 0xfffd) broken += 1
    else if (code > 127) whole += 1
  }
  return { broken, whole }
}

/** The text of some bytes: byte-order mark, then UTF-8, then the encoding stated, then what jschardet finds. */
export async function decode(bytes: Uint8Array, path: string, stated?: string): Promise<DecodedBytes> {
  if (bytes.length === 0) return { notices: [notice('empty-file', { path })] }
  const magic = MAGIC.find(([start]) => startsLike(bytes, start))
  if (magic) return { notices: [notice('binary-file', { path, kind: magic[1] })] }
  const wide = wideEncoding(bytes)
  if (wide !== undefined) return wideText(bytes, wide, path)
  if (controlShare(bytes) > 0.01) return { notices: [notice('binary-file', { path, kind: 'binary data' })] }
  const exact = decodeAs(bytes, 'utf-8')
  if (exact !== undefined) return { text: exact, encoding: 'utf-8', notices: [] }
  const fromStated = stated === undefined || /^utf-?8$/i.test(stated) ? undefined : decodeAs(bytes, stated)
  if (fromStated !== undefined) return { text: fromStated, encoding: stated!.toLowerCase(), notices: [] }
  const loose = new TextDecoder('utf-8').decode(bytes)
  const { broken, whole } = brokenIn(loose)
  if (whole > 0 && broken <= whole * 2 + 2)
    return { text: loose, encoding: 'utf-8', notices: [notice('broken-utf8', { path, count: broken })] }
  const encoding = await foundEncoding(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  if (/[\u0000-\u0008\u0080-\u009f]/.test(text.slice(0, 65536)))
    return { text: loose, encoding: 'utf-8', notices: [notice('broken-utf8', { path, count: broken })] }
  return { text, encoding, notices: [notice('encoding-found', { path, encoding })] }
}

function wideText(bytes: Uint8Array, encoding: string, path: string): DecodedBytes {
  const text = new TextDecoder(encoding).decode(bytes)
  const { broken } = brokenIn(text)
  if (broken * 20 > text.length) return { notices: [notice('binary-file', { path, kind: 'binary data' })] }
  return { text, encoding, notices: [] }
}

/** The encoding jschardet finds in the first 64 KB; windows-1252 where it is not sure. */
async function foundEncoding(bytes: Uint8Array): Promise<string> {
  const { detect } = await import('jschardet')
  const { encoding, confidence } = detect(bytes.subarray(0, 65536))
  if (!encoding || confidence < 0.8 || /^(?:ascii|utf-8)$/i.test(encoding)) return 'windows-1252'
  try {
    return new TextDecoder(encoding).encoding
  } catch {
    return 'windows-1252'
  }
}
