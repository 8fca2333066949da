import { expect, it } from 'vitest'
import { STORY } from '../../test/fixtures/dossiers.ts'
import { buildRecord } from './build.ts'
import { readerOf, searchable } from './in-memory.ts'

const built = buildRecord(STORY.map((one) => one.reading))
const reader = readerOf(built, new Map())

it('finds entries by words of their sentences and by what their fields hold, not by what fields are called', () => {
  const found = (word: string) => reader.entries({ words: [word], aside: true }).map((entry) => entry.kind)
  expect(found('fleet')).toContain('statement')
  expect(found('kari')).toContain('statement')
  expect(found('2031-06-01')).toEqual(['deadline'])
  expect(found('movestold')).toEqual([])
})

it('holds what stands in a sentence once, however many tell it', () => {
  for (const entry of built.record.entries) {
    const text = searchable(entry)
    for (const { quote } of entry.evidence) {
      const first = text.indexOf(quote.toLowerCase())
      expect(first).toBeGreaterThanOrEqual(0)
      expect(text.indexOf(quote.toLowerCase(), first + 1)).toBe(-1)
    }
  }
})
