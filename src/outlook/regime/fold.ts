// In: the steps that count, how to read imprecise days. Out: pieces: which step covers which days of its layer, and how it ends.
import { toNumber } from '../../model/day.ts'
import { keyOf } from './effect.ts'
import type { DayRange, Effect, LayerId, MeasureId, Step, StepId, View } from './step.ts'

/** Which end of an imprecise day counts. */
export type Reading = 'earliest' | 'latest'

/** Days `[from, to)` by number on which one step covers its layer; `to` is Infinity where open. */
export interface Piece {
  readonly step: StepId
  readonly layer: LayerId
  readonly measure: MeasureId
  readonly from: number
  readonly to: number
  readonly priority: number
  readonly suspends: boolean
  readonly known: string
  readonly effect: Effect | undefined
  readonly effectKey: string
  /** "term", or the step that ended it earlier. */
  readonly endedBy: 'term' | StepId
  readonly extendedBy: readonly StepId[]
  readonly until: DayRange | undefined
}

export interface Fold {
  readonly pieces: ReadonlyMap<LayerId, readonly Piece[]>
  /** Steps removed from the beginning, with what annulled them. */
  readonly annulled: ReadonlyMap<StepId, StepId>
}

type Base = Step & { readonly does: { readonly op: 'set' | 'suspend' } }
interface Toggle {
  readonly at: number
  readonly on: boolean
  readonly by: Step
}
interface Term {
  readonly step: Base
  readonly from: number
  to: number
  until: DayRange | undefined
  extendedBy: StepId[]
  readonly toggles: Toggle[]
}

const isBase = (step: Step | undefined): step is Base =>
  step?.does.op === 'set' || step?.does.op === 'suspend'
const before = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byKnown = (a: Step, b: Step) => before(a.known, b.known) || before(a.id, b.id)

/**
 * Annulments first (later ones may annul earlier ones), then extensions in order of known, then terminations and
 * resumptions by day. Each is passed over where its target is not there.
 */
export function fold(steps: readonly Step[], reading: Reading, view: View): Fold {
  const ordered = [...steps].sort(byKnown)
  const acting = ordered.filter((step) => !isBase(step))
  const book = bookOf(ordered, reading)
  const annulled = view === 'valid' ? annulments(acting, book) : new Map<StepId, StepId>()
  const terms = termsOf(ordered, annulled, book)
  const left = acting.filter(({ id }) => !annulled.has(id))
  extend(left, terms, book, view === 'asApplied' ? cutsOf(acting, book) : new Map())
  for (const step of left) turn(step, terms, book, view)
  const pieces = new Map([...terms.ofLayer].map(([layer, list]) => [layer, list.flatMap(piecesOf)]))
  return { pieces, annulled }
}

/** The steps as they are looked up. */
interface Book {
  readonly day: (range: DayRange) => number
  /** The step that a chain of extensions in the end extends. */
  readonly base: (id: StepId) => Base | undefined
  /** A step by its id, else the steps of a layer that were known when `by` was. */
  readonly targets: (target: string, by: Step) => readonly Step[]
}

function bookOf(steps: readonly Step[], reading: Reading): Book {
  const byId = new Map(steps.map((step) => [step.id, step]))
  const ofLayer = Map.groupBy(steps.filter(isBase), ({ does }) => does.layer)
  return {
    day: (range) => toNumber(range[reading]),
    base: (id) => {
      let step = byId.get(id)
      for (let hops = 0; step?.does.op === 'extend' && hops < steps.length; hops++)
        step = byId.get(step.does.target)
      return isBase(step) ? step : undefined
    },
    targets: (target, by) => {
      const step = byId.get(target)
      return step ? [step] : (ofLayer.get(target) ?? []).filter(({ known }) => known <= by.known)
    },
  }
}

/** Steps that never were, with what annulled them. */
function annulments(acting: readonly Step[], book: Book): Map<StepId, StepId> {
  const annulled = new Map<StepId, StepId>()
  for (const step of acting.toReversed()) {
    if (step.does.op !== 'annul' || annulled.has(step.id)) continue
    for (const target of book.targets(step.does.target, step))
      if (target.id !== step.id && !annulled.has(target.id)) annulled.set(target.id, step.id)
  }
  return annulled
}

interface Terms {
  readonly ofStep: ReadonlyMap<StepId, Term>
  readonly ofLayer: ReadonlyMap<LayerId, readonly Term[]>
}

function termsOf(ordered: readonly Step[], annulled: ReadonlyMap<StepId, StepId>, { day }: Book): Terms {
  const terms = ordered
    .filter(isBase)
    .filter(({ id }) => !annulled.has(id))
    .map((step): Term => {
      const { from, to } = step.does
      return {
        step,
        from: day(from),
        to: to === undefined ? Number.POSITIVE_INFINITY : day(to),
        until: to,
        extendedBy: [],
        toggles: [],
      }
    })
  return {
    ofStep: new Map(terms.map((term) => [term.step.id, term])),
    ofLayer: Map.groupBy(terms, ({ step }) => step.does.layer),
  }
}

const termAt = (id: StepId, { ofStep }: Terms, book: Book): Term | undefined =>
  ofStep.get(book.base(id)?.id ?? '')

/** As applied, an extension that is annulled after the term it moved had ended, ends on the day of the decision. */
function cutsOf(acting: readonly Step[], book: Book): Map<StepId, { at: number; by: Step }> {
  const cuts = new Map<StepId, { at: number; by: Step }>()
  for (const step of acting) {
    if (step.does.op !== 'annul') continue
    for (const target of book.targets(step.does.target, step))
      if (target.does.op === 'extend') cuts.set(target.id, { at: book.day(step.does.decided), by: step })
  }
  return cuts
}

function extend(
  acting: readonly Step[],
  terms: Terms,
  book: Book,
  cuts: ReadonlyMap<StepId, { at: number; by: Step }>,
): void {
  for (const step of acting) {
    if (step.does.op !== 'extend') continue
    const term = termAt(step.id, terms, book)
    if (term === undefined) continue
    const cut = cuts.get(step.id)
    const to = book.day(step.does.to)
    const last = cut === undefined ? to : Math.max(term.to, cut.at)
    term.to = to
    if (cut !== undefined && to > last) {
      term.toggles.push({ at: last, on: false, by: cut.by })
      continue
    }
    term.until = step.does.to
    term.extendedBy = [...term.extendedBy.filter((id) => id !== step.id), step.id]
  }
}

/** What a step ends or lets go on. */
function turn(step: Step, terms: Terms, book: Book, view: View): void {
  const { does } = step
  if (does.op === 'terminate')
    for (const target of book.targets(does.target, step))
      termAt(target.id, terms, book)?.toggles.push({ at: book.day(does.at), on: false, by: step })
  else if (does.op === 'resume') resume(termAt(does.target, terms, book), book.day(does.at), step, terms)
  else if (does.op === 'annul' && view === 'asApplied')
    for (const target of book.targets(does.target, step))
      undo(target, { at: book.day(does.decided), by: step }, terms, book)
}

/** A suspension that is told to resume ends; what was suspended goes on, and its suspensions end. */
function resume(term: Term | undefined, at: number, by: Step, terms: Terms): void {
  if (term === undefined) return
  const isPause = term.step.does.op === 'suspend'
  term.toggles.push({ at, on: !isPause, by })
  if (isPause) return
  for (const other of terms.ofLayer.get(term.step.does.layer) ?? [])
    if (other.step.does.op === 'suspend' && other.from <= at && other.step.known <= by.known)
      other.toggles.push({ at, on: false, by })
}

/** As applied, what is annulled held until the day of the decision; what it had ended goes on from there. */
function undo(target: Step, when: Omit<Toggle, 'on'>, terms: Terms, book: Book): void {
  const { does } = target
  if (isBase(target)) terms.ofStep.get(target.id)?.toggles.push({ ...when, on: false })
  else if (does.op === 'terminate' || does.op === 'annul')
    for (const ended of book.targets(does.target, target))
      terms.ofStep.get(ended.id)?.toggles.push({ ...when, on: true })
  else if (does.op === 'resume') {
    const term = termAt(does.target, terms, book)
    term?.toggles.push({ ...when, on: term.step.does.op === 'suspend' })
  }
}

/** The stretches of a term that its toggles leave. */
function piecesOf({ step, from, to, until, extendedBy, toggles }: Term): Piece[] {
  const { does } = step
  const piece = (first: number, last: number, endedBy: 'term' | StepId): Piece => ({
    step: step.id,
    layer: does.layer,
    measure: step.measure,
    from: first,
    to: last,
    priority: step.priority ?? 0,
    suspends: does.op === 'suspend',
    known: step.known,
    effect: does.value,
    effectKey: keyOf(does.value),
    endedBy,
    extendedBy,
    until,
  })
  if (toggles.length === 0) return from < to ? [piece(from, to, 'term')] : []
  toggles.sort((a, b) => a.at - b.at || byKnown(a.by, b.by))
  const out: Piece[] = []
  let since: number | undefined = from
  for (const toggle of toggles) {
    if (toggle.on) since ??= Math.max(from, toggle.at)
    else if (since !== undefined) {
      if (toggle.at >= to) continue
      if (toggle.at > since) out.push(piece(since, toggle.at, toggle.by.id))
      since = undefined
    }
  }
  if (since !== undefined && since < to) out.push(piece(since, to, 'term'))
  return out
}
