// In: atoms. Out: the longest time expression of any rule that begins at one of them.
import { dayOf, lastDateOf, toNumber } from '../../model/day.ts'
import type { RelativeTime } from '../../model/index.ts'
import { weekHolding } from '../../model/time-value.ts'
import { type Atoms, glued, wordAt } from './atoms.ts'
import { mayBegin } from './begin.ts'
import { calendarRules, readWeekday } from './calendar.ts'
import { clockRule, dayPartRule, withDayPart } from './clocks.ts'
import { deicticRules, vagueTime } from './deictic.ts'
import { ahead, amountAgo, bareDuration, plainDuration } from './durations.ts'
import { type Context, type Found, isDayLike, type TimeRule } from './found.ts'
import { periodRules } from './periods.ts'
import { setRules } from './sets.ts'

/** A weekday alone: "Wednesday", with "morning" behind it where it has one. */
const weekdayRule: TimeRule = (c, i) => {
  const weekday = readWeekday(c.atoms, i)
  if (!weekday) return undefined
  const week = weekBehind(c.atoms, weekday.next)
  if (week)
    return {
      first: i,
      next: week.ofPair ? weekday.next : week.next,
      type: 'DATE',
      relative: { kind: 'weekday', day: weekday.day, ...week.relative, said: true },
      anchor: 'published',
    }
  return {
    first: i,
    next: weekday.next,
    type: 'DATE',
    relative: { kind: 'weekday', day: weekday.day, direction: c.ahead(i).direction },
    anchor: 'published',
  }
}

const WEEKS: ReadonlyMap<string, { direction: -1 | 0 | 1; weeks?: -1 | 0 | 1 }> = new Map([
  ['last', { direction: -1, weeks: -1 }],
  ['this', { direction: 0, weeks: 0 }],
  ['next', { direction: 1, weeks: 1 }],
  // The week gone by may be the one that a Sunday closes.
  ['past', { direction: -1 }],
] as const)

/** "Friday of last week", "Thursday and Friday this week": the week told behind a weekday or two. */
function weekBehind(a: Atoms, behind: number) {
  const pair = /^(?:and|or|to|-)$/.test(wordAt(a, behind)) ? readWeekday(a, behind + 1) : undefined
  let at = pair?.next ?? behind
  if (wordAt(a, at) === 'of') at++
  const word = wordAt(a, at) === 'this' && wordAt(a, at + 1) === 'past' ? wordAt(a, ++at) : wordAt(a, at)
  const relative = WEEKS.get(word)
  return relative && wordAt(a, at + 1) === 'week'
    ? { relative, next: at + 2, ofPair: pair !== undefined }
    : undefined
}

/** "The week of 6 July", "the week that begins on 6 July": the whole of it. */
const weekOfRule: TimeRule = (c, i) => {
  const a = c.atoms
  const week = wordAt(a, i) === 'the' ? i + 1 : i
  if (wordAt(a, week) !== 'week') return undefined
  let at = week + 1
  if (wordAt(a, at) === 'that' || wordAt(a, at) === 'which') at++
  if (!OF_WEEK.has(wordAt(a, at++))) return undefined
  if (wordAt(a, at) === 'on') at++
  const day = calendarRules.map((rule) => rule(c, at)).find((found) => found && isDayLike(found))
  if (!day) return undefined
  const { relative: r, value } = day
  if (value !== undefined) {
    if (Number.isNaN(toNumber(value))) return undefined
    return { first: i, next: day.next, type: 'DATE', value: weekHolding(toNumber(value)) }
  }
  return r?.kind === 'month' ? { ...day, first: i, relative: { ...r, grain: 'week' } } : undefined
}

const OF_WEEK: ReadonlySet<string> = new Set(
  'of beginning starting commencing begins starts opens begin start'.split(' '),
)

/** "The first day of May", "the last day of 2031": a day of the month or year told behind it. */
const edgeDayRule: TimeRule = (c, i) => {
  const a = c.atoms
  const edge = wordAt(a, i) === 'the' ? i + 1 : i
  const isFirst = wordAt(a, edge) === 'first'
  if (
    (!isFirst && wordAt(a, edge) !== 'last') ||
    wordAt(a, edge + 1) !== 'day' ||
    wordAt(a, edge + 2) !== 'of'
  )
    return undefined
  const whole = calendarRules.map((rule) => rule(c, edge + 3)).find((found) => found !== undefined)
  const told = /^(\d{4})(?:-(\d\d))?$/.exec(whole?.value ?? '')
  if (whole && told) {
    const month = told[2] ? Number(told[2]) : isFirst ? 1 : 12
    return {
      ...whole,
      first: i,
      value: dayOf(Number(told[1]), month, isFirst ? 1 : lastDateOf(Number(told[1]), month)),
    }
  }
  const { relative: r } = whole ?? {}
  if (!whole || r?.kind !== 'month' || r.date !== undefined || (!isFirst && r.month === 2)) return undefined
  const date = isFirst ? 1 : lastDateOf(2001, r.month)
  return { ...whole, first: i, relative: { ...r, date } }
}

const BEFORE_DATE: ReadonlySet<string> = new Set(['on', 'by', 'until', 'till', 'of', 'to', 'from', 'for'])

/** "the 25th", "the 6th of the month" without a month: only where nothing is counted. */
const lonelyDate: TimeRule = (c, i) => {
  const a = c.atoms
  if (wordAt(a, i) !== 'the' || !glued(a, i + 2)) return undefined
  if (!BEFORE_DATE.has(wordAt(a, i - 1))) return undefined
  const value = a.number[i + 1] ?? Number.NaN
  const suffix = wordAt(a, i + 2)
  if (!(value >= 1 && value <= 31) || !['st', 'nd', 'rd', 'th'].includes(suffix)) return undefined
  const tag = c.tag(i + 3)
  if (tag.startsWith('NN') || tag.startsWith('JJ') || wordAt(a, i + 3) === '-') return undefined
  const relative: RelativeTime = { kind: 'date', date: value, direction: c.direction(i) }
  return { first: i, next: i + 3, type: 'DATE', relative, anchor: 'previous' }
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
  weekOfRule,
  edgeDayRule,
  weekdayRule,
  dayPartRule(readDay),
  plainDuration,
  ahead,
  bareDuration,
  lonelyDate,
  vagueTime,
]

/** The longest expression a rule finds at `i`; the earlier rule wins among equals. */
export function core(c: Context, i: number): Found | undefined {
  if (!mayBegin(c.atoms, i)) return undefined
  let best: Found | undefined
  for (const rule of RULES) {
    const found = rule(c, i)
    if (found && (!best || found.next > best.next)) best = found
  }
  return best && withDayPart(c, best)
}
