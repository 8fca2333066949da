// In: atoms. Out: times that recur: "every day", "weekly", "each July", "Mondays", "twice a week".
import { readNumeral } from '../quantities/numerals.ts'
import { wordAt } from './atoms.ts'
import { durationValue } from './durations.ts'
import { pad2, type TimeRule } from './found.ts'
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
  return value === undefined ? undefined : { first: i, next: i + 1, type: 'SET', value }
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
  const before = wordAt(a, i - 1)
  const isAmount =
    !Number.isNaN(a.number[i - 1] ?? Number.NaN) ||
    before === 'million' ||
    before === 'billion' ||
    before === 'twice' ||
    before === 'once' ||
    before === 'times' ||
    before === 'cents' ||
    before === 'dollars' ||
    before === 'percent' ||
    before === '%' ||
    (Number.isNaN(a.number[i - 1] ?? Number.NaN) &&
      !Number.isNaN(a.number[i - 2] ?? Number.NaN) &&
      before.length > 2 &&
      c.tag(i - 1) === 'NNS')
  return isAmount ? { first: i, next: i + 2, type: 'SET', value } : undefined
}

/** "Mondays", "weekdays". */
const plurals: TimeRule = (c, i) => {
  const word = wordAt(c.atoms, i)
  if (!word.endsWith('s') || c.atoms.capital[i] !== 1) return undefined
  const weekday = WEEKDAYS.get(word.slice(0, -1))
  if (weekday === undefined || word.length < 7) return undefined
  return { first: i, next: i + 1, type: 'SET', value: `XXXX-WXX-${weekday}` }
}

export const setRules: readonly TimeRule[] = [every, perUnit, frequency, plurals]
