// In: a short text (a line, an address, a field). Out: the calendar dates written in it, as ranges of days.
import { type DayRange, dayOf, exactly, isDay, lastDateOf } from '../model/day.ts'

/** A date as written: where it stands, and the days it can mean. Without a year it has no ends. */
export interface WrittenDate extends Partial<DayRange> {
  readonly start: number
  readonly end: number
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const FROM = '(?<![\\p{L}\\p{N}])'
const TO = '(?![\\p{L}\\p{N}])'

const inRange = (value: number, from: number, to: number) => value >= from && value <= to
const monthOf = (name: string) => MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1

function civil(year: number, month: number, date: number): DayRange | undefined {
  if (!inRange(year, 1900, 2100) || !inRange(month, 1, 12)) return undefined
  if (!inRange(date, 1, lastDateOf(year, month))) return undefined
  return exactly(dayOf(year, month, date))
}

/** "03/04/2025" is 3 April or March 4: both stay possible, unless one of them is no day. With full stops the day comes first. */
function eitherOrder(first: number, second: number, year: number): DayRange | undefined {
  const days = [civil(year, first, second), civil(year, second, first)].filter((d) => d !== undefined)
  const [a, b] = days
  if (!a || !b) return a
  return a.earliest < b.earliest
    ? { earliest: a.earliest, latest: b.latest }
    : { earliest: b.earliest, latest: a.latest }
}

function wholeMonth(year: number, month: number): DayRange | undefined {
  if (!inRange(year, 1900, 2100)) return undefined
  return { earliest: dayOf(year, month, 1), latest: dayOf(year, month, lastDateOf(year, month)) }
}

/** The ways of writing a date, the fuller before the poorer; `undefined` from `read` means that it is no date. */
const WAYS: readonly { pattern: RegExp; read: (m: RegExpExecArray) => Partial<DayRange> | undefined }[] = [
  {
    pattern: new RegExp(`${FROM}(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\p{N})`, 'giu'),
    read: (m) => civil(Number(m[1]), Number(m[3]), Number(m[4])),
  },
  {
    pattern: new RegExp(`${FROM}(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]${MONTH},?[ -](\\d{4})${TO}`, 'giu'),
    read: (m) => civil(Number(m[3]), monthOf(m[2]!), Number(m[1])),
  },
  {
    pattern: new RegExp(`${FROM}${MONTH} (\\d{1,2})(?:st|nd|rd|th)?(?: ?,)? ?(\\d{4})${TO}`, 'giu'),
    read: (m) => civil(Number(m[3]), monthOf(m[1]!), Number(m[2])),
  },
  {
    pattern: new RegExp(`${FROM}(\\d{1,2})([./-])(\\d{1,2})\\2(\\d{4})${TO}`, 'giu'),
    read: (m) =>
      (m[2] === '.' ? civil(Number(m[4]), Number(m[3]), Number(m[1])) : undefined) ??
      eitherOrder(Number(m[1]), Number(m[3]), Number(m[4])),
  },
  {
    pattern: new RegExp(`${FROM}${MONTH},? (\\d{4})${TO}`, 'giu'),
    read: (m) => wholeMonth(Number(m[2]), monthOf(m[1]!)),
  },
  {
    pattern: new RegExp(`${FROM}${MONTH} (\\d{1,2})(?:st|nd|rd|th)?${TO}`, 'giu'),
    read: (m) => (inRange(Number(m[2]), 1, 31) ? {} : undefined),
  },
  {
    pattern: new RegExp(`${FROM}(\\d{1,2})(?:st|nd|rd|th)? ${MONTH}${TO}`, 'giu'),
    read: (m) => (inRange(Number(m[1]), 1, 31) ? {} : undefined),
  },
]

/** All dates written in the text, in order, none overlapping another. Give short texts: a line, not a page. */
export function writtenDates(text: string): WrittenDate[] {
  const found: WrittenDate[] = []
  for (const { pattern, read } of WAYS) {
    for (const match of text.matchAll(pattern)) {
      const days = read(match)
      const span = { start: match.index, end: match.index + match[0].length }
      if (days && !found.some((f) => f.start < span.end && span.start < f.end))
        found.push({ ...span, ...days })
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

/** The first date with a year in the text. */
function firstFullDate(text: string): (WrittenDate & DayRange) | undefined {
  return writtenDates(text).find((d): d is WrittenDate & DayRange => d.earliest !== undefined)
}

/**
 * The day a metadata field states: ISO 8601 (its own day, whatever its zone), "20240305", RFC 2822, a date in words, or
 * seconds or milliseconds since 1970 (UTC). Undefined where it states none.
 */
export function dayOfField(value: string | number): DayRange | undefined {
  if (typeof value === 'number') return dayOfInstant(value)
  const text = value.trim().slice(0, 100)
  const compact = /^(\d{4})(\d{2})(\d{2})(?!\d)/.exec(text)
  if (compact) return civil(Number(compact[1]), Number(compact[2]), Number(compact[3]))
  if (/^\d{10}(?:\d{3})?$/.test(text)) return dayOfInstant(Number(text))
  const day = text.slice(0, 10)
  if (isDay(day)) return exactly(day)
  const short = /^(\d{1,2})[./](\d{1,2})[./](\d{2})$/.exec(text)
  if (short) return eitherOrder(Number(short[1]), Number(short[2]), 2000 + Number(short[3]))
  const date = firstFullDate(text)
  return date && { earliest: date.earliest, latest: date.latest }
}

function dayOfInstant(value: number): DayRange | undefined {
  const seconds = Math.abs(value) > 1e11 ? value / 1000 : value
  if (!inRange(seconds, 0, 4.1e9)) return undefined
  return exactly(dayOf(1970, 1, 1 + Math.floor(seconds / 86400)))
}

/** The day in the path of a web address ("/2024/03/05/", "/2024-03-05-", "/2024/mar/05/") or its month ("/2024/03/"). */
export function dayInAddress(address: string): (DayRange & { stated: string }) | undefined {
  const path = address.replace(/^[a-z]+:\/\/[^/]*/i, '').slice(0, 500)
  const day = /\/(\d{4})[/-]?(\d{2}|[a-z]{3})[/-]?(\d{2})(?=[/_.-]|$)/i.exec(path)
  if (day) {
    const month = /^\d/.test(day[2]!) ? Number(day[2]) : monthOf(day[2]!)
    const range = civil(Number(day[1]), month, Number(day[3]))
    if (range) return { ...range, stated: day[0].slice(1) }
  }
  const written = /(?:^|[/_-])(\d{4}-\d{2}-\d{2})(?=[/_.-]|$)/.exec(path)
  if (written && isDay(written[1]!)) return { ...exactly(written[1]!), stated: written[1]! }
  const month = /\/(\d{4})[/-](\d{2})(?=\/)/.exec(path)
  const range = month && inRange(Number(month[2]), 1, 12) && wholeMonth(Number(month[1]), Number(month[2]))
  return range ? { ...range, stated: month[0].slice(1) } : undefined
}

/** The day in a file's name ("2024-03-05-talks.txt", "talks_20240305.html"). */
export function dayInFileName(path: string): (DayRange & { stated: string }) | undefined {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)
  const match = /(?<![\p{L}\p{N}])(\d{4})([-_.]?)(\d{2})\2(\d{2})(?![\p{L}\p{N}])/u.exec(name)
  const range = match && civil(Number(match[1]), Number(match[3]), Number(match[4]))
  return range ? { ...range, stated: match[0] } : undefined
}
