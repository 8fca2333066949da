// In: nothing. Out: the shape of an attribution while it is being found, in tokens.
import type { Phrase } from './scene.ts'

/** Source, cue and content in tokens; each may be in pieces. */
export interface Found {
  readonly source: readonly Phrase[]
  readonly cue: readonly Phrase[]
  readonly content: readonly Phrase[]
  readonly cueLemma: string
  /** Token of the cue's head, −1 without a cue. */
  readonly head: number
  readonly nonSpeech: boolean
}
