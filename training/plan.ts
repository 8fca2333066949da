// In: nothing. Out: the sizes and rates that the committed weights were trained with.
import type { ReaderPlan } from './reader.ts'
import type { TaggerPlan } from './tagger.ts'

export const READER: ReaderPlan = {
  encoder: { words: 9000, spellings: 1 << 13, size: 96, hidden: 96, tags: 96, slot: 128 },
  pairs: 1 << 15,
  epochs: 10,
  rate: 0.002,
  wordRate: 0.05,
  moveRate: 0.03,
  wordDropout: 0.2,
  dropout: 0.33,
  moveDropout: 0.2,
  pairDropout: 0.15,
  explore: 0.9,
  seed: 1,
}

export const SPELLER: TaggerPlan = {
  shape: { words: 4000, spellings: 1 << 13, pairs: 1 << 13 },
  hidden: 64,
  epochs: 4,
  rate: 0.05,
  dropout: 0.2,
  seed: 1,
}
