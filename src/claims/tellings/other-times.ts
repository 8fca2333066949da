// In: two numbers told of one thing. Out: the times they are told of, in their own words, where those are two: "the fiscal year to March" and "2024".
import type { TimeExpression } from '../../language/doc.ts'
import { nearby } from '../sentence/nearby.ts'
import type { Scene } from '../sentence/scene.ts'
import type { Amount } from './amounts-told.ts'

/** Tokens around a number within which it is told of when it is. */
const NEAR = 14

/** "the first half of the year / July"; undefined where either has no time or they have one. */
export function otherTimes(scene: Scene, a: Amount, b: Amount): string | undefined {
  const [one, other] = [timeOf(scene, a), timeOf(scene, b)]
  return one === undefined ||
    other === undefined ||
    one.toLowerCase() === other.toLowerCase() ||
    /\bsame\b/i.test(other)
    ? undefined
    : `${one} / ${other}`
}

/** The month, half, quarter or year nearest to a number in its sentence, with the one it runs to. */
function timeOf(scene: Scene, { first, last }: Amount): string | undefined {
  const { doc } = scene
  const { lower, sent } = doc.tokens
  const away = (time: TimeExpression) => (time.first >= last ? time.first - last : first - time.last)
  const [time] = nearby(doc.times, first, NEAR + 4)
    .filter((one) => sent[one.first] === sent[first] && isStretch(one) && away(one) <= NEAR)
    .filter((one) => !isParted(lower, Math.min(one.last, last), Math.max(one.first, first)))
    .sort((one, other) => away(one) - away(other))
  if (!time) return monthBefore(scene, first)
  // "The fiscal year to March": both ends.
  const before = doc.times.find((one) => one.last === time.first - 1 && lower[one.last] === 'to')
  const behind = doc.times.find((one) => one.first === time.last + 1 && lower[time.last] === 'to')
  const [from, to] = [before, behind].map((one) => (one && isStretch(one) ? one : time))
  return doc.text.slice(from!.start, to!.end).replace(/\s+/g, ' ')
}

/** "Had August exports at $7 billion": a month said of what is counted. */
function monthBefore({ doc }: Scene, first: number): string | undefined {
  const { form, sent, tag } = doc.tokens
  for (let at = first - 2; at > first - NEAR && sent[at] === sent[first]; at--)
    if (MONTH.test(form[at]!) && /^NN/.test(tag[at + 1]!)) return form[at]
  return undefined
}

const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/

/** A month, quarter, half or year, and no day. */
const isStretch = ({ type, value, relative }: TimeExpression): boolean =>
  type === 'DATE' &&
  (relative
    ? (relative.kind === 'month' && relative.date === undefined) ||
      relative.kind === 'season' ||
      (relative.kind === 'shift' && /^(?:month|quarter|year)$/.test(relative.grain))
    : /^\d{4}(?:-(?:\d\d|Q\d|H\d|[A-Z]{2}))?$/.test(value ?? ''))

const isParted = (lower: readonly string[], from: number, to: number): boolean =>
  lower.slice(from, to).some((word) => /^(?:;|but|while|whereas|against)$/.test(word))
