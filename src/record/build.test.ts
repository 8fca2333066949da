import { describe, expect, it } from 'vitest'
import { deadline, duty, reading, said, talks } from '../../test/fixtures/readings.ts'
import type { EntryKind, EntryOf, Reading, RecordJson } from '../model/index.ts'
import { buildRecord } from './build.ts'

const record = (readings: readonly Reading[], asOf?: string): RecordJson =>
  buildRecord(readings, asOf ? { asOf } : {}).record
const only = <K extends EntryKind>(of: RecordJson, kind: K): EntryOf<K>[] =>
  of.entries.filter((entry): entry is EntryOf<K> => entry.kind === kind)

const a = reading('a', { published: '2031-05-12', outside: [1, 2, 3] }, [
  talks('Bergen', { modality: 'planned', days: [{ value: '2031-05-14' }] }),
  duty(30),
  deadline('2031-06-01', 3),
])
const b = reading('b', { published: '2031-05-15' }, [
  talks('Bergen', { days: [{ value: '2031-05-14' }] }, 4),
  duty(55, {}, 'stand', '≈'),
  deadline('2031-06-01', 4),
])
const c = reading('c', { published: '2031-05-16' }, [talks('Lima', { days: [{ value: '2031-03-02' }] })])

describe('the record', () => {
  it('makes one round of what two reports tell of one place and day', () => {
    const rounds = only(record([a, b, c]), 'round')
    expect(
      rounds.map((round) => [round.body.place?.name, round.body.status, round.evidence.length]).sort(),
    ).toEqual([
      ['Bergen', 'held', 2],
      ['Lima', 'held', 1],
    ])
    expect(rounds.find((round) => round.body.place?.name === 'Bergen')?.body.ordinal).toBe(4)
  })

  it('takes what gives no day into the one meeting of a place, not what gives another month', () => {
    const more = ['d', 'e', 'f', 'g'].map((id, at) =>
      reading(id, { published: '2031-05-16' }, [
        talks('Bergen', at % 2 === 0 ? {} : { days: [{ value: '2031-03' }] }),
      ]),
    )
    const rounds = only(record([b, ...more]), 'round')
    expect(rounds.map((round) => round.evidence.length).sort()).toEqual([2, 3])
  })

  it('takes a meeting placed in a state for the one in a town of it, of the same sides', () => {
    const town = reading('e', { published: '2031-05-15' }, [
      talks('Bergen', { days: [{ value: '2031-05-14' }] }, 4, { within: 'NO' }),
    ])
    const told = (party: { id: string; name: string }) =>
      reading('f', { published: '2031-05-15' }, [
        talks(undefined, {}, undefined, {
          place: { id: 'NO', name: 'Norway' },
          delegations: [{ party, members: [] }],
        }),
      ])
    const one = only(record([town, told({ id: 'PE', name: 'Peru' })]), 'round')
    expect(one.map((round) => round.body.place?.name)).toEqual(['Bergen'])
    expect(only(record([town, told({ id: 'CL', name: 'Chile' })]), 'round')).toHaveLength(2)
  })

  it.each([
    [4, 1],
    [3, 2],
  ])('round %i without place and day makes %i rounds with the fourth of Bergen', (ordinal, count) => {
    const numbered = reading('d', { published: '2031-05-20' }, [talks(undefined, {}, ordinal)])
    expect(only(record([b, numbered]), 'round')).toHaveLength(count)
  })

  it('keeps two rates in force side by side, with the points that would have to be counted twice', () => {
    const { disputes } = record([a, b])
    const rates = disputes.find((dispute) => dispute.type === 'definition')
    expect(rates?.class).toBe('explained')
    expect(rates?.readings.map((one) => one.value)).toEqual(['30 %', 'about 55 %'])
    expect(rates?.explanation.text).toContain('55 − 30 = 25')
  })

  it('shows how often a deadline was moved as a conflict of count', () => {
    const { disputes } = record([a, b])
    expect(disputes.find((dispute) => dispute.type === 'count')?.readings.map((one) => one.value)).toEqual([
      'moved 3 times',
      'moved 4 times',
    ])
  })

  it('finds no dispute in a bound that holds the other value', () => {
    const bound = reading('d', { published: '2031-05-15' }, [duty(55, {}, 'stand', '≤')])
    expect(record([a, bound]).disputes.filter((dispute) => dispute.type === 'definition')).toEqual([])
  })

  it('gives the same bytes whatever the order, and once for a report given twice', () => {
    const straight = JSON.stringify(record([a, b, c]))
    expect(JSON.stringify(record([c, b, a]))).toBe(straight)
    expect(JSON.stringify(record([b, a, c, a]))).toBe(straight)
  })

  it('as of a day is the record of the reports known by then', () => {
    expect(JSON.stringify(record([a, b, c], '2031-05-15'))).toBe(JSON.stringify(record([a, b])))
  })

  it('counts five reports of one agency as one origin, and a second outlet as one more at most', () => {
    const wire = ['p', 'q', 'r', 's', 't'].map((id) =>
      reading(id, { published: '2031-05-12', agency: 'outlet:north-wire' }, [duty(30)]),
    )
    expect(only(record(wire), 'measure')[0]?.origins).toEqual({ sure: 1, atMost: 1 })
    expect(
      only(record([...wire, reading('u', { published: '2031-05-12' }, [duty(30)])]), 'measure')[0]?.origins,
    ).toEqual({
      sure: 1,
      atMost: 2,
    })
  })

  it('believes two origins more than five copies of one', () => {
    const wire = ['p', 'q', 'r', 's', 't'].map((id) =>
      reading(id, { published: '2031-05-12', agency: 'outlet:north-wire' }, [duty(30)]),
    )
    const copied = only(record(wire), 'measure')[0]!.belief
    const two = only(record([wire[0]!, reading('u', { published: '2031-05-12' }, [duty(30)])]), 'measure')[0]!
      .belief
    expect(two > copied).toBe(true)
  })

  it('repeats a quotation without adding an origin to it', () => {
    const speaker = { id: 'person:kari-holm', name: 'Kari Holm' }
    const words = 'We will not give up our fleet for a quota.'
    const entry = only(
      record([
        reading('a', { published: '2031-05-12' }, [said(speaker, words)]),
        reading('b', { published: '2031-05-13' }, [said(speaker, words)]),
      ]),
      'statement',
    )[0]
    expect(entry?.origins).toEqual({ sure: 1, atMost: 1 })
    expect(entry?.voices.reports).toBe(2)
  })

  it('has no two entries of one id and two live readings in every dispute', () => {
    const built = record([a, b, c])
    expect(new Set(built.entries.map((entry) => entry.id)).size).toBe(built.entries.length)
    for (const dispute of built.disputes)
      expect(dispute.readings.filter((one) => one.evidence.length > 0).length).toBeGreaterThan(1)
  })
})

it('is the same as of the day it is known on, also where a report was only placed in a span of days', () => {
  const lastWeek = {
    relative: { kind: 'shift', unit: 'week', count: -1, grain: 'week' },
    anchor: 'published',
  } as const
  const undated = reading('u', {}, [talks('Bergen', { days: [{ value: undefined, ...lastWeek }] })])
  const readings = [a, b, { ...undated, report: { ...undated.report, published: { how: 'none' as const } } }]
  const whole = buildRecord(readings)
  const { earliest, latest } = whole.record.reports.find(({ id }) => id === 'u')!.published
  expect([earliest, latest]).toEqual(['2031-05-19', '2031-05-25'])
  const { knownOn } = whole
  expect(knownOn).toBe(latest)
  expect(buildRecord(readings, { asOf: knownOn! }).record.entries).toEqual(whole.record.entries)
})
