// In: a step of a measure. Out: what the measure does while that step holds.
import type { MeasureBody, MeasureStep } from '../../model/index.ts'
import type { Effect } from '../regime/index.ts'

/** Rates in percent are duties, of a range its lower end, as every sum is one of at least; licences and bans by type; anything else is a status in words. */
export function effectOf(body: MeasureBody, step: Pick<MeasureStep, 'rate' | 'status'>): Effect {
  const { rate } = step
  if (rate?.unit === '%' && (body.type === 'tariff' || body.type === 'tax'))
    return { kind: 'adValorem', bps: Math.round(rate.value * 100) }
  switch (body.type) {
    case 'licence':
    case 'export control':
      return { kind: 'licence', what: body.name }
    case 'ban':
    case 'import ban':
    case 'blockade':
      return { kind: 'prohibition' }
    default:
      return {
        kind: 'status',
        value: rate === undefined ? 'in force' : `${rate.value}${rate.unit === '%' ? ' %' : ` ${rate.unit}`}`,
      }
  }
}
