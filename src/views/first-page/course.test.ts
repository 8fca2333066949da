// In: reports of our own. Out: which sentences a course of events tells.
import { expect, test } from 'vitest'
import { builtFrom } from '../../../test/fixtures/built-from.ts'
import { readerOf } from '../../record/in-memory.ts'
import { textOf } from '../lines/line.ts'
import { courseOf } from './course.ts'

const courseIn = async (told: Readonly<Record<string, string>>): Promise<string> => {
  const reader = readerOf(await builtFrom(told), new Map())
  return courseOf(reader, [])
    .map(({ line }) => textOf(line))
    .join('\n')
}

test('what is told beside what is to come is no event of its day', async () => {
  const told = await courseIn({
    '2031-10-28':
      'Peru will suspend for one year the copper export measures announced on October 9, and will study further steps.',
  })
  expect(told).toBe('')
})

test('what was announced on a day is told with it', async () => {
  const told = await courseIn({ '2031-10-28': 'Peru announced the copper rules on October 9.' })
  expect(told).toContain('9 Oct 2031')
})
