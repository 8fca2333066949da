// In: the example and its twins. Out: proof that the record follows the story told and nothing that stands in the code.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { weekdayOf } from '#parley/model/day.ts'
import type { RecordJson } from '#parley/model/entry.ts'
import { movedDay, rewriterOf } from './rewrite.ts'
import { elsewhere, mirror } from './swaps.ts'
import { differences, type Shape, sameAfter, shapeOf } from './twin.ts'
import { writeTwin } from './write-twin.ts'

const root = join(import.meta.dirname, '../..')
const example = join(root, 'examples/madrid-2025')
const command = join(root, 'src/serve/cli/main.ts')

describe('the rewriting', () => {
  const rewrite = rewriterOf(elsewhere)
  it.each([
    ['China and the United States met in Madrid.', 'Brazil and the United Kingdom met in Lisbon.'],
    [
      'U.S. duties on Chinese goods stand at 30 percent',
      'U.K. duties on Brazilian goods stand at 36 percent',
    ],
    ['Sunday, September 14, 2025', 'Sunday, October 12, 2031'],
    ['14 September 2025', '12 October 2031'],
    ['on Tuesday, September 14.', 'on Tuesday, October 12.'],
    ['MADRID, Sept. 15, 2025 (Meridian)', 'LISBON, Oct. 13, 2031 (Meridian)'],
    ['since April 2025 and in May.', 'since May 2031 and in June.'],
    ['In 2023, about 61 percent', 'In 2029, about 57 percent'],
    ['"date": "2025-09-16", /2025/09/16/', '"date": "2031-10-14", /2031/10/14/'],
    ['he may tie it', 'he may tie it'],
    ['The chips, the chipmunk', 'The tyres, the chipmunk'],
    ['a line\\n\\nBeijing said', 'a line\\n\\nBrasilia said'],
  ])('%s', (from, to) => expect(rewrite(from)).toBe(to))

  it('keeps weekdays', () => {
    for (const day of ['2025-01-20', '2025-09-14', '2025-11-10']) {
      expect(weekdayOf(movedDay(day, elsewhere))).toBe(weekdayOf(day))
    }
  })

  it('leaves no name of the story in its twin', () => {
    const names =
      /Bessent|Greer|Lifeng|Chenggang|Trump|\bXi\b|TikTok|ByteDance|Madrid|Geneva|Stockholm|2025|\bChin(a|ese)\b|United States|U\.S\./
    for (const name of readdirSync(example)) {
      const left = names.exec(rewrite(readFileSync(join(example, name), 'utf8')))
      expect(`${name}: ${left?.[0] ?? 'none'}`).toBe(`${name}: none`)
    }
  })
})

describe('the comparison', () => {
  const says = {
    by: [{ name: 'United States' }],
    on: [{ name: 'China' }],
    rate: { value: 30, unit: '%', bound: '=' },
    to: { earliest: '2025-11-10', latest: '2025-11-10' },
  }
  const twinSays = {
    by: [{ name: 'United Kingdom' }],
    on: [{ name: 'Brazil' }],
    rate: { value: 36, unit: '%', bound: '=' },
    to: { earliest: '2031-12-08', latest: '2031-12-08' },
  }
  const same = sameAfter(elsewhere)
  it('takes what was changed for the same', () => expect(same(says, twinSays)).toBe(true))
  it.each<[string, object]>([
    ['a number that stayed', { rate: { value: 30, unit: '%', bound: '=' } }],
    ['parties in each other’s seat', { by: twinSays.on, on: twinSays.by }],
    ['a party of the story', { by: says.by }],
    ['a day that stayed', { to: says.to }],
    ['another bound', { rate: { value: 36, unit: '%', bound: '≈' } }],
    ['something missing', { on: [] }],
  ])('sees %s', (_, change) => expect(same(says, { ...twinSays, ...change })).toBe(false))

  it.each([
    ['2025-04-01', '2031-05-01', true],
    ['2025-04-30', '2031-05-31', true],
    ['2025-01-01', '2031-01-01', true],
    ['2025-09-14', '2031-10-12', true],
    ['2025-09-14', '2031-10-13', false],
  ])('%s may become %s: %s', (from, to, right) => expect(same(from, to)).toBe(right))

  it('reads ids by their names', () => {
    expect(same('person:scott-bessent', 'person:martin-calloway')).toBe(true)
    expect(same('US', 'GB')).toBe(true)
    expect(same('US', 'BR')).toBe(false)
    expect(same('org:us-treasury', 'org:gb-treasury')).toBe(true)
    expect(same('org:us-treasury', 'org:br-treasury')).toBe(false)
  })

  it('names what differs', () => {
    const shape = (rate: number, quote: string): Shape => ({
      reports: [],
      parties: [],
      disputes: [],
      entries: [{ kind: 'figure', quotes: [quote], says: { rate: { value: rate, unit: '%' } } }],
    })
    expect(differences(shape(30, 'China.'), shape(36, 'Brazil.'), elsewhere)).toEqual([])
    expect(differences(shape(30, 'China.'), shape(30, 'Brazil.'), elsewhere)).toEqual([
      'figure differs in rate.value: 30 became 30: ["China."]',
    ])
    expect(differences(shape(30, 'China.'), shape(36, 'Peru.'), elsewhere)).toHaveLength(2)
  })
})

describe.skipIf(!existsSync(command))('the record of the twin', () => {
  const scratch = mkdtempSync(join(tmpdir(), 'parley-twin-'))
  afterAll(() => rmSync(scratch, { recursive: true, force: true }))
  const recordOf = (folder: string): RecordJson => {
    const run = spawnSync(process.execPath, [command, 'record', folder, '--format', 'json'], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    })
    if (run.stdout === '') throw new Error(run.stderr)
    return JSON.parse(run.stdout) as RecordJson
  }

  it.each([elsewhere, mirror])('changes in exactly what was changed: $name', { timeout: 120_000 }, (swap) => {
    const folder = join(scratch, swap.name)
    writeTwin(example, folder, swap)
    const story = shapeOf(recordOf(example))
    expect(story.entries.length).toBeGreaterThan(20)
    expect(differences(story, shapeOf(recordOf(folder)), swap)).toEqual([])
  })
})
