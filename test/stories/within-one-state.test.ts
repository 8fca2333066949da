// In: invented reports on a budget fight and on a port contract. Out: proof that sides of one country, votes, strikes and offers are read.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPaths } from '#parley/intake/read-paths.ts'
import type { EntryKind, EntryOf, RecordJson } from '#parley/model/entry.ts'
import { loadEngine } from '#parley/reading/engine.ts'
import { readReport } from '#parley/reading/read-report.ts'
import { buildRecord } from '#parley/record/build.ts'

const root = join(import.meta.dirname, '../..')

async function recordOf(story: string, packs: readonly string[] = []): Promise<RecordJson> {
  const engine = loadEngine({ packs })
  const { reports } = await readPaths([join(root, 'test/fixtures', story)])
  return buildRecord(reports.map((report) => readReport(report, engine))).record
}

const all = <K extends EntryKind>({ entries }: RecordJson, kind: K): EntryOf<K>[] =>
  entries.filter((entry): entry is EntryOf<K> => entry.kind === kind)
const acts = (record: RecordJson) =>
  all(record, 'act').map(({ body, evidence }) => ({
    type: body.type,
    who: body.actor.map(({ name }) => name).join(' and '),
    on: body.on?.earliest,
    reports: new Set(evidence.map(({ report }) => report)).size,
  }))
const stands = (record: RecordJson) =>
  all(record, 'position').map(({ body }) => `${body.party.name} ${body.stance}: ${body.content}`)

describe('a budget fight within one country', async () => {
  const record = await recordOf('budget')

  it('has the parties and the president as sides, no chamber in which both sit, and nothing aside', () => {
    const sides = record.negotiation.parties.map(({ name }) => name).sort()
    expect(sides).toEqual(['Democratic Party', 'Elaine Marsh', 'Republican Party'])
    expect(record.entries.filter(({ aside }) => aside)).toEqual([])
  })

  it.each([
    ['vote: pass', 'House of Representatives', '2031-09-19', 2],
    ['vote: pass', 'Senate', '2031-09-27', 1],
    ['vote: reject', 'House of Representatives', '2031-09-29', 1],
    ['vote: pass', 'Senate', '2031-10-11', 2],
    ['vote: pass', 'House of Representatives', '2031-10-12', 1],
    ['shutdown: begin', '', '2031-10-01', 3],
    ['reject: veto', 'Marsh', '2031-10-06', 1],
  ])('%s by %s on %s, told by %i', (type, who, on, reports) => {
    expect(acts(record)).toContainEqual({ type, who, on, reports })
  })

  it.each([
    'Democratic Party demand: a bill',
    'Republican Party oppose: a bill without conditions',
    'Elaine Marsh threat: to veto any bill that touches the fee',
    'House of Representatives offer: to accept a shorter delay of six months',
  ])('%s', (stand) => expect(stands(record)).toContain(stand))

  it('has the day the money ran out and the one to which the law that ended the shutdown moved it as one deadline', () => {
    const chains = all(record, 'deadline').map(({ body }) => body.chain.map(({ latest }) => latest))
    expect(chains.map((chain) => [chain[0], chain.at(-1)])).toContainEqual(['2031-09-30', '2032-01-15'])
  })
})

describe('a port contract, by packs/labour alone', async () => {
  const record = await recordOf('labour', [join(root, 'packs/labour')])

  it('has union and company as sides', () => {
    expect(record.negotiation.parties.map(({ id }) => id).sort()).toEqual([
      'org:brakefield-terminals',
      'org:harbor-workers-union',
    ])
  })

  it('has two rounds', () => {
    const rounds = all(record, 'round').filter(({ body }) => body.form === 'round')
    expect(rounds.map(({ body }) => [body.opens?.earliest, body.ordinal]).sort()).toEqual([
      ['2031-03-03', undefined],
      ['2031-03-24', 2],
    ])
  })

  it('has the strike called and suspended', () => {
    const [strike] = all(record, 'measure').filter(({ body }) => body.type === 'strike')
    expect(strike?.body.by.map(({ name }) => name)).toEqual(['Harbor Workers Union'])
    expect(strike?.body.steps.map(({ effect, from }) => [effect, from?.earliest])).toEqual(
      expect.arrayContaining([
        ['set', '2031-04-01'],
        ['suspend', '2031-04-12'],
      ]),
    )
  })

  it('has the offer raised, the demand and the refusal', () => {
    const told = stands(record)
    expect(told.filter((one) => one.includes('offer: 10 percent'))).toHaveLength(1)
    expect(told.filter((one) => one.startsWith('Harbor Workers Union demand: a raise of 18'))).toHaveLength(1)
    expect(told.filter((one) => one.startsWith('Harbor Workers Union oppose: the'))).not.toEqual([])
  })

  it('has the deadline, told three times', () => {
    expect(
      all(record, 'deadline').map(({ body, evidence }) => [body.due.latest, evidence.length]),
    ).toContainEqual(['2031-03-31', 3])
  })

  it('has the tentative agreement and the vote that ratified it', () => {
    const stages = all(record, 'agreement').flatMap(({ body }) =>
      body.stages.map(({ stage, on, modality }) => [stage, on?.earliest, modality]),
    )
    expect(stages).toContainEqual(['agreed', '2031-04-11', 'held'])
    expect(acts(record)).toContainEqual({
      type: 'vote: ratify',
      who: 'Harbor Workers Union',
      on: '2031-04-20',
      reports: 1,
    })
  })

  it('has the vote that allowed the strike', () => {
    expect(acts(record)).toContainEqual({ type: 'vote: pass', who: 'Members', on: '2031-03-22', reports: 1 })
  })
})
