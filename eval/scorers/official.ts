// In: the White House documents. Out: how many of the known dates, moves and rates stand in the record of them.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Reading } from '#parley/model/claim.ts'
import type { Entry, EntryOf, RecordJson } from '#parley/model/entry.ts'
import type { Report } from '#parley/model/report.ts'
import type { Days } from '#parley/model/value.ts'
import { share } from '../counts.ts'
import { dataFolder } from '../data.ts'
import type { Layers } from '../layers.ts'
import { scorerOf } from '../task.ts'

type Group = 'TikTok delay' | 'truce' | 'China tariff steps'

/** One thing the documents say, and where in a record it would stand. */
interface Check {
  readonly name: string
  readonly group: Group
  readonly holds: (record: RecordJson) => boolean
}

const isDay = (days: Days | undefined, ...any: readonly string[]): boolean =>
  days?.earliest !== undefined && days.earliest === days.latest && any.includes(days.earliest)

const tells = (entry: Entry, words: RegExp): boolean => entry.evidence.some(({ quote }) => words.test(quote))

const entriesOf = <K extends Entry['kind']>(record: RecordJson, kind: K): EntryOf<K>[] =>
  record.entries.filter((entry): entry is EntryOf<K> => entry.kind === kind)

/** The delay of enforcement is one chain of due days, told by orders that never name a deadline; one entry must hold all. */
const delay = ({ name, due }: { name: string; due: string }): Check => ({
  name,
  group: 'TikTok delay',
  holds: (record) =>
    entriesOf(record, 'deadline').some(
      (entry) =>
        tells(entry, /TikTok|foreign adversary controlled/i) &&
        [entry.body.due, ...entry.body.chain].some((day) => isDay(day, due)),
    ),
})

const move = ({ name, on, to }: { name: string; on: string; to: string }): Check => ({
  name,
  group: 'TikTok delay',
  holds: (record) =>
    entriesOf(record, 'deadline').some((entry) =>
      entry.body.moves.some((m) => isDay(m.to, to) && isDay(m.on, on)),
    ),
})

/** An end "until 12:01 a.m. of D" may be kept as D or as the day before. */
const truce = ({ name, days }: { name: string; days: readonly string[] }): Check => ({
  name,
  group: 'truce',
  holds: (record) =>
    entriesOf(record, 'measure').some(
      (entry) =>
        entry.body.on.some(({ id }) => id === 'CN') &&
        entry.body.steps.some((step) => [step.from, step.to].some((day) => isDay(day, ...days))),
    ) ||
    entriesOf(record, 'deadline').some((entry) =>
      [entry.body.due, ...entry.body.chain].some((day) => isDay(day, ...days)),
    ) ||
    entriesOf(record, 'agreement').some((entry) =>
      entry.body.stages.some((stage) => isDay(stage.on, ...days)),
    ),
})

const step = ({ rate, from }: { rate: number; from: string }): Check => ({
  name: `${rate} % on Chinese goods from ${from}`,
  group: 'China tariff steps',
  holds: (record) =>
    entriesOf(record, 'measure').some(
      ({ body }) =>
        body.by.some(({ id }) => id === 'US') &&
        body.on.some(({ id }) => id === 'CN') &&
        body.steps.some((s) => s.rate?.value === rate && s.rate.unit === '%' && isDay(s.from, from)),
    ),
})

const CHECKS: readonly Check[] = [
  delay({ name: 'enforcement delayed to 5 April 2025 (75 days)', due: '2025-04-05' }),
  delay({ name: 'extended to 19 June 2025', due: '2025-06-19' }),
  delay({ name: 'extended to 17 September 2025', due: '2025-09-17' }),
  move({ name: 'moved on 4 April 2025 to 19 June', on: '2025-04-04', to: '2025-06-19' }),
  move({ name: 'moved on 19 June 2025 to 17 September', on: '2025-06-19', to: '2025-09-17' }),
  truce({ name: 'joint statement of Geneva, 12 May 2025', days: ['2025-05-12'] }),
  truce({ name: 'suspended from 14 May 2025', days: ['2025-05-14'] }),
  truce({ name: 'to 12 August 2025 (90 days)', days: ['2025-08-11', '2025-08-12'] }),
  truce({ name: 'extended to 10 November 2025', days: ['2025-11-09', '2025-11-10'] }),
  step({ rate: 10, from: '2025-02-04' }),
  step({ rate: 20, from: '2025-03-04' }),
  step({ rate: 34, from: '2025-04-09' }),
  step({ rate: 84, from: '2025-04-09' }),
  step({ rate: 125, from: '2025-04-10' }),
  step({ rate: 10, from: '2025-05-14' }),
]

const GROUPS: readonly Group[] = ['TikTok delay', 'truce', 'China tariff steps']
const rowOf = (group: Group) => `official documents: ${group}, dates, moves and rates found`

let whole: Promise<RecordJson> | undefined

async function recordOfOfficial(layers: Layers): Promise<RecordJson> {
  const paths = layers.find('readPaths') as (paths: readonly string[]) => Promise<{ reports: Report[] }>
  const read = layers.find('readReport') as (report: Report, engine: unknown) => Reading
  const build = layers.find('buildRecord') as (readings: readonly Reading[]) => { record: RecordJson }
  const { reports } = await paths([join(dataFolder, 'official')])
  return build(reports.map((report) => read(report, layers.engine))).record
}

/** The documents are not split: every date and rate must be there. */
export const official = scorerOf<Check, boolean>({
  name: 'official',
  data: 'official',
  definition:
    'The 46 White House documents read together: each due day and move of the TikTok delay, each day of the truce, each step of the duty on Chinese goods with rate and day (eval/scorers/official.ts). Not split.',
  rows: GROUPS.map((group) => ({ name: rowOf(group), floor: 1, target: 1 })),
  items: (side) => (side === 'work' && existsSync(join(dataFolder, 'official')) ? [...CHECKS] : []),
  alike: true,
  perfect: () => true,
  nothing: () => false,
  missing: (layers) => layers.lacks('readText', 'readPaths', 'readReport', 'buildRecord', 'loadEngine'),
  answer: async (check, layers) => {
    whole ??= recordOfOfficial(layers)
    return check.holds(await whole)
  },
  measure: (items, answers) =>
    Object.fromEntries(
      GROUPS.map((group) => {
        const own = items.flatMap((check, i) => (check.group === group ? [answers[i]] : []))
        return [rowOf(group), share(own.filter(Boolean).length, own.length)]
      }),
    ),
  errors: (check, found) => (found ? [] : [`${check.group}: not found: ${check.name}`]),
})
