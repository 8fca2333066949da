// In: entries with who is said to tell them. Out: that what a report does not vouch for is told as another's.
import { describe, expect, test } from 'vitest'
import { NO, PE } from '../../../test/fixtures/readings.ts'
import type { Evidence } from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'
import { toldByRuns } from './told-by.ts'

const reader = {
  party: (id: string) => [NO, PE].find((one) => one.id === id),
  origin: () => undefined,
} as unknown as RecordReader
const words = (...according: readonly (readonly string[])[]) =>
  toldByRuns(reader, according.map((who) => ({ according: who })) as unknown as Evidence[], [NO])
    .map(({ text }) => text)
    .join('')

describe('who tells it', () => {
  test('another than whom it is about', () => expect(words(['PE'])).toBe(' · as told by Peru'))
  test('each once', () => expect(words(['PE'], ['PE', 'outlet:x'])).toBe(' · as told by Peru'))
  test('of several the last, outlets aside', () =>
    expect(words(['NO', 'PE', 'outlet:x'])).toBe(' · as told by Peru'))
  test('nothing where some report tells it itself', () => expect(words(['PE'], [])).toBe(''))
  test('nothing where they say it of themselves', () => expect(words(['NO'])).toBe(''))
  test('two who tell it as one by both', () => expect(words(['NO+PE'])).toBe(' · as told by Norway and Peru'))
})
