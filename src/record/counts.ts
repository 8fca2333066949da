// In: the reports, origins and notices of a record. Out: how much was read, as numbers.
import type { Genre, RecordJson } from '../model/index.ts'

/** What a page says of how much was read. */
export interface RecordCounts {
  readonly reports: number
  /** Names of outlets, each once, sorted. */
  readonly outlets: readonly string[]
  readonly withoutOutlet: number
  /** Most first. */
  readonly genres: readonly { readonly genre: Genre; readonly count: number }[]
  /** Ids of reports that could not be dated, sorted. */
  readonly undated: readonly string[]
  /** Ids of official texts, sorted. */
  readonly official: readonly string[]
  /** Origins, and those of them that are stated. */
  readonly origins: number
  readonly stated: number
  readonly sentences: { readonly read: number; readonly withClaim: number }
  readonly notices: number
  /** Entries outside the negotiation. */
  readonly aside: number
}

/** Counts over a whole record; `aside` entries lie outside the negotiation. */
export function countsOf(
  { reports, origins, notices }: Pick<RecordJson, 'reports' | 'origins' | 'notices'>,
  aside: number,
): RecordCounts {
  const genres = new Map<Genre, number>()
  const outlets = new Set<string>()
  const undated: string[] = []
  const official: string[] = []
  const sentences = { read: 0, withClaim: 0 }
  let withoutOutlet = 0
  for (const report of reports) {
    genres.set(report.genre, (genres.get(report.genre) ?? 0) + 1)
    if (report.outlet) outlets.add(report.outlet)
    else withoutOutlet++
    if (report.published.earliest === undefined && report.published.latest === undefined)
      undated.push(report.id)
    if (report.genre === 'official') official.push(report.id)
    sentences.read += report.sentences.read
    sentences.withClaim += report.sentences.withClaim
  }
  return {
    reports: reports.length,
    outlets: [...outlets].sort(),
    withoutOutlet,
    genres: [...genres]
      .map(([genre, count]) => ({ genre, count }))
      .sort((a, b) => b.count - a.count || (a.genre < b.genre ? -1 : 1)),
    undated: undated.sort(),
    official: official.sort(),
    origins: origins.length,
    stated: origins.filter(({ kind }) => kind !== 'unstated' && kind !== 'copied').length,
    sentences,
    notices: notices.length,
    aside,
  }
}

/** How many entries lie outside the negotiation. */
export const asideIn = (entries: RecordJson['entries']): number => entries.filter(({ aside }) => aside).length
