// In: effects. Out: whether they are the same.
import type { Effect } from './step.ts'

/** Equal keys, equal effects; "" for none. */
export function keyOf(effect: Effect | undefined): string {
  if (effect === undefined) return ''
  switch (effect.kind) {
    case 'adValorem':
      return `bps ${effect.bps}`
    case 'specific':
      return `specific ${effect.minorPerUnit} ${effect.currency} ${effect.unit}`
    case 'licence':
      return `licence ${effect.what}`
    case 'prohibition':
      return `prohibition ${JSON.stringify(effect.unless ?? null)}`
    case 'status':
      return `status ${effect.value}`
  }
}
