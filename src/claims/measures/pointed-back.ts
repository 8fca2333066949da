// In: the measures of one report. Out: the same, where "the tariffs" is on whom and by whom the one tariff of the report is.
import type { MeasurePart, Ref } from '../../model/index.ts'
import { type Found, type Scene, tokenAt } from '../scene.ts'

const DEFINITE: ReadonlySet<string> = new Set(['the', 'these', 'those', 'this', 'that', 'such'])

/** "The tariffs", "those duties": a measure told of before. */
export const pointsBack = ({ doc, grammar }: Scene, noun: number): boolean =>
  grammar.dependents(noun, 'det').some((word) => DEFINITE.has(doc.tokens.lower[word]!))

/** What a report says of all its measures of one type that name whom they hit. */
interface Kind {
  /** Sentence of the first. */
  readonly sentence: number
  readonly on: readonly Ref[]
  by: readonly Ref[]
  /** All hit the same, and none is by another than the rest. */
  one: boolean
}

/**
 * A definite measure that names nobody it hits is the one told before in its report, where all those of its type hit
 * the same and none is by another. What is neither by nor on anybody then is left out.
 */
export function pointedBack(scene: Scene, found: readonly Found[]): Found[] {
  const kinds = kindsOf(scene, found)
  return found
    .map((one) => {
      const part = partOf(one)
      const kind = kinds.get(part.type)
      if (!kind?.one || part.on.length > 0 || part.goods.length > 0) return one
      // "The Peruvian duties" are on Peru where all duties told of are.
      if (part.by.length === 0 && hasDoer(scene, one))
        return { ...one, body: { ...one.body, about: { ...part, on: [] } } as Found['body'] }
      const named = kind.by.length > 0 && isNamedAfter(scene, one) && keyOf(part.by) === keyOf(kind.on)
      const isOwn = named || part.by.length === 0 || kind.by.length === 0 || keyOf(part.by) === keyOf(kind.by)
      if (!isOwn || kind.sentence >= scene.sentenceOf(one.trigger) || !isDefinite(scene, one)) return one
      return {
        ...one,
        alsoSentences: [kind.sentence],
        body: {
          ...one.body,
          ...(named ? { actor: kind.by, recipient: kind.on } : {}),
          about: { ...part, on: kind.on, by: named || part.by.length === 0 ? kind.by : part.by },
        } as Found['body'],
      }
    })
    .filter((one) => partOf(one).by.length > 0 || partOf(one).on.length > 0 || isTaxRate(partOf(one)))
}

/** The rate of a tax says something, whoever sets it. */
const isTaxRate = ({ type, rate }: MeasurePart): boolean => type === 'tax' && rate !== undefined

/** "The president could lift it": somebody does it whom no rule here knows. */
const hasDoer = ({ grammar }: Scene, { trigger }: Found): boolean =>
  grammar.isVerb(trigger) && !grammar.isPassive(trigger) && grammar.subjects(trigger).length > 0

/** "The Peruvian duties": a party's name right before the noun. */
function isNamedAfter(scene: Scene, { roles }: Found): boolean {
  const end = roles?.noun?.end
  if (end === undefined) return false
  return scene.grammar
    .dependents(tokenAt(scene, end - 1), 'amod', 'compound')
    .some((token) => scene.fillers.partyNamed(token).length > 0)
}

function kindsOf(scene: Scene, found: readonly Found[]): Map<string, Kind> {
  const kinds = new Map<string, Kind>()
  for (const one of found) {
    const { type, on, by } = partOf(one)
    if (on.length === 0) continue
    const known = kinds.get(type)
    if (!known) kinds.set(type, { sentence: scene.sentenceOf(one.trigger), on, by, one: true })
    else {
      const sameBy = by.length === 0 || known.by.length === 0 || keyOf(by) === keyOf(known.by)
      if (keyOf(on) !== keyOf(known.on) || !sameBy) known.one = false
      if (known.by.length === 0) known.by = by
    }
  }
  return kinds
}

const partOf = (found: Found): MeasurePart => (found.body as { about: MeasurePart }).about
const keyOf = (refs: readonly Ref[]): string =>
  refs
    .map(({ id }) => id)
    .sort()
    .join('+')

function isDefinite(scene: Scene, { roles }: Found): boolean {
  const end = roles?.noun?.end
  return end !== undefined && pointsBack(scene, tokenAt(scene, end - 1))
}
