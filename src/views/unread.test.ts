// In: short reports of our own. Out: which of their sentences the page of the unread lists.
import { expect, it } from 'vitest'
import { reportFromFields } from '../intake/from-json.ts'
import { loadEngine } from '../reading/engine.ts'
import { readReport } from '../reading/read-report.ts'
import { buildRecord } from '../record/build.ts'
import { readerOf } from '../record/in-memory.ts'
import { textOf } from './lines/line.ts'
import { unreadPage } from './unread.ts'

const engine = loadEngine({})

it('lists the sentences with a verb that gave no claim, and no questions or headings', async () => {
  const text =
    'Norway imposed a tariff of 15% on Icelandic salmon on May 19.\n\nIt was raining all day. Who can say why? A grey sky over the harbour.'
  const { reports } = await reportFromFields(
    { outlet: 'Harbour Post', title: 'News', text, date: '2031-05-20' },
    'a.txt',
  )
  const texts = new Map(reports.map(({ id, text: words }) => [id, words]))
  const reader = readerOf(buildRecord(reports.map((report) => readReport(report, engine))), texts)
  const [section] = unreadPage(reader, { all: true }).sections
  expect(section?.lines.flatMap((line) => line.lines.map(textOf))).toEqual(['“It was raining all day.”'])
})
