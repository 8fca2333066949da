// In: the measures of a record, the instruments behind them. Out: their steps on layers, and totals that news gives.
import { type DayRange, type Evidence, isActual, type MeasureStep, shortHash } from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'
import type { Condition, Effect, LayerId, Op, Step } from '../regime/index.ts'
import { effectOf } from './effect.ts'
import { conditionOf } from './events.ts'
import { evidenceOf, knownBy, rangeOf } from './evidence.ts'
import type { Instrument } from './instruments.ts'
import type { Happening, Layer, Part, Told, ToldTotal } from './layer.ts'

type Measure = ReturnType<typeof measuresOf>[number]
const measuresOf = (reader: RecordReader) =>
  reader.ofKind('measure').filter((entry) => entry.polarity !== 'denied')

/** A step of a measure on its way to one of the engine. */
interface Draft {
  readonly entry: Measure
  readonly step: MeasureStep
  readonly evidence: readonly Evidence[]
  readonly layer: Layer
  readonly known: string
  readonly status: Step['status']
  readonly from: DayRange | undefined
  readonly correctedBy?: string
}

const SUPPOSED: ReadonlySet<Evidence['modality']> = new Set(['hypothetical', 'possible'])

/** Steps and totals of all measures. What an instrument does at large also holds for each side it singles out. */
export function measureSteps(reader: RecordReader, instruments: ReadonlyMap<string, Instrument>): Part {
  const drafts = measuresOf(reader).flatMap((entry) =>
    entry.body.steps.flatMap((step, at) => {
      const draft = draftOf(reader, instruments, entry, step)
      const by = entry.corrections?.find(({ field }) => field?.startsWith(`steps.${at}.`))?.by
      return draft ? [{ ...draft, ...(by !== undefined && { correctedBy: by }) }] : []
    }),
  )
  const byLayer = Map.groupBy(drafts, (draft) => draft.layer.id)
  const layers = [...byLayer.values()].map((list) => ({
    ...list[0]!.layer,
    entries: [...new Set(list.map((draft) => draft.entry.id))],
  }))
  const disputed = disputedStates(reader)
  const steps: Part['steps'][number][] = []
  const happenings = new Map<string, Happening>()
  const again: string[] = []
  for (const layer of layers) {
    const own = byLayer.get(layer.id) ?? []
    const atLarge =
      layer.on.length === 0 ? [] : (byLayer.get(layerId(layer.row ?? '', layer.by, [], '')) ?? [])
    const built = stepsOn(layer, layer.fromInstrument ? [...atLarge, ...own] : own, disputed)
    steps.push(...built.steps)
    again.push(...built.again)
    for (const one of built.happenings) happenings.set(one.id, one)
  }
  return { steps, layers, totals: totalsOf(drafts), happenings: [...happenings.values()], again }
}

function draftOf(
  reader: RecordReader,
  instruments: ReadonlyMap<string, Instrument>,
  entry: Measure,
  step: MeasureStep,
): Draft | undefined {
  const all = evidenceOf(entry, step.evidence)
  if (all.length === 0) return undefined
  // The day of a threat is the day on which it was made.
  const told =
    step.effect === 'threaten'
      ? undefined
      : (rangeOf(step.from) ?? (step.effect === 'stand' ? undefined : rangeOf(step.announced)))
  const ordered = all.filter(
    (one) =>
      instruments.has(one.report) &&
      reader.report(one.report)?.genre === 'official' &&
      isActual(one.modality),
  )
  const isOrder = ordered.length > 0 && (told !== undefined || step.to !== undefined)
  const evidence = isOrder ? ordered : all
  const done = isOrder || isActual(step.modality)
  const known = knownBy(reader, evidence)
  // What is still planned does not begin before it is told: such a day is the day on which the plan was told.
  const day = done || (told && told.latest >= known) ? told : undefined
  return {
    entry,
    step,
    evidence,
    layer: isOrder ? instrumentLayer(entry, ordered, instruments) : ownLayer(entry),
    known,
    status:
      done && step.status !== 'proposed'
        ? 'enacted'
        : SUPPOSED.has(step.modality)
          ? 'hypothetical'
          : 'announced',
    from: day,
  }
}

const layerId = (name: string, by: Layer['by'], on: Layer['on'], goods: string): LayerId =>
  `${name}: ${by.map((ref) => ref.id).join('+') || '?'} → ${on.map((ref) => ref.id).join('+') || 'all'}${goods && ` (${goods})`}`

const ownLayer = ({ id, body }: Measure): Layer => ({
  id,
  name: body.name,
  type: body.type,
  by: body.by,
  on: body.on,
  goods: body.goods,
  entries: [id],
  fromInstrument: false,
})

/** "All articles" are goods at large; partners told by a list stay apart from all others. */
function instrumentLayer(
  { id, body }: Measure,
  evidence: readonly Evidence[],
  instruments: ReadonlyMap<string, Instrument>,
): Layer {
  const { key, name, title } = instruments.get(evidence[0]!.report)!
  const quote = evidence[0]!.quote
  const some =
    body.on.length === 0 &&
    /\bfrom (?:the |those |such |certain )(?:\w+ )?(?:partners|countries|nations)\b/i.test(quote)
  const large =
    !some &&
    (body.goods.length === 0 ||
      body.on.length > 0 ||
      /\ball (?:articles|goods|imports|products) imported\b/i.test(quote))
  const goods = large ? [] : body.goods.slice(0, 3)
  return {
    id: layerId(key, body.by, body.on, goods.join(', ')),
    name,
    row: key,
    ...(title && { title }),
    type: body.type,
    by: body.by,
    on: body.on,
    goods,
    entries: [id],
    fromInstrument: true,
  }
}

/** Evidence whose values a dispute sets against each other, by evidence: the dispute. */
function disputedStates(reader: RecordReader): ReadonlyMap<string, string> {
  return new Map(
    reader
      .disputes()
      .filter(({ type }) => type === 'value' || type === 'definition')
      .flatMap((dispute) =>
        dispute.readings.flatMap(({ evidence }) => evidence.map((id) => [id, dispute.id] as const)),
      ),
  )
}

interface Built {
  readonly steps: Part['steps'][number][]
  readonly happenings: Happening[]
  readonly again: readonly string[]
}

function stepsOn(layer: Layer, drafts: readonly Draft[], disputed: ReadonlyMap<string, string>): Built {
  const ordered = drafts.toSorted(
    (a, b) =>
      compare(a.known, b.known) ||
      compare(a.from?.latest ?? '', b.from?.latest ?? '') ||
      compare(a.step.effect, b.step.effect),
  )
  const substitutes = new Set(
    ordered.filter(({ step }) => step.effect === 'suspend' && step.rate).map((draft) => sameAct(draft)),
  )
  const states = sameRank(ordered, disputed)
  const open: { id: string; suspends: boolean; term: boolean }[] = []
  const conditions = ordered.flatMap((draft) => {
    const found =
      draft.status === 'announced' ? conditionOf(draft.entry, draft.step, draft.evidence) : undefined
    return found ? [{ ...found, eases: eases(draft), denied: isDenied(draft) }] : []
  })
  // What one plan hangs on, all plans of its direction do: they are told as one, a condition at a time.
  const whenOf = (draft: Draft) =>
    allOf(
      conditions.filter((one) => !one.denied && one.eases === eases(draft)).map(({ condition }) => condition),
    )
  const steps: Built['steps'] = []
  const again: string[] = []
  const plans = new Map<string, number>()
  for (const draft of ordered) {
    const { step, entry } = draft
    const ids = draft.evidence.map((one) => one.id)
    const when = whenOf(draft)
    if (step.effect !== 'suspend' && step.rate && substitutes.has(sameAct(draft))) {
      again.push(...ids)
      continue
    }
    const state = states.get(draft)
    const from = draft.from ?? state?.from ?? (draft.status === 'enacted' ? at(draft.known) : undefined)
    if (isDenied(draft)) continue
    const does = opOf(draft, layer.id, from, open, ordered)
    if (does === undefined) continue
    // A plan told by many is one.
    const key = draft.status === 'announced' ? JSON.stringify(does) : ids.join()
    const twin = plans.get(key)
    const first = twin === undefined ? undefined : steps[twin]
    if (twin !== undefined && first) {
      steps[twin] = { ...first, told: { ...first.told, evidence: [...first.told.evidence, ...ids] } }
      continue
    }
    plans.set(key, steps.length)
    const id = `${layer.id} #${shortHash(`${ids.join()} ${step.effect} ${from?.latest ?? ''}`)}`
    if ('layer' in does && draft.status === 'enacted')
      open.push({ id, suspends: does.op === 'suspend', term: does.to !== undefined })
    const to = rangeOf(step.to)
    steps.push({
      step: {
        id,
        issuer: entry.body.by[0]?.id ?? '?',
        measure: entry.id,
        does,
        known: state?.known ?? draft.known,
        ...(rangeOf(step.announced) && { announced: rangeOf(step.announced)! }),
        ...(draft.status === 'announced' && when && { when }),
        status: draft.status,
        basis:
          draft.correctedBy === undefined
            ? { entries: [entry.id], origins: new Set(draft.evidence.map((one) => one.origin)).size }
            : { assumption: 'corrected', by: draft.correctedBy },
      },
      told: {
        entry: entry.id,
        evidence: ids,
        ...(step.rate && step.rate.bound !== '=' && { bound: step.rate.bound }),
        ...(step.toIsBound && to && { notBefore: to }),
        ...(step.condition && { condition: step.condition }),
        ...(draft.correctedBy !== undefined && { correctedBy: draft.correctedBy }),
      } satisfies Told,
    })
  }
  return { steps, happenings: conditions.map(({ happening }) => happening), again }
}

const EASES: ReadonlySet<string> = new Set(['lower', 'suspend', 'end', 'exempt', 'postpone', 'strike down'])
const eases = ({ step }: Draft) => EASES.has(step.effect)
/** "Will not lower it unless …": nothing is planned. */
const isDenied = ({ evidence }: Draft) => evidence.every((one) => one.polarity === 'denied')

const at = (day: string): DayRange => ({ earliest: day, latest: day })
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function allOf(conditions: readonly Condition[]): Condition | undefined {
  const distinct = [...new Map(conditions.map((one) => [JSON.stringify(one), one])).values()]
  return distinct.length < 2 ? distinct[0] : { all: distinct }
}

/** One instrument that suspends to a rate and sets that rate from that day does one thing. */
const sameAct = ({ step, evidence, from }: Draft) =>
  `${step.rate?.value} ${from?.latest} ${evidence[0]?.report}`

/**
 * Values of what holds "now" that reports dispute get one rank (one day, one day known), so that neither wins: the
 * engine then gives them as alternatives.
 */
function sameRank(
  drafts: readonly Draft[],
  disputed: ReadonlyMap<string, string>,
): ReadonlyMap<Draft, { readonly from: DayRange; readonly known: string }> {
  const groups = new Map<string, Draft[]>()
  for (const draft of drafts) {
    if (draft.from !== undefined || draft.status !== 'enacted') continue
    const dispute = draft.evidence.map((one) => disputed.get(one.id)).find((one) => one !== undefined)
    if (dispute !== undefined) groups.set(dispute, [...(groups.get(dispute) ?? []), draft])
  }
  const found = new Map<Draft, { from: DayRange; known: string }>()
  for (const group of groups.values()) {
    const known = group.map((draft) => draft.known).sort()
    for (const draft of group) found.set(draft, { from: at(known[0]!), known: known.at(-1)! })
  }
  return found
}

function opOf(
  { step, entry, from: told, layer: home }: Draft,
  layer: LayerId,
  from: DayRange | undefined,
  open: readonly { readonly id: string; readonly suspends: boolean; readonly term: boolean }[],
  all: readonly Draft[],
): Op | undefined {
  const to = step.toIsBound ? undefined : rangeOf(step.to)
  const value: Effect = effectOf(entry.body, step)
  const day = from ?? to
  switch (step.effect) {
    case 'suspend': {
      if (from === undefined) return undefined
      const higher = all.some(
        (other) => (other.step.rate?.value ?? 0) > (step.rate?.value ?? Number.POSITIVE_INFINITY),
      )
      const substitute = step.rate && (home.fromInstrument ? higher : false) ? { value } : {}
      return { op: 'suspend', layer, ...substitute, from, ...(to && { to }) }
    }
    case 'extend': {
      const target = open.findLast((one) => one.suspends) ?? open.findLast((one) => one.term)
      return target && to ? { op: 'extend', target: target.id, to } : undefined
    }
    case 'resume': {
      const target = open.findLast((one) => one.suspends)
      return target && day
        ? { op: 'resume', target: target.id, at: day }
        : from && { op: 'set', layer, value, from, ...(to && { to }) }
    }
    case 'end':
      return told
        ? { op: 'terminate', target: layer, at: told }
        : from && { op: 'terminate', target: layer, at: from }
    case 'strike down':
      return from && { op: 'annul', target: layer, decided: from }
    case 'exempt':
    case 'postpone':
      return undefined
    default:
      // A duty whose rate no report gives changes no rate.
      if (from === undefined) return undefined
      if (entry.body.type === 'tariff' && step.rate === undefined) return undefined
      return { op: 'set', layer, value, from, ...(to && { to }) }
  }
}

/** Rates of a duty that reports tell as holding, without the day since when: a check on the layers, no step of them. */
function totalsOf(drafts: readonly Draft[]): ToldTotal[] {
  return drafts.flatMap(({ entry, step, evidence, layer, status, from, known }) => {
    const { rate } = step
    const { by, on, goods, type } = entry.body
    if (rate?.unit !== '%' || type !== 'tariff' || layer.fromInstrument || from || status === 'hypothetical')
      return []
    if (by.length !== 1 || on.length !== 1) return []
    const total: ToldTotal = {
      id: `${layer.id} ${rate.bound}${rate.value}`,
      by: by[0]!.id,
      on: on[0]!.id,
      bps: Math.round(rate.value * 100),
      bound: rate.bound,
      asOf: at(known),
      status: status === 'enacted' ? 'in force' : 'planned',
      basis: { entries: [entry.id], origins: new Set(evidence.map((one) => one.origin)).size },
      layer: layer.id,
      evidence: evidence.map((one) => one.id),
      ...(goods.length === 1 && { goods: goods[0]! }),
    }
    return [total]
  })
}
