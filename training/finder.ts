// In: documents with marked names, the rules of names, word clusters. Out: the weights of the name finder.
import { startDraft } from '#parley/language/draft.ts'
import type { Lexicon } from '#parley/language/lexicon.ts'
import { findByRules } from '#parley/language/names/find-names.ts'
import {
  bestLabel,
  type Finder,
  type FinderColumns,
  finderColumns,
  finderFeatures,
  LABELS,
  mayBeName,
} from '#parley/language/names/finder.ts'
import { nameWordsOf } from '#parley/language/names/words.ts'
import type { Models } from '#parley/language/reader/models.ts'
import { tag } from '#parley/language/reader/tagger.ts'
import type { Vocabulary } from '#parley/language/reader/vocabulary.ts'
import type { KindDocument } from './finder-data.ts'
import { makeRandom, shuffle } from './random.ts'

export interface FinderPlan {
  readonly buckets: number
  readonly epochs: number
  /** Runs in other orders that the weights are the mean of. */
  readonly seeds: number
}

const UNSURE = 255
/** Of 32767. */
const PRUNED = 40

/** Averaged perceptron, trained on its own history; `models` gives tags where there is a tagger. */
export function trainFinder(
  documents: readonly KindDocument[],
  lexicon: Lexicon,
  vocabulary: Vocabulary,
  models: Models | undefined,
  plan: FinderPlan,
  log: (line: string) => void,
): Finder {
  const words = nameWordsOf(lexicon)
  const examples = documents.map((document) => {
    const parts = [{ start: 0, end: document.text.length, role: 'body' as const, n: 0 }]
    const draft = startDraft(document.text, parts, 'en')
    if (models) tag(draft, models)
    const board = findByRules(draft, lexicon)
    return { columns: finderColumns(board, words, vocabulary), gold: labelsOf(document, draft.tokens) }
  })
  const sums = new Float64Array(plan.buckets * LABELS)
  for (let seed = 1; seed <= plan.seeds; seed++) train(examples, plan, seed, sums, log)
  return { buckets: plan.buckets, weights: toWeights(sums) }
}

interface Example {
  readonly columns: FinderColumns
  readonly gold: Uint8Array
}

/** One run over the examples in the order that a seed gives; adds the averaged weights to `sums`. */
function train(
  examples: readonly Example[],
  plan: FinderPlan,
  seed: number,
  total: Float64Array,
  log: (line: string) => void,
): void {
  const mask = plan.buckets - 1
  const weights = new Int32Array(plan.buckets * LABELS)
  const sums = new Float64Array(plan.buckets * LABELS)
  const stamps = new Int32Array(plan.buckets * LABELS)
  let step = 0
  const bump = (index: number, by: number) => {
    sums[index] = sums[index]! + (step - stamps[index]!) * weights[index]!
    stamps[index] = step
    weights[index] = weights[index]! + by
  }
  const random = makeRandom(seed)
  const order = examples.map((_, i) => i)
  const scores = new Int32Array(LABELS)
  for (let epoch = 0; epoch < plan.epochs; epoch++) {
    shuffle(order, random)
    let wrong = 0
    let seen = 0
    for (const o of order) {
      const { columns, gold } = examples[o]!
      const { tokens, sents } = columns.board.draft
      columns.memory.clear()
      for (const sentence of sents) {
        let one = 0
        let two = 0
        for (let i = sentence.first; i < sentence.last; i++) {
          let label = 0
          if (mayBeName(columns, i, one)) {
            const count = finderFeatures(columns, i, one, two, mask)
            scores.fill(0)
            for (let f = 0; f < count; f++) {
              const row = columns.features[f]! * LABELS
              for (let k = 0; k < LABELS; k++) scores[k] = scores[k]! + weights[row + k]!
            }
            label = bestLabel(scores, one)
            const right = gold[i]!
            if (right !== UNSURE) {
              seen++
              step++
              if (right !== label) {
                wrong++
                for (let f = 0; f < count; f++) {
                  bump(columns.features[f]! * LABELS + right, 1)
                  bump(columns.features[f]! * LABELS + label, -1)
                }
              }
            }
            columns.memory.set(tokens.form[i]!, label)
          }
          two = one
          one = label
        }
      }
    }
    log(
      `finder: run ${seed}, epoch ${epoch + 1}, ${((100 * wrong) / seen).toFixed(2)} % of ${seen} labels wrong`,
    )
  }
  step++
  for (let i = 0; i < weights.length; i++) {
    total[i] = total[i]! + (sums[i]! + (step - stamps[i]!) * weights[i]!) / step
  }
}

/** Labels of tokens from spans; a token that a span cuts through, and what is unsure, are not learnt. */
function labelsOf(
  document: KindDocument,
  tokens: { readonly count: number; readonly start: Int32Array; readonly end: Int32Array },
): Uint8Array {
  const labels = new Uint8Array(tokens.count)
  for (let i = 0; i < tokens.count; i++) {
    const start = tokens.start[i]!
    const end = tokens.end[i]!
    if (start >= document.until) labels[i] = UNSURE
    const mark = document.marks.find((m) => m.start < end && start < m.end)
    if (mark) labels[i] = 1 + 2 * mark.kind + (mark.start >= start ? 0 : 1)
    else if (document.unsure.some((m) => m.start < end && start < m.end)) labels[i] = UNSURE
  }
  return labels
}

/** Averages in 16 bits; those too small to matter become 0. */
function toWeights(sums: Float64Array): Int16Array {
  const top = sums.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-9)
  const weights = new Int16Array(sums.length)
  for (let i = 0; i < sums.length; i++) {
    const value = Math.round((sums[i]! / top) * 32767)
    weights[i] = Math.abs(value) < PRUNED ? 0 : value
  }
  return weights
}

/** The file that `decodeFinder` reads: "PNF1", log2 of the buckets, then runs of zeros to skip and 16-bit values. */
export function encodeFinder(finder: Finder): Uint8Array {
  const out: number[] = [0x50, 0x4e, 0x46, 0x31, Math.log2(finder.buckets)]
  const { weights } = finder
  let at = 0
  while (at < weights.length) {
    let zeros = 0
    while (at < weights.length && weights[at] === 0 && zeros < 255) {
      zeros++
      at++
    }
    const values: number[] = []
    while (
      at < weights.length &&
      values.length < 510 &&
      !(weights[at] === 0 && weights[at + 1] === 0 && weights[at + 2] === 0)
    ) {
      values.push(weights[at]! & 255, (weights[at]! >> 8) & 255)
      at++
    }
    out.push(zeros, values.length / 2, ...values)
  }
  return Uint8Array.from(out)
}
