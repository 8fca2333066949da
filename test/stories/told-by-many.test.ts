// In: three invented stories told by three or four outlets each. Out: proof that one event in many words is one, and near ones stay two.
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readPaths } from '#parley/intake/read-paths.ts'
import { loadEngine } from '#parley/reading/engine.ts'
import { readReport } from '#parley/reading/read-report.ts'
import { buildRecord } from '#parley/record/build.ts'
import { happeningsOf } from '#parley/record/happenings/happenings.ts'
import { readerOf } from '#parley/record/in-memory.ts'
import { textOf } from '#parley/views/lines/line.ts'
import { mainLines } from '#parley/views/timeline.ts'

const engine = loadEngine({ packs: [] })

async function happened(story: string) {
  const { reports } = await readPaths([join(import.meta.dirname, '../fixtures/told-by-many', story)])
  const built = buildRecord(reports.map((report) => readReport(report, engine)))
  const number = new Map(reports.map(({ id, path }) => [id, Number(/(\d+)\.json$/.exec(path)?.[1])]))
  const main = mainLines(readerOf(built, new Map()), 3).map(textOf)
  const all = happeningsOf(built.record).map(({ sort, what, day, told, also }) => ({
    what: `${sort}: ${what}`,
    day,
    reports: [...new Set(told.map(({ report }) => number.get(report)!))].sort((a, b) => a - b),
    first: told[0]?.quote ?? '',
    also,
  }))
  return { all, main }
}

const STORIES = {
  herring: await happened('herring'),
  port: await happened('port'),
  river: await happened('river'),
} as const

type Story = keyof typeof STORIES
const on = (story: Story, what: string, day: string) =>
  STORIES[story].all.filter((one) => one.what === what && one.day === day)

describe('one event told in other words is one', () => {
  it.each<[Story, string, string, number[]]>([
    ['herring', 'act: coerce: seize', '2031-05-09', [3, 4, 5]],
    ['herring', 'agreement: agreed', '2031-05-16', [6, 7, 8]],
    ['port', 'agreement: agreed', '2031-06-16', [7, 8]],
    ['port', 'position: oppose', '2031-06-02', [1, 2]],
    ['river', 'meeting: opens', '2031-06-13', [5, 6]],
    ['river', 'agreement: signed', '2031-06-27', [7, 8, 9]],
  ])('%s: %s on %s, by reports %j', (story, what, day, reports) =>
    expect(on(story, what, day).map((one) => one.reports)).toEqual([reports]),
  )

  it('says why another entry was joined', () => {
    const [deal] = on('river', 'agreement: signed', '2031-06-27')
    expect(deal?.also.map(({ because }) => because)).toContainEqual(
      expect.stringMatching(/^same day, like words: \w/),
    )
  })
})

describe('near events stay two', () => {
  it.each<[string, Story, [string, string, number[]], [string, string, number[]]]>([
    [
      'boats seized in one week',
      'herring',
      ['act: coerce: seize', '2031-05-09', [3, 4, 5]],
      ['act: coerce: seize', '2031-05-12', [5]],
    ],
    [
      'votes of two parliaments on neighbouring days',
      'herring',
      ['agreement: ratified', '2031-05-22', [9]],
      ['agreement: ratified', '2031-05-23', [10]],
    ],
    [
      'two lists at one rate',
      'river',
      ['measure: set', '2031-06-02', [1, 2]],
      ['measure: set', '2031-06-09', [3, 4]],
    ],
    [
      'a deal and the vote on it',
      'port',
      ['agreement: agreed', '2031-06-16', [7, 8]],
      ['agreement: ratified', '2031-06-20', [7, 9]],
    ],
  ])('%s', (_, story, ...two) => {
    for (const [what, day, reports] of two)
      expect(on(story, what, day).map((one) => one.reports)).toEqual([reports])
  })
})

describe('what many tell stands before what one tells', () => {
  it.each<[Story, string]>([
    ['herring', '2031-05-16'],
    ['port', '2031-06-10'],
    ['river', '2031-06-27'],
  ])('%s: what happened on %s first', (story, day) => expect(STORIES[story].all[0]?.day).toBe(day))

  it('a timeline can begin with it, by day, with how many reports tell it', () =>
    expect(STORIES.herring.main).toEqual([
      expect.stringMatching(/^9 May 2031.* · told by 3 reports$/),
      expect.stringMatching(/^16 May 2031.* · told by 3 reports$/),
      expect.stringMatching(/^22 May 2031/),
    ]))
})
