// In: placed readings. Out: which reports copy each other, and where the information of each claim came from.
import type { Claim, Origin, Reading } from '../model/index.ts'
import type { PlacedReading, Told } from './placing/placed.ts'

/** Smallest shingle hashes kept of a report for finding candidates (bottom-k sketch, Broder 1997). */
export const SKETCH = 64
/** Share of the shorter report's own 5-word shingles that makes a copy; where both credit one agency for the whole, less does. */
const COPY_SHARE = 0.1
const CREDITED_SHARE = 0.06
const COPY_SHINGLES = 12

/** Reports a shingle may stand in; in more it is a page's furniture and finds nothing. */
export const MOST_WITH_SHINGLE = 8

/** Groups of reports that share their own words: from a report to the one of its group whose path is first. */
export function findCopies(placed: readonly PlacedReading[]): ReadonlyMap<string, string> {
  const ids = placed.map((one) => one.reading.report.id)
  const rank = placed.map(({ reading: { report } }) => `${report.path}|${report.id}`)
  const parent = placed.map((_, at) => at)
  const root = (at: number): number => {
    let top = at
    while (parent[top] !== top) top = parent[top]!
    return top
  }
  // Nearly every hash stands in one report: its number alone; of several the list of theirs.
  const byHash = new Map<number, number | number[]>()
  for (const [at, { reading }] of placed.entries()) {
    const near = new Set<number>()
    for (const hash of reading.fingerprint.outside.slice(0, SKETCH)) {
      const others = byHash.get(hash)
      if (others === undefined) byHash.set(hash, at)
      else if (typeof others === 'number') {
        near.add(others)
        byHash.set(hash, [others, at])
      } else if (others.length < MOST_WITH_SHINGLE) {
        for (const other of others) near.add(other)
        others.push(at)
      }
    }
    for (const other of near) {
      if (!copies(placed[other]!.reading, reading)) continue
      const [a, b] = [root(other), root(at)]
      if (a !== b) parent[rank[a]! < rank[b]! ? b : a] = rank[a]! < rank[b]! ? a : b
    }
  }
  return new Map(ids.map((id, at) => [id, ids[root(at)]!]))
}

type Sketched = Pick<Reading, 'fingerprint' | 'credits'>

/**
 * Whether two reports share enough of their own words. What either prints as someone else's (in quotation marks, as a
 * post) is no sign of copying in the other, marked or not.
 */
export function copies(a: Sketched, b: Sketched): boolean {
  const left = without(a.fingerprint.outside, b.fingerprint.inside)
  const right = without(b.fingerprint.outside, a.fingerprint.inside)
  const shared = left.length - without(left, right).length
  const least = creditOne(a, b) ? CREDITED_SHARE : COPY_SHARE
  return shared >= COPY_SHINGLES && shared >= least * Math.min(left.length, right.length)
}

/** The numbers of one ascending list that are not in another. */
function without(list: readonly number[], other: readonly number[]): number[] {
  let at = 0
  return list.filter((hash) => {
    while (at < other.length && other[at]! < hash) at++
    return other[at] !== hash
  })
}

const creditOne = (a: Sketched, b: Sketched): boolean =>
  a.credits.some((one) => one.whole && b.credits.some((other) => other.whole && other.outlet === one.outlet))

/** Where one claim's information came from; `stated` where the text says so. */
export interface ClaimOrigin {
  readonly id: string
  readonly kind: Origin['kind']
  readonly stated: boolean
}

const AGENCY: ReadonlySet<string> = new Set(['dateline', 'byline', 'copy'])

/**
 * The origin of a claim, by falling strength: the official document itself; whoever is quoted as saying it; an outlet
 * the sentence credits; the agency whose copy the report is; else unstated, one for each group of copies.
 */
export function originOf(
  claim: Claim,
  placed: PlacedReading,
  copiesOf: ReadonlyMap<string, string>,
): ClaimOrigin {
  const { report, credits } = placed.reading
  if (claim.kind === 'statement') {
    const who = claim.body.speaker.length > 0 ? claim.body.speaker : claim.body.of.slice(0, 1)
    const ids = who.map((ref) => ref.id).sort()
    if (ids.length > 0) return { id: `said:${ids.join('+')}`, kind: 'quoted', stated: true }
  }
  const credited = claim.evidence.according.filter((who) => who.startsWith('outlet:'))
  if (credited.length > 0) return { id: credited[credited.length - 1]!, kind: 'quoted', stated: true }
  const [speaker] = claim.evidence.according
  if (speaker) return { id: `said:${speaker}`, kind: 'quoted', stated: true }
  if (report.genre === 'official')
    return { id: `official:${report.outlet ?? report.id}`, kind: 'official', stated: true }
  const agency = credits.find((credit) => credit.whole && AGENCY.has(credit.relation))
  if (agency) return { id: agency.outlet, kind: 'wire', stated: true }
  const group = copiesOf.get(report.id) ?? report.id
  return { id: `report:${group}`, kind: group === report.id ? 'unstated' : 'copied', stated: false }
}

/** Independent origins of a fact: at least `sure`, at most `atMost`. Unstated reports may all rest on a stated one. */
export function countOrigins(origins: readonly ClaimOrigin[]): { sure: number; atMost: number } {
  const stated = new Set(origins.filter((one) => one.stated).map((one) => one.id))
  const unstated = new Set(origins.filter((one) => !one.stated).map((one) => one.id))
  return { sure: Math.max(1, stated.size), atMost: stated.size + unstated.size }
}

/** Chance that an origin is wrong, and that a copy of it is (INDRA). (S + R)² < S, so that copies never beat a second origin. */
const SYSTEMATIC = 0.2
const RANDOM = 0.22

/** 1 − Π over origins (systematic + random^copies), with origins outermost, so that copies never beat a second origin. */
function beliefOf(origins: readonly Pick<ClaimOrigin, 'id'>[], precision: number): number {
  const copiesBy = new Map<string, number>()
  for (const { id } of origins) copiesBy.set(id, (copiesBy.get(id) ?? 0) + 1)
  let wrong = 1
  for (const count of copiesBy.values()) wrong *= Math.min(1, SYSTEMATIC + RANDOM ** count)
  return Math.round((1 - wrong) * precision * 1e4) / 1e4
}

/** Share of claims that their sentence bears out, told by however many, and how much of it a lone origin costs at most. */
const READ_RIGHT = 0.86
const LONE_COST = 0.1

/**
 * Belief in an entry, 0–1, calibrated on judged claims (eval: belief): what goes wrong is mostly the reading, which no
 * second origin mends, so origins move it little; in their order it keeps that of {@link beliefOf}.
 */
export const beliefInEntry = (origins: readonly Pick<ClaimOrigin, 'id'>[]): number =>
  Math.round(READ_RIGHT * (1 - LONE_COST * (1 - beliefOf(origins, 1))) * 1e6) / 1e6

/** The origins of all claims told, with the reports of each. */
export function originsOf(
  told: readonly { told: Told; origin: ClaimOrigin }[],
  name: (id: string) => string,
): Origin[] {
  const origins = new Map<string, { kind: Origin['kind']; reports: Set<string> }>()
  for (const { told: one, origin } of told) {
    const known = origins.get(origin.id) ?? { kind: origin.kind, reports: new Set() }
    known.reports.add(one.placed.reading.report.id)
    origins.set(origin.id, known)
  }
  return [...origins]
    .map(([id, { kind, reports }]) => ({ id, kind, name: name(id), reports: [...reports].sort() }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}
