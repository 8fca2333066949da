// In: a record. Out: what falls due next, and what fell due with no outcome reported.
import type { Day, Entry, MeasureStep } from '../model/index.ts'
import type { RecordReader } from '../record/reader.ts'
import {
  dayKey,
  dayWords,
  fromNow,
  isPast,
  isUnknown,
  type SomeDay,
  untilWords,
  weekdayAndDay,
} from './day-words.ts'
import { entryLine, partLine } from './entry-line.ts'
import { type Kind, type Line, type Page, plain, quoted, type Run, strong, weak } from './line.ts'
import { measureName, stepWords } from './measures.ts'
import { pageOf } from './page.ts'
import { namesOf } from './party-words.ts'
import { cutAt, oneLine, withoutArticle } from './safe-text.ts'
import { dayOfRound, roundName } from './talks.ts'
import { ordinalWords, valueWords } from './value-words.ts'

/** Something with a day: `ahead` of the reader's day, `unreported` where the day passed and no report gives an outcome. */
export interface Due {
  readonly entry: Entry
  readonly day: SomeDay
  readonly state: 'ahead' | 'unreported'
  readonly line: Line
}

/** The page of what falls due. */
export function agendaPage(reader: RecordReader): Page {
  const due = dueItems(reader)
  return pageOf(reader, 'agenda', 'What falls due', [
    { id: 'next', title: 'Next', lines: aheadLines(due), empty: nothingAhead(reader) },
    {
      id: 'fell-due',
      title: 'Fell due, outcome not reported',
      lines: unreportedLines(due),
      empty: 'Nothing: no day that reports give has passed without an outcome.',
    },
  ])
}

/** What an empty "next" says. */
export const nothingAhead = (reader: RecordReader) =>
  reader.on === undefined
    ? 'No report gives a day for anything to come.'
    : `No report gives a day after ${dayWords({ earliest: reader.on, latest: reader.on })} for anything.`

export const aheadLines = (due: readonly Due[]) =>
  due.filter((item) => item.state === 'ahead').map((item) => item.line)

/** What fell due, the latest first. */
export const unreportedLines = (due: readonly Due[]) =>
  due
    .filter((item) => item.state === 'unreported')
    .reverse()
    .map((item) => item.line)

/** Deadlines, ends and starts of measures' steps, ends of agreements, commitments and planned rounds, by day; undated plans last. */
export function dueItems(reader: RecordReader): Due[] {
  const items = [
    ...reader.ofKind('deadline').flatMap((entry) => deadlineDue(reader, entry)),
    ...reader.ofKind('measure').flatMap((entry) => measureDue(reader, entry)),
    ...reader.ofKind('agreement').flatMap((entry) => agreementDue(reader, entry)),
    ...reader.ofKind('commitment').flatMap((entry) => commitmentDue(reader, entry)),
    ...reader.ofKind('round').flatMap((entry) => roundDue(reader, entry)),
  ]
  const key = (item: Due) => `${dayKey(item.day)} ${item.entry.id}`
  return items.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

const stateOf = (day: SomeDay, on: Day | undefined): Due['state'] =>
  isPast(day, on) ? 'unreported' : 'ahead'

function whenRuns(day: SomeDay, on: Day | undefined): Run[] {
  const now = fromNow(day, on)
  return [strong(dayWords(day, weekdayAndDay)), weak(now === '' ? '' : ` (${now})`), plain(': ')]
}

function deadlineDue(reader: RecordReader, entry: Kind<'deadline'>): Due[] {
  const { body } = entry
  if (body.outcome !== undefined || isUnknown(body.due) || entry.polarity === 'denied') return []
  const runs = [...whenRuns(body.due, reader.on), ...deadlineRuns(entry)]
  return [{ entry, day: body.due, state: stateOf(body.due, reader.on), line: entryLine(entry, runs) }]
}

/** What a deadline asks, of whom, its moves and what follows on lapse. */
export function deadlineRuns({ body }: Kind<'deadline'>): Run[] {
  const what = oneLine(body.what)
  const obligor = namesOf(body.obligor)
  const saysWho = body.obligor.some((ref) => what.includes(ref.name))
  const facts = [
    movesWords(body),
    isUnknown(body.originalDue) || sameDays(body.originalDue, body.due)
      ? ''
      : `first due ${dayWords(body.originalDue)}`,
    body.setBy.length > 0 ? `set by ${namesOf(body.setBy)}` : '',
    body.authority ? `under ${oneLine(body.authority)}` : '',
  ].filter((fact) => fact !== '')
  return [
    plain(obligor === '' || saysWho ? '' : `${obligor}: `),
    plain(withoutArticle(what === '' ? oneLine(body.name) : what)),
    plain(facts.length > 0 ? ` · ${facts.join(' · ')}` : ''),
    ...(body.onLapse
      ? [plain(' · if it lapses: '), quoted(oneLine(body.onLapse).replace(/^(?:or|and)\s+/i, ''))]
      : []),
  ]
}

const sameDays = (a: SomeDay | undefined, b: SomeDay | undefined) =>
  a?.earliest === b?.earliest && a?.latest === b?.latest

/** "moved 3 or 4 times (told differently)", "a 4th move expected". */
export function movesWords(body: Kind<'deadline'>['body']): string {
  const told = [...new Set(body.movesTold)].sort((a, b) => a - b)
  const times =
    told.length === 0
      ? ''
      : told.length === 1 && told[0] === 1
        ? 'moved once'
        : `moved ${told.join(' or ')} times`
  const ahead = body.moves.find(
    (move) => move.modality !== 'held' && move.modality !== 'background' && move.modality !== 'ongoing',
  )
  const more =
    ahead === undefined
      ? ''
      : `${ahead.n === undefined ? 'another move' : `a ${ordinalWords(ahead.n)} move`} ${ahead.modality}`
  return [times, more].filter(Boolean).join(', ')
}

function measureDue(reader: RecordReader, entry: Kind<'measure'>): Due[] {
  if (entry.polarity === 'denied') return []
  return entry.body.steps.flatMap((step) => [
    ...stepEnd(reader, entry, step),
    ...stepStart(reader, entry, step),
  ])
}

function stepEnd(reader: RecordReader, entry: Kind<'measure'>, step: MeasureStep): Due[] {
  const end = step.to
  if (end === undefined || isUnknown(end)) return []
  const followed = entry.body.steps.some(
    (other) =>
      other !== step &&
      other.modality !== 'planned' &&
      (other.from?.earliest ?? '') >= (end.earliest ?? end.latest ?? '9'),
  )
  const last = { earliest: end.earliest, latest: end.latest }
  const state = stateOf(last, reader.on)
  if (state === 'unreported' && (followed || entry.body.status === 'ended')) return []
  const what = step.rate ? `${valueWords(step.rate)} ` : ''
  const verb = step.toIsBound ? 'may end or go on' : state === 'ahead' ? 'ends' : 'was to end'
  const runs = [
    strong(untilWords(end, step.toIsBound)),
    plain(': '),
    ...measureName(entry),
    plain(` ${what}${verb}${conditionWords(step)}`),
  ]
  return [{ entry, day: last, state, line: partLine(reader, entry, step.evidence, runs, step.modality) }]
}

const conditionWords = (step: MeasureStep) =>
  step.condition ? `, condition: “${cutAt(oneLine(step.condition), 120)}”` : ''

// A step that has not begun, or that was only planned when its day passed.
function stepStart(reader: RecordReader, entry: Kind<'measure'>, step: MeasureStep): Due[] {
  const start = step.from
  if (start === undefined || isUnknown(start)) return []
  const state = stateOf(start, reader.on)
  const onlyPlanned =
    step.modality !== 'held' && step.modality !== 'ongoing' && step.modality !== 'background'
  if (state === 'unreported' && !onlyPlanned) return []
  if (state === 'ahead' && !onlyPlanned && (start.earliest ?? '') <= (reader.on ?? '')) return []
  const runs = [
    ...whenRuns(start, reader.on),
    ...measureName(entry),
    plain(`: ${stepWords({ ...step, from: undefined, to: undefined }, reader, true)}`),
  ]
  return [{ entry, day: start, state, line: partLine(reader, entry, step.evidence, runs, step.modality) }]
}

// An agreement told to run until a day.
function agreementDue(reader: RecordReader, entry: Kind<'agreement'>): Due[] {
  const end = entry.valid.to
  const over = entry.body.stage === 'lapsed' || entry.body.stage === 'rejected' || entry.polarity === 'denied'
  if (end === undefined || isUnknown(end) || over) return []
  const state = stateOf(end, reader.on)
  const runs = [
    strong(untilWords(end)),
    plain(': '),
    strong(withoutArticle(oneLine(entry.body.name))),
    plain(state === 'ahead' ? ' runs out' : ' was to run out'),
  ]
  return [{ entry, day: end, state, line: entryLine(entry, runs) }]
}

function commitmentDue(reader: RecordReader, entry: Kind<'commitment'>): Due[] {
  const { body } = entry
  if (body.due === undefined || isUnknown(body.due) || body.status === 'met' || body.status === 'unmet')
    return []
  const to = namesOf(body.to)
  const runs = [
    ...whenRuns(body.due, reader.on),
    plain(`${namesOf(body.by)}${to === '' ? '' : ` to ${to}`}: ${oneLine(body.what)}`),
  ]
  return [{ entry, day: body.due, state: stateOf(body.due, reader.on), line: entryLine(entry, runs) }]
}

function roundDue(reader: RecordReader, entry: Kind<'round'>): Due[] {
  const { status } = entry.body
  if ((status !== 'planned' && status !== 'possible') || entry.polarity === 'denied') return []
  const day = dayOfRound(entry) ?? {}
  const state = stateOf(day, reader.on)
  const runs = [
    ...whenRuns(day, reader.on),
    ...roundName(entry),
    plain(state === 'ahead' ? '' : status === 'planned' ? ' was planned' : ' was possible'),
  ]
  const said = state === 'ahead' ? [] : (['planned', 'possible', 'expected'] as const)
  return [{ entry, day, state, line: entryLine(entry, runs, { without: said }) }]
}
