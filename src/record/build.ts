// In: readings and what day is asked for. Out: the record: reports placed, days resolved, entries with origins, disputes.

import {
  addDays,
  type Claim,
  type ClaimOf,
  type Day,
  type Days,
  type Entry,
  type Evidence,
  type PlacedReport,
  type Reading,
  type RecordJson,
  type Scope,
  shortHash,
  type ThreadPart,
} from '../model/index.ts'
import { assembleActs } from './assemble/acts.ts'
import { assembleAgreements, assembleCommitments } from './assemble/agreements.ts'
import { assembleDeadlines } from './assemble/deadlines.ts'
import { assembleMeasures } from './assemble/measures.ts'
import {
  assembleDependencies,
  assembleFigures,
  assembleLinkages,
  assemblePositions,
  assembleStatements,
} from './assemble/plain.ts'
import { assembleRounds } from './assemble/rounds.ts'
import { withDisputedClaims } from './disputes/disputed-claims.ts'
import { findDisputes } from './disputes/disputes.ts'
import { tellingPairs } from './disputes/telling-disputes.ts'
import type { ToldPair } from './disputes/tellings.ts'
import type { EntryDraft } from './draft.ts'
import { addTo } from './group.ts'
import { withHistory } from './history.ts'
import { goodsIn, issuesOf } from './issues.ts'
import { withEnds } from './names/named.ts'
import { sidesFrom } from './negotiation.ts'
import { inOrder } from './notice-order.ts'
import { beliefInEntry, type ClaimOrigin, countOrigins, findCopies, originOf, originsOf } from './origins.ts'
import { withAnnounced } from './placing/announced.ts'
import { place } from './placing/place.ts'
import type { PlacedReading, Told, ToldPart } from './placing/placed.ts'
import { resolveClaim } from './placing/resolve.ts'
import { withoutOver } from './placing/still-ahead.ts'
import { isOutside, scoped } from './scope.ts'
import { type Settled, settle } from './settle.ts'
import { failedSums } from './sums.ts'
import { linkTerms } from './terms.ts'

export interface RecordOptions {
  /** Last day whose reports count, inclusive; default: all reports. */
  readonly asOf?: Day
  /** Which negotiation is meant, where it is not the one proposed. */
  readonly scope?: Scope
}

/** A record with what was left out of it. */
export interface BuiltRecord {
  readonly record: RecordJson
  /** The readings it was made of, placed in time; absent in records made by hand. */
  readonly placed?: readonly PlacedReading[]
  /** What a further report may touch is found by this; absent in records made by hand. */
  readonly grounds?: Grounds
  /** The day by which the last of the reports was surely out, or `--as-of`; undefined where no report is dated or placed. */
  readonly knownOn: Day | undefined
  readonly leftOut: { readonly later: number; readonly maybeLater: number }
}

/** What was settled over all reports on the way to a record. */
export interface Grounds {
  /** Reports as they were read, placed in time. */
  readonly kept: readonly PlacedReading[]
  readonly settled: Settled
  readonly copiesOf: ReadonlyMap<string, string>
  /** What reports tell otherwise, two by two. */
  readonly pairs: readonly ToldPair[]
  /** The entries, in their order, before they were tied to each other. */
  readonly bare: readonly Entry[]
  /** Ids of entries that another would have had too, with that id. */
  readonly renamed: ReadonlyMap<string, string>
}

/** Builds the record of these readings. Pure; the same readings in any order give the same record. */
export function buildRecord(readings: readonly Reading[], options: RecordOptions = {}): BuiltRecord {
  const once = new Map(readings.map((reading) => [reading.report.id, reading]))
  const all = place([...once.values()])
  if (options.asOf === undefined) return recordOf(all, options)
  const { known, leftOut } = knownBy(all, options.asOf)
  return recordOf(known, options, leftOut)
}

/** The record of reports placed in time, each once, by id. `leftOut` counts those that were not known by `asOf`. */
export function recordOf(
  kept: readonly PlacedReading[],
  options: RecordOptions = {},
  leftOut: BuiltRecord['leftOut'] = { later: 0, maybeLater: 0 },
): BuiltRecord {
  const settled = settle(kept)
  const { parties, negotiation: proposed, matter, home } = settled
  const pairs = tellingPairs(settled.placed)
  const placed = withDisputedClaims(settled.placed, pairs)
  const meant = scoped(proposed, parties, options.scope, matter, home)
  const { asOf } = options
  const told = placed
    .flatMap((one) => toldBy(one))
    .filter((one) => asOf === undefined || (tooLate(one) ?? asOf) <= asOf)
  const copiesOf = findCopies(placed)
  const originBy = new Map(told.map((one) => [one.evidence, originOf(one.claim, one.placed, copiesOf)]))
  const names = new Map(parties.map((party) => [party.id, party.name]))
  const sides = sidesFrom(parties)
  const renamed = new Map<string, string>()
  const bare = byUniqueId(bareEntries(told, originBy), renamed)
  const published = new Map(placed.map((one) => [one.reading.report.id, one.published]))
  const merged = withHistory(withEnds(linkTerms(bare, sides)), published).map(
    (entry) => ({ ...entry, aside: isOutside(entry, meant, sides) }) as Entry,
  )
  const disputes = findDisputes(merged, published, placed, pairs)
  const entries = withDisputes(merged, disputes)
  const record: RecordJson = {
    reports: placedReports(placed, copiesOf),
    origins: originsOf(
      told.map((one) => ({ told: one, origin: originBy.get(one.evidence)! })),
      (id) => originName(id, names),
    ),
    parties: [...parties],
    issues: issuesOf(entries, goodsIn(placed.map((one) => one.reading)), options.scope?.issues),
    entries,
    disputes,
    notices: inOrder([...placed.flatMap((one) => one.reading.notices), ...failedSums(told)]),
    negotiation: meant.negotiation,
    readingVersion: placed[0]?.reading.readingVersion ?? '',
  }
  return {
    record,
    placed,
    grounds: { kept, settled, copiesOf, pairs, bare, renamed },
    knownOn: options.asOf ?? lastKnown(kept),
    leftOut,
  }
}

/** Who an origin is: the parties behind "said:a+b", else the rest of its id. */
export function originName(id: string, names: Pick<ReadonlyMap<string, string>, 'get'>): string {
  const known = names.get(id)
  if (known !== undefined) return known
  const rest = id.replace(/^(said|official):/, '')
  return rest
    .split('+')
    .map((one) => names.get(one) ?? one.replace(/^[a-z]+:/, ''))
    .join(' and ')
}

/** Reports that were surely out by a day, and how many surely or perhaps were not. */
export function knownBy<R extends { readonly published: Days }>(
  all: readonly R[],
  asOf: Day,
): { readonly known: R[]; readonly leftOut: BuiltRecord['leftOut'] } {
  const known = all.filter(({ published: { latest } }) => latest !== undefined && latest <= asOf)
  const maybeLater = all.filter(
    ({ published: { earliest, latest } }) =>
      (latest === undefined || latest > asOf) && (earliest === undefined || earliest <= asOf),
  ).length
  return { known, leftOut: { later: all.length - known.length - maybeLater, maybeLater } }
}

function lastKnown(placed: readonly PlacedReading[]): Day | undefined {
  let last: Day | undefined
  for (const { published } of placed)
    if (published.latest && (!last || published.latest > last)) last = published.latest
  return last
}

/** What a report tells, its days resolved. */
export function toldBy(placed: PlacedReading): Told[] {
  const told = placed.reading.claims.map((claim) => ({
    ...resolveClaim(claim, placed.published),
    placed,
    evidence: `e:${shortHash(claim.id)}`,
  }))
  return withoutOver(withAnnounced(told))
}

const ofKind = <K extends Claim['kind']>(told: readonly Told[], kind: K): Told<ClaimOf<K>>[] =>
  told.filter((one): one is Told<ClaimOf<K>> => one.claim.kind === kind)

const ofThread = <T extends ThreadPart['thread']>(told: readonly Told[], thread: T) =>
  told.flatMap((one): ToldPart<Extract<ThreadPart, { thread: T }>>[] => {
    const { claim } = one
    if (claim.kind !== 'act' && claim.kind !== 'state') return []
    const part = claim.body.about
    return part?.thread === thread
      ? [{ ...one, claim, part: part as Extract<ThreadPart, { thread: T }> }]
      : []
  })

/** The entries that tellings make: bare, not tied to each other, not yet of ids that no other has. */
export const bareEntries = (told: readonly Told[], originBy: ReadonlyMap<string, ClaimOrigin>): Entry[] =>
  assemble(told).map((draft) => entryFrom(draft, originBy))

function assemble(all: readonly Told[]): EntryDraft[] {
  const told = [...all].sort((a, b) => (a.evidence < b.evidence ? -1 : 1))
  const acts = ofKind(told, 'act').filter((one) => !one.claim.body.about)
  return [
    ...assembleRounds(ofThread(told, 'round')),
    ...assembleMeasures(ofThread(told, 'measure')),
    ...assembleDeadlines(ofThread(told, 'deadline')),
    ...assembleAgreements(ofThread(told, 'agreement')),
    ...assembleCommitments(ofThread(told, 'commitment')),
    ...assembleActs(acts),
    ...assembleStatements(ofKind(told, 'statement')),
    ...assemblePositions(ofKind(told, 'position')),
    ...assembleFigures(ofKind(told, 'figure')),
    ...assembleLinkages(ofKind(told, 'linkage')),
    ...assembleDependencies(ofKind(told, 'dependency')),
  ]
}

const MODALITIES = [
  'held',
  'ongoing',
  'background',
  'planned',
  'expected',
  'conditional',
  'possible',
  'hypothetical',
] as const

function entryFrom(draft: EntryDraft, originBy: ReadonlyMap<string, ClaimOrigin>): Entry {
  const told = [...draft.told].sort((a, b) => (a.evidence < b.evidence ? -1 : 1))
  const origins = told.map((one) => originBy.get(one.evidence)!)
  const affirmed = told.filter((one) => one.claim.evidence.polarity === 'affirmed')
  const modality =
    MODALITIES.find((one) => told.some((each) => each.claim.evidence.modality === one)) ?? 'held'
  return {
    id: `${draft.kind}:${shortHash(draft.key)}`,
    kind: draft.kind,
    body: draft.body,
    polarity: affirmed.length > 0 ? 'affirmed' : 'denied',
    modality,
    evidence: told.map((one) => evidenceOf(one, originBy.get(one.evidence)!)),
    origins: countOrigins(origins),
    voices: voicesOf(told),
    belief: beliefInEntry(origins),
    disputes: [],
    valid: draft.valid,
    known: knownFrom(told),
    history: [],
    aside: false,
    mergedBy: draft.mergedBy,
  } as Entry
}

function evidenceOf(told: Told, origin: ClaimOrigin): Evidence {
  const { evidence } = told.claim
  return {
    id: told.evidence,
    report: evidence.report,
    spans: evidence.spans,
    quote: evidence.quote,
    origin: origin.id,
    according: evidence.according,
    foundBy: evidence.foundBy,
    polarity: evidence.polarity,
    modality: evidence.modality,
    ...(evidence.condition ? { condition: evidence.condition.text } : {}),
    ...(evidence.meant ? { meant: evidence.meant } : {}),
    days: told.days.map((day) => ({ role: day.role, ...day.days, words: wordsAt(told, day.start, day.end) })),
    ...flagOf(told),
  }
}

/** The words of a day, cut from the quote where they stand in it. */
function wordsAt(told: Told, start: number, end: number): string {
  const span = told.claim.evidence.spans.find((one) => one.start <= start && end <= one.end)
  if (!span || told.claim.evidence.spans.length > 1) return ''
  return told.claim.evidence.quote.slice(start - span.start, end - span.start)
}

/** Days wider than these say too little of when something was done. */
const A_WEEK = 7

/** The first day of what is told as done after the day its report appeared: the page was edited later, or misread. */
function tooLate(told: Told): Day | undefined {
  const { latest } = told.placed.published
  const { modality } = told.claim.evidence
  const { about } = told.claim.body as { about?: { thread?: string } }
  // The day of a promise or a deadline is when it falls due.
  if (about?.thread === 'commitment' || about?.thread === 'deadline') return undefined
  if (!latest || (modality !== 'held' && modality !== 'background')) return undefined
  const on = told.days.find((day) => day.role === 'on')?.days
  if (on?.earliest === undefined || on.earliest <= latest) return undefined
  return on.latest !== undefined && on.latest < addDays(on.earliest, A_WEEK) ? on.earliest : undefined
}

/** A report cannot tell as held what lies after the day it appeared. */
function flagOf(told: Told): { flag?: string } {
  const on = tooLate(told)
  return on ? { flag: `told as done on ${on}, in a report of ${told.placed.published.latest}` } : {}
}

function voicesOf(told: readonly Told[]) {
  const voices = { self: 0, opponent: 0, third: 0, outlet: 0 }
  for (const { claim } of told) {
    if (claim.kind === 'position') voices[claim.body.toldBy]++
    else if (claim.kind === 'statement') voices.self++
    else if (claim.evidence.according.length === 0) voices.outlet++
    else if (claim.evidence.according[0]!.startsWith('outlet:')) voices.outlet++
    else voices.third++
  }
  return { ...voices, reports: new Set(told.map((one) => one.claim.evidence.report)).size }
}

function knownFrom(told: readonly Told[]): Days {
  let earliest: Day | undefined
  let latest: Day | undefined
  for (const one of told) {
    const { published: out } = one.placed
    const on = tooLate(one)
    const published = on === undefined ? out : { earliest: on, latest: on }
    if (published.earliest && (!earliest || published.earliest < earliest)) earliest = published.earliest
    if (published.latest && (!latest || published.latest < latest)) latest = published.latest
  }
  return { ...(earliest ? { earliest } : {}), ...(latest ? { latest } : {}) }
}

/** Entries by id. No two of one matching key: of those that still collide all but the first are told apart by their evidence; `renamed` gets which. */
export function byUniqueId(entries: readonly Entry[], renamed = new Map<string, string>()): Entry[] {
  const first = new Map<string, string>()
  for (const { id, evidence } of entries) {
    const own = evidence[0]!.id
    const known = first.get(id)
    if (known === undefined || own < known) first.set(id, own)
  }
  return entries
    .map((entry): Entry => {
      const own = entry.evidence[0]!.id
      if (first.get(entry.id) === own) return entry
      const id = `${entry.kind}:${shortHash(`${entry.id}|${own}`)}`
      renamed.set(id, entry.id)
      return { ...entry, id }
    })
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** Entries by id, each with the disputes that it is in. */
export function withDisputes(
  entries: readonly Entry[],
  disputes: readonly { id: string; entries: readonly string[] }[],
): Entry[] {
  const byEntry = new Map<string, string[]>()
  for (const dispute of disputes) for (const id of dispute.entries) addTo(byEntry, id, dispute.id)
  return [...entries]
    .map((entry) => ({ ...entry, disputes: byEntry.get(entry.id) ?? [] }) as Entry)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

function placedReports(all: readonly PlacedReading[], copiesOf: ReadonlyMap<string, string>): PlacedReport[] {
  const groups = new Map<string, string[]>()
  for (const { reading } of all) {
    const { id } = reading.report
    const group = copiesOf.get(id) ?? id
    const known = groups.get(group)
    if (known) known.push(id)
    else groups.set(group, [id])
  }
  return all.map((one) => {
    const { id } = one.reading.report
    return placedReport(
      one,
      groups.get(copiesOf.get(id) ?? id)!.filter((other) => other !== id),
    )
  })
}

/** A report as the record shows it. */
export function placedReport(one: PlacedReading, copies: string[]): PlacedReport {
  const { published, ...report } = one.reading.report
  const { earliest, latest } = one.published
  return {
    ...report,
    published: {
      ...(earliest !== undefined && earliest === latest ? { value: earliest } : {}),
      ...(published.stated === undefined ? {} : { stated: published.stated }),
      ...one.published,
      how: one.how,
      ...(one.because ? { because: one.because } : {}),
    },
    sentences: one.reading.sentences,
    copies,
    textLength: report.parts[report.parts.length - 1]?.end ?? 0,
  }
}
