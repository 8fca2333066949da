// In: short reports of our own. Out: lines of the first page with the names and the sentence before that they need.
import { expect, test } from 'vitest'
import { reportFromFields } from '../../intake/from-json.ts'
import { loadEngine } from '../../reading/engine.ts'
import { readReport } from '../../reading/read-report.ts'
import { buildRecord } from '../../record/build.ts'
import { readerOf } from '../../record/in-memory.ts'
import { briefPage } from '../first-page/brief.ts'
import { withoutExplaining } from './in-context.ts'
import { bareLine, plain, quoted, type Section, strong, textOf } from './line.ts'

const engine = loadEngine({})

/** The lines of the first page of one report. */
async function page(text: string): Promise<string> {
  const { reports } = await reportFromFields(
    { outlet: 'Harbour Post', title: 'News', text, date: '2031-05-04' },
    'r',
  )
  const texts = new Map(reports.map((report) => [report.id, report.text]))
  const reader = readerOf(buildRecord(reports.map((report) => readReport(report, engine))), texts)
  return briefPage(reader, { all: false })
    .sections.flatMap(({ lines }) => lines.flatMap((line) => [line, ...line.lines]))
    .map(textOf)
    .join('\n')
}

test('whom a sentence points at is named in it, once', async () => {
  const told = 'Kari Lund, the Norwegian minister, met envoys of Iceland in Bergen. '
  expect(await page(`${told}She closed the port to Icelandic boats on Friday.`)).toMatch(
    /She \[Kari Lund\] closed/,
  )
  expect(await page(`${told}The minister's deputy closed the port to Icelandic boats on Friday.`)).toContain(
    "The minister's [Kari Lund] deputy",
  )
  expect(await page(`${told}Lund closed the port to Icelandic boats on Friday.`)).not.toContain('[')
})

test('a line that leaves open what it tells of has the sentence that says so, not merely the one before', async () => {
  const told = 'Norway has a panel of judges for herring fees. Boats stayed in port all week. '
  const lines = await page(`${told}The panel rejected an appeal by Iceland on Friday.`)
  expect(lines).toContain('before it: “Norway has a panel')
  expect(lines).not.toContain('before it: “Boats')
})

test('what stands on the line above is not told again', async () => {
  const told = 'Norway asked Iceland on Friday to lift the ban on herring nets. Iceland rejected the request.'
  const lines = await page(told)
  expect(lines).toContain('Iceland rejected the request')
  expect(lines.match(/Norway asked Iceland/g)).toHaveLength(1)
})

test('a line of no day whose sentence explains another stands no second time', () => {
  const told = 'Norway bought 900 tonnes of herring.'
  const open = bareLine([quoted('It paid in May.'), plain(' · before it: '), quoted(told)])
  const linesOf = (line: Section['lines'][number], id = 'figures') =>
    withoutExplaining([{ id, title: '', lines: [open, line] }])[0]!.lines.length
  expect(linesOf(bareLine([quoted(told)]))).toBe(1)
  expect(linesOf(bareLine([quoted(told)]), 'next')).toBe(2)
  expect(linesOf(bareLine([strong('4 May 2031'), plain(': '), quoted(told)]))).toBe(2)
  expect(linesOf(bareLine([quoted('Iceland sold 900 tonnes of herring to Norway.')]))).toBe(2)
})
