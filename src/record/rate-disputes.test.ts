// In: a report of our own. Out: rates told of one measure that are shown against each other, and one that came to nothing.
import { expect, it } from 'vitest'
import { reportFromFields } from '../intake/from-json.ts'
import { loadEngine } from '../reading/engine.ts'
import { readReport } from '../reading/read-report.ts'
import { buildRecord } from './build.ts'

const engine = loadEngine({})

async function ratesAgainst(text: string): Promise<string[][]> {
  const fields = { outlet: 'Harbour Post', title: 'News', date: '2031-08-07', text }
  const { reports } = await reportFromFields(fields, 'news')
  return buildRecord(reports.map((report) => readReport(report, engine)))
    .record.disputes.filter(({ about }) => about.endsWith('the rate in force'))
    .map(({ readings }) => readings.map(({ value }) => value))
}

const NOW = 'Since today, imports of Chilean origin into Peru have been subject to an additional duty of 39%.'

it.each([
  [
    `On 2 April 2031 Peru announced country-specific additional duties, which in the case of Chile amounted to 31%. ${NOW}`,
    [],
  ],
  [`${NOW} Peru's additional duty on imports from Chile is 31%.`, [['31 %', '39 %']]],
])('%s', async (text, against) => expect(await ratesAgainst(text)).toEqual(against))
