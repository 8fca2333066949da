// In: a read report. Out: the dates of the calendar that it tells as past, and those that it counts from its own day.
import type { Doc, TimeExpression } from '../language/doc.ts'
import type { ToldDate } from '../model/index.ts'
import { claimDay, outerHead } from './attached-days.ts'

/** "15 April", "15 April 2031". */
const isDate = ({ type, value, relative }: TimeExpression): boolean =>
  type === 'DATE' &&
  (value === undefined
    ? relative?.kind === 'month' && relative.date !== undefined
    : /^\d{4}-\d\d-\d\d$/.test(value))

/** What stands between "today" or "a month ago" and the date that it is. */
const SAME = /^(?:,? (?:on )?(?:the )?| \((?:on )?)$/i

/**
 * Dates told of a verb in the simple past that says what was done ("told reporters on 10 May", no "was due on 30 June"),
 * and dates that a count from them leads to what was done ("four days after the cut-off of 31 July"), and dates that a count from the day of the report stands before ("today, 7 August"; "a month ago, on 18 March").
 */
export function toldDates(doc: Doc): ToldDate[] {
  const found: ToldDate[] = []
  for (const [at, time] of doc.times.entries()) {
    if (!isDate(time)) continue
    const before = doc.times[at - 1]
    const from = before && countsTo(doc, before, time)
    const plusDays = from ? undefined : countedAfter(doc, at)
    if (!from && plusDays === undefined && !isPast(doc, time)) continue
    const sentence = doc.sents[doc.tokens.sent[time.first]!]!
    found.push({
      day: { ...claimDay(doc, time, 'on'), ...(plusDays === undefined ? {} : { plusDays }) },
      quote: doc.text.slice(sentence.start, Math.min(sentence.end, sentence.start + 200)),
      ...(from ? { ago: from } : {}),
    })
  }
  return found
}

const SPAN = /^P(\d+)([DW])$/

/** "Published three days after the missed deadline of 4 June": what was done lies so many days behind the date. */
function countedAfter(doc: Doc, at: number): number | undefined {
  const { lower, head, tag } = doc.tokens
  const date = doc.times[at]!
  const span = doc.times
    .slice(Math.max(0, at - 2), at)
    .find(
      ({ type, last, from }) =>
        type === 'DURATION' &&
        lower[last] === 'after' &&
        from !== undefined &&
        from.first <= date.first &&
        date.last <= from.last,
    )
  const [, count, unit] = SPAN.exec(span?.value ?? '') ?? []
  if (!span || !count) return undefined
  let verb = outerHead(doc, span)
  while (verb >= 0 && !/^VB/.test(tag[verb]!)) verb = head[verb] ?? -1
  const stance = doc.stances.get(verb)
  const isDone =
    stance?.modality === 'held' && stance.polarity === 'affirmed' && stance.certainty === 'certain'
  return isDone && /^VB[DN]$/.test(tag[verb]!) ? Number(count) * (unit === 'W' ? 7 : 1) : undefined
}

/** How far from the day of the report the words right before a date put it. */
function countsTo(doc: Doc, before: TimeExpression, time: TimeExpression): ToldDate['ago'] {
  const { relative, anchor } = before
  if (relative?.kind !== 'shift' || (anchor !== undefined && anchor !== 'published')) return undefined
  const { count, unit } = relative
  if (unit !== 'day' && unit !== 'week' && unit !== 'month') return undefined
  // "Last week, on 3 May" is no count of seven days.
  if (unit !== 'day' && !/\bago$/i.test(doc.text.slice(before.start, before.end))) return undefined
  return SAME.test(doc.text.slice(before.end, time.start)) ? { count, unit } : undefined
}

/** True where the date hangs, by "on" or bare, on a verb in the simple past that tells what was done. */
function isPast(doc: Doc, time: TimeExpression): boolean {
  if (time.relation !== undefined && time.relation !== 'on') return false
  const { head, tag, lower, lemma } = doc.tokens
  const hanging = outerHead(doc, time)
  const lead = lower[time.first - 1]
  if (lead !== 'on' && hanging !== time.first) return false
  const verb = head[hanging] ?? -1
  if (verb < 0 || tag[verb] !== 'VBD' || lemma[verb] === 'be' || lemma[verb] === 'have') return false
  if (lead !== 'on' && lead !== ',' && Math.abs(verb - time.first) > 2) return false
  const stance = doc.stances.get(verb)
  return stance?.modality === 'held' && stance.polarity === 'affirmed' && stance.certainty === 'certain'
}
