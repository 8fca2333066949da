// In: a scene. Out: its amounts as they may be told again by others: values with a unit, counts, and bare numbers.
import type { Quantity } from '../../language/doc.ts'
import { isNumberWord, numberOfWord, partOf } from '../../language/quantities/numerals.ts'
import { isMoney, type Value } from '../../model/index.ts'
import { isConversion, isShared } from '../figures/amount.ts'
import { toValue } from '../sentence/fillers.ts'
import type { Scene } from '../sentence/scene.ts'

/** A number of a text: its tokens `[first, last)`. */
export interface Amount {
  readonly first: number
  readonly last: number
  readonly value: Value
  /** A "span" of time or way is answered by a bare number alone. */
  readonly kind: '%' | 'money' | 'count' | 'bare' | 'times' | 'span'
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
/** Those that may be counted by two: "counted 97 days; the union counts 95". */
const SPAN = /^(?:hour|day|week|month|mile|kilometre|kilometer)$/
/** "Hundreds of thousands": no number that another could answer. */
const VAGUE = /^(?:dozen|score|hundred|thousand|million|billion)s$/
const DIGITS = /^(?:\d{1,3}(?:,\d{3})+|\d+|\d+\.\d+)$/
/** What stands behind a number in words, or one of one digit, that counts nothing itself. */
const ALONE = /^(?:[.,;:!?)]|''|-RRB-|CC|IN|HYPH)$/
/** Those whom a side counts among its own. */
const STAFF = /^of (?:its|their|our|his|her) (?:staff|members|workers|employees|people|drivers)$/
const YEAR = /^(?:1[5-9]|20)\d\d$/

/** All amounts of a report, in order of the text. */
export function amountsTold(scene: Scene): Amount[] {
  const { doc, fillers } = scene
  const { dep, form, lemma, tag, sent, lower } = doc.tokens
  const told: Amount[] = doc.quantities
    .filter(
      (one) =>
        (SPAN.test(one.unit)
          ? isLength(scene, one)
          : !NO_AMOUNT.test(one.unit) && !fillers.timeAt(one.first)) &&
        lower[one.first] !== 'one' &&
        !lower.slice(one.first, one.last).some((word) => VAGUE.test(word)) &&
        !isConversion(scene, one) &&
        !isShared(scene, one.first),
    )
    .map((one) => ({ first: one.first, last: one.last, value: toValue(one), kind: kindOf(one.unit) }))
  const bare = form.flatMap((word, at): Amount[] => {
    // "8,000 of its staff": so many people.
    if (tag[at] === 'CD' && DIGITS.test(word) && STAFF.test(lower.slice(at + 1, at + 4).join(' ')))
      return [
        { first: at, last: at + 4, value: { ...plainValue(word), unit: lemma[at + 3]! }, kind: 'count' },
      ]
    const whole = partOfWhole(scene, at)
    if (whole !== undefined)
      return [
        {
          first: at,
          last: at + 1,
          value: { ...plainValue(word), unit: whole, bound: boundOf(lower, at) },
          kind: 'count',
        },
      ]
    const isNumber = tag[at] === 'CD' && !YEAR.test(word) && (DIGITS.test(word) || isNumberWord(lower[at]!))
    if (!isNumber || fillers.timeAt(at) || fillers.quantityAt(at) || fillers.nameAt(at)) return []
    // "Twelve remain": what the verb is said of.
    const isSubject = dep[at]!.startsWith('nsubj') && /^(?:VB|MD)/.test(tag[at + 1] ?? '')
    if (/^(?:\d|\D.*)$/.test(word) && !isSubject && !ALONE.test(tag[at + 1] ?? '.')) return []
    const part = tag[at + 1] === 'HYPH' ? partOf(lower[at + 2] ?? '') : undefined
    if (part !== undefined) {
      const value = Math.round((1000 * numberOfWord(lower[at]!)!) / part) / 10
      return [{ first: at, last: at + 3, value: { value, unit: '%', bound: '≈' }, kind: '%' }]
    }
    // "Article 218", "630 of them", "12:30".
    if (
      /^(?:of|:|th|to|am|pm|a\.m\.|p\.m\.)$/.test(lower[at + 1] ?? '') ||
      /^(?:NNP?|HYPH)$/.test(tag[at - 1] ?? '') ||
      // "Local 44": a part of a name.
      (/^\p{Lu}\p{Ll}/u.test(form[at - 1] ?? '') &&
        sent[at - 2] === sent[at] &&
        /^(?:JJ|NNPS)$/.test(tag[at - 1]!))
    )
      return []
    // "2,300 seamen": counted by a plural that no list has.
    const isBare =
      /^\D|^\d$/.test(word) ||
      !(tag[at + 1] === 'NNS' || /^\p{Ll}+men$/u.test(lower[at + 1] ?? '')) ||
      NO_AMOUNT.test(lower[at + 1]!)
    if (isBare) return [{ first: at, last: at + 1, value: plainValue(word), kind: 'bare' }]
    const value = { ...plainValue(word), unit: lemma[at + 1]! }
    return [{ first: at, last: at + 2, value, kind: 'count' }]
  })
  const times = form.flatMap((_, at): Amount[] => {
    const value = TIMES.get(lower[at]!)
    const last = lower[at + 1] === 'of' ? at + 2 : at + 1
    const article = /^(?:that|this|the)$/.test(lower[last] ?? '')
    const isNumber = /^(?:figure|number|sum|amount|total|estimate)$/.test(lower[last + 1] ?? '')
    const isThat = lower[last] !== 'the' && /^[,.;:]$/.test(lower[last + 1] ?? '.')
    if (value === undefined || !article || !(isNumber || isThat)) return []
    const bound = fillers.quantityAt(at)?.bound ?? '='
    return [{ first: at, last: last + (isThat ? 1 : 2), value: { value, unit: '', bound }, kind: 'times' }]
  })
  const isOther = (one: Amount) => [...times, ...bare].some(({ first }) => first === one.first)
  return [...told.filter((one) => !isOther(one)), ...bare, ...times].sort((a, b) => a.first - b.first)
}

/** "310 of the plant's 840 workers", "60 of some 2,900 ballots": what so many of them are; undefined for other numbers. */
function partOfWhole({ doc: { tokens } }: Scene, at: number): string | undefined {
  const { form, lemma, lower, tag } = tokens
  if (tag[at] !== 'CD' || !DIGITS.test(form[at]!) || lower[at + 1] !== 'of') return undefined
  let whole = at + 2
  while (whole < at + 6 && /^(?:DT|PRP\$|NNP?|POS|RB)$/.test(tag[whole] ?? '')) whole++
  if (tag[whole] !== 'CD') return undefined
  return tag[whole + 1] === 'NNS' ? lemma[whole + 1] : undefined
}

/** How exact a plain number is by the words before it. */
function boundOf(lower: readonly string[], at: number): Value['bound'] {
  const before = `${lower[at - 2] ?? ''} ${lower[at - 1] ?? ''}`
  if (/ (?:some|about|around|roughly|nearly|almost)$/.test(before)) return '≈'
  return /^(?:fewer|less) than$/.test(before) ? '<' : /^more than$/.test(before) ? '>' : '='
}

/** "97 days", "twelve more kilometres", not "in 97 days" or "97 days ago". */
const isLength = ({ doc, fillers }: Scene, { first, last }: Quantity): boolean =>
  fillers.timeAt(first)?.type !== 'DATE' &&
  !/^(?:in|within|for|after|every|last|next|past|by)$/.test(doc.tokens.lower[first - 1] ?? '') &&
  !/^(?:ago|later|earlier|before|after|away|notice)$/.test(doc.tokens.lower[last] ?? '')

/** Whether a number is of so many of a side's own people. */
export const isOfOwn = ({ doc: { tokens } }: Scene, { first, last }: Amount): boolean =>
  last === first + 4 && STAFF.test(tokens.lower.slice(first + 1, last).join(' '))

const kindOf = (unit: string): Amount['kind'] =>
  unit === '' ? 'bare' : unit === '%' ? '%' : SPAN.test(unit) ? 'span' : isMoney(unit) ? 'money' : 'count'

const plainValue = (word: string): Value => ({
  value: numberOfWord(word.toLowerCase()) ?? Number(word.replaceAll(',', '')),
  unit: '',
  bound: '=',
})
