// In: a record. Out: numbers told as facts, with what they measure, of whom, and for when.
import type { RecordReader } from '../record/reader.ts'
import { entryLine } from './lines/entry-line.ts'
import { byImportance } from './lines/importance.ts'
import { type Kind, type Line, type Page, plain, strong } from './lines/line.ts'
import { pageOf } from './lines/page.ts'
import { joined, reportedWords } from './lines/reported.ts'
import { toldByRuns } from './lines/told-by.ts'
import { dayWords, isUnknown } from './words/day-words.ts'
import { inItsWords, isThin, leavesOut } from './words/in-its-words.ts'
import { listWords, namesOf } from './words/party-words.ts'
import { oneLine } from './words/safe-text.ts'
import { valueWords } from './words/value-words.ts'

type Figure = Kind<'figure'>

/** The page of all figures. */
export function figuresPage(reader: RecordReader): Page {
  const lines = byImportance(reader.ofKind('figure'), reader).map((entry) => figureLine(reader, entry))
  return pageOf(reader, 'figures', 'Figures', [
    { id: 'figures', title: 'Figures', lines, empty: 'Nothing that was read gives a figure.' },
  ])
}

/** "CN · share of mining (rare earths): about 70 % · as of: not given"; on a first page a sentence gives its number itself. */
export function figureLine(reader: RecordReader, entry: Figure, withValue = true): Line {
  const { body } = entry
  const measures = oneLine(body.measures)
  const of = namesOf(body.of.filter((ref) => !measures.includes(ref.name)))
  const scope = body.scope.map(oneLine).filter((words) => words !== '' && !measures.includes(words))
  const value = strong(changeWords(body.change, valueWords({ ...body.value, unit: countedWords(body) })))
  const reported = isUnknown(body.asOf) ? reportedWords(entry) : `as of ${dayWords(body.asOf)}`
  const asOf = joined(reported || 'day not given')
  // A name put together from the words around a number, of somebody pointed at or of two words is no phrase: its sentence
  // says what it counts.
  const isPhrase =
    !/ · |…/.test(measures) &&
    !POINTS_BACK.test(measures) &&
    !isThin(measures, of === '' ? FEWEST : FEWEST - 1)
  const shown = `${of} ${measures} ${scope.join(' ')} ${valueWords(body.value)} ${asOf}`
  if (!isPhrase || leavesOut(shown, entry.evidence[0]!.quote))
    return entryLine(entry, [
      ...(withValue ? [value, plain(`${asOf}: `)] : []),
      inItsWords(entry, numberOf(body.value)),
      plain(withValue ? '' : joined(reportedWords(entry))),
    ])
  return entryLine(entry, [
    plain(of === '' ? '' : `${of} · `),
    plain(`${measures}${scope.length > 0 ? ` (${listWords(scope)})` : ''}: `),
    value,
    plain(body.from ? ` (${valueWords(body.from)} before)` : ''),
    plain(asOf),
    ...toldByRuns(reader, entry.evidence, body.of),
  ])
}

/** Words of what is counted from which a name says it whole; one fewer where whose it is stands before it. */
const FEWEST = 3

/** "Flight attendant" for attendants that the report calls so. */
function countedWords({ measures, value: { unit } }: Figure['body']): string {
  const [, words = '', last = ''] = /^((?:\p{L}+ ){1,2})(\p{L}+)(?= |$)/u.exec(oneLine(measures)) ?? []
  const isUnit = unit !== '' && last.startsWith(unit.replace(/y$/, '')) && /^\p{Ll}/u.test(words)
  return isUnit && !/\b(?:the|an?|of|in|to|for|from)\b/.test(words) ? `${words}${unit}` : unit
}
const POINTS_BACK = /^(?:its|their|his|her|our|my|it|they|them|those|these|this|that)\b/i

/** The number as it is likely to stand in its sentence. */
export const numberOf = (value: Figure['body']['value']): string =>
  /\d[\d.]*/.exec(valueWords(value))?.[0] ?? ''

/** "up 5 %", "down by up to 3 %". */
const changeWords = (change: Figure['body']['change'], value: string): string =>
  change === undefined ? value : `${change} ${value.startsWith('up to ') ? 'by ' : ''}${value}`
