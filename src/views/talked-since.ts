// In: a record, the sides of a negotiation, a day. Out: what shows that they have talked on since: the last meeting held, the last agreement made.
import { type Day, isActual, MADE_STAGES } from '../model/index.ts'
import type { RecordReader } from '../record/reader.ts'
import { dayWords, isUnknown, type SomeDay } from './words/day-words.ts'
import { oneLine } from './words/safe-text.ts'

const HELD: ReadonlySet<string> = new Set(['held', 'in session', 'collapsed'])

interface Since {
  readonly day: SomeDay
  readonly words: string
}

/** "since then met 3 May 2031 in Lima", "since then agreement signed 9 May 2031"; "" where none is told of a day behind that one. */
export function talkedSince(reader: RecordReader, sides: readonly string[], day: SomeDay): string {
  const after = day.latest
  if (after === undefined) return ''
  const [last] = [...meetings(reader, sides), ...agreements(reader, sides)]
    .filter((one) => isSince(one.day, after, reader.on))
    .sort((a, b) => (a.day.earliest! > b.day.earliest! ? -1 : a.day.earliest! < b.day.earliest! ? 1 : 0))
  return last ? `since then ${last.words}` : ''
}

const isSince = ({ earliest, latest }: SomeDay, after: Day, on: Day | undefined): boolean =>
  earliest !== undefined && earliest > after && (on === undefined || (latest ?? earliest) <= on)

function meetings(reader: RecordReader, sides: readonly string[]): Since[] {
  return reader.ofKind('round').flatMap(({ body, polarity }) => {
    const there = body.delegations.flatMap(({ party }) => party?.id ?? [])
    const day = body.opens ?? body.inSession[0] ?? body.ends
    if (body.form === 'negotiation' || !HELD.has(body.status) || polarity === 'denied') return []
    if (
      isUnknown(day) ||
      !(areOf(sides, there) || (body.form === 'round' && areTheMatters(reader, sides, there)))
    )
      return []
    const where = body.place ? ` in ${oneLine(body.place.name)}` : ''
    return [{ day: day!, words: `${body.form === 'call' ? 'spoke' : 'met'} ${dayWords(day)}${where}` }]
  })
}

function agreements(reader: RecordReader, sides: readonly string[]): Since[] {
  return reader.ofKind('agreement').flatMap(({ body }) =>
    areOf(
      sides,
      body.between.map(({ id }) => id),
    )
      ? body.stages
          .filter(({ stage, on, modality }) => MADE_STAGES.has(stage) && isActual(modality) && !isUnknown(on))
          .map(({ stage, on }) => ({ day: on!, words: `${oneLine(body.name)} ${stage} ${dayWords(on)}` }))
      : [],
  )
}

/** Two of those who negotiate, at least. */
const areOf = (sides: readonly string[], others: readonly string[]): boolean =>
  new Set(others.filter((id) => sides.includes(id))).size > 1

/** Talks of which no report tells who else sat there are those of the matter, where these sides are its own. */
const areTheMatters = (
  { negotiation }: RecordReader,
  sides: readonly string[],
  there: readonly string[],
): boolean =>
  negotiation.parties.length === sides.length &&
  negotiation.parties.every(({ id }) => sides.includes(id)) &&
  there.every((id) => sides.includes(id))
