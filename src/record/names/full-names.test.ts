import { describe, expect, test } from 'vitest'
import { reading } from '../../../test/fixtures/readings.ts'
import { sameFullName } from './full-names.ts'
import { namesIn } from './names.ts'

/** Each a report: who is named in it, and how often. */
function kept(...reports: readonly Readonly<Record<string, number>>[]) {
  const readings = reports.map((who, n) =>
    reading(
      `r${n}`,
      {
        published: '2031-05-12',
        mentions: Object.entries(who).map(([name, count]) => ({
          id: `person:${name}`,
          name,
          type: 'person',
          count,
        })),
      },
      [],
    ),
  )
  const names = namesIn(readings)
  return Object.fromEntries(sameFullName(names.ids, names))
}

describe('persons of one full name', () => {
  test('are one, whatever initial stands in it', () => {
    expect(kept({ 'anna-lind': 5 }, { 'anna-b-lind': 1 })).toEqual({
      'person:anna-b-lind': 'person:anna-lind',
    })
  })
  test('are one by the short form of the given name', () => {
    expect(kept({ 'chuck-lind': 2 }, { 'charles-e-lind': 1 })).toEqual({
      'person:charles-e-lind': 'person:chuck-lind',
    })
  })
  test('are two by the short form where a report names both', () => {
    expect(kept({ 'mike-lind': 2, 'michael-lind': 1 })).toEqual({})
  })
  test('are two where the initials differ, and the name without them is nobody of them', () => {
    expect(kept({ 'george-w-lind': 2 }, { 'george-h-lind': 3 }, { 'george-lind': 9 })).toEqual({})
  })
  test('are two where the given names differ', () => {
    expect(kept({ 'anna-lind': 2 }, { 'bo-lind': 3 })).toEqual({})
  })
})
