// In: reports of our own. Out: the lines of the measures they tell.
import { expect, test } from 'vitest'
import { builtFrom } from '../../test/fixtures/built-from.ts'
import { readerOf } from '../record/in-memory.ts'
import { textOf } from './lines/line.ts'
import { measureLine } from './measures.ts'

const linesOf = async (told: Readonly<Record<string, string>>): Promise<string[]> => {
  const reader = readerOf(await builtFrom(told), new Map())
  return reader.ofKind('measure').flatMap((entry) => {
    const line = measureLine(reader, entry)
    return [textOf(line), ...line.lines.map(textOf)]
  })
}

test('that a measure stands is no step beside the one that set it', async () => {
  const told = await linesOf({
    '2031-05-12': 'Norway imposed a 12 percent duty on Peruvian copper in April 2031.',
    '2031-05-14': 'Norway’s 12 percent duty on Peruvian copper remains in force.',
  })
  expect(told).toHaveLength(1)
  expect(told[0]).toContain('12 %')
})

test('another rate is a step of its own', async () => {
  const told = await linesOf({
    '2031-05-12': 'Norway imposed a 12 percent duty on Peruvian copper in April 2031.',
    '2031-05-14': 'Norway’s duty on Peruvian copper now stands at 20 percent.',
  })
  expect(told.join(' ')).toMatch(/12 %.*20 %|20 %.*12 %/)
})
