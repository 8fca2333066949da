// In: a board with the rules' names, the word clusters, the finder's weights. Out: a label for every token: PER, ORG, LOC, MISC or none.
import { mix, shapeOf, type Vocabulary, wordId } from '../reader/vocabulary.ts'
import { type Board, isCapital, isUpper, nameAt, opensSentence } from './found.ts'
import { isCalendar, type NameWords, PARTICLES } from './words.ts'

/** 0 is "no name"; odd numbers begin a name of a kind, the even number after goes on with it. */
const KINDS = ['PER', 'ORG', 'LOC', 'MISC'] as const
export const LABELS = 1 + 2 * KINDS.length

/**
 * An averaged perceptron over hashed features (Collins 2002; features after Ratinov & Roth 2009), greedy from left to
 * right: `weights` holds {@link LABELS} int16 a bucket, `buckets` is a power of two.
 */
export interface Finder {
  readonly buckets: number
  readonly weights: Int16Array
}

const MAX_FEATURES = 96
const CONNECTING = new Set(['of', 'and', 'the', 'for', '&', '-', "'", "'s", 'on', 'in', '/', ',', '.', 'at'])

/** Space and columns of one document for the finder's features. */
export interface FinderColumns {
  readonly board: Board
  readonly word: Int32Array
  readonly cluster: Int32Array
  readonly shape: Int32Array
  /** Hash of the long shape ("Xxx-xx"). */
  readonly form: Int32Array
  readonly suffix: Int32Array
  readonly prefix: Int32Array
  readonly tag: Int32Array
  /** What the rules say of the token, and whether it is a given name, surname, office or noun for a body. */
  readonly rule: Int32Array
  readonly list: Int32Array
  /** Bits of how the word stands elsewhere: in lower case; with a capital inside a sentence; what rules say there. */
  readonly elsewhere: Int32Array
  /** The label last given to the same form. */
  readonly memory: Map<string, number>
  readonly open: Uint8Array
  readonly features: Int32Array
}

/** Columns for a document whose rules have run. */
export function finderColumns(board: Board, words: NameWords, vocabulary: Vocabulary): FinderColumns {
  const { tokens, sents } = board.draft
  const n = tokens.count
  const columns: FinderColumns = {
    board,
    word: new Int32Array(n),
    cluster: new Int32Array(n),
    shape: new Int32Array(n),
    form: new Int32Array(n),
    suffix: new Int32Array(n),
    prefix: new Int32Array(n),
    tag: new Int32Array(n),
    rule: new Int32Array(n),
    list: new Int32Array(n),
    elsewhere: new Int32Array(n),
    memory: new Map(),
    open: new Uint8Array(n),
    features: new Int32Array(MAX_FEATURES),
  }
  const seen = new Map<string, number>()
  for (let i = 0; i < n; i++) {
    const form = tokens.form[i]!
    const lower = tokens.lower[i]!
    const mixed = board.casing[tokens.sent[i]!] === 'mixed'
    columns.word[i] = hashOf(lower)
    columns.form[i] = hashOf(form)
    columns.cluster[i] = vocabulary.cluster[wordId(vocabulary, lower)]!
    columns.shape[i] = shapeOf(form)
    columns.suffix[i] = hashOf(lower.slice(-3))
    columns.prefix[i] = hashOf(lower.slice(0, 3))
    columns.tag[i] = hashOf(tokens.tag[i]!)
    columns.rule[i] = ruleOf(board, i)
    columns.list[i] = listOf(form, lower, words)
    columns.open[i] = opensSentence(board.draft, i) ? 1 : 0
    let bits = seen.get(lower) ?? 0
    if (form === lower) bits |= 1
    else if (mixed && columns.open[i] === 0) bits |= isUpper(form) ? 4 : 2
    const kind = columns.rule[i]! === 0 ? 0 : kindOfRule(board, i)
    if (kind > 0) bits |= 4 << kind
    seen.set(lower, bits)
  }
  for (let i = 0; i < n; i++) columns.elsewhere[i] = seen.get(tokens.lower[i]!)!
  void sents
  return columns
}

function hashOf(text: string): number {
  let h = text.length
  for (let i = 0; i < text.length; i++) h = (Math.imul(h, 31) + text.charCodeAt(i)) | 0
  return h
}

const RULE_KINDS = {
  person: 1,
  organisation: 2,
  outlet: 2,
  government: 2,
  place: 3,
  office: 0,
  product: 4,
  law: 4,
  event: 4,
  good: 0,
} as const

function kindOfRule(board: Board, i: number): number {
  return RULE_KINDS[nameAt(board, i)!.type]
}

/** Type, place in the name and finder of the rules' name on this token; 0 where there is none. */
function ruleOf(board: Board, i: number): number {
  const name = nameAt(board, i)
  if (!name || name.type === 'good' || name.type === 'office') return 0
  const kind = RULE_KINDS[name.type]
  const begins = name.first === i ? 1 : 2
  const length = name.last - name.first > 1 ? 1 : 0
  const by =
    name.foundBy === 'pack'
      ? name.form === 'adjective'
        ? 1
        : name.form === 'abbreviation'
          ? 2
          : 3
      : name.foundBy === 'title'
        ? 4
        : name.foundBy === 'name'
          ? 5
          : 6
  return ((kind * 4 + begins) * 2 + length) * 8 + by
}

function listOf(form: string, lower: string, words: NameWords): number {
  const gender = words.gender.has(form) ? 1 : 0
  const surname = words.surnamesFirst.has(form) ? 2 : 0
  const office = words.offices.has(lower) ? 4 : 0
  const body = words.organisationNouns.has(form) ? 8 : 0
  const calendar = isCalendar(form) ? 16 : 0
  const particle = PARTICLES.has(form) ? 32 : 0
  return gender + surname + office + body + calendar + particle
}

/** True where a token may be part of a name at all; others are label 0 without a look. */
export function mayBeName(columns: FinderColumns, i: number, before: number): boolean {
  const form = columns.board.draft.tokens.form[i]!
  if (isCapital(form) || columns.rule[i] !== 0) return true
  const c = form.charCodeAt(0)
  if (c >= 48 && c <= 57) return true
  return (
    before !== 0 &&
    (CONNECTING.has(form) || PARTICLES.has(form) || columns.board.draft.tokens.form[i - 1] === '-')
  )
}

/** Fills `columns.features` with buckets for token `i` after labels `one` and `two` and returns their number. */
export function finderFeatures(
  columns: FinderColumns,
  i: number,
  one: number,
  two: number,
  mask: number,
): number {
  const { word, form, cluster, shape, suffix, prefix, tag, rule, list, elsewhere, features, board, open } =
    columns
  const { tokens, sents } = board.draft
  const sentence = sents[tokens.sent[i]!]!
  const casing =
    board.casing[tokens.sent[i]!]! === 'mixed' ? 0 : board.casing[tokens.sent[i]!]! === 'title' ? 1 : 2
  let n = 0
  let kind = 0
  const add = (a: number, b = 0): void => {
    features[n++] = mix(mix(kind, a), b) & mask
  }
  const a1 = i - 1 >= sentence.first ? i - 1 : -1
  const a2 = i - 2 >= sentence.first ? i - 2 : -1
  const b1 = i + 1 < sentence.last ? i + 1 : -1
  const b2 = i + 2 < sentence.last ? i + 2 : -1
  const at = (column: Int32Array, k: number): number => (k < 0 ? -7 : column[k]!)
  const history = one * LABELS + two
  kind = 1
  add(casing)
  kind = 2
  add(word[i]!)
  kind = 3
  add(form[i]!, open[i]!)
  kind = 4
  add(at(word, a1))
  kind = 5
  add(at(word, b1))
  kind = 6
  add(at(word, a2))
  kind = 7
  add(at(word, b2))
  kind = 8
  add(shape[i]!, casing)
  kind = 9
  add(at(shape, a1), shape[i]!)
  kind = 10
  add(shape[i]!, at(shape, b1))
  kind = 11
  add(suffix[i]!)
  kind = 12
  add(prefix[i]!)
  kind = 13
  add(cluster[i]!)
  kind = 14
  add(at(cluster, a1))
  kind = 15
  add(at(cluster, b1))
  kind = 16
  add(at(cluster, a2))
  kind = 17
  add(at(cluster, b2))
  kind = 18
  add(cluster[i]!, at(cluster, a1))
  kind = 19
  add(cluster[i]!, at(cluster, b1))
  kind = 20
  add(history)
  kind = 21
  add(one, word[i]!)
  kind = 22
  add(one, cluster[i]!)
  kind = 23
  add(one, at(word, a1))
  kind = 24
  add(one, shape[i]!)
  kind = 25
  add(rule[i]!)
  kind = 26
  add(rule[i]!, at(rule, b1))
  kind = 27
  add(at(rule, a1), rule[i]!)
  kind = 28
  add(rule[i]!, one)
  kind = 29
  add(list[i]!, at(list, b1))
  kind = 30
  add(list[i]!, at(list, a1))
  kind = 31
  add(list[i]!, one)
  kind = 32
  add(elsewhere[i]!, open[i]!)
  kind = 33
  add(elsewhere[i]!, rule[i]!)
  kind = 34
  add(columns.memory.get(tokens.form[i]!) ?? -1)
  kind = 35
  add(columns.memory.get(tokens.form[i]!) ?? -1, one)
  kind = 36
  add(at(word, a1), at(word, b1))
  kind = 37
  add(at(word, a1), word[i]!)
  kind = 38
  add(word[i]!, at(word, b1))
  kind = 39
  add(at(cluster, a1), at(cluster, b1))
  kind = 40
  add(open[i]! * 4 + casing, at(shape, b1))
  kind = 41
  add(at(tag, a1), tag[i]!)
  kind = 42
  add(tag[i]!, at(tag, b1))
  kind = 43
  add(tag[i]!, one)
  kind = 44
  add(at(rule, b1), one)
  kind = 45
  add(headAhead(columns, i, sentence.last))
  kind = 46
  add(headAhead(columns, i, sentence.last), one)
  return n
}

/** The last word of the run of capitals that begins here: "University", "Airlines", a surname. */
function headAhead(columns: FinderColumns, i: number, end: number): number {
  const { form } = columns.board.draft.tokens
  let last = -1
  for (let k = i; k < end && k < i + 6; k++) {
    if (isCapital(form[k]!)) last = k
    else if (!(form[k] === '&' || form[k] === '-')) break
  }
  return last < 0 ? -1 : columns.cluster[last]! * 64 + columns.list[last]!
}

/** The best label of a token for these features; "go on" labels need their kind before them. */
export function bestLabel(
  scores: { readonly length: number; readonly [index: number]: number },
  before: number,
): number {
  let best = 0
  for (let label = 1; label < LABELS; label++) {
    if (label % 2 === 0 && before !== label && before !== label - 1) continue
    if (scores[label]! > scores[best]!) best = label
  }
  return best
}

/** Labels of all tokens. */
export function labelTokens(
  board: Board,
  words: NameWords,
  vocabulary: Vocabulary,
  finder: Finder,
): Uint8Array {
  const { sents, tokens } = board.draft
  const columns = finderColumns(board, words, vocabulary)
  const labels = new Uint8Array(tokens.count)
  const scores = new Int32Array(LABELS)
  const mask = finder.buckets - 1
  for (const sentence of sents) {
    let one = 0
    let two = 0
    for (let i = sentence.first; i < sentence.last; i++) {
      let label = 0
      if (mayBeName(columns, i, one)) {
        const count = finderFeatures(columns, i, one, two, mask)
        scores.fill(0)
        for (let f = 0; f < count; f++) {
          const row = columns.features[f]! * LABELS
          for (let k = 0; k < LABELS; k++) scores[k] = scores[k]! + finder.weights[row + k]!
        }
        label = bestLabel(scores, one)
        columns.memory.set(tokens.form[i]!, label)
      }
      labels[i] = label
      two = one
      one = label
    }
  }
  return labels
}

/** Reads the finder's weights: "PNF1", log2 of the buckets, then runs of zeros to skip and int16 values (little-endian), as training writes them. */
export function decodeFinder(bytes: Uint8Array): Finder {
  if (bytes.length < 6 || bytes[0] !== 0x50 || bytes[1] !== 0x4e || bytes[2] !== 0x46) {
    throw new RangeError('finder.bin is not a name finder')
  }
  const buckets = 2 ** bytes[4]!
  const weights = new Int16Array(buckets * LABELS)
  let at = 5
  let to = 0
  while (at + 1 < bytes.length && to < weights.length) {
    to += bytes[at]!
    const count = bytes[at + 1]!
    at += 2
    for (let k = 0; k < count; k++) {
      weights[to++] = bytes[at]! | (bytes[at + 1]! << 8)
      at += 2
    }
  }
  return { buckets, weights }
}
