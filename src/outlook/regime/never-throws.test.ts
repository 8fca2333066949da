// In: steps with days, targets and rates that make no sense. Out: proof that the engine never throws.
import fc from 'fast-check'
import { it } from 'vitest'
import { act, percent } from '../../../test/fixtures/duties-2025.ts'
import { agenda } from './agenda.ts'
import { changes } from './changes.ts'
import { diff } from './diff.ts'
import { evaluate } from './evaluate.ts'
import { lapse } from './step.ts'

it('no day, target or rate makes it throw', () => {
  const day = fc.constantFrom('2031-01-01', '2031-02-30', '', 'soon', '0000-00-00', '9999-12-31')
  const range = fc.record({ earliest: day, latest: day })
  const id = fc.constantFrom('s0', 's1', 'x', '', '__proto__')
  const value = fc.constantFrom(percent(5), percent(Number.NaN), { kind: 'prohibition' as const })
  const op = fc.oneof(
    fc.record({ op: fc.constant('set' as const), layer: id, value, from: range, to: range }),
    fc.record({ op: fc.constant('suspend' as const), layer: id, from: range }),
    fc.record({ op: fc.constant('extend' as const), target: id, to: range }),
    fc.record({ op: fc.constant('terminate' as const), target: id, at: range }),
    fc.record({ op: fc.constant('annul' as const), target: id, decided: range }),
    fc.record({ op: fc.constant('resume' as const), target: id, at: range }),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(op, day), { maxLength: 6 }), day, day, (list, known, on) => {
      const steps = list.map(([does, since], i) => act(`s${i % 3}`, since, does))
      evaluate(steps, { on, known })
      evaluate(steps, { on, known, view: 'asApplied' })
      changes(steps, { from: on, to: known, known })
      agenda(steps, { known, horizon: on })
      diff(steps, lapse, { id: 'x', adds: steps, facts: {} }, { known, from: on, to: '9999-12-31' })
    }),
    { numRuns: 300 },
  )
})
