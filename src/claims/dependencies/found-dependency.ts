// In: who hangs on whom for what, found in a sentence. Out: the find of it, or none where the sentence only thinks it.
import type { Quantity } from '../../language/doc.ts'
import type { Phrase, Ref, Value } from '../../model/index.ts'
import { claimDay, timesOf } from '../sentence/attached-days.ts'
import type { Mood } from '../sentence/moods.ts'
import type { Found, Scene } from '../sentence/scene.ts'

/** A party that something is had from, and the token that says so. */
export interface Told {
  readonly trigger: number
  readonly foundBy: string
  readonly dependent: readonly Ref[]
  readonly on: Ref
  readonly what: Phrase
  readonly share?: Quantity
  /** Taken for granted by what is said of it: "wants to end its reliance on Peru" tells that there is one. */
  readonly granted?: boolean
}

const GRANTED: Mood = { polarity: 'affirmed', modality: 'held' }
const NOT_SO: ReadonlySet<string> = new Set(
  'hypothetical conditional question possible planned expected'.split(' '),
)

/** Undefined where it is denied, asked, wished or only thought of. */
export function foundDependency(scene: Scene, told: Told): Found | undefined {
  const mood = scene.epistemics(told.trigger)
  if (!told.granted && (mood.polarity === 'denied' || NOT_SO.has(mood.modality))) return undefined
  const epistemics: Mood = told.granted ? GRANTED : mood
  const { share, what } = told
  return {
    kind: 'dependency',
    trigger: told.trigger,
    foundBy: told.foundBy,
    epistemics,
    body: {
      dependent: [...told.dependent],
      on: told.on,
      what,
      ...(share && { share: percentOf(share) }),
      affects: [],
    },
    days: timesOf(scene.doc, scene.grammar, [told.trigger])
      // "Its Sunday trains" are of no one Sunday.
      .filter((time) => time.type === 'DATE' && (time.end <= what.start || time.start >= what.end))
      .map((time) => claimDay(scene.doc, time, 'asOf')),
    roles: {
      what: { start: what.start, end: what.end },
      ...(share && { share: { start: share.start, end: share.end } }),
    },
  }
}

/** "Half", "two-thirds" and "43 %" as per cent, to a tenth. */
export const percentOf = ({ value, unit, bound }: Quantity): Value => ({
  value: unit === '%' ? value : Math.round(value * 1000) / 10,
  unit: '%',
  bound,
})

const SOLD: ReadonlySet<string> = new Set(
  'export shipment output production sale crop harvest revenue turnover income profit earnings'.split(' '),
)

/** What hangs on who buys it is its sale: "sales of cod", "exports". */
export const saleOf = (what: Phrase): Phrase =>
  SOLD.has(what.head) ? what : { ...what, text: `sales of ${what.text}` }

/** What hangs on a way is its passage: "passage of copper". */
export const passageOf = (what: Phrase): Phrase =>
  /^(?:trade|traffic|transit|transshipment|transhipment|transport|passage)$/.test(what.head)
    ? what
    : { ...what, text: `passage of ${what.text}` }
