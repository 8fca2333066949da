// In: entries of hand. Out: which of them lie aside of a negotiation of two states.
import { describe, expect, test } from 'vitest'
import { duty, reading, talks } from '../../test/fixtures/readings.ts'
import { isAside, proposeNegotiation, type SideSums, statesAtHome, sumsOf } from './negotiation.ts'

const NO = { id: 'NO', name: 'Norway' }
const PE = { id: 'PE', name: 'Peru' }
const UN = { id: 'UN', name: 'United Nations' }
const CL = { id: 'CL', name: 'Chile' }
const negotiation = { name: 'Norway–Peru', parties: [NO, PE] }

const measure = (by: { id: string; name: string }, on: { id: string; name: string }) =>
  ({ kind: 'measure', body: { by: [by], on: [on] }, evidence: [] }) as unknown as Parameters<
    typeof isAside
  >[0]

test.each([
  ['of one side on the other', NO, PE, false],
  ['of all states on a side', UN, PE, false],
  ['of all states on a stranger', UN, CL, true],
  ['of a stranger on a side', CL, PE, false],
  ['of a side on a stranger', NO, CL, true],
])('a measure %s', (_, by, on, aside) => {
  expect(isAside(measure(by, on), negotiation as Parameters<typeof isAside>[1], new Map())).toBe(aside)
})

test('what a state does that most reports tell much of is no aside, whoever negotiates', () => {
  const alone = { kind: 'act', body: { actor: [CL], recipient: [] }, evidence: [] } as unknown as Parameters<
    typeof isAside
  >[0]
  const within = {
    name: 'Berg–Holm',
    parties: [
      { id: 'person:berg', name: 'Berg' },
      { id: 'person:holm', name: 'Holm' },
    ],
  }
  const meant = within as Parameters<typeof isAside>[1]
  expect(isAside(alone, meant, new Map())).toBe(true)
  expect(isAside(alone, meant, new Map(), new Set(['CL']))).toBe(false)
})

test('the word of a chair whom one sentence calls by his country is no aside; that of a stranger is', () => {
  const ibarra = { id: 'person:rosa-ibarra', name: 'Rosa Ibarra' }
  const said = { kind: 'statement', body: { speaker: [ibarra], of: [CL] }, evidence: [] }
  const aside = (side: string) =>
    isAside(
      said as unknown as Parameters<typeof isAside>[0],
      negotiation as Parameters<typeof isAside>[1],
      new Map([[ibarra.id, side]]),
    )
  expect(aside(ibarra.id)).toBe(false)
  expect(aside('CL')).toBe(true)
})

describe('sides among states', () => {
  const sides = (weighed: Record<string, number>) =>
    proposeNegotiation(
      {
        ranked: () => Object.entries(weighed).sort((a, b) => b[1] - a[1]),
        meets: () => new Set(),
      },
      true,
      (id) => ({ name: id, kind: 'place', titles: [] }),
    ).parties.map(({ id }) => id)

  test('two that do most of what is told are the sides', () => {
    expect(sides({ NO: 9, PE: 8, CL: 3, EC: 2, BO: 1, AR: 1, BR: 1 })).toEqual(['NO', 'PE'])
  })
  test('of many that negotiate with each other, the six that do most', () => {
    expect(sides({ NO: 5, PE: 5, CL: 4, EC: 4, BO: 4, AR: 3, BR: 3, UY: 3, CO: 2 })).toEqual([
      'NO',
      'PE',
      'CL',
      'EC',
      'BO',
      'AR',
    ])
  })
})

test.each([
  ['told of nearly as much as the second', { NO: 30, PE: 20, CL: 12 }, ['CL', 'NO', 'PE']],
  ['told of less', { NO: 30, PE: 20, CL: 11 }, ['NO', 'PE']],
  ['beside one state alone', { NO: 30, PE: 2, CL: 2 }, []],
])('no stranger is who is %s', (_, told, home) => {
  const sums: SideSums = {
    ranked: (kind) => (kind === 'home' ? [] : Object.entries(told).sort((a, b) => b[1] - a[1])),
    meets: () => new Set(),
  }
  expect([...statesAtHome(sums, 8)].sort()).toEqual(home)
})

describe('sides within one state', () => {
  const parties = new Map(
    (
      [
        ['org:reds', 'organisation', 'NO'],
        ['org:blues', 'organisation', 'NO'],
        ['org:house-reds', 'organisation', 'org:reds'],
        ['org:senate', 'organisation', 'NO'],
        ['org:white-lodge', 'government', 'NO'],
        ['person:ada-lind', 'person', 'NO', 'President'],
        ['person:bo-berg', 'person'],
        ['org:dock-union', 'organisation'],
        ['org:dock-owners', 'organisation'],
      ] as const
    ).map(([id, kind, of, title]) => [
      id as string,
      { name: id, kind, ...(of ? { of } : {}), titles: title ? [{ title, reports: ['r'] }] : [] },
    ]),
  )
  const sides = (seated: Record<string, number>) =>
    proposeNegotiation(
      {
        ranked: () => Object.entries(seated).sort((a, b) => b[1] - a[1]),
        meets: () => new Set(),
      },
      false,
      (id) => parties.get(id),
    ).parties.map(({ id }) => id)

  test.each([
    [
      'a party and its members are one, the head stands for the government, a chamber of two parties is none',
      {
        'org:house-reds': 9,
        NO: 8,
        'org:senate': 7,
        'org:blues': 6,
        'org:reds': 5,
        'org:white-lodge': 4,
        'person:ada-lind': 3,
      },
      ['person:ada-lind', 'org:reds', 'org:blues'],
    ],
    [
      'a chamber beside one party alone is a side',
      { 'org:reds': 9, 'org:senate': 7, 'person:ada-lind': 5 },
      ['org:reds', 'org:senate', 'person:ada-lind'],
    ],
    [
      'nobody of no body beside two bodies',
      { 'org:dock-union': 9, 'person:bo-berg': 8, 'org:dock-owners': 7 },
      ['org:dock-union', 'org:dock-owners'],
    ],
    [
      'who is told far less is none',
      { 'org:dock-union': 90, 'org:dock-owners': 80, 'org:reds': 5 },
      ['org:dock-union', 'org:dock-owners'],
    ],
    [
      'a court that rules between them is none, though no other body is told',
      { 'org:dock-union': 9, 'org:county-court-of-appeal': 8, 'person:bo-berg': 4 },
      ['org:dock-union'],
    ],
    [
      'a person where no two bodies are told',
      { 'org:dock-union': 9, 'person:bo-berg': 8 },
      ['org:dock-union', 'person:bo-berg'],
    ],
  ])('%s', (_, seated, expected) => expect(sides(seated as Record<string, number>)).toEqual(expected))
})

test('a price that somebody raises gives no seat, a meeting does', () => {
  const seats = (...sentences: Parameters<typeof reading>[2]) =>
    sumsOf(
      reading('r1', { published: '2031-05-19' }, sentences),
      (id) => id,
      (id) => id,
    )['seated']
  expect(seats(duty(12))).toEqual([])
  expect(seats(talks('Bergen'))).not.toEqual([])
})
