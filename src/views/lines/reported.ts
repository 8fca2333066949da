// In: an entry that gives no day of its own. Out: the day on which a report first told it, where the reports span time.
import { daysBetween, type Evidence } from '../../model/index.ts'
import { isOfAWeek, WEEK } from '../../record/counts.ts'
import type { RecordReader } from '../../record/reader.ts'
import { dayKey, dayWords, type SomeDay } from '../words/day-words.ts'

/** "reported 3 May 2025"; "" where that day cannot be said to a week. */
export const reportedWords = ({ known }: { readonly known: SomeDay }): string =>
  isOfAWeek(known) ? `reported ${dayWords(known)}` : ''

/** When the first of the reports that have some sentences was out. */
export const firstOut = (reader: RecordReader, evidence: readonly Evidence[]): SomeDay | undefined =>
  evidence
    .flatMap(({ report }) => reader.report(report)?.published ?? [])
    .toSorted((a, b) => (dayKey(a) < dayKey(b) ? -1 : 1))[0]

/** The same for a page whose reports span more than a week; "" where all were out at about the same time. */
export function reportedOver(entry: { readonly known: SomeDay }, reader: RecordReader): string {
  const { first, last } = reader.counts().span
  return first !== undefined && last !== undefined && daysBetween(first, last) > WEEK
    ? reportedWords(entry)
    : ''
}

/** Words behind a line, set off; "" stays "". */
export const joined = (words: string): string => (words === '' ? '' : ` · ${words}`)
