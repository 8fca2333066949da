// In: a draft with tokens (and tags where there are any). Out: its time expressions, symbolic, in order of the text.
import type { TimeExpression } from '../doc.ts'
import type { Draft } from '../draft.ts'
import { readNumeral } from '../quantities/numerals.ts'
import { type Atoms, atomsOf, glued, wordAt } from './atoms.ts'
import { mayBegin } from './begin.ts'
import { calendarRules, readMonth, readWeekday } from './calendar.ts'
import { clockRule, dayPartRule, withDayPart } from './clocks.ts'
import { deicticRules, vagueTime } from './deictic.ts'
import { ahead, amountAgo, bareDuration, plainDuration } from './durations.ts'
import type { Context, Direction, Found, TimeRule } from './found.ts'
import { pad2 } from './found.ts'
import { nameAt } from './named.ts'
import { periodRules } from './periods.ts'
import { eventOf, relationOf } from './relations.ts'
import { setRules } from './sets.ts'
import { directions } from './tense.ts'

/** A weekday alone: "Wednesday", with "morning" behind it where it has one. */
const weekdayRule: TimeRule = (c, i) => {
  const weekday = readWeekday(c.atoms, i)
  if (!weekday) return undefined
  return {
    first: i,
    next: weekday.next,
    type: 'DATE',
    relative: { kind: 'weekday', day: weekday.day, direction: c.ahead(i).direction },
    anchor: 'published',
  }
}

/** "the 25th", "the 6th of the month" without a month: only where nothing is counted. */
const lonelyDate: TimeRule = (c, i) => {
  const a = c.atoms
  if (wordAt(a, i) !== 'the' || !glued(a, i + 2)) return undefined
  const before = wordAt(a, i - 1)
  if (before !== 'on' && before !== 'by' && before !== 'until' && before !== 'of') return undefined
  const value = a.number[i + 1] ?? Number.NaN
  const suffix = wordAt(a, i + 2)
  if (!(value >= 1 && value <= 31) || !['st', 'nd', 'rd', 'th'].includes(suffix)) return undefined
  const tag = c.tag(i + 3)
  if (tag.startsWith('NN') || tag.startsWith('JJ') || wordAt(a, i + 3) === '-') return undefined
  return { first: i, next: i + 3, type: 'DATE', relative: { kind: 'date', date: value }, anchor: 'previous' }
}

/** Days that an hour or part of the day can join. */
function readDay(c: Context, i: number): Found | undefined {
  for (const rule of [...calendarRules, ...deicticRules, weekdayRule]) {
    const found = rule(c, i)
    if (found) return found
  }
  return undefined
}

const RULES: readonly TimeRule[] = [
  clockRule(readDay),
  ...setRules.slice(0, 2),
  ...periodRules,
  ...calendarRules,
  amountAgo,
  ...deicticRules,
  ...setRules.slice(2),
  weekdayRule,
  dayPartRule(readDay),
  plainDuration,
  ahead,
  bareDuration,
  lonelyDate,
  vagueTime,
]

/** The longest expression a rule finds at `i`; the earlier rule wins among equals. */
function core(c: Context, i: number): Found | undefined {
  if (!mayBegin(c.atoms, i)) return undefined
  let best: Found | undefined
  for (const rule of RULES) {
    const found = rule(c, i)
    if (found && (!best || found.next > best.next)) best = found
  }
  return best && withDayPart(c, best)
}

/** Words before an expression that belong to it, with their TIMEX3 mod. Each is a list of words. */
const BEFORE: readonly (readonly [string, string, 'any' | 'amount' | 'date'])[] = [
  ['about', 'APPROX', 'any'],
  ['around', 'APPROX', 'any'],
  ['approximately', 'APPROX', 'any'],
  ['roughly', 'APPROX', 'any'],
  ['some', 'APPROX', 'amount'],
  ['almost', 'LESS_THAN', 'amount'],
  ['nearly', 'LESS_THAN', 'amount'],
  ['less than', 'LESS_THAN', 'amount'],
  ['under', 'LESS_THAN', 'amount'],
  ['fewer than', 'LESS_THAN', 'amount'],
  ['no more than', 'EQUAL_OR_LESS', 'amount'],
  ['not more than', 'EQUAL_OR_LESS', 'amount'],
  ['up to', 'EQUAL_OR_LESS', 'amount'],
  ['more than', 'MORE_THAN', 'amount'],
  ['over', 'MORE_THAN', 'amount'],
  ['at least', 'EQUAL_OR_MORE', 'amount'],
  ['no less than', 'EQUAL_OR_MORE', 'amount'],
  ['at most', 'EQUAL_OR_LESS', 'amount'],
  ['just over', 'MORE_THAN', 'amount'],
  ['just under', 'LESS_THAN', 'amount'],
  ['early', 'START', 'date'],
  ['early in', 'START', 'date'],
  ['early on', 'START', 'date'],
  ['earlier', 'START', 'date'],
  ['earlier in', 'START', 'date'],
  ['late', 'END', 'date'],
  ['late in', 'END', 'date'],
  ['later', 'END', 'date'],
  ['later in', 'END', 'date'],
  ['mid', 'MID', 'date'],
  ['middle of', 'MID', 'date'],
  ['beginning of', 'START', 'date'],
  ['start of', 'START', 'date'],
  ['end of', 'END', 'date'],
  ['close of', 'END', 'date'],
  ['sometime', '', 'date'],
  ['some time', '', 'date'],
]
const BEFORE_WORDS = BEFORE.map(([phrase, mod, kind]) => [phrase.split(' '), mod, kind] as const)
const BEGINS: ReadonlySet<string> = new Set(BEFORE_WORDS.map(([words]) => words[0]!))

const isAmount = (found: Found): boolean =>
  found.type === 'DURATION' ||
  found.relative?.kind === 'like' ||
  (found.relative?.kind === 'shift' && Math.abs(found.relative.count) >= 1)

/** "over two years" is an amount, "over the next year", "over the weekend" are periods. */
const isPlain = (a: Atoms, i: number): boolean =>
  !['the', 'this', 'last', 'next', 'past', 'recent', 'coming'].includes(wordAt(a, i))

/** Modifier at `i` with the expression it modifies. */
function modified(c: Context, i: number, within = false): Found | undefined {
  const a = c.atoms
  const the = wordAt(a, i) === 'the' ? 1 : 0
  if (!BEGINS.has(wordAt(a, i + the))) return undefined
  let best: Found | undefined
  for (const [words, mod, kind] of BEFORE_WORDS) {
    if (!words.every((word, n) => wordAt(a, i + the + n) === word)) continue
    if (the && kind !== 'date') continue
    let j = i + the + words.length
    if (wordAt(a, j) === '-') j++
    const inner = (kind === 'date' && !within ? modified(c, j, true) : undefined) ?? core(c, j)
    if (!inner || inner.type === 'SET') continue
    if (kind === 'amount' && !isAmount(inner)) continue
    if (kind === 'date' && (inner.type === 'DURATION' || inner.value?.endsWith('REF'))) continue
    if (kind === 'any' && inner.value?.endsWith('_REF')) continue
    // "early Friday", "over the past year": the word before stays out.
    if (kind === 'date' && inner.relative?.kind === 'weekday') continue
    if (words[0] === 'later' && inner.relative?.kind === 'shift' && inner.relative.grain === 'day') continue
    if (
      inner.relative?.kind === 'extent' ||
      (words[0] === 'over' && (!isPlain(a, j) || inner.value?.includes('X')))
    )
      continue
    if (!best || inner.next > best.next || words.length > 1) {
      best = { ...inner, first: i, ...(mod && { mod }) }
    }
  }
  return best
}

/** "or so", "or more" behind an expression belong to it. */
function withTail(c: Context, found: Found): Found {
  const a = c.atoms
  if (wordAt(a, found.next) !== 'or') return found
  const word = wordAt(a, found.next + 1)
  if (word === 'so') return { ...found, next: found.next + 2, mod: 'APPROX' }
  if (word === 'more' && isAmount(found)) return { ...found, next: found.next + 2, mod: 'EQUAL_OR_MORE' }
  if (word === 'less' && isAmount(found)) return { ...found, next: found.next + 2, mod: 'EQUAL_OR_LESS' }
  return found
}

/** "March 3 to 5", "April 24 and 25", "March 3-5": the second date is an expression of its own. */
function secondDate(c: Context, found: Found): Found | undefined {
  const a = c.atoms
  const r = found.relative
  const stated = found.value !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(found.value)
  if (!(stated || (r?.kind === 'month' && r.date !== undefined)) || wordAt(a, found.next - 1).length > 4)
    return undefined
  if (!/^\d{1,2}$/.test(wordAt(a, found.next - 1))) return undefined
  const link = wordAt(a, found.next)
  if (
    link !== 'to' &&
    link !== 'and' &&
    link !== '-' &&
    link !== 'through' &&
    link !== 'or' &&
    link !== '--' &&
    link !== 'until'
  )
    return undefined
  const at = found.next + 1
  const date = a.number[at] ?? Number.NaN
  if (!(Number.isInteger(date) && date >= 1 && date <= 31) || wordAt(a, at).length > 2) return undefined
  const behind = wordAt(a, at + 1)
  if (readMonth(a, at + 1) || behind === '%' || behind === ':' || behind === 'percent' || behind === '-')
    return undefined
  if (c.tag(at + 1).startsWith('NN')) return undefined
  const base = { first: at, next: at + 1, type: 'DATE' } as const
  if (r?.kind === 'month') {
    const year = wordAt(a, at + 1) === ',' ? a.word[at + 2] : undefined
    if (year !== undefined && /^\d{4}$/.test(year)) {
      return { ...base, next: at + 3, value: `${year}-${pad2(r.month)}-${pad2(date)}` }
    }
    return { ...base, relative: { ...r, date }, anchor: 'published' }
  }
  return { ...base, value: `${found.value!.slice(0, 8)}${pad2(date)}` }
}

/** "24-25 June 1950", "3 and 4 March": the first date takes month and year from the second. */
function firstDate(c: Context, i: number): { found: Found; second: number } | undefined {
  const a = c.atoms
  const date = a.number[i] ?? Number.NaN
  if (!(Number.isInteger(date) && date >= 1 && date <= 31) || wordAt(a, i).length > 2) return undefined
  const link = wordAt(a, i + 1)
  if (link !== '-' && link !== 'and' && link !== 'to' && link !== 'or' && link !== '/') return undefined
  if (!readMonth(a, i + 3) || !/^\d{1,2}$/.test(wordAt(a, i + 2))) return undefined
  const whole = core(c, i + 2)
  if (!whole) return undefined
  const base = { first: i, next: i + 1, type: 'DATE' } as const
  if (whole.relative?.kind === 'month')
    return { found: { ...base, relative: { ...whole.relative, date }, anchor: 'published' }, second: i + 2 }
  if (whole.value?.length === 10)
    return { found: { ...base, value: `${whole.value.slice(0, 8)}${pad2(date)}` }, second: i + 2 }
  return undefined
}

const AHEAD: ReadonlySet<string> = new Set(['by', 'until', 'till', 'before'])
const LOOMING: ReadonlySet<string> = new Set([
  'impending',
  'looming',
  'upcoming',
  'approaching',
  'planned',
  'scheduled',
])
const PASSED_OVER: ReadonlySet<string> = new Set(
  'early late mid - the of end middle start beginning next a p m . : est edt gmt noon midnight'.split(' '),
)

/** "by", "until", "as soon as" say that a time is ahead, "since" that it is behind; "Friday's" is behind but for "will". */
function saidBefore(
  a: Atoms,
  i: number,
  direction: Direction,
): { readonly direction: Direction; readonly said?: true } {
  let j = i - 1
  while (j > i - 8 && (PASSED_OVER.has(wordAt(a, j)) || !Number.isNaN(a.number[j] ?? Number.NaN))) j--
  const word = wordAt(a, j)
  if (word === 'since') return { direction: -1, said: true }
  if (wordAt(a, i + 1) === "'" && wordAt(a, i + 2) === 's') return { direction: direction > 0 ? 1 : -1 }
  if (AHEAD.has(word) || LOOMING.has(wordAt(a, i - 1))) return { direction: 1 }
  const asSoon = word === 'as' && (wordAt(a, j - 1) === 'soon' || wordAt(a, j - 1) === 'early')
  return { direction: asSoon ? 1 : direction }
}

/** "1915-17", "1990/91": the second year. */
function secondYear(c: Context, found: Found): Found | undefined {
  const a = c.atoms
  const value = found.value
  if (value === undefined || !/^\d{4}$/.test(value) || wordAt(a, found.next - 1) !== value) return undefined
  const link = wordAt(a, found.next)
  const short = wordAt(a, found.next + 1)
  if ((link !== '-' && link !== '/') || !/^\d\d$/.test(short) || !glued(a, found.next + 1)) return undefined
  if (short <= value.slice(2) || /^[-/]$/.test(wordAt(a, found.next + 2))) return undefined
  return { first: found.next + 1, next: found.next + 2, type: 'DATE', value: value.slice(0, 2) + short }
}

/** "480-479 BC": the first year. */
function yearBefore(c: Context, i: number): Found | undefined {
  const a = c.atoms
  const year = a.number[i] ?? Number.NaN
  const link = wordAt(a, i + 1)
  if (!Number.isInteger(year) || year > 5000 || (link !== '-' && link !== 'to' && link !== 'and'))
    return undefined
  const second = core(c, i + 2)
  if (!second?.value?.startsWith('BC') || second.next < i + 4) return undefined
  return { first: i, next: i + 1, type: 'DATE', value: `BC${String(year).padStart(4, '0')}` }
}

const LINKS: ReadonlySet<string> = new Set(['-', '--', '/', 'to', 'and', 'or', 'until', 'through', 'till'])

/** "26 June - 4 August 1952", "in January and February 1937": the first takes the year of the second. */
function lendYears(a: Atoms, founds: Found[]): void {
  for (let n = founds.length - 2; n >= 0; n--) {
    const first = founds[n]!
    const second = founds[n + 1]!
    const r = first.relative
    if (r?.kind !== 'month' || r.part !== undefined || second.first !== first.next + 1) continue
    const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(second.value ?? '')
    if (!match || !LINKS.has(wordAt(a, first.next))) continue
    const year = Number(match[1]) - (r.month > Number(match[2]) ? 1 : 0)
    const { relative: _, anchor: __, ...rest } = first
    const date = r.date === undefined ? '' : `-${pad2(r.date)}`
    founds[n] = { ...rest, value: `${year}-${pad2(r.month)}${date}` }
  }
}

/** True where a number or amount at `i` belongs to money or something else. */
function isMoney(a: Atoms, i: number): boolean {
  const before = wordAt(a, i - 1)
  return (
    (before === '$' || before === '€' || before === '£' || before === '¥') && readNumeral(a, i) !== undefined
  )
}

/**
 * Fills `draft.times`. Follows TimeML's guidelines for extents (TimeML 1.2.1: determiners and modifiers in,
 * prepositions out) and HeidelTime's division into what is said and what it counts from (Strötgen & Gertz 2013).
 * Linear in the tokens: every rule looks at a bounded number of atoms.
 */
export function findTimes(draft: Draft): void {
  const atoms = atomsOf(draft)
  const flow = directions(draft)
  const { tokens } = draft
  const direction = (atom: number) => (flow[atoms.token[atom] ?? -1] ?? 0) as Direction
  const context: Context = {
    atoms,
    direction,
    ahead: (atom) => saidBefore(atoms, atom, direction(atom)),
    tag: (atom) => tokens.tag[atoms.token[atom] ?? -1] ?? '',
  }
  const founds: Found[] = []
  let i = 0
  while (i < atoms.count) {
    const bc = yearBefore(context, i)
    if (bc) {
      founds.push(bc)
      i = bc.next
      continue
    }
    const pair = firstDate(context, i)
    if (pair) {
      founds.push(pair.found)
      i = pair.second
      continue
    }
    if (!mayBegin(atoms, i) && !BEGINS.has(atoms.word[i]!)) {
      i++
      continue
    }
    let found = isMoney(atoms, i) ? undefined : (modified(context, i) ?? core(context, i))
    if (!found) {
      i++
      continue
    }
    found = withTail(context, found)
    founds.push(found)
    i = found.next
    const second = secondDate(context, found) ?? secondYear(context, found)
    if (second) {
      founds.push(second)
      i = second.next
    }
  }
  lendYears(atoms, founds)
  draft.times = founds
    .filter((found) => !isNamed(draft, atoms, found))
    .map((found) => expression(draft, context, found))
}

/** True for times that are words of a name: "USA Today", "April Smith"; "the September 11 attacks" keep their day. */
function isNamed(draft: Draft, a: Atoms, found: Found): boolean {
  for (let i = found.first; i < found.next; i++) if (!Number.isNaN(a.number[i]!)) return false
  const name = nameAt(draft.names, a.start[found.first]!)
  return (
    name !== undefined &&
    a.end[found.next - 1]! <= name.end &&
    name.type !== 'event' &&
    name.end - name.start > a.end[found.next - 1]! - a.start[found.first]!
  )
}

function expression(draft: Draft, c: Context, found: Found): TimeExpression {
  const { atoms } = c
  const { first, next, ...meaning } = found
  const start = atoms.start[first]!
  const end = atoms.end[next - 1]!
  const said = relationOf(atoms, first)
  const relation = said === 'on' && found.type === 'DURATION' ? 'during' : said
  const from = found.type === 'DURATION' || found.anchor === 'event' ? eventOf(draft, atoms, next) : undefined
  return {
    start,
    end,
    first: atoms.token[first]!,
    last: atoms.token[next - 1]! + 1,
    ...meaning,
    ...(from && { anchor: 'event' as const, from }),
    ...(relation && { relation }),
  }
}
