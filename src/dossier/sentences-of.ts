// In: a report. Out: where its sentences stand, for searching.
import { splitSentences } from '../language/sentences.ts'
import { READ_ROLES } from '../model/index.ts'
import type { ReportHead } from './held-reports.ts'

/** The sentences of all parts that are read as prose. */
export const sentencesOf = (report: Pick<ReportHead, 'parts'>, text: string) =>
  report.parts
    .filter((part) => READ_ROLES.has(part.role))
    .flatMap((part) => splitSentences(text, part.start, part.end).flat())
