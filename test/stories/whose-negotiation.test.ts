// In: invented reports on a fishery told of by outsiders too. Out: that those at the table are the sides and nothing of theirs lies aside.
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPaths } from '#parley/intake/read-paths.ts'
import { loadEngine } from '#parley/reading/engine.ts'
import { readReport } from '#parley/reading/read-report.ts'
import { buildRecord } from '#parley/record/build.ts'

const { reports } = await readPaths([join(import.meta.dirname, '../fixtures/fishery')])
const engine = loadEngine({})
const { record } = buildRecord(reports.map((report) => readReport(report, engine)))
const aside = record.entries.filter((entry) => entry.aside)

test('who meets and signs is a side; who left, threatens and looks on is none', () => {
  expect(record.negotiation.parties.map(({ id }) => id).sort()).toEqual(['FO', 'IS', 'NO'])
})

test('an accord of the sides and their positions are never aside, an accord of others is', () => {
  const signed = record.entries.filter((entry) => entry.kind === 'agreement' && entry.body.stage === 'signed')
  const between = (of: typeof signed) =>
    of.map((entry) => (entry.kind === 'agreement' ? entry.body.between.map(({ id }) => id).sort() : []))
  expect(between(signed.filter((entry) => !entry.aside))).toEqual([['FO', 'IS', 'NO']])
  expect(between(signed.filter((entry) => entry.aside))).toEqual([['EC', 'PE']])
  const stands = record.entries.flatMap((entry) => (entry.kind === 'position' ? [entry] : []))
  expect(stands.filter(({ body }) => body.party.id === 'NO').every((entry) => !entry.aside)).toBe(true)
})

test("a stranger's word is of the matter where its sentence names a side, aside where it does not", () => {
  const quotes = aside.map(({ evidence }) => evidence[0]!.quote)
  expect(quotes.some((quote) => quote.startsWith('Britain said it would study'))).toBe(true)
  const threat = record.entries.filter(
    (entry) => entry.kind === 'position' && entry.body.party.id === 'EU' && entry.body.stance === 'threat',
  )
  expect(threat.length).toBeGreaterThan(0)
  expect(threat.every((entry) => !entry.aside)).toBe(true)
})
