// In: atoms and a position. Out: the currency written there, before or behind a number.
import { type Atoms, glued, numberAt, wordAt } from '../times/atoms.ts'
import { readNumeral } from './numerals.ts'
import {
  CURRENCY_ADJECTIVES,
  CURRENCY_CODES,
  CURRENCY_SIGNS,
  CURRENCY_WORDS,
  DOLLAR_PREFIXES,
  DOUBTFUL_CURRENCY,
} from './units.ts'

export interface Currency {
  readonly next: number
  /** ISO 4217 code, or "cent", "penny". */
  readonly unit: string
  /** "MUSD": what the number is multiplied by. */
  readonly factor?: number
  /** The word is also another word ("won", "mark"): no amount of "one". */
  readonly needsNumber?: boolean
}

const PREFIX_FACTORS: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['b', 1e9],
])

/** "USD", "rmb", "MUSD". */
function readCode(a: Atoms, i: number): Currency | undefined {
  const word = wordAt(a, i)
  const code = CURRENCY_CODES.get(word)
  // "try", "all", "cop" are words: only in capitals.
  if (code !== undefined)
    return a.capital[i] === 1 || word === 'usd' || word === 'rmb' || word === 'eur'
      ? { next: i + 1, unit: code }
      : undefined
  const factor = word.length === 4 ? PREFIX_FACTORS.get(word.charAt(0)) : undefined
  const inner = factor === undefined ? undefined : CURRENCY_CODES.get(word.slice(1))
  return inner !== undefined && a.capital[i] === 1 ? { next: i + 1, unit: inner, factor: factor! } : undefined
}

/** A currency that ends right before a number: "$", "US$", "C $", "USD", "€", "dollar 22.5 million". */
export function readCurrencyBefore(a: Atoms, i: number): Currency | undefined {
  const sign = CURRENCY_SIGNS.get(wordAt(a, i))
  const number = (at: number) => !Number.isNaN(numberAt(a, at)) || readNumeral(a, at)?.words === true
  if (sign) {
    const at = wordAt(a, i + 1) === '-' ? i + 1 : i + 1
    return number(at) ? { next: at, unit: sign } : undefined
  }
  const word = wordAt(a, i)
  let j = i + 1
  let prefix = word
  if (word === 'u' && wordAt(a, i + 1) === '.' && wordAt(a, i + 2) === 's') {
    prefix = 'us'
    j = wordAt(a, i + 3) === '.' ? i + 4 : i + 3
  }
  if (wordAt(a, j) === '$' && number(j + 1)) {
    const dollar = DOLLAR_PREFIXES.get(prefix)
    if (dollar && (word.length > 1 || prefix === 'us' || glued(a, j) || word === 'c' || word === 'a'))
      return { next: j + 1, unit: dollar }
  }
  const code = readCode(a, i)
  if (code && !Number.isNaN(numberAt(a, i + 1))) {
    // "10 rmb 20 usd": the code belongs to the number before it.
    return Number.isNaN(numberAt(a, i - 1)) || wordAt(a, i - 1).length > 9 ? code : undefined
  }
  if (word === 'dollar' && !Number.isNaN(numberAt(a, i + 1)) && Number.isNaN(numberAt(a, i - 1)))
    return { next: i + 1, unit: 'USD' }
  return undefined
}

/** A currency right behind a number: "dollars", "Hong Kong dollars", "USD", "€", "-dollar", "yuan". */
export function readCurrencyAfter(a: Atoms, i: number): Currency | undefined {
  const j = wordAt(a, i) === '-' ? i + 1 : i
  const sign = CURRENCY_SIGNS.get(wordAt(a, j))
  if (sign) {
    // "$ 20 $ 30": the second sign belongs to the second number; "10 $ 30 $" has its own signs behind.
    const follows = !Number.isNaN(numberAt(a, j + 1))
    const own =
      follows && wordAt(a, j + 2) !== wordAt(a, j) && CURRENCY_SIGNS.has(wordAt(a, j)) && glued(a, j + 1)
    return own ? undefined : { next: j + 1, unit: sign }
  }
  const code = readCode(a, j)
  if (code) return { ...code, next: wordAt(a, code.next) === '$' ? code.next + 1 : code.next }
  for (let words = 0; words <= 6; words++) {
    const word = wordAt(a, j + words)
    const own = CURRENCY_WORDS.get(word)
    if (own === undefined) {
      if (!/^[a-z.]+$/.test(word)) return undefined
      continue
    }
    if (words === 0) {
      const unit = own
      return { next: j + 1, unit, ...(DOUBTFUL_CURRENCY.has(word) && { needsNumber: true }) }
    }
    const between = a.word.slice(j, j + words).join(' ')
    const unit = CURRENCY_ADJECTIVES.get(`${between} ${own}`)
    return unit === undefined ? undefined : { next: j + words + 1, unit }
  }
  return undefined
}
