// In: a record, a measure with a step that was planned, or a deadline. Out: whether what was told later ended, stopped or moved it before it began.
import {
  addDays,
  type Day,
  type Entry,
  type EntryOf,
  type Evidence,
  isActual,
  type MeasureStep,
  sentenceKey,
} from '../../model/index.ts'
import { mayBeOne } from '../disputes/same-value.ts'
import { addTo, byEachKey } from '../group.ts'
import { once } from '../once.ts'
import { outBy, type RecordReader } from '../reader.ts'

type Measure = EntryOf<'measure'>

const STOPS: ReadonlySet<MeasureStep['effect']> = new Set(['end', 'suspend', 'strike down'])
const STARTS: ReadonlySet<MeasureStep['effect']> = new Set(['set', 'raise', 'expand', 'resume', 'stand'])
/** How a deadline is found that is the day on which something begins. */
const BEGINS = /^deadline\/(?:starts|moved-start|was-to-come|means-to-start)@/

/**
 * Whether a step that was planned is no longer due: since it was last told as a plan it was carried out, or the measure was
 * ended or suspended, or said not to be coming or not to have come, or its start was moved to a later day.
 */
export const isOvertaken = (reader: RecordReader, measure: Measure, step: MeasureStep): boolean =>
  isOver(reader, measure, step) || isOver(reader, measure, step, [putsOff]) || isMoved(reader, measure, step)

/** Whether one of these ways tells that a planned step was carried out or came to nothing, and was not only moved. */
function isOver(
  reader: RecordReader,
  measure: Measure,
  step: MeasureStep,
  ways: readonly ((told: Beside) => boolean)[] = [carriesOut, stops, comesNot],
): boolean {
  if (isActual(step.modality)) return false
  const plans = toldIn(measure, step)
  return (
    plans.length > 0 &&
    measure.body.steps.some(
      (other) => other !== step && ways.some((way) => way({ reader, measure, step, plans, other })),
    )
  )
}

/**
 * Whether a measure that is only planned for days that are over is told by a later report as another that began on that very day, of
 * the same sort and of no other sides: "the tariff on oranges will be cut from 1 May", "the lower citrus tariff took effect on 1 May".
 */
export function isBegunBeside(reader: RecordReader, measure: Measure): boolean {
  const { steps, type, by, on } = measure.body
  const { begunOn } = indexOf(reader)
  const differs = (a: readonly { id: string }[], b: readonly { id: string }[]) =>
    a.length > 0 && b.length > 0 && !a.some(({ id }) => b.some((one) => one.id === id))
  return steps.every((step) => {
    const day = dayIn(step)
    const plans = toldIn(measure, step)
    if (day === undefined || isActual(step.modality) || plans.length === 0) return false
    return (begunOn.get(`${type} ${day}`) ?? []).some(
      (begun) =>
        begun.measure !== measure &&
        !differs(begun.measure.body.by, by) &&
        !differs(begun.measure.body.on, on) &&
        begun.told.some((one) => isLater(reader, one, plans)),
    )
  })
}

/** Days after which a plan that has none and is told no more is of then. */
const UNDATED = 30

/** Whether a step was planned for a time that is over: its days have passed, or it has none and no report of the last month tells it. */
export function isStepOfThen(reader: RecordReader, measure: Measure, step: MeasureStep): boolean {
  const { on } = reader
  if (on === undefined || isActual(step.modality)) return false
  const days = [step.from, step.to].flatMap((one) => one?.latest ?? [])
  return days.length > 0
    ? days.every((day) => day < on)
    : toldIn(measure, step).every((one) => addDays(outBy(reader, one.report) || on, UNDATED) < on)
}

/** The single day from which a step holds. */
const dayIn = ({ from }: MeasureStep): Day | undefined =>
  from?.earliest === from?.latest ? from?.earliest : undefined

/** Whether a deadline is but the start of a measure that came to nothing. */
export function isStartOvertaken(reader: RecordReader, deadline: EntryOf<'deadline'>): boolean {
  if (!deadline.evidence.some(({ foundBy }) => BEGINS.test(foundBy))) return false
  const { measuresIn } = indexOf(reader)
  const [first, ...others] = deadline.evidence.map((one) => measuresIn.get(sentenceKey(one)) ?? [])
  return (first ?? [])
    .filter((measure) => others.every((list) => list.includes(measure)))
    .some((measure) => {
      const { status, steps } = measure.body
      const planned = steps.filter((step) => !isActual(step.modality) && step.from !== undefined)
      const cameToNothing = planned.length > 0 && planned.every((step) => isOver(reader, measure, step))
      return status === 'ended' || status === 'called off' || cameToNothing
    })
}

interface Index {
  /** Measures that began, by their sort and the single day, with what tells so. */
  readonly begunOn: ReadonlyMap<
    string,
    readonly { readonly measure: Measure; readonly told: readonly Evidence[] }[]
  >
  readonly measuresIn: ReadonlyMap<string, readonly Measure[]>
  /** Starts moved to a later day: by whom, and to when. */
  readonly movedIn: ReadonlyMap<string, readonly { readonly to: Day; readonly by: readonly string[] }[]>
}

/** Measures and moved starts by the sentences that tell them; a page asks many times. */
const indexOf = once((reader: RecordReader): Index => {
  const movedIn = new Map<string, { to: Day; by: string[] }[]>()
  for (const { body, evidence } of reader.ofKind('deadline')) {
    const to = body.due.earliest
    const by = body.moves.flatMap((move) => move.by.map(({ id }) => id))
    const moved = evidence.filter(({ foundBy }) => foundBy.startsWith('deadline/moved-start@'))
    if (to !== undefined) for (const one of moved) addTo(movedIn, sentenceKey(one), { to, by })
  }
  const begun = reader.ofKind('measure').flatMap((measure) =>
    measure.body.steps.flatMap((step) => {
      const day = dayIn(step)
      return day !== undefined && isActual(step.modality) && !STOPS.has(step.effect)
        ? [{ measure, told: toldIn(measure, step), key: `${measure.body.type} ${day}` }]
        : []
    }),
  )
  return {
    begunOn: byEachKey(begun, ({ key }) => [key]),
    measuresIn: byEachKey(reader.ofKind('measure'), ({ evidence }) => evidence.map(sentenceKey)),
    movedIn,
  }
})

/** A step that was planned, the evidence that tells it so, and another step of its measure. */
interface Beside {
  readonly reader: RecordReader
  readonly measure: Measure
  readonly step: MeasureStep
  readonly plans: readonly Evidence[]
  readonly other: MeasureStep
}

/** "From July 1 it will charge 50 %", "it has paid 50 % since July 1": done on its day or told as done after it. */
function carriesOut({ reader, measure, step, plans, other }: Beside): boolean {
  const due = step.from?.earliest
  if (due === undefined || !isActual(other.modality)) return false
  // What has ended does not end on the day once told for it.
  if (step.effect === 'end' && other.effect === 'end' && !step.rate && !other.rate)
    return toldIn(measure, other).some(
      (one) => one.polarity === 'affirmed' && one.modality === 'held' && isLater(reader, one, plans),
    )
  if (STOPS.has(step.effect) ? !STOPS.has(other.effect) : !STARTS.has(other.effect)) return false
  if (other.rate && step.rate && !mayBeOne(other.rate, step.rate)) return false
  return toldIn(measure, other).some((one) => {
    if (one.polarity !== 'affirmed' || !isActual(one.modality) || one.modality === 'background') return false
    const day = outBy(reader, one.report)
    // A report without a day tells it as done: it came after the plan.
    if (day === '') return other.from?.latest === undefined || due <= other.from.latest
    return due <= (other.from?.latest ?? day) && due <= day && isLater(reader, one, plans)
  })
}

/** What was ended or suspended since. */
function stops({ reader, measure, step, plans, other }: Beside): boolean {
  const isStopped = STOPS.has(step.effect) && other.status !== 'called off'
  if (!STOPS.has(other.effect) || isStopped || !isActual(other.modality)) return false
  if (other.rate && step.rate && !mayBeOne(other.rate, step.rate)) return false
  return toldIn(measure, other).some(
    (one) =>
      one.polarity === 'affirmed' &&
      one.modality === 'held' &&
      (other.from?.latest ?? outBy(reader, one.report)) >= firstTold(reader, plans) &&
      (isLater(reader, one, plans) || (other.status === 'called off' && isBeside(one, plans))),
  )
}

/** "It would not be applied" is told of what is to come, "it did not take place" of a day that is over. */
function comesNot({ reader, measure, step, plans, other }: Beside): boolean {
  const putOff = step.effect === 'suspend' && step.to !== undefined
  if (!STARTS.has(other.effect) || !(STARTS.has(step.effect) || putOff)) return false
  return toldIn(measure, other).some((one) => {
    if (one.polarity !== 'denied' || one.modality === 'hypothetical' || one.modality === 'conditional')
      return false
    if (isActual(one.modality) && outBy(reader, one.report) < (step.from?.latest ?? '9')) return false
    return isLater(reader, one, plans) || isBeside(one, plans)
  })
}

/** "Postponed the duty to 6 May": it does not begin on the day that was planned before. */
function putsOff({ reader, measure, step, plans, other }: Beside): boolean {
  const [was, to] = [step.from?.latest, other.from?.earliest]
  if (other.effect !== 'postpone' || !isActual(other.modality) || !STARTS.has(step.effect)) return false
  if (was === undefined || (to !== undefined && to <= was)) return false
  return toldIn(measure, other).some(
    (one) => one.polarity === 'affirmed' && (isLater(reader, one, plans) || isBeside(one, plans)),
  )
}

/** "… from 6 May, but has since moved the start to 20 May." */
function isMoved(reader: RecordReader, measure: Measure, step: MeasureStep): boolean {
  const from = step.from?.latest
  if (from === undefined || isActual(step.modality)) return false
  const by = new Set(measure.body.by.map(({ id }) => id))
  const { movedIn } = indexOf(reader)
  return toldIn(measure, step)
    .flatMap((plan) => movedIn.get(sentenceKey(plan)) ?? [])
    .some((move) => move.to > from && move.by.some((id) => by.has(id)))
}

const isBeside = (one: Evidence, plans: readonly Evidence[]): boolean =>
  plans.every((plan) => sentenceKey(plan) === sentenceKey(one))

const toldIn = (entry: Entry, step: MeasureStep): Evidence[] =>
  entry.evidence.filter(({ id }) => step.evidence.includes(id))

const firstTold = (reader: RecordReader, plans: readonly Evidence[]): string =>
  plans.map((one) => outBy(reader, one.report)).sort()[0]!

/** Told after the last report of the plan; a plan that was is told as such in the same sentence, or after. */
function isLater(reader: RecordReader, one: Evidence, plans: readonly Evidence[]): boolean {
  const day = outBy(reader, one.report)
  return plans.every(
    (plan) =>
      outBy(reader, plan.report) < day ||
      (plan.modality === 'background' &&
        (plan.report !== one.report || sentenceKey(plan) === sentenceKey(one))),
  )
}
