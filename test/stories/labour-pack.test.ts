// In: the three reports of packs/labour/examples. Out: proof that a folder of words and cards, without code, reads the bargaining around a strike.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPaths } from '#parley/intake/read-paths.ts'
import type { EntryKind, EntryOf, RecordJson } from '#parley/model/entry.ts'
import { loadEngine } from '#parley/reading/engine.ts'
import { readReport } from '#parley/reading/read-report.ts'
import { buildRecord } from '#parley/record/build.ts'

const pack = join(import.meta.dirname, '../../packs/labour')

async function recordWith(packs: readonly string[]): Promise<RecordJson> {
  const engine = loadEngine({ packs })
  const { reports } = await readPaths([join(pack, 'examples')])
  return buildRecord(reports.map((report) => readReport(report, engine))).record
}

const all = <K extends EntryKind>({ entries }: RecordJson, kind: K): EntryOf<K>[] =>
  entries.filter((entry): entry is EntryOf<K> => entry.kind === kind)
const acts = (record: RecordJson) =>
  all(record, 'act').map(({ body }) =>
    [body.type, body.actor.map(({ name }) => name).join(' and '), body.on?.earliest, body.count].join(' · '),
  )
const stands = (record: RecordJson) =>
  all(record, 'position').map(({ body }) => `${body.party.name} ${body.stance}: ${body.content}`)
const steps = (record: RecordJson) =>
  all(record, 'measure').flatMap(({ body }) =>
    body.steps.map(({ effect, from }) => `${body.type} ${effect} ${from?.earliest ?? ''}`),
  )
const agreed = (record: RecordJson) =>
  all(record, 'agreement').flatMap(({ body }) =>
    body.stages.map(
      ({ stage, on }) => `${body.between.map(({ name }) => name).join(' and ')} ${stage} ${on?.earliest}`,
    ),
  )

describe('a rail contract, with packs/labour', async () => {
  const record = await recordWith([pack])

  it('has the offers and the demands, with who made them', () => {
    expect(stands(record)).toEqual(
      expect.arrayContaining([
        'Northline Rail offer: 4 percent',
        'Northline Rail offer: 5.5 percent',
        "Conductors' Union demand: a raise of 9 percent over two years and a limit on night shifts",
        "Conductors' Union demand: 7 percent",
        "Conductors' Union oppose: the offer of 5.5 percent",
        "Conductors' Union oppose: arbitration",
      ]),
    )
  })

  it('has the ballot, the walkout, the lockout and the ratification', () => {
    expect(acts(record)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^vote: pass · Conductors' Union · .* · 88 %$/),
        'strike: begin · Conductors · 2032-06-03 · ',
        'lockout: begin · Northline Rail · 2032-06-04 · ',
        expect.stringMatching(/^vote: ratify · .* · 2032-06-20 · 3,912-1,204$/),
      ]),
    )
  })

  it('has the strike called for its day and the one called off', () => {
    expect(steps(record)).toEqual(expect.arrayContaining(['strike set 2032-06-03', 'strike end ']))
  })

  it('has the end of the contract and the deal of both sides', () => {
    expect(all(record, 'deadline').map(({ body }) => body.due.latest)).toContain('2032-05-31')
    expect(agreed(record)).toContain("Conductors' Union and Northline Rail agreed 2032-06-08")
  })
})

describe('the same reports without it', async () => {
  const record = await recordWith([])

  it('lack the measure of the strike with its day, and the deal', () => {
    expect(steps(record)).not.toContain('strike set 2032-06-03')
    expect(agreed(record)).not.toContain("Conductors' Union and Northline Rail agreed 2032-06-08")
  })
})
