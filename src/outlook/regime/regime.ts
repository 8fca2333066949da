// In: steps, the day known, a scenario. Out: every layer over all time: what holds, how surely, what may hold instead.
import { toNumber } from '../../model/day.ts'
import { type Admitted, admit } from './admit.ts'
import { type Fold, fold, type Piece, type Reading } from './fold.ts'
import type { Alternative, Certainty, LayerId, MeasureId, Step, When } from './step.ts'
import { type Segment, segmentOn, sweep } from './sweep.ts'

/** Days `[from, to)` by number on which a layer does not change. `top` absent: nothing holds. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly top?: Piece
  readonly doubts: readonly Certainty[]
  readonly alternatives: readonly Alternative[]
  /** The piece whose term ended with no act read since. */
  readonly was?: Piece
}

export interface LayerLine {
  readonly layer: LayerId
  readonly measure: MeasureId
  /** In order, without gaps, from the first day anything may hold; the last is open. */
  readonly spans: readonly Span[]
}

export interface Regime {
  readonly layers: ReadonlyMap<LayerId, LayerLine>
  readonly admitted: Admitted
  readonly folded: Fold
}

/** So many open conditions are tried one by one; beyond it only all together. */
const SINGLY = 8

interface World {
  readonly because: 'conditional' | 'date imprecise'
  readonly lines: ReadonlyMap<LayerId, readonly Segment[]>
}

const GRAVEST: readonly Certainty[] = ['disputed', 'outcome unreported', 'date imprecise', 'conditional']

/** The gravest of some doubts. */
export const certaintyOf = (doubts: readonly Certainty[]): Certainty =>
  GRAVEST.find((doubt) => doubts.includes(doubt)) ?? 'certain'

/**
 * The whole regime as known on a day (event calculus, Kowalski & Sergot 1986; annulment and abrogation, Governatori &
 * Rotolo; terms, Cristani, Olivieri & Rotolo 2017). Imprecise days count at their latest and open conditions as true;
 * what they give at their earliest, or without what hangs on them, stands beside it. Never throws: a step with a day that does not exist is refused.
 */
export function regimeOf(steps: readonly Step[], when: When): Regime {
  const admitted = admit(steps, when)
  const view = when.view ?? 'valid'
  const folded = fold(admitted.steps, 'latest', view)
  const worlds: World[] = []
  const add = (because: World['because'], these: readonly Step[], reading: Reading) =>
    worlds.push({ because, lines: linesOf(fold(these, reading, view)) })
  if (admitted.steps.some(isImprecise)) add('date imprecise', admitted.steps, 'earliest')
  if (admitted.open.size > 0) {
    const without = (left: ReadonlySet<string>) => admitted.steps.filter((step) => !left.has(step.id))
    add('conditional', without(admitted.open), 'latest')
    if (admitted.open.size > 1 && admitted.open.size <= SINGLY) {
      for (const id of admitted.open) add('conditional', without(new Set([id])), 'latest')
    }
  }
  const main = linesOf(folded)
  const names = new Set([...main.keys(), ...worlds.flatMap(({ lines }) => [...lines.keys()])])
  const measures = new Map<LayerId, MeasureId>()
  for (const { does, measure } of admitted.steps) {
    if ((does.op === 'set' || does.op === 'suspend') && !measures.has(does.layer))
      measures.set(does.layer, measure)
  }
  const knownDay = toNumber(when.known)
  const layers = new Map<LayerId, LayerLine>()
  for (const layer of [...names].sort()) {
    const spans = unreported(spansOf(layer, main.get(layer) ?? [], worlds), knownDay)
    if (spans.length > 0) layers.set(layer, { layer, measure: measures.get(layer) ?? '', spans })
  }
  return { layers, admitted, folded }
}

function linesOf({ pieces }: Fold): Map<LayerId, Segment[]> {
  const lines = new Map<LayerId, Segment[]>()
  for (const [layer, list] of pieces) {
    const segments = sweep(list)
    if (segments.length > 0) lines.set(layer, segments)
  }
  return lines
}

function isImprecise({ does }: Step): boolean {
  const ranges =
    does.op === 'set' || does.op === 'suspend'
      ? [does.from, does.to]
      : [does.op === 'extend' ? does.to : does.op === 'annul' ? does.decided : does.at]
  return ranges.some((range) => range !== undefined && range.earliest !== range.latest)
}

/** The main line cut where any world changes, with what the worlds say otherwise. */
function spansOf(layer: LayerId, main: readonly Segment[], worlds: readonly World[]): Span[] {
  const others = worlds.flatMap(({ because, lines }) => {
    const segments = lines.get(layer)
    return segments === undefined && main.length === 0 ? [] : [{ because, segments: segments ?? [] }]
  })
  const days = new Set<number>()
  for (const segments of [main, ...others.map((other) => other.segments)]) {
    for (const { from, to } of segments) {
      days.add(from)
      if (to < Number.POSITIVE_INFINITY) days.add(to)
    }
  }
  const bounds = [...days].sort((a, b) => a - b)
  const spans: Span[] = []
  for (let i = 0; i < bounds.length; i++) {
    const from = bounds[i]!
    const here = segmentOn(main, from)
    const span = spanOf(here, from, bounds[i + 1] ?? Number.POSITIVE_INFINITY, others)
    const last = spans.at(-1)
    if (last !== undefined && last.top === span.top && quiet(last) && quiet(span)) {
      spans[spans.length - 1] = { ...span, from: last.from }
    } else spans.push(span)
  }
  return spans
}

const quiet = (span: Span) => span.doubts.length === 0

function spanOf(
  here: Segment | undefined,
  from: number,
  to: number,
  others: readonly { readonly because: World['because']; readonly segments: readonly Segment[] }[],
): Span {
  const top = here?.top
  const alternatives: Alternative[] = []
  const doubts = new Set<Certainty>()
  const seen = new Set<string>()
  const doubt = (because: Alternative['because'], piece: Piece | undefined) => {
    doubts.add(because)
    const key = `${because} ${piece?.suspends ?? ''} ${piece?.effectKey ?? 'none'}`
    if (seen.has(key)) return
    seen.add(key)
    alternatives.push({
      ...(piece?.effect && { effect: piece.effect }),
      ...(piece && { by: piece.step }),
      because,
    })
  }
  for (const rival of here?.rivals ?? []) doubt('disputed', rival)
  for (const { because, segments } of others) {
    const other = segmentOn(segments, from)?.top
    if (!sameHolding(top, other)) doubt(because, other)
  }
  return {
    from,
    to,
    ...(top && { top }),
    doubts: GRAVEST.filter((one) => doubts.has(one)),
    alternatives,
  }
}

/** True where both mean the same for whoever is under them. */
const sameHolding = (a: Piece | undefined, b: Piece | undefined) =>
  a === undefined || b === undefined ? a === b : a.effectKey === b.effectKey && a.suspends === b.suspends

/**
 * Where a term ended on or before the day known and no act begins on that day, what follows is so by the terms alone:
 * it stays unreported until an act takes over.
 */
function unreported(spans: readonly Span[], known: number): Span[] {
  let was: Piece | undefined
  let before: Piece | undefined
  return spans.map((span) => {
    if (span.top !== before) {
      const expired = before !== undefined && before.endedBy === 'term' && before.to === span.from
      if (span.top?.from === span.from) was = undefined
      else if (expired && span.from <= known) was = before
      else if (before !== undefined && before.to === span.from && before.endedBy !== 'term') was = undefined
    }
    before = span.top
    if (was === undefined) return span
    const doubts = GRAVEST.filter((one) => one === 'outcome unreported' || span.doubts.includes(one))
    const held: Alternative = {
      ...(was.effect && { effect: was.effect }),
      by: was.step,
      because: 'outcome unreported',
    }
    return { ...span, doubts, alternatives: [...span.alternatives, held], was }
  })
}

/** The span of a layer on a day. */
export const spanOn = (line: LayerLine, day: number): Span | undefined => segmentOn(line.spans, day)
