// In: a reading whose report states no day, and when others were out. Out: the days it may have appeared on by the dates it tells itself.
import { addDays, type ClaimDay, type Day, daysBetween, type Reading } from '../model/index.ts'
import type { Bounds } from './placed.ts'
import { rangeOf } from './resolve.ts'
import { withYearOf } from './year-of.ts'

/** News comes out within days of the last date it tells as past. */
const AFTER_LAST = 14

/** Days told in claims of these modalities lie behind. */
const BEHIND: ReadonlySet<string> = new Set(['held', 'ongoing', 'background'])
const AHEAD: ReadonlySet<string> = new Set(['planned', 'expected'])

/**
 * A report tells as done what lies behind it, and as planned what lies ahead: it appeared after the last date told as done
 * and before the first told as planned that comes after, at most some days on. A date without a year has that of the other
 * reports; undefined where none is told.
 */
export function placedByItself(reading: Reading, known: readonly Day[]): Bounds | undefined {
  const dates = reading.claims.flatMap(({ days, evidence: { modality, quote } }) =>
    days.flatMap((day) => {
      const told = dateOf(day, known)
      return told === undefined ? [] : [{ told, modality, quote, day }]
    }),
  )
  let last: (typeof dates)[number] | undefined
  for (const one of dates)
    if (BEHIND.has(one.modality) && PAST.has(one.day.role) && (!last || one.told > last.told)) last = one
  if (!last) return undefined
  const limit = addDays(last.told, AFTER_LAST)
  let latest = limit
  for (const { told, modality } of dates)
    if (AHEAD.has(modality) && told > last.told && told < latest) latest = told
  if (known.length > 0 && !known.some((day) => Math.abs(daysBetween(day, last.told)) <= FAR)) return undefined
  return {
    published: { earliest: last.told, latest },
    because: `tells as past: "${last.quote.slice(0, 120)}"`,
  }
}

const PAST: ReadonlySet<string> = new Set(['on', 'said', 'asOf', 'announced'])

/** Reports of one negotiation lie no further apart; a page on something else is not placed by its memories. */
const FAR = 200

/** The one civil day that a written date means; undefined for weekdays, months and what is counted from elsewhere. */
function dateOf(day: ClaimDay, known: readonly Day[]): Day | undefined {
  const plain = rangeOf(day, undefined)
  if (plain) return plain.earliest === plain.latest ? plain.earliest : undefined
  const { kind, month, date } = day.relative ?? {}
  if (kind !== 'month' || typeof month !== 'number' || typeof date !== 'number') return undefined
  return withYearOf({ month, date }, known)
}
