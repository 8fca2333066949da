// In: a record and its regimes. Out: what falls due, what holds before and after, how it was moved, what is told of the same, who must approve.
import {
  addDays,
  type Day,
  type DayRange,
  type Entry,
  type EntryOf,
  overlaps,
  type Ref,
  sentenceKey,
  toNumber,
} from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'
import {
  agenda,
  checkTerm,
  type Due,
  type Effect,
  eventsIn,
  lapse,
  regimeOf,
  type StepId,
  spanOn,
  type TermCheck,
  truthOf,
} from '../regime/index.ts'
import { rangeOf } from './evidence.ts'
import type { Happening, Layer } from './layer.ts'
import { type Regimes, withFacts } from './regimes.ts'

/** Some evidence of an entry. */
export interface Source {
  readonly entry: Entry
  readonly evidence: readonly string[]
}

/** What holds on a layer, and the step that it rests on; `effect` absent: suspended, with nothing instead. */
export interface Holding {
  readonly effect?: Effect
  readonly by: StepId
}

/** A term of the record: the end of a suspension, of a rule with an end, of the time that a deadline leaves. */
export interface Term {
  readonly due: Due
  readonly layer: Layer
  /** The deadline it is, where it is one. */
  readonly deadline?: EntryOf<'deadline'>
  /** What holds until it ends, and what holds by the terms alone from that day on; absent: nothing that was read. */
  readonly before?: Holding
  readonly after?: Holding
  /** How it was first told that the term would end, and each move, oldest first. */
  readonly began: Source
  /** What other reports tell of the same day and sides. */
  readonly alsoTold: readonly Source[]
  /** What may change it: what steps of the same sides hang on. */
  readonly hangsOn: readonly Happening[]
  /** Who must approve an agreement of the same sides, not told as done. */
  readonly approvals: readonly (Source & { readonly who: Ref; readonly what: string })[]
}

/** Plans that a settled condition holds off, with what settled it. */
export interface HeldOff {
  readonly sources: readonly Source[]
  readonly by: Happening
}

export interface Terms {
  readonly terms: readonly Term[]
  readonly heldOff: readonly HeldOff[]
  /** Evidence of everything that is told above or is done and over: it falls due no more on its own. */
  readonly covered: ReadonlySet<string>
  /** What instruments ordered: it came about, unless it is the end of an open term. */
  readonly over: ReadonlySet<string>
}

/** What an unread future may hold at most. */
const HORIZON = '9999-12-31'

/** "A shutdown of" 13 days: the length of something else than the term. */
const OF_ANOTHER =
  /(?<!\b(?:delay|deferral|extension|freeze|halt|pause|period|postponement|prolongation|reprieve|suspension|term|truce)) of (?:about |some )?$/i

/**
 * A length and an end that a sentence tells together ("60 days, until 2 June") and that do not make one sum. Undefined
 * where they agree, where no length or more than one is told, or where a day is not exact.
 */
export function wrongSum(
  { entry, evidence }: Source,
  from: DayRange | undefined,
  to: DayRange | undefined,
): { readonly days: number; readonly check: TermCheck } | undefined {
  if (!from || !to || from.earliest !== from.latest || to.earliest !== to.latest) return undefined
  const lengths = new Set(
    entry.evidence
      .filter(({ id }) => evidence.includes(id))
      .flatMap(({ quote }) =>
        [...quote.matchAll(/\b(\d{1,4})[ -]days?\b/gi)]
          .filter(({ index }) => !OF_ANOTHER.test(quote.slice(Math.max(0, index - 30), index)))
          .map(([, count]) => Number(count)),
      ),
  )
  const [days, ...others] = lengths
  const check = days === undefined || others.length > 0 ? undefined : checkTerm(from.latest, days, to.latest)
  return days === undefined || check === undefined || check.agrees ? undefined : { days, check }
}

/** All terms that end after the day known or ended with no act read, by day. */
export function termsOf(reader: RecordReader, regimes: Regimes): Terms {
  const { known, steps } = regimes
  const isDeadline = (layer: string) => regimes.layers.get(layer)?.type === 'deadline'
  const covered = new Set<string>()
  const cover = (ids: readonly string[]) => {
    for (const id of ids) covered.add(id)
  }
  for (const step of steps) {
    const told = regimes.told.get(step.id)
    if (told && told.notBefore === undefined && step.status === 'enacted' && !isDeadline(step.measure))
      cover(told.evidence)
  }
  const heldOff = heldOffBy(reader, regimes)
  const regime = regimeOf(steps, { known, scenario: withFacts(regimes, lapse) })
  for (const one of heldOff) cover(sameAsHeldOff(reader, one))
  // Duties first: a deadline that only tells of their term is no other one.
  const dues = agenda(steps, { known, horizon: HORIZON }).toSorted(
    (a, b) => Number(isDeadline(a.layer)) - Number(isDeadline(b.layer)),
  )
  const terms = dues.flatMap((due): Term[] => {
    const layer = regimes.layers.get(due.layer)
    const began = sourceOf(reader, regimes, due.step)
    if (layer === undefined || began === undefined) return []
    const found = reader.entry(layer.id)
    const deadline = found?.kind === 'deadline' ? found : undefined
    if (deadline?.evidence.every(({ id }) => covered.has(id))) return []
    const alsoTold = related(reader, layer, due.due).filter(
      ({ evidence }) => !evidence.every((id) => covered.has(id)),
    )
    for (const one of alsoTold) cover(one.evidence)
    const at = (day: Day): Holding | undefined => {
      const line = regime.layers.get(due.layer)
      const top = line && spanOn(line, toNumber(day))?.top
      return top && { by: top.step, ...(top.effect && { effect: top.effect }) }
    }
    const before = at(addDays(due.due.earliest, -1))
    const after = at(due.due.latest)
    return [
      {
        due,
        layer,
        ...(deadline && { deadline }),
        ...(before && { before }),
        ...(after && { after }),
        began,
        alsoTold,
        hangsOn: [...regimes.happenings.values()].filter(
          (one) => one.settled === undefined && bearsOn(reader, one, layer),
        ),
        approvals: approvalsOf(reader, layer),
      },
    ]
  })
  cover([...regimes.again])
  return { terms, heldOff, covered, over: ordered(regimes) }
}

function ordered(regimes: Regimes): ReadonlySet<string> {
  const steps = regimes.steps.filter(({ status, does }) => {
    const layer = 'layer' in does ? regimes.layers.get(does.layer) : undefined
    return status === 'enacted' && (layer?.fromInstrument || !('layer' in does))
  })
  return new Set([...steps.flatMap(({ id }) => regimes.told.get(id)?.evidence ?? []), ...regimes.again])
}

/** The words of a step. */
export function sourceOf(reader: RecordReader, regimes: Regimes, step: StepId): Source | undefined {
  const told = regimes.told.get(step)
  const entry = told && reader.entry(told.entry)
  return entry && { entry, evidence: told.evidence }
}

const sidesOf = (layer: Pick<Layer, 'by' | 'on'>) => new Set([...layer.by, ...layer.on].map((ref) => ref.id))

/** Words for a duty or its suspension, by which a term without sides is told to be one. */
const OF_DUTIES = /\b(?:dut(?:y|ies)|tariffs?|lev(?:y|ies)|reductions?|truce|suspension|rates?|pause)\b/i

/** Measures of the same kind between the same sides and deadlines of the same matter, told for a day that may be the same. */
function related(reader: RecordReader, layer: Layer, due: DayRange): Source[] {
  if (layer.type === 'deadline') return []
  const sides = sidesOf(layer)
  const same = (by: readonly Ref[], on: readonly Ref[]) => {
    const others = sidesOf({ by, on })
    return others.size === sides.size && [...others].every((id) => sides.has(id))
  }
  const found: Source[] = []
  const sentences = new Set<string>()
  for (const entry of reader.ofKind('measure')) {
    if (entry.body.type !== layer.type || !same(entry.body.by, entry.body.on)) continue
    for (const one of entry.evidence) sentences.add(sentenceKey(one))
    for (const step of entry.body.steps) {
      const to = rangeOf(step.to)
      if (to && overlaps(to, due)) found.push({ entry, evidence: step.evidence })
    }
  }
  for (const entry of reader.ofKind('deadline')) {
    const day = rangeOf(entry.body.due)
    if (!day || !overlaps(day, due) || entry.body.outcome !== undefined) continue
    const tied = entry.evidence.some((one) => sentences.has(sentenceKey(one)))
    const alike =
      entry.body.obligor.length === 0 && layer.type === 'tariff' && OF_DUTIES.test(entry.body.what)
    if (tied || alike) found.push({ entry, evidence: entry.evidence.map((one) => one.id) })
  }
  for (const entry of reader.ofKind('agreement')) {
    const end = rangeOf(entry.valid.to)
    if (end && overlaps(end, due) && same(entry.body.between, []))
      found.push({ entry, evidence: entry.evidence.map((one) => one.id) })
  }
  return found
}

/** What a measure of the same kind and sides hangs on; for a deadline what names who must meet it. */
function bearsOn(reader: RecordReader, { entry, words }: Happening, layer: Layer): boolean {
  if (layer.type === 'deadline') return sharesMatter(layer, words)
  const measure = reader.entry(entry)
  return (
    measure?.kind === 'measure' &&
    measure.body.type === layer.type &&
    sidesKey(measure.body) === sidesKey(layer)
  )
}

const sidesKey = (sides: Pick<Layer, 'by' | 'on'>) => [...sidesOf(sides)].sort().join()

/** True where words tell of what a deadline asks: a longer word of it, or who is no state and must meet it. */
function sharesMatter(layer: Layer, words: string): boolean {
  const states = new Set([...layer.by, ...layer.on].map(({ name }) => name.toLowerCase()))
  const own = layer.name.toLowerCase().match(/\p{L}{5,}/gu) ?? []
  const lower = words.toLowerCase()
  const named = layer.on.some(({ id, name }) => !/^[A-Z]{2,3}$/.test(id) && words.includes(name))
  return named || own.some((word) => !states.has(word) && lower.includes(word))
}

function approvalsOf(reader: RecordReader, layer: Layer): Term['approvals'] {
  const sides = sidesOf(layer)
  if (sides.size === 0) return []
  return reader
    .ofKind('agreement')
    .filter(({ polarity, body }) => {
      // Of "the accord", told without its sides, those are known who must approve it.
      const parties = body.between.length > 0 ? body.between : body.approvals.map(({ who }) => who)
      if (polarity === 'denied' || parties.length === 0) return false
      if (layer.type === 'deadline') return sharesMatter(layer, `${body.name} ${body.about.join(' ')}`)
      return layer.on.length > 0 && parties.every((ref) => sides.has(ref.id))
    })
    .flatMap((entry) =>
      entry.body.approvals
        .filter(({ done }) => !done)
        .map(({ who }) => ({
          who,
          what: entry.body.name,
          entry,
          evidence: entry.evidence
            .filter((one) => one.quote.includes(who.name) || entry.evidence.length === 1)
            .map((one) => one.id),
        })),
    )
}

/** All that plans the same: other tellings of the measures, and deadlines without an obligor told for a day of theirs. */
function sameAsHeldOff(reader: RecordReader, { sources }: HeldOff): string[] {
  const entries = new Set(sources.map(({ entry }) => entry))
  const days: DayRange[] = []
  const ids: string[] = []
  for (const entry of entries) {
    if (entry.kind !== 'measure') continue
    for (const step of entry.body.steps) {
      const from = rangeOf(step.from)
      const plans = sources.some((one) => step.evidence.some((id) => one.evidence.includes(id)))
      if (plans && from) days.push(from)
      if (PLANNED.has(step.modality)) ids.push(...step.evidence)
    }
  }
  for (const { body, evidence } of reader.ofKind('deadline')) {
    const due = rangeOf(body.due)
    const same = due && body.obligor.length === 0 && days.some((day) => overlaps(day, due))
    if (same && OF_DUTIES.test(body.what)) ids.push(...evidence.map(({ id }) => id))
  }
  return ids
}

const PLANNED: ReadonlySet<string> = new Set([
  'planned',
  'expected',
  'conditional',
  'possible',
  'hypothetical',
])

function heldOffBy(reader: RecordReader, regimes: Regimes): HeldOff[] {
  const groups = new Map<string, { by: Happening; sources: Source[] }>()
  for (const step of regimes.steps) {
    if (step.status !== 'announced' || step.when === undefined) continue
    if (truthOf(step.when, regimes.facts) !== false) continue
    const by = [...regimes.happenings.values()].find(
      (one) => one.settled && eventsIn(step.when!).includes(one.id),
    )
    const source = sourceOf(reader, regimes, step.id)
    if (by === undefined || source === undefined) continue
    const group = groups.get(by.id) ?? { by, sources: [] }
    group.sources.push(source)
    groups.set(by.id, group)
  }
  return [...groups.values()]
}
