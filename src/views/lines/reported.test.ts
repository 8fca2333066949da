import { expect, test } from 'vitest'
import type { Entry } from '../../model/index.ts'
import { spanWith } from '../../record/counts.ts'
import type { RecordReader } from '../../record/reader.ts'
import { reportedOver, reportedWords } from './reported.ts'

const known = (earliest?: string, latest = earliest) => ({ known: { earliest, latest } }) as Entry
const pageOf = (...days: string[]) =>
  ({
    counts: () => ({
      span: spanWith(
        {},
        days.map((day) => ({ earliest: day, latest: day })),
      ),
    }),
  }) as unknown as RecordReader

test.each([
  [known('2026-05-03'), 'reported 3 May 2026'],
  [known('2026-05-04', '2026-05-10'), 'reported week of 4 May 2026'],
  [known('2026-05-01', '2026-06-30'), ''],
  [known(undefined, '2026-06-30'), ''],
])('the day of the first report is given where it is known to a week', (entry, words) => {
  expect(reportedWords(entry)).toBe(words)
})

test('reports of one week need no day at every line', () => {
  expect(reportedOver(known('2026-05-03'), pageOf('2026-05-03', '2026-05-09'))).toBe('')
  expect(reportedOver(known('2026-05-03'), pageOf('2026-05-03', '2026-05-20'))).toBe('reported 3 May 2026')
})
