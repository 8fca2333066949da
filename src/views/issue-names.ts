// In: a record and an issue as an entry names it. Out: the name that readers see.
import type { RecordReader } from '../record/reader.ts'
import { oneLine } from './safe-text.ts'

/** The name of an issue given by id, by one of its names, or in words. */
export function issueName(reader: RecordReader, issue: string): string {
  const found = reader.issues().find((known) => known.id === issue || known.names.includes(issue))
  return oneLine(found?.name ?? issue)
}
