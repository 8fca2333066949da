// In: a scene. Out: the portions told of something: "43 % of its cod", "most of Peru's fishmeal", "nearly all diesel".
import type { Quantity } from '../../language/doc.ts'
import type { Ref } from '../../model/index.ts'
import { unique } from '../fillers.ts'
import type { Scene } from '../scene.ts'

/** A portion of `what`: its head token, the head of the thing, the share where a number gives it. */
export interface Portion {
  readonly head: number
  readonly what: number
  readonly share?: Quantity
}

/** Words that stand for the greater part of a thing. */
const MOST: ReadonlySet<string> = new Set(['most', 'all', 'bulk', 'majority', 'half', 'entirety'])

/** A per cent or a fraction in words. */
export const isShare = ({ unit, value }: Quantity): boolean => unit === '%' || (value > 0 && value < 1)

/** In order of the text; the portion of a thing that has a number is told by the number. */
export function portionsOf(scene: Scene): Portion[] {
  const { doc, fillers } = scene
  const { tokens } = doc
  const found: Portion[] = []
  for (let at = 0; at < tokens.count; at++) {
    const share = fillers.quantityAt(at)
    if (share) {
      const what = isShare(share) && !share.change ? wholeOf(scene, share.first, share.last) : -1
      if (what >= 0) found.push({ head: headWithin(scene, share), what, share })
      at = share.last - 1
    } else if (MOST.has(tokens.lower[at]!)) {
      const of = wholeOf(scene, at, at + 1)
      const noun = tokens.head[at]!
      if (of >= 0) found.push({ head: at, what: of })
      else if (noun > at && /^(?:det|amod|nummod)/.test(tokens.dep[at]!))
        found.push({ head: noun, what: noun })
    }
  }
  return found
}

/** The noun behind "of" right after the words of a portion; −1 where none stands there. */
function wholeOf({ doc: { tokens }, grammar }: Scene, first: number, last: number): number {
  if (tokens.lower[last] !== 'of') return -1
  for (let at = first; at < last; at++) {
    const [of] = grammar.obliques(at, 'of')
    if (of !== undefined) return of
  }
  return -1
}

/** The token of a quantity that hangs outside it. */
function headWithin({ doc: { tokens } }: Scene, { first, last }: Quantity): number {
  for (let at = first; at < last; at++) {
    const over = tokens.head[at]!
    if (over < first || over >= last) return at
  }
  return last - 1
}

/** Whose a thing is: "its cod", "Peru's cod", "Peruvian cod"; [] where that is nobody named. */
export function ownersOf({ grammar, fillers }: Scene, what: number): Ref[] {
  const owners = grammar.dependents(what, 'nmod:poss', 'amod', 'compound')
  return unique(owners.flatMap((at) => fillers.partyNamed(at)).map((ref) => fillers.sideOf(ref) ?? ref))
}
