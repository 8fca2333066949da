// In: the word table of the models. Out: ids and clusters of words, and the integers a token is made of.

/**
 * Words with a number each: 1 … `known` in falling frequency in the treebanks, then words that only have a cluster;
 * 0 is every other word.
 */
export interface Vocabulary {
  /** The number of a word in lower case, 0 where it has none. */
  readonly id: (word: string) => number
  /** Word cluster by id, 0 where there is none, else 1 … 512. */
  readonly cluster: Uint16Array
  readonly known: number
}

/**
 * Reads the bytes of `words.tsv`: a first line with `known`, then "word TAB cluster" in the order of the ids. The words
 * stay in these bytes, found through a table of hashes: fifty thousand strings would cost most of the layer's start.
 */
export function decodeVocabulary(bytes: Uint8Array): Vocabulary {
  const most = bytes.length >> 2
  let slots = 1024
  while (slots <= most) slots *= 2
  const table = new Int32Array(slots)
  const starts = new Int32Array(most + 2)
  const cluster = new Uint16Array(most + 2)
  let number = 0
  /** Puts the number that stands at `at` into `number`; gives where the next line begins. */
  const readNumber = (at: number): number => {
    number = 0
    for (; at < bytes.length && bytes[at] !== LINE; at++) number = number * 10 + bytes[at]! - ZERO
    return at + 1
  }
  /** Puts the word that begins at `at` into the table; gives where its cluster stands. */
  const readWord = (at: number, id: number): number => {
    starts[id] = at
    let hash = SEED
    for (; at < bytes.length && bytes[at] !== TAB; at++) hash = Math.imul(hash ^ bytes[at]!, PRIME)
    let slot = spread(hash) & (slots - 1)
    while (table[slot] !== 0) slot = (slot + 1) & (slots - 1)
    table[slot] = id
    return at + 1
  }
  let at = readNumber(0)
  const known = number
  let id = 0
  while (at < bytes.length) {
    at = readNumber(readWord(at, ++id))
    cluster[id] = number
  }
  /** `word` has one code unit a byte. */
  const find = (word: string): number => {
    let hash = SEED
    for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), PRIME)
    for (let slot = spread(hash) & (slots - 1); ; slot = (slot + 1) & (slots - 1)) {
      const found = table[slot]!
      if (found === 0) return 0
      const start = starts[found]!
      let same = 0
      while (same < word.length && bytes[start + same] === word.charCodeAt(same)) same++
      if (same === word.length && bytes[start + same] === TAB) return found
    }
  }
  return {
    id: (word) => find(PLAIN.test(word) ? word : inBytes(word)),
    cluster: cluster.subarray(0, id + 2),
    known,
  }
}

const TAB = 9
const LINE = 10
const ZERO = 48
/** Words of ASCII alone, whose code units are their bytes. */
const PLAIN = /^[\0-\x7f]*$/
const UTF8 = new TextEncoder()
const inBytes = (word: string): string =>
  Array.from(UTF8.encode(word), (byte) => String.fromCharCode(byte)).join('')
/** FNV-1a. */
const SEED = 0x811c9dc5
const PRIME = 0x01000193
const spread = (hash: number): number => hash ^ (hash >>> 15)

/** What the tagger and the parser know of tokens, computed once a token. */
export interface WordColumns {
  readonly form: readonly string[]
  readonly word: Int32Array
  readonly cluster: Int32Array
  readonly shape: Int32Array
  /** Hashes of the last four, three and two letters and of the first three. */
  readonly suffix4: Int32Array
  readonly suffix3: Int32Array
  readonly suffix2: Int32Array
  readonly prefix: Int32Array
}

export const SHAPES = 32

/** Mixes two integers to a hash of 31 bits. */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(b + 0x7f4a7c15, 0xc2b2ae35)
  h ^= h >>> 15
  h = Math.imul(h, 0x27d4eb2f)
  return (h ^ (h >>> 13)) & 0x7fffffff
}

/** Capitals, digits and signs of a form in five bits. */
export function shapeOf(form: string): number {
  let upper = 0
  let lower = 0
  let digit = 0
  let other = 0
  for (let i = 0; i < form.length; i++) {
    const c = form.charCodeAt(i)
    if (c >= 97 && c <= 122) lower++
    else if (c >= 65 && c <= 90) upper++
    else if (c >= 48 && c <= 57) digit++
    else other++
  }
  const first = form.charCodeAt(0)
  const capital = first >= 65 && first <= 90
  const letters = upper === 0 ? 0 : lower === 0 ? (upper === 1 ? 1 : 2) : capital ? 3 : 4
  const digits = digit === 0 ? 0 : digit === form.length ? 1 : 2
  const signs = other === 0 ? 0 : 1
  return letters === 0 && lower === 0 ? 30 - digits * 2 - signs : letters * 5 + digits + signs * 2
}

/** The number of a word; a number's digits are folded to its length class so that figures are known words. */
export function wordId(vocabulary: Vocabulary, lower: string): number {
  const id = vocabulary.id(lower)
  if (id !== 0) return id
  const c = lower.charCodeAt(0)
  return c >= 48 && c <= 57 ? vocabulary.id(foldNumber(lower)) : 0
}

/** "1,250" → "0,000", "2025" → "0000", "90s" → "00s"; long ones are cut. */
export const foldNumber = (lower: string): string => lower.slice(0, 10).replace(/\d/g, '0')

/** The columns for `tokens[from, to)`, by token index minus `from`. */
export function wordColumns(
  vocabulary: Vocabulary,
  form: readonly string[],
  lower: readonly string[],
): WordColumns {
  const n = form.length
  const columns: WordColumns = {
    form,
    word: new Int32Array(n),
    cluster: new Int32Array(n),
    shape: new Int32Array(n),
    suffix4: new Int32Array(n),
    suffix3: new Int32Array(n),
    suffix2: new Int32Array(n),
    prefix: new Int32Array(n),
  }
  for (let i = 0; i < n; i++) {
    const text = lower[i]!
    const id = wordId(vocabulary, text)
    const length = text.length
    const z = text.charCodeAt(length - 1)
    const y = length > 1 ? text.charCodeAt(length - 2) : 0
    const x = length > 2 ? text.charCodeAt(length - 3) : 0
    const w = length > 3 ? text.charCodeAt(length - 4) : 0
    columns.word[i] = id <= vocabulary.known ? id : 0
    columns.cluster[i] = vocabulary.cluster[id]!
    columns.shape[i] = shapeOf(form[i]!)
    columns.suffix2[i] = mix(z, y)
    columns.suffix3[i] = mix(columns.suffix2[i]!, x)
    columns.suffix4[i] = mix(columns.suffix3[i]!, w)
    columns.prefix[i] = mix(
      mix(text.charCodeAt(0), length > 1 ? text.charCodeAt(1) : 0),
      length > 2 ? text.charCodeAt(2) : 0,
    )
  }
  return columns
}
