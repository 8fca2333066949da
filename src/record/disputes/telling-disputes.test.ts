// In: sentences of our own. Out: which numbers of one report are held against each other, and what explains them.
import { expect, test } from 'vitest'
import { reportFromFields } from '../../intake/from-json.ts'
import { loadEngine } from '../../reading/engine.ts'
import { readReport } from '../../reading/read-report.ts'
import { buildRecord } from '../build.ts'

const engine = loadEngine({})

/** Each dispute of numbers: its class and readings. */
async function disputesIn(words: string): Promise<string[]> {
  const text = `Norway and Peru met on Monday in Lima. ${words}`
  const { reports } = await reportFromFields(
    { outlet: 'Harbour Post', title: 'News', date: '2031-05-02', text },
    'one',
  )
  const readings = reports.map((report) => readReport(report, engine))
  return buildRecord(readings)
    .record.disputes.filter(({ type }) => type === 'value' || type === 'definition')
    .map((one) => [one.class, ...one.readings.map(({ value }) => value)].join(' | '))
}

test.each<[words: string, found: readonly string[]]>([
  [
    'The union represents 41,000 dockers in Lima; the employers put the number at 26,000.',
    [
      'conflict | 26,000 dockers in Lima that the union represents (told by the employers) | 41,000 dockers in Lima that the union represents',
    ],
  ],
  [
    'The ministry put the cost of the closure at $4 billion. A study by the bank put the figure at $3 billion, counting only lost output.',
    [
      'explained | $3bn: cost of the closure (told by a study by the bank) | $4bn: cost of the closure (told by the ministry)',
    ],
  ],
  // What one side asks for and the other offers is no dispute of a number, nor are two things.
  ['The ministry asked for a 37 percent cut in the debt, while the creditors offered 18 percent.', []],
  [
    'The ministry put the cost of the closure at $4 billion. It put the price of the ferry at $3 billion.',
    [],
  ],
])('%s', async (words, found) => {
  expect(await disputesIn(words)).toEqual(found)
})
