// In: a sentence. Out: its tokens, kept apart as the English Universal Dependencies treebanks do.
import { endsAsAbbreviation } from './abbreviations.ts'
import { FILLER } from './shadow.ts'

const WORD = 1
const DIGIT = 2
const SPACE = 4

/** Word, digit or space bits of a UTF-16 code unit; 0 for punctuation. Letters beyond Latin count as words. */
export function classOf(c: number): number {
  if (c < 0x80) {
    if (c >= 48 && c <= 57) return DIGIT
    if ((c >= 97 && c <= 122) || (c >= 65 && c <= 90)) return WORD
    return c === 32 || (c >= 9 && c <= 13) ? SPACE : 0
  }
  if (c === 0xa0 || c === 0x3000 || (c >= 0x2000 && c <= 0x200a) || c === 0x202f || c === 0x85) return SPACE
  if (c < 0xc0) return c === 0xaa || c === 0xb5 || c === 0xba ? WORD : 0
  if (c === 0xd7 || c === 0xf7) return 0
  return (c >= 0x2010 && c <= 0x2bff) || (c >= 0x3001 && c <= 0x3004) || (c >= 0x3008 && c <= 0x3020)
    ? 0
    : WORD
}

const isUpper = (c: number): boolean => (c >= 65 && c <= 90) || (c >= 0xc0 && c <= 0xde)
const isLower = (c: number): boolean => (c >= 97 && c <= 122) || (c >= 0xdf && c <= 0xff)
const isApostrophe = (c: number): boolean => c === 39 || c === 0x2019 || c === 0x2018 || c === 0x60
const isDash = (c: number): boolean => c === 45 || (c >= 0x2010 && c <= 0x2015) || c === 0x2212

/** Prefixes that stay with their word ("pre-war"); other hyphens are tokens of their own. */
const PREFIXES = new Set(
  'e non pre anti re post co pro multi sub semi neo ex un socio psycho micro macro intra inter counter arch pan mini bi tri ultra infra extra de'.split(
    ' ',
  ),
)
/** Units written to a number without a space ("50km", "9pm", "5bn"). */
const UNITS = new Set(
  'am pm m k b bn mn tn km cm mm kg g mg lb lbs oz ft in mph kph kwh mw gw kw hz khz mhz ghz kb mb gb tb bps pct million billion trillion sq mt'.split(
    ' ',
  ),
)
/** Clitics without an apostrophe: where the second token begins. */
const SPLIT_WORDS: ReadonlyMap<string, number> = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['wanna', 3],
  ['gotta', 3],
  ['gimme', 3],
  ['lemme', 3],
  ['dont', 2],
  ['didnt', 3],
  ['doesnt', 4],
  ['isnt', 2],
  ['wasnt', 3],
  ['wouldnt', 5],
  ['couldnt', 5],
  ['havent', 4],
  ['arent', 3],
])
const TOP_DOMAINS =
  /^(?:com|org|net|gov|edu|io|co|uk|cn|eu|tv|info|ai|me|int|mil|de|fr|jp|ru|in|au|ca)(?![A-Za-z])/i
const ADDRESS =
  /^(?:[a-z][a-z0-9+.-]{1,9}:\/\/|www\.)\S+|^[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}|^[#@](?!\d+[.,]\d)\w+/i
const TAIL = /[)\]}>"'.,;:!?”’»]$/

/** Offset after an address or handle that begins at `at`, or −1. */
function addressEnd(text: string, at: number, end: number): number {
  const chunk = text.slice(at, Math.min(end, at + 2048))
  const match = ADDRESS.exec(chunk)
  if (!match) return -1
  let length = match[0].length
  while (length > 0 && TAIL.test(chunk[length - 1]!)) length--
  return at + length
}

/** True where a stop between two word characters ends a sentence whose space was lost ("word.Next"). */
function stopWithoutSpace(text: string, from: number, dot: number): boolean {
  if (!isUpper(text.charCodeAt(dot + 1)) || dot - from < 2) return false
  const before = text.charCodeAt(dot - 1)
  if (!isLower(before) && classOf(before) !== DIGIT) return false
  return !TOP_DOMAINS.test(text.slice(dot + 1, dot + 6))
}

/** Three digits behind a comma, or two and more groups as India writes them ("1,00,000"). */
const GROUPS = /^(?:\d\d,)*\d{3}(?!\d)/

/** End of the word that begins at `from` (a letter, digit or mark). */
function wordEnd(text: string, from: number, end: number): number {
  let at = from
  while (at < end) {
    const c = text.charCodeAt(at)
    if (classOf(c) & (WORD | DIGIT) || c === 1 || c === 95) {
      at++
      continue
    }
    const next = at + 1 < end ? text.charCodeAt(at + 1) : 10
    const nextClass = classOf(next)
    const before = classOf(text.charCodeAt(at - 1))
    if (c === 46) {
      if (nextClass & (WORD | DIGIT)) {
        if (before === DIGIT && nextClass === WORD && isUpper(next)) break
        if (before === WORD && nextClass === DIGIT && at - from > 1) break
        if (stopWithoutSpace(text, from, at)) break
        at++
        continue
      }
      if (endsAsAbbreviation(text.slice(from, at), next)) at++
      break
    }
    if ((c === 44 || c === 58) && before === DIGIT && nextClass === DIGIT) {
      if (c === 58 || GROUPS.test(text.slice(at + 1, at + 14))) {
        at++
        continue
      }
      break
    }
    if (c === 47 && before === DIGIT && nextClass === DIGIT) {
      at++
      continue
    }
    if (c === 38 && before === WORD && nextClass === WORD && isUpper(next) && at - from <= 3) {
      at++
      continue
    }
    if (isDash(c) && nextClass & (WORD | DIGIT)) {
      if (c === 45 && PREFIXES.has(text.slice(from, at).toLowerCase()) && nextClass === WORD) {
        at++
        continue
      }
      const phone = /^\d{3}-(?:\d{3}-)?\d{4}(?![\w-])/.exec(text.slice(from, from + 14))
      if (phone && from + phone[0].length > at) {
        at = from + phone[0].length
        continue
      }
      break
    }
    if (isApostrophe(c) && nextClass === WORD && before === WORD) {
      at++
      continue
    }
    if (c === 36 && /^(?:US|A|C|HK|NT|NZ|S|R|AU|CA)$/.test(text.slice(from, at))) return at + 1
    break
  }
  return at
}

/** Where the clitic of `text[from, to)` begins, or −1. */
function cliticStart(text: string, from: number, to: number): number {
  for (let back = 2; back <= 3 && to - back > from; back++) {
    const c = text.charCodeAt(to - back)
    if (!isApostrophe(c)) continue
    const tail = text.slice(to - back + 1, to).toLowerCase()
    if (tail === 's' || tail === 'm' || tail === 'd' || tail === 're' || tail === 've' || tail === 'll') {
      return to - back
    }
    if (tail === 't' && to - back - 1 > from && (text.charCodeAt(to - back - 1) | 32) === 110) {
      return to - back - 1
    }
    return -1
  }
  return -1
}

const FOLD: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  '‚': "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '−': '-',
  '—': '--',
  '―': '--',
  '…': '...',
}

/** A token's text as {@link Tokens.form} has it: quotes, dashes and ellipses folded to ASCII, fillers dropped. */
export function foldForm(raw: string): string {
  for (let i = 0; i < raw.length; i++) {
    const c = raw.charCodeAt(i)
    if (c > 0x7f || c === 1 || c === 0x60) return foldSlowly(raw)
  }
  return raw
}

function foldSlowly(raw: string): string {
  let out = ''
  for (const ch of raw) if (ch !== FILLER) out += FOLD[ch] ?? ch
  return out === "''" || out === '""' ? '"' : out
}

/** Appends the tokens of `shadow[start, end)` to the three columns. Linear; every token is a non-empty range. */
export function tokenize(
  shadow: string,
  start: number,
  end: number,
  starts: number[],
  ends: number[],
  forms: string[],
): void {
  const push = (from: number, to: number): void => {
    starts.push(from)
    ends.push(to)
    const form = foldForm(shadow.slice(from, to))
    forms.push(form === '-' && isSpacedDash(shadow, from, to) ? '--' : form)
  }
  let at = start
  let chunkStart = true
  while (at < end) {
    const c = shadow.charCodeAt(at)
    const kind = classOf(c)
    if (kind === SPACE || c === 1) {
      at++
      chunkStart = kind === SPACE || chunkStart
      continue
    }
    if (chunkStart && (kind !== 0 || c === 35 || c === 64)) {
      const to = addressEnd(shadow, at, end)
      if (to > at + 1) {
        push(at, to)
        at = to
        chunkStart = false
        continue
      }
    }
    chunkStart = kind === 0
    if (kind) {
      const to = wordEnd(shadow, at, end)
      pushWord(shadow, at, to, push)
      at = to
      continue
    }
    const to = punctuationEnd(shadow, at, end)
    push(at, to)
    at = to
  }
}

const isSpacedDash = (text: string, from: number, to: number): boolean =>
  text.charCodeAt(from) !== 45 &&
  classOf(text.charCodeAt(from - 1)) === SPACE &&
  classOf(text.charCodeAt(to)) === SPACE

/** Pushes a word, its clitic or its unit apart. */
function pushWord(text: string, from: number, to: number, push: (from: number, to: number) => void): void {
  const clitic = cliticStart(text, from, to)
  if (clitic > from) {
    pushWord(text, from, clitic, push)
    push(clitic, to)
    return
  }
  const length = to - from
  const first = text.charCodeAt(from)
  if (classOf(first) === DIGIT) {
    let split = from
    while (split < to && isNumeric(text.charCodeAt(split))) split++
    if (split < to && UNITS.has(text.slice(split, to).toLowerCase().replace(/\./g, ''))) {
      push(from, split)
      push(split, to)
      return
    }
  } else if (length >= 4 && length <= 7) {
    const split = SPLIT_WORDS.get(text.slice(from, to).toLowerCase())
    if (split) {
      push(from, from + split)
      push(from + split, to)
      return
    }
  }
  push(from, to)
}

const isNumeric = (c: number): boolean => (c >= 48 && c <= 57) || c === 44 || c === 46 || c === 58

/** End of a punctuation token: runs of stops, dashes and the like are one token, else one character. */
function punctuationEnd(text: string, at: number, end: number): number {
  const c = text.charCodeAt(at)
  let to = at + 1
  if (isApostrophe(c)) {
    const clitic = /^(?:s|re|ve|ll|d|m|em|til|tis|twas|cause|n|\d0s)(?![\p{L}\d])/iu.exec(
      text.slice(to, Math.min(end, to + 8)),
    )
    if (clitic) return to + clitic[0].length
    if (to < end && text.charCodeAt(to) === c) return to + 1
    return to
  }
  if (c === 33 || c === 63) {
    while (to < end && (text.charCodeAt(to) === 33 || text.charCodeAt(to) === 63)) to++
    return to
  }
  if (
    c === 46 ||
    c === 45 ||
    c === 42 ||
    c === 61 ||
    c === 95 ||
    c === 60 ||
    c === 62 ||
    c === 0x2013 ||
    c === 0x2014
  ) {
    if (
      c === 46 &&
      to < end &&
      classOf(text.charCodeAt(to)) === DIGIT &&
      (at === 0 || classOf(text.charCodeAt(at - 1)) !== WORD)
    ) {
      return wordEnd(text, to, end)
    }
    while (to < end && text.charCodeAt(to) === c) to++
    return to
  }
  if (c >= 0xd800 && c <= 0xdbff && to < end) return to + 1
  return to
}
