// In: a scene, a noun for a deadline. Out: which of the times around it it falls on.

import type { Doc, TimeExpression } from '../../language/doc.ts'
import type { ClaimDay } from '../../model/index.ts'
import { claimDay } from '../sentence/attached-days.ts'
import { nearby } from '../sentence/nearby.ts'
import type { Scene } from '../sentence/scene.ts'

/** "by January 2031 — a deadline often moved": the date that the noun stands in apposition to. */
export function appositeDate(scene: Scene, noun: number): TimeExpression | undefined {
  const { doc, grammar } = scene
  const { first } = grammar.phrase(noun, 'short')
  return nearby(doc.times, first).find(
    (time) =>
      time.type === 'DATE' &&
      time.last <= first &&
      first - time.last <= 1 &&
      time.last > 0 &&
      /^(,|-|--|—|–)$/.test(doc.tokens.form[time.last]!) &&
      // "On Friday, minutes before the deadline": a day of something else.
      beforeOrAfter(scene, noun) < 0,
  )
}

/** "The week's looming tax deadline", "Friday's deadline": a time right before the noun, with nothing but its modifiers between. */
export function standsBefore(scene: Scene, time: TimeExpression, noun: number): boolean {
  const { tokens } = scene.doc
  if (time.last > noun || noun - time.last > 5 || tokens.sent[time.first] !== tokens.sent[noun]) return false
  for (let at = time.last; at < noun; at++)
    if (!/^(POS|NN|JJ|VBG|VBN|HYPH)/.test(tokens.tag[at]!)) return false
  return true
}

/** Verbs of relative clauses on the deadline or on what it is for: "the deadline for the sale, which falls on Friday". */
export const fallingOn = (scene: Scene, noun: number): number[] =>
  [noun, ...scene.grammar.obliques(noun, 'for')].flatMap((token) => scene.grammar.relativeVerbs(token))

/** A day or a month can be due, and the end of a year; "this year", "late next year" or "now" cannot. */
export function isDated({ tokens }: Doc, time: TimeExpression): boolean {
  const isEnd = time.mod === 'END' && tokens.lower.slice(time.first, time.last).includes('end')
  if (time.value !== undefined)
    return /^\d{4}-(?:\d{2}|W|Q\d|SP|SU|FA|WI)/.test(time.value) || (isEnd && /^\d{4}$/.test(time.value))
  const relative = time.relative
  if (!relative) return false
  if (relative.kind !== 'shift') return true
  return relative.grain === 'year' ? isEnd : !/^(?:decade|century|quarter)$/.test(relative.grain)
}

/** A day or month that may be due; no bare hour. */
export const isDueDay = (doc: Doc, time: TimeExpression): boolean =>
  (time.type === 'DATE' || time.type === 'TIME') &&
  isDated(doc, time) &&
  time.relative?.kind !== 'clock' &&
  !isOfLaw(doc, time)

/** "Executive Order 905 of 20 January": the day of a law or an order, on which nothing is due. */
const isOfLaw = (doc: Doc, { first }: TimeExpression): boolean =>
  doc.tokens.lower[first - 1] === 'of' &&
  nearby(doc.names, first, 8).some(
    ({ type, first: from, last }) => type === 'law' && from <= first - 2 && first - 2 < last,
  )

/** A deadline lies ahead unless words say it is gone: "the Wednesday deadline" is the coming Wednesday. */
export function ahead(scene: Scene, noun: number, day: ClaimDay): ClaimDay {
  const { relative } = day
  if (!relative || relative.direction === undefined || relative.direction === 1) return day
  const gone = scene.grammar.children(noun).some((child) => GONE.has(scene.doc.tokens.lower[child]!))
  if (gone) return day
  return { ...day, relative: { ...relative, direction: relative.kind === 'weekday' ? 1 : 0 } }
}

const GONE: ReadonlySet<string> = new Set([
  'last',
  'past',
  'missed',
  'expired',
  'earlier',
  'previous',
  'original',
  'initial',
])

/** The token of "before" or "after" that the noun phrase stands behind ("hours before a midnight deadline"), else −1. */
function beforeOrAfter({ doc }: Scene, noun: number): number {
  const { lower, tag, sent } = doc.tokens
  for (let at = noun - 1; at >= 0 && at > noun - 7 && sent[at] === sent[noun]; at--) {
    if (lower[at] === 'before' || lower[at] === 'after') return at
    if (lower[at] === 'of' && lower[at - 1] === 'ahead') return at - 1
    if (!/^(?:DT|JJ|NN|CD|POS|PRP\$|VB[NG]|HYPH|RB)/.test(tag[at]!)) return -1
  }
  return -1
}

const EVENING = /T(?:EV|NI)$/
const partOf = ({ relative }: TimeExpression): string =>
  relative && 'part' in relative && typeof relative.part === 'string'
    ? `T${relative.part.replace(/^T/, '')}`
    : ''

const SPAN = /^P(\d+)([DW])$/

/**
 * "On Tuesday, hours before a midnight deadline", "on Friday, two days before the deadline": its day counted from that of
 * what is told, where the sentence gives that before it.
 */
export const countedFrom = (scene: Scene, noun: number): ClaimDay | undefined =>
  countedAt(scene, beforeOrAfter(scene, noun), 'due')

/** The same from the token of "before" or "after" on. */
export function countedAt(scene: Scene, at: number, role: 'due' | 'originalDue'): ClaimDay | undefined {
  const { doc } = scene
  const { lower, sent } = doc.tokens
  if (at < 0) return undefined
  const span = nearby(doc.times, at).find((time) => time.type === 'DURATION' && time.last === at)
  if (!span?.value) return undefined
  const [, number, unit] = SPAN.exec(span.value) ?? []
  if (!number && !/^PT[\dX.]+[HM]$/.test(span.value)) return undefined
  const day = nearby(doc.times, at)
    .filter(
      (time) =>
        time.last <= span.first &&
        sent[time.first] === sent[at] &&
        (time.type === 'DATE' || time.type === 'TIME') &&
        isDated(doc, time) &&
        time.relative?.kind !== 'clock' &&
        (time.relation === 'on' || time.relation === undefined) &&
        !/^(?:to|from)$/.test(lower[time.first - 1] ?? ''),
    )
    .at(-1)
  if (!day) return undefined
  // Hours after an evening lie on that day or the next.
  if (!number && EVENING.test(day.value ?? partOf(day))) return undefined
  const days = number ? Number(number) * (unit === 'W' ? 7 : 1) : 0
  const plusDays = lower[at] === 'after' ? -days : days
  return { ...claimDay(doc, day, role), ...(plusDays === 0 ? {} : { plusDays }) }
}

/** "To sell", also where the verb is read as a noun: "to hand over the keys". */
export const isToDo = ({ tokens: { lower, tag } }: Doc, to: number): boolean =>
  lower[to] === 'to' &&
  (tag[to + 1] === 'VB' ||
    (/^(?:NNP?|JJ)$/.test(tag[to + 1]!) && /^(?:DT|RP|IN|PRP)/.test(tag[to + 2] ?? '')))

/** No finite verb stands between two tokens. */
export function isOneClause({ doc }: Scene, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) if (/^(?:VB[DZP]|MD)$/.test(doc.tokens.tag[at]!)) return false
  return true
}
