// In: words of reports. Out: their content words, for telling whether two phrases are of one thing.

const EMPTY: ReadonlySet<string> = new Set(
  'a an the of to in on for and or by with at from that is was be will as it its his her their they them this these those not no has have had are were been would could should may might can about into over than such any all both after before under between during while also more most other new up out our your we he she i which who whom whose what when where how if unless until'.split(
    ' ',
  ),
)

const LETTER = /[\p{L}\p{N}]/u
const NUMBER = /\p{N}/u

/** Whether a UTF-16 unit is part of a word; letters beyond the basic plane are told by their pair. */
function isInWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128)
    return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
  if (code >= 0xdc00 && code <= 0xdfff) return at > 0 && LETTER.test(text.slice(at - 1, at + 1))
  return LETTER.test(String.fromCodePoint(text.codePointAt(at)!))
}

/** Tells every run of letters and digits, and where it begins, in order; `endOf` may put off where a run ends. */
export function eachWord(
  text: string,
  tell: (word: string, at: number) => void,
  endOf: (text: string, at: number) => number = (_, at) => at,
): void {
  let from = -1
  for (let at = 0; at <= text.length; at++) {
    const inside = at < text.length && isInWord(text, at)
    if (inside && from < 0) from = at
    else if (!inside && from >= 0) {
      const end = endOf(text, at)
      tell(text.slice(from, end), from)
      from = -1
      if (end > at) at = end - 1
    }
  }
}

/** Where the decimals end that follow a word at a place; the place itself where none do. */
function afterDecimals(text: string, at: number): number {
  if (text[at] !== '.') return at
  let end = at + 1
  while (end < text.length && NUMBER.test(String.fromCodePoint(text.codePointAt(end)!)))
    end += text.codePointAt(end)! > 0xffff ? 2 : 1
  return end === at + 1 ? at : end
}

/** Lower-cased content words, a plural "s" off, in order; small words dropped. A number keeps its decimals. */
export function contentWords(text: string): string[] {
  const words: string[] = []
  const keep = (word: string) => {
    if (word.length > 1 && !EMPTY.has(word)) words.push(stem(word))
  }
  eachWord(text.toLowerCase(), keep, afterDecimals)
  return words
}

const known = new Map<string, readonly string[]>()

/** The content words of a text that is asked for again and again. */
export function wordsOf(text: string): readonly string[] {
  let words = known.get(text)
  if (!words) {
    if (known.size > 50_000) known.clear()
    words = contentWords(text)
    known.set(text, words)
  }
  return words
}

/** A word without its plural or past ending, so that "tariffs" and "tariff" are one. */
export const stem = (word: string): string =>
  word.length > 4 && word.endsWith('ies')
    ? `${word.slice(0, -3)}y`
    : word.length > 3 && word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us')
      ? word.slice(0, -1)
      : word

const sets = new WeakMap<readonly string[], ReadonlySet<string>>()

/** The words of a list, each once; lists that are compared again and again are looked at once. */
function setOf(words: readonly string[]): ReadonlySet<string> {
  let set = sets.get(words)
  if (!set) {
    set = new Set(words)
    sets.set(words, set)
  }
  return set
}

function sharedBy(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [fewer, more] = a.size < b.size ? [a, b] : [b, a]
  let shared = 0
  for (const word of fewer) if (more.has(word)) shared++
  return shared
}

/** Shared words over the smaller set, 0–1; 0 where either is empty. */
export function overlap(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [setOf(a), setOf(b)]
  if (left.size === 0 || right.size === 0) return 0
  return sharedBy(left, right) / Math.min(left.size, right.size)
}

/** Shared words over all words (Jaccard), 0–1. */
export function likeness(a: readonly string[], b: readonly string[]): number {
  const [left, right] = [setOf(a), setOf(b)]
  const shared = sharedBy(left, right)
  const all = left.size + right.size - shared
  return all === 0 ? 0 : shared / all
}
