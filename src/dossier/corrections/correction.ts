// In: a store. Out: the corrections people made, in the order they were made.
import {
  type Claim,
  type Entry,
  type EntryKind,
  type Evidence,
  type Scope,
  shortHash,
} from '../../model/index.ts'
import type { Store } from '../../store/store.ts'

const CORRECTION_KINDS = [
  'value',
  'date',
  'party',
  'merge',
  'split',
  'reject',
  'note',
  'checked',
  'scope',
] as const
export type CorrectionKind = (typeof CORRECTION_KINDS)[number]

/**
 * The words a correction hangs on: an evidence by its id and, where rules read the sentence otherwise by now, by the
 * kind of entry and the place in the report.
 */
export interface Anchor {
  readonly evidence: string
  readonly kind: EntryKind
  readonly report: string
  readonly start: number
  readonly end: number
}

/** What somebody put right; it stands beside what the machine found. */
export interface Correction {
  readonly kind: CorrectionKind
  readonly on: readonly Anchor[]
  /** The entry as it was called when the correction was made. */
  readonly entry: string
  /** `merge`: the words of the entry that is the same. */
  readonly with?: readonly Anchor[]
  /** `value`, `date`: where in the body, and what stands there from now on. */
  readonly field?: string
  readonly value?: unknown
  /** `party`: who was named, who is meant. */
  readonly party?: { readonly from: string; readonly to: { readonly id: string; readonly name: string } }
  readonly text?: string
  /** `scope`: which negotiation is meant; the last one stands. It hangs on no words. */
  readonly scope?: Scope
  /** `checked`: what the entry rested on then. */
  readonly state?: string
  readonly by: string
  readonly reason?: string
}

/** All corrections that stand, oldest first; `at` asks for those right after that change. */
export function correctionsIn(store: Store, at?: number): Correction[] {
  const items = store.items('correction', at)
  if (items.length === 0) return []
  const since = new Map(store.presences().map((one) => [one.item, one.since]))
  return items
    .map(({ id, body }) => ({ id, since: since.get(id) ?? 0, body }))
    .sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1))
    .map(({ body }) => JSON.parse(body) as Correction)
}

/** The anchors of evidence of one entry. */
export const anchorsOf = (kind: EntryKind, evidence: readonly Evidence[]): Anchor[] =>
  evidence.map((one) => ({
    evidence: one.id,
    kind,
    report: one.report,
    start: one.spans[0]?.start ?? 0,
    end: one.spans[0]?.end ?? 0,
  }))

/** What a checked entry rests on: its evidence and what is made of it, not who disputes it or where it is filed. */
export const stateOf = (entry: Entry): string =>
  shortHash(JSON.stringify([entry.body, entry.polarity, entry.evidence.map((one) => one.id)]))

/** The id that the record gives the evidence of a claim. */
export const evidenceIdOf = (claim: Claim): string => `e:${shortHash(claim.id)}`

/** The kind of entry that a claim tells of. */
export const entryKindOf = (claim: Claim): EntryKind =>
  claim.kind === 'act' || claim.kind === 'state' ? (claim.body.about?.thread ?? 'act') : claim.kind
