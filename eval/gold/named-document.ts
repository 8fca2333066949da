// In: nothing. Out: the shape of a text with its named persons, organisations and places.
import type { Range } from '#parley/model/range.ts'

export interface GoldName extends Range {
  readonly type: 'person' | 'organisation' | 'place'
}

export interface NamedDocument {
  readonly name: string
  readonly set: string
  readonly text: string
  readonly names: readonly GoldName[]
  /** What is found inside one of these is neither right nor wrong. */
  readonly ignored: readonly Range[]
}
