// In: atoms. Out: dates as the calendar writes them: days, months, years, decades, centuries.
import type { RelativeTime } from '../doc.ts'
import { readOrdinal } from '../quantities/numerals.ts'
import { CURRENCY_CODES, CURRENCY_SIGNS, CURRENCY_WORDS, isMeasureWord } from '../quantities/units.ts'
import { type Atoms, glued, numberAt, wordAt } from './atoms.ts'
import { type Context, type Found, pad2, pad4, type TimeRule } from './found.ts'
import { ABBREVIATED_WEEKDAYS, DOUBTFUL_MONTHS, MONTHS, UNITS, WEEKDAYS } from './words.ts'

/** Past a full stop that belongs to the abbreviation before it. */
export const pastStop = (a: Atoms, i: number): number => {
  if (wordAt(a, i) !== '.' || !glued(a, i)) return i
  return a.token[i] === a.token[i - 1] || !Number.isNaN(numberAt(a, i + 1)) ? i + 1 : i
}

const pastComma = (a: Atoms, i: number): number => (wordAt(a, i) === ',' ? i + 1 : i)

interface Year {
  readonly next: number
  readonly value: string
}

/** "BC", "B.C.", "BCE", "AD" behind a year. */
function era(a: Atoms, i: number): { next: number; before: boolean } | undefined {
  const word = wordAt(a, i)
  if (a.capital[i] !== 1) return undefined
  if (word === 'bc' || word === 'bce' || word === 'ad' || word === 'ce') {
    return { next: i + 1, before: word.startsWith('b') }
  }
  if (
    (word === 'b' || word === 'a') &&
    wordAt(a, i + 1) === '.' &&
    (wordAt(a, i + 2) === 'c' || wordAt(a, i + 2) === 'd')
  ) {
    return { next: pastStop(a, i + 3), before: word === 'b' }
  }
  return undefined
}

/** A year in four digits ("1998"), two with an apostrophe ("'98"), or with an era ("480 BC"). */
export function readYear(a: Atoms, i: number): Year | undefined {
  const word = wordAt(a, i)
  const value = numberAt(a, i)
  if (!Number.isNaN(value) && Number.isInteger(value) && word.length <= 4) {
    const marked = era(a, i + 1)
    if (marked) return { next: marked.next, value: marked.before ? `BC${pad4(value)}` : pad4(value) }
    if (word.length === 4 && value >= 1000 && value < 2200) return { next: i + 1, value: word }
    return undefined
  }
  const spelled = spelledYear(a, i)
  if (spelled) return spelled
  if (word === "'" && glued(a, i + 1) && /^\d\d$/.test(wordAt(a, i + 1)) && !glued(a, i)) {
    const short = numberAt(a, i + 1)
    return { next: i + 2, value: String(short + (short < 40 ? 2000 : 1900)) }
  }
  return undefined
}

/** A date 1–31 in digits or as ordinal; not one that begins a number of something ("May 20 %", "10:30"). */
function readDate(a: Atoms, i: number): { next: number; date: number } | undefined {
  const ordinal = readOrdinal(a, i)
  if (ordinal) return ordinal.value <= 31 ? { next: ordinal.next, date: ordinal.value } : undefined
  const date = numberAt(a, i)
  if (!Number.isInteger(date) || date < 1 || date > 31 || wordAt(a, i).length > 2) return undefined
  const behind = wordAt(a, i + 1)
  if (behind === '%' || behind === 'percent' || behind === 'million' || behind === 'billion') return undefined
  if ((behind === ':' || behind === '/') && glued(a, i + 1) && glued(a, i + 2)) return undefined
  return { next: i + 1, date }
}

/** A month's name with its full stop. Doubtful ones ("may", "march", "sat") only with a capital. */
export function readMonth(
  a: Atoms,
  i: number,
): { next: number; month: number; doubtful: boolean } | undefined {
  const word = wordAt(a, i)
  const month = MONTHS.get(word)
  if (month === undefined) return undefined
  const doubtful = DOUBTFUL_MONTHS.has(word)
  if (doubtful && a.capital[i] !== 1 && !/^\d{1,2}$/.test(wordAt(a, pastStop(a, i + 1)))) return undefined
  const long = word.length > 4 || word === 'june' || word === 'july' || word === 'may'
  return { next: long ? i + 1 : pastStop(a, i + 1), month, doubtful }
}

/** A weekday's name with its full stop; abbreviations only with a capital. */
export function readWeekday(a: Atoms, i: number): { next: number; day: number } | undefined {
  const word = wordAt(a, i)
  const day = WEEKDAYS.get(word)
  if (day === undefined) return undefined
  const short = ABBREVIATED_WEEKDAYS.has(word)
  if (short && (a.capital[i] !== 1 || wordAt(a, i + 1) !== '.')) return undefined
  return { next: short ? pastStop(a, i + 1) : i + 1, day }
}

function monthDate(c: Context, i: number, next: number, month: number, date: number, year?: string): Found {
  if (year !== undefined) {
    return { first: i, next, type: 'DATE', value: `${year}-${pad2(month)}-${pad2(date)}` }
  }
  const relative: RelativeTime = { kind: 'month', month, date, ...c.ahead(i) }
  return { first: i, next, type: 'DATE', relative, anchor: 'published' }
}

const wholeMonth = (c: Context, i: number, next: number, month: number, year?: string): Found =>
  year !== undefined
    ? { first: i, next, type: 'DATE', value: `${year}-${pad2(month)}` }
    : {
        first: i,
        next,
        type: 'DATE',
        relative: { kind: 'month', month, ...c.ahead(i) },
        anchor: 'published',
      }

/** True where a doubtful month word stands as a month by what is before it. */
function monthContext(a: Atoms, i: number): boolean {
  const before = wordAt(a, i - 1)
  return (
    before === 'in' ||
    before === 'last' ||
    before === 'next' ||
    before === 'this' ||
    before === 'since' ||
    before === 'until' ||
    before === 'by' ||
    before === 'early' ||
    before === 'late' ||
    before === 'mid' ||
    before === 'of' ||
    before === 'from' ||
    before === 'to' ||
    before === 'through' ||
    before === 'and' ||
    before === 'each' ||
    before === 'every' ||
    before === 'during' ||
    before === 'between' ||
    before === 'after' ||
    before === 'before' ||
    before === '-'
  )
}

/** "March 3, 2025", "Oct. 23", "June 1989", "September". */
const monthFirst: TimeRule = (c, i) => {
  const a = c.atoms
  const m = readMonth(a, i)
  if (!m) return undefined
  const j = wordAt(a, m.next) === 'the' ? m.next + 1 : wordAt(a, m.next) === '-' ? m.next + 1 : m.next
  // "May the 5th", but not "May the Second Army".
  const d = wordAt(a, m.next) === 'the' && Number.isNaN(numberAt(a, j)) ? undefined : readDate(a, j)
  if (d) {
    const year = readYear(a, pastComma(a, d.next))
    return monthDate(c, i, year ? year.next : d.next, m.month, d.date, year?.value)
  }
  const of =
    wordAt(a, m.next) === 'of' || wordAt(a, m.next) === ',' || wordAt(a, m.next) === '-' ? m.next + 1 : m.next
  const year = readYear(a, of)
  if (year) return wholeMonth(c, i, year.next, m.month, year.value)
  const short = wordAt(a, i).length <= 4 && !['may', 'june', 'july'].includes(wordAt(a, i))
  if (short || (m.doubtful && !monthContext(a, i))) return undefined
  return a.capital[i] === 1 ? wholeMonth(c, i, m.next, m.month) : undefined
}

/** "3 March 1998", "the 25th of August", "25 June". */
const dateFirst: TimeRule = (c, i) => {
  const a = c.atoms
  const the = wordAt(a, i) === 'the' ? 1 : 0
  const d = readDate(a, i + the)
  if (!d) return undefined
  const j = wordAt(a, d.next) === 'of' || wordAt(a, d.next) === '-' ? d.next + 1 : d.next
  const m = readMonth(a, j)
  if (!m) return undefined
  const year = readYear(a, pastComma(a, m.next))
  // "in May 20 March ..." never stands; "of the 12 March hares" hardly ever.
  return monthDate(c, i, year ? year.next : m.next, m.month, d.date, year?.value)
}

/** "2024-03-25", "3/25/2024", "25.03.2024", "2024/03/25" with an hour behind where there is one. */
const numeric: TimeRule = (c, i) => {
  const a = c.atoms
  const first = numberAt(a, i)
  const sign = wordAt(a, i + 1)
  if (Number.isNaN(first) || (sign !== '-' && sign !== '/' && sign !== '.')) return undefined
  const second = numberAt(a, i + 2)
  const third = numberAt(a, i + 4)
  if (Number.isNaN(second) || wordAt(a, i + 3) !== sign || Number.isNaN(third)) return undefined
  if (!glued(a, i + 1) || !glued(a, i + 2) || !glued(a, i + 3) || !glued(a, i + 4)) return undefined
  let year = first
  let month = second
  let date = third
  if (wordAt(a, i).length !== 4) {
    const long = wordAt(a, i + 4)
    if (long.length !== 4 && long.length !== 2) return undefined
    year = long.length === 4 ? third : third + (third < 40 ? 2000 : 1900)
    month = sign === '.' || first > 12 ? second : first
    date = sign === '.' || first > 12 ? first : second
  }
  if (!(year >= 1000 && year < 2200 && month >= 1 && month <= 12 && date >= 1 && date <= 31)) return undefined
  const value = `${pad4(year)}-${pad2(month)}-${pad2(date)}`
  return { first: i, next: i + 5, type: 'DATE', value }
}

const BEFORE_YEAR: ReadonlySet<string> = new Set(
  (
    'in since by until till from of during through early late mid before after between and or to around about ' +
    'circa year years fiscal spring summer fall autumn winter for the - ( , and/or back than'
  ).split(' '),
)

/** Signs and words that number things, not years. */
const NOT_BEFORE_YEAR: ReadonlySet<string> = new Set(
  '# § section sec title order heading subheading article no number resolution proclamation law flight room line page'.split(
    ' ',
  ),
)

/** Nouns counted behind a number make it no year ("2000 people"). */
function countsNoun(c: Context, i: number, value: number): boolean {
  const tag = c.tag(i)
  // "2000 people" but "the 2018 elections": counts are rounder than years.
  if (tag === 'NNS') return value % 50 === 0 && !MONTHS.has(wordAt(c.atoms, i))
  const word = wordAt(c.atoms, i)
  if (tag === '' && CURRENCY_WORDS.has(word)) return true
  if (isMeasureWord(word)) return true
  return UNITS.has(word) && UNITS.get(word) !== 'quarter'
    ? word.endsWith('s')
    : word === '%' || word === 'percent'
}

/** "1998", "480 BC", "fiscal 1989" (the word before included), "the year 2000". */
const bareYear: TimeRule = (c, i) => {
  const a = c.atoms
  const word = wordAt(a, i)
  if (word === 'fiscal' || word === 'fy') {
    const j = wordAt(a, i + 1) === 'year' ? i + 2 : i + 1
    const year = readYear(a, j)
    return year && { first: i, next: year.next, type: 'DATE', value: year.value }
  }
  const the = word === 'the' ? 1 : 0
  if (wordAt(a, i + the) === 'year' && (the || word === 'year')) {
    const year = readYear(a, i + the + 1)
    return year && { first: i, next: year.next, type: 'DATE', value: year.value }
  }
  const year = readYear(a, i)
  if (!year) return undefined
  const before = wordAt(a, i - 1)
  const plain = !Number.isNaN(numberAt(a, i)) && year.next === i + 1
  if (plain) {
    if (
      CURRENCY_SIGNS.has(before) ||
      CURRENCY_CODES.has(before) ||
      NOT_BEFORE_YEAR.has(before) ||
      (before === '.' && wordAt(a, i - 2) === 'c') ||
      (glued(a, i) && /^[a-z]/.test(before)) ||
      (before === '.' && glued(a, i)) ||
      (before === '-' && !Number.isNaN(numberAt(a, i - 2)) && wordAt(a, i - 2).length !== 4)
    )
      return undefined
    if (
      wordAt(a, i + 1) === '-' &&
      !Number.isNaN(numberAt(a, i + 2)) &&
      wordAt(a, i + 2).length > 2 &&
      !readYear(a, i + 2)
    )
      return undefined
    if (countsNoun(c, i + 1, numberAt(a, i))) return undefined
    const value = numberAt(a, i)
    const sure = value >= 1800 && value < 2050
    if (!sure && !BEFORE_YEAR.has(before)) return undefined
    const behind = wordAt(a, i + 1)
    if (
      behind === '/' ||
      behind === ':' ||
      (behind === '-' && glued(a, i + 1) && UNITS.has(wordAt(a, i + 2)))
    )
      return undefined
  }
  return { first: i, next: year.next, type: 'DATE', value: year.value }
}

const WORD_CENTURIES: ReadonlyMap<string, number> = new Map([
  ['seventeen', 1700],
  ['eighteen', 1800],
  ['nineteen', 1900],
  ['twenty', 2000],
])
const TENS = ['ten', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const ONES = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** "nineteen seventy-nine", "two thousand". */
function spelledYear(a: Atoms, i: number): Year | undefined {
  if (wordAt(a, i) === 'two' && wordAt(a, i + 1) === 'thousand') {
    const before = wordAt(a, i - 1)
    return before === 'year' ? { next: i + 2, value: '2000' } : undefined
  }
  const century = WORD_CENTURIES.get(wordAt(a, i))
  if (century === undefined) return undefined
  const j = wordAt(a, i + 1) === '-' ? i + 2 : i + 1
  const tens = TENS.indexOf(wordAt(a, j))
  if (tens < 0) return undefined
  const k = wordAt(a, j + 1) === '-' ? j + 2 : j + 1
  const one = ONES.indexOf(wordAt(a, k))
  const behind = wordAt(a, one >= 0 ? k + 1 : j + 1)
  if (UNITS.has(behind) || behind === 'percent' || behind === 'thousand' || behind === 'million')
    return undefined
  // "twenty twenty" is a year, "twenty ten-year bonds" are not.
  if (century === 2000 && behind === '-') return undefined
  const value = century + (tens + 1) * 10 + (one >= 0 ? one + 1 : 0)
  return { next: one >= 0 ? k + 1 : j + 1, value: String(value) }
}

const DECADES = ['twenties', 'thirties', 'forties', 'fifties', 'sixties', 'seventies', 'eighties', 'nineties']

/** "the 1990s", "the '80s", "the nineties", "the 20th century". */
const decadeOrCentury: TimeRule = (c, i) => {
  const a = c.atoms
  const the = wordAt(a, i) === 'the' ? 1 : 0
  const at = i + the
  const found = (next: number, value: string): Found => ({ first: i, next, type: 'DATE', value })
  const apostrophe = wordAt(a, at) === "'" ? 1 : 0
  const value = numberAt(a, at + apostrophe)
  if (!Number.isNaN(value)) {
    const j = wordAt(a, at + apostrophe + 1) === "'" ? at + apostrophe + 2 : at + apostrophe + 1
    const digits = wordAt(a, at + apostrophe)
    if (wordAt(a, j) === 's' && glued(a, j) && value % 10 === 0) {
      if (digits.length === 4 && value >= 1000 && value < 2200) {
        return value % 100 === 0 && value < 2000
          ? found(j + 1, digits.slice(0, 2))
          : found(j + 1, digits.slice(0, 3))
      }
      if (digits.length === 2 && (the || apostrophe)) return found(j + 1, `19${digits.slice(0, 1)}`)
    }
  }
  const word = DECADES.indexOf(wordAt(a, at))
  if (word >= 0 && the) return found(at + 1, `19${word + 2}`)
  const ordinal = readOrdinal(a, at)
  if (ordinal) {
    const j = wordAt(a, ordinal.next) === '-' ? ordinal.next + 1 : ordinal.next
    const unit = wordAt(a, j)
    if (unit === 'century' && ordinal.value <= 30) {
      const bc = era(a, j + 1)
      const century = pad2(ordinal.value - 1)
      return found(bc ? bc.next : j + 1, bc?.before ? `BC${century}` : century)
    }
  }
  return undefined
}

/** "Friday, Oct. 23", "Sunday 25 June 1950": the date is the value. */
const weekdayWithDate: TimeRule = (c, i) => {
  const a = c.atoms
  const weekday = readWeekday(a, i)
  if (!weekday) return undefined
  const comma = pastComma(a, weekday.next)
  const j = wordAt(a, comma) === 'the' ? comma + 1 : comma
  const date = monthFirst(c, j) ?? dateFirst(c, j)
  const day =
    date &&
    (date.value?.length === 10 || (date.relative?.kind === 'month' && date.relative.date !== undefined))
  return day ? { ...date, first: i } : undefined
}

export const calendarRules: readonly TimeRule[] = [
  weekdayWithDate,
  numeric,
  monthFirst,
  dateFirst,
  decadeOrCentury,
  bareYear,
]
