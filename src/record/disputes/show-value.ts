// In: a value. Out: how a dispute prints it.
import { isMoney, type Value } from '../../model/index.ts'

/** Words before a number that stand for its bound. */
export const BOUND_WORDS: Readonly<Record<Value['bound'], string>> = {
  '=': '',
  '≈': 'about ',
  '≤': 'up to ',
  '≥': 'at least ',
  '<': 'less than ',
  '>': 'more than ',
}

const MONEY: Readonly<Record<string, string>> = {
  USD: '$',
  dollar: '$',
  CAD: 'C$',
  AUD: 'A$',
  NZD: 'NZ$',
  EUR: '€',
  GBP: '£',
  JPY: '¥',
}
const SIZES = [
  [1e12, 'tn'],
  [1e9, 'bn'],
  [1e6, 'm'],
] as const

/** "about 45 %", "more than 144,000 people", "$352.5bn". */
export function showValue({ value, high, outOf, unit, bound }: Value): string {
  const [currency = '', ...per] = unit.split(' ')
  const sign = MONEY[currency]
  const number = (one: number) => `${sign ?? ''}${numberOf(one, isMoney(currency))}`
  const told = `${BOUND_WORDS[bound]}${number(value)}${high === undefined ? '' : `–${number(high)}`}${outOf === undefined ? '' : ` of ${number(outOf)}`}`
  if (/^(?:day|week|month|quarter|year)$/.test(unit) && (value !== 1 || high !== undefined))
    return `${told} ${unit}s`
  return unit === '%'
    ? `${told} %`
    : [told, ...(sign === undefined ? [unit] : per)].filter((one) => one !== '').join(' ')
}

function numberOf(value: number, isMoney: boolean): string {
  const size = isMoney ? SIZES.find(([least]) => value >= least) : undefined
  if (size) return `${Math.round((value / size[0]) * 1e4) / 1e4}${size[1]}`
  return value >= 10_000 ? String(value).replace(/\B(?=(\d{3})+$)/g, ',') : String(value)
}
