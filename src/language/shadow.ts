// In: a text as it came. Out: a text of the same length in which damage is mended, so that offsets stay true.

/** Stands where a longer damaged sequence had more code units than the character it meant. Words drop it. */
export const FILLER = '\u0001'

const DAMAGE =
  /\u00e2\u20ac[\u0090-\u00b6\u0153\u0161\u02dc\u2013-\u2026\u2122\u0178]|[\u00c2\u00c3][\u0080-\u00bf\u0152-\u0192\u2013-\u2026\u2030-\u203a\u20ac\u2122]|\u00c2(?=[ \u00a0])|&(?:amp|quot|apos|nbsp|lt|gt|ndash|mdash|lsquo|rsquo|ldquo|rdquo|hellip|#\d{2,5});|[\u00ad\u200b-\u200f\u2028-\u202e\u2060\ufeff]|\ufffd{1,3}/g

const ENTITY: Readonly<Record<string, string>> = {
  amp: '&',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  lt: '<',
  gt: '>',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
}

/** Windows-1252 bytes of the characters that UTF-8 read as Windows-1252 leaves behind. */
const BYTE: Readonly<Record<string, number>> = {
  '€': 0x80,
  '‚': 0x82,
  ƒ: 0x83,
  '„': 0x84,
  '…': 0x85,
  '†': 0x86,
  '‡': 0x87,
  ˆ: 0x88,
  '‰': 0x89,
  Š: 0x8a,
  '‹': 0x8b,
  Œ: 0x8c,
  Ž: 0x8e,
  '‘': 0x91,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '•': 0x95,
  '–': 0x96,
  '—': 0x97,
  '˜': 0x98,
  '™': 0x99,
  š: 0x9a,
  '›': 0x9b,
  œ: 0x9c,
  ž: 0x9e,
  Ÿ: 0x9f,
}

const byteOf = (ch: string): number => BYTE[ch] ?? ch.charCodeAt(0)

const isWordCode = (c: number): boolean =>
  (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c >= 0xc0

function meant(match: string, at: number, text: string): string {
  const first = match.charCodeAt(0)
  if (first === 0xe2) {
    const code = 0x2000 | (byteOf(match[2]!) & 0x3f)
    return String.fromCharCode(code)
  }
  if (first === 0xc2 || first === 0xc3) {
    if (match.length === 1) return ''
    const byte = byteOf(match[1]!)
    if (byte < 0x80 || byte > 0xbf) return match
    return String.fromCharCode((first === 0xc2 ? 0 : 0x40) + byte)
  }
  if (first === 0x26) {
    const name = match.slice(1, -1)
    return name[0] === '#' ? String.fromCharCode(Number(name.slice(1))) : (ENTITY[name] ?? match)
  }
  if (first === 0xfffd) {
    const before = isWordCode(text.charCodeAt(at - 1))
    const after = isWordCode(text.charCodeAt(at + match.length))
    if (before && after) return '’'
    if (after) return '“'
    return /\s/.test(text[at - 1] ?? ' ') ? '—' : '”'
  }
  return first === 0x2028 || first === 0x2029 ? '\n' : ''
}

/**
 * `text` with UTF-8 read as Windows-1252, HTML entities, replacement characters and invisible characters mended.
 * Same length as `text`: what is left over of a sequence becomes {@link FILLER}.
 */
export function shadowOf(text: string): string {
  return text.replace(DAMAGE, (match: string, at: number) => {
    const mended = meant(match, at, text)
    return mended.length > match.length ? match : mended.padStart(match.length, FILLER)
  })
}
