// In: a record. Out: what falls due as a calendar file (iCalendar, RFC 5545).
import ical from 'ical-generator'
import { addDays, type Day } from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'
import { agendaItems } from '../agenda.ts'
import { type Line, textOf } from '../lines/line.ts'
import { isUnknown } from '../words/day-words.ts'
import { oneLine } from '../words/safe-text.ts'

/**
 * An all-day event for everything on the agenda that has a day, through `until`; a day that is not exact spans all it may
 * be, marked tentative. Stamped with the day known, so that the same record gives the same bytes.
 */
export function calendarOf(reader: RecordReader, until?: Day): string {
  const calendar = ical({
    name: oneLine(reader.negotiation.name) || 'Parley',
    prodId: { company: 'Parley', product: 'agenda', language: 'EN' },
  })
  const stamp = `${reader.knownOn ?? '1970-01-01'}T00:00:00Z`
  const seen = new Map<string, number>()
  for (const { entry, day, state, line } of agendaItems(reader).items) {
    const start = day.earliest ?? day.latest
    if (state !== 'ahead' || start === undefined || isUnknown(day)) continue
    if (until !== undefined && start > until) continue
    const end = day.latest ?? start
    const count = (seen.get(entry.id) ?? 0) + 1
    seen.set(entry.id, count)
    calendar.createEvent({
      id: `${entry.id}${count > 1 ? `-${count}` : ''}@parley`,
      start,
      end: addDays(end, 1),
      allDay: true,
      stamp,
      summary: `${textOf(line).replace(/^[^:]*: /, '')}`,
      description: wordsBelow(reader, line),
      ...(end !== start && { status: TENTATIVE }),
    })
  }
  return calendar.toString()
}

const TENTATIVE = 'TENTATIVE' as never

/** The parts of a line, then the sentences it rests on. */
function wordsBelow(reader: RecordReader, line: Line): string {
  const entry = line.entry === undefined ? undefined : reader.entry(line.entry)
  const quotes = (entry?.evidence ?? [])
    .filter(({ id }) => line.evidence.includes(id))
    .map(({ quote }) => `“${oneLine(quote)}”`)
  return [...line.lines.map(textOf), ...new Set(quotes)].join('\n')
}
