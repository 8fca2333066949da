// In: a draft with tokens and times. Out: its quantities in order of the text.
import type { Quantity } from '../doc.ts'
import type { Draft } from '../draft.ts'
import { type Atoms, atomsOf, glued, numberAt, wordAt } from '../times/atoms.ts'
import { UNITS } from '../times/words.ts'
import type { Amount } from './amount.ts'
import { readAmount, readBareEnd, readListed, readRange } from './amounts.ts'
import { attachedTo, subjectBefore } from './attach.ts'
import { boundOf } from './bounds.ts'
import { changeOf } from './change.ts'
import { isFunctionWord } from './counted.ts'
import { CROWDS } from './counts.ts'
import { CURRENCY_FIRST } from './currencies.ts'
import { isNamed } from './labels.ts'
import { readPer } from './measures.ts'
import { isSeveral, NUMBER_WORDS, readNumeral } from './numerals.ts'
import { CURRENCY_SIGNS } from './units.ts'

/** "halved", "doubled": a change by a factor without a number. */
const FACTORS: ReadonlyMap<string, number> = new Map([
  ['halve', 0.5],
  ['halved', 0.5],
  ['halves', 0.5],
  ['halving', 0.5],
  ['doubled', 2],
  ['doubling', 2],
  ['tripled', 3],
  ['tripling', 3],
  ['quadrupled', 4],
])

/** "twofold" to "twelvefold": a factor where a rise or fall is told beside it. */
const FOLDS: ReadonlyMap<string, number> = new Map(
  'two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, index) => [`${word}fold`, index + 2]),
)

/** Atoms that may begin a quantity, digits apart. */
const FIRST: ReadonlySet<string> = new Set([
  'an',
  ...NUMBER_WORDS,
  ...CURRENCY_FIRST,
  ...CROWDS.keys(),
  ...FACTORS.keys(),
  ...FOLDS.keys(),
])

/**
 * Fills `draft.quantities` (after {@link findTimes}): amounts of money, measures, percentages, ages, durations, counts;
 * never dates, hours or ordinals. Units are CQE's names (Almasian, Kostić and Gertz 2023) but ISO 4217 for money, "%" for
 * percent, a lemma for what is counted, "" for a bare number. Linear in the tokens.
 */
export function findQuantities(draft: Draft): void {
  const a = atomsOf(draft)
  const found: Quantity[] = []
  const taken = timeMask(draft, a)
  let i = 0
  while (i < a.count) {
    const word = a.word[i]!
    if (taken[i] === 1 || (Number.isNaN(a.number[i]!) && !FIRST.has(word))) {
      i++
      continue
    }
    const relative = relativeChange(draft, a, i)
    if (relative) {
      found.push(relative)
      i++
      continue
    }
    const amount = isNamed(draft, a, i) ? undefined : readWhole(draft, a, taken, i)
    if (!amount) {
      // Of "one point two million" not taken, "two million" is no amount either.
      const skipped = readNumeral(a, i)
      i = skipped?.words && !skipped.fraction ? skipped.next : i + 1
      continue
    }
    found.push(quantity(draft, a, amount))
    i = amount.next
  }
  draft.quantities = found
}

/** A quantity with its range; a bare number counts where it begins a range whatever stands before it. */
function readWhole(draft: Draft, a: Atoms, taken: Uint8Array, i: number): Amount | undefined {
  const single = readAmount(draft, a, i)
  const first = single ?? readBareEnd(a, i)
  if (!first || first.unit === '') {
    const listed = readListed(draft, a, i)
    if (listed && !crosses(taken, listed)) return listed
  }
  if (!first || crosses(taken, first)) return undefined
  const range = readRange(draft, a, first)
  if (!range || crosses(taken, range)) return single
  const per =
    range.unit === '' || / per /.test(range.unit)
      ? undefined
      : readPer(a, range.next, range.unit, range.first)
  return per ? { ...range, next: per.next, unit: `${range.unit} per ${per.unit}` } : range
}

/** 1 for atoms of dates and hours; durations, "a year" behind an amount and the length in "three years ago" stay free. */
function timeMask(draft: Draft, a: Atoms): Uint8Array {
  const mask = new Uint8Array(a.count)
  let i = 0
  for (const time of draft.times) {
    while (i < a.count && a.start[i]! < time.start) i++
    const free = time.type === 'DURATION' || time.type === 'SET' || isLength(a, i)
    for (; i < a.count && a.end[i]! <= time.end; i++) if (!free) mask[i] = 1
  }
  return mask
}

/** True where a number of days, months … begins at `i`. */
function isLength(a: Atoms, i: number): boolean {
  const numeral = readNumeral(a, i)
  return numeral !== undefined && UNITS.has(wordAt(a, numeral.next))
}

const crosses = (taken: Uint8Array, amount: Amount): boolean => {
  for (let i = amount.first; i < amount.next && i < amount.first + 4; i++) if (taken[i] === 1) return true
  return false
}

function relativeChange(draft: Draft, a: Atoms, i: number): Quantity | undefined {
  const t = a.token[i]!
  const fold = FOLDS.get(wordAt(a, i))
  const value = fold ?? FACTORS.get(wordAt(a, i))
  if (value === undefined) return undefined
  const told = fold === undefined ? undefined : changeOf(draft, t, t + 1)
  const tag = draft.tokens.tag[t]!
  if (fold === undefined ? tag !== '' && !tag.startsWith('VB') : !told) return undefined
  const subject = subjectBefore(draft, t)
  return {
    start: a.start[i]!,
    end: a.end[i]!,
    first: t,
    last: t + 1,
    value,
    unit: 'times',
    bound: boundOf(a, i, i + 1),
    change: told?.change ?? (value < 1 ? 'down' : 'up'),
    ...(subject !== undefined && { of: subject }),
  }
}

const TEMPERATURES: ReadonlySet<string> = new Set(['celsius', 'fahrenheit', 'degree'])

/** Sign and place of a negative number: a hyphen glued to the digits with nothing before it. */
function isNegative(a: Atoms, i: number): boolean {
  const begins = !Number.isNaN(numberAt(a, i)) || CURRENCY_SIGNS.has(wordAt(a, i))
  if (wordAt(a, i - 1) !== '-' || !glued(a, i) || !begins) return false
  return !glued(a, i - 1) && Number.isNaN(numberAt(a, i - 2))
}

/** True where a hyphen before the number at `i` joins no word to it: nothing or a verb or the like stands before. */
function mayBeSigned({ tokens }: Draft, a: Atoms, i: number): boolean {
  const word = wordAt(a, i - 2)
  if (!/^[a-z0-9]/.test(word)) return true
  return !glued(a, i - 1) && (isFunctionWord(word) || /^(VB|IN|TO)/.test(tokens.tag[a.token[i - 2]!]!))
}

function quantity(draft: Draft, a: Atoms, amount: Amount): Quantity {
  const minus = wordAt(a, amount.first - 1)
  const below = wordAt(a, amount.next) === 'below' && wordAt(a, amount.next + 1) === 'zero'
  const cold = minus === '-' && TEMPERATURES.has(amount.unit) && mayBeSigned(draft, a, amount.first)
  const negative = isNegative(a, amount.first) || minus === 'minus' || minus === 'negative'
  const first = negative ? amount.first - 1 : amount.first
  const start = a.token[first]!
  const last = a.token[amount.next - 1]! + 1
  const change = changeOf(draft, start, last)
  const of = attachedTo(draft, amount, start, last)
  return {
    start: a.start[first]!,
    end: a.end[amount.next - 1]!,
    first: start,
    last,
    value: negative || below || cold ? -amount.value : amount.value,
    ...(amount.high !== undefined && { high: amount.high }),
    unit: amount.unit,
    bound:
      amount.more || isSeveral(a, first)
        ? '>'
        : amount.least
          ? '≥'
          : isSpan(a, first, amount.unit)
            ? '='
            : boundOf(a, first, endOfNumber(a, amount)),
    ...change,
    ...(of !== undefined && { of }),
  }
}

/** Behind the number where "20 or so boats" bounds it there, else behind the amount. */
function endOfNumber(a: Atoms, amount: Amount): number {
  if (amount.noun === undefined) return amount.next
  const end = readNumeral(a, amount.first)?.next ?? amount.next
  return wordAt(a, end) === 'or' ? end : amount.next
}

const SPANS: ReadonlySet<string> = new Set(['day', 'week', 'month', 'year', 'decade'])
/** Words after which "over ten years" says more than ten. */
const MORE_THAN =
  /^(?:after|and|are|been|for|in|is|last(?:s|ed|ing)?|of|spen(?:d|ds|t|ding)|t(?:ake|akes|aken|aking|ook)|the|to|was|were|with|within)$/

/** "Raise $7 billion over ten years": in the course of them, no more than ten. */
const isSpan = (a: Atoms, first: number, unit: string): boolean =>
  SPANS.has(unit) &&
  wordAt(a, first - 1) === 'over' &&
  /^[\p{L}\p{N}%]/u.test(wordAt(a, first - 2)) &&
  !MORE_THAN.test(wordAt(a, first - 2))
