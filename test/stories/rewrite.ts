// In: a text and a table of what stands for what in its twin. Out: the twin's text; days moved by whole weeks.
import { addDays, civilOf, dayNumberOf, dayOf, isDay, lastDateOf, toNumber } from '#parley/model/day.ts'

/** What the twin says instead. Phrases are matched whole, longest first, all at once, so that two may change places. */
export interface Swap {
  readonly name: string
  readonly phrases: readonly (readonly [from: string, to: string])[]
  /** Ids and whole names that phrases do not give, "US" → "GB". */
  readonly ids: Readonly<Record<string, string>>
  /** Numbers before "%", "percent" or "percentage point". */
  readonly percents: Readonly<Record<number, number>>
  /** Ordinals of rounds. */
  readonly ordinals: Readonly<Record<number, number>>
  /** Counts of a deadline's moves, where the phrases change them. */
  readonly moves: Readonly<Record<number, number>>
  /** Other counts that the phrases change. */
  readonly counts: Readonly<Record<number, number>>
  /** Whole weeks, so that weekdays stay true; `years` and `months` move a year or a month named alone. */
  readonly days: number
  readonly years: number
  readonly months: number
}

export const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const SHORT: Readonly<Record<string, number>> = {
  'Jan.': 1,
  'Feb.': 2,
  'Aug.': 8,
  'Sept.': 9,
  'Oct.': 10,
  'Nov.': 11,
  'Dec.': 12,
}
/** How a month is written short after it was moved from one that is. */
const SHORTENED = [
  'Jan.',
  'Feb.',
  'March',
  'April',
  'May',
  'June',
  'July',
  'Aug.',
  'Sept.',
  'Oct.',
  'Nov.',
  'Dec.',
]

const monthWords = [...MONTHS, ...Object.keys(SHORT)].map((word) => word.replace('.', '\\.')).join('|')
/** One alternative a way of writing a day, a month or a share; tried in this order at each place. */
const WRITTEN = new RegExp(
  [
    '(?<iso>\\b\\d{4}-\\d{2}-\\d{2})',
    '(?<path>\\b\\d{4}/\\d{2}/\\d{2}\\b)',
    `\\b(?<d1>\\d{1,2}) (?<m1>${monthWords}) (?<y1>\\d{4})\\b`,
    `\\b(?<m2>${monthWords}) (?<d2>\\d{1,2})(?<comma>, (?<y2>\\d{4}))?\\b`,
    `\\b(?<m3>${monthWords}) (?<y3>\\d{4})\\b`,
    `(?<=\\b(?:in|In|since|late|early|mid|of|and|from|until|by) )(?<m4>${MONTHS.join('|')})(?!\\w| \\d)`,
    '(?<![\\d,.:/])(?<y5>20[0-3]\\d)(?![\\d:/%]|[-,]\\d| percent)',
    '\\b(?<n>\\d+)(?= ?%| percent)',
  ].join('|'),
  'g',
)

const monthOf = (word: string): number => SHORT[word] ?? MONTHS.indexOf(word) + 1

/** The day as the twin has it. */
export function movedDay(day: string, swap: Swap): string {
  return addDays(day, swap.days)
}

/** What an end of a range may become: moved by days, or as the first or last day of a moved month or year. */
export function movedEnds(day: string, swap: Swap): string[] {
  const { year, month, date } = civilOf(toNumber(day))
  const ends = [movedDay(day, swap)]
  const target = civilOf(dayNumberOf(year + swap.years, month, 1))
  const first = dayOf(target.year, target.month + swap.months, 1)
  const then = civilOf(toNumber(first))
  if (date === 1) ends.push(first)
  if (date === lastDateOf(year, month))
    ends.push(dayOf(then.year, then.month, lastDateOf(then.year, then.month)))
  ends.push(dayOf(then.year, then.month, Math.min(date, lastDateOf(then.year, then.month))))
  if (month === 1 && date === 1) ends.push(dayOf(year + swap.years, 1, 1))
  if (month === 12 && date === 31) ends.push(dayOf(year + swap.years, 12, 31))
  return ends
}

function written(match: RegExpExecArray, swap: Swap): string {
  const g = match.groups!
  const month = (word: string) => MONTHS[(monthOf(word) - 1 + swap.months) % 12]!
  const moved = (year: number, word: string, date: number) =>
    civilOf(dayNumberOf(year, monthOf(word), date) + swap.days)
  const named = (word: string, n: number) => (word in SHORT ? SHORTENED[n - 1]! : MONTHS[n - 1]!)
  if (g.iso !== undefined) return isDay(g.iso) ? movedDay(g.iso, swap) : g.iso
  if (g.path !== undefined) return movedDay(g.path.replaceAll('/', '-'), swap).replaceAll('-', '/')
  if (g.d1 !== undefined) {
    const to = moved(Number(g.y1), g.m1!, Number(g.d1))
    return `${to.date} ${named(g.m1!, to.month)} ${to.year}`
  }
  if (g.m2 !== undefined) {
    const to = moved(Number(g.y2 ?? STORY_YEAR), g.m2, Number(g.d2))
    return `${named(g.m2, to.month)} ${to.date}${g.comma === undefined ? '' : `, ${to.year}`}`
  }
  if (g.m3 !== undefined) return `${month(g.m3)} ${Number(g.y3) + swap.years}`
  if (g.m4 !== undefined) return month(g.m4)
  if (g.y5 !== undefined) return String(Number(g.y5) + swap.years)
  return String(swap.percents[Number(g.n)] ?? g.n)
}

/** The year of a day written without one. */
const STORY_YEAR = 2025

const isWord = (character: string | undefined) => character !== undefined && /[\p{L}\p{N}]/u.test(character)
/** True inside a word; the "n" of a line break written as an escape is none. */
const follows = (text: string, at: number) =>
  isWord(text[at]) && isWord(text[at - 1]) && !(text[at - 1] === 'n' && text[at - 2] === '\\')

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** A function that rewrites a text; phrases in small letters also match with a capital. */
export function rewriterOf(swap: Swap): (text: string) => string {
  const byFirst = new Map<string, [string, string][]>()
  const add = (from: string, to: string) => {
    const list = byFirst.get(from.charAt(0)) ?? []
    list.push([from, to])
    byFirst.set(from.charAt(0), list)
  }
  for (const [from, to] of swap.phrases) {
    add(from, to)
    if (capital(from) !== from) add(capital(from), capital(to))
  }
  for (const list of byFirst.values()) list.sort((a, b) => b[0].length - a[0].length)

  return (text) => {
    const found = new Map<number, RegExpExecArray>()
    for (const match of text.matchAll(WRITTEN)) found.set(match.index, match as RegExpExecArray)
    let out = ''
    let at = 0
    while (at < text.length) {
      const day = found.get(at)
      const phrase = follows(text, at)
        ? undefined
        : byFirst
            .get(text.charAt(at))
            ?.find(
              ([from]) =>
                text.startsWith(from, at) && !(isWord(from.at(-1)) && isWord(text[at + from.length])),
            )
      if (phrase !== undefined && (day === undefined || phrase[0].length >= day[0].length)) {
        out += phrase[1]
        at += phrase[0].length
      } else if (day !== undefined) {
        out += written(day, swap)
        at += day[0].length
      } else out += text[at++]
    }
    return out
  }
}
