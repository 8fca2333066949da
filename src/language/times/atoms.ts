// In: a draft with tokens. Out: its atoms: runs of letters, runs of digits and single signs, the alphabet of times and quantities.
import type { Draft } from '../draft.ts'

/**
 * Pieces of tokens in columns, in order of the text. An atom never crosses a token, so "90-day", "90" "-" "day" and
 * "1990s" come out the same however a tokenizer cuts them.
 */
export interface Atoms {
  readonly count: number
  readonly start: Int32Array
  readonly end: Int32Array
  /** Index of the token the atom is of. */
  readonly token: Int32Array
  /** Lower-cased; typographic signs folded to ASCII. "" outside the table, so looking past the ends is safe. */
  readonly word: readonly string[]
  /** 1 where the first letter is a capital. */
  readonly capital: Uint8Array
  /** Value of a run of digits with its grouping commas and decimal point; NaN for everything else. */
  readonly number: Float64Array
}

const FOLD: Readonly<Record<string, string>> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u02bc': "'",
  '`': "'",
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '-',
  '\u2013': '-',
  '\u2014': '--',
  '\u2212': '-',
  º: '°',
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isUpper = (code: number): boolean => code >= 65 && code <= 90

/** Letters by code unit: ASCII letters and all beyond U+00C0 that is neither sign, punctuation nor currency. */
function isLetter(code: number): boolean {
  if (code < 128) return isUpper(code) || (code >= 97 && code <= 122)
  if (code < 0xc0) return code === 0xaa || code === 0xb5
  if (code === 0xd7 || code === 0xf7) return false
  return !(code >= 0x2000 && code <= 0x2bff) && !(code >= 0x3000 && code <= 0x303f) && code < 0xfe00
}

/** End of the number that starts at `at`: digits, commas before three digits, one decimal point. */
function numberEnd(text: string, at: number, limit: number): number {
  let i = at
  while (i < limit && isDigit(text.charCodeAt(i))) i++
  const dotted = i - at <= 3 && text[i] === '.' && DOTTED.exec(text.slice(at, Math.min(limit, at + 16)))
  if (dotted) return at + dotted[0].length
  const grouped = i - at <= 3
  while (grouped && text[i] === ',' && three(text, i + 1, limit)) i += 4
  // "1,00,000", as India groups.
  if (text[i] === ',' && i - at <= 2)
    i += INDIAN.exec(text.slice(i, Math.min(limit, i + 16)))?.[0].length ?? 0
  if (text[i] === '.' && i + 1 < limit && isDigit(text.charCodeAt(i + 1))) {
    let j = i + 1
    while (j < limit && isDigit(text.charCodeAt(j))) j++
    // "03.04.1998" is a date, not a decimal.
    if (text[j] !== '.' || !isDigit(text.charCodeAt(j + 1))) i = j
  }
  return i
}

/** "1.000.000", as the continent writes. */
const DOTTED = /^\d{1,3}(?:\.\d{3}){2}(?![\d.])/

/** The value of digits with grouping marks. */
const numberOf = (written: string): number => Number(written.replaceAll(DOTTED.test(written) ? '.' : ',', ''))

const INDIAN = /^(?:,\d\d)+,\d{3}(?!\d)/

/** True where exactly three digits stand at `at`. */
function three(text: string, at: number, limit: number): boolean {
  if (at + 3 > limit) return false
  for (let i = at; i < at + 3; i++) if (!isDigit(text.charCodeAt(i))) return false
  return at + 3 >= limit || !isDigit(text.charCodeAt(at + 3))
}

/** True where a decimal without its zero begins (".75", "$.50"), not a full stop before a digit. */
function startsDecimal(text: string, at: number, limit: number, starts: number[], ends: number[]): boolean {
  if (text.charCodeAt(at) !== 46 || at + 1 >= limit || !isDigit(text.charCodeAt(at + 1))) return false
  if (starts.length === 0 || ends.at(-1) !== at) return true
  const before = text.charCodeAt(at - 1)
  return before === 36 || before === 0x20ac || before === 0xa3 || before === 45
}

const MADE = new WeakMap<Draft['tokens'], Atoms>()

/** Cuts every token into atoms, once a draft; linear in the text. */
export function atomsOf(draft: Draft): Atoms {
  const known = MADE.get(draft.tokens)
  if (known) return known
  const atoms = cut(draft)
  MADE.set(draft.tokens, atoms)
  return atoms
}

/** True where the token is a run of letters. */
function isWord(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isLetter(text.charCodeAt(i))) return false
  return true
}

function cut(draft: Draft): Atoms {
  const { text, tokens } = draft
  const start: number[] = []
  const end: number[] = []
  const token: number[] = []
  const word: string[] = []
  const capital: number[] = []
  const number: number[] = []
  for (let t = 0; t < tokens.count; t++) {
    const limit = tokens.end[t]!
    let i = tokens.start[t]!
    if (isWord(text, i, limit)) {
      start.push(i)
      end.push(limit)
      token.push(t)
      const lower = text.slice(i, limit).toLowerCase()
      word.push(lower)
      capital.push(text.startsWith(lower, i) ? 0 : 1)
      number.push(Number.NaN)
      continue
    }
    while (i < limit) {
      const code = text.charCodeAt(i)
      let j = i + 1
      let value = Number.NaN
      if (isDigit(code) || startsDecimal(text, i, limit, start, end)) {
        // ".3.5" is neither decimal nor date: its first stop stands alone.
        j = Math.max(i + 1, numberEnd(text, i, limit))
        value = numberOf(text.slice(i, j))
      } else if (isLetter(code)) {
        while (j < limit && isLetter(text.charCodeAt(j))) j++
      } else if (code <= 32 || code === 0xa0) {
        i++
        continue
      }
      start.push(i)
      end.push(j)
      token.push(t)
      const raw = text.slice(i, j)
      word.push(FOLD[raw] ?? raw.toLowerCase())
      capital.push(raw !== raw.toLowerCase() ? 1 : 0)
      number.push(value)
      i = j
    }
  }
  return {
    count: start.length,
    start: Int32Array.from(start),
    end: Int32Array.from(end),
    token: Int32Array.from(token),
    word,
    capital: Uint8Array.from(capital),
    number: Float64Array.from(number),
  }
}

/** The word at `i`, "" outside. */
export const wordAt = (a: Atoms, i: number): string => a.word[i] ?? ''

/** The digits' value at `i`, NaN where there are none. */
export const numberAt = (a: Atoms, i: number): number => a.number[i] ?? Number.NaN

/** True where atom `i` follows its predecessor without a space. */
export const glued = (a: Atoms, i: number): boolean => i > 0 && i < a.count && a.start[i] === a.end[i - 1]

/** The position after a hyphen at `i`, or `i` where there is none. */
export const pastHyphen = (a: Atoms, i: number): number => (a.word[i] === '-' ? i + 1 : i)
