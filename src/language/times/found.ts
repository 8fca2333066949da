// In: nothing. Out: what a time rule gives back, and how a date takes up an hour.
import type { Anchor, RelativeTime, TimeType } from '../doc.ts'
import type { Atoms } from './atoms.ts'

/** −1 past, 0 unknown, +1 future. */
export type Direction = -1 | 0 | 1

/** What the rules look at: the atoms, and where time flows at an atom (tense of the nearest finite verb). */
export interface Context {
  readonly atoms: Atoms
  readonly direction: (atom: number) => Direction
  /** The direction, and whether the word before says it ("by", "until": ahead; "since": behind). */
  readonly ahead: (atom: number) => { readonly direction: Direction; readonly said?: true }
  /** Penn tag of the token of an atom, "" where unknown. */
  readonly tag: (atom: number) => string
}

/** Meaning of a time expression, without its place. */
export interface Meaning {
  readonly type: TimeType
  readonly value?: string
  readonly relative?: RelativeTime
  readonly anchor?: Anchor
  readonly mod?: string
}

/** A time expression over the atoms `[first, next)`. */
export interface Found extends Meaning {
  readonly first: number
  readonly next: number
}

/** A rule: the expression that begins at atom `i`, or undefined. */
export type TimeRule = (c: Context, i: number) => Found | undefined

export const pad2 = (value: number): string => (value < 10 ? `0${value}` : String(value))
export const pad4 = (value: number): string => String(value).padStart(4, '0')

/** True where the meaning is one day (or an unknown day), so that an hour or part of the day may join it. */
export function isDayLike(m: Meaning): boolean {
  if (m.type !== 'DATE') return false
  const { relative: r, value } = m
  if (value !== undefined) return /^[0-9X]{4}-[0-9X]{2}-[0-9X]{2}$/.test(value)
  if (!r) return false
  return (
    r.kind === 'weekday' ||
    r.kind === 'date' ||
    (r.kind === 'month' && r.date !== undefined && r.grain === undefined) ||
    (r.kind === 'shift' && r.grain === 'day')
  )
}

/** The day with an hour ("T09:30") or part of the day ("TMO") added. */
export function atHour<M extends Meaning>(m: M, part: string): M {
  if (m.value !== undefined) return { ...m, type: 'TIME', value: m.value + part }
  const r = m.relative
  if (
    !r ||
    !('kind' in r) ||
    r.kind === 'season' ||
    r.kind === 'like' ||
    r.kind === 'extent' ||
    r.kind === 'clock'
  )
    return m
  return { ...m, type: 'TIME', relative: { ...r, part } }
}
