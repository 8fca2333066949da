// In: CQE's sentences. Out: texts with their quantities.
import { createHash } from 'node:crypto'
import { filesIn, readJson } from '../data.ts'
import type { Side } from '../split.ts'

export interface GoldQuantity {
  readonly value: string
  readonly normalized_unit: string
}

export interface QuantitySentence {
  readonly name: string
  readonly text: string
  readonly quantities: readonly GoldQuantity[]
}

/** The sentences have no names: they are split by the sha1 of their own text. */
export function cqe(side: Side): QuantitySentence[] {
  return filesIn('quantities/cqe', '.json').flatMap((file) =>
    (readJson(`quantities/cqe/${file}`) as Omit<QuantitySentence, 'name'>[])
      .map((sentence, i) => ({ ...sentence, name: `${file.replace('-model.json', '')}/${i}` }))
      .filter(
        ({ text }) => createHash('sha1').update(text).digest('hex').charAt(0) < 'c' === (side === 'work'),
      ),
  )
}
