// In: nothing. Out: what a command is.
import type { Format, OptionName, Typed } from './options.ts'
import type { World } from './world.ts'

/** How a command ended: 0 done, 1 trouble in the input, 2 misuse. */
export type Exit = 0 | 1 | 2

/** A command. `run` loads what it needs when it is called, so that starting is fast. */
export interface Command {
  readonly name: string
  readonly group: 'read' | 'look' | 'dossier' | 'machine' | 'other'
  /** What follows the name: "PATH…". */
  readonly takes: string
  /** How many words may follow, the name of a dossier left out; any number where not given. */
  readonly most?: number
  readonly summary: string
  readonly details?: readonly string[]
  readonly options: readonly OptionName[]
  readonly formats: readonly Format[]
  readonly examples: readonly string[]
  readonly run: (typed: Typed, world: World) => Promise<Exit>
}
