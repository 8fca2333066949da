// In: a reading whose report states no day, and when others were out. Out: the days it may have appeared on by the dates it tells itself.
import { addDays, type ClaimDay, type Day, daysBetween, type Reading } from '../../model/index.ts'
import type { Bounds } from './placed.ts'
import { rangeOf } from './resolve.ts'
import { A_MONTH, HALF_YEAR, withYearOf } from './year-of.ts'

/** News comes out within days of the last date it tells as past. */
const AFTER_LAST = 14
/** The date that a report opens with is that of its news. */
const AFTER_FIRST = 10
/** Characters in which a report opens. */
const OPENING = 700

/** Days by which "a month ago" and "two weeks ago" may be out when a date stands beside them. */
const LOOSE: Readonly<Record<string, number>> = { day: 0, week: 1, month: 4 }

interface Told {
  readonly told: Day
  readonly quote: string
  readonly start: number
}

/**
 * A report tells as done what lies behind it, and as planned what lies ahead: it appeared after the last date told as done
 * and before the first told as planned that comes after, at most some days on; where it counts a date from its own day ("a
 * month ago, on 18 March"), that tells the day. A date without a year has that of the other reports; undefined where none is
 * told.
 */
export function placedByItself(reading: Reading, known: readonly Day[]): Bounds | undefined {
  const counted = countedFrom(reading, known)
  if (counted) return counted
  const behind: Told[] = []
  const ahead: Told[] = []
  for (const { day, quote, ahead: isAhead } of reading.dates ?? [])
    (isAhead ? ahead : behind).push(...toldOn(day, quote, known, !isAhead))
  const last = lastBehind(behind, ahead)
  if (!last) return behind.length > 0 ? before(ahead) : undefined
  if (known.length > 0 && !known.some((day) => Math.abs(daysBetween(day, last.told)) <= FAR)) return undefined
  const limit = addDays(last.told, last.start < OPENING ? AFTER_FIRST : AFTER_LAST)
  const latest = ahead.reduce((day, { told }) => (told > last.told && told < day ? told : day), limit)
  return {
    published: { earliest: last.told, latest },
    because: `tells as past: "${last.quote.slice(0, 120)}"`,
  }
}

/**
 * The latest date told as past. One that comes after several dates told as planned, and all others told as past before those, is
 * none of what was done ("one side named 8 October" of talks to come).
 */
function lastBehind(behind: readonly Told[], ahead: readonly Told[]): Told | undefined {
  const byDay = behind.toSorted((a, b) => (a.told > b.told ? -1 : a.told < b.told ? 1 : 0))
  const [last] = byDay
  const other = byDay.find(({ told }) => told !== last?.told)
  const between = ahead.filter(
    ({ told }) => told < (last?.told ?? '') && (other === undefined || told > other.told),
  )
  return new Set(between.map(({ told }) => told)).size >= SEVERAL ? other : last
}

/** What tells of nothing done by its day appeared at most some days before the first date it tells as planned. */
function before(ahead: readonly Told[]): Bounds | undefined {
  const [first] = ahead.toSorted((a, b) => (a.told < b.told ? -1 : a.told > b.told ? 1 : 0))
  return (
    first && {
      published: { earliest: addDays(first.told, -AFTER_LAST), latest: first.told },
      because: `tells as planned: "${first.quote.slice(0, 120)}"`,
    }
  )
}

/** Dates told as planned that outweigh a single one told as past. */
const SEVERAL = 2

/** The day of a report that counts a date from it: "today, 7 August", "a month ago, on 18 March". */
function countedFrom(reading: Reading, known: readonly Day[]): Bounds | undefined {
  for (const { day, quote, ago } of reading.dates ?? []) {
    const told = ago && dateOf(day, known)
    if (!told) continue
    const back = { kind: 'shift', unit: ago.unit, count: -ago.count, grain: 'day' }
    const out = rangeOf({ ...day, value: undefined, relative: back, anchor: 'published' }, told)?.earliest
    const loose = LOOSE[ago.unit]!
    if (out === undefined) continue
    return {
      published: { earliest: addDays(out, -loose), latest: addDays(out, loose) },
      because: `counts from its day: "${quote.slice(0, 120)}"`,
    }
  }
  return undefined
}

/** Days after the last of the other reports from which a date without a year is rather that of the year before. */
const SOON = 60

function toldOn(day: ClaimDay, quote: string, known: readonly Day[], past: boolean): readonly Told[] {
  const isOpen = past && day.value === undefined
  const weekday = weekdayBeside(day, quote)
  const may = (one: Day): boolean =>
    weekday === undefined
      ? !isOpen || known.some((other) => one <= addDays(other, SOON))
      : weekday === WEEKDAYS[new Date(one).getUTCDay()]
  const told = dateOf(day, known, may)
  return told === undefined || !may(told) ? [] : [{ told, quote, start: day.start }]
}

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
)

/** "On Monday, February 2": the weekday beside a date tells its year. */
function weekdayBeside({ relative }: ClaimDay, quote: string): string | undefined {
  const month = MONTHS[Number(relative?.month) - 1]
  if (month === undefined) return undefined
  const date = `(?:${month.slice(0, 3)}\\w*\\.? ${relative?.date}|${relative?.date} ${month})\\b`
  return new RegExp(`\\b(${WEEKDAYS.join('|')}),? (?:the )?${date}`).exec(quote)?.[1]
}

/** Reports of one negotiation lie no further apart; a page on something else is not placed by its memories. */
const FAR = 200

/** The one civil day that a written date means, of two years the one it may be; undefined for weekdays, months and what is counted from elsewhere. */
function dateOf(day: ClaimDay, known: readonly Day[], may?: (one: Day) => boolean): Day | undefined {
  const plain = rangeOf(day, undefined)
  if (plain) return plain.earliest === plain.latest ? plain.earliest : undefined
  const date = yearlessOf(day)
  const found = date && withYearOf(date, known, may)
  if (!found || day.relative?.kind === 'month') return found && addDays(found, day.plusDays ?? 0)
  return rangeOf({ ...day, previous: { type: 'DATE', value: found } }, undefined)?.latest
}

/** The month and date without year that a day tells, or counts from: "12 May", and "two days later" after it. */
function yearlessOf({ relative, previous }: ClaimDay): { month: number; date: number } | undefined {
  const { kind, month, date } = (relative?.kind === 'month' ? relative : previous?.relative) ?? {}
  return kind === 'month' && typeof month === 'number' && typeof date === 'number'
    ? { month, date }
    : undefined
}

/** The dates that a report may be placed by, each as month and date, "05-12". */
export function datesIn(reading: Reading): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { day } of reading.dates ?? []) {
    const plain = rangeOf(day, undefined)
    const date = plain ? undefined : yearlessOf(day)
    if (plain) found.add(plain.earliest.slice(-5))
    else if (date) found.add(`${String(date.month).padStart(2, '0')}-${String(date.date).padStart(2, '0')}`)
  }
  return found
}

/**
 * The dates, as {@link datesIn} gives them, of which it may change what they place that a report was out on one day more, the
 * last known before it and the first known after it; undefined where they are many. What lies about a day lies as near to one
 * of two that are close on either side.
 */
export function datesTurnedBy(
  day: Day,
  before: Day | undefined,
  after: Day | undefined,
): ReadonlySet<string> | undefined {
  const found = new Set<string>()
  if (before === undefined && after === undefined) return undefined
  if (before !== undefined && after !== undefined && daysBetween(before, after) <= HALF_YEAR) return found
  const add = (from: Day, to: Day) => {
    for (let one = from; one <= to; one = addDays(one, 1)) found.add(one.slice(-5))
  }
  const gap = Math.max(
    before === undefined ? 0 : Math.abs(daysBetween(before, day)),
    after === undefined ? 0 : Math.abs(daysBetween(day, after)),
  )
  if (gap > MOST_DATES) return undefined
  for (const reach of [A_MONTH, SOON, HALF_YEAR, FAR]) {
    if (before !== undefined) add(addDays(before, reach + 1), addDays(day, reach))
    if (after !== undefined) add(addDays(day, -reach), addDays(after, -reach - 1))
  }
  return found
}

/** Of more dates all reports are looked at. */
const MOST_DATES = 60
