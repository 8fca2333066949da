// In: a draft with its quotations. Out: "today" between quotation marks as the day on which it was said: "On 3 May she said he had “called me today”".
import type { Quotation, TimeExpression } from '../doc.ts'
import type { Draft } from '../draft.ts'

/** Tokens between the words that tell who speaks and the day on which he did. */
const NEAR = 8

/** A day told within marks from the day of the words ("today", "tomorrow") counts from when they were said, where a day of that is told. */
export function placeQuotedDays(draft: Draft): void {
  const within = (time: TimeExpression) =>
    draft.quotations.find(
      ({ content, form }) =>
        form !== 'indirect' && content.some(({ start, end }) => start <= time.start && time.end <= end),
    )
  draft.times = draft.times.map((time) => {
    const { relative, anchor } = time
    if (relative?.kind !== 'shift' || relative.unit !== 'day' || anchor !== 'published') return time
    if (Math.abs(relative.count) > 1 || !isMarked(draft, time)) return time
    const quotation = within(time)
    const said = quotation && saidOn(draft, quotation, time)
    if (!said) return time
    if (relative.count !== 0) return { ...time, anchor: 'previous' }
    const { value: _value, relative: _relative, anchor: _anchor, ...rest } = time
    return {
      ...rest,
      ...(said.value === undefined ? {} : { value: said.value }),
      ...(said.relative === undefined ? {} : { relative: said.relative }),
      ...(said.anchor === undefined ? {} : { anchor: said.anchor }),
    }
  })
}

/** Whether a mark opens before a time in its sentence and none has closed. */
function isMarked({ tokens, sents }: Draft, { first }: TimeExpression): boolean {
  let marks = 0
  for (let at = sents[tokens.sent[first]!]!.first; at < first; at++)
    if (/^["“”]$/.test(tokens.form[at]!)) marks++
  return marks % 2 === 1
}

/** The weekday or date right by the words that tell who speaks, outside what he says: the one told before the quoted one, else behind. */
function saidOn(
  { times, tokens }: Draft,
  { cue, content }: Quotation,
  quoted: TimeExpression,
): TimeExpression | undefined {
  const start = cue[0]?.start
  if (start === undefined) return undefined
  const here = times.filter((one) => tokens.sent[one.first] === tokens.sent[quoted.first])
  const before = here.findLast((one) => one.first < quoted.first)
  // "“We sign today,” he said on Monday": of "tomorrow" only a day told before is counted from.
  const behind = quoted.relative?.kind === 'shift' && quoted.relative.count === 0 ? here : []
  return [before, behind.find((one) => one.first > quoted.first)].find((said) => {
    if (!said || !isSaidDay(said)) return false
    if (content.some((range) => range.start <= said.start && said.end <= range.end)) return false
    let at = said.first
    while (at < tokens.count && tokens.start[at]! < start) at++
    while (at > 0 && tokens.start[at]! > start) at--
    return Math.abs(at - said.first) <= NEAR
  })
}

/** A weekday or a date with its month. */
const isSaidDay = ({ type, relative, value }: TimeExpression): boolean =>
  type === 'DATE' &&
  (relative
    ? relative.kind === 'weekday' || (relative.kind === 'month' && relative.date !== undefined)
    : /^\d{4}-\d\d-\d\d$/.test(value ?? ''))
