// In: a record. Out: every measure with who imposes it on whom, its steps, rates, days and status.
import type { EntryOf, MeasureStep } from '../model/index.ts'
import { isBegunBeside, isOvertaken, isStepOfThen } from '../record/fate/overtaken.ts'
import { ranOut } from '../record/fate/run-out.ts'
import { statusSince } from '../record/fate/status-since.ts'
import type { RecordReader } from '../record/reader.ts'
import { entryLine, modalityMark, partLine } from './lines/entry-line.ts'
import { byImportance } from './lines/importance.ts'
import {
  type Kind,
  type Line,
  type Mark,
  type Page,
  plain,
  type Run,
  type Section,
  strong,
  weak,
} from './lines/line.ts'
import { pageOf } from './lines/page.ts'
import { firstOut, joined, reportedOver } from './lines/reported.ts'
import { toldByRuns } from './lines/told-by.ts'
import { dayKey, dayWords, isPast, isUnknown, untilWords } from './words/day-words.ts'
import { explained, leavesOut, sentenceRun } from './words/in-its-words.ts'
import { arrowOf, someOf } from './words/party-words.ts'
import { cutAt, oneLine, withoutArticle } from './words/safe-text.ts'
import { valueWords } from './words/value-words.ts'

type Measure = Kind<'measure'>

/** The page of all measures. */
export function measuresPage(reader: RecordReader): Page {
  const { inForce, ahead, over } = measuresByStanding(reader)
  const section = (id: string, title: string, measures: readonly Measure[], empty: string): Section => ({
    id,
    title,
    lines: measures.map((measure) => measureLine(reader, measure)),
    empty,
  })
  return pageOf(reader, 'measures', 'Measures', [
    section('in-force', 'In force', inForce, 'Nothing that was read tells of a measure in force.'),
    section('ahead', 'Announced or proposed', ahead, 'No report tells of one.'),
    ...(over.length > 0 ? [section('over', 'Suspended or over', over, '')] : []),
  ])
}

/** Measures that stand, that are to come, and that are over, each in order of direction, then importance. */
export function measuresByStanding(reader: RecordReader): {
  readonly inForce: readonly Measure[]
  readonly ahead: readonly Measure[]
  readonly over: readonly Measure[]
} {
  const inForce: Measure[] = []
  const ahead: Measure[] = []
  const over: Measure[] = []
  for (const measure of byDirection(byImportance(reader.ofKind('measure'), reader))) {
    const status = statusSince(reader, measure) ?? measure.body.status
    if (notToBe(measure)) over.push(measure)
    else if (isBegunBeside(reader, measure)) continue
    else if (
      (measure.polarity === 'denied' && !isLeft(measure)) ||
      status === 'proposed' ||
      status === 'announced'
    )
      ahead.push(measure)
    else if (status === 'in force' && !ranOut(reader, measure)) inForce.push(measure)
    else over.push(measure)
  }
  return { inForce, ahead, over }
}

// Directions in the order of their weightiest measure, so that what one side does to the other stands together.
function byDirection(measures: readonly Measure[]): Measure[] {
  const groups = new Map<string, Measure[]>()
  for (const measure of measures) {
    const arrow = arrowOf(measure.body.by, measure.body.on)
    const group = groups.get(arrow)
    if (group) group.push(measure)
    else groups.set(arrow, [measure])
  }
  return [...groups.values()].flat()
}

/** The line of a measure; several steps stand below it, one step in it. Where they are few, none is of a plan of then beside others. */
export function measureLine(
  reader: RecordReader,
  whole: Measure,
  mostSteps = Number.POSITIVE_INFINITY,
): Line {
  const standing = standingSteps(reader, whole, Number.isFinite(mostSteps))
  const measure = withoutOthers(whole, standing)
  const { body } = measure
  const steps = weightiestOf(tellingSteps(reader, orderedSteps(standing)), mostSteps)
  const single = steps.length === 1 ? steps[0] : undefined
  const now = body.status === 'in force' ? rateInForce(reader, standing) : undefined
  const head: Run[] = [
    ...directionRuns(measure),
    strong(withoutArticle(now ? withoutRate(oneLine(body.name)) : oneLine(body.name))),
    ...goodsRuns(measure),
  ]
  const told = single ? stepWords(single, reader, !PLAIN_EFFECTS.has(single.effect)) : ''
  const over = ranOut(reader, measure)
  const since = statusSince(reader, measure)
  const stands = over
    ? `was to end ${dayWords(over)}`
    : `${body.status}${isPlanOver(reader, measure) ? ', whether it began was not read' : ''}`
  const status = since ?? stands
  const plainlyInForce = single !== undefined && status === 'in force'
  const never = notToBe(measure)
  const facts = [
    never ?? told,
    now ? `${valueWords(now.rate!)} since ${dayWords(now.from)}` : '',
    never || plainlyInForce || told.includes(status) ? '' : status,
    never || over || OVER.has(since ?? body.status) ? '' : (body.direction ?? ''),
    body.authority ? `under ${oneLine(body.authority)}` : '',
  ].filter((words) => words !== '')
  const toldBy = (evidence: readonly string[]) =>
    toldByRuns(
      reader,
      measure.evidence.filter(({ id }) => evidence.includes(id)),
      body.by,
    )
  const runs = [
    ...head,
    plain(facts.length > 0 ? `: ${facts.join(' · ')}` : ''),
    ...(steps.length > 1 ? [] : toldBy(measure.evidence.map(({ id }) => id))),
    ...(steps.length > 1
      ? []
      : explained(
          measure,
          `${arrowOf(body.by, body.on)} ${body.name} ${body.goods.join(' ')} ${facts.join(' ')}`,
        )),
    plain(single ? outWords(reader, measure, single) : ''),
  ]
  const lines =
    steps.length > 1
      ? steps.map((step) =>
          partLine(
            reader,
            measure,
            step.evidence,
            [
              plain(stepWords(step, reader, true)),
              ...toldBy(step.evidence),
              ...stepSentence(measure, step),
              plain(outWords(reader, measure, step)),
            ],
            step.modality,
          ),
        )
      : []
  const without: readonly Mark[] = never
    ? ['denied', 'planned', 'expected']
    : isLeft(measure)
      ? ['denied']
      : []
  return entryLine(measure, runs, { lines, without })
}

/** The step by whose rate a measure stands after others; undefined where its steps tell one rate, or not which came last. */
function rateInForce({ on }: RecordReader, steps: readonly MeasureStep[]): MeasureStep | undefined {
  const told = orderedSteps(steps).filter(
    ({ effect, modality, rate }) => rate && !modalityMark(modality) && STANDING.has(effect),
  )
  const [last] = told.slice(-1)
  const isOrdered = told.every(({ from, status }) => isPast(from, on) && status === 'in force')
  const others = told.filter(
    (step) => valueWords(step.rate!) !== valueWords(last!.rate!) && dayKey(step.from) < dayKey(last!.from),
  )
  return isOrdered && others.length > 0 && others.length === told.length - 1 ? last : undefined
}

/** What leaves a measure standing at a rate. */
const STANDING: ReadonlySet<MeasureStep['effect']> = new Set(['set', 'stand', 'raise', 'lower', 'resume'])

/** "Duty of 10 percent", where it stands at another rate by now. */
const withoutRate = (name: string): string =>
  name.replace(/ of (?:up to )?\d[\d.,]* ?(?:%|\p{L}+)(?: tons?)?|\b\d[\d.,]* ?(?:%|per ?cent) /u, '')

/** When a step was reported, where no report gives it a day. */
function outWords(reader: RecordReader, { evidence }: Measure, step: MeasureStep): string {
  if (![step.from, step.to, step.announced].every(isUnknown)) return ''
  const known = firstOut(
    reader,
    evidence.filter(({ id }) => step.evidence.includes(id)),
  )
  return known ? joined(reportedOver({ known }, reader)) : ''
}

/** "Has not lifted the ban": only told as not eased, so that it stands. */
const isLeft = ({ body: { status, steps } }: Measure): boolean =>
  status === 'in force' && steps.every(({ effect }) => effect === 'stand')

/** "Not to be imposed": of what is only told as not coming, or not done; undefined of others. */
function notToBe({ polarity, evidence, body: { steps } }: Measure): string | undefined {
  const [step] = steps
  if (!step || steps.some((one) => one.condition)) return undefined
  // Nothing told of a plan that was given up: what is called off is what was never to come.
  const isNever =
    steps.length === 1 &&
    step.status === 'called off' &&
    evidence.every(({ foundBy }) => !GIVEN_UP.test(foundBy))
  if (isNever) return 'not to be imposed'
  if (polarity !== 'denied' || steps.some((one) => !BEGINS.has(one.effect))) return undefined
  const done = step.effect === 'set' || step.effect === 'threaten' ? 'imposed' : DONE_WORDS[step.effect]
  const rate = step.rate && CHANGES.has(step.effect) ? ` to ${valueWords(step.rate)}` : ''
  return `not ${modalityMark(step.modality) ? 'to be ' : ''}${done}${rate}`
}

/** How a plan given up is found; what is only said not to come is found by the verb of its coming. */
const GIVEN_UP = /^measure\/end@/
const BEGINS: ReadonlySet<MeasureStep['effect']> = new Set(['set', 'raise', 'expand', 'resume', 'threaten'])

/** What holds no more goes no way. */
const OVER: ReadonlySet<Measure['body']['status']> = new Set([
  'suspended',
  'ended',
  'called off',
  'struck down',
])

/** " · “…”": the sentence of a step that says more than its words and the name of its measure. */
function stepSentence({ body, evidence }: Measure, step: MeasureStep): Run[] {
  const first = evidence.find(({ id, modality }) => step.evidence.includes(id) && modality === step.modality)
  const shown = `${arrowOf(body.by, body.on)} ${body.name} ${body.goods.join(' ')} ${stepText(step)}`
  return first && leavesOut(shown, first.quote) ? [plain(' · '), sentenceRun(first.quote)] : []
}

const stepText = ({ rate, from, to }: MeasureStep): string =>
  `${rate ? valueWords(rate) : ''} ${dayWords(from)} ${dayWords(to)}`

/** Only planned, and for days that are over. */
const isPlanOver = ({ on }: RecordReader, { body: { status, steps } }: Measure): boolean =>
  (status === 'announced' || status === 'proposed') &&
  steps.every(
    ({ effect, modality, from }) =>
      (modalityMark(modality) !== undefined || effect === 'postpone') && isPast(from, on),
  )

/** Steps without plans that came about or came to nothing, beside what came of them; `ofNow` leaves out what was planned for a time that is over. */
function standingSteps(reader: RecordReader, measure: Measure, ofNow: boolean): readonly MeasureStep[] {
  const standing = measure.body.steps.filter(
    (step) => !isOvertaken(reader, measure, step) && !(ofNow && isStepOfThen(reader, measure, step)),
  )
  return standing.length > 0 ? standing : measure.body.steps
}

/** A measure without what tells only steps that are left out. */
function withoutOthers(measure: Measure, standing: readonly MeasureStep[]): Measure {
  const { body, evidence } = measure
  const left = new Set(body.steps.filter((step) => !standing.includes(step)).flatMap((step) => step.evidence))
  const kept = new Set(standing.flatMap((step) => step.evidence))
  return left.size === 0
    ? measure
    : { ...measure, evidence: evidence.filter(({ id }) => !left.has(id) || kept.has(id)) }
}

/** That it stands, where another step tells how high or since when it does: no step of its own. */
function isWithin(stand: MeasureStep, step: MeasureStep): boolean {
  if (stand.effect !== 'stand' || step.effect === 'stand' || step.status !== stand.status) return false
  if (modalityMark(stand.modality) || modalityMark(step.modality)) return false
  const same = (a: string, b: string): boolean => a === '' || a === b
  return (
    same(stand.rate ? valueWords(stand.rate) : '', step.rate ? valueWords(step.rate) : '') &&
    [stand.to, stand.announced].every(isUnknown) &&
    same(isUnknown(stand.from) ? '' : dayWords(stand.from), dayWords(step.from)) &&
    same(stand.condition ?? '', step.condition ?? '')
  )
}

/** Steps without those that only say that what another one set stands. */
export const withoutStands = (steps: readonly MeasureStep[]): MeasureStep[] =>
  steps.filter((step) => !steps.some((one) => isWithin(step, one)))

// Steps that come to the same words are one to a reader; those that say no more than the measure itself are none.
function tellingSteps(reader: RecordReader, steps: readonly MeasureStep[]): MeasureStep[] {
  const byWords = new Map<string, MeasureStep>()
  for (const step of steps) {
    const whole = steps.find((one) => isWithin(step, one)) ?? step
    const words = `${stepWords(whole, reader, true)} ${modalityMark(whole.modality)}`
    const same = byWords.get(words) ?? whole
    byWords.set(words, { ...same, evidence: [...new Set([...same.evidence, ...step.evidence])] })
  }
  const distinct = [...byWords.values()]
  const telling = distinct.filter(
    (step) =>
      step.rate !== undefined ||
      step.condition !== undefined ||
      ![step.from, step.to, step.announced].every(isUnknown) ||
      !PLAIN_EFFECTS.has(step.effect),
  )
  const plain = distinct.find((step) => PLAIN_EFFECTS.has(step.effect) && !modalityMark(step.modality))
  if (!plain) return telling.length > 0 ? telling : distinct.slice(0, 1)
  // What stands is told first; what is only thought of says nothing beside it.
  const real = telling.filter(({ modality }) => modality !== 'hypothetical')
  return real.some(({ modality }) => !modalityMark(modality)) ? real : [plain, ...real]
}

const PLAIN_EFFECTS: ReadonlySet<MeasureStep['effect']> = new Set(['set', 'stand'])

const weightiestOf = (steps: readonly MeasureStep[], count: number) =>
  Number.isFinite(count) ? weightiestSteps(steps, count) : [...steps]

function directionRuns(measure: Measure): Run[] {
  const arrow = arrowOf(measure.body.by, measure.body.on)
  return arrow === '' ? [] : [plain(`${arrow}  `)]
}

function goodsRuns({ body }: Measure): Run[] {
  const name = oneLine(body.name).toLowerCase()
  const goods = body.goods.map(oneLine).filter((good) => !name.includes(good.toLowerCase()))
  return goods.length > 0 ? [plain(` on ${someOf(goods)}`)] : []
}

/** Steps by their first day; what stands without a day comes after what is dated, and what is only planned last. */
export function orderedSteps(steps: readonly MeasureStep[]): MeasureStep[] {
  const key = (step: MeasureStep) =>
    `${modalityMark(step.modality) ? 1 : 0} ${dayKey(step.from ?? step.announced)}`
  return [...steps].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0))
}

/** The steps that say most, in their order: rates that stand, then what has a day, then what has a rate; nothing supposed. */
function weightiestSteps(steps: readonly MeasureStep[], count: number): MeasureStep[] {
  const weight = (step: MeasureStep) =>
    (modalityMark(step.modality) ? 0 : 4) +
    (step.rate ? 2 : 0) +
    (isUnknown(step.from) && isUnknown(step.to) ? 0 : 3)
  const real = steps.filter((step) => step.modality !== 'hypothetical')
  const kept = new Set(
    (real.length > 0 ? real : steps).toSorted((a, b) => weight(b) - weight(a)).slice(0, count),
  )
  return steps.filter((step) => kept.has(step))
}

/** "30 %, in force since May 2025, until at least 10 Nov 2025". `withEffect` names what was done to the measure. */
export function stepWords(told: MeasureStep, reader: RecordReader, withEffect = false): string {
  const isPutOff = told.effect === 'postpone' && !isUnknown(told.from)
  // What is put off does not hold since the day it is put off to.
  const step = isPutOff ? { ...told, from: undefined } : told
  const rate = step.rate ? valueWords(step.rate) : ''
  const effect = withEffect ? `${toldWhen(step, reader)}${isPutOff ? ` to ${dayWords(told.from)}` : ''}` : ''
  const words = [
    [effect, rate && effect ? `${rateLead(step)}${rate}` : rate]
      .filter(Boolean)
      .join(ENDS.has(step.effect) ? ', ' : ' '),
    withEffect && !(step.status === 'announced' && !isUnknown(step.announced)) ? statusOfStep(step) : '',
    isUnknown(step.from)
      ? ''
      : `${isPast(step.from, reader.on) && !modalityMark(step.modality) ? 'since' : 'from'} ${dayWords(step.from)}`,
    step.to === undefined || isUnknown(step.to) ? '' : untilWords(step.to, step.toIsBound),
    isUnknown(step.announced) ? '' : `announced ${dayWords(step.announced)}`,
    step.condition ? `condition: “${cutAt(oneLine(step.condition), 120)}”` : '',
  ]
  return words.filter((word) => word !== '').join(', ')
}

/** A rate that is set is "at", one that is raised "to"; of what is ended it is what was charged till then. */
function rateLead({ effect, status }: MeasureStep): string {
  if (status === 'called off') return 'at '
  if (ENDS.has(effect)) return 'was '
  return CHANGES.has(effect) ? 'to ' : 'at '
}

const CHANGES: ReadonlySet<MeasureStep['effect']> = new Set(['raise', 'lower'])
const ENDS: ReadonlySet<MeasureStep['effect']> = new Set(['end', 'strike down', 'exempt'])

// A planned step needs no status: its mark says it; nor does one whose deed is the status.
function statusOfStep(step: MeasureStep): string {
  const isTold = step.effect === 'postpone' || step.status === doneWords(step)
  return modalityMark(step.modality) || isTold ? '' : step.status
}

/** "To be raised", where the day was still to come; "was to be raised", where it is over. */
const toldWhen = (step: MeasureStep, reader: RecordReader): string => {
  const words = effectWords(step)
  return isPast(step.from, reader.on) && words.startsWith('to be ') ? `was ${words}` : words
}

/** "raised", "to be raised": what is only planned is told as to come, so that nobody reads it as done. */
export function effectWords(step: MeasureStep): string {
  if (step.effect === 'stand') return ''
  const done = doneWords(step)
  if (!modalityMark(step.modality) || step.effect === 'threaten') return done
  return step.status === 'proposed' && step.effect !== 'set' ? `proposed to be ${done}` : `to be ${done}`
}

const doneWords = ({ effect, status }: MeasureStep): string =>
  status === 'called off' ? status : DONE_WORDS[effect]

const DONE_WORDS: Readonly<Record<MeasureStep['effect'], string>> = {
  set: 'set',
  raise: 'raised',
  lower: 'lowered',
  suspend: 'suspended',
  extend: 'extended',
  resume: 'resumed',
  end: 'ended',
  stand: 'stands',
  exempt: 'exempted',
  expand: 'expanded',
  threaten: 'threatened',
  'strike down': 'struck down',
  postpone: 'put off',
}

/** What a measure is called beside its direction: "tariff on steel (US → CN)". */
export function measureName(measure: Measure): Run[] {
  const arrow = arrowOf(measure.body.by, measure.body.on)
  return [strong(withoutArticle(oneLine(measure.body.name))), weak(arrow === '' ? '' : ` (${arrow})`)]
}

/** The rates of a measure's steps, each once: "30 %", "10 % (planned)". */
export const ratesOf = ({ body }: EntryOf<'measure'>): string[] => [
  ...new Set(
    body.steps.flatMap((step) => {
      const mark = modalityMark(step.modality)
      return step.rate ? [`${valueWords(step.rate)}${mark ? ` (${mark})` : ''}`] : []
    }),
  ),
]
