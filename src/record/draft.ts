// In: nothing. Out: what assembling a block gives: an entry without the evidence, origins and ids that all kinds share.
import { type Days, daysBetween, type EntryKind, type EntryOf } from '../model/index.ts'
import type { Told } from './placed.ts'

export type EntryDraft<K extends EntryKind = EntryKind> = K extends EntryKind
  ? {
      readonly kind: K
      readonly body: EntryOf<K>['body']
      readonly told: readonly Told[]
      readonly valid: { from?: Days; to?: Days }
      /** What makes these one entry; its hash is the entry's id. */
      readonly key: string
      /** The same in words, for readers. */
      readonly mergedBy: string
    }
  : never

/** The earliest of several unknown days, by their earliest ends. */
export function firstOf(days: readonly (Days | undefined)[]): Days | undefined {
  let found: Days | undefined
  for (const one of days)
    if (
      one?.earliest &&
      (!found ||
        one.earliest < found.earliest! ||
        (one.earliest === found.earliest && one.latest! < found.latest!))
    )
      found = one
  return found
}

/** The narrowest days of those that overlap; ties by the earlier. */
export function narrowestOf(days: readonly (Days | undefined)[]): Days | undefined {
  let found: Days | undefined
  let width = Number.POSITIVE_INFINITY
  for (const one of days) {
    if (!one?.earliest || !one.latest) continue
    const own = daysBetween(one.earliest, one.latest)
    if (own < width || (own === width && one.earliest < found!.earliest!)) {
      found = one
      width = own
    }
  }
  return found
}

/** The value most often given; ties go to the longer text, then by order. */
export function mostTold<T>(values: readonly T[], keyOf: (value: T) => string): T | undefined {
  const counts = new Map<string, { value: T; count: number }>()
  for (const value of values) {
    const key = keyOf(value)
    const known = counts.get(key)
    if (known) known.count++
    else counts.set(key, { value, count: 1 })
  }
  return [...counts.entries()].sort(
    (a, b) => b[1].count - a[1].count || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1),
  )[0]?.[1].value
}
