// In: entries. Out: where reports disagree, typed, both readings side by side, with the arithmetic or dates that would explain it.
import {
  addDays,
  type Dispute,
  type Entry,
  type EntryOf,
  shortHash,
  UNEXPLAINED,
  type Value,
} from '../../model/index.ts'
import { sameValue } from '../assemble/plain.ts'
import type { KnownBy } from '../fate/told-on.ts'
import type { PlacedReading } from '../placing/placed.ts'
import { answeredDisputes } from './answered-disputes.ts'
import { dayDisputes } from './day-disputes.ts'
import { denialDisputes } from './denial-disputes.ts'
import { figureDisputes } from './figure-disputes.ts'
import { showValue } from './show-value.ts'
import { tellingDisputes, tellingPairs } from './telling-disputes.ts'
import type { ToldPair } from './tellings.ts'
import { voteDisputes } from './vote-disputes.ts'

/**
 * All disputes of a record, each once, by id. `placed` are the readings that the entries were assembled from, `pairs` what
 * they tell otherwise.
 */
export function findDisputes(
  entries: readonly Entry[],
  known: KnownBy,
  placed: readonly PlacedReading[],
  pairs: readonly ToldPair[] = tellingPairs(placed),
): Dispute[] {
  const disputes: Dispute[] = []
  for (const entry of entries) {
    if (entry.kind === 'deadline') disputes.push(...countDisputes(entry))
    if (entry.kind === 'round') disputes.push(...ordinalDisputes(entry))
    if (entry.kind === 'measure') disputes.push(...rateDisputes(entry))
    if (entry.kind === 'act' || entry.kind === 'agreement' || entry.kind === 'commitment')
      disputes.push(...denials(entry))
  }
  const figures = entries.filter((entry) => entry.kind === 'figure')
  disputes.push(...figureDisputes(figures, known).map(dispute))
  const rivals = tellingDisputes(pairs.filter(areRivals), entries)
  disputes.push(...rivals.map(dispute))
  disputes.push(...voteDisputes(entries).map(dispute))
  disputes.push(...dayDisputes(entries, known).map(dispute))
  const denied = denialDisputes(entries, known).map(dispute)
  disputes.push(...denied)
  disputes.push(...answeredDisputes(placed, entries, denied, rivals).map(dispute))
  disputes.push(
    ...tellingDisputes(
      pairs.filter((pair) => !areRivals(pair)),
      entries,
      disputes,
    ).map(dispute),
  )
  const once = new Map(disputes.map((one) => [one.id, one]))
  return [...once.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Two tellers of one report who give one thing two numbers by its own words. */
const areRivals = ([one]: ToldPair): boolean => one.telling.rival !== undefined

function dispute(one: Omit<Dispute, 'id'>): Dispute {
  return {
    id: `d:${shortHash(`${one.type}|${one.entries.join()}|${one.readings.map((reading) => reading.value).join('|')}`)}`,
    ...one,
  }
}

/** Days between tellings of one meeting. */
const ONE_MEETING = 3

/** "The third round" against "the fourth", of one time: a number told without a day may be of another round. */
function ordinalDisputes(entry: EntryOf<'round'>): Dispute[] {
  const dayOf = new Map(
    entry.evidence.map(({ id, days }) => [id, days.find(({ role }) => role === 'on' || role === 'from')]),
  )
  const told = entry.body.ordinals.flatMap(({ evidence, ordinal }) => {
    const { earliest, latest } = dayOf.get(evidence) ?? {}
    return earliest === undefined || latest === undefined ? [] : [{ evidence, ordinal, earliest, latest }]
  })
  const disputed = told.filter((one) =>
    told.some(
      (other) =>
        other.ordinal !== one.ordinal &&
        addDays(one.latest, ONE_MEETING) >= other.earliest &&
        addDays(other.latest, ONE_MEETING) >= one.earliest,
    ),
  )
  const numbers = [...new Set(disputed.map(({ ordinal }) => ordinal))].sort((a, b) => a - b)
  if (numbers.length < 2) return []
  return [
    dispute({
      class: 'conflict',
      type: 'count',
      about: `the how-manieth round it was: ${entry.body.name}`,
      entries: [entry.id],
      readings: numbers.map((ordinal) => ({
        value: `number ${ordinal}`,
        evidence: disputed.filter((one) => one.ordinal === ordinal).map((one) => one.evidence),
      })),
      explanation: { text: UNEXPLAINED, restsOn: [] },
    }),
  ]
}

/** "Moved three times" against "the fourth extension". */
function countDisputes(entry: EntryOf<'deadline'>): Dispute[] {
  const { movesTold } = entry.body
  if (movesTold.length < 2) return []
  const readings = movesTold.map((count) => ({
    value: `moved ${count} times`,
    evidence: [
      ...new Set(entry.evidence.filter((one) => toldCount(entry, one.id) === count).map((one) => one.id)),
    ],
  }))
  const known = readings.filter((reading) => reading.evidence.length > 0)
  if (known.length < 2) return []
  return [
    dispute({
      class: 'conflict',
      type: 'count',
      about: `how often the deadline was moved: ${entry.body.name}`,
      entries: [entry.id],
      readings: known,
      explanation: { text: UNEXPLAINED, restsOn: [] },
    }),
  ]
}

const toldCount = (entry: EntryOf<'deadline'>, evidence: string): number | undefined =>
  entry.body.counts.find((one) => one.evidence === evidence)?.moves

/** Rates told of one measure as in force, or as in force here and only planned there. What was but announced is history. */
function rateDisputes(entry: EntryOf<'measure'>): Dispute[] {
  const found: Dispute[] = []
  const steps = entry.body.steps.filter((step) => step.rate)
  const now = steps.filter(
    (step) =>
      step.effect === 'stand' &&
      step.status !== 'announced' &&
      step.status !== 'proposed' &&
      (step.modality === 'held' || step.modality === 'ongoing'),
  )
  // What is to be suspended or ended at a rate stands at it until then.
  const later = steps.filter(
    ({ modality, effect }) =>
      (modality === 'planned' || modality === 'expected' || modality === 'conditional') &&
      !LEAVES.has(effect),
  )
  for (let i = 0; i < now.length; i++)
    for (let j = i + 1; j < now.length; j++) {
      const a = now[i]!
      const b = now[j]!
      if (sameValue(a.rate!, b.rate!) || bounded(a.rate!, b.rate!)) continue
      const [low, high] = a.rate!.value < b.rate!.value ? [a, b] : [b, a]
      const gap = Math.round((high.rate!.value - low.rate!.value) * 100) / 100
      const layer = entry.body.steps.find(
        (step) => step.rate && step.rate.value === gap && step !== a && step !== b,
      )
      found.push(
        dispute({
          class: 'explained',
          type: 'definition',
          about: `${entry.body.type} by ${entry.body.by.map((ref) => ref.name).join(', ')} on ${entry.body.on.map((ref) => ref.name).join(', ')}: the rate in force`,
          entries: [entry.id],
          readings: [low, high].map((step) => ({ value: showValue(step.rate!), evidence: step.evidence })),
          explanation: {
            text: `Both may hold if they count different layers: ${high.rate!.value} − ${low.rate!.value} = ${gap} points, ${layer ? 'a rate told elsewhere in this record' : 'which no report read gives'}.`,
            restsOn: layer ? layer.evidence : [],
          },
        }),
      )
    }
  for (const planned of later)
    for (const standing of now) {
      if (planned.rate!.value !== standing.rate!.value || planned.rate!.unit !== standing.rate!.unit) continue
      // What stands since the day for which it was planned, or a later one, has come about.
      if (planned.from?.earliest && planned.from.earliest <= (standing.from?.latest ?? '')) continue
      found.push(
        dispute({
          class: 'explained',
          type: 'status',
          about: `${entry.body.type} at ${planned.rate!.value} %: in force or still to come`,
          entries: [entry.id],
          readings: [
            { value: `${showValue(standing.rate!)}, in force`, evidence: standing.evidence },
            {
              value: `${showValue(planned.rate!)}, ${planned.modality}${planned.condition ? ` ${planned.condition}` : ''}`,
              evidence: planned.evidence,
            },
          ],
          explanation: {
            text: 'Both may hold: one report tells the rate as in force, the other as what is still to come.',
            restsOn: [],
          },
        }),
      )
    }
  return found
}

/** What is done to a measure that stands at a rate without giving it a new one. */
const LEAVES: ReadonlySet<string> = new Set(['suspend', 'end', 'exempt', 'expand', 'extend', 'strike down'])

/** A bound that contains the other value contradicts nothing. */
function bounded(a: Value, b: Value): boolean {
  const contains = (bound: Value, value: Value) =>
    (bound.bound === '≤' && value.value <= bound.value) ||
    (bound.bound === '≥' && value.value >= bound.value) ||
    (bound.bound === '<' && value.value < bound.value) ||
    (bound.bound === '>' && value.value > bound.value)
  return contains(a, b) || contains(b, a)
}

/** One says it, another denies it. */
function denials(entry: Entry): Dispute[] {
  const affirmed = entry.evidence.filter((one) => one.polarity === 'affirmed' && one.modality === 'held')
  const denied = entry.evidence.filter((one) => one.polarity === 'denied' && one.modality === 'held')
  if (affirmed.length === 0 || denied.length === 0) return []
  return [
    dispute({
      class: 'contested',
      type: 'status',
      about: 'whether it happened',
      entries: [entry.id],
      readings: [
        { value: 'affirmed', evidence: affirmed.map((one) => one.id) },
        { value: 'denied', evidence: denied.map((one) => one.id) },
      ],
      explanation: { text: UNEXPLAINED, restsOn: [] },
    }),
  ]
}
