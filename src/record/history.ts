// In: entries. Out: what each told before and no longer holds: due days, phases of measures, older figures.
import type { Day, Days, Entry, EntryOf, MeasureStep } from '../model/index.ts'
import { measuredWords, measureOne, unitKind } from './measured.ts'
import { mayBeOne } from './same-value.ts'
import { showValue } from './show-value.ts'

type History = Entry['history']
type Superseded = History[number]

/** When a report was surely out, and the first it may have been; by report. */
export type KnownBy = ReadonlyMap<string, Days>

/** Entries with their history filled. What changed over time is no dispute. */
export function withHistory(entries: readonly Entry[], known: KnownBy): Entry[] {
  const older = olderFigures(entries)
  return entries.map((entry): Entry => {
    const history = [...ownHistory(entry, known), ...(older.get(entry.id) ?? [])]
    return history.length === 0 ? entry : { ...entry, history: history.sort(byKnown) }
  })
}

function ownHistory(entry: Entry, known: KnownBy): Superseded[] {
  if (entry.kind === 'deadline') return dueDays(entry, known)
  if (entry.kind === 'measure') return phases(entry, known)
  return []
}

const byKnown = (a: Superseded, b: Superseded): number =>
  compare(a.known.latest ?? '', b.known.latest ?? '') || compare(a.value, b.value)
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The day by which the first report of this evidence was out. */
function knownOf(entry: Entry, evidence: readonly string[], known: KnownBy): Days {
  let first: Days = {}
  for (const { id, report } of entry.evidence) {
    const days = evidence.includes(id) ? known.get(report) : undefined
    if (days?.latest && (!first.latest || days.latest < first.latest)) first = days
  }
  return first
}

const dayIn = (days: Days | undefined): Day | undefined =>
  days?.earliest !== undefined && days.earliest === days.latest ? days.earliest : undefined

/** Due days before the last. */
function dueDays(entry: EntryOf<'deadline'>, known: KnownBy): Superseded[] {
  const last = dayIn(entry.body.due)
  return entry.body.chain.flatMap((due): Superseded[] => {
    const day = dayIn(due)
    if (day === undefined || last === undefined || day >= last) return []
    const evidence = entry.evidence
      .filter(({ days }) => days.some((one) => one.role === 'due' && dayIn(one) === day))
      .map(({ id }) => id)
    return evidence.length === 0 ? [] : [{ value: day, known: knownOf(entry, evidence, known), evidence }]
  })
}

const DONE: ReadonlySet<string> = new Set(['held', 'background'])
/** A measure's life goes this way: what is told later of an earlier phase is told of the past. */
const ORDER = ['threatened', 'announced', 'in force', 'with exemptions', 'suspended', 'ended', 'struck down']
const PHASES: Readonly<Record<string, string>> = {
  suspend: 'suspended',
  end: 'ended',
  'strike down': 'struck down',
  exempt: 'with exemptions',
}

/** In what phase of its life a step shows a measure; undefined where it only supposes one. */
function phaseOf({ effect, status, modality }: MeasureStep): string | undefined {
  if (effect === 'threaten') return 'threatened'
  if (modality === 'hypothetical' || modality === 'possible') return undefined
  if (DONE.has(modality) && status !== 'announced' && status !== 'proposed')
    return PHASES[effect] ?? 'in force'
  return PHASES[effect] === undefined ? 'announced' : undefined
}

/** Phases told before the one last reached. */
function phases(entry: EntryOf<'measure'>, known: KnownBy): Superseded[] {
  const evidence = new Map<string, string[]>()
  for (const step of entry.body.steps) {
    const phase = phaseOf(step)
    if (phase !== undefined) evidence.set(phase, [...(evidence.get(phase) ?? []), ...step.evidence])
  }
  const told = [...evidence].map(([value, ids]): Superseded => {
    const own = [...new Set(ids)].sort()
    return { value, known: knownOf(entry, own, known), evidence: own }
  })
  const reached: Superseded[] = []
  for (const one of told.filter(({ known: { latest } }) => latest !== undefined).sort(byKnown)) {
    const last = reached.at(-1)
    if (last === undefined || ORDER.indexOf(one.value) > ORDER.indexOf(last.value)) reached.push(one)
  }
  const last = reached.at(-1)
  return reached.filter((one) => one !== last && one.known.latest! < last!.known.latest!)
}

/** Figures of one measure and owner as of an earlier time, by the entry of the latest. */
function olderFigures(entries: readonly Entry[]): Map<string, Superseded[]> {
  const older = new Map<string, Superseded[]>()
  const blocks = new Map<string, EntryOf<'figure'>[]>()
  for (const entry of entries) {
    if (entry.kind !== 'figure' || entry.body.change || !entry.body.asOf?.latest) continue
    const owners = entry.body.of.map(({ id }) => id).sort()
    const key = `${unitKind(entry.body.value)}|${owners.join('+')}|${[...measuredWords(entry)].sort().join(' ')}`
    blocks.set(key, [...(blocks.get(key) ?? []), entry])
  }
  for (const block of blocks.values()) {
    const sorted = block.sort(
      (a, b) => compare(a.body.asOf!.latest!, b.body.asOf!.latest!) || compare(a.id, b.id),
    )
    const last = sorted.at(-1)!
    const before = sorted.filter(
      (one) =>
        one.body.asOf!.latest! < last.body.asOf!.earliest! &&
        measureOne(one, last, true) &&
        !mayBeOne(one.body.value, last.body.value),
    )
    if (before.length > 0)
      older.set(
        last.id,
        before.map((one) => ({
          value: `${showValue(one.body.value)} (${one.body.asOf!.earliest} to ${one.body.asOf!.latest})`,
          known: one.known,
          evidence: one.evidence.map(({ id }) => id),
        })),
      )
  }
  return older
}
