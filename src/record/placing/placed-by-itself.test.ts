// In: readings made by hand that tell dates, days on which others were out. Out: that one day more changes only what it is said to.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reading } from '../../../test/fixtures/readings.ts'
import { addDays, type ClaimDay, type Reading } from '../../model/index.ts'
import { datesIn, datesTurnedBy, placedByItself } from './placed-by-itself.ts'

type Relative = NonNullable<ClaimDay['relative']>

const DAY = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2031-01-01', n))
const YEARLESS = fc
  .record({ month: fc.integer({ min: 1, max: 12 }), date: fc.integer({ min: 1, max: 28 }) })
  .map(({ month, date }) => ({ relative: { kind: 'month', month, date } as Relative }))
const TOLD = fc.oneof(
  YEARLESS,
  DAY.map((value) => ({ value })),
)

const tellingOf = (days: readonly Partial<ClaimDay>[]): Reading =>
  reading('undated', {}, [
    {
      kind: 'act',
      quote: 'The ferry line opened a second pier.',
      body: { type: 'open', actor: [], recipient: [] },
      days,
    },
  ])

test('a day more on which others were out places only reports with a date that it turns', () => {
  let left = 0
  let turned = 0
  fc.assert(
    fc.property(
      fc.array(DAY, { maxLength: 6 }),
      DAY,
      fc.array(TOLD, { minLength: 1, maxLength: 2 }),
      (known, day, told) => {
        if (known.includes(day)) return
        const undated = tellingOf(told)
        const before = known.filter((one) => one < day).sort()
        const after = known.filter((one) => one > day).sort()
        const dates = datesTurnedBy(day, before.at(-1), after[0])
        const places = [known, [...known, day]].map((days) => JSON.stringify(placedByItself(undated, days)))
        if (places[0] !== places[1]) turned++
        if (!dates || [...datesIn(undated)].some((date) => dates.has(date))) return
        left++
        expect(places[1]).toBe(places[0])
      },
    ),
    { numRuns: 3000 },
  )
  expect(left).toBeGreaterThan(300)
  expect(turned).toBeGreaterThan(100)
})
