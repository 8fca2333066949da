// In: entries. Out: two of them as one, or one of them as two, with origins, voices and days counted anew.
import { type Days, type Entry, type EntryCorrection, type Evidence, shortHash } from '../../model/index.ts'
import { beliefInEntry, countOrigins } from '../../record/origins.ts'

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** The first entry with the evidence of both. Its body stays as it is. */
export function mergeEntries(kept: Entry, other: Entry, correction: EntryCorrection): Entry {
  const evidence = new Map([...kept.evidence, ...other.evidence].map((one) => [one.id, one]))
  return {
    ...counted(kept, [...evidence.values()].sort(byId)),
    voices: {
      self: kept.voices.self + other.voices.self,
      opponent: kept.voices.opponent + other.voices.opponent,
      third: kept.voices.third + other.voices.third,
      outlet: kept.voices.outlet + other.voices.outlet,
      reports: reportsOf([...evidence.values()]),
    },
    known: earlier(kept.known, other.known),
    disputes: [...new Set([...kept.disputes, ...other.disputes])].sort(),
    aside: kept.aside && other.aside,
    corrections: [...(kept.corrections ?? []), correction],
  } as Entry
}

/** An entry without some of its evidence, and a second of the same body with only that; undefined where nothing would be left. */
export function splitEntry(
  entry: Entry,
  apart: ReadonlySet<string>,
  correction: EntryCorrection,
): readonly [Entry, Entry] | undefined {
  const stays = entry.evidence.filter((one) => !apart.has(one.id))
  const goes = entry.evidence.filter((one) => apart.has(one.id))
  if (stays.length === 0 || goes.length === 0) return undefined
  const noted = { corrections: [...(entry.corrections ?? []), correction] }
  const part = (evidence: readonly Evidence[]) =>
    ({
      ...counted(entry, evidence),
      body: withEvidence(entry.body, new Set(evidence.map((one) => one.id))),
      voices: { ...entry.voices, reports: reportsOf(evidence) },
      ...noted,
    }) as Entry
  const id = `${entry.kind}:${shortHash(`split|${entry.id}|${goes.map((one) => one.id).join('|')}`)}`
  return [part(stays), { ...part(goes), id, disputes: [] }]
}

function counted(entry: Entry, evidence: readonly Evidence[]) {
  const origins = evidence.map(({ origin }) => ({
    id: origin,
    kind: 'unstated' as const,
    stated: !origin.startsWith('report:'),
  }))
  return { ...entry, evidence: [...evidence], origins: countOrigins(origins), belief: beliefInEntry(origins) }
}

const reportsOf = (evidence: readonly Evidence[]) => new Set(evidence.map((one) => one.report)).size

function earlier(a: Days, b: Days): Days {
  const first = (x: string | undefined, y: string | undefined) =>
    x === undefined ? y : y === undefined ? x : x < y ? x : y
  const earliest = first(a.earliest, b.earliest)
  const latest = first(a.latest, b.latest)
  return { ...(earliest ? { earliest } : {}), ...(latest ? { latest } : {}) }
}

/** A body without what rests only on evidence of another entry. */
function withEvidence<T>(body: T, kept: ReadonlySet<string>): T {
  const walk = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(walk).filter((inner) => inner !== undefined)
    if (!one || typeof one !== 'object') return one
    const { evidence } = one as { evidence?: unknown }
    if (typeof evidence === 'string' && !kept.has(evidence)) return undefined
    if (Array.isArray(evidence)) {
      const left = evidence.filter((id) => kept.has(id))
      return left.length === 0 ? undefined : { ...one, evidence: left }
    }
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, walk(inner)]))
  }
  return walk(body) as T
}
