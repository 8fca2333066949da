// In: any entry. Out: the one line that tells it.
import type { Entry } from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'
import { actLine } from '../acts.ts'
import { agreementLine } from '../agreements.ts'
import { commitmentLine } from '../commitments.ts'
import { figureLine } from '../figures.ts'
import { dependencyLine, linkageLine } from '../leverage.ts'
import { measureLine } from '../measures.ts'
import { positionLine } from '../positions.ts'
import { statementLine } from '../statements.ts'
import { roundLine } from '../talks.ts'
import { deadlineRuns } from '../words/agenda-words.ts'
import { dayWords, weekdayAndDay } from '../words/day-words.ts'
import { entryLine } from './entry-line.ts'
import { type Line, plain, strong } from './line.ts'

/** The line of an entry as its own view tells it. */
export function entrySummary(reader: RecordReader, entry: Entry): Line {
  switch (entry.kind) {
    case 'round':
      return roundLine(reader, entry)
    case 'measure':
      return measureLine(reader, entry)
    case 'deadline':
      return entryLine(entry, [
        strong(dayWords(entry.body.due, weekdayAndDay)),
        plain(': '),
        ...deadlineRuns(entry),
        plain(entry.body.outcome ? ` · ${entry.body.outcome}, as reported` : ''),
      ])
    case 'agreement':
      return agreementLine(reader, entry)
    case 'commitment':
      return commitmentLine(entry, reader)
    case 'act':
      return actLine(reader, entry)
    case 'statement':
      return statementLine(reader, entry)
    case 'position':
      return positionLine(reader, entry, true, '')
    case 'figure':
      return figureLine(reader, entry)
    case 'linkage':
      return linkageLine(entry, reader)
    case 'dependency':
      return dependencyLine(entry)
  }
}
