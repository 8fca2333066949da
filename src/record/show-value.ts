// In: a value. Out: how a dispute prints it.
import type { Value } from '../model/index.ts'

const SIGN: Readonly<Record<Value['bound'], string>> = {
  '=': '',
  '≈': 'about ',
  '≤': 'up to ',
  '≥': 'at least ',
  '<': 'less than ',
  '>': 'more than ',
}

/** "about 55 %", "more than 144,000 arrest". */
export function showValue({ value, high, unit, bound }: Value): string {
  const number = value >= 10_000 ? String(value).replace(/\B(?=(\d{3})+$)/g, ',') : String(value)
  return `${SIGN[bound]}${number}${high === undefined ? '' : `–${high}`}${unit === '%' ? ' %' : ` ${unit}`}`
}
