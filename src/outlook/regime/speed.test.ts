// In: 10,000 steps and 1,000 lines of goods. Out: proof that a year of bills takes under two seconds of CPU.
import { expect, it } from 'vitest'
import { act, on, percent } from '../../../test/fixtures/duties-2025.ts'
import { addDays } from '../../model/day.ts'
import { changes } from './changes.ts'
import { dutyBill } from './duty-bill.ts'
import type { ImportLine, LayerPolicy } from './policy.ts'
import type { Op, Step } from './step.ts'

const day = (n: number) => addDays('2025-01-01', n)

function stepsOver(layers: number): Step[] {
  return Array.from({ length: 10_000 }, (_, i) => {
    const layer = `layer ${i % layers}`
    const from = (i * 7919) % 360
    const value = percent((i * 31) % 60)
    const does: Op =
      i % 5 === 3
        ? { op: 'suspend', layer, value, from: on(day(from)), to: on(day(from + 30)) }
        : i % 5 === 4
          ? { op: 'extend', target: `s${i - 1}`, to: on(day(from + 60)) }
          : { op: 'set', layer, value, from: on(day(from)), ...(i % 2 && { to: on(day(from + 90)) }) }
    const when = i % 1000 === 0 ? { when: { event: `e${i}` } } : {}
    return act(`s${i}`, day((i * 13) % 300), does, when)
  })
}
const lines: ImportLine[] = Array.from({ length: 1000 }, (_, i) => ({
  id: String(i),
  code: '8471',
  origin: 'CN',
  valueMinor: 100_000 + i,
  currency: 'USD',
  entryOn: day(i % 365),
}))

it.each([1, 20, 2000])('over %d layers', (layers) => {
  const steps = stepsOver(layers)
  const policy: LayerPolicy[] = Array.from({ length: Math.min(layers, 20) }, (_, i) => ({
    layer: `layer ${i}`,
    stacking: 'additive',
  }))
  const start = process.cpuUsage()
  const bills = dutyBill(lines, steps, policy, { known: '2025-12-31' })
  const found = changes(steps, { from: day(0), to: day(365), known: '2025-12-31' })
  const took = process.cpuUsage(start).user / 1000
  expect(bills.filter(({ totalMinor }) => totalMinor > 0).length).toBeGreaterThan(500)
  expect(found.length).toBeGreaterThan(50)
  expect(took).toBeLessThan(2000)
})
