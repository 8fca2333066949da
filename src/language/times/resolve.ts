// In: a read report's times in order. Out: their values and days, each counted from the one told before where it counts from that.
import { type Day, type ResolvedTime, resolveTime } from '../../model/index.ts'
import type { Doc, TimeExpression } from '../doc.ts'

/** True for a dated time that later times may count from. */
const isDated = (time: TimeExpression, resolved: ResolvedTime): boolean =>
  (resolved.from !== undefined || /^BC\d{4}/.test(resolved.value ?? '')) &&
  time.type !== 'DURATION' &&
  time.type !== 'SET'

/**
 * Resolves the times of a report in order, each with the last dated one before it as `previous`. Without `published`
 * (narrative texts) months and days take their year from there. One result for each of `doc.times`.
 */
export function resolveTimes(
  doc: Pick<Doc, 'times' | 'tokens'>,
  anchors: { readonly published?: Day },
): ResolvedTime[] {
  const { published } = anchors
  let previous: ResolvedTime | undefined
  let quarter: string | undefined
  let sentence = -1
  let said: ResolvedTime | undefined
  return doc.times.map((time) => {
    const own = doc.tokens.sent[time.first] ?? -1
    if (own !== sentence) said = undefined
    sentence = own
    const local = said !== undefined && countsFromSentence(time, said, published)
    const resolved = resolveTime(time, {
      ...(published !== undefined && !local && { published }),
      ...(local ? said && { previous: said } : previous && { previous }),
      ...(quarter !== undefined && { quarter }),
    })
    if (isDated(time, resolved) && time.relative?.kind !== 'like') {
      said = resolved
      if (published !== undefined || previous === undefined || !isAside(resolved, previous))
        previous = resolved
    }
    quarter = quarterAfter(time, resolved, quarter, published)
    return resolved
  })
}

/** True for a bare year far from what is told, in a narrative: a glance aside, from which nothing counts. */
function isAside(resolved: ResolvedTime, previous: ResolvedTime): boolean {
  if (!/^\d{4}$/.test(resolved.value ?? '') || !/^\d{4}/.test(previous.value ?? '')) return false
  return Math.abs(Number(resolved.value) - Number(previous.value!.slice(0, 4))) > 5
}

/** True where a time counts from the one told before it in the sentence: an hour from its day, a date from its other year. */
function countsFromSentence(time: TimeExpression, said: ResolvedTime, published: Day | undefined): boolean {
  const r = time.relative
  if (published === undefined || said.value === undefined || r === undefined) return false
  if (r.kind === 'clock')
    return r.days === 0 && r.clock.includes(':') && /^\d{4}-\d{2}-\d{2}/.test(said.value)
  if (r.kind !== 'month' || r.said) return false
  return (
    /^\d{4}(-\d{2}(-\d{2})?)?$/.test(said.value) &&
    Math.abs(Number(said.value.slice(0, 4)) - Number(published.slice(0, 4))) > 1
  )
}

/** The quarter told of after this time: its own unless ahead, none after a period of months or a year. */
function quarterAfter(
  time: TimeExpression,
  resolved: ResolvedTime,
  quarter: string | undefined,
  published: Day | undefined,
): string | undefined {
  if (time.relative?.kind === 'like') return quarter
  if (time.type === 'DURATION' && /^P(1Y|[69]M)$/.test(resolved.value ?? '')) return undefined
  if (resolved.value === undefined || !/^\d{4}-Q\d$/.test(resolved.value)) return quarter
  return published === undefined || (resolved.from ?? '') <= published ? resolved.value : quarter
}
