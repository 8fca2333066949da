// In: readings with who is named in them. Out: which names are one person.
import { describe, expect, test } from 'vitest'
import { reading } from '../../../test/fixtures/readings.ts'
import type { Reading } from '../../model/index.ts'
import { isArbiter, namesIn, partiesOf, personSides, resolvePeople } from './names.ts'

const named = (id: string, ...who: readonly (readonly [string, string])[]): Reading =>
  reading(
    id,
    {
      published: '2031-05-12',
      mentions: who.map(([mention, type]) => ({ id: mention, name: mention, type, count: 1 })),
    },
    [],
  )
const nino = ['person:nino-lomidze', 'person'] as const
const aliases = (...readings: readonly Reading[]) => [...resolvePeople(readings)]

describe('a surname alone', () => {
  test('is the one person of that name', () => {
    expect(aliases(named('a', nino), named('b', ['person:lomidze', 'person']))).toEqual([
      ['person:lomidze', 'person:nino-lomidze'],
    ])
  })
  test('also where a report took it for a body', () => {
    expect(aliases(named('a', nino), named('b', ['org:lomidze', 'organisation']))).toEqual([
      ['org:lomidze', 'person:nino-lomidze'],
    ])
  })
  test('not where a report names the body beside the person', () => {
    expect(aliases(named('a', nino, ['org:lomidze', 'organisation']))).toEqual([])
  })
  test('not where two persons bear it', () => {
    expect(
      aliases(
        named('a', nino, ['person:ada-lomidze', 'person']),
        named('b', ['org:lomidze', 'organisation']),
      ),
    ).toEqual([])
  })
})

describe('a surname that two bear', () => {
  const told = (id: string, title: string, count = 1) => ({ id, name: id, type: 'person', title, count })
  const report = (id: string, ...mentions: ReturnType<typeof told>[]): Reading =>
    reading(id, { published: '2031-05-12', mentions }, [])

  test('is the one of the same office', () => {
    expect(
      aliases(
        report('a', told('person:ada-lomidze', 'President')),
        report('b', told('person:nino-lomidze', 'first lady')),
        report('c', told('person:lomidze', 'President')),
      ),
    ).toEqual([['person:lomidze', 'person:ada-lomidze']])
  })
  test('is nobody where they are told by the same title', () => {
    expect(
      aliases(
        report('a', told('person:ada-lomidze', 'Mr.')),
        report('b', told('person:nino-lomidze', 'Mr.')),
        report('c', told('person:lomidze', 'Mr.')),
      ),
    ).toEqual([])
  })
  test('is not the one whom its own report names beside it', () => {
    expect(
      aliases(report('a', told('person:lomidze', 'President'), told('person:nino-lomidze', 'first lady'))),
    ).toEqual([])
  })
})

describe('whose side a person is on', () => {
  const of = (...sides: readonly (readonly [string, number])[]) => {
    const mentions = sides.flatMap(([side, count]) =>
      Array.from({ length: count }, () => ({
        id: 'person:ada-lind',
        name: 'Ada Lind',
        type: 'person',
        of: side,
        count: 1,
      })),
    )
    const bodies = ['org:senate', 'org:harbour-party'].map((id) => ({
      id,
      name: id,
      type: 'organisation',
      of: 'NO',
      count: 1,
    }))
    const readings = mentions.map((one, n) =>
      reading(`r${n}`, { published: '2031-05-12', mentions: [one, ...bodies] }, []),
    )
    return partiesOf(namesIn(readings)).find(({ id }) => id === 'person:ada-lind')?.of
  }
  test.each([
    [
      'the party before the chamber',
      [
        ['org:senate', 3],
        ['org:harbour-party', 1],
      ],
      'org:harbour-party',
    ],
    [
      'the body before its state, told as often',
      [
        ['NO', 2],
        ['org:harbour-party', 1],
      ],
      'org:harbour-party',
    ],
    [
      'the state where a body is told but once',
      [
        ['NO', 5],
        ['org:senate', 1],
      ],
      'NO',
    ],
  ] as const)('%s', (_, sides, side) => expect(of(...sides)).toBe(side))
})

describe('an abbreviation', () => {
  const alliance = 'org:western-quays-alliance'
  const explains = (id: string, ...bodies: readonly string[]): Reading =>
    reading(
      id,
      {
        published: '2031-05-12',
        mentions: bodies.flatMap((body) => [
          { id: body, name: 'The body in full', type: 'organisation', count: 2 },
          { id: body, name: 'QWAX', type: 'organisation', count: 0 },
        ]),
      },
      [],
    )
  const uses = reading(
    'b',
    {
      published: '2031-05-12',
      mentions: [{ id: 'org:qwax', name: 'QWAX', type: 'organisation', count: 3 }],
    },
    [],
  )

  test('is the body that another report says it stands for', () => {
    expect(aliases(explains('c', alliance), uses)).toEqual([['org:qwax', alliance]])
  })
  test('is neither where reports explain it as two', () => {
    expect(aliases(explains('a', alliance, 'org:queen-wax'), uses)).toEqual([])
  })
})

describe('a lone word', () => {
  const body = ['org:millmet', 'organisation'] as const
  const taken = ['person:millmet', 'person'] as const
  test('is a body where some report shows it is and nobody bears it', () => {
    expect(aliases(named('a', taken), named('b', body))).toEqual([['person:millmet', 'org:millmet']])
  })
  test('and is told as one', () => {
    const [told] = partiesOf(
      namesIn([
        reading(
          'a',
          {
            published: '2031-05-12',
            mentions: ['person', 'organisation'].map((type) => ({
              id: 'org:millmet',
              name: 'Millmet',
              type,
              count: 1,
            })),
          },
          [],
        ),
      ]),
    )
    expect(told?.kind).toBe('organisation')
  })
  test('is no body where two persons bear it', () => {
    const two = named('c', ['person:ada-millmet', 'person'], ['person:bo-millmet', 'person'])
    expect(aliases(named('a', taken), named('b', body), two)).toEqual([])
  })
})

test('a board that rules between the sides is told from a union', () => {
  expect(isArbiter('org:northland-labour-relations-board')).toBe(true)
  expect(isArbiter('org:northland-board-workers-union')).toBe(false)
})

test('a ministry acts for its state; a league, union or company of it for itself', () => {
  const of = (id: string, name: string, type: string) => ({ id, name, type, of: 'NO', count: 1 })
  const mentions = [
    of('org:no-ministry-of-fish', 'Ministry of Fish', 'government'),
    of('org:navy', 'Norwegian Navy', 'organisation'),
    of('org:league', 'Norwegian Herring League', 'organisation'),
    of('org:fjordoil', 'Fjordoil', 'organisation'),
  ]
  const sides = personSides(namesIn([reading('a', { published: '2031-05-12', mentions }, [])]))
  expect([...sides].map(([id, side]) => `${id} ${side.id}`).sort()).toEqual([
    'org:navy NO',
    'org:no-ministry-of-fish NO',
  ])
})
