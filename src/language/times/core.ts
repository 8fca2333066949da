// In: atoms. Out: the longest time expression of any rule that begins at one of them.
import { glued, wordAt } from './atoms.ts'
import { mayBegin } from './begin.ts'
import { calendarRules, readWeekday } from './calendar.ts'
import { clockRule, dayPartRule, withDayPart } from './clocks.ts'
import { deicticRules, vagueTime } from './deictic.ts'
import { ahead, amountAgo, bareDuration, plainDuration } from './durations.ts'
import type { Context, Found, TimeRule } from './found.ts'
import { periodRules } from './periods.ts'
import { setRules } from './sets.ts'

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
export function core(c: Context, i: number): Found | undefined {
  if (!mayBegin(c.atoms, i)) return undefined
  let best: Found | undefined
  for (const rule of RULES) {
    const found = rule(c, i)
    if (found && (!best || found.next > best.next)) best = found
  }
  return best && withDayPart(c, best)
}
