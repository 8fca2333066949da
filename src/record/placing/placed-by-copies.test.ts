// In: an agency's text of our own and reports without a day that print it. Out: when those were out.
import { expect, it } from 'vitest'
import { reportFromFields } from '../../intake/from-json.ts'
import { loadEngine } from '../../reading/engine.ts'
import { readReport } from '../../reading/read-report.ts'
import { place } from './place.ts'

const engine = loadEngine({})
const WIRE =
  'Norway ordered the herring fleet back to port on Saturday, hours after crews had cut their nets. ' +
  'Fisheries minister Ada Brandt said the quota would be set by a panel of three. ' +
  'The guild of skippers said it would challenge the order before the maritime court in Bergen. ' +
  'About 900 boats were out when the order came, and four had already sold their catch in Linna.'
const OWN =
  'The order said noon on Sunday. Some ninety skippers on the quay counted down from ten, cheered and went on mending. ' +
  'Nobody had seen the like in forty years, said an old hand who was drinking coffee by the ice house. ' +
  'Their guild answered that the boats would stay out for as long as it took to have a fair share. ' +
  'Buyers from three towns stood about with empty crates and asked each other what they should tell their kitchens. ' +
  'A band played. Children had been let out of school to see it, and the baker had run out of buns before ten. ' +
  'Nobody could say who had paid for the flags or where the mayor was, and the harbour master would not come out. '

async function outOn(text: string): Promise<string> {
  const wire = { outlet: 'Fjord Wire', title: 'Fleet', date: '2026-04-11', text: WIRE }
  const readings = []
  for (const [name, fields] of [
    ['a', wire],
    ['b', { outlet: 'Quay Post', title: 'Nets', text }],
  ] as const) {
    const { reports } = await reportFromFields(fields as typeof wire, name)
    readings.push(...reports.map((report) => readReport(report, engine)))
  }
  const found = place(readings).find(({ reading }) => reading.report.outlet === 'Quay Post')
  return `${found?.published.earliest} ${found?.published.latest}`
}

it.each([
  ['at once', WIRE, '2026-04-11 2026-04-12'],
  [
    'behind news of its own, of the weekdays that it tells',
    `${OWN}On Monday the ministry banned the guild. ${WIRE}`,
    '2026-04-13 2026-04-17',
  ],
])('%s', async (_, text, days) => expect(await outOn(text)).toBe(days))
