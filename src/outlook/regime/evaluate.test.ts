// In: steps by hand. Out: proof that the engine gives the rates of the orders, names what is defeated, and keeps its laws.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { act, ON_NOTHING, ORDERS, on, percent } from '../../../test/fixtures/duties-2025.ts'
import { addDays } from '../../model/day.ts'
import { changes } from './changes.ts'
import { diff } from './diff.ts'
import { evaluate } from './evaluate.ts'
import { extendBy } from './scenario.ts'
import type { DayRange, Effect, InForce, Op, Scenario, Step } from './step.ts'
import { lapse } from './step.ts'

const rateOf = (row: InForce | undefined) => (row?.effect?.kind === 'adValorem' ? row.effect.bps / 100 : 0)
const rowOf = (rows: readonly InForce[], layer: string) => rows.find((row) => row.layer === layer)
const extended = extendBy({ id: 'pause', issuer: 'US', measure: 'reciprocal' }, on('2025-11-10'), 90, {
  known: '2025-09-14',
  by: 'test',
})

describe('the check table', () => {
  it.each<[string, string, number, number, string | undefined, Scenario?]>([
    ['2025-02-20', '2025-09-01', 0, 10, undefined],
    ['2025-04-08', '2025-09-01', 10, 20, 'baseline'],
    ['2025-04-09', '2025-04-07', 34, 20, 'country'],
    ['2025-04-09', '2025-09-01', 84, 20, 'raise'],
    ['2025-05-13', '2025-09-01', 125, 20, 'raise again'],
    ['2025-05-14', '2025-09-01', 10, 20, 'pause'],
    ['2025-08-12', '2025-08-10', 34, 20, 'country'],
    ['2025-08-12', '2025-09-01', 10, 20, 'pause'],
    ['2025-11-10', '2025-09-14', 34, 20, 'country'],
    ['2025-11-10', '2025-09-14', 10, 20, 'pause', extended],
  ])('on %s as known on %s: %d and %d', (day, known, reciprocal, fentanyl, by, scenario) => {
    const rows = evaluate(ORDERS, { on: day, known, scenario })
    const row = rowOf(rows, 'reciprocal')
    expect([rateOf(row), rateOf(rowOf(rows, 'fentanyl'))]).toEqual([reciprocal, fentanyl])
    expect(row?.by).toBe(by)
    expect(rows.every(({ certainty }) => certainty === 'certain')).toBe(true)
  })

  it('shows the end of the extended term', () => {
    const row = rowOf(
      evaluate(ORDERS, { on: '2025-11-10', known: '2025-09-14', scenario: extended }),
      'reciprocal',
    )
    expect(row?.until).toEqual(on('2026-02-08'))
    expect(row?.extendedBy).toEqual(['longer pause', extended.adds[0]!.id])
    expect(row?.basis).toHaveLength(3)
  })

  it('finds one change after the day known', () => {
    expect(changes(ORDERS, { from: '2025-09-15', to: '2027-01-01', known: '2025-09-14' })).toEqual([
      {
        layer: 'reciprocal',
        measure: 'reciprocal',
        on: '2025-11-10',
        before: percent(10),
        after: percent(34),
        why: 'expiry',
        by: 'pause',
        certainty: 'certain',
      },
    ])
  })

  it('tells two scenarios apart by days', () => {
    const period = { known: '2025-09-14', from: '2025-09-14', to: '2026-06-01' }
    expect(diff(ORDERS, lapse, extended, period)).toEqual([
      {
        layer: 'reciprocal',
        from: '2025-11-10',
        to: '2026-02-08',
        a: percent(34),
        b: percent(10),
        certainty: { a: 'certain', b: 'certain' },
      },
    ])
  })
})

describe('what is defeated has its reason', () => {
  it.each<[string, string, Record<string, string>]>([
    [
      '2025-06-01',
      '2025-09-01',
      { baseline: 'suspended', country: 'suspended', raise: 'expired', 'raise again': 'expired' },
    ],
    ['2025-05-01', '2025-09-01', { baseline: 'posterior', country: 'posterior', raise: 'posterior' }],
    [
      '2025-06-01',
      '2025-04-08',
      { baseline: 'posterior', raise: 'expired', 'raise again': 'not yet known', pause: 'not yet known' },
    ],
  ])('on %s as known on %s', (day, known, reasons) => {
    const row = rowOf(evaluate(ORDERS, { on: day, known }), 'reciprocal')
    expect(Object.fromEntries(row!.defeated.map(({ step, reason }) => [step, reason]))).toEqual(reasons)
  })

  const rule = (id: string, value: number, more: Partial<Step> = {}, from = '2025-01-01') =>
    act(id, '2025-01-01', { op: 'set', layer: 'duty', value: percent(value), from: on(from) }, more)
  const reasons = (steps: readonly Step[], scenario?: Scenario) =>
    Object.fromEntries(
      (
        rowOf(evaluate(steps, { on: '2025-06-01', known: '2025-06-01', scenario }), 'duty')?.defeated ?? []
      ).map(({ step, reason }) => [step, reason]),
    )

  it('priority', () => {
    const steps = [rule('high', 1, { priority: 1 }), rule('low', 2, {}, '2025-03-01')]
    expect(reasons(steps)).toEqual({ low: 'priority' })
  })
  it('a suspension outranks a rule that begins under it', () => {
    const stop = act('stop', '2025-02-01', {
      op: 'suspend',
      layer: 'duty',
      from: on('2025-02-01'),
      to: on('2025-09-01'),
    })
    expect(reasons([rule('later', 2, {}, '2025-03-01'), stop])).toEqual({ later: 'suspended' })
  })
  it('annulled and terminated', () => {
    const steps = [
      rule('kept', 1),
      rule('void', 2, {}, '2025-02-01'),
      rule('ended', 3, {}, '2025-02-02'),
      act('annulment', '2025-05-01', { op: 'annul', target: 'void', decided: on('2025-05-01') }),
      act('repeal', '2025-05-01', { op: 'terminate', target: 'ended', at: on('2025-05-01') }),
    ]
    expect(reasons(steps)).toEqual({ void: 'annulled', ended: 'terminated' })
  })
  it('guard, announcement, impossible day', () => {
    const steps = [
      rule('kept', 1),
      rule('guarded', 2, { when: { event: 'deal' } }),
      rule('announced', 3, { status: 'announced' }),
      rule('impossible', 4, {}, '2025-02-30'),
    ]
    expect(reasons(steps, { id: 'no deal', adds: [], facts: { deal: false } })).toEqual({
      guarded: 'guard',
      announced: 'merely announced',
      impossible: 'no such day',
    })
  })
})

describe('doubts', () => {
  const row = (steps: readonly Step[], day: string, known: string, scenario?: Scenario) =>
    evaluate(steps, { on: day, known, scenario })[0]
  const rule = (id: string, value: number, from: DayRange, to?: DayRange, more: Partial<Step> = {}) =>
    act(id, '2025-01-01', { op: 'set', layer: 'duty', value: percent(value), from, ...(to && { to }) }, more)

  it('a term that ended with no act read is unreported: what was, what follows by the terms', () => {
    const found = rowOf(evaluate(ORDERS, { on: '2025-11-12', known: '2025-11-12' }), 'reciprocal')
    expect(found).toMatchObject({
      certainty: 'outcome unreported',
      effect: percent(34),
      was: { effect: percent(10), by: 'pause', ended: '2025-11-10' },
      alternatives: [{ effect: percent(10), by: 'pause', because: 'outcome unreported' }],
    })
  })
  it('also where nothing follows', () => {
    const steps = [rule('only', 5, on('2025-01-01'), on('2025-03-01'))]
    expect(row(steps, '2025-04-01', '2025-05-01')).toMatchObject({
      certainty: 'outcome unreported',
      was: { by: 'only' },
    })
    expect(row(steps, '2025-04-01', '2025-02-01')).toBeUndefined()
  })
  it.each([
    ['2025-11-09', 'certain'],
    ['2025-11-10', 'outcome unreported'],
  ])('known on %s, the day after the term is %s', (known, certainty) => {
    expect(rowOf(evaluate(ORDERS, { on: '2025-11-10', known }), 'reciprocal')?.certainty).toBe(certainty)
  })
  it('an act on the day, or one read later, settles it', () => {
    const after = act('after', '2025-11-10', {
      op: 'set',
      layer: 'reciprocal',
      value: percent(12),
      from: on('2025-11-10'),
    })
    const late = act('late', '2025-11-11', { op: 'extend', target: 'pause', to: on('2026-11-10') })
    for (const [step, rate] of [
      [after, 12],
      [late, 10],
    ] as const) {
      const found = rowOf(
        evaluate([...ORDERS, step], { on: '2025-11-12', known: '2025-11-12' }),
        'reciprocal',
      )
      expect([found?.certainty, rateOf(found)]).toEqual(['certain', rate])
    }
  })
  it('an imprecise day gives both values while it may be either', () => {
    const steps = [
      rule('old', 30, on('2025-01-01'), { earliest: '2025-11-01', latest: '2025-11-30' }),
      rule('new', 54, { earliest: '2025-11-01', latest: '2025-11-30' }),
    ]
    expect(row(steps, '2025-10-31', '2025-06-01')).toMatchObject({
      certainty: 'certain',
      effect: percent(30),
    })
    expect(row(steps, '2025-11-10', '2025-06-01')).toMatchObject({
      certainty: 'date imprecise',
      effect: percent(30),
      alternatives: [{ effect: percent(54) }],
    })
    expect(row(steps, '2025-11-30', '2025-06-01')).toMatchObject({
      certainty: 'certain',
      effect: percent(54),
    })
  })
  it('an open condition marks what hangs on it, a fact settles it', () => {
    const steps = [
      rule('base', 5, on('2025-01-01')),
      rule('threat', 25, on('2025-02-01'), undefined, { when: { not: { event: 'deal' } } }),
    ]
    expect(row(steps, '2025-03-01', '2025-01-15')).toMatchObject({
      certainty: 'conditional',
      effect: percent(25),
      alternatives: [{ effect: percent(5), by: 'base' }],
    })
    const fact = (deal: boolean): Scenario => ({ id: 'x', adds: [], facts: { deal } })
    expect(row(steps, '2025-03-01', '2025-01-15', fact(true))).toMatchObject({
      certainty: 'certain',
      effect: percent(5),
    })
    expect(row(steps, '2025-03-01', '2025-01-15', fact(false))).toMatchObject({
      certainty: 'certain',
      effect: percent(25),
    })
  })
  it('several open conditions are open one by one and all together', () => {
    const steps = [
      rule('base', 5, on('2025-01-01')),
      rule('first', 25, on('2025-02-01'), undefined, { when: { event: 'e' } }),
      rule('second', 40, on('2025-02-02'), undefined, { when: { event: 'f' } }),
    ]
    const found = row(steps, '2025-03-01', '2025-01-15')
    expect(found?.effect).toEqual(percent(40))
    expect(found?.alternatives.map(({ by }) => by).sort()).toEqual(['base', 'first'])
  })
  it('equal rank with different effects is disputed, with the same effect is not', () => {
    const steps = [rule('a', 5, on('2025-01-01')), rule('b', 7, on('2025-01-01'))]
    expect(row(steps, '2025-03-01', '2025-03-01')).toMatchObject({
      certainty: 'disputed',
      alternatives: [{ effect: percent(7), by: 'b' }],
      defeated: [{ step: 'b', reason: 'disputed' }],
    })
    const same = [rule('a', 5, on('2025-01-01')), rule('b', 5, on('2025-01-01'))]
    expect(row(same, '2025-03-01', '2025-03-01')).toMatchObject({
      certainty: 'certain',
      concurring: ['b'],
      defeated: [],
    })
  })
})

describe('other kinds of measures', () => {
  const suspend = (id: string, from: string, to?: string): Step =>
    act(id, from, { op: 'suspend', layer: 'ban', from: on(from), ...(to && { to: on(to) }) })
  const ban: Effect = { kind: 'prohibition' }
  const law = act('law', '2024-04-24', { op: 'set', layer: 'ban', value: ban, from: on('2025-01-19') })
  it('a suspension without substitute holds nothing, and a resumption ends it', () => {
    const steps = [law, suspend('delay', '2025-01-20', '2025-04-05')]
    const at = (day: string, all: readonly Step[]) => evaluate(all, { on: day, known: '2025-02-01' })[0]
    expect(at('2025-01-19', steps)).toMatchObject({ effect: ban, by: 'law' })
    expect(at('2025-02-01', steps)).toMatchObject({
      by: 'delay',
      defeated: [{ step: 'law', reason: 'suspended' }],
    })
    expect(at('2025-02-01', steps)?.effect).toBeUndefined()
    expect(at('2025-04-05', steps)).toMatchObject({ effect: ban, by: 'law', certainty: 'certain' })
    const resumed = [
      ...steps,
      act('resumption', '2025-01-30', { op: 'resume', target: 'delay', at: on('2025-02-01') }),
    ]
    expect(at('2025-02-01', resumed)).toMatchObject({ effect: ban, by: 'law' })
    const back = [
      ...steps,
      act('resumption', '2025-01-30', { op: 'resume', target: 'law', at: on('2025-02-01') }),
    ]
    expect(at('2025-02-01', back)).toMatchObject({ effect: ban, by: 'law' })
  })
  it('a repealed rule comes back by resumption from that day', () => {
    const steps = [
      law,
      act('repeal', '2025-02-01', { op: 'terminate', target: 'ban', at: on('2025-02-01') }),
      act('return', '2025-03-01', { op: 'resume', target: 'law', at: on('2025-03-01') }),
    ]
    const held = ['2025-01-31', '2025-02-01', '2025-02-28', '2025-03-01'].map(
      (day) => evaluate(steps, { on: day, known: '2025-03-01' })[0]?.by,
    )
    expect(held).toEqual(['law', undefined, undefined, 'law'])
  })
  it('a repealed layer stays open to rules made later, and a repeal after the term ends nothing', () => {
    const rule = (id: string, known: string, from: string, to?: string) =>
      act(id, known, {
        op: 'set',
        layer: 'duty',
        value: percent(5),
        from: on(from),
        ...(to && { to: on(to) }),
      })
    const repeal = (at: string) =>
      act('repeal', '2025-02-01', { op: 'terminate', target: 'duty', at: on(at) })
    const by = (steps: readonly Step[], day: string) =>
      evaluate(steps, { on: day, known: '2025-03-01' })[0]?.by
    const anew = [
      rule('old', '2025-01-01', '2025-01-01'),
      repeal('2025-02-01'),
      rule('new', '2025-03-01', '2025-03-01'),
    ]
    expect([by(anew, '2025-02-15'), by(anew, '2025-03-01')]).toEqual([undefined, 'new'])
    const late = [rule('short', '2025-01-01', '2025-01-01', '2025-05-01'), repeal('2025-06-01')]
    expect([by(late, '2025-04-30'), by(late, '2025-05-15')]).toEqual(['short', undefined])
  })
  it.each([
    ['2025-02-01', 'before the first end', '2025-04-04'],
    ['2025-05-01', 'after the first end', '2025-04-30'],
  ])('an extension annulled on %s, %s, was applied through %s', (decided, _, last) => {
    const steps = [
      law,
      suspend('delay', '2025-01-20', '2025-04-05'),
      act('second', '2025-01-25', { op: 'extend', target: 'delay', to: on('2025-06-19') }),
      act('court', decided, { op: 'annul', target: 'second', decided: on(decided) }),
    ]
    const by = (day: string) => evaluate(steps, { on: day, known: '2025-06-01', view: 'asApplied' })[0]?.by
    expect([by(last), by(addDays(last, 1))]).toEqual(['delay', 'law'])
  })
  it('an extension of an extension moves the first term, an earlier day anticipates it', () => {
    const steps = [
      law,
      suspend('delay', '2025-01-20', '2025-04-05'),
      act('second', '2025-04-04', { op: 'extend', target: 'delay', to: on('2025-06-19') }),
      act('third', '2025-06-19', { op: 'extend', target: 'second', to: on('2025-09-17') }),
    ]
    const until = (all: readonly Step[]) => evaluate(all, { on: '2025-05-01', known: '2025-07-01' })[0]?.until
    expect(until(steps)).toEqual(on('2025-09-17'))
    const earlier = act('sooner', '2025-06-30', { op: 'extend', target: 'third', to: on('2025-07-15') })
    expect(until([...steps, earlier])).toEqual(on('2025-07-15'))
  })
  it('an annulled annulment restores; as applied, the rule held until the decision', () => {
    const annul = act('court', '2025-03-01', { op: 'annul', target: 'law', decided: on('2025-03-01') })
    const appeal = act('appeal', '2025-04-01', { op: 'annul', target: 'court', decided: on('2025-04-01') })
    const held = (steps: readonly Step[], view: 'valid' | 'asApplied') =>
      ['2025-02-15', '2025-03-15', '2025-04-15'].map(
        (day) => evaluate(steps, { on: day, known: '2025-05-01', view })[0]?.by,
      )
    expect(held([law, annul], 'valid')).toEqual([undefined, undefined, undefined])
    expect(held([law, annul], 'asApplied')).toEqual(['law', undefined, undefined])
    expect(held([law, annul, appeal], 'valid')).toEqual(['law', 'law', 'law'])
    expect(held([law, annul, appeal], 'asApplied')).toEqual(['law', undefined, 'law'])
  })
  it('steps that name nothing, or each other, do no harm', () => {
    const odd: Op[] = [
      { op: 'extend', target: 'nobody', to: on('2026-01-01') },
      { op: 'extend', target: 'loop', to: on('2026-01-01') },
      { op: 'annul', target: 'self', decided: on('2025-01-01') },
      { op: 'resume', target: 'nobody', at: on('2025-01-01') },
    ]
    const steps = [
      law,
      ...odd.map((does, i) => act(['lost', 'loop', 'self', 'gone'][i]!, '2025-01-01', does)),
    ]
    expect(evaluate(steps, { on: '2025-02-01', known: '2025-02-01' })[0]?.by).toBe('law')
    expect(evaluate(ON_NOTHING, { on: '2025-02-01', known: '2025-02-01' })).toEqual([])
    expect(evaluate(steps, { on: 'yesterday', known: '2025-02-01' })).toEqual([])
  })
})

describe('laws of the engine', () => {
  const day = (n: number) => addDays('2025-01-01', n)
  const range = fc
    .tuple(fc.nat(40), fc.constantFrom(0, 0, 0, 6))
    .map(([n, width]): DayRange => ({ earliest: day(n), latest: day(n + width) }))
  const layer = fc.constantFrom('x', 'y')
  const target = fc.constantFrom('s0', 's1', 's2', 's3', 's4', 's5', 's6', 's7', 'x')
  const value = fc.integer({ min: 0, max: 4 }).map((n) => percent(n))
  const op: fc.Arbitrary<Op> = fc.oneof(
    { weight: 4, arbitrary: fc.record({ op: fc.constant('set' as const), layer, value, from: range }) },
    {
      weight: 2,
      arbitrary: fc.record({ op: fc.constant('set' as const), layer, value, from: range, to: range }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ op: fc.constant('suspend' as const), layer, value, from: range, to: range }),
    },
    fc.record({ op: fc.constant('suspend' as const), layer, from: range }),
    { weight: 2, arbitrary: fc.record({ op: fc.constant('extend' as const), target, to: range }) },
    fc.record({ op: fc.constant('terminate' as const), target, at: range }),
    fc.record({ op: fc.constant('annul' as const), target, decided: range }),
    fc.record({ op: fc.constant('resume' as const), target, at: range }),
  )
  const steps = fc
    .array(
      fc.record({
        does: op,
        known: fc.nat(40).map(day),
        priority: fc.constantFrom(0, 0, 0, 1),
        when: fc.constantFrom(undefined, undefined, undefined, { event: 'e' }, { not: { event: 'f' } }),
        status: fc.constantFrom('enacted' as const, 'enacted' as const, 'announced' as const),
      }),
      { maxLength: 8 },
    )
    .map((list) =>
      list.map(({ when, ...rest }, i) =>
        act(`s${i}`, rest.known, rest.does, { ...rest, ...(when && { when }) } as Partial<Step>),
      ),
    )
  const said = (rows: readonly InForce[]) =>
    rows.map(({ layer, effect, by, certainty, alternatives }) => ({
      layer,
      effect,
      by,
      certainty,
      alternatives,
    }))
  const runs = { numRuns: 400 }

  it('nothing changes between two changes', () => {
    fc.assert(
      fc.property(steps, fc.nat(40).map(day), (all, known) => {
        const changed = new Set(changes(all, { from: day(-1), to: day(60), known }).map(({ on }) => on))
        for (let n = 0; n < 55; n++) {
          if (changed.has(day(n))) continue
          const short = (rows: readonly InForce[]) =>
            said(rows).map(({ layer, effect, certainty }) => [layer, effect, certainty])
          expect(short(evaluate(all, { on: day(n), known }))).toEqual(
            short(evaluate(all, { on: day(n - 1), known })),
          )
        }
      }),
      { numRuns: 60 },
    )
  })
  it('an act known later never changes what was known earlier', () => {
    fc.assert(
      fc.property(steps, fc.nat(40), fc.nat(50).map(day), (all, k, onDay) => {
        const early = all.filter(({ known }) => known <= day(k))
        const when = { on: onDay, known: day(k) }
        expect(said(evaluate(all, when))).toEqual(said(evaluate(early, when)))
      }),
      runs,
    )
  })
  it('to lapse is the empty scenario, and the order of steps does not matter', () => {
    fc.assert(
      fc.property(steps, fc.nat(40).map(day), fc.nat(50).map(day), (all, known, onDay) => {
        const rows = evaluate(all, { on: onDay, known })
        expect(evaluate(all, { on: onDay, known, scenario: lapse })).toEqual(rows)
        expect(evaluate(all.toReversed(), { on: onDay, known })).toEqual(rows)
      }),
      runs,
    )
  })
  it('to extend twice to one day is to extend once', () => {
    fc.assert(
      fc.property(steps, range, fc.nat(50).map(day), (all, to, onDay) => {
        const once = act('z1', day(41), { op: 'extend', target: 's0', to })
        const twice = act('z2', day(41), { op: 'extend', target: 's0', to })
        const rates = (list: readonly Step[]) => said(evaluate(list, { on: onDay, known: day(45) }))
        expect(rates([...all, once, twice])).toEqual(rates([...all, once]))
      }),
      runs,
    )
  })
  it('to terminate and to annul a rule agree from the day on; before it only the annulled one is gone', () => {
    fc.assert(
      fc.property(steps, fc.nat(45), fc.nat(55), (all, at, onDay) => {
        const plain = all.filter(({ does }) => does.op === 'set' || does.op === 'suspend')
        if (plain[0] === undefined) return
        const target = plain[0].id
        const rows = (does: Op) =>
          said(
            evaluate([...plain, act('end', day(41), does)], {
              on: day(onDay),
              known: day(45),
            }),
          )
            .map(({ layer, effect, by }) => [layer, effect, by])
            .filter(([, , by]) => by !== undefined)
        const terminated = rows({ op: 'terminate', target, at: on(day(at)) })
        const annulled = rows({ op: 'annul', target, decided: on(day(at)) })
        if (onDay >= at) expect(terminated).toEqual(annulled)
        else expect(annulled.some(([, , by]) => by === target)).toBe(false)
      }),
      runs,
    )
  })
  it('every effect has a basis, every defeated act a reason, every doubt an alternative', () => {
    fc.assert(
      fc.property(steps, fc.nat(40).map(day), fc.nat(50).map(day), (all, known, onDay) => {
        for (const row of evaluate(all, { on: onDay, known })) {
          expect(row.basis.length).toBeGreaterThan(0)
          for (const { reason, step } of row.defeated) {
            expect(reason).toBeTruthy()
            expect(step).not.toBe(row.by)
          }
          expect(row.doubts.length === 0).toBe(row.alternatives.length === 0)
        }
      }),
      runs,
    )
  })
})
