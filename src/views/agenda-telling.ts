// In: a record and what falls due. Out: whether it belongs on a first page.

import { addDays } from '../model/index.ts'
import { matterIn, tellingWords } from '../record/assemble/due-matters.ts'
import type { RecordReader } from '../record/reader.ts'
import type { Due } from './agenda-since.ts'
import type { Kind } from './lines/line.ts'
import { isUnknown } from './words/day-words.ts'
import { OF_SOMETHING } from './words/in-its-words.ts'

/** Days after which a plan without a day is no longer what comes next. */
const STALE = 45

/**
 * Whether an item belongs on a first page: its line tells what falls due (no "they", no bare "submission" of nobody, no past
 * meeting without place, number or sides), and what came of it could not have been known to whoever told it. A report that
 * appeared after the day knew: what it tells was read in part. Of what fell due only a bound of late belongs there, one that
 * was set, moved or threatened with: most other plans came about, in words that were not read as their outcome.
 */
export function isTelling(reader: RecordReader, { entry, state, day, line }: Due): boolean {
  const outOn = entry.evidence
    .filter(({ id }) => line.evidence.includes(id))
    .map(({ report }) => reader.report(report)?.published?.latest ?? '')
  if (state === 'unreported') {
    const last = day.latest ?? day.earliest ?? ''
    if (outOn.some((out) => out > last)) return false
    if (entry.kind !== 'deadline' || !isBound(entry)) return false
    if (reader.on !== undefined && addDays(last, LATELY) < reader.on) return false
  }
  switch (entry.kind) {
    case 'deadline': {
      const { what, obligor } = entry.body
      const words = tellingWords(what)
      if (matterIn(what) !== '' || words.length > 1) return true
      return words.length === 1 && (obligor.length > 0 || !OF_SOMETHING.has(words[0]!))
    }
    case 'act': {
      const { actor, type, object = '' } = entry.body
      // "Passover, which ends on 20 April": a date, nobody's plan.
      return !OF_CALENDAR.test(type) && (actor.length > 0 || tellingWords(object).length > 0)
    }
    case 'round': {
      const { place, ordinal, delegations } = entry.body
      const isNamed = place !== undefined || ordinal !== undefined || delegations.length > 0
      if (!isUnknown(day)) return state === 'ahead' || isNamed
      return outOn.some((out) => reader.on === undefined || out === '' || addDays(out, STALE) >= reader.on)
    }
    default:
      return true
  }
}

/** Days after which what fell due is left to the page of what falls due. */
const LATELY = 30

/** Whether a deadline was set or moved by somebody, or tells what follows if it lapses. */
const isBound = ({ body: { setBy, moves, onLapse } }: Kind<'deadline'>): boolean =>
  setBy.length > 0 || moves.length > 0 || onLapse !== undefined

const OF_CALENDAR = /^event: (?:end|begin|start|fall|return)$/
