// In: two values as told. Out: whether both may be told of one quantity: the same, rounded, a bound that holds the other.
import type { Value } from '../../model/index.ts'

/** Shares of a value that "about" leaves open. */
const ABOUT = 0.05

/** Two bounds on one side shut nothing out. */
const SIDE: Readonly<Partial<Record<Value['bound'], 'up' | 'down'>>> = {
  '≤': 'up',
  '<': 'up',
  '≥': 'down',
  '>': 'down',
}

/** Whether neither value shuts the other out. Units must be equal; a range holds what lies in it. */
export function mayBeOne(a: Value, b: Value): boolean {
  if (a.unit !== b.unit) return false
  if (SIDE[a.bound] !== undefined && SIDE[a.bound] === SIDE[b.bound]) return true
  return holds(a, b) || holds(b, a) || rounds(a, b) || rounds(b, a)
}

function holds(bound: Value, other: Value): boolean {
  const { value, high = value } = bound
  const top = other.high ?? other.value
  switch (bound.bound) {
    case '≤':
      return top <= high
    case '<':
      return other.value < high
    case '≥':
      return top >= value
    case '>':
      return top > value
    case '≈':
      return Math.abs(other.value - value) <= ABOUT * Math.abs(value)
    default:
      return value <= other.value && top <= high
  }
}

/** "133,000" is 132,887 rounded to its last digit that is not 0; one digit alone proves too little. */
function rounds({ value }: Value, exact: Value): boolean {
  const digits = value
    .toPrecision(12)
    .replace(/e.*$/, '')
    .replace(/[.-]/g, '')
    .replace(/^0+/, '')
    .replace(/0+$/, '').length
  if (digits < 2 || value === 0) return false
  const size = Math.floor(Math.log10(Math.abs(value)))
  const unit = 10 ** (size - digits + 1)
  return Math.abs(exact.value - value) <= unit / 2 + 1e-9
}
