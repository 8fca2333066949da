// In: a record, a title and sections. Out: the page of a view.
import type { RecordReader } from '../../record/reader.ts'
import { prefaceOf } from '../first-page/coverage.ts'
import { oneLine } from '../words/safe-text.ts'
import { inContext } from './in-context.ts'
import type { Page, Section } from './line.ts'
import { withUnread } from './unread.ts'

/** The page of a view under the name of the negotiation, with what was read. */
export function pageOf(
  reader: RecordReader,
  view: string,
  title: string,
  sections: readonly Section[],
): Page {
  const name = oneLine(reader.negotiation.name)
  return {
    view,
    title: name === '' ? title : `${name}: ${lowerFirst(title)}`,
    preface: prefaceOf(reader),
    sections: inContext(reader, orNothing(reader, withUnread(reader, sections))),
  }
}

/** The sections, or in their place that no report was out by the day asked for. */
export const orNothing = (reader: RecordReader, sections: readonly Section[]): readonly Section[] =>
  reader.counts().reports > 0 || reader.leftOut.later + reader.leftOut.maybeLater === 0
    ? sections
    : [
        {
          id: 'nothing-known',
          title: 'Nothing known by then',
          lines: [],
          empty: 'No report was surely out by that day. Give a later --as-of, or leave it out.',
        },
      ]

const lowerFirst = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1)
