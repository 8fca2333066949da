// In: reports of our own. Out: how what has a day stands in the timeline.
import { expect, test } from 'vitest'
import { builtFrom } from '../../test/fixtures/built-from.ts'
import { readerOf } from '../record/in-memory.ts'
import { textOf } from './lines/line.ts'
import { datedLines } from './timeline.ts'

test('an agreement between nobody told stands with its sentence', async () => {
  const sentence = 'In 2028, when the mooring contract was signed, owners hailed it as a new start.'
  const record = await builtFrom({ '2031-05-19': `The ferries stopped on Monday. ${sentence}` })
  const lines = datedLines(readerOf(record, new Map()), true).map(({ line }) => textOf(line))
  expect(lines.filter((line) => line.includes('contract · signed'))).toEqual([
    expect.stringContaining(`signed · “${sentence}”`),
  ])
})
