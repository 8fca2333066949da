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
  ['t', 1e3],
  ['m', 1e6],
  ['b', 1e9],
])

/** Codes that people also write small; the others may be words ("try", "cop", "mad") and count only with a capital. */
const SMALL_CODES: ReadonlySet<string> = new Set(
  'usd eur gbp jpy cny rmb cad aud nzd chf hkd sgd twd inr krw mxn brl zar rub sek nok dkk pln czk huf idr myr btc'.split(
    ' ',
  ),
)

/** "USD", "rmb", "MUSD". */
function readCode(a: Atoms, i: number): Currency | undefined {
  const word = wordAt(a, i)
  const code = CURRENCY_CODES.get(word)
  if (code !== undefined)
    return a.capital[i] === 1 || SMALL_CODES.has(word) ? { next: i + 1, unit: code } : undefined
  const factor = word.length === 4 ? PREFIX_FACTORS.get(word.charAt(0)) : undefined
  const inner = factor === undefined ? undefined : CURRENCY_CODES.get(word.slice(1))
  return inner !== undefined && a.capital[i] === 1 ? { next: i + 1, unit: inner, factor: factor! } : undefined
}

/** Signs of currencies that are letters, only as capitals before a number: "DM 100", "SFr 5 million". */
const CODES_OF_OLD: ReadonlyMap<string, string> = new Map([
  ['dm', 'DEM'],
  ['ff', 'FRF'],
  ['sfr', 'CHF'],
  ['fr', 'CHF'],
  ['nkr', 'NOK'],
  ['skr', 'SEK'],
  ['dkr', 'DKK'],
  ['rm', 'MYR'],
  ['rp', 'IDR'],
  ['tk', 'BDT'],
  ['ksh', 'KES'],
  ['nis', 'ILS'],
  ['kr', 'SEK'],
  ['bs', 'BOB'],
])

const WORDS_BEFORE: ReadonlySet<string> = new Set([
  'dollar',
  'dollars',
  'euro',
  'euros',
  'yen',
  'yuan',
  'rupees',
  'rs',
])

/** True where the number at `i` has its currency before it. */
const hasOwnCurrency = (a: Atoms, i: number): boolean =>
  CURRENCY_CODES.has(wordAt(a, i - 1)) || CURRENCY_SIGNS.has(wordAt(a, i - 1))

/** A currency that ends right before a number: "$", "US$", "C $", "USD", "€", "dollar 22.5 million". */
export function readCurrencyBefore(a: Atoms, i: number): Currency | undefined {
  const sign = CURRENCY_SIGNS.get(wordAt(a, i))
  const number = (at: number) => !Number.isNaN(numberAt(a, at)) || readNumeral(a, at)?.words === true
  if (sign) {
    const at = wordAt(a, i) === '$' && wordAt(a, i + 1) === 'us' ? i + 2 : i + 1
    return number(at) ? { next: at, unit: sign } : undefined
  }
  const word = wordAt(a, i)
  // "#301 million", as wires without the sign of the pound wrote it.
  if (word === '#')
    return (readNumeral(a, i + 1)?.scale ?? 1) >= 1e6 ? { next: i + 1, unit: 'GBP' } : undefined
  let j = i + 1
  let prefix = word
  if (word === 'u' && wordAt(a, i + 1) === '.' && wordAt(a, i + 2) === 's') {
    prefix = 'us'
    j = wordAt(a, i + 3) === '.' ? i + 4 : i + 3
  }
  if (wordAt(a, j) === '$' && number(j + 1)) {
    const dollar = DOLLAR_PREFIXES.get(prefix)
    if (dollar && (word.length > 1 || prefix === 'us' || glued(a, j) || word === 'c'))
      return { next: j + 1, unit: dollar }
  }
  const code = readCode(a, i)
  if (code && !Number.isNaN(numberAt(a, i + 1))) {
    // "10 rmb 20 usd": the code belongs to the number before it.
    const taken = !Number.isNaN(numberAt(a, i - 1)) && !hasOwnCurrency(a, i - 1)
    return taken && !glued(a, i + 1) ? undefined : code
  }
  if (/^(?:rs|s?fr)$/.test(word) && wordAt(a, i + 1) === '.' && !Number.isNaN(numberAt(a, i + 2)))
    return { next: i + 2, unit: word === 'rs' ? 'INR' : 'CHF' }
  const isLarge = a.capital[i] === 1 || (readNumeral(a, i + 1)?.scale ?? 1) > 1
  const old = isLarge ? CODES_OF_OLD.get(word) : undefined
  if (old !== undefined && !Number.isNaN(numberAt(a, i + 1))) return { next: i + 1, unit: old }
  if (WORDS_BEFORE.has(word) && !Number.isNaN(numberAt(a, i + 1)) && Number.isNaN(numberAt(a, i - 1)))
    return { next: i + 1, unit: CURRENCY_WORDS.get(word)! }
  return undefined
}

/** A currency right behind a number: "dollars", "Hong Kong dollars", "USD", "€", "-dollar", "yuan". */
export function readCurrencyAfter(a: Atoms, i: number): Currency | undefined {
  const j = wordAt(a, i) === '-' ? i + 1 : i
  const sign = CURRENCY_SIGNS.get(wordAt(a, j))
  // "$ 5 - $ 7"
  if (sign && j > i && !glued(a, i)) return undefined
  if (sign) {
    // "$ 20 $ 30": the second sign belongs to the second number; "10 $ 30 $" has its own signs behind.
    const follows = !Number.isNaN(numberAt(a, j + 1))
    const own =
      follows && wordAt(a, j + 2) !== wordAt(a, j) && CURRENCY_SIGNS.has(wordAt(a, j)) && glued(a, j + 1)
    return own ? undefined : { next: j + 1, unit: sign }
  }
  const dollar = wordAt(a, j + 1) === '$' ? DOLLAR_PREFIXES.get(wordAt(a, j)) : undefined
  const isSign = wordAt(a, j).length > 1 || (a.capital[j] === 1 && glued(a, j + 1))
  if (dollar && isSign && Number.isNaN(numberAt(a, j + 2))) return { next: j + 2, unit: dollar }
  if (wordAt(a, j) === 'grand') return { next: j + 1, unit: 'USD', factor: 1e3, needsNumber: true }
  const pound = readPound(a, i, j)
  if (pound) return pound
  const code = readCode(a, j)
  // "3 USD50 cards": the code is the next number's.
  if (code && glued(a, code.next) && !Number.isNaN(numberAt(a, code.next))) return undefined
  if (code) return { ...code, next: wordAt(a, code.next) === '$' ? code.next + 1 : code.next }
  for (let words = 0; words <= 6; words++) {
    const word = wordAt(a, j + words)
    const own = CURRENCY_WORDS.get(word)
    if (own === undefined) {
      if (!/^[a-z.]+$/.test(word)) return undefined
      continue
    }
    // "Two dollar-clearing banks": half a word.
    if (wordAt(a, j + words + 1) === '-' && /^(?!an?$|per$|plus$)[a-z]/.test(wordAt(a, j + words + 2)))
      return undefined
    if (words === 0) {
      return { next: j + 1, unit: own, ...(DOUBTFUL_CURRENCY.has(word) && { needsNumber: true }) }
    }
    const between = a.word.slice(j, j + words).join(' ')
    if (
      own === 'cent' &&
      /^(us|u \. s \.|american|canadian|australian|euro|hong kong|new zealand)$/.test(between)
    ) {
      return { next: j + words + 1, unit: own }
    }
    const unit = CURRENCY_ADJECTIVES.get(`${between} ${own}`)
    if (unit !== undefined) return { next: j + words + 1, unit }
    // "50 Ruritanian dollars": of a state that the table has not.
    const isNamed = !DOUBTFUL_CURRENCY.has(word) && words < 4 && isCapital(a, j, words)
    return isNamed ? { next: j + words + 1, unit: `${between} ${own}` } : undefined
  }
  return undefined
}

const isCapital = (a: Atoms, from: number, words: number): boolean =>
  Array.from({ length: words }, (_, n) => a.capital[from + n]).every((one) => one === 1)

const POUND_OF: ReadonlyMap<string, string> = new Map([
  ['british', 'GBP'],
  ['english', 'GBP'],
  ['egyptian', 'EGP'],
  ['lebanese', 'LBP'],
  ['syrian', 'SYP'],
  ['sudanese', 'SDG'],
  ['cypriot', 'CYP'],
  ['irish', 'IEP'],
  ['gibraltar', 'GIP'],
  ['manx', 'IMP'],
  ['jersey', 'JEP'],
  ['guernsey', 'GGP'],
])
const MONEY_WORDS: ReadonlySet<string> = new Set(
  (
    'cost costs costing pay pays paid paying price priced prices worth spend spends spent sell sold bought buy fined fine earn ' +
    'earned earns fee fees salary budget debt loan profit revenue sales tax'
  ).split(' '),
)

/** "pounds" as money: "pounds sterling", "British pounds", millions of them, or beside words of paying; else a weight. */
function readPound(a: Atoms, i: number, at: number): Currency | undefined {
  const of = POUND_OF.get(wordAt(a, at))
  const j = of === undefined ? at : at + 1
  const word = wordAt(a, j)
  if (word !== 'pound' && word !== 'pounds') return undefined
  if (wordAt(a, j + 1) === 'sterling') return { next: j + 2, unit: 'GBP' }
  if (of !== undefined) return { next: j + 1, unit: of }
  const rest = readNumeral(a, wordAt(a, j + 1) === 'and' ? j + 2 : j + 1)
  if (rest && /^(pence|penny|p)$/.test(wordAt(a, rest.next))) return { next: j + 1, unit: 'GBP' }
  // "2 pounds 50"
  if (rest && rest.next > j + 1 && wordAt(a, j + 1) !== 'and' && rest.value >= 10 && rest.value < 100) {
    if (/^[.,;)?!]?$/.test(wordAt(a, rest.next))) return { next: j + 1, unit: 'GBP' }
  }
  const scale = wordAt(a, i - 1)
  if (scale === 'million' || scale === 'billion' || scale === 'bn' || scale === 'm')
    return { next: j + 1, unit: 'GBP' }
  for (let k = i - 1; k >= i - 7; k--) if (MONEY_WORDS.has(wordAt(a, k))) return { next: j + 1, unit: 'GBP' }
  return undefined
}

/** First atoms of currencies that stand before a number. */
export const CURRENCY_FIRST: readonly string[] = [
  '#',
  ...CURRENCY_SIGNS.keys(),
  ...[...DOLLAR_PREFIXES.keys()].map((prefix) => prefix.split('.')[0]!),
  ...CURRENCY_CODES.keys(),
  ...[...CURRENCY_CODES.keys()].flatMap((code) => [...PREFIX_FACTORS.keys()].map((scale) => scale + code)),
  ...CODES_OF_OLD.keys(),
  ...WORDS_BEFORE,
]
