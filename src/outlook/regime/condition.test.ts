// In: conditions and facts. Out: proof of Kleene's tables.
import { describe, expect, it } from 'vitest'
import { eventsIn, type Truth, truthOf } from './condition.ts'
import type { Condition } from './step.ts'

const t: Condition = { event: 't' }
const f: Condition = { event: 'f' }
const u: Condition = { event: 'u' }

describe('a condition', () => {
  it.each<[string, Condition, Truth]>([
    ['t', t, true],
    ['f', f, false],
    ['u', u, 'unknown'],
    ['not u', { not: u }, 'unknown'],
    ['not f', { not: f }, true],
    ['t and u', { all: [t, u] }, 'unknown'],
    ['u and f', { all: [u, f] }, false],
    ['t or u', { any: [u, t] }, true],
    ['f or u', { any: [f, u] }, 'unknown'],
    ['none of all', { all: [] }, true],
    ['none of any', { any: [] }, false],
    ['a name of every object', { event: 'toString' }, 'unknown'],
  ])('%s', (_, condition, truth) => expect(truthOf(condition, { t: true, f: false })).toBe(truth))

  it('names its events once', () => {
    expect(eventsIn({ all: [u, { not: { any: [t, u] } }] })).toEqual(['u', 't'])
  })
})
