// In: a quantity of a measure. Out: the step from one rate to another that it tells, if it does.
import type { Quantity } from '../../language/doc.ts'
import type { Scene } from '../sentence/scene.ts'

/** "From 25 % to 50 %" behind what changes: the step, told as one range; what "ranges from" one to another does not move. */
export function stepOf({ doc }: Scene, quantity: Quantity): { from: number; to: number } | undefined {
  const { lower, lemma } = doc.tokens
  const { first, last, value, high } = quantity
  if (high === undefined || lower[first - 1] !== 'from' || /^(?:range|vary)$/.test(lemma[first - 2] ?? ''))
    return undefined
  return lower.slice(first, last).includes('to') ? { from: value, to: high } : undefined
}
