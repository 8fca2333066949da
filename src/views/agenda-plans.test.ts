// In: reports of our own. Out: what is told as next: plans, and no mere readiness.
import { expect, it } from 'vitest'
import { reportFromFields } from '../intake/from-json.ts'
import { loadEngine } from '../reading/engine.ts'
import { readReport } from '../reading/read-report.ts'
import { buildRecord } from '../record/build.ts'
import { readerOf } from '../record/in-memory.ts'
import { dueItems } from './agenda.ts'

const engine = loadEngine({})

async function dueOf(text: string): Promise<string[]> {
  const fields = { outlet: 'Harbour Post', title: 'News', date: '2031-05-19', text }
  const { reports } = await reportFromFields(fields, 'news')
  const reader = readerOf(buildRecord(reports.map((report) => readReport(report, engine))), new Map())
  return dueItems(reader).flatMap(({ entry, day }) => `${entry.kind} ${day.earliest}`)
}

it.each([
  ['“Norway is prepared to conclude a treaty on herring tomorrow,” the minister said.', []],
  ['“Norway is ready to leave the herring pact tomorrow,” the minister said.', []],
  ['Norway will conclude a treaty on herring with Iceland on Tuesday.', ['act 2031-05-20']],
])('%s', async (text, due) => expect(await dueOf(text)).toEqual(due))
