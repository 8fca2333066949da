// In: invented reports whose dates are a day early or older than their text. Out: proof that no later day becomes known too soon.
import { describe, expect, it } from 'vitest'
import { reportFromFields } from '#parley/intake/from-json.ts'
import { loadEngine } from '#parley/reading/engine.ts'
import { readReport } from '#parley/reading/read-report.ts'
import { buildRecord, type RecordOptions } from '#parley/record/build.ts'

const engine = loadEngine({ packs: [] })

async function recordOf(
  told: readonly (readonly [day: string, text: string])[],
  options: RecordOptions = {},
) {
  const readings = []
  for (const [at, [date, text]] of told.entries()) {
    const outlet = ['Harbour Post', 'Lakeside Courier'][at]!
    const { reports } = await reportFromFields({ id: `r${at}`, outlet, date, text }, `r${at}`)
    readings.push(...reports.map((report) => readReport(report, engine)))
  }
  return buildRecord(readings, options).record
}

const SIGNED = 'Norway and Peru signed the fisheries treaty'

describe('a report dated a day before what it tells', () => {
  it.each(['on May 15, 2031', 'on May 15'])('was out on that day: %s', async (day) => {
    const { reports, entries } = await recordOf([
      ['2031-05-14', `${SIGNED} ${day} in Lima. On Thursday the talks in Lima ended.`],
    ])
    expect(reports[0]?.published).toMatchObject({ stated: '2031-05-14', value: '2031-05-15' })
    expect(reports[0]?.published.because).toContain(SIGNED)
    expect(entries.find(({ kind }) => kind === 'round')?.valid.to).toEqual({
      earliest: '2031-05-15',
      latest: '2031-05-15',
    })
  })

  it('keeps its date where the day lies ahead, or by a weekday alone', async () => {
    for (const text of [
      'Norway and Peru will sign the fisheries treaty on May 15 in Lima.',
      `${SIGNED} on Thursday.`,
      'The truce between Norway and Peru takes effect at midnight on May 15.',
    ]) {
      const { reports } = await recordOf([['2031-05-14', text]])
      expect(reports[0]?.published.value).toBe('2031-05-14')
    }
  })
})

describe('a page edited later', () => {
  const page = [
    '2031-05-14',
    `Norway and Peru opened fishing talks in Lima on May 12, 2031. ${SIGNED} on June 20, 2031.`,
  ] as const

  it('makes known what came later from that day on, and flags it', async () => {
    const { entries } = await recordOf([page])
    const treaty = entries.find(({ kind }) => kind === 'agreement')
    expect(treaty?.known).toEqual({ earliest: '2031-06-20', latest: '2031-06-20' })
    expect(treaty?.evidence.map(({ flag }) => flag)).toEqual([
      'told as done on 2031-06-20, in a report of 2031-05-14',
    ])
  })

  it('tells nothing of it to a record of a day before', async () => {
    const { entries } = await recordOf([page], { asOf: '2031-06-01' })
    expect(entries.map(({ kind }) => kind)).not.toContain('agreement')
    expect(entries.map(({ kind }) => kind)).toContain('round')
  })
})
