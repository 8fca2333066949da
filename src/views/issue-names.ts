// In: a record and an issue as an entry names it. Out: the name that readers see.
import type { RecordReader } from '../record/reader.ts'
import { oneLine } from './safe-text.ts'

/** Words that are the talk itself; "the demand" alone names no matter. */
const OF_TALK =
  /^(?:(?:an?|the|this|that|these|those|its|their|any)\s+)*(?:demands?|decisions?|offers?|proposals?|requests?|hosts?|moves?|steps?|positions?|statements?|questions?|matters?|issues?|it|this|that|them)$/i
/** Words of an issue's name at most; what is longer is a sentence and no name. */
const LONGEST = 14
const OTHER = 'other matters'

/** The name of an issue given by id, by one of its names, or in words. */
export function issueName(reader: RecordReader, issue: string): string {
  return oneLine(reader.issueCalled(issue)?.name ?? issue)
}

/**
 * The name under which a board gathers stands: of the issue itself, else of the user's issue or the recurring matter
 * whose name the words hold. Wider than the issue, so no movement is told by it.
 */
export function boardName(reader: RecordReader, issue: string): string {
  const name = issueName(reader, issue)
  if (name !== oneLine(issue)) return name
  const wider = reader.issueIn(issue)
  if (wider) return oneLine(wider.name)
  return OF_TALK.test(name) || name.split(' ').length > LONGEST ? OTHER : name
}
