// In: atoms. Out: times that recur: "every day", "weekly", "each July", "Mondays", "twice a week".
import { isNumberWord, readNumeral } from '../quantities/numerals.ts'
import { wordAt } from './atoms.ts'
import { durationValue } from './durations.ts'
import { type Context, pad2, type TimeRule } from './found.ts'
import { DAY_PARTS, MONTHS, SEASONS, UNITS, WEEKDAYS } from './words.ts'

const FREQUENCY: ReadonlyMap<string, string> = new Map([
  ['hourly', 'PT1H'],
  ['daily', 'P1D'],
  ['weekly', 'P1W'],
  ['biweekly', 'P2W'],
  ['monthly', 'P1M'],
  ['annually', 'P1Y'],
  ['yearly', 'P1Y'],
])

const frequency: TimeRule = (c, i) => {
  const value = FREQUENCY.get(wordAt(c.atoms, i))
  // "the party daily Granma" is a newspaper.
  if (value === undefined || c.tag(i) === 'NN') return undefined
  return { first: i, next: i + 1, type: 'SET', value }
}

/** "every day", "each July", "every other week", "every two years". */
const every: TimeRule = (c, i) => {
  const a = c.atoms
  const word = wordAt(a, i)
  if (word !== 'every' && word !== 'each') return undefined
  const numeral = readNumeral(a, i + 1)
  const other = wordAt(a, i + 1) === 'other'
  const j = numeral ? numeral.next : other ? i + 2 : i + 1
  const name = wordAt(a, j)
  const unit = UNITS.get(name)
  const found = (value: string) => ({ first: i, next: j + 1, type: 'SET', value }) as const
  if (unit)
    return found(
      durationValue(numeral ? numeral.value : other ? 2 : 1, unit).replace(
        'P3M',
        unit === 'quarter' ? 'P1Q' : 'P3M',
      ),
    )
  const weekday = WEEKDAYS.get(name)
  if (weekday) return found(`XXXX-WXX-${weekday}`)
  const month = MONTHS.get(name)
  if (month) return found(`XXXX-${pad2(month)}`)
  const season = SEASONS.get(name)
  if (season) return found(`XXXX-${season}`)
  const part = DAY_PARTS.get(name)
  return part ? found(`XXXX-XX-XXT${part}`) : undefined
}

/** "a year", "per month" behind a number or a noun of measure ("$5 a year", "twice a week"). */
const perUnit: TimeRule = (c, i) => {
  const a = c.atoms
  const word = wordAt(a, i)
  if (word !== 'a' && word !== 'per' && word !== 'an') return undefined
  const unit = UNITS.get(wordAt(a, i + 1))
  if (!unit || wordAt(a, i + 1).endsWith('s')) return undefined
  const value = durationValue(1, unit)
  if (word === 'per') return { first: i, next: i + 2, type: 'SET', value }
  const behind = wordAt(a, i + 2)
  if (
    behind === 'ago' ||
    behind === 'earlier' ||
    behind === 'later' ||
    behind === 'before' ||
    behind === 'after'
  )
    return undefined
  return isRate(c, i) ? { first: i, next: i + 2, type: 'SET', value } : undefined
}

const OFTEN: ReadonlySet<string> = new Set(['twice', 'once', 'times', 'cents', 'dollars', 'percent', '%'])

/** True where a number stands within seven atoms before, in the same phrase: "four flights a week", "3 tons of coal a day". */
function isRate(c: Context, i: number): boolean {
  const a = c.atoms
  if (OFTEN.has(wordAt(a, i - 1))) return true
  for (let j = i - 1; j >= i - 7; j--) {
    const word = wordAt(a, j)
    if (
      !Number.isNaN(a.number[j] ?? Number.NaN) ||
      isNumberWord(word) ||
      word === 'hundreds' ||
      word === 'thousands'
    ) {
      return j === i - 1 || !/^(for|in|ago)$/.test(wordAt(a, i - 1))
    }
    if (!/^[a-z]/.test(word) || STOPS.has(word) || c.tag(j).startsWith('VBD')) return false
  }
  return false
}

const STOPS: ReadonlySet<string> = new Set('for in on at by and but with within after over'.split(' '))

/** "Mondays", "weekdays". */
const plurals: TimeRule = (c, i) => {
  const word = wordAt(c.atoms, i)
  if (!word.endsWith('s') || c.atoms.capital[i] !== 1) return undefined
  const weekday = WEEKDAYS.get(word.slice(0, -1))
  if (weekday === undefined || word.length < 7) return undefined
  return { first: i, next: i + 1, type: 'SET', value: `XXXX-WXX-${weekday}` }
}

export const setRules: readonly TimeRule[] = [every, perUnit, frequency, plurals]
