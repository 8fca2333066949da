// In: short reports of our own. Out: what the first page makes of them, section by section.
import { expect, it } from 'vitest'
import { reportFromFields } from '../intake/from-json.ts'
import { loadEngine } from '../reading/engine.ts'
import { readReport } from '../reading/read-report.ts'
import { buildRecord } from '../record/build.ts'
import { readerOf } from '../record/in-memory.ts'
import { briefPage } from './brief.ts'
import { type Line, textOf } from './line.ts'

const engine = loadEngine({})

type Told = Readonly<Record<string, string>>

/** Lines of a section of the page of reports by their days; parts of a line behind it. */
async function lines(told: Told, section: string): Promise<string[]> {
  const readings = []
  for (const [date, text] of Object.entries(told)) {
    const fields = { outlet: 'Harbour Post', title: 'News', text, ...(/^\d/.test(date) ? { date } : {}) }
    const { reports } = await reportFromFields(fields, date)
    readings.push(...reports.map((report) => readReport(report, engine)))
  }
  const page = briefPage(readerOf(buildRecord(readings), new Map()), { all: false })
  const all = (line: Line): string[] => [textOf(line), ...line.lines.flatMap(all)]
  return page.sections.find(({ id }) => id === section)?.lines.flatMap(all) ?? []
}

it('what nobody is named for and somebody denies is told in one line', async () => {
  const text = 'The Norwegian fisheries ministry denied that it had offered Iceland a larger cod quota.'
  expect(await lines({ '2031-05-19': text }, 'disputes')).toEqual([
    expect.stringMatching(
      /^whether it is so: .+ · contested · denied by .*ministry: “The .+” — Harbour Post$/,
    ),
  ])
})

it('a rate that stands since the day for which it was planned is told once', async () => {
  const told = {
    '2031-05-19': 'Norway will impose a tariff of 15% on Icelandic salmon from June 1.',
    '2031-06-20': 'Norway has imposed a tariff of 15% on Icelandic salmon since June 1.',
  }
  expect(await lines(told, 'in-force')).toEqual([expect.stringMatching(/15 %, since 1 Jun 2031/)])
  expect(await lines(told, 'disputes')).toEqual([])
})
