// In: tellings drawn by lot. Out: two that may become one find each other by their keys, or are of one unit.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { duty, NO, PE, reading, type Sentence } from '../../test/fixtures/readings.ts'
import { toldBy } from './build.ts'
import { place } from './placing/place.ts'
import type { Told } from './placing/placed.ts'
import { joinKeys, mayBeOne, unitOf } from './units.ts'

const phrase = (text: string) => ({
  text,
  start: 0,
  end: text.length,
  head: text.split(' ').at(-1)!,
  ids: [],
})
const told = (n: number, day: number, sentence: Sentence): Told =>
  toldBy(
    place([reading(`r${n}`, { published: `2031-05-${String(day).padStart(2, '0')}` }, [sentence])])[0]!,
  )[0]!

const VALUE = fc.oneof(
  fc.constantFrom(0, -40, 9_950, 10_000, 10_190, 12.5, 132_887, 133_000),
  fc.double({ min: 0.001, max: 1e12, noNaN: true }),
)
const FIGURES = fc
  .record({
    value: VALUE,
    near: fc.double({ min: 0.97, max: 1.03, noNaN: true }),
    bound: fc.constantFrom('=', '≈'),
    high: fc.option(fc.constantFrom(200_000, 2e12)),
    measures: fc.constantFrom('herring landed', 'herring landed last year', 'herring', 'ships in port', ''),
  })
  .map(({ value, near, bound, high, measures }) =>
    [value, value * near].map(
      (one): Sentence => ({
        kind: 'figure',
        quote: `Peru landed ${one} tonnes.`,
        body: {
          measures: phrase(measures),
          value: { value: one, unit: 'tonne', bound, ...(high === null ? {} : { high }) },
          scope: [],
          of: [PE],
        },
      }),
    ),
  )
const NOBODY: readonly { id: string; name: string }[] = []
const ACTS = fc
  .array(
    fc.record({
      type: fc.constantFrom('open', 'event: enter', 'event: land', 'strike', 'vote', 'vote: pass'),
      actor: fc.constantFrom(
        NOBODY,
        [NO],
        [PE],
        [NO, PE],
        [{ id: 'phrase:x', name: 'the union' }],
        [{ id: 'person:kari-holm', name: 'Kari Holm' }],
      ),
      object: fc.constantFrom('the herring quota', 'the port'),
    }),
    { minLength: 2, maxLength: 2 },
  )
  .map((both) =>
    both.map(
      ({ type, actor, object }): Sentence => ({
        kind: 'act',
        quote: `Somebody did something to ${object}.`,
        body: { type, actor, recipient: [], object: phrase(object) },
      }),
    ),
  )

const familyIn = ({ body }: Sentence): string => (body as { type: string }).type.split(':')[0]!

describe('the keys of tellings', () => {
  it('lead from either of two that may become one to the other', () => {
    let met = 0
    fc.assert(
      fc.property(
        fc.oneof(FIGURES, ACTS),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        (both, first, second) => {
          const [a, b] = [told(1, first, both[0]!), told(2, second, both[1]!)]
          if (!mayBeOne(a, b) && !mayBeOne(b, a)) return
          // Acts of days farther apart, or of two families, are never compared.
          if (
            a.claim.kind === 'act' &&
            (Math.abs(first - second) > 9 || familyIn(both[0]!) !== familyIn(both[1]!))
          )
            return
          met++
          for (const [one, other] of [
            [a, b],
            [b, a],
          ] as const) {
            const own = new Set(joinKeys(other).own)
            expect(joinKeys(one).asks.some((key) => own.has(key))).toBe(true)
          }
        },
      ),
      { numRuns: 2000 },
    )
    expect(met).toBeGreaterThan(200)
  })

  it('keep figures and doers apart that are none of each other', () => {
    const meets = (a: Told, b: Told) => joinKeys(a).asks.some((key) => joinKeys(b).own.includes(key))
    const landed = (value: number, measures: string): Told =>
      told(1, 3, {
        kind: 'figure',
        quote: `Peru landed ${value}.`,
        body: {
          measures: phrase(measures),
          value: { value, unit: 'tonne', bound: '=' },
          scope: [],
          of: [PE],
        },
      })
    expect(meets(landed(40, 'herring landed'), landed(90, 'herring landed by ships'))).toBe(false)
    const opened = (who: typeof NO): Told =>
      told(1, 3, {
        kind: 'act',
        quote: `${who.name} opened the port.`,
        body: { type: 'open', actor: [who], recipient: [], object: phrase('the port') },
      })
    expect(meets(opened(NO), opened(PE))).toBe(false)
  })

  it('are one unit where a ban is told with and without what it is on, and for whatever is exempt', () => {
    const measure = (type: string, effect: string): Told => {
      const one = duty(5, {}, effect)
      const body = one.body as { about: object }
      return told(1, 3, { ...one, body: { ...body, about: { ...body.about, type, effect } } })
    }
    expect(unitOf(measure('ban', 'set'))).toBe(unitOf(measure('import ban', 'set')))
    expect(unitOf(measure('tariff', 'exempt'))).toBe(unitOf(measure('quota', 'exempt')))
    expect(unitOf(measure('tariff', 'set'))).not.toBe(unitOf(measure('quota', 'set')))
  })
})
