// In: nothing. Out: what assembling a block gives: an entry without the evidence, origins and ids that all kinds share.
import { type Days, daysBetween, type EntryKind, type EntryOf } from '../model/index.ts'
import type { Told } from './placing/placed.ts'

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

/** The narrowest days of those told; of equally narrow ones those told most often, then the earlier. */
export function narrowestOf(days: readonly (Days | undefined)[]): Days | undefined {
  const counts = new Map<string, { days: Days; width: number; count: number }>()
  for (const one of days) {
    if (!one?.earliest || !one.latest) continue
    const key = `${one.earliest}|${one.latest}`
    const known = counts.get(key)
    if (known) known.count++
    else counts.set(key, { days: one, width: daysBetween(one.earliest, one.latest), count: 1 })
  }
  return [...counts.values()].sort(
    (a, b) => a.width - b.width || b.count - a.count || (a.days.earliest! < b.days.earliest! ? -1 : 1),
  )[0]?.days
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
