// In: a scene, a quantity. Out: the same in the unit its clause tells: shares in per cent, bare numbers in what they count.
import { type Quantity, UPOS } from '../../language/doc.ts'
import { isMoney } from '../../model/index.ts'
import { placeFrom } from '../sentence/nearby.ts'
import type { Scene } from '../sentence/scene.ts'
import { leadOf } from './amount.ts'
import { isPutAt } from './put-at.ts'

const PRON = UPOS.indexOf('PRON')

/** What the verb over a number is said or done of: "the death toll rose to", "put the toll at", "raise the age to". */
export function thingsBy({ grammar }: Scene, { first }: Quantity): number[] {
  const verb = grammar.governor(first)
  return verb < 0 ? [] : [...grammar.subjects(verb), ...grammar.objects(verb)].filter((one) => one < first)
}

/** What is so many where a verb brings it there or puts it there: "crossings fell to 22", "put the layoffs at 800", "flights were cut to 55". */
function thingsCounted(scene: Scene, quantity: Quantity): number | undefined {
  const { doc, grammar } = scene
  const { lemma, lower, tag } = doc.tokens
  const { first, value } = quantity
  const lead = lower[leadOf(scene, first)] ?? ''
  const verb = grammar.governor(first)
  if (!Number.isInteger(value) || verb < 0 || !(lead === 'to' || isPutAt(scene, quantity))) return undefined
  const isBrought =
    lead === 'to' ? MOVES.test(lemma[verb]!) : /^(?:put|estimate|reckon|assess)$/.test(lemma[verb]!)
  if (!isBrought) return undefined
  // "Experts put the number at 40": not the experts.
  const told = lead === 'to' ? thingsBy(scene, quantity) : grammar.objects(verb).filter((one) => one < first)
  const things = told.filter((one) => tag[one] === 'NNS' && !NOT_COUNTED.test(lemma[one]!))
  return things.length === 1 ? things[0] : undefined
}

/** "97 shells hit the port, while another 99 were intercepted": as many more of what was counted before in the sentence. */
function thingsBefore({ doc }: Scene, { first }: Quantity): string | undefined {
  const { lower, sent, lemma } = doc.tokens
  const before = doc.quantities[placeFrom(doc.quantities, first) - 1]
  if (lower[first - 1] !== 'another' || !before || sent[before.first] !== sent[first]) return undefined
  return lemma[before.last - 1] === before.unit ? before.unit : undefined
}

const MOVES =
  /^(?:rise|fall|drop|grow|climb|shrink|decline|increase|decrease|cut|reduce|raise|dwindle|slump|jump|soar|plunge)$/
/** What rises and falls in money or points. */
const NOT_COUNTED =
  /^(?:price|rate|cost|share|stock|bond|yield|sale|revenue|profit|earning|reserve|wage|temperature|point|odds|future|figure|number|total|loss|index|rating)$/

/** "Three-quarters of the catch" as 75 %; "the number of refugees has risen to 1.4 million" in refugees. */
export function inUnits(scene: Scene, quantity: Quantity): Quantity {
  const { doc, grammar } = scene
  const { lemma, lower } = doc.tokens
  if (quantity.unit === '') {
    // "Two thirds of Peru's mines".
    if (
      quantity.value > 0 &&
      quantity.value < 1 &&
      lower[quantity.last] === 'of' &&
      !/^(?:it|that|this|these|those|them|which)$/.test(lower[quantity.last + 1] ?? '')
    )
      return { ...quantity, unit: '%', value: Math.round(quantity.value * 1000) / 10 }
    const same = thingsBefore(scene, quantity)
    if (same !== undefined) return { ...quantity, unit: same }
    const things = thingsCounted(scene, quantity)
    if (things !== undefined) return { ...quantity, unit: lemma[things]! }
    const [toll] = thingsBy(scene, quantity).filter((one) =>
      /^(?:number|count|toll|tally)$/.test(lemma[one]!),
    )
    if (toll === undefined) return quantity
    const [of] = grammar.obliques(toll, 'of')
    if (of !== undefined) return { ...quantity, unit: lemma[of] === 'dead' ? 'people' : lemma[of]! }
    return lemma[toll] === 'toll' ? { ...quantity, unit: 'people' } : quantity
  }
  if (quantity.unit === '%' || quantity.value <= 0 || quantity.value >= 1 || isMoney(quantity.unit))
    return quantity
  const of = lower.indexOf('of', quantity.first)
  // "Half of them" is said of anything.
  if (
    (lower[quantity.first] === 'half' && (of > quantity.first + 1 || doc.tokens.pos[of + 1] === PRON)) ||
    of <= quantity.first ||
    of > quantity.last ||
    /\p{N}/u.test(lower[quantity.first]!)
  )
    return quantity
  return { ...quantity, unit: '%', value: Math.round(quantity.value * 1000) / 10, last: of }
}
