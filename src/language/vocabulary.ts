// In: the word table of the models. Out: ids and clusters of words, and the integers a token is made of.

/**
 * Words with a number each: 1 … `known` in falling frequency in the treebanks, then words that only have a cluster;
 * 0 is every other word.
 */
export interface Vocabulary {
  readonly ids: ReadonlyMap<string, number>
  /** Word cluster by id, 0 where there is none, else 1 … 512. */
  readonly cluster: Uint16Array
  readonly known: number
}

/** Reads `words.tsv`: a first line with `known`, then "word TAB cluster" in the order of the ids. */
export function decodeVocabulary(text: string): Vocabulary {
  const ids = new Map<string, number>()
  const lines = text.split('\n')
  const known = Number(lines[0])
  const cluster = new Uint16Array(lines.length)
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i]!
    const tab = line.indexOf('\t')
    if (tab < 0) continue
    ids.set(line.slice(0, tab), i)
    cluster[i] = Number(line.slice(tab + 1))
  }
  return { ids, cluster, known }
}

/** What the tagger and the parser know of tokens, computed once a token. */
export interface WordColumns {
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
  const id = vocabulary.ids.get(lower)
  if (id !== undefined) return id
  const c = lower.charCodeAt(0)
  return c >= 48 && c <= 57 ? (vocabulary.ids.get(foldNumber(lower)) ?? 0) : 0
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
