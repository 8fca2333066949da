// In: entries. Out: what each told before and no longer holds: due days, days planned for a meeting, phases of measures, older figures.

import type { Day, Days, Entry, EntryOf, MeasureStep } from '../model/index.ts'
import {
  isWish,
  measuredWords,
  measureOne,
  nameOneThing,
  properNames,
  unitKind,
} from './disputes/measured.ts'
import { mayBeOne } from './disputes/same-value.ts'
import { showValue } from './disputes/show-value.ts'
import { areHarmed, type KnownBy, type Period, timeOf, toldOn } from './fate/told-on.ts'
import { addTo } from './group.ts'

type History = Entry['history']
type Superseded = History[number]

/** Entries with their history filled. What changed over time is no dispute. */
export function withHistory(entries: readonly Entry[], known: KnownBy): Entry[] {
  const older = olderFigures(entries, known)
  return entries.map((entry): Entry => {
    const history = [...ownHistory(entry, known), ...(older.get(entry.id) ?? [])]
    return history.length === 0 ? entry : { ...entry, history: history.sort(byKnown) }
  })
}

function ownHistory(entry: Entry, known: KnownBy): Superseded[] {
  if (entry.kind === 'deadline') return dueDays(entry, known)
  if (entry.kind === 'measure') return phases(entry, known)
  if (entry.kind === 'round') return plannedDays(entry, known)
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

const AHEAD: ReadonlySet<string> = new Set(['planned', 'expected'])

/** Days for which a meeting was planned, where it was held on others, by plans that were out before it. */
function plannedDays(entry: EntryOf<'round'>, known: KnownBy): Superseded[] {
  const { opens, ends, status } = entry.body
  const [from, to] = [dayIn(opens), dayIn(ends)]
  if (from === undefined || !MET.has(status)) return []
  const plans = new Map<string, string[]>()
  for (const one of entry.evidence) {
    const first = dayIn(one.days.find(({ role }) => role === 'from' || role === 'on'))
    const last = dayIn(one.days.find(({ role }) => role === 'to'))
    const out = known.get(one.report)?.latest
    if (first === undefined || out === undefined || out >= first || !AHEAD.has(one.modality)) continue
    // What was planned for a later day may be a further sitting.
    const isKept = last === undefined ? first >= from : first === from && (to === undefined || last === to)
    if (!isKept) addTo(plans, last === undefined ? first : `${first} to ${last}`, one.id)
  }
  return [...plans].map(([value, ids]) => ({
    value,
    known: knownOf(entry, ids, known),
    evidence: ids.sort(),
  }))
}

/** A meeting that took place. */
const MET: ReadonlySet<string> = new Set(['held', 'in session', 'collapsed'])

const DONE: ReadonlySet<string> = new Set(['held', 'background'])
/** A measure's life goes this way: what is told later of an earlier phase is told of the past. */
const ORDER = [
  'threatened',
  'announced',
  'in force',
  'with exemptions',
  'suspended',
  'called off',
  'ended',
  'struck down',
]
const PHASES: Readonly<Record<string, string>> = {
  suspend: 'suspended',
  end: 'ended',
  'strike down': 'struck down',
  exempt: 'with exemptions',
}

/** In what phase of its life a step shows a measure; undefined where it only supposes one. */
function phaseOf({ effect, status, modality }: MeasureStep): string | undefined {
  if (effect === 'threaten') return 'threatened'
  if (status === 'called off') return status
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
    if (phase !== undefined) for (const id of step.evidence) addTo(evidence, phase, id)
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
function olderFigures(entries: readonly Entry[], known: KnownBy): Map<string, Superseded[]> {
  const older = new Map<string, Superseded[]>()
  const blocks = new Map<string, Timed[]>()
  for (const entry of entries) {
    const timed = entry.kind === 'figure' && !entry.body.change ? timedOf(entry, known) : undefined
    if (timed) addTo(blocks, keyOf(timed), timed)
  }
  for (const block of blocks.values()) {
    const sorted = block.sort(
      (a, b) => compare(a.time.latest, b.time.latest) || compare(a.figure.id, b.figure.id),
    )
    const last = sorted.at(-1)!
    const before = sorted.filter((one) => supersedes(last, one))
    if (before.length > 0)
      older.set(
        last.figure.id,
        before.map(({ figure, time, stated }) => ({
          value: `${showValue(figure.body.value)} (${stated ? '' : 'told '}${time.earliest === time.latest ? '' : `${time.earliest} to `}${time.latest})`,
          known: figure.known,
          evidence: figure.evidence.map(({ id }) => id),
        })),
      )
  }
  return older
}

/** The key that figures share of which one may be as of an earlier time; undefined for what is no such figure. */
export function olderKey(entry: Entry, known: KnownBy): string | undefined {
  const timed = entry.kind === 'figure' && !entry.body.change ? timedOf(entry, known) : undefined
  return timed && keyOf(timed)
}

function keyOf({ figure, stated }: Timed): string {
  const owners = figure.body.of.map(({ id }) => id).sort()
  return `${stated}|${unitKind(figure.body.value)}|${owners.join('+')}|${[...measuredWords(figure)].sort().join(' ')}`
}

/** A figure with the time its words give (`stated`), else the days its reports were out. */
interface Timed {
  readonly figure: EntryOf<'figure'>
  readonly time: Period
  readonly stated: boolean
}

function timedOf(figure: EntryOf<'figure'>, known: KnownBy): Timed | undefined {
  // A wish holds until another is told.
  if (isWish(figure)) {
    const time = toldOn(figure, known)
    return time && { figure, time, stated: false }
  }
  const time = timeOf(figure, known)
  return time && { figure, time, stated: figure.body.asOf?.earliest !== undefined }
}

/** What reports tell without a time must be told in two words at least and name the same to be the same thing later. */
function supersedes(last: Timed, one: Timed): boolean {
  if (one.time.latest >= last.time.earliest || mayBeOne(one.figure.body.value, last.figure.body.value))
    return false
  if (!measureOne(one.figure, last.figure, true)) return false
  const isFewer = last.figure.body.value.value < one.figure.body.value.value
  if (!one.stated && isFewer && areHarmed(last.figure)) return false
  return (
    one.stated ||
    (measuredWords(one.figure).size > 1 &&
      nameOneThing(properNames(one.figure), properNames(last.figure)) &&
      (isWish(one.figure) || (one.figure.modality === 'held' && last.figure.modality === 'held')))
  )
}
