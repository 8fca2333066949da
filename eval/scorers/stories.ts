// In: the four stories. Out: the scores of stories/score.mjs on events, deadlines and disagreements.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { share } from '../counts.ts'
import { dataFolder, readJson } from '../data.ts'
import { articlesIn, recordMissing, recordOfArticles } from '../record-of.ts'
import { deadlinesOf, disagreementsOf, eventsOf, type StoryAnswer } from '../story-answer.ts'
import { scorerOf } from '../task.ts'

export interface Gold {
  readonly events: readonly {
    readonly date: string
    readonly type: string
    readonly description: string
    readonly numbers: Readonly<Record<string, unknown>>
    readonly support: readonly { readonly id: string }[]
    readonly tier: string
  }[]
  readonly deadlines: readonly {
    readonly name: string
    readonly chain: readonly { readonly due: string | null }[]
  }[]
  readonly disagreements: readonly {
    readonly expect: string
    readonly claims: readonly { readonly id: string; readonly value: string }[]
  }[]
}

interface Story {
  readonly name: string
  readonly gold: Gold
}

/** What score.mjs prints, as far as it is read here. */
export interface Scores {
  readonly events: {
    readonly gold_A: number
    readonly recall_date1: number
    readonly recall_date1_and_type_group: number
    readonly matched_but_wrong_date: number
    readonly number_accuracy: number | null
    readonly numbers_scored: number
    readonly precision_lower_bound: number
    readonly predicted: number
  }
  readonly deadlines: {
    readonly chains: number
    readonly exact: number
    readonly detail: readonly (readonly [name: string, gold: string, found: string, exact: boolean])[]
  }
  readonly disagreements: {
    readonly recall: number
    readonly class_accuracy_on_found: number
    readonly false_alarms_on_hard_negatives: string
    readonly by_class: Readonly<
      Record<string, { readonly n: number; readonly found: number; readonly right: number }>
    >
  }
}

/** What stories/score.mjs says of an answer. */
export function score(name: string, answer: StoryAnswer): Scores {
  const folder = mkdtempSync(join(tmpdir(), 'parley-story-'))
  try {
    const file = join(folder, 'answer.json')
    writeFileSync(file, JSON.stringify(answer))
    const run = spawnSync(process.execPath, [join(dataFolder, 'stories/score.mjs'), name, file], {
      encoding: 'utf8',
    })
    if (run.status !== 0) throw new Error(`stories/score.mjs failed on ${name}: ${run.stderr.slice(0, 500)}`)
    return JSON.parse(run.stdout) as Scores
  } finally {
    rmSync(folder, { recursive: true })
  }
}

export const STORIES = {
  work: ['nafta-usmca', 'us-mexico-tariff-2019'],
  check: ['fiscal-cliff', 'shutdown-2013'],
} as const

const ROW = {
  events: 'stories: tier A events within a day, right type group, N = 3 × gold',
  anyType: '— within a day, any type',
  wrong: '— share of matched ones with a wrong date',
  numbers: '— numbers right',
  chains: 'stories: deadline chains exact',
  steps: '— steps found',
  disagreements: 'stories: disagreements found, N = 2 × gold',
  class: '— right class',
  alarms: "— gold's compatible and different pairs shown as disputes",
} as const

const NEGATIVE = new Set(['compatible', 'different-things'])

export const stories = scorerOf<Story, StoryAnswer>({
  name: 'stories',
  data: 'stories',
  definition:
    'stories/score.mjs as it stands, run on the record turned into its format (eval/story-answer.ts); summed over the stories of a side. Work: nafta-usmca, us-mexico-tariff-2019; check: fiscal-cliff, shutdown-2013.',
  rows: [
    { name: ROW.events, floor: 0.45, target: 0.68 },
    { name: ROW.anyType },
    { name: ROW.wrong, floor: 0.08, target: 0.04, atMost: true, bounded: false },
    { name: ROW.numbers, floor: 0.75, target: 0.9, bounded: false },
    { name: ROW.chains, floor: 0.5, target: 0.8 },
    { name: ROW.steps, floor: 0.7, target: 0.9 },
    { name: ROW.disagreements, floor: 0.4, target: 0.65 },
    { name: ROW.class, floor: 0.75, target: 0.9 },
    { name: ROW.alarms, floor: 0.1, target: 0, atMost: true, bounded: false },
  ],
  items: (side) =>
    STORIES[side].map((name) => ({ name, gold: readJson(`stories/${name}/gold.json`) as Gold })),
  perfect: ({ gold }) => ({
    events: gold.events.map(({ date, type, description, numbers, support }) => ({
      date,
      type,
      text: description,
      numbers,
      articles: support.map(({ id }) => id),
    })),
    deadlines: gold.deadlines.map(({ name, chain }) => ({
      name,
      due: chain.flatMap(({ due }, i) => (due === null || due === chain[i - 1]?.due ? [] : [due])),
      articles: [],
    })),
    disagreements: gold.disagreements.map(({ expect, claims }) => ({ kind: expect, claims })),
  }),
  nothing: () => ({ events: [], deadlines: [], disagreements: [] }),
  missing: recordMissing,
  answer: async ({ name, gold }, layers) => {
    const { record, articleOf } = await recordOfArticles(articlesIn(`stories/${name}/articles.jsonl`), layers)
    return {
      events: eventsOf(record, articleOf, 3 * gold.events.length),
      deadlines: deadlinesOf(record, articleOf),
      disagreements: disagreementsOf(record, articleOf, 2 * gold.disagreements.length),
    }
  },
  measure: (items, answers) => {
    const sum = {
      a: 0,
      near: 0,
      grouped: 0,
      wrong: 0,
      numbers: 0,
      rightNumbers: 0,
      chains: 0,
      exact: 0,
      steps: 0,
      hit: 0,
    }
    const dis = { n: 0, found: 0, right: 0, negatives: 0, alarms: 0 }
    items.forEach((story, i) => {
      const { events, deadlines, disagreements } = score(story.name, answers[i]!)
      sum.a += events.gold_A
      sum.near += Math.round(events.recall_date1 * events.gold_A)
      sum.grouped += Math.round(events.recall_date1_and_type_group * events.gold_A)
      sum.wrong += events.matched_but_wrong_date
      sum.numbers += events.numbers_scored
      sum.rightNumbers += Math.round((events.number_accuracy ?? 0) * events.numbers_scored)
      sum.chains += deadlines.chains
      sum.exact += deadlines.exact
      for (const [, gold, found] of deadlines.detail) {
        const days = gold.split(' > ')
        sum.steps += days.length
        sum.hit += days.filter((day) => found.split(' > ').includes(day)).length
      }
      for (const [kind, { n, found, right }] of Object.entries(disagreements.by_class)) {
        if (NEGATIVE.has(kind)) continue
        dis.n += n
        dis.found += found
        dis.right += right
      }
      const [alarms, negatives] = disagreements.false_alarms_on_hard_negatives.split('/').map(Number)
      dis.alarms += alarms!
      dis.negatives += negatives!
    })
    return {
      [ROW.events]: share(sum.grouped, sum.a),
      [ROW.anyType]: share(sum.near, sum.a),
      [ROW.wrong]: share(sum.wrong, sum.near + sum.wrong),
      [ROW.numbers]: share(sum.rightNumbers, sum.numbers),
      [ROW.chains]: share(sum.exact, sum.chains),
      [ROW.steps]: share(sum.hit, sum.steps),
      [ROW.disagreements]: share(dis.found, dis.n),
      [ROW.class]: share(dis.right, dis.found),
      [ROW.alarms]: share(dis.alarms, dis.negatives),
    }
  },
  errors: (story, answer) => {
    const { events, deadlines } = score(story.name, answer)
    return [
      `${story.name} ${JSON.stringify(events)}`,
      ...deadlines.detail.map(
        ([name, gold, found]) => `${story.name} DEADLINE ${name}: gold ${gold} found ${found}`,
      ),
      ...answer.deadlines.map(({ name, due }) => `${story.name} SHOWN DEADLINE ${name}: ${due.join(' > ')}`),
      ...story.gold.events.map(
        ({ date, type, tier, description }) => `${story.name} GOLD ${tier} ${date} ${type}: ${description}`,
      ),
      ...answer.events.map(
        ({ date, type, text }) => `${story.name} SHOWN ${date} ${type}: ${text.slice(0, 160)}`,
      ),
      ...answer.disagreements.map(
        ({ kind, claims }) =>
          `${story.name} DISPUTE ${kind}: ${claims.map(({ value }) => value.slice(0, 60)).join(' // ')}`,
      ),
    ]
  },
})
