// In: atoms. Out: quarters, halves, seasons and feasts, with a year or with the year left to the context.
import type { RelativeTime } from '../doc.ts'
import { readOrdinal } from '../quantities/numerals.ts'
import { type Atoms, numberAt, wordAt } from './atoms.ts'
import { readMonth, readYear } from './calendar.ts'
import { deicticRules } from './deictic.ts'
import { type Context, type Found, pad2, type TimeRule } from './found.ts'
import { FEAST_NAMES, FIXED_FEASTS, MOVING_FEASTS, SEASONS, UNITS } from './words.ts'

interface Period {
  readonly next: number
  /** "Q3", "H1", "SU", or "P9M" for the first nine months. */
  readonly part: string
}

/** "third quarter", "Q3", "first half", "fiscal second-quarter". */
function readPeriod(a: Atoms, i: number): Period | undefined {
  let j = i
  if (wordAt(a, j) === 'fiscal' || wordAt(a, j) === 'calendar') j += wordAt(a, j + 1) === '-' ? 2 : 1
  const q = wordAt(a, j)
  if ((q === 'q' || q === 'h') && a.capital[j] === 1) {
    const n = numberAt(a, j + 1)
    if (n >= 1 && n <= (q === 'q' ? 4 : 2) && a.start[j + 1] === a.end[j])
      return { next: j + 2, part: `${q.toUpperCase()}${n}` }
    return undefined
  }
  const last = q === 'final' || q === 'latter' || q === 'last' ? 9 : undefined
  const ordinal = last !== undefined ? { next: j + 1, value: last } : readOrdinal(a, j)
  if (!ordinal || (ordinal.value > 4 && last === undefined)) return undefined
  if (wordAt(a, ordinal.next) === '-') ordinal.next++
  if (wordAt(a, ordinal.next) === 'fiscal') ordinal.next++
  const word = wordAt(a, ordinal.next)
  if (word === 'quarter') return { next: ordinal.next + 1, part: `Q${Math.min(ordinal.value, 4)}` }
  if (word === 'half' && (ordinal.value <= 2 || last))
    return { next: ordinal.next + 1, part: `H${Math.min(ordinal.value, 2)}` }
  return undefined
}

/** A year or a word for one ("1990", "last year", "this fiscal year") behind "of", "in" or nothing. */
function readYearLike(
  c: Context,
  i: number,
): { next: number; value?: string; relative?: RelativeTime } | undefined {
  const a = c.atoms
  const j = wordAt(a, i) === 'fiscal' ? i + 1 : i
  const year = readYear(a, j)
  if (year) return year
  for (const rule of deicticRules) {
    const found = rule(c, i)
    if (found?.relative?.kind === 'shift' && found.relative.grain === 'year' && found.type === 'DATE') {
      return { next: found.next, relative: found.relative }
    }
    if (found?.relative?.kind === 'like')
      return { next: found.next, relative: shiftYears(found.relative.years) }
  }
  return undefined
}

const shiftYears = (count: number): RelativeTime => ({ kind: 'shift', unit: 'year', count, grain: 'year' })

/** A part of a year said with its year. */
function inYear(
  first: number,
  next: number,
  part: string,
  year: { value?: string; relative?: RelativeTime },
): Found {
  if (year.value !== undefined) return { first, next, type: 'DATE', value: `${year.value}-${part}` }
  const relative = year.relative as Extract<RelativeTime, { kind: 'shift' }>
  return { first, next, type: 'DATE', relative: { ...relative, part }, anchor: 'published' }
}

/** "the third quarter of 1990", "third-quarter", "the first half", "Q3 2025". */
const quarter: TimeRule = (c, i) => {
  const a = c.atoms
  const the = wordAt(a, i) === 'the' ? 1 : 0
  const period = readPeriod(a, i + the)
  if (!period) return undefined
  const link = wordAt(a, period.next)
  const of = link === 'of' || link === ',' || link === 'in' ? period.next + 1 : period.next
  const year = readYearLike(c, of)
  if (year && !(link === ',' && year.relative)) return inYear(i, year.next, period.part, year)
  if (period.part.startsWith('H') && link === 'of') return undefined
  const relative: RelativeTime = { kind: 'season', season: period.part, direction: c.direction(i) }
  return { first: i, next: period.next, type: 'DATE', relative, anchor: 'published' }
}

/** "summer 1998", "the winter of 1994", "1982 summer", "the spring". */
const season: TimeRule = (c, i) => {
  const a = c.atoms
  const the = wordAt(a, i) === 'the' ? 1 : 0
  const own = readYear(a, i)
  const at = own ? own.next : i + the
  const part = SEASONS.get(wordAt(a, at))
  if (!part) return undefined
  if (own) return inYear(i, at + 1, part, own)
  const link = wordAt(a, at + 1)
  const of = link === 'of' || link === ',' || link === 'in' ? at + 2 : at + 1
  const year = readYearLike(c, of)
  if (year && !(link === ',' && year.relative)) return inYear(i, year.next, part, year)
  const word = wordAt(a, at)
  const before = wordAt(a, i - 1)
  const cued =
    the ||
    before === 'in' ||
    before === 'by' ||
    before === 'until' ||
    before === 'since' ||
    before === 'during' ||
    before === 'each' ||
    before === 'every' ||
    before === 'early' ||
    before === 'late' ||
    before === 'mid'
  if (!cued) {
    const doubtful = word === 'fall' || word === 'spring'
    if (doubtful || c.tag(at).startsWith('VB')) return undefined
  } else if (word === 'fall' && (c.tag(at).startsWith('VB') || link === 'in' || link === 'of'))
    return undefined
  const relative: RelativeTime = { kind: 'season', season: part, direction: c.direction(i) }
  return { first: i, next: at + 1, type: 'DATE', relative, anchor: 'published' }
}

/** "June last year", "October of this year", "January of next year". */
const monthInYear: TimeRule = (c, i) => {
  const a = c.atoms
  const month = readMonth(a, i)
  if (!month) return undefined
  const date = a.number[month.next] ?? Number.NaN
  const dated = date >= 1 && date <= 31 && wordAt(a, month.next).length <= 2
  const at = dated ? month.next + 1 : month.next
  const link = wordAt(a, at)
  const year = readYearLike(c, link === 'of' || link === 'in' || link === ',' ? at + 1 : at)
  if (!year?.relative) return undefined
  return inYear(i, year.next, dated ? `${pad2(month.month)}-${pad2(date)}` : pad2(month.month), year)
}

/** "next year's first quarter", "this year's third quarter", "1998's summer", "last year's quarter". */
const possessed: TimeRule = (c, i) => {
  const a = c.atoms
  const year = readYearLike(c, i)
  if (!year) return undefined
  const s = wordAt(a, year.next) === "'" && wordAt(a, year.next + 1) === 's' ? year.next + 2 : undefined
  if (s === undefined) return undefined
  const period = readPeriod(a, s)
  const part = period?.part ?? SEASONS.get(wordAt(a, s))
  return part ? inYear(i, period?.next ?? s + 1, part, year) : undefined
}

/** "the year-ago quarter", "the year-earlier period", "year-earlier", "a year ago" is read elsewhere. */
const yearAgoPeriod: TimeRule = (c, i) => {
  const a = c.atoms
  const the = wordAt(a, i) === 'the' ? 1 : 0
  const at = i + the
  if (wordAt(a, at) !== 'year') return undefined
  const j = wordAt(a, at + 1) === '-' ? at + 2 : at + 1
  const word = wordAt(a, j)
  if (word !== 'ago' && word !== 'earlier') return undefined
  if (j === at + 1 && !the) return undefined
  const noun = wordAt(a, j + 1)
  // "the year-earlier $4.5 million": the article is the money's.
  if (the && noun === '$') return undefined
  const next = noun === 'period' || noun === 'quarter' || noun === 'level' ? j + 2 : j + 1
  return {
    first: i,
    next: noun === 'level' ? j + 1 : next,
    type: 'DATE',
    relative: { kind: 'like', years: -1 },
    anchor: 'previous',
  }
}

/** "the 1988 quarter", "the 1988 period": what the report is about, in that year. */
const yearPeriod: TimeRule = (c, i) => {
  const a = c.atoms
  const the = wordAt(a, i) === 'the' ? 1 : 0
  const year = readYear(a, i + the)
  if (!year || !/^\d{4}$/.test(year.value)) return undefined
  const noun = wordAt(a, year.next)
  if (noun !== 'quarter' && noun !== 'period') return undefined
  const relative: RelativeTime = { kind: 'like', years: 0, year: Number(year.value) }
  return { first: i, next: year.next + 1, type: 'DATE', relative, anchor: 'previous' }
}

/** "year-end", "month's end". */
const periodEnd: TimeRule = (c, i) => {
  const a = c.atoms
  const unit = UNITS.get(wordAt(a, i))
  if (unit !== 'year' && unit !== 'month') return undefined
  const sign = wordAt(a, i + 1)
  const possessive = sign === "'" && wordAt(a, i + 2) === 's'
  const dash =
    sign === '-' ? i + 2 : possessive ? i + 3 : unit === 'year' && sign === 'end' ? i + 1 : undefined
  if (dash === undefined || wordAt(a, dash) !== 'end') return undefined
  const relative: RelativeTime = { kind: 'shift', unit, count: 0, grain: unit }
  return { first: i, next: dash + 1, type: 'DATE', relative, anchor: 'published', mod: 'END' }
}

interface FeastBranch {
  name?: string
  readonly next: Map<string, FeastBranch>
}
const FEASTS: FeastBranch = { next: new Map() }
for (const name of FEAST_NAMES) {
  let branch = FEASTS
  for (const word of name.replaceAll("'", " ' ").replaceAll('.', ' . ').split(' ').filter(Boolean)) {
    let next = branch.next.get(word)
    if (!next) branch.next.set(word, (next = { next: new Map() }))
    branch = next
  }
  branch.name = name
}

/** Fixed feasts and those on the n-th weekday of a month; the year from the text or the context. */
const feast: TimeRule = (c, i) => {
  const a = c.atoms
  if (a.capital[i] !== 1) return undefined
  let branch: FeastBranch | undefined = FEASTS
  let name: string | undefined
  let next = i
  for (let j = i; (branch = branch.next.get(wordAt(a, j))); j++) {
    if (branch.name) {
      name = branch.name
      next = j + 1
    }
  }
  if (name === undefined) return undefined
  const year = readYear(a, wordAt(a, next) === ',' || wordAt(a, next) === 'of' ? next + 1 : next)
  const fixed = FIXED_FEASTS.get(name)
  if (fixed) {
    const [month, date] = fixed
    if (year) {
      const day = `${year.value}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`
      return { first: i, next: year.next, type: 'DATE', value: day }
    }
    const relative: RelativeTime = { kind: 'month', month, date, direction: c.direction(i) }
    return { first: i, next, type: 'DATE', relative, anchor: 'published' }
  }
  const [month, weekday, nth] = MOVING_FEASTS.get(name)!
  const part = `${String(month).padStart(2, '0')}-W${weekday}#${nth}`
  const relative: RelativeTime = { kind: 'season', season: part, direction: c.direction(i) }
  return { first: i, next: year ? next : next, type: 'DATE', relative, anchor: 'published' }
}

export const periodRules: readonly TimeRule[] = [
  monthInYear,
  possessed,
  quarter,
  season,
  yearAgoPeriod,
  yearPeriod,
  periodEnd,
  feast,
]
