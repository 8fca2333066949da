// In: readings with who is named in them. Out: which names are one person.
import { describe, expect, test } from 'vitest'
import { reading } from '../../test/fixtures/readings.ts'
import type { Reading } from '../model/index.ts'
import { resolvePeople } from './names.ts'

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
