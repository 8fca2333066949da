// In: a report of our own. Out: rates told of one measure that are shown against each other, and one only announced that is not.
import { expect, it } from 'vitest'
import { reportFromFields } from '../../intake/from-json.ts'
import type { Entry } from '../../model/index.ts'
import { loadEngine } from '../../reading/engine.ts'
import { readReport } from '../../reading/read-report.ts'
import { buildRecord } from '../build.ts'
import { findDisputes } from './disputes.ts'

const text =
  "Since today, imports of Chilean origin into Peru have been subject to an additional duty of 39%. Peru's additional duty on imports from Chile is 31%."
const { reports } = await reportFromFields(
  { outlet: 'Harbour Post', title: 'News', date: '2031-08-07', text },
  'news',
)
const { entries } = buildRecord(reports.map((report) => readReport(report, loadEngine({})))).record

const ratesAgainst = (all: readonly Entry[]) =>
  findDisputes(all, new Map(), [], [])
    .filter(({ about }) => about.endsWith('the rate in force'))
    .map(({ readings }) => readings.map(({ value }) => value))

it('two rates in force are held against each other', () =>
  expect(ratesAgainst(entries)).toEqual([['31 %', '39 %']]))

it('a rate that is to be lifted is in force until then', () => {
  const told = (effect: 'set' | 'end') =>
    entries.map((entry) =>
      entry.kind === 'measure'
        ? {
            ...entry,
            body: {
              ...entry.body,
              steps: entry.body.steps.flatMap((step) =>
                step.rate?.value === 31 ? [step, { ...step, effect, modality: 'planned' as const }] : [step],
              ),
            },
          }
        : entry,
    )
  const asked = (all: readonly Entry[]) =>
    findDisputes(all, new Map(), [], []).filter(({ about }) => about.endsWith('still to come')).length
  expect([asked(told('set')), asked(told('end'))]).toEqual([1, 0])
})

it('a rate that was but announced is history', () => {
  const announced = entries.map((entry) =>
    entry.kind === 'measure'
      ? {
          ...entry,
          body: {
            ...entry.body,
            steps: entry.body.steps.map((step) =>
              step.rate?.value === 31 ? { ...step, status: 'announced' as const } : step,
            ),
          },
        }
      : entry,
  )
  expect(ratesAgainst(announced)).toEqual([])
})

it.each([
  ['suspend' as const, []],
  ['set' as const, ['tariff at 39 %: in force or still to come']],
])('a rate that stands and one planned by "%s"', (effect, wanted) => {
  const planned = entries.map((entry) => {
    const [standing] =
      entry.kind === 'measure' ? entry.body.steps.filter(({ rate }) => rate?.value === 39) : []
    if (entry.kind !== 'measure' || !standing) return entry
    const { from: _, ...later } = { ...standing, effect, modality: 'planned' as const }
    return { ...entry, body: { ...entry.body, steps: [...entry.body.steps, later] } }
  })
  const told = findDisputes(planned, new Map(), [], []).map(({ about }) => about)
  expect(told.filter((about) => about.endsWith('still to come'))).toEqual(wanted)
})
