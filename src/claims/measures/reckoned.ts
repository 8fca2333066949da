// In: the measures of one report. Out: the same, where the rate after a step follows from the rate before: "put at 10 % and doubled in March".
import { isActual, type MeasurePart, type Value } from '../../model/index.ts'
import { toValue } from '../sentence/fillers.ts'
import { verbRow } from '../sentence/phrasal.ts'
import { type Found, type Scene, tokenAt } from '../sentence/scene.ts'
import { rateOf } from './rates.ts'

/** Whether a verb says how far a step goes from where the rate stood: "doubled" (column `times`), "raised by 30 tonnes". */
export const isReckoned = (scene: Scene, verb: number): boolean =>
  timesOf(scene, verb) !== undefined || stepBy(scene, verb) !== undefined

/** Each step without a rate goes from the rate told with its measure, or from the one told last of the same. */
export function reckoned(scene: Scene, found: readonly Found[]): Found[] {
  const last = new Map<string, Value>()
  const after = new Map<Found, Found>()
  for (const one of [...found].sort((a, b) => a.trigger - b.trigger)) {
    const part = partOf(one)
    const before = isStep(part) && !part.rate ? (ownRate(scene, one) ?? last.get(keyOf(part))) : undefined
    const rate = before ? moved(scene, one, before) : undefined
    if (rate) after.set(one, { ...one, body: { ...one.body, about: { ...part, rate } } } as Found)
    const stands = rate ?? part.rate
    if (stands && isActual(one.epistemics?.modality ?? 'held')) last.set(keyOf(part), stands)
  }
  return found.map((one) => after.get(one) ?? one)
}

const isStep = ({ effect }: MeasurePart): boolean => effect === 'raise' || effect === 'lower'

const partOf = (found: Found): MeasurePart => (found.body as { about: MeasurePart }).about

/** What makes two claims tell of one measure: its type, whose it is, on whom and on what. */
const keyOf = ({ type, by, on, goods }: MeasurePart): string =>
  [
    type,
    ...[by, on].map((refs) => refs.map(({ id }) => id).sort()),
    goods.map(({ head }) => head).sort(),
  ].join('|')

/** "Tripled its duty of 5 %", "the quota of 260 tonnes was raised by 30": where the measure stood till then. */
function ownRate(scene: Scene, { roles }: Found): Value | undefined {
  return roles?.noun ? rateOf(scene, tokenAt(scene, roles.noun.end - 1), undefined) : undefined
}

/** The rate after the step; undefined where a bound or a range is moved, or the units do not fit. */
function moved(scene: Scene, { trigger, body }: Found, before: Value): Value | undefined {
  if (before.high !== undefined || (before.bound ?? '=') !== '=') return undefined
  const times = timesOf(scene, trigger)
  if (times !== undefined) return { ...before, value: round(before.value * times) }
  const by = stepBy(scene, trigger)
  const unit = by?.unit.replace(/^percentage points?$/, '%')
  if (!by || (unit !== '' && unit !== before.unit) || (unit !== before.unit && before.unit === '%'))
    return undefined
  if (by.unit === '%') return undefined
  const { effect } = (body as { about: MeasurePart }).about
  const value = before.value + (effect === 'raise' ? by.value : -by.value)
  return value < 0 ? undefined : { ...before, value: round(value) }
}

const round = (value: number): number => Number(value.toFixed(6))

function timesOf(scene: Scene, verb: number): number | undefined {
  const times = verbRow(scene, verb, scene.rows('measure-verbs'))?.times
  return times ? Number(times) : undefined
}

function stepBy({ grammar, fillers }: Scene, verb: number): Value | undefined {
  const [by] = grammar.obliques(verb, 'by').flatMap((token) => fillers.quantityAt(token) ?? [])
  return by && toValue(by)
}
