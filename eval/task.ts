// In: nothing. Out: what a scorer is: gold items with their side, an answer of the system for each, measures over all.
import type { Layers } from './layers.ts'
import type { Side } from './split.ts'

/** A measured share or F1 from 0 to 1 and the number of gold cases it rests on. */
export interface Measure {
  readonly value: number
  readonly n: number
}

/** One line of the scoreboard. `floor` and `target` are 0 to 1, as {@link Measure}; `atMost` where less is better. */
export interface RowPlan {
  readonly name: string
  readonly floor?: number
  readonly target?: number
  readonly atMost?: boolean
  /** False where a perfect answer does not score 1, or an empty one not 0 (counts of errors, baselines). */
  readonly bounded?: boolean
}

/**
 * A measure by a task's published definition. `Item` is one gold document (or story, or pair), `Answer` what the
 * system says of it. Everything but `answer` is pure, so that a scorer can be tried on the gold itself.
 */
export interface Task<Item, Answer> {
  readonly name: string
  /** The data it needs, below the data folder. */
  readonly data: string
  /** Published definition followed, and where ours departs. */
  readonly definition: string
  readonly rows: readonly RowPlan[]
  readonly items: (side: Side, all: boolean) => Item[]
  /** What a perfect system would say. */
  readonly perfect: (item: Item) => Answer
  readonly nothing: (item: Item) => Answer
  /** What is not there yet, or undefined where the system can answer. */
  readonly missing: (layers: Layers) => string | undefined
  readonly answer: (item: Item, layers: Layers) => Answer | Promise<Answer>
  readonly measure: (items: readonly Item[], answers: readonly Answer[]) => Readonly<Record<string, Measure>>
  /** True where the perfect answer is the same for every item, so that shuffling says nothing. */
  readonly alike?: boolean
  /** Errors of one item, for work items only. */
  readonly errors?: (item: Item, answer: Answer) => string[]
  /** Lines over all items: recall by relation, commonest confusions. Work items only, unless they are bare totals. */
  readonly details?: (items: readonly Item[], answers: readonly Answer[]) => string[]
  readonly detailsAreTotals?: boolean
}

export interface Result {
  readonly measures: Readonly<Record<string, Measure>>
  readonly errors: readonly string[]
  readonly details: readonly string[]
  readonly items: number
}

/** A task with its types closed over. */
export interface Scorer {
  readonly name: string
  readonly data: string
  readonly definition: string
  readonly alike: boolean
  readonly rows: readonly RowPlan[]
  readonly missing: (layers: Layers) => string | undefined
  readonly run: (side: Side, layers: Layers, options: { errors: boolean; all: boolean }) => Promise<Result>
  /** Measures of the gold against itself, of no answer, and of the answers shifted by one item. */
  readonly selfTest: (side: Side) => {
    readonly perfect: Readonly<Record<string, Measure>>
    readonly nothing: Readonly<Record<string, Measure>>
    readonly shuffled: Readonly<Record<string, Measure>>
  }
}

export function scorerOf<Item, Answer>(task: Task<Item, Answer>): Scorer {
  return {
    name: task.name,
    data: task.data,
    definition: task.definition,
    rows: task.rows,
    alike: task.alike ?? false,
    missing: task.missing,
    async run(side, layers, { errors, all }) {
      const items = task.items(side, all)
      const answers: Answer[] = []
      for (const item of items) answers.push(await task.answer(item, layers))
      const open = side === 'work' && errors
      return {
        measures: task.measure(items, answers),
        errors: open && task.errors ? items.flatMap((item, i) => task.errors!(item, answers[i]!)) : [],
        details:
          (side === 'work' || task.detailsAreTotals) && task.details ? task.details(items, answers) : [],
        items: items.length,
      }
    },
    selfTest(side) {
      const items = task.items(side, false)
      const answers = items.map(task.perfect)
      return {
        perfect: task.measure(items, answers),
        nothing: task.measure(items, items.map(task.nothing)),
        shuffled: task.measure(items, [...answers.slice(1), ...answers.slice(0, 1)]),
      }
    },
  }
}
