// In: CQE's sentences. Out: F1 of values, and of values with their units.
import { countKeys, f1, noCounts, precision, recall } from '../counts.ts'
import { cqe, type QuantitySentence } from '../gold/cqe.ts'
import { scorerOf } from '../task.ts'
import { unitForm } from '../unit-form.ts'

interface Found {
  /** "5", or "75-300" for a range. */
  readonly value: string
  readonly unit: string
}

const VALUE = 'quantities, CQE, value F1'
const UNIT = 'quantities, CQE, value + unit F1'

/** A number in one form: 15 significant digits, no trailing zeros; ranges part by part. */
export function valueForm(value: string): string {
  const range = /^(-?[\d.]+)\s*-\s*(-?[\d.]+)$/.exec(value)
  if (range) return `${valueForm(range[1]!)}-${valueForm(range[2]!)}`
  const number = Number(value.replaceAll(',', ''))
  return Number.isNaN(number) ? value : String(Number(number.toPrecision(12)))
}

const values = (list: readonly Found[]) => list.map(({ value }) => valueForm(value))
const both = (list: readonly Found[]) =>
  list.map(({ value, unit }) => `${valueForm(value)} ${unitForm(unit)}`)
const gold = ({ quantities }: QuantitySentence): Found[] =>
  quantities.map(({ value, normalized_unit }) => ({ value, unit: normalized_unit }))

export const quantities = scorerOf<QuantitySentence, readonly Found[]>({
  name: 'quantities',
  data: 'quantities/cqe',
  definition:
    'CQE (Almasian et al. 2023): by sentence, each value once; value + unit with units in one form (eval/unit-form.ts: spelling, ISO codes, plural; a counted noun by its head; "year of age" = "year"). Split by sha1 of the sentence.',
  rows: [
    { name: VALUE, floor: 0.9, target: 0.94 },
    { name: UNIT, floor: 0.8, target: 0.87 },
    { name: '— value precision' },
    { name: '— value recall' },
  ],
  items: cqe,
  perfect: gold,
  nothing: () => [],
  missing: (layers) => layers.lacks('startDraft', 'findQuantities'),
  answer: (item, layers) =>
    layers.read(item.text, 'findQuantities').quantities.map(({ value, high, unit }) => ({
      value: high === undefined ? String(value) : `${value}-${high}`,
      unit,
    })),
  measure: (items, answers) => {
    const value = noCounts()
    const unit = noCounts()
    items.forEach((item, i) => {
      countKeys(value, values(gold(item)), values(answers[i]!))
      countKeys(unit, both(gold(item)), both(answers[i]!))
    })
    return {
      [VALUE]: f1(value),
      [UNIT]: f1(unit),
      '— value precision': precision(value),
      '— value recall': recall(value),
    }
  },
  errors: (item, found) => {
    const left = both(found)
    const missed = both(gold(item)).filter((key) => {
      const i = left.indexOf(key)
      if (i >= 0) left.splice(i, 1)
      return i < 0
    })
    return missed.length + left.length === 0
      ? []
      : [`${item.name} gold [${missed.join(' | ')}] found [${left.join(' | ')}] ${JSON.stringify(item.text)}`]
  },
})
