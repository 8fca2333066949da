// In: nothing. Out: the shape of what a sentence does to a measure.
import type { Row } from '../../language/lexicon.ts'
import type { Mood } from '../sentence/moods.ts'

/** The verb or event noun that does something to a measure, with its row of `measure-verbs`. */
export interface Doing {
  readonly token: number
  /** This and other verbs that say the same ("stand at 5 % and remain until May"), for their days and rates. */
  readonly tokens: number[]
  readonly row: Row
  /** Whether the measure is what is done to ("raised duties") rather than what does ("duties took effect"). */
  readonly asObject: boolean
  /** Whether the verb's object is hit ("slapped Peru with duties"). */
  readonly hitsObject?: boolean
  /** Whether others than whoever imposes it did it ("the accord averted the duties"). */
  readonly byOthers?: boolean
  /** How it is told, where the words around the verb do not say it. */
  readonly mood?: Mood
}

/** Whether it changes how high a measure stands. */
export const isStep = ({ row }: Doing): boolean => /^(?:raise|lower)$/.test(row.effect ?? '')
