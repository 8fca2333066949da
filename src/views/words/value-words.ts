// In: values with unit and bound. Out: words for them: "about 40 %", "up to USD 2.5 billion".

import type { Value } from '../../model/index.ts'
import { BOUND_WORDS } from '../../record/disputes/show-value.ts'

const SCALES: readonly (readonly [number, string])[] = [
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'million'],
]

/** A number for readers: a thin group of three, millions and up in words, no more than three decimals. */
export function numberWords(value: number): string {
  const size = Math.abs(value)
  for (const [scale, word] of SCALES) if (size >= scale) return `${trimmed(value / scale)} ${word}`
  return grouped(trimmed(value))
}

const trimmed = (value: number) => String(Math.round(value * 1000) / 1000)

function grouped(digits: string): string {
  const [whole = '', fraction] = digits.split('.')
  const sign = whole.startsWith('-') ? '−' : ''
  const bare = whole.replace('-', '')
  let out = ''
  for (let index = 0; index < bare.length; index++) {
    if (index > 0 && (bare.length - index) % 3 === 0 && bare.length > 4) out += ','
    out += bare[index]
  }
  return sign + out + (fraction === undefined ? '' : `.${fraction}`)
}

const CURRENCY = /^[A-Z]{3}$/

/** The value in words; a range as "10–15 %", a part as "11 of 23 chapters". */
export function valueWords(value: Value): string {
  const low = numberWords(value.value)
  const range = value.high === undefined ? low : `${low}–${numberWords(value.high)}`
  const amount = value.outOf === undefined ? range : `${range} of ${numberWords(value.outOf)}`
  const isOne = value.value === 1 && value.high === undefined && value.outOf === undefined
  return BOUND_WORDS[value.bound] + withUnit(amount, value.unit, isOne)
}

function withUnit(amount: string, unit: string, one: boolean): string {
  if (unit === '') return amount
  if (unit === '%') return `${amount} %`
  if (CURRENCY.test(unit)) return `${unit} ${amount}`
  // "USD 15 per container", "40 trucks per day": only what is counted is many.
  const per = unit.indexOf(' per ')
  if (per > 0) return `${withUnit(amount, unit.slice(0, per), one)}${unit.slice(per)}`
  return `${amount} ${one || unit.endsWith('s') ? unit : plural(unit)}`
}

const plural = (noun: string): string => {
  const of = noun.indexOf(' of ')
  return of === -1 ? pluralWord(noun) : pluralWord(noun.slice(0, of)) + noun.slice(of)
}

/** Nouns that are counted in news and make no plural with "s"; the last word of a compound decides. */
const IRREGULAR: Readonly<Record<string, string>> = {
  child: 'children',
  life: 'lives',
  wife: 'wives',
  half: 'halves',
  leaf: 'leaves',
  man: 'men',
  woman: 'women',
  person: 'persons',
  foot: 'feet',
  tooth: 'teeth',
}
/** Nouns that are one and many. */
const SAME =
  /(?:^|\W)(?:people|sheep|cattle|fish|salmon|cod|aircraft|spacecraft|police|staff|personnel|means)$/

function pluralWord(noun: string): string {
  if (SAME.test(noun)) return noun
  const [, start = '', last = ''] = /^(.*?)(\p{L}*)$/u.exec(noun) ?? []
  const parted = /^(.*?)(man|woman|child)$/.exec(last)
  const irregular = IRREGULAR[last] ?? (parted?.[1] && `${parted[1]}${IRREGULAR[parted[2]!]}`)
  if (irregular && !/^(?:human|german)$/i.test(last)) return start + irregular
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  return `${noun}${/(?:[sxz]|[cs]h)$/.test(noun) ? 'es' : 's'}`
}

/** "1st", "2nd", "3rd", "4th", "11th". */
export function ordinalWords(n: number): string {
  const last = n % 100
  if (last >= 11 && last <= 13) return `${n}th`
  return `${n}${['th', 'st', 'nd', 'rd'][n % 10] ?? 'th'}`
}

/** "1 report", "5 reports". */
export function countWords(n: number, noun: string): string {
  return `${numberWords(n)} ${n === 1 ? noun : plural(noun)}`
}
