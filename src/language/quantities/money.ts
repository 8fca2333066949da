// In: atoms. Out: amounts of money, the currency before or behind the number.
import { type Atoms, glued, numberAt, wordAt } from '../times/atoms.ts'
import { type Amount, times } from './amount.ts'
import { isFunctionWord } from './counted.ts'
import { readCurrencyAfter, readCurrencyBefore } from './currencies.ts'
import { andHalf, readNumeral } from './numerals.ts'
import { CURRENCY_SIGNS, CURRENCY_WORDS } from './units.ts'

/** Money: a currency before or behind the number. */
export function readMoney(a: Atoms, i: number): Amount | undefined {
  const before = readCurrencyBefore(a, i)
  const numeral = readNumeral(a, before ? before.next : i)
  if (!numeral) return readOneCoin(a, i)
  if (before) {
    // "$10MM"
    const isMillions = wordAt(a, numeral.next) === 'mm' && glued(a, numeral.next)
    const scaled = (before.factor ?? 1) * (isMillions ? 1e6 : 1)
    const end = isMillions ? numeral.next + 1 : numeral.next
    // "$ 5 $ 7": the second sign is the next number's.
    const isNext = CURRENCY_SIGNS.has(wordAt(a, end)) && !Number.isNaN(numberAt(a, end + 1))
    const behind = isNext ? undefined : readCurrencyAfter(a, end)
    const next = behind && (behind.unit === before.unit || wordAt(a, i) === '$') ? behind.next : end
    const unit = behind && before.unit === 'USD' && next > end ? behind.unit : before.unit
    const small = next === end ? readHundredths(a, next) : undefined
    const whole = times(numeral.value, scaled)
    if (
      small &&
      (small.told || wordAt(a, next) === 'and') &&
      WHOLE_MONEY.has(unit) &&
      Number.isInteger(whole)
    ) {
      return { first: i, next: small.next, value: whole + small.value, unit, scale: 1 }
    }
    return { first: i, next, value: whole, unit, scale: numeral.scale }
  }
  // "half a cent", "a quarter of a euro"
  const of = numeral.fraction && wordAt(a, numeral.next) === 'of' ? numeral.next + 1 : numeral.next
  const one = numeral.fraction && /^an?$/.test(wordAt(a, of)) ? of + 1 : numeral.next
  const behind = readCurrencyAfter(a, one)
  if (!behind) return undefined
  if (behind.needsNumber && numeral.words && numeral.value === 1) return undefined
  const small =
    WHOLE_MONEY.has(behind.unit) && Number.isInteger(numeral.value)
      ? (andHalf(a, behind.next) ?? readHundredths(a, behind.next))
      : undefined
  return {
    first: i,
    next: small ? small.next : behind.next,
    value: Number((times(numeral.value, behind.factor ?? 1) + (small ? small.value : 0)).toPrecision(12)),
    unit: behind.unit,
    scale: numeral.scale,
  }
}

/** "a dollar a day", "for a euro"; "a euro zone", "a dollar bill" are no amounts. */
function readOneCoin(a: Atoms, i: number): Amount | undefined {
  if (!/^an?$/.test(wordAt(a, i)) || !/^(dollar|euro|cent|penny|rupee)$/.test(wordAt(a, i + 1)))
    return undefined
  const behind = wordAt(a, i + 2)
  if (/^[a-z]/.test(behind) && !isFunctionWord(behind)) return undefined
  const unit = CURRENCY_WORDS.get(wordAt(a, i + 1))!
  const small = WHOLE_MONEY.has(unit) ? readHundredths(a, i + 2) : undefined
  if (small?.told) return { first: i, next: small.next, value: 1 + small.value, unit, scale: 1 }
  return { first: i, next: i + 2, value: 1, unit, scale: 1 }
}

const ENDS_COMPOUND: ReadonlySet<string> = new Set(['', '.', ',', ';', ')', '?', '!'])

/** "three dollars and forty-five cents", "15 dollars 50", "one kuai five mao": what is behind the whole units; `told` where its coin is. */
function readHundredths(a: Atoms, i: number): { next: number; value: number; told: boolean } | undefined {
  const comma = wordAt(a, i) === ','
  const and = wordAt(a, i) === 'and' || comma ? i + 1 : i
  const numeral = readNumeral(a, and)
  if (!numeral || !Number.isInteger(numeral.value) || numeral.value >= 100 || numeral.value < 1)
    return undefined
  const word = wordAt(a, numeral.next)
  const part = SUBUNITS.get(word)
  if (part !== undefined) {
    const more = part === 0.1 ? readHundredths(a, numeral.next + 1) : undefined
    const value = numeral.value * part + (more?.value ?? 0)
    return { next: more?.next ?? numeral.next + 1, value, told: true }
  }
  // "15 dollars 50", "15 dollars and 5", but not "15 dollars 5".
  if (!ENDS_COMPOUND.has(word) || comma) return undefined
  // "Two kuai five" is two and a half.
  const parts = and === i && wordAt(a, i - 1) === 'kuai' && numeral.value < 10 ? 10 : 100
  if (!numeral.words && and === i && parts === 100 && wordAt(a, and).length !== 2) return undefined
  return { next: numeral.next, value: numeral.value / parts, told: false }
}

const SUBUNITS: ReadonlyMap<string, number> = new Map([
  ['cent', 0.01],
  ['cents', 0.01],
  ['penny', 0.01],
  ['pence', 0.01],
  ['paise', 0.01],
  ['kopecks', 0.01],
  ['centavos', 0.01],
  ['fen', 0.01],
  ['mao', 0.1],
  ['jiao', 0.1],
])

const WHOLE_MONEY: ReadonlySet<string> = new Set('USD EUR GBP CAD AUD NZD HKD SGD CNY INR RUB MXN'.split(' '))
