import { expect, it } from 'vitest'
import { reportFromText } from '../intake/from-text.ts'
import type { Report } from '../model/index.ts'
import { loadEngine } from './engine.ts'
import { readingThreads, readOnThreads } from './read-on-threads.ts'
import { readReport } from './read-report.ts'

it('gives what reading on one thread gives, and leaves out what broke', async () => {
  const reports: Report[] = []
  for (const place of ['Lima', 'Oslo', 'Quito', 'Bergen', 'Cusco']) {
    const text = `Delegates of Norway and Peru met in ${place} on Monday. Norway will raise its duty on fish to 12 percent from June 1, the ministry said.`
    reports.push(...(await reportFromText({ text, path: `${place}.txt`, sha256: '' })).reports)
  }
  const broken = { ...reports[0]!, id: 'broken', parts: undefined } as unknown as Report
  const engine = loadEngine()
  const found = await readOnThreads([...reports, broken], {})
  expect([...found.keys()].toSorted()).toEqual(reports.map((report) => report.id).toSorted())
  for (const report of reports)
    expect(JSON.stringify(found.get(report.id))).toBe(JSON.stringify(readReport(report, engine)))
})

it('starts no thread for few, and reads what comes twice once', async () => {
  const text = 'Delegates of Norway and Peru met in Lima on Monday.'
  const [report] = (await reportFromText({ text, path: 'lima.txt', sha256: '' })).reports
  const few = readingThreads({}, { least: 2 })
  few.take(report!)
  few.take(report!)
  expect((await few.readings()).size).toBe(0)
  const counts: number[] = []
  const enough = readingThreads({}, { least: 1, onProgress: (done) => void counts.push(done) })
  enough.take(report!)
  enough.take(report!)
  expect([...(await enough.readings()).keys()]).toEqual([report!.id])
  expect(counts).toEqual([1])
})
