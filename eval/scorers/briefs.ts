// In: the Madrid reports and the stories, alone and among other news. Out: lines of their briefs that say what another says, gold kept, foreign lines.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import type { Reading } from '#parley/model/claim.ts'
import type { BuiltRecord } from '#parley/record/build.ts'
import { type BriefLine, briefLines, repeatsIn } from '../brief-lines.ts'
import { share } from '../counts.ts'
import { dataFolder, readJson } from '../data.ts'
import type { Layers } from '../layers.ts'
import { seeded } from '../precision/seeded.ts'
import {
  type Article,
  articlesIn,
  readingsOf,
  recordMissing,
  recordOfArticles,
  recordOfReadings,
} from '../record-of.ts'
import { eventsOf, type StoryAnswer } from '../story-answer.ts'
import { scorerOf } from '../task.ts'
import { type Gold, STORIES, score } from './stories.ts'

const REPEATED = 'lines of a brief that say what another line says'

const madridArticles = (): Article[] =>
  readdirSync(join(dataFolder, 'madrid'))
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => ({ id: name, text: readFileSync(join(dataFolder, 'madrid', name), 'utf8') }))

const articlesOf = (name: string): Article[] =>
  name === 'madrid' ? madridArticles() : articlesIn(`stories/${name}/articles.jsonl`)

export const briefs = scorerOf<string, readonly BriefLine[]>({
  name: 'briefs',
  data: 'stories',
  definition:
    'The brief as printed (not --all) of the Madrid reports and of each story. A line says what another says where eval/brief-lines.ts finds it so: same section, numbers and day, 0.8 of the words of the shorter in the other. Lines without evidence are not counted.',
  rows: [{ name: REPEATED, floor: 0.05, target: 0.01, atMost: true, bounded: false }],
  items: (side) => (side === 'work' ? ['madrid', ...STORIES.work] : [...STORIES.check]),
  perfect: () => [],
  nothing: () => [],
  missing: recordMissing,
  answer: async (name, layers) => briefLines((await recordOfArticles(articlesOf(name), layers)).built),
  measure: (_items, answers) => ({
    [REPEATED]: share(
      answers.reduce((sum, lines) => sum + repeatsIn(lines).length, 0),
      answers.reduce((sum, lines) => sum + lines.length, 0),
    ),
  }),
  errors: (name, lines) => repeatsIn(lines).map(({ section, text }) => `${name} ${section}: ${text}`),
})

/** Other news to one article of the story. */
const FOREIGN = 10
/** Articles of a story that are mixed: of a larger one the first, so that the other news suffice. */
const MOST = 100
const SEED = 20261122

/** Words of other news that may be of the story itself. */
const OF_STORY: Readonly<Record<string, RegExp>> = {
  'nafta-usmca': /nafta|usmca/i,
  'us-mexico-tariff-2019': /mexic[\s\S]*tariff|tariff[\s\S]*mexic/i,
  'fiscal-cliff': /fiscal cliff/i,
  'shutdown-2013': /shutdown/i,
}

let others: { readonly article: Article; reading?: Promise<Reading[]> }[] | undefined

/** The first so many of the other news, in one seeded order; each read once for all stories. */
async function foreignReadings(story: string, count: number, layers: Layers): Promise<Reading[]> {
  if (others === undefined) {
    const lines = gunzipSync(readFileSync(join(dataFolder, 'throughput/articles.jsonl.gz')))
      .toString('utf8')
      .trim()
      .split('\n')
    others = seeded(SEED)
      .shuffled(lines.map((line) => JSON.parse(line) as Article))
      .map((article) => ({ article }))
  }
  const readings: Reading[] = []
  let taken = 0
  for (const one of others) {
    if (taken === count) break
    if (OF_STORY[story]!.test(one.article.text)) continue
    one.reading ??= readingsOf([one.article], layers)
    readings.push(...(await one.reading))
    taken++
  }
  return readings
}

interface Mixed {
  readonly alone: StoryAnswer['events']
  readonly mixed: StoryAnswer['events']
  /** Lines of the brief of the mixed reports, and those of them that rest on other news alone. */
  readonly lines: number
  readonly foreign: readonly string[]
  /** What the mixed record takes to be the negotiation. */
  readonly about: string
}

interface Story {
  readonly name: string
  readonly gold: Gold
}

const ROW = {
  kept: 'a story among ten times as much other news: gold kept of what it is alone',
  foreign: '— foreign lines in the brief',
} as const

const found = (story: string, events: StoryAnswer['events']): number => {
  const { gold_A, recall_date1_and_type_group } = score(story, {
    events,
    deadlines: [],
    disagreements: [],
  }).events
  return Math.round(gold_A * recall_date1_and_type_group)
}

export const mixed = scorerOf<Story, Mixed>({
  name: 'mixed',
  data: 'throughput',
  definition:
    'The first 100 articles of a story, alone and with ten articles of throughput/ to each, drawn by seed from those without the words of the story. Kept: tier A events within a day and of the right type group among 3 × gold, mixed over alone, as stories. Foreign: lines of the brief that rest on other news alone.',
  rows: [
    { name: ROW.kept, floor: 0.9, target: 0.97, bounded: false },
    { name: ROW.foreign, floor: 0.1, target: 0.02, atMost: true, bounded: false },
  ],
  items: (side) =>
    STORIES[side].map((name) => ({ name, gold: readJson(`stories/${name}/gold.json`) as Gold })),
  perfect: () => ({ alone: [], mixed: [], lines: 1, foreign: [], about: '' }),
  nothing: () => ({ alone: [], mixed: [], lines: 0, foreign: [], about: '' }),
  missing: recordMissing,
  answer: async ({ name, gold }, layers) => {
    const own = articlesOf(name).slice(0, MOST)
    const { readings, built, articleOf } = await recordOfArticles(own, layers)
    const foreign = await foreignReadings(name, FOREIGN * own.length, layers)
    const ids = new Set(foreign.map(({ report }) => report.id))
    const together: BuiltRecord = recordOfReadings([...readings, ...foreign], layers)
    const lines = briefLines(together)
    const events = (record: BuiltRecord['record']) => eventsOf(record, articleOf, 3 * gold.events.length)
    return {
      alone: events(built.record),
      mixed: events(together.record),
      lines: lines.length,
      about: together.record.negotiation.name,
      foreign: lines.filter(({ reports }) => reports.every((id) => ids.has(id))).map(({ text }) => text),
    }
  },
  measure: (items, answers) => {
    const sum = (count: (answer: Mixed, story: string) => number) =>
      items.reduce((total, { name }, i) => total + count(answers[i]!, name), 0)
    return {
      [ROW.kept]: share(
        sum((answer, story) => found(story, answer.mixed)),
        sum((answer, story) => found(story, answer.alone)),
      ),
      [ROW.foreign]: share(
        sum(({ foreign }) => foreign.length),
        sum(({ lines }) => lines),
      ),
    }
  },
  errors: ({ name }, { foreign }) => foreign.map((text) => `${name} FOREIGN ${text}`),
  details: (items, answers) =>
    items.map(
      ({ name }, i) =>
        `${name}: ${found(name, answers[i]!.mixed)} of ${found(name, answers[i]!.alone)} events kept, ${answers[i]!.foreign.length} of ${answers[i]!.lines} lines foreign; taken to be about ${answers[i]!.about}`,
    ),
})
