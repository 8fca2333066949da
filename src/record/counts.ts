// In: the reports, origins and notices of a record. Out: how much was read, as numbers.
import { type Day, type Days, daysBetween, type Genre, type RecordJson } from '../model/index.ts'

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
  /** The days of the first and the last report, of those whose day is known to a week. */
  readonly span: Span
  readonly sentences: { readonly read: number; readonly withClaim: number }
  readonly notices: number
  /** Entries outside the negotiation. */
  readonly aside: number
}

export interface Span {
  readonly first?: Day
  readonly last?: Day
}

/** Days within which a day is well enough known to be given. */
export const WEEK = 7

/** Whether a day is known to a week. */
export const isOfAWeek = (days: Days): days is { earliest: Day; latest: Day } =>
  days.earliest !== undefined && days.latest !== undefined && daysBetween(days.earliest, days.latest) <= WEEK

/** A span that holds further days too. */
export function spanWith({ first, last }: Span, days: readonly Days[]): Span {
  for (const day of days.filter(isOfAWeek)) {
    if (first === undefined || day.earliest < first) first = day.earliest
    if (last === undefined || day.latest > last) last = day.latest
  }
  return { ...(first ? { first } : {}), ...(last ? { last } : {}) }
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
    span: spanWith(
      {},
      reports.map(({ published }) => published),
    ),
    sentences,
    notices: notices.length,
    aside,
  }
}

/** How many entries lie outside the negotiation. */
export const asideIn = (entries: RecordJson['entries']): number => entries.filter(({ aside }) => aside).length
