// In: the deadlines of a record. Out: each as a term that runs until its day, with every move read, and what follows on lapse.
import { addDays, type DayRange, type Evidence, shortHash } from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'
import type { Step } from '../regime/index.ts'
import { knownBy, rangeOf } from './evidence.ts'
import { citedIn, type Instrument } from './instruments.ts'
import type { Layer, Part } from './layer.ts'

type Deadline = ReturnType<typeof deadlinesOf>[number]
/** "By 6 May the board shall report": a limit of which nothing says what it leaves time for is no stretch of grace. */
const deadlinesOf = (reader: RecordReader) =>
  reader
    .ofKind('deadline')
    .filter(
      ({ polarity, evidence }) =>
        polarity !== 'denied' && evidence.some(({ foundBy }) => !foundBy.startsWith('deadline/limit@')),
    )

/** A due day that a sentence tells as set or moved to. */
interface Telling {
  readonly to: DayRange
  readonly on: DayRange
  readonly known: string
  readonly evidence: Evidence
  readonly entry: Deadline
}

/**
 * A deadline is a stretch of grace: on its layer the consequence ("face a ban") holds from the first day it was ever due,
 * and a suspension holds it off until the day now due; each move extends it. Deadlines of one row of instruments are one.
 * Where that row is of duties, its terms are theirs: a day already known says nothing new, a later one extends the term.
 */
export function deadlineSteps(
  reader: RecordReader,
  instruments: ReadonlyMap<string, Instrument>,
  measures: Part,
): Part {
  const steps: Part['steps'][number][] = []
  const layers: Layer[] = []
  const again: string[] = []
  for (const { row, group } of chains(deadlinesOf(reader), instruments)) {
    const terms = termsOf(measures, row)
    if (terms.length > 0) {
      steps.push(...group.flatMap((entry) => extensionOf(reader, entry, terms)))
      again.push(...evidenceIds(group))
      continue
    }
    const main = group.find((entry) => entry.body.onLapse !== undefined) ?? group[0]!
    const layer: Layer = {
      id: main.id,
      name: main.body.what || main.body.name,
      type: 'deadline',
      by: main.body.setBy,
      on: main.body.obligor,
      goods: [],
      entries: group.map((entry) => entry.id),
      fromInstrument: false,
    }
    const built = chainSteps(reader, layer, main, group)
    if (built.length === 0) continue
    layers.push(layer)
    steps.push(...built)
    again.push(...evidenceIds(group))
  }
  return { steps, layers, again }
}

const evidenceIds = (group: readonly Deadline[]) =>
  group.flatMap(({ evidence }) => evidence.map(({ id }) => id))

/** Deadlines by the row of instruments that their sentences, else their reports, belong to; the others each alone. */
function chains(
  entries: readonly Deadline[],
  instruments: ReadonlyMap<string, Instrument>,
): { readonly row: string | undefined; readonly group: Deadline[] }[] {
  const rows = new Map<string, Deadline[]>()
  const alone: Deadline[][] = []
  const keys = new Map([...instruments.values()].map(({ name, key }) => [name, key]))
  for (const entry of entries) {
    const row = entry.evidence.flatMap((one) => rowOf(one, instruments, keys) ?? [])[0]
    if (row === undefined) alone.push([entry])
    else rows.set(row, [...(rows.get(row) ?? []), entry])
  }
  return [
    ...[...rows].map(([row, group]) => ({ row, group })),
    ...alone.map((group) => ({ row: undefined, group })),
  ]
}

/** The row of the first instrument that a sentence of an order names, else of the order itself. */
function rowOf(
  evidence: Evidence,
  instruments: ReadonlyMap<string, Instrument>,
  keys: ReadonlyMap<string, string>,
): string | undefined {
  const own = instruments.get(evidence.report)
  const [named] = own ? citedIn(evidence.quote) : []
  return named === undefined ? own?.key : (keys.get(named) ?? named)
}

/** A term of a duty: its step and every end it was given. */
interface Term {
  readonly step: Step
  readonly ends: DayRange[]
}

function termsOf({ steps, layers }: Part, row: string | undefined): Term[] {
  const own = new Set(
    layers.filter((layer) => layer.fromInstrument && layer.row === row).map((layer) => layer.id),
  )
  const terms = new Map<string, Term>()
  for (const { step } of steps) {
    const { does } = step
    if ((does.op === 'set' || does.op === 'suspend') && own.has(does.layer) && does.to)
      terms.set(step.id, { step, ends: [does.to] })
    else if (does.op === 'extend') terms.get(does.target)?.ends.push(does.to)
  }
  return [...terms.values()]
}

/** So many days after its end a term may still be extended. */
const LATE = 7

function extensionOf(reader: RecordReader, entry: Deadline, terms: readonly Term[]): Part['steps'] {
  return tellingsOf(reader, [entry]).flatMap(({ to, on, known, evidence }) => {
    if (terms.some(({ ends }) => ends.some((end) => end.earliest <= to.latest && to.earliest <= end.latest)))
      return []
    const [term] = terms
      .filter(({ ends, step }) => {
        const end = ends.at(-1)!.latest
        return end < to.earliest && step.known <= known && known <= addDays(end, LATE)
      })
      .sort((a, b) => (a.ends.at(-1)!.latest < b.ends.at(-1)!.latest ? -1 : 1))
    if (term === undefined) return []
    term.ends.push(to)
    const step: Step = {
      id: `${term.step.id} + ${shortHash(evidence.id)}`,
      issuer: term.step.issuer,
      measure: term.step.measure,
      does: { op: 'extend', target: term.step.id, to },
      announced: on,
      known,
      status: 'enacted',
      basis: { entries: [entry.id], origins: 1 },
    }
    return [{ step, told: { entry: entry.id, evidence: [evidence.id] } }]
  })
}

function chainSteps(
  reader: RecordReader,
  layer: Layer,
  main: Deadline,
  group: readonly Deadline[],
): Part['steps'][number][] {
  const tellings = tellingsOf(reader, group)
  const first = tellings[0]
  if (first === undefined) return []
  const last = rangeOf(main.body.due) ?? tellings.at(-1)!.to
  const out: Part['steps'][number][] = []
  const add = (
    does: Step['does'],
    telling: Telling,
    status: Step['status'] = 'enacted',
    also: readonly string[] = [],
  ) => {
    const id = `${layer.id} #${shortHash(`${JSON.stringify(does)} ${telling.evidence.id}`)}`
    out.push({
      step: {
        id,
        issuer: telling.entry.body.setBy[0]?.id ?? '?',
        measure: layer.id,
        does,
        announced: telling.on,
        known: telling.known,
        status,
        basis: { entries: [telling.entry.id], origins: 1 },
      },
      told: { entry: telling.entry.id, evidence: [telling.evidence.id, ...also] },
    })
    return id
  }
  const since = rangeOf(main.body.originalDue) ?? first.to
  const begin = since.earliest < first.on.earliest ? since : first.on
  if (main.body.onLapse !== undefined) {
    const words = main.body.onLapse.replace(/^(?:or|and)\s+/i, '')
    const source = main.evidence.find((one) => one.quote.includes(main.body.onLapse ?? '')) ?? first.evidence
    add(
      { op: 'set', layer: layer.id, value: { kind: 'status', value: words }, from: begin },
      {
        ...first,
        evidence: source,
        entry: main,
        known: begin.latest < first.known ? begin.latest : first.known,
      },
    )
  }
  const base = add(
    {
      op: 'suspend',
      layer: layer.id,
      from: begin.earliest < first.on.earliest ? first.on : begin,
      to: first.to,
    },
    first,
  )
  let end = first.to
  for (const telling of tellings.slice(1)) {
    if (telling.to.latest <= end.latest) continue
    add({ op: 'extend', target: base, to: telling.to }, telling)
    end = telling.to
  }
  const corrected = main.corrections?.find(({ field }) => field === 'due')?.by
  if (end.latest < last.latest || (corrected !== undefined && end.latest !== last.latest)) {
    add({ op: 'extend', target: base, to: last }, { ...tellings.at(-1)!, to: last })
    const moved = out.at(-1)!
    if (corrected !== undefined)
      out[out.length - 1] = {
        step: {
          ...moved.step,
          id: `${moved.step.id} corrected`,
          basis: { assumption: 'corrected', by: corrected },
        },
        told: { ...moved.told, correctedBy: corrected },
      }
  }
  return main.body.outcome === undefined
    ? out
    : [...out, outcomeStep(layer, base, main, last, tellings.at(-1)!)]
}

function outcomeStep(
  layer: Layer,
  base: string,
  main: Deadline,
  last: DayRange,
  telling: Telling,
): Part['steps'][number] {
  const met = main.body.outcome === 'met'
  return {
    step: {
      id: `${layer.id} #${main.body.outcome}`,
      issuer: main.body.setBy[0]?.id ?? '?',
      measure: layer.id,
      does: met ? { op: 'terminate', target: layer.id, at: last } : { op: 'resume', target: base, at: last },
      known: telling.known,
      status: 'enacted',
      basis: { entries: [main.id], origins: 1 },
    },
    told: { entry: main.id, evidence: main.evidence.map((one) => one.id) },
  }
}

/** Due days told, in the order in which they were set: by the day of the act where told, else of its report. */
function tellingsOf(reader: RecordReader, group: readonly Deadline[]): Telling[] {
  const all = group.flatMap((entry) =>
    entry.evidence.flatMap((evidence): Telling[] => {
      const to = rangeOf(evidence.days.find((day) => day.role === 'due' || day.role === 'to'))
      if (to === undefined || evidence.polarity === 'denied') return []
      const official = reader.report(evidence.report)?.genre === 'official'
      if (
        evidence.modality !== 'held' &&
        evidence.modality !== 'ongoing' &&
        !(official && evidence.modality === 'planned')
      )
        return []
      const known = knownBy(reader, [evidence])
      const on = rangeOf(evidence.days.find((day) => day.role === 'on')) ?? { earliest: known, latest: known }
      return [{ to, on, known, evidence, entry }]
    }),
  )
  // Of one day told by many, the telling that gives its own day of act, then the earliest, stands for it.
  const exact = all.filter(({ to }) => to.earliest === to.latest)
  const best = new Map<string, Telling>()
  for (const one of exact.length > 0 ? exact : all) {
    const known = best.get(one.to.latest)
    if (known === undefined || one.on.latest < known.on.latest) best.set(one.to.latest, one)
  }
  return [...best.values()].sort((a, b) =>
    a.on.latest < b.on.latest ? -1 : a.on.latest > b.on.latest ? 1 : a.to.latest < b.to.latest ? -1 : 1,
  )
}
