// In: a scene. Out: its amounts as they may be told again by others: values with a unit, counts, and bare numbers.
import type { Value } from '../../model/index.ts'
import { isMoney } from '../amounts.ts'
import { isConversion, isShared } from '../figures/amount.ts'
import { toValue } from '../fillers.ts'
import type { Scene } from '../scene.ts'

/** A number of a text: its tokens `[first, last)`. */
export interface Amount {
  readonly first: number
  readonly last: number
  readonly value: Value
  readonly kind: '%' | 'money' | 'count' | 'bare' | 'times'
}

/** "Half of that", "twice the figure": how many times a number told before. */
const TIMES: ReadonlyMap<string, number> = new Map([
  ['half', 1 / 2],
  ['third', 1 / 3],
  ['quarter', 1 / 4],
  ['twice', 2],
  ['double', 2],
  ['triple', 3],
])

/** Units of time, age and distance: no amount of anything. */
const NO_AMOUNT =
  /^(?:(?:milli)?second|minute|hour|day|week|month|quarter|year|decade|century|time|old|mile|kilometre|kilometer|metre|meter|foot|off|degree)s?(?:[- ].*)?$/
/** "Hundreds of thousands": no number that another could answer. */
const VAGUE = /^(?:dozen|score|hundred|thousand|million|billion)s$/
const DIGITS = /^(?:\d{1,3}(?:,\d{3})+|\d{2,}|\d+\.\d+)$/
const YEAR = /^(?:1[5-9]|20)\d\d$/

/** All amounts of a report, in order of the text. */
export function amountsTold(scene: Scene): Amount[] {
  const { doc, fillers } = scene
  const { form, tag, sent, lower } = doc.tokens
  const isRead = (first: number) => doc.parsed[sent[first]!] === 1
  const told: Amount[] = doc.quantities
    .filter(
      (one) =>
        !NO_AMOUNT.test(one.unit) &&
        !fillers.timeAt(one.first) &&
        !lower.slice(one.first, one.last).some((word) => VAGUE.test(word)) &&
        isRead(one.first) &&
        !isConversion(scene, one) &&
        !isShared(scene, one.first),
    )
    .map((one) => ({ first: one.first, last: one.last, value: toValue(one), kind: kindOf(one.unit) }))
  const bare = form.flatMap((word, at): Amount[] => {
    const isNumber = tag[at] === 'CD' && DIGITS.test(word) && !YEAR.test(word)
    if (!isNumber || !isRead(at) || fillers.timeAt(at) || fillers.quantityAt(at) || fillers.nameAt(at))
      return []
    // "Article 218", "630 of them", "12:30".
    if (
      /^(?:of|:|th|to|am|pm|a\.m\.|p\.m\.)$/.test(lower[at + 1] ?? '') ||
      /^(?:NNP?|HYPH)$/.test(tag[at - 1] ?? '')
    )
      return []
    return [{ first: at, last: at + 1, value: plainValue(word), kind: 'bare' }]
  })
  const times = form.flatMap((_, at): Amount[] => {
    const value = TIMES.get(lower[at]!)
    const last = lower[at + 1] === 'of' ? at + 2 : at + 1
    const article = /^(?:that|this|the)$/.test(lower[last] ?? '')
    const isNumber = /^(?:figure|number|sum|amount|total|estimate)$/.test(lower[last + 1] ?? '')
    const isThat = lower[last] !== 'the' && /^[,.;:]$/.test(lower[last + 1] ?? '.')
    if (value === undefined || !article || !(isNumber || isThat) || !isRead(at)) return []
    const bound = fillers.quantityAt(at)?.bound ?? '='
    return [{ first: at, last: last + (isThat ? 1 : 2), value: { value, unit: '', bound }, kind: 'times' }]
  })
  const isTimes = (one: Amount) => times.some(({ first }) => first === one.first)
  return [...told.filter((one) => !isTimes(one)), ...bare, ...times].sort((a, b) => a.first - b.first)
}

const kindOf = (unit: string): Amount['kind'] =>
  unit === '' ? 'bare' : unit === '%' ? '%' : isMoney(unit) ? 'money' : 'count'

const plainValue = (word: string): Value => ({
  value: Number(word.replaceAll(',', '')),
  unit: '',
  bound: '=',
})
