// What finders of amounts give: what an amount is of.
import type { Phrase } from '../../model/index.ts'

/** What an amount is of, with the verb and whose it is. */
export interface AmountOf {
  readonly parts: readonly Phrase[]
  readonly verb: number
  readonly owners: readonly number[]
  readonly change?: 'up' | 'down'
  /** A line that is drawn, whatever rises or falls around it. */
  readonly isLine?: true
  /** Set where the words only point back to what an earlier number is of: "the figure". */
  readonly isBack?: true
  /** The token of who gives the number. */
  readonly by?: number
}
