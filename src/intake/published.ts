// In: every sign of a publication day, in order of trust. Out: the day or days the report may have appeared on, and how found.
import type { DayRange } from '../model/index.ts'
import type { Published } from '../model/report.ts'

/** One sign: where it was found, the words, the days they can mean (none where the year is not given). */
export interface DateSign extends Partial<DayRange> {
  readonly how: Published['how']
  readonly stated: string
}

/**
 * The publication day from the most trusted sign that has a year. A wider sign (a month, or a day and month that may be
 * swapped) is narrowed by a less trusted one that lies within it.
 */
export function publishedFrom(signs: readonly DateSign[]): Published {
  const full = signs.filter((sign): sign is DateSign & DayRange => sign.earliest !== undefined)
  const first = full[0]
  if (!first) {
    const stated = signs[0]
    return stated ? { stated: stated.stated, how: stated.how } : { how: 'none' }
  }
  const within = full.find(
    (sign) => sign.earliest >= first.earliest && sign.latest <= first.latest && sign.earliest === sign.latest,
  )
  const best = within ?? first
  return { stated: best.stated, earliest: best.earliest, latest: best.latest, how: best.how }
}
