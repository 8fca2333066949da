// In: a record. Out: who owes what to whom, by when, how it is verified, and whether it was met.
import { isOfThen, keptBy } from '../record/fate/kept.ts'
import type { RecordReader } from '../record/reader.ts'
import { entryLine } from './lines/entry-line.ts'
import { byImportance } from './lines/importance.ts'
import { type Kind, type Line, type Mark, type Page, plain, quoted, type Run, strong } from './lines/line.ts'
import { pageOf } from './lines/page.ts'
import { joined, reportedOver } from './lines/reported.ts'
import { toldByRuns } from './lines/told-by.ts'
import { dayWords, isPast, isUnknown } from './words/day-words.ts'
import { inItsWords, leavesOut, WHOLE } from './words/in-its-words.ts'
import { namesOf } from './words/party-words.ts'
import { cutAt, oneLine, withoutArticle } from './words/safe-text.ts'

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

/**
 * "CN to US: resume exports · by 1 Jul 2025 · verified by … · met". A term that is put on nobody by name is told in its
 * words, behind the agreement it stands in unless the line is shown below that (`below`).
 */
export function commitmentLine(entry: Commitment, reader?: RecordReader, below = false): Line {
  const { body } = entry
  if (body.by.length === 0) return unownedLine(entry, reader, below)
  const by = namesOf(body.by)
  const to = namesOf(body.to)
  const isKept =
    body.status === 'met' || (!below && reader !== undefined && keptBy(reader, entry) !== undefined)
  const isOpen = body.status === 'open' || body.status === 'not reported'
  const late = isOpen && !below && isPast(body.due, reader?.on)
  const standing = isOpen ? '' : body.status
  const facts = [
    isUnknown(body.due) ? '' : `by ${dayWords(body.due)}`,
    body.verification ? `verified by ${oneLine(body.verification)}` : '',
    body.under ? `under ${oneLine(body.under)}` : '',
    isKept ? 'met' : late ? 'fell due, outcome not found' : standing,
  ].filter(Boolean)
  // "The hub in the capital" does not say what was promised of it.
  const isWhole =
    OF_NO_VERB.test(body.what) ||
    (!below && leavesOut(`${by} ${to} ${body.what} ${facts.join(' ')}`, entry.evidence[0]!.quote))
  return ofThen(entry, reader, below, [
    strong(by),
    plain(to === '' ? '' : ` to ${to}`),
    plain(': '),
    isWhole ? inItsWords(entry, body.what) : plain(oneLine(body.what)),
    plain(facts.map((fact) => ` · ${fact}`).join('')),
    ...(reader && !below ? toldByRuns(reader, entry.evidence, body.by) : []),
  ])
}

const OF_NO_VERB = /^["“]?(?:the|an?|its|their|his|her|this|that (?:which|of)|any|some|more|\d)\b/i

/** "The accord: “would raise the quota to 900 tonnes”": its own words say that it is to come. */
function unownedLine(entry: Commitment, reader: RecordReader | undefined, below: boolean): Line {
  const { what, under = '', due } = entry.body
  const name = below ? '' : withoutArticle(oneLine(under))
  const isWhole = !below && leavesOut(`${name} ${what}`, entry.evidence[0]!.quote)
  return ofThen(entry, reader, below, [
    strong(name),
    plain(name === '' ? '' : ': '),
    isWhole ? inItsWords(entry, what) : quoted(cutAt(oneLine(what), WHOLE)),
    plain(isUnknown(due) ? '' : ` · by ${dayWords(due)}`),
  ])
}

/**
 * The line with when it was reported, where it has no day of its own and no line above says when it was agreed. What is agreed is to
 * come: a term below its agreement needs no word for it; one of a time that is over is told with the day of its report.
 */
function ofThen(
  entry: Commitment,
  reader: RecordReader | undefined,
  below: boolean,
  runs: readonly Run[],
): Line {
  if (reader && isOfThen(reader, entry)) {
    const reported = plain(joined(`reported ${dayWords(entry.known)}`))
    return entryLine(entry, [...runs, reported], { without: PLANS })
  }
  const isShown = reader && !below && isUnknown(entry.body.due)
  const reported = isShown ? joined(reportedOver(entry, reader)) : ''
  const saysSo = below || entry.body.by.length === 0
  return entryLine(entry, [...runs, plain(reported)], { without: saysSo ? PLANS : [] })
}

const PLANS: readonly Mark[] = ['planned', 'expected']
