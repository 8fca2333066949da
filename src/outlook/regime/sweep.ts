// In: the pieces of one layer. Out: the days by which piece wins, with those of equal rank that say something else.
import { firstWhere } from '../../model/range.ts'
import type { Piece } from './fold.ts'

/** Days `[from, to)` by number. `top` absent: no piece covers them. */
export interface Segment {
  readonly from: number
  readonly to: number
  readonly top?: Piece
  /** Pieces of the same rank with another effect, one for each, at most 15. */
  readonly rivals: readonly Piece[]
}

/** Above zero where `a` outranks `b`: priority, suspension over rule, later effective, later known. */
export function rank(a: Piece, b: Piece): number {
  if (a.priority !== b.priority) return a.priority - b.priority
  if (a.suspends !== b.suspends) return a.suspends ? 1 : -1
  if (a.from !== b.from) return a.from - b.from
  return a.known < b.known ? -1 : a.known > b.known ? 1 : 0
}

/** Of equal rank, the one that lasts longer stands first, so that it stands throughout. */
const first = (a: Piece, b: Piece) => rank(a, b) || a.to - b.to || (a.step < b.step ? 1 : -1)

/** So many effects of one rank are told apart; the longest stay. */
const RIVALS = 16

/** One piece for every rank and effect: the one that lasts longest. All of one rank begin on one day, so none is missed. */
function distinct(pieces: readonly Piece[]): Piece[] {
  const groups = new Map<string, Map<string, Piece>>()
  for (const piece of pieces) {
    const key = `${piece.priority} ${piece.suspends} ${piece.from} ${piece.known}`
    const group = groups.get(key) ?? new Map<string, Piece>()
    const known = group.get(piece.effectKey)
    if (known === undefined || first(piece, known) > 0) group.set(piece.effectKey, piece)
    groups.set(key, group)
  }
  return [...groups.values()].flatMap((group) =>
    [...group.values()].sort((a, b) => first(b, a)).slice(0, RIVALS),
  )
}

/** Segments in order from the first covered day on, without gaps; the last is open. O(n log n). */
export function sweep(all: readonly Piece[]): Segment[] {
  const pieces = distinct(all)
  const bounds = new Set<number>()
  for (const { from, to } of pieces) {
    bounds.add(from)
    if (to < Number.POSITIVE_INFINITY) bounds.add(to)
  }
  const days = [...bounds].sort((a, b) => a - b)
  const starting = [...pieces].sort((a, b) => a.from - b.from)
  const heap: Piece[] = []
  const segments: Segment[] = []
  let next = 0
  for (let i = 0; i < days.length; i++) {
    const day = days[i]!
    for (; next < starting.length && starting[next]!.from <= day; next++) push(heap, starting[next]!)
    while (heap.length > 0 && heap[0]!.to <= day) pop(heap)
    const top = heap[0]
    const equals: Piece[] = []
    if (top !== undefined) {
      pop(heap)
      while (heap.length > 0 && (heap[0]!.to <= day || rank(heap[0]!, top) === 0)) {
        const other = pop(heap)!
        if (other.to > day) equals.push(other)
      }
      push(heap, top)
      for (const other of equals) push(heap, other)
    }
    const segment: Segment = {
      from: day,
      to: days[i + 1] ?? Number.POSITIVE_INFINITY,
      ...(top && { top }),
      rivals: equals,
    }
    const last = segments.at(-1)
    if (last !== undefined && last.top === top && last.rivals.length + segment.rivals.length === 0) {
      segments[segments.length - 1] = { ...segment, from: last.from }
    } else segments.push(segment)
  }
  return segments
}

function push(heap: Piece[], piece: Piece): void {
  let at = heap.push(piece) - 1
  while (at > 0) {
    const parent = (at - 1) >> 1
    if (first(heap[at]!, heap[parent]!) <= 0) return
    ;[heap[at], heap[parent]] = [heap[parent]!, heap[at]!]
    at = parent
  }
}

function pop(heap: Piece[]): Piece | undefined {
  const top = heap[0]
  const last = heap.pop()
  if (last === undefined || heap.length === 0) return top
  heap[0] = last
  for (let at = 0; ; ) {
    const left = 2 * at + 1
    let best = at
    if (left < heap.length && first(heap[left]!, heap[best]!) > 0) best = left
    if (left + 1 < heap.length && first(heap[left + 1]!, heap[best]!) > 0) best = left + 1
    if (best === at) return top
    ;[heap[at], heap[best]] = [heap[best]!, heap[at]!]
    at = best
  }
}

/** The segment of a day, undefined before the first. */
export function segmentOn<S extends { readonly from: number; readonly to: number }>(
  segments: readonly S[],
  day: number,
): S | undefined {
  const segment = segments[firstWhere(segments.length, (at) => segments[at]!.to > day)]
  return segment && day >= segment.from ? segment : undefined
}
