// In: a record. Out: who owes what to whom, by when, how it is verified, and whether it was met.
import type { RecordReader } from '../record/reader.ts'
import { dayWords, isPast, isUnknown } from './day-words.ts'
import { entryLine } from './entry-line.ts'
import { byImportance } from './importance.ts'
import { type Kind, type Line, type Page, plain, strong } from './line.ts'
import { pageOf } from './page.ts'
import { namesOf } from './party-words.ts'
import { oneLine } from './safe-text.ts'

type Commitment = Kind<'commitment'>

/** The page of all commitments. */
export function commitmentsPage(reader: RecordReader): Page {
  const lines = byImportance(reader.ofKind('commitment'), reader).map((entry) =>
    commitmentLine(entry, reader),
  )
  return pageOf(reader, 'commitments', 'Commitments', [
    { id: 'commitments', title: 'Commitments', lines, empty: 'Nothing that was read tells of a commitment.' },
  ])
}

/** "CN to US: resume exports · by 1 Jul 2025 · verified by … · met". */
export function commitmentLine(entry: Commitment, reader?: RecordReader): Line {
  const { body } = entry
  const by = namesOf(body.by)
  const to = namesOf(body.to)
  const late = body.status !== 'met' && isPast(body.due, reader?.on)
  const facts = [
    isUnknown(body.due) ? '' : `by ${dayWords(body.due)}`,
    body.verification ? `verified by ${oneLine(body.verification)}` : '',
    body.under ? `under ${oneLine(body.under)}` : '',
    body.status === 'open' || body.status === 'not reported'
      ? late
        ? 'fell due, outcome not reported'
        : body.status === 'open'
          ? 'open'
          : 'whether met: not reported'
      : body.status,
  ].filter(Boolean)
  return entryLine(entry, [
    strong(by === '' ? 'Who owes it: not given' : by),
    plain(to === '' ? '' : ` to ${to}`),
    plain(`: ${oneLine(body.what)} · ${facts.join(' · ')}`),
  ])
}
