// In: invented reports of deals. Out: which tellings are one agreement, and what stands in it.
import { expect, it } from 'vitest'
import { reportFromFields } from '#parley/intake/from-json.ts'
import { loadEngine } from '#parley/reading/engine.ts'
import { readReport } from '#parley/reading/read-report.ts'
import { buildRecord } from '#parley/record/build.ts'

const engine = loadEngine({ packs: [] })

/** Agreements of reports, given by day and text: name, stage, sides: terms. */
async function agreements(told: Readonly<Record<string, string>>): Promise<string[]> {
  const readings = []
  for (const [date, text] of Object.entries(told)) {
    const { reports } = await reportFromFields({ id: date, outlet: 'Harbour Post', date, text }, date)
    readings.push(...reports.map((report) => readReport(report, engine)))
  }
  const { entries } = buildRecord(readings).record
  const words = new Map(
    entries.flatMap((one) => (one.kind === 'commitment' ? [[one.id, one.body.what] as const] : [])),
  )
  return entries
    .flatMap(({ kind, body }) =>
      kind === 'agreement'
        ? `${body.name} | ${body.stage} | ${body.between.map(({ id }) => id).join('+')}: ${body.terms.map((id) => words.get(id)).join('; ')}`
        : [],
    )
    .sort()
}

it('takes "a deal with Peru" for the outlines of a trade deal of the same sides', async () => {
  expect(
    await agreements({
      '2031-05-14':
        'LIMA — Norway and Peru agreed on Wednesday on the outlines of a trade deal which opens their ports.',
      '2031-05-15': 'OSLO — Norway has reached a deal with Peru, the ministry said.',
    }),
  ).toEqual(['the outlines of a trade deal | agreed | NO+PE: '])
})

it('keeps apart what was agreed months later', async () => {
  expect(
    await agreements({
      '2031-05-14': 'LIMA — Norway and Peru reached a tentative agreement on wages on Wednesday.',
      '2031-09-15': 'OSLO — Norway and Peru reached a tentative agreement on a new contract on Monday.',
    }),
  ).toHaveLength(2)
})

it('ties what the accord lays down to it, whoever it is laid on', async () => {
  expect(
    await agreements({
      '2031-05-14':
        'LIMA — Norway and Peru reached an accord on Wednesday. The accord is subject to approval by parliament. It permits ports to bring in new cranes, a source said.',
    }),
  ).toEqual(['an accord | agreed | NO+PE: permits ports to bring in new cranes'])
})
