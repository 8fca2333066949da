// In: a record. Out: what falls due next, and what fell due with no outcome reported.
import { type Day, daysBetween, type Entry, isActual, type MeasureStep, sentenceKey } from '../model/index.ts'
import { type Regimes, regimesOf } from '../outlook/told/regimes.ts'
import { type HeldOff, type Term, termsOf } from '../outlook/told/terms.ts'
import { tellingWords } from '../record/assemble/due-matters.ts'
import { isCalledOffSince } from '../record/fate/called-off-since.ts'
import { cameOf, isCalledOff, isDealMade, tookPlace } from '../record/fate/came-of.ts'
import { doneSince, isKeptInWords, keptBy } from '../record/fate/kept.ts'
import { isMadeLonger, isOnlyOffered } from '../record/fate/made-longer.ts'
import { isMovedSince } from '../record/fate/moved-since.ts'
import { isOvertaken, isStartOvertaken } from '../record/fate/overtaken.ts'
import { isOtherwiseSince } from '../record/fate/told-since.ts'
import type { RecordReader } from '../record/reader.ts'
import { tellingRuns } from './acts.ts'
import { eachOnce } from './agenda-once.ts'
import { type Due, withSince, wordsOf } from './agenda-since.ts'
import { entryLine, partLine } from './lines/entry-line.ts'
import {
  bareLine,
  type Kind,
  type Line,
  type Page,
  plain,
  type Run,
  strong,
  type ViewOptions,
  weak,
} from './lines/line.ts'
import { pageOf } from './lines/page.ts'
import { measureName, stepWords } from './measures.ts'
import { isNegotiation } from './negotiations.ts'
import { readinessIn } from './readiness.ts'
import { dayOfRound, movedWords, occasionRuns, roundName } from './talks.ts'
import { deadlineRuns } from './words/agenda-words.ts'
import {
  dayKey,
  dayWords,
  fromNow,
  isPast,
  isUnknown,
  type SomeDay,
  untilWords,
  weekdayAndDay,
} from './words/day-words.ts'
import { explained } from './words/in-its-words.ts'
import { namesOf } from './words/party-words.ts'
import { cutAt, oneLine, withoutArticle } from './words/safe-text.ts'
import { termLine } from './words/term-lines.ts'
import { valueWords } from './words/value-words.ts'

/** The page of what falls due; `until` is the last day of what is told as next. */
export function agendaPage(reader: RecordReader, { until }: Pick<ViewOptions, 'until'>): Page {
  const { items, heldOff } = agendaItems(reader)
  const ahead = items.filter(
    ({ state, day }) => state === 'ahead' && (until === undefined || (day.earliest ?? '') <= until),
  )
  const isTalk = ({ entry }: Due) => entry.kind === 'round'
  const talks = ahead.filter(isTalk)
  const since = items.filter(({ state }) => state === 'told since').reverse()
  return pageOf(reader, 'agenda', 'What falls due', [
    {
      id: 'next',
      title: 'Next',
      lines: linesOf(ahead.filter((item) => !isTalk(item))),
      empty: nothingAhead(reader),
    },
    ...(talks.length > 0 ? [{ id: 'talks', title: 'Talks to come', lines: linesOf(talks) }] : []),
    ...(heldOff.length > 0
      ? [{ id: 'held-off', title: 'Held off', lines: heldOff.map((one) => heldOffLine(reader, one)) }]
      : []),
    {
      id: 'fell-due',
      title: 'Fell due, outcome not found',
      lines: unreportedLines(items),
      empty: 'Nothing: no day that reports give has passed without an outcome.',
    },
    ...(since.length > 0 ? [{ id: 'since', title: 'Fell due, told of since', lines: linesOf(since) }] : []),
  ])
}

/** Everything with a day to come, and what passed unreported, by day: terms whole, other dues as they are told. */
export function agendaItems(reader: RecordReader): {
  readonly items: readonly Due[]
  readonly heldOff: readonly HeldOff[]
} {
  const regimes = regimesOf(reader)
  const { terms, heldOff, covered } = termsOf(reader, regimes)
  const rest = itemsOf(reader).filter(({ line }) => !line.evidence.every((id) => covered.has(id)))
  const standing = terms.filter(
    ({ deadline, began, due }) =>
      (!deadline || isStill(reader, deadline)) && !isProlonged(began.entry, due.due),
  )
  const items = withSince(
    reader,
    standing.map((term) => termItem(reader, regimes, term)),
  )
  return { items: [...items, ...rest].sort(byDay), heldOff }
}

/** A term that goes on without a day, or the start of what came to nothing, is no longer due. */
const isStill = (reader: RecordReader, deadline: Kind<'deadline'>): boolean =>
  !isUnknown(deadline.body.due) && !isStartOvertaken(reader, deadline)

function termItem(reader: RecordReader, regimes: Regimes, term: Term): Due {
  const { due, deadline, began } = term
  const state = due.status === 'due' ? stateOf(due.due, reader.on) : 'unreported'
  return { entry: deadline ?? began.entry, day: due.due, state, line: termLine(reader, regimes, term) }
}

/** Plans that hang on what reports tell as settled: "announced: … — held off: the deal told of on 7 May". */
function heldOffLine(reader: RecordReader, { sources, by }: HeldOff): Line {
  const on = by.settled ? dayWords(by.settled.on) : ''
  const settled = by.settled && reader.entry(by.settled.entry)
  const runs = [strong(oneLine(by.words)), plain(`, told of on ${on}: what hangs on it is held off`)]
  const plans = sources.flatMap(({ entry, evidence }) => {
    if (entry.kind !== 'measure') return []
    const step = entry.body.steps.find((one) => one.evidence.some((id) => evidence.includes(id)))
    return step
      ? [
          partLine(
            reader,
            entry,
            evidence,
            [...measureName(entry), plain(`: ${stepWords(step, reader, true)}`)],
            step.modality,
          ),
        ]
      : []
  })
  const head = settled ? partLine(reader, settled, by.settled?.evidence ?? [], runs) : bareLine(runs)
  return { ...head, lines: plans }
}

const linesOf = (items: readonly Due[]) => items.map(({ line }) => line)

/** What an empty "next" says. */
export const nothingAhead = (reader: RecordReader) =>
  reader.on === undefined
    ? 'Nothing that was read gives a day for anything to come.'
    : `No report gives a day after ${dayWords({ earliest: reader.on, latest: reader.on })} for anything.`

export const aheadLines = (due: readonly Due[]) =>
  due.filter((item) => item.state === 'ahead').map((item) => item.line)

/** What fell due, the latest first. */
export const unreportedLines = (due: readonly Due[]) =>
  due
    .filter((item) => item.state === 'unreported')
    .reverse()
    .map((item) => item.line)

/**
 * Deadlines, ends and starts of measures' steps, ends of agreements, commitments, planned rounds and what else is to be done on a
 * day, by day; undated plans last. What an instrument ordered for a day that has come is in force, and no more due.
 */
export function dueItems(reader: RecordReader): readonly Due[] {
  let known = dueBy.get(reader)
  if (!known) {
    known = dueIn(reader)
    dueBy.set(reader, known)
  }
  return known
}

/** A page asks several times what is due. */
const dueBy = new WeakMap<RecordReader, readonly Due[]>()

function dueIn(reader: RecordReader): Due[] {
  const { over, terms } = termsOf(reader, regimesOf(reader))
  const ends = new Set(terms.map(({ due }) => due.due.latest))
  const isOver = ({ state, entry, day, line }: Due) =>
    state === 'unreported' &&
    entry.kind === 'measure' &&
    !ends.has(day.latest ?? '') &&
    line.evidence.every((id) => over.has(id))
  return itemsOf(reader).filter((item) => !isOver(item))
}

function itemsOf(reader: RecordReader): Due[] {
  const items = [
    ...reader.ofKind('deadline').flatMap((entry) => deadlineDue(reader, entry)),
    ...reader.ofKind('measure').flatMap((entry) => measureDue(reader, entry)),
    ...reader.ofKind('agreement').flatMap((entry) => agreementDue(reader, entry)),
    ...reader.ofKind('commitment').flatMap((entry) => commitmentDue(reader, entry)),
    ...reader.ofKind('round').flatMap((entry) => roundDue(reader, entry)),
  ]
  const steps = new Set(
    items.flatMap(({ entry, day, line }) =>
      entry.kind === 'measure'
        ? entry.evidence.filter(({ id }) => line.evidence.includes(id)).map((one) => sentenceDay(one, day))
        : [],
    ),
  )
  // What begins on a day, or is suspended until one, and is a step of a measure is told once.
  const isStep = ({ entry, day }: Due) =>
    entry.kind === 'deadline' &&
    entry.evidence.every((one) => OF_STEP.test(one.foundBy) && steps.has(sentenceDay(one, day)))
  // What somebody is to suspend until a day is told of what he suspends.
  const isTerm = ({ entry, day }: Due) =>
    entry.kind === 'commitment' && entry.evidence.every((one) => steps.has(sentenceDay(one, day)))
  const told = new Set(items.flatMap(({ entry, day }) => entry.evidence.map((one) => sentenceDay(one, day))))
  const isOpen = readinessIn(reader)
  const acts = reader
    .ofKind('act')
    .filter((entry) => !isOpen(entry))
    .flatMap((entry) => actDue(reader, entry))
  // A start that was moved is told with the day it was moved from.
  const moved = new Set(
    items.flatMap(({ entry, day }) =>
      entry.kind === 'deadline'
        ? entry.evidence.flatMap((one) => (MOVED.test(one.foundBy) ? [sentenceDay(one, day)] : []))
        : [],
    ),
  )
  const isPutOff = ({ entry, day, line }: Due) =>
    entry.kind === 'measure' &&
    entry.evidence.every((one) => !line.evidence.includes(one.id) || moved.has(sentenceDay(one, day)))
  const standing = items.filter(
    (item) => !isStep(item) && !isPutOff(item) && !isTerm(item) && !isVagueBeside(items, item),
  )
  const all = [
    ...withSince(reader, termsOnce(standing)),
    ...acts.filter(({ entry, day }) => !entry.evidence.every((one) => told.has(sentenceDay(one, day)))),
  ]
  return eachOnce(all.filter((item) => item.state !== 'ahead' || !isOverBy(reader, item))).sort(byDay)
}

/** Whether what is told as ahead is told elsewhere as moved or done. */
function isOverBy(reader: RecordReader, { entry, day: { earliest: on }, line }: Due): boolean {
  const evidence = entry.evidence.filter(({ id }) => line.evidence.includes(id))
  if (on === undefined) return false
  if (entry.kind === 'deadline' && isDealMade(reader, entry)) return true
  const by =
    entry.kind === 'act' ? entry.body.actor : entry.kind === 'deadline' ? entry.body.obligor : undefined
  const isCalledOffWithIt =
    by &&
    isCalledOffSince(
      reader,
      evidence,
      by.map(({ id }) => id),
    )
  return isCalledOffWithIt || isMovedSince(reader, { what: wordsOf(entry), on, evidence })
}

/** Talks to come on no day told, beside talks of the same sides that have one. */
function isVagueBeside(items: readonly Due[], { entry, day }: Due): boolean {
  if (entry.kind !== 'round' || !isUnknown(day) || entry.body.ordinal !== undefined) return false
  const sides = sidesOf(entry)
  return items.some(
    (other) =>
      other.entry.kind === 'round' &&
      other.state === 'ahead' &&
      !isUnknown(other.day) &&
      (sides.length === 0 ||
        sidesOf(other.entry).length === 0 ||
        sides.some((side) => sidesOf(other.entry as Kind<'round'>).includes(side))),
  )
}

const sidesOf = ({ body }: Kind<'round'>): string[] =>
  body.delegations.flatMap(({ party }) => (party ? [party.id] : []))

/** Of deadlines of one name and day the one that more evidence tells, with all of it. */
function termsOnce(items: readonly Due[]): Due[] {
  const byName = new Map<string, Due>()
  const others = items.filter((item) => {
    if (item.entry.kind !== 'deadline') return true
    const { what, due } = item.entry.body
    const key = `${due.earliest} ${due.latest} ${tellingWords(what).join(' ')}`
    const same = byName.get(key)
    const [more, less] =
      same && same.line.evidence.length >= item.line.evidence.length ? [same, item] : [item, same]
    const evidence = [...new Set([...more.line.evidence, ...(less?.line.evidence ?? [])])]
    byName.set(key, { ...more, line: { ...more.line, evidence } })
    return false
  })
  return [...byName.values(), ...others]
}

/** How a deadline is found that a step of a measure may tell. */
const OF_STEP = /^deadline\/(?:starts|lifted-until|runs-until)@/
const MOVED = /^deadline\/moved-start@/

/** A sentence tells of one day once. */
const sentenceDay = (one: Entry['evidence'][number], day: SomeDay): string =>
  `${sentenceKey(one)} ${day.latest}`

function byDay(a: Due, b: Due): number {
  const key = (item: Due) => `${dayKey(item.day)} ${item.entry.id}`
  return key(a) < key(b) ? -1 : 1
}

const stateOf = (day: SomeDay, on: Day | undefined): 'ahead' | 'unreported' =>
  isPast(day, on) ? 'unreported' : 'ahead'

function whenRuns(day: SomeDay, on: Day | undefined): Run[] {
  const now = fromNow(day, on)
  return [strong(dayWords(day, weekdayAndDay)), weak(now === '' ? '' : ` (${now})`), plain(': ')]
}

function deadlineDue(reader: RecordReader, entry: Kind<'deadline'>): Due[] {
  const { body } = entry
  if (body.outcome !== undefined || entry.polarity === 'denied' || !isStill(reader, entry)) return []
  const { what: name, obligor, due: end, onLapse = '' } = body
  const runs = [
    ...whenRuns(end, reader.on),
    ...deadlineRuns(entry),
    ...explained(entry, `${namesOf(obligor)} ${name} ${onLapse}`, end),
  ]
  const state = stateOf(body.due, reader.on)
  if (state === 'unreported' && (cameOf(reader, entry) || isKeptInWords(entry))) return []
  if (isCalledOff(reader, entry) || isOtherwise(reader, entry, name, end)) return []
  if (isDoneSince(reader, entry) || isOnlyOffered(reader, body)) return []
  if (isMadeLonger(reader, { entry, name, by: obligor.map(({ id }) => id), end })) return []
  return [{ entry, day: body.due, state, line: entryLine(entry, runs) }]
}

/** "Has until 15 June to answer the complaint": told by a later report as done by whoever was to do it. */
function isDoneSince(reader: RecordReader, { body, evidence }: Kind<'deadline'> | Kind<'act'>): boolean {
  const [verb, what, by] =
    'what' in body
      ? [/^\p{Ll}+\b/u.exec(body.what)?.[0], body.what, body.obligor]
      : [body.type.split(': ').at(-1), body.object ?? '', body.actor]
  return doneSince(reader, { verb, what, by, evidence }) !== undefined
}

/** Told by a later report to be otherwise than planned. */
const isOtherwise = (reader: RecordReader, { evidence }: Entry, what: string, day: SomeDay): boolean =>
  day.earliest !== undefined && isOtherwiseSince(reader, { what, on: day.earliest, evidence })

function measureDue(reader: RecordReader, entry: Kind<'measure'>): Due[] {
  if (entry.polarity === 'denied') return []
  const { steps } = entry.body
  // "Would suspend it until May if talks began", then "will suspend it until May": told once.
  const isRicher = (step: MeasureStep) => (other: MeasureStep) =>
    step.condition !== undefined &&
    other.condition === undefined &&
    other.effect === step.effect &&
    other.to !== undefined &&
    other.to.latest === step.to?.latest
  return steps.flatMap((step) =>
    isOvertaken(reader, entry, step) || steps.some(isRicher(step))
      ? []
      : [...stepEnd(reader, entry, step), ...stepStart(reader, entry, step)],
  )
}

/** Whether a measure is told as extended beyond a day on which it was to end. */
const isProlonged = (entry: Entry, end: SomeDay): boolean =>
  entry.kind === 'measure' &&
  entry.body.steps.some(
    ({ effect, modality, to }) =>
      /^(?:extend|expand)$/.test(effect) &&
      isActual(modality) &&
      (to?.earliest ?? '') > (end.latest ?? end.earliest ?? '9'),
  )

function stepEnd(reader: RecordReader, entry: Kind<'measure'>, step: MeasureStep): Due[] {
  const end = step.to
  if (end === undefined || isUnknown(end) || isProlonged(entry, end)) return []
  const { name, goods, by } = entry.body
  const ids = by.map(({ id }) => id)
  if (isMadeLonger(reader, { entry, name: `${name} ${goods.join(' ')}`, by: ids, end })) return []
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
  const [ends, was] = isPlural(name) ? ['end', 'were'] : ['ends', 'was']
  const verb = step.toIsBound ? 'may end or go on' : state === 'ahead' ? ends : `${was} to end`
  const ofIt = RELIEF[step.effect]
  const runs = [
    strong(untilWords(end, step.toIsBound)),
    plain(ofIt ? `: ${ofIt} ` : ': '),
    ...measureName(entry),
    plain(
      ` ${what}${ofIt && !step.toIsBound ? (state === 'ahead' ? 'ends' : 'was to end') : verb}${conditionWords(step)}`,
    ),
  ]
  return [{ entry, day: last, state, line: partLine(reader, entry, step.evidence, runs, step.modality) }]
}

/** What ends on the last day of what was done to a measure, where that is not the measure. */
const RELIEF: Partial<Record<MeasureStep['effect'], string>> = {
  suspend: 'suspension of',
  exempt: 'exemption from',
}

/** "Exemptions", "curbs on timber": the noun before "on" is in the plural. */
const isPlural = (name: string): boolean =>
  /[^sui]s$/.test(oneLine(name).split(/ (?:on|of|from|for|against|to|in|by)\b/)[0] ?? '')

const conditionWords = (step: MeasureStep) =>
  step.condition ? `, condition: “${cutAt(oneLine(step.condition), 120)}”` : ''

// A step that has not begun, or that was only planned when its day passed.
function stepStart(reader: RecordReader, entry: Kind<'measure'>, step: MeasureStep): Due[] {
  const start = step.from
  if (start === undefined || isUnknown(start)) return []
  const state = stateOf(start, reader.on)
  const isPutOff = step.effect === 'postpone'
  const onlyPlanned = !isActual(step.modality) || isPutOff
  if (state === 'unreported' && (!onlyPlanned || step.modality === 'hypothetical')) return []
  if (state === 'ahead' && !onlyPlanned && (start.earliest ?? '') <= (reader.on ?? '')) return []
  const runs = [
    ...whenRuns(start, reader.on),
    ...measureName(entry),
    plain(`: ${isPutOff ? 'begins' : stepWords({ ...step, from: undefined, to: undefined }, reader, true)}`),
    ...explained(entry, `${entry.body.name} ${entry.body.goods.join(' ')}`, start),
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
  if (keptBy(reader, entry)) return []
  const to = namesOf(body.to)
  const runs = [
    ...whenRuns(body.due, reader.on),
    plain(`${namesOf(body.by)}${to === '' ? '' : ` to ${to}`}: ${oneLine(body.what)}`),
  ]
  return [{ entry, day: body.due, state: stateOf(body.due, reader.on), line: entryLine(entry, runs) }]
}

const A_FORTNIGHT = 14
const A_MONTH = 31
const PLANS: ReadonlySet<string> = new Set(['planned', 'expected', 'conditional'])

/** What somebody is to do on a day ahead: a vote, a hearing, a strike. */
function actDue(reader: RecordReader, entry: Kind<'act'>): Due[] {
  const { on } = entry.body
  if (on?.earliest === undefined || on.latest === undefined || entry.polarity === 'denied') return []
  // "Members vote from 3 to 9 May", told before: the present of a day to come is a plan.
  const isFlagged = entry.evidence.every(({ flag }) => flag !== undefined)
  const isComing =
    isActual(entry.modality) && !isFlagged && reader.on !== undefined && on.earliest > reader.on
  if (!(PLANS.has(entry.modality) || isComing)) return []
  if (daysBetween(on.earliest, on.latest) > (isComing ? A_FORTNIGHT : A_MONTH)) return []
  if (on.earliest < (reader.on ?? '')) return []
  const { words = '', object = '' } = entry.body
  const what = tellingWords(object).length > 1 ? object : `${words} ${object}`
  if (isOtherwise(reader, entry, what, on) || isDoneSince(reader, entry)) return []
  const runs = [...whenRuns(on, reader.on), ...tellingRuns(entry)]
  return [{ entry, day: on, state: 'ahead', line: entryLine(entry, runs) }]
}

/** "Talks in Lima", told without a number, are many. */
const isMany = ({ body }: Kind<'round'>): boolean => body.form === 'round' && body.ordinal === undefined

function roundDue(reader: RecordReader, entry: Kind<'round'>): Due[] {
  const { status } = entry.body
  if (isNegotiation(entry)) return []
  if ((status !== 'planned' && status !== 'possible') || entry.polarity === 'denied') return []
  const day = dayOfRound(entry) ?? {}
  const state = stateOf(day, reader.on)
  // Talks to be taken up at some time before a day are arranged for none.
  if (state === 'unreported' && (day.earliest === undefined || tookPlace(reader, entry))) return []
  const runs = [
    ...whenRuns(day, reader.on),
    ...roundName(entry),
    plain(state === 'ahead' ? '' : ` ${isMany(entry) ? 'were' : 'was'} ${status}`),
    plain(movedWords(entry)),
    ...occasionRuns(entry),
  ]
  const said = state === 'ahead' ? [] : (['planned', 'possible', 'expected'] as const)
  return [{ entry, day, state, line: entryLine(entry, runs, { without: said }) }]
}
