// In: readings and corrections. Out: the readings without what was rejected, and with the parties meant.
import type { Claim, Reading, Ref, Telling } from '../../model/index.ts'
import { type Anchor, type Correction, entryKindOf, evidenceIdOf } from './correction.ts'

/** Corrections that are done before the record is assembled, so that origins, disputes and ids follow from them. */
export function correctReadings(
  readings: readonly Reading[],
  corrections: readonly Correction[],
): readonly Reading[] {
  const early = corrections.filter(({ kind }) => kind === 'reject' || kind === 'party')
  if (early.length === 0) return readings
  const finder = claimFinder(readings)
  const rejected = new Set<string>()
  const parties = new Map<string, { from: string; to: Ref }[]>()
  for (const { kind, on, party } of early)
    for (const claim of on.flatMap((anchor) => finder(anchor)))
      if (kind === 'reject') rejected.add(claim.id)
      else if (party) parties.set(claim.id, [...(parties.get(claim.id) ?? []), party])
  return readings.map((reading) => ({
    ...reading,
    ...(reading.tellings ? { tellings: tellingsLeft(reading, rejected) } : {}),
    claims: reading.claims
      .filter((claim) => !rejected.has(claim.id))
      .map((claim) =>
        (parties.get(claim.id) ?? []).reduce((one, { from, to }) => withParty(one, from, to), claim),
      ),
  }))
}

/** What is told in a sentence of which a figure was rejected is held against nothing either. */
function tellingsLeft({ claims, tellings = [] }: Reading, rejected: ReadonlySet<string>): Telling[] {
  const gone = new Set(
    claims.flatMap(({ id, kind, evidence }) =>
      kind === 'figure' && rejected.has(id) ? evidence.spans.map(({ start }) => start) : [],
    ),
  )
  return tellings.filter(({ start }) => !gone.has(start))
}

/** Claims an anchor holds: the one of its id, else those of its kind at its place. */
function claimFinder(readings: readonly Reading[]): (anchor: Anchor) => Claim[] {
  const byReport = new Map(readings.map((reading) => [reading.report.id, reading.claims]))
  return (anchor) => {
    const claims = byReport.get(anchor.report) ?? []
    const exact = claims.find((claim) => evidenceIdOf(claim) === anchor.evidence)
    if (exact) return [exact]
    return claims.filter((claim) => {
      const [span] = claim.evidence.spans
      return entryKindOf(claim) === anchor.kind && span?.start === anchor.start && span.end === anchor.end
    })
  }
}

/** The claim with another party wherever one stands: in references by id and name, in lists by id. */
function withParty<T>(value: T, from: string, to: Ref): T {
  const walk = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map((inner) => (inner === from ? to.id : walk(inner)))
    if (!one || typeof one !== 'object') return one
    const { id } = one as { id?: unknown }
    if (id === from && 'name' in one) return { ...one, ...to }
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, walk(inner)]))
  }
  return walk(value) as T
}
