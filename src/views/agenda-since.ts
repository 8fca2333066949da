// In: a record and what fell due. Out: the same; what later reports speak of in its words is told with the last of their sentences.
import type { Entry } from '../model/index.ts'
import { isSpokenOf, toldSince } from '../record/fate/told-since.ts'
import type { RecordReader } from '../record/reader.ts'
import { bareLine, type Line, plain } from './lines/line.ts'
import type { SomeDay } from './words/day-words.ts'
import { cutAt, oneLine } from './words/safe-text.ts'

/**
 * Something with a day: `ahead` of the reader's day, `unreported` where the day passed and no report gives an outcome, `told since`
 * where none was read and later reports speak of it.
 */
export interface Due {
  readonly entry: Entry
  readonly day: SomeDay
  readonly state: 'ahead' | 'unreported' | 'told since'
  readonly line: Line
}

/** Of what fell due with no outcome read, what a report out after its day speaks of: nobody can say that nothing was told of it. */
export const withSince = (reader: RecordReader, items: readonly Due[]): Due[] =>
  items.map((item): Due => {
    const day = item.day.latest ?? item.day.earliest
    if (item.state !== 'unreported' || day === undefined) return item
    const own = item.entry.evidence.map(({ id }) => id)
    const since = toldSince(reader, { what: wordsOf(item.entry), day, own })
    const { evidence } = item.entry
    if (!since && isSpokenOf(reader, { what: nameOf(item.entry), day, evidence }))
      return { ...item, state: 'told since' }
    if (!since) return item
    const told = bareLine([plain(`told since: “${cutAt(oneLine(since.one.quote), 200)}”`)], {
      evidence: [since.one.id],
      entry: since.entry.id,
      origins: since.entry.origins,
    })
    return { ...item, state: 'told since', line: { ...item.line, lines: [...item.line.lines, told] } }
  })

/** Its name, without who is to do it. */
const nameOf = (entry: Entry): string =>
  entry.kind === 'deadline' || entry.kind === 'commitment' ? entry.body.what : wordsOf(entry)

/** What an entry is about, in words. */
export function wordsOf(entry: Entry): string {
  switch (entry.kind) {
    case 'deadline':
      return [entry.body.what, ...entry.body.obligor.map(({ name }) => name)].join(' ')
    case 'measure':
      return [entry.body.name, ...entry.body.goods].join(' ')
    case 'commitment':
      return [entry.body.what, ...entry.body.by.map(({ name }) => name)].join(' ')
    case 'agreement':
      return entry.body.name
    case 'round':
      return entry.body.place?.name ?? ''
    case 'act':
      return entry.body.object ?? ''
    default:
      return ''
  }
}
