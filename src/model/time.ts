// In: nothing. Out: the shape of a time told in a text, symbolic: type, value where stated, what a relative one counts from.

/** TIMEX3 types. */
export type TimeType = 'DATE' | 'TIME' | 'DURATION' | 'SET'

/** What a relative expression counts from. */
export type Anchor = 'published' | 'previous' | 'event'

/** What a preposition or phrase makes of a time: a point, an end ("until"), a last day ("by"), a start, an extent. */
export type TimeRelation =
  | 'on'
  | 'by'
  | 'until'
  | 'at least until'
  | 'through'
  | 'from'
  | 'after'
  | 'before'
  | 'within'
  | 'for'
  | 'since'
  | 'during'

/**
 * A value relative to an anchor day or period. `part` is what follows the value of the day or period it stands behind:
 * "TMO" (morning), "T09:30", "Q3", "H1", "SU", "WE", "03", "03-15".
 */
export type RelativeTime =
  /** `count` units after the anchor (negative: before), truncated to `grain`. "yesterday" = −1 day; "last month" = −1 month. */
  | {
      readonly kind: 'shift'
      readonly unit: TimeUnit
      readonly count: number
      readonly grain: TimeUnit
      readonly part?: string
    }
  /** A weekday 1–7; `direction` −1 before or on the anchor, 0 the nearest, +1 on or after; `said` where words give it ("last Friday": never the anchor's own day), else tense; `weeks` after the anchor's own where words give the week ("Friday of last week": −1). */
  | {
      readonly kind: 'weekday'
      readonly day: number
      readonly direction: -1 | 0 | 1
      readonly said?: true
      readonly weeks?: -1 | 0 | 1
      readonly part?: string
    }
  /** A month 1–12 or a month and date without year; `direction` and `said` as for weekdays; `grain` where the week of that date is meant. */
  | {
      readonly kind: 'month'
      readonly month: number
      readonly date?: number
      readonly grain?: 'week'
      readonly direction: -1 | 0 | 1
      readonly said?: true
      readonly part?: string
    }
  /** A date 1–31 without month: "the 25th"; `direction` from tense: what is over lies before the report, what is to come after it. */
  | {
      readonly kind: 'date'
      readonly date: number
      readonly direction?: -1 | 0 | 1
      readonly part?: string
    }
  /** A season ("SP" "SU" "FA" "WI"), quarter ("Q3"), half ("H1"), or "Q": the quarter last told of, else last ended. */
  | { readonly kind: 'season'; readonly season: string; readonly direction: -1 | 0 | 1; readonly said?: true }
  /** The quarter last told of, moved by years or in `year`; without one, the year: "a year earlier", "the 1988 period". */
  | { readonly kind: 'like'; readonly years: number; readonly year?: number }
  /** `count` units that end (−1) or begin (+1) at the anchor: "the past two years", whose `value` "P2Y" is stated. */
  | { readonly kind: 'extent'; readonly unit: TimeUnit; readonly count: number; readonly direction: -1 | 1 }
  /** A part of the day ("TMO", "TAF", "TEV", "TNI") or clock time ("T22:00") of the anchor's day shifted by `days`. */
  | { readonly kind: 'clock'; readonly days: number; readonly clock: string }

export type TimeUnit =
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century'
  | 'hour'
  | 'minute'
  | 'second'
  | 'weekend'

/** What resolving needs of a time expression. */
export interface SymbolicTime {
  readonly type: TimeType
  /** TIMEX3 value where the text states it in full ("2031-05-14", "P90D", "2031-Q3"), or wholly vague ("PRESENT_REF"). */
  readonly value?: string
  /** The symbolic value where it is relative; beside `value`, the extent a length of time covers ("the past two years"). */
  readonly relative?: RelativeTime
  readonly anchor?: Anchor
  /** TIMEX3 mod: "APPROX", "START", "MID", "END", "BEFORE", "AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS" … */
  readonly mod?: string
  readonly relation?: TimeRelation
}
