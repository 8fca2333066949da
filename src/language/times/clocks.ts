// In: atoms. Out: hours and parts of the day, alone or beside a day: "9 a.m. EST Tuesday", "Friday evening", "14:30".
import type { RelativeTime } from '../doc.ts'
import { readNumeral } from '../quantities/numerals.ts'
import { type Atoms, glued, numberAt, wordAt } from './atoms.ts'
import { pastStop, readWeekday } from './calendar.ts'
import { atHour, type Context, type Found, isDayLike, pad2, type TimeRule } from './found.ts'
import { DAY_PARTS, ZONES } from './words.ts'

interface Clock {
  readonly next: number
  /** "T09:30". */
  readonly value: string
}

/** "a.m.", "pm", "P.M" behind an hour: 0 or 12 hours to add. */
function halfDay(a: Atoms, i: number): { next: number; hours: number } | undefined {
  const word = wordAt(a, i)
  if (word === 'am' || word === 'pm') return { next: pastStop(a, i + 1), hours: word === 'pm' ? 12 : 0 }
  if ((word === 'a' || word === 'p') && wordAt(a, i + 1) === '.' && wordAt(a, i + 2) === 'm') {
    return { next: pastStop(a, i + 3), hours: word === 'p' ? 12 : 0 }
  }
  return undefined
}

/** "10:35 a.m.", "9 pm", "14:30", "1430 GMT", "five o'clock", "05:30hrs". */
function readClock(a: Atoms, i: number): Clock | undefined {
  const hour = numberAt(a, i)
  const clock = (next: number, h: number, m: number): Clock | undefined =>
    h >= 0 && h <= 24 && m < 60 ? { next: pastZone(a, next), value: `T${pad2(h)}:${pad2(m)}` } : undefined
  if (Number.isInteger(hour)) {
    const colon =
      wordAt(a, i + 1) === ':' && glued(a, i + 1) && glued(a, i + 2) && wordAt(a, i + 2).length === 2
    const minutes = colon ? numberAt(a, i + 2) : 0
    let j = colon ? i + 3 : i + 1
    // seconds
    if (colon && wordAt(a, j) === ':' && glued(a, j + 1) && wordAt(a, j + 1).length === 2) j += 2
    const half = halfDay(a, j)
    if (half && hour >= 1 && hour <= 12) return clock(half.next, (hour % 12) + half.hours, minutes)
    if (wordAt(a, j) === 'o' && wordAt(a, j + 1) === "'" && wordAt(a, j + 2) === 'clock')
      return clock(j + 3, hour, minutes)
    if (colon) {
      if (hour > 24 || !Number.isInteger(minutes)) return undefined
      const hrs = wordAt(a, j)
      return clock(hrs === 'hrs' || hrs === 'hours' || hrs === 'h' ? j + 1 : j, hour, minutes)
    }
    const word = wordAt(a, i)
    if (
      word.length === 4 &&
      (ZONES.has(wordAt(a, i + 1)) || wordAt(a, i + 1) === 'hrs' || wordAt(a, i + 1) === 'hours') &&
      hour <= 2400
    ) {
      return clock(ZONES.has(wordAt(a, i + 1)) ? i + 1 : i + 2, Math.floor(hour / 100), hour % 100)
    }
    // "8.30 a.m."
    return undefined
  }
  const decimal = wordAt(a, i)
  if (/^\d\d?\.\d\d$/.test(decimal)) {
    const half = halfDay(a, i + 1)
    const [h, m] = decimal.split('.').map(Number)
    return half ? clock(half.next, (h! % 12) + half.hours, m!) : undefined
  }
  const words = readNumeral(a, i)
  if (words?.words && !words.fraction && words.value <= 12) {
    if (
      wordAt(a, words.next) === 'o' &&
      wordAt(a, words.next + 1) === "'" &&
      wordAt(a, words.next + 2) === 'clock'
    ) {
      return clock(words.next + 3, words.value, 0)
    }
    const half = halfDay(a, words.next)
    // "one am" hardly; "seven p.m." yes
    if (half && wordAt(a, words.next).length > 1 === false)
      return clock(half.next, (words.value % 12) + half.hours, 0)
  }
  const part = DAY_PARTS.get(wordAt(a, i))
  if (part === '12:00' || part === '24:00') return { next: pastZone(a, i + 1), value: `T${part}` }
  return undefined
}

const ZONE_NAMES: ReadonlySet<string> = new Set(
  'eastern central mountain pacific greenwich beijing moscow london tokyo local daylight standard mean summer european'.split(
    ' ',
  ),
)

/** Past "EST", "GMT", "eastern standard time", "local time"; "(0930 GMT)" stays out. */
function pastZone(a: Atoms, i: number): number {
  if (ZONES.has(wordAt(a, i)) && a.capital[i] === 1) return i + 1
  let j = i
  while (j < i + 3 && ZONE_NAMES.has(wordAt(a, j))) j++
  return j > i && wordAt(a, j) === 'time' ? j + 1 : i
}

/** An hour, with the day behind it where there is one; `day` reads a day at a position. */
export function clockRule(day: (c: Context, i: number) => Found | undefined): TimeRule {
  return (c, i) => {
    const a = c.atoms
    const clock = readClock(a, i)
    if (!clock) return undefined
    let j = clock.next
    if (wordAt(a, j) === 'on' || wordAt(a, j) === ',' || wordAt(a, j) === 'of') j++
    const on = day(c, j)
    if (on && isDayLike(on)) return { ...atHour(on, clock.value), first: i, next: on.next }
    if (on?.relative?.kind === 'clock') {
      return {
        first: i,
        next: on.next,
        type: 'TIME',
        relative: { ...on.relative, clock: clock.value },
        anchor: 'published',
      }
    }
    const word = wordAt(a, i)
    if ((word === 'noon' || word === 'midday') && wordAt(a, i + 1) === '-') return undefined
    const relative: RelativeTime = { kind: 'clock', days: 0, clock: clock.value }
    return { first: i, next: clock.next, type: 'TIME', relative, anchor: 'published' }
  }
}

/** Joins "morning", "night", "at 10 p.m." to the day before them. */
export function withDayPart(c: Context, found: Found): Found {
  const a = c.atoms
  if (!isDayLike(found)) return found
  const early = wordAt(a, found.next) === 'early' || wordAt(a, found.next) === 'late' ? 1 : 0
  const part = DAY_PARTS.get(wordAt(a, found.next + early))
  if (part) return { ...atHour(found, `T${part}`), next: found.next + early + 1 }
  const comma = wordAt(a, found.next) === ',' ? found.next + 1 : found.next
  const at = wordAt(a, comma) === 'at' ? comma + 1 : comma
  const clock = readClock(a, at)
  if (clock && (at === found.next || at > comma)) return { ...atHour(found, clock.value), next: clock.next }
  return found
}

/** What may follow "the evening before" that counts from no event of its own. */
const CLOSES = /^(?:[.,;:)]|and|as|at|because|but|by|in|to|when|while|with)?$/

/** "the morning of 31 January", "the night", "that evening" (deictic), "mid-afternoon". */
export function dayPartRule(day: (c: Context, i: number) => Found | undefined): TimeRule {
  return (c, i) => {
    const a = c.atoms
    const the = wordAt(a, i) === 'the' ? 1 : 0
    const word = wordAt(a, i + the)
    const early =
      word === 'early' || word === 'late' || word === 'mid' ? (wordAt(a, i + the + 1) === '-' ? 2 : 1) : 0
    const at = i + the + early
    const part = DAY_PARTS.get(wordAt(a, at))
    if (!part) return undefined
    const hours = wordAt(a, at + 1) === 'hours' || wordAt(a, at + 1) === 'hour' ? 1 : 0
    const j = at + 1 + hours
    const of = wordAt(a, j) === 'of' || wordAt(a, j) === 'on' ? j + 1 : j
    const on = day(c, of)
    if (on && isDayLike(on) && (of > j || !the)) return { ...atHour(on, `T${part}`), first: i, next: on.next }
    if (!the && !early && !readWeekday(a, of)) {
      const before = wordAt(a, i - 1)
      if (
        before !== 'at' &&
        before !== 'by' &&
        before !== 'before' &&
        before !== 'until' &&
        before !== 'since'
      )
        return undefined
      const word = wordAt(a, at)
      if (
        word !== 'night' &&
        word !== 'noon' &&
        word !== 'midnight' &&
        word !== 'dawn' &&
        word !== 'dusk' &&
        word !== 'midday'
      )
        return undefined
    }
    if (wordAt(a, j) === 'of') return undefined
    // "The night before, the board had met", "the morning after": of the day before or after the one told last.
    const side = the ? wordAt(a, j) : ''
    if ((side === 'before' || side === 'after') && CLOSES.test(wordAt(a, j + 1))) {
      const relative: RelativeTime = { kind: 'clock', days: side === 'before' ? -1 : 1, clock: `T${part}` }
      return { first: i, next: j + 1, type: 'TIME', relative, anchor: 'previous' }
    }
    const relative: RelativeTime = { kind: 'clock', days: 0, clock: `T${part}` }
    return {
      first: i,
      next: j,
      type: 'TIME',
      relative,
      anchor: 'published',
      ...(early > 0 && { mod: word === 'early' ? 'START' : word === 'mid' ? 'MID' : 'END' }),
    }
  }
}
