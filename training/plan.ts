// In: nothing. Out: the sizes and rates that the committed weights were trained with.
import type { ParserPlan } from './parser.ts'
import type { TaggerPlan } from './tagger.ts'

export const TAGGER: TaggerPlan = {
  shape: { words: 6000, spellings: 1 << 13, pairs: 1 << 14 },
  hidden: 64,
  epochs: 3,
  rate: 0.05,
  dropout: 0.2,
  seed: 1,
}

/** Parts of the treebanks that are tagged by a tagger trained on the others. */
export const FOLDS = 5

export const PARSER: Omit<ParserPlan, 'shape'> & { readonly words: number; readonly pairs: number } = {
  words: 3000,
  pairs: 1 << 14,
  hidden: 64,
  epochs: 6,
  rate: 0.03,
  dropout: 0.2,
  explore: 0.9,
  seed: 1,
}
