// In: a record and an entry. Out: everything that hangs on it, by how it does.
import type { Entry } from '../model/index.ts'
import { type Hanging, hangingOn } from '../outlook/hanging.ts'
import type { RecordReader } from '../record/reader.ts'
import { linkageLine } from './leverage.ts'
import { entrySummary } from './lines/entry-summary.ts'
import { type Line, type Page, plain, quoted, type Section, weak } from './lines/line.ts'
import { pageOf } from './lines/page.ts'
import { cutAt, oneLine, unquoted } from './words/safe-text.ts'

/** The page of what hangs on an entry. */
export function hangsOnPage(reader: RecordReader, entry: Entry): Page {
  const hanging = hangingOn(reader, entry)
  const { matters, terms, deadlines, measures } = hanging
  const told = (one: Entry): Line => entrySummary(reader, one)
  const sections = [
    { id: 'ties', title: 'Tied to it', lines: tieLines(reader, hanging) },
    {
      id: 'matters',
      title: 'Tied to what it is about',
      lines: matters.map((one) => linkageLine(one, reader)),
    },
    { id: 'conditional', title: 'Told on condition of it', lines: conditionalLines(reader, hanging) },
    { id: 'terms', title: 'Promised under it', lines: terms.map(told) },
    { id: 'deadlines', title: 'Deadlines for it', lines: deadlines.map(told) },
    { id: 'measures', title: 'Measures that wait on it', lines: measures.map(told) },
  ].filter(({ lines }) => lines.length > 0)
  const nothing: Section = {
    id: 'nothing',
    title: 'What hangs on it',
    lines: [],
    empty: 'No report ties anything to it.',
  }
  return pageOf(reader, 'hangs-on', 'What hangs on this', [
    { id: 'entry', title: `This ${entry.kind}`, lines: [told(entry)] },
    ...(sections.length > 0 ? sections : [nothing]),
  ])
}

// The other end stands below, where it is an entry of the record.
const tieLines = (reader: RecordReader, { ties }: Hanging): Line[] =>
  ties.map(({ linkage, other }) => ({
    ...linkageLine(linkage, reader),
    lines: other ? [labelled('at its other end: ', entrySummary(reader, other))] : [],
  }))

function conditionalLines(reader: RecordReader, { conditional }: Hanging): Line[] {
  return conditional.map(({ entry, condition, evidence }) => {
    const line = entrySummary(reader, entry)
    const words = unquoted(cutAt(oneLine(condition), 120))
    const said = line.runs.some((run) => run.text.includes(words))
    return {
      ...line,
      runs: said ? line.runs : [...line.runs, plain(' — condition: '), quoted(words)],
      evidence,
      lines: [],
    }
  })
}

const labelled = (label: string, line: Line): Line => ({
  ...line,
  runs: [weak(label), ...line.runs],
  lines: [],
})
