// In: invented reports on a fishery and what a user asks about. Out: the negotiation meant, and what is of it.
import { expect, test } from 'vitest'
import { readPaths } from '../intake/read-paths.ts'
import type { Scope } from '../model/index.ts'
import { loadEngine } from '../reading/engine.ts'
import { readReport } from '../reading/read-report.ts'
import { buildRecord } from './build.ts'

const { reports } = await readPaths([new URL('../../test/fixtures/fishery', import.meta.url).pathname])
const engine = loadEngine({})
const readings = reports.map((report) => readReport(report, engine))
const built = (scope?: Scope) => buildRecord(readings, scope ? { scope } : {}).record
const kept = (scope: Scope) => built(scope).entries.filter(({ aside }) => !aside)

test('two parties named are the sides, in place of those proposed', () => {
  const record = built({ about: ['Peru', 'EC'] })
  expect(record.negotiation).toEqual({
    name: 'Ecuador–Peru',
    parties: [
      { id: 'PE', name: 'Peru' },
      { id: 'EC', name: 'Ecuador' },
    ],
  })
  expect(record.entries.length).toBe(built().entries.length)
  expect(kept({ about: ['Peru', 'EC'] }).filter(({ kind }) => kind === 'agreement')).toHaveLength(1)
})

test('one party, or words, narrow to what concerns them', () => {
  const iceland = kept({ about: ['Iceland'] })
  expect(iceland.length).toBeGreaterThan(0)
  for (const { body, evidence } of iceland) expect(JSON.stringify([body, evidence])).toMatch(/"IS"|Iceland/)
  const observers = kept({ about: ['observers'] })
  expect(observers.length).toBeGreaterThan(0)
  for (const { evidence } of observers) expect(evidence[0]!.quote).toContain('observers')
})

test('words that nothing tells of leave nothing, and lose nothing', () => {
  expect(kept({ about: ['copper'] })).toEqual([])
  expect(built({ about: ['copper'] }).entries.length).toBe(built().entries.length)
})

test("the user's issues stand before those found", () => {
  const issues = built({ issues: [{ name: 'Waters', words: ['access'] }] }).issues
  expect(issues[0]).toMatchObject({ id: 'issue:Waters', name: 'Waters', names: ['Waters', 'access'] })
  expect(issues[0]!.entries).toBeGreaterThan(0)
  expect(issues.slice(1)).toEqual(built().issues)
})
