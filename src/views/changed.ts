// In: a record. Out: the section of what was told before and no longer holds: due days, days of meetings, phases of measures, older figures.
import type { RecordReader } from '../record/reader.ts'
import { partLine } from './lines/entry-line.ts'
import { entrySummary } from './lines/entry-summary.ts'
import { byImportance } from './lines/importance.ts'
import { plain, type Section } from './lines/line.ts'
import { dayWords } from './words/day-words.ts'
import { oneLine } from './words/safe-text.ts'

/** Entries with what was told of them earlier, oldest first; undefined where nothing changed. */
export function changedSection(reader: RecordReader): Section | undefined {
  const changed = reader
    .entries({ kinds: ['deadline', 'round', 'measure', 'figure'] })
    .filter(({ history }) => history.length > 0)
  if (changed.length === 0) return undefined
  return {
    id: 'changed',
    title: 'Changed over time',
    lines: byImportance(changed, reader).map((entry) => ({
      ...entrySummary(reader, entry),
      lines: entry.history.map(({ value, known, evidence }) =>
        partLine(reader, entry, evidence, [plain(`before: ${oneLine(value)} · known ${dayWords(known)}`)]),
      ),
    })),
  }
}
