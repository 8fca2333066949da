// In: a scene, a value that something was brought to. Out: what it was before: "to 42 percent from 45", "from 38 to 29 percent", "at 62 percent, up from 54".
import type { Quantity } from '../../language/doc.ts'
import { isMoney, type Value } from '../../model/index.ts'
import { toValue } from '../sentence/fillers.ts'
import { placeFrom } from '../sentence/nearby.ts'
import type { Scene } from '../sentence/scene.ts'
import { leadOf } from './amount.ts'

/** Tokens between the two values. */
const BETWEEN = 5

/** The value told behind "from", before or behind this one; undefined where none is. */
export function valueBefore(scene: Scene, quantity: Quantity): Value | undefined {
  const { doc } = scene
  const { lower, sent, tag } = doc.tokens
  const { high, ...low } = toValue(quantity)
  if (high !== undefined) return lower[quantity.first - 1] === 'from' ? low : undefined
  const place = placeFrom(doc.quantities, quantity.first)
  const isOld = (other: Quantity | undefined, gap: number): other is Quantity => {
    if (other === undefined || sent[other.first] !== sent[quantity.first] || gap < 0 || gap > BETWEEN)
      return false
    if (other.high !== undefined || lower[leadOf(scene, other.first)] !== 'from') return false
    return other.value !== quantity.value && isOfKind(other.unit, quantity.unit)
  }
  const [prior, next] = [doc.quantities[place - 1], doc.quantities[place + 1]]
  const found =
    isOld(next, (next?.first ?? 0) - quantity.last) && !isParted(tag, quantity.last, next.first)
      ? next
      : isOld(prior, quantity.first - (prior?.last ?? 0)) && lower[leadOf(scene, quantity.first)] === 'to'
        ? prior
        : undefined
  return found && { ...toValue(found), unit: quantity.unit }
}

/** "$15 an hour from $11.50", "from 38 to 29 percent": the second says the unit of both. */
const isOfKind = (unit: string, other: string): boolean =>
  unit === other || unit === '' || (isMoney(unit) && other.startsWith(`${unit} per `))

const isParted = (tag: readonly string[], from: number, to: number): boolean =>
  tag.slice(from, to).some((one) => /^(?:VB[DZP]?|MD|CC|W)/.test(one))
