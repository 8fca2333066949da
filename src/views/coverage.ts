// In: a record. Out: how much was read: reports, outlets, origins, sentences, and for which two days the page holds.
import type { Genre, PlacedReport } from '../model/index.ts'
import type { RecordReader } from '../record/reader.ts'
import { dayWords, oneDay } from './day-words.ts'
import { bareLine, type Line, plain, strong } from './line.ts'
import { listWords } from './party-words.ts'
import { oneLine } from './safe-text.ts'
import { countWords } from './value-words.ts'

/** How much was read, as numbers. */
export interface Coverage {
  readonly reports: number
  readonly outlets: readonly string[]
  readonly withoutOutlet: number
  readonly genres: readonly { readonly genre: Genre; readonly count: number }[]
  readonly undated: number
  readonly origins: { readonly sure: number; readonly atMost: number }
  readonly sentences: { readonly read: number; readonly withClaim: number }
  readonly leftOut: RecordReader['leftOut']
  readonly troubles: number
}

/** Counts over the whole record. A stated origin is sure; one that a report does not state may be any other. */
export function coverageOf(reader: RecordReader): Coverage {
  const reports = reader.reports()
  const outlets = [...new Set(reports.flatMap((report) => (report.outlet ? [oneLine(report.outlet)] : [])))]
  const origins = reader.origins()
  const stated = origins.filter((origin) => origin.kind !== 'unstated' && origin.kind !== 'copied').length
  return {
    reports: reports.length,
    outlets: outlets.sort(),
    withoutOutlet: reports.filter((report) => !report.outlet).length,
    genres: genreCounts(reports),
    undated: reports.filter((report) => isUndated(report)).length,
    origins: { sure: Math.max(stated, origins.length > 0 ? 1 : 0), atMost: origins.length },
    sentences: {
      read: reports.reduce((sum, report) => sum + report.sentences.read, 0),
      withClaim: reports.reduce((sum, report) => sum + report.sentences.withClaim, 0),
    },
    leftOut: reader.leftOut,
    troubles: reader.notices().length,
  }
}

const isUndated = (report: PlacedReport) =>
  report.published.earliest === undefined && report.published.latest === undefined

function genreCounts(reports: readonly PlacedReport[]): { genre: Genre; count: number }[] {
  const counts = new Map<Genre, number>()
  for (const report of reports) counts.set(report.genre, (counts.get(report.genre) ?? 0) + 1)
  return [...counts]
    .map(([genre, count]) => ({ genre, count }))
    .sort((a, b) => b.count - a.count || (a.genre < b.genre ? -1 : 1))
}

/** The lines under a page's title: the two days, and what was read. */
export function prefaceOf(reader: RecordReader): Line[] {
  return [daysLine(reader), readLine(coverageOf(reader))]
}

function daysLine(reader: RecordReader): Line {
  const { knownOn, on, leftOut } = reader
  const later =
    leftOut.later + leftOut.maybeLater === 0
      ? ''
      : `; left out: ${listWords([
          ...(leftOut.later > 0 ? [`${countWords(leftOut.later, 'later report')}`] : []),
          ...(leftOut.maybeLater > 0 ? [`${leftOut.maybeLater} that may be later`] : []),
        ])}`
  if (knownOn === undefined)
    return bareLine([plain(`No report could be dated, so nothing here is past or ahead${later}.`)])
  const same = on === undefined || on === knownOn
  return bareLine([
    plain('As known on '),
    strong(oneDay(knownOn)),
    plain(same ? '' : `, read as of ${oneDay(on)}`),
    plain(`${later}.`),
  ])
}

function readLine(coverage: Coverage): Line {
  const { outlets, withoutOutlet, reports, origins, sentences } = coverage
  const named = outlets.length > 6 ? [...outlets.slice(0, 5), `${outlets.length - 5} more`] : outlets
  const outletWords = listWords([
    ...named,
    ...(withoutOutlet > 0 ? [`${withoutOutlet} without a named outlet`] : []),
  ])
  const undated = coverage.undated > 0 ? `, ${coverage.undated} that could not be dated` : ''
  const originWords =
    origins.sure === origins.atMost ? `${origins.sure}` : `${origins.sure} sure, at most ${origins.atMost}`
  return bareLine([
    plain('Read: '),
    strong(countWords(reports, 'report')),
    plain(` (${outletWords}${undated}); independent origins: ${originWords}; `),
    plain(
      `${countWords(sentences.read, 'sentence')}, ${sentences.withClaim} read into claims and ` +
        `${sentences.read - sentences.withClaim} left unread.`,
    ),
    plain(
      coverage.troubles > 0 ? ` ${countWords(coverage.troubles, 'notice')}: see \`parley sources\`.` : '',
    ),
  ])
}

/** "published 3 May 2025", "published between … ". */
export function publishedWords(report: PlacedReport): string {
  return isUndated(report) ? 'day of publication unknown' : dayWords(report.published)
}
