// In: disputes drawn and judged by hand. Out: how many are real and rightly classed, and how many explanations are true.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { share } from '../counts.ts'
import { repository } from '../data.ts'
import type { ShownDispute } from '../judged/disputes.ts'
import { scorerOf } from '../task.ts'

interface Judged extends ShownDispute {
  /** Its sides speak of one thing and time and shut each other out as its class says. */
  readonly real: boolean
  /** What it gives as the reason holds; "not explained" where nothing read explains it. */
  readonly explained: boolean
}

interface Verdict {
  readonly real: boolean
  readonly explained: boolean
}

const { draws } = JSON.parse(readFileSync(join(repository, 'eval/judged/disputes.json'), 'utf8')) as {
  readonly draws: readonly { readonly commit: string; readonly cases: readonly Judged[] }[]
}
const last = draws.at(-1)!

const REAL = `disputes shown, real and rightly classed (judged at ${last.commit})`
const EXPLAINED = '— explanation true'

export const disputes = scorerOf<Judged, Verdict>({
  name: 'disputes',
  data: '',
  definition: `eval/judged/disputes.json: disputes of the records of the work stories, of haiti and libya of Timeline17 (400 reports each at most) and of the work topics of ECB+, at most 50 drawn by seed (eval/judged/draw.ts), read by hand at the commit named; it does not follow the code. Fewer than 50 where fewer are shown. Draws before: ${draws
    .slice(0, -1)
    .map(
      ({ commit, cases }) => `${commit}, ${cases.filter(({ real }) => real).length} of ${cases.length} real`,
    )
    .join('; ')}.`,
  rows: [
    { name: REAL, floor: 0.75, target: 0.92 },
    { name: EXPLAINED, floor: 0.8, target: 0.92 },
  ],
  alike: true,
  items: (side) => (side === 'work' ? [...last.cases] : []),
  perfect: () => ({ real: true, explained: true }),
  nothing: () => ({ real: false, explained: false }),
  missing: () => undefined,
  answer: ({ real, explained }) => ({ real, explained }),
  measure: (_items, answers) => ({
    [REAL]: share(answers.filter(({ real }) => real).length, answers.length),
    [EXPLAINED]: share(answers.filter(({ explained }) => explained).length, answers.length),
  }),
  errors: (item) => (item.real && item.explained ? [] : [JSON.stringify(item)]),
})
