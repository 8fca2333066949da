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

test('a measure shows the rate that stands after its last step, which may only be reckoned', async () => {
  const told = await linesOf({
    '2031-05-12':
      'Norway imposed a duty of 10 percent on copper from Peru on 3 February. It was doubled on 5 March.',
    '2031-05-14':
      'Norway put a levy of 8 percent on Chilean wine on 4 January. It was raised to 12 percent on 8 February and lowered to 9 percent on 20 March.',
  })
  expect(told.find((line) => line.includes('copper'))).toMatch(/duty on .*: 20 % since 5 Mar 2031/)
  expect(told.find((line) => line.includes('wine'))).toMatch(/levy on .*: 9 % since 20 Mar 2031/)
  expect(told.join(' ')).not.toContain('was to be raised')
})
