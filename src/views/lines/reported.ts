// In: an entry that gives no day of its own. Out: the day on which a report first told it, where the reports span time.
import { type Day, daysBetween, type Entry } from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'
import { dayWords, type SomeDay } from '../words/day-words.ts'

/** Days within which reports are of one time, and within which a day is well enough known to be given. */
const WEEK = 7

/** "reported 3 May 2025"; "" where that day cannot be said to a week. */
export const reportedWords = ({ known: { earliest, latest } }: { readonly known: SomeDay }): string =>
  earliest === undefined || latest === undefined || daysBetween(earliest, latest) > WEEK
    ? ''
    : `reported ${dayWords({ earliest, latest })}`

/** The same for a page whose reports span more than a week; "" where all were out at about the same time. */
export const reportedOver = (entry: Entry, reader: RecordReader): string =>
  isLong(reader) ? reportedWords(entry) : ''

/** Words behind a line, set off; "" stays "". */
export const joined = (words: string): string => (words === '' ? '' : ` · ${words}`)

const long = new WeakMap<RecordReader, boolean>()

function isLong(reader: RecordReader): boolean {
  const known = long.get(reader)
  if (known !== undefined) return known
  let first: Day | undefined
  let last: Day | undefined
  for (const { published } of reader.reports()) {
    const { earliest, latest } = published
    if (earliest === undefined || latest === undefined || daysBetween(earliest, latest) > WEEK) continue
    if (first === undefined || earliest < first) first = earliest
    if (last === undefined || latest > last) last = latest
  }
  const isSpread = first !== undefined && last !== undefined && daysBetween(first, last) > WEEK
  long.set(reader, isSpread)
  return isSpread
}
