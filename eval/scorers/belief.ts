// In: judged claims and the records they stand in. Out: how far the record's belief lies from how often it is right.
import { shortHash } from '#parley/model/id.ts'
import type { Layers } from '../layers.ts'
import { articlesIn, recordMissing, recordOfArticles } from '../record-of.ts'
import type { Measure } from '../task.ts'
import { scorerOf } from '../task.ts'
import { type ClaimVerdict, claims } from './precision.ts'
import { STORIES } from './stories.ts'

const ERROR = 'calibration error of belief on the judged claims that still stand'
const BINS = 10

/** A belief beside whether its claim was judged right. */
export interface Believed {
  readonly belief: number
  readonly right: boolean
}

interface Bin {
  readonly from: number
  readonly n: number
  readonly belief: number
  readonly right: number
}

/** Ten bins of equal width, the last closed; empty ones left out. */
export function binsOf(believed: readonly Believed[]): Bin[] {
  const bins = Map.groupBy(believed, ({ belief }) => Math.min(BINS - 1, Math.floor(belief * BINS)))
  const mean = (list: readonly Believed[], of: (one: Believed) => number) =>
    list.reduce((sum, one) => sum + of(one), 0) / list.length
  return [...bins]
    .sort(([a], [b]) => a - b)
    .map(([bin, list]) => ({
      from: bin / BINS,
      n: list.length,
      belief: mean(list, ({ belief }) => belief),
      right: mean(list, ({ right }) => Number(right)),
    }))
}

/** Expected calibration error (Naeini and others 2015): the gap of each bin by its share of the cases. */
export function calibrationError(believed: readonly Believed[]): Measure {
  const gaps = binsOf(believed).reduce((sum, { n, belief, right }) => sum + n * Math.abs(belief - right), 0)
  return { value: believed.length === 0 ? 0 : gaps / believed.length, n: believed.length }
}

let beliefs: Promise<ReadonlyMap<string, number>> | undefined

/** The belief of the entry that each evidence stands in, over the work stories. */
async function beliefsIn(layers: Layers): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>()
  for (const name of STORIES.work) {
    const { record } = await recordOfArticles(articlesIn(`stories/${name}/articles.jsonl`), layers)
    for (const { evidence, belief } of record.entries)
      for (const { id } of evidence) found.set(`${name} ${id}`, belief)
  }
  return found
}

const answered = (items: readonly ClaimVerdict[], answers: readonly (number | undefined)[]): Believed[] =>
  items.flatMap(({ right }, i) => (answers[i] === undefined ? [] : [{ belief: answers[i], right }]))

export const belief = scorerOf<ClaimVerdict, number | undefined>({
  name: 'belief',
  data: 'stories',
  definition:
    'Expected calibration error over ten bins of equal width: the belief of the entry a claim stands in, against the verdict on the claim (eval/precision/verdicts.json, planted ones left out). A claim that is read otherwise now has no verdict and is left out. n per bin: --details.',
  rows: [{ name: ERROR, floor: 0.1, target: 0.05, atMost: true, bounded: false }],
  items: (side) => (side === 'work' ? claims.verdicts.filter(({ planted }) => planted === undefined) : []),
  perfect: ({ right }) => Number(right),
  nothing: () => undefined,
  missing: recordMissing,
  answer: async ({ story, claim }, layers) => {
    beliefs ??= beliefsIn(layers)
    return (await beliefs).get(`${story} e:${shortHash(claim)}`)
  },
  measure: (items, answers) => ({ [ERROR]: calibrationError(answered(items, answers)) }),
  details: (items, answers) =>
    binsOf(answered(items, answers)).map(
      ({ from, n, belief, right }) =>
        `belief ${from.toFixed(1)}–${(from + 1 / BINS).toFixed(1)}: n ${n}, believed ${belief.toFixed(3)}, right ${right.toFixed(3)}`,
    ),
})
