// In: entries and when their reports were out. Out: what time a figure holds for, and whether two hold for one time.
import { type Days, daysBetween, type Entry, type EntryOf } from '../../model/index.ts'
import { isWish, measuredWords } from '../disputes/measured.ts'

/** When a report was surely out, and the first it may have been; by report. */
export type KnownBy = ReadonlyMap<string, Days>

/** An extent of days, both ends included. */
export interface Period {
  readonly earliest: string
  readonly latest: string
}

/** The days on which the reports of an entry were out; undefined where one of them has no bounds. */
export function toldOn({ evidence }: Pick<Entry, 'evidence'>, known: KnownBy): Period | undefined {
  let hull: Period | undefined
  for (const { report } of evidence) {
    const { earliest, latest } = known.get(report) ?? {}
    if (earliest === undefined || latest === undefined) return undefined
    hull = {
      earliest: hull && hull.earliest < earliest ? hull.earliest : earliest,
      latest: hull && hull.latest > latest ? hull.latest : latest,
    }
  }
  return hull
}

/** What is measured by the year and moves little in weeks; of the rest each day may have its own number. */
const SLOW: ReadonlySet<string> = new Set(
  'import export deficit surplus trade budget debt revenue population area economy gdp export invest spend reserve capacity territory'.split(
    ' ',
  ),
)
/** Days between reports within which figures may be of one time; more where words give the time of one of the two. */
const REACH = { slow: 180, slowToStated: 365, other: 2, otherToStated: 31 } as const

type Figure = EntryOf<'figure'>

const isSlow = (figure: Figure): boolean =>
  !isWish(figure) && [...measuredWords(figure)].some((word) => SLOW.has(word))

/**
 * Whether two figures may hold for one time: the times their words give overlap; else their reports were out within two
 * days, slow figures within half a year; or the report of one within a month of the time the other gives, slow ones a year.
 */
export function ofOneTime(a: Figure, b: Figure, known: KnownBy): boolean {
  if (isWish(a) || isWish(b)) {
    // A wish told later is another.
    const [mine, theirs] = [toldOn(a, known), toldOn(b, known)]
    return (
      mine !== undefined &&
      theirs !== undefined &&
      mine.earliest <= theirs.latest &&
      theirs.earliest <= mine.latest
    )
  }
  const [left, right] = [a.body.asOf, b.body.asOf]
  if (left?.earliest && right?.earliest)
    return left.earliest <= right.latest! && right.earliest <= left.latest!
  const order = inOrder(a, b, known, timeOf)
  // Of a report without a day, a month that both sentences name says as much.
  if (order === undefined) return nameOneMonth(a, b)
  const stated = left?.earliest !== undefined || right?.earliest !== undefined
  if (isSlow(a) && isSlow(b)) return order.apart <= (stated ? REACH.slowToStated : REACH.slow)
  return order.apart <= (stated ? REACH.otherToStated : REACH.other)
}

const MONTH = /\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/g

function nameOneMonth(a: Figure, b: Figure): boolean {
  const named = new Set(monthsIn(a))
  return monthsIn(b).some((month) => named.has(month))
}

const monthsIn = ({ evidence }: Figure): string[] => evidence.flatMap(({ quote }) => quote.match(MONTH) ?? [])

/** Whether the one told later is more, where neither is slow and no words give both a time: a count that goes on. */
export function hasGrown(a: Figure, b: Figure, known: KnownBy): boolean {
  // Of one day's dead more are found later.
  const isToll = areHarmed(a) && areHarmed(b)
  if ((!isToll && a.body.asOf?.earliest && b.body.asOf?.earliest) || (isSlow(a) && isSlow(b))) return false
  const order = inOrder(a, b, known, isToll ? toldOn : timeOf)
  return order !== undefined && order.apart > 0 && order.last.body.value.value > order.first.body.value.value
}

/** Months of a longer time that are kept, the last ones. */
const MOST_MONTHS = 60
const MONTH_DAYS = REACH.otherToStated

/** Two figures can only be of one time where they share one of these keys: stretches of days, or months they name. */
export function timeKeys(figure: Figure, known: KnownBy): string[] {
  const keys = new Set(monthsIn(figure).map((month) => `in ${month}`))
  for (const period of [timeOf(figure, known), isWish(figure) ? toldOn(figure, known) : undefined]) {
    if (!period) continue
    for (const stretch of stretchesOf(period, MONTH_DAYS).slice(-MOST_MONTHS)) keys.add(`${stretch}`)
    if (!isSlow(figure)) continue
    for (const stretch of stretchesOf(period, REACH.slowToStated).slice(-MOST_MONTHS))
      keys.add(`slow ${stretch}`)
  }
  return [...keys]
}

/** Numbers of stretches of so many days; two periods no further apart than that share one. */
export function stretchesOf({ earliest, latest }: Period, days: number): number[] {
  const numberOf = (day: string) => Math.floor(Date.parse(day) / 86_400_000 / days)
  const [first, last] = [numberOf(earliest), numberOf(latest) + 1]
  return Array.from({ length: last - first + 1 }, (_, at) => first + at)
}

/** The time a figure's words give, else the days its reports were out. */
export function timeOf(figure: Figure, known: KnownBy): Period | undefined {
  const { earliest, latest } = figure.body.asOf ?? {}
  return earliest !== undefined && latest !== undefined ? { earliest, latest } : toldOn(figure, known)
}

const HARMED: readonly string[] = ['killed', 'injured', 'died', 'missing', 'arrest', 'displaced']
/** Whether it counts people hurt: of one event more may be found, never fewer. */
export const areHarmed = (figure: Figure): boolean => {
  const words = measuredWords(figure)
  return HARMED.some((word) => words.has(word))
}

/** Which was told first, and days between the reports of both; 0 or less where they overlap. */
function inOrder(a: Figure, b: Figure, known: KnownBy, timeIs: typeof timeOf) {
  const [mine, theirs] = [timeIs(a, known), timeIs(b, known)]
  if (!mine || !theirs) return undefined
  return mine.latest <= theirs.latest
    ? { first: a, last: b, apart: daysBetween(mine.latest, theirs.earliest) }
    : { first: b, last: a, apart: daysBetween(theirs.latest, mine.earliest) }
}
