// In: a record and the name of a view. Out: the section of what lies aside: of others than the negotiation's parties.
import type { EntryKind } from '../model/index.ts'
import type { RecordReader } from '../record/reader.ts'
import { entrySummary } from './lines/entry-summary.ts'
import { byImportance } from './lines/importance.ts'
import type { Section } from './lines/line.ts'
import { oneLine } from './words/safe-text.ts'

/** The kinds whose matters aside a view shows; a view that is not named shows none, `every` all. */
const KINDS: Readonly<Record<string, readonly EntryKind[] | 'every'>> = {
  brief: 'every',
  timeline: 'every',
  talks: ['round'],
  measures: ['measure'],
  agenda: ['deadline', 'commitment'],
  positions: ['position'],
  statements: ['statement'],
  figures: ['figure'],
  agreements: ['agreement'],
  commitments: ['commitment'],
  leverage: ['linkage', 'dependency'],
  acts: ['act'],
}

/** Matters aside of the kinds a view shows, weightiest first; undefined where there are none. */
export function asideSection(reader: RecordReader, view: string): Section | undefined {
  const kinds = KINDS[view]
  if (kinds === undefined || reader.counts().aside === 0) return undefined
  const all = reader.entries({ aside: true, ...(kinds === 'every' ? {} : { kinds }) })
  const entries = byImportance(
    all.filter((entry) => entry.aside),
    reader,
  )
  if (entries.length === 0) return undefined
  return {
    id: 'aside',
    title: `Aside: not of ${oneLine(reader.negotiation.name)}`,
    lines: entries.map((entry) => entrySummary(reader, entry)),
  }
}
