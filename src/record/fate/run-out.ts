// In: a record and a measure. Out: the day on which it was to end, where that day is over and nothing told since says that it stands.
import { type Days, type EntryOf, isActual, type MeasureStep } from '../../model/index.ts'
import type { RecordReader } from '../reader.ts'
import { isOvertaken } from './overtaken.ts'

type Measure = EntryOf<'measure'>

/** How sure an end has to be told. */
const SURE: ReadonlySet<string> = new Set(['held', 'ongoing', 'planned', 'expected', 'background'])
const GOES_ON: ReadonlySet<MeasureStep['effect']> = new Set([
  'set',
  'raise',
  'lower',
  'expand',
  'resume',
  'stand',
  'extend',
])

/**
 * When a measure was to end: the last day until which it was told to run, or on which it was to be lifted. Undefined where
 * none is told, where it has not passed, and where a report that was out later, or a step of a later day, tells it as standing.
 */
export function ranOut(reader: RecordReader, measure: Measure): Days | undefined {
  const { on } = reader
  if (on === undefined || measure.body.status !== 'in force') return undefined
  const { steps } = measure.body
  const ends = steps.flatMap((step) => endOf(reader, measure, step) ?? [])
  const last = ends.toSorted((a, b) => (a.latest! < b.latest! ? -1 : 1)).at(-1)
  const day = last?.latest
  if (day === undefined || day >= on) return undefined
  return steps.some((step) => standsAfter(reader, measure, step, day)) ? undefined : last
}

function endOf(reader: RecordReader, measure: Measure, step: MeasureStep): Days | undefined {
  if (!SURE.has(step.modality) || step.condition !== undefined) return undefined
  const { effect, from, to, toIsBound } = step
  if (effect === 'end')
    return isActual(step.modality) || isOvertaken(reader, measure, step) ? undefined : known(from)
  return effect === 'suspend' || effect === 'exempt' || toIsBound ? undefined : known(to)
}

const known = (days: Days | undefined): Days | undefined => (days?.latest === undefined ? undefined : days)

/** Told as standing by a report that was out after the day, or from a later day on. */
function standsAfter(reader: RecordReader, measure: Measure, step: MeasureStep, day: string): boolean {
  if (!GOES_ON.has(step.effect) || !isActual(step.modality)) return false
  if ((step.from?.earliest ?? '') > day || (step.to?.latest ?? '') > day) return true
  return measure.evidence.some(
    ({ id, report, modality }) =>
      step.evidence.includes(id) &&
      modality !== 'background' &&
      (reader.report(report)?.published?.earliest ?? '') > day,
  )
}
