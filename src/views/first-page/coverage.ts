// In: a record. Out: how much was read: reports, outlets, origins, sentences, and for which two days the page holds.
import type { PlacedReport } from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'
import { bareLine, type Line, plain, strong } from '../lines/line.ts'
import { dayWords, oneDay } from '../words/day-words.ts'
import { listWords } from '../words/party-words.ts'
import { oneLine } from '../words/safe-text.ts'
import { countWords } from '../words/value-words.ts'

const isUndated = (report: PlacedReport) =>
  report.published.earliest === undefined && report.published.latest === undefined

/** The lines under a page's title: the two days, and what was read. */
export function prefaceOf(reader: RecordReader): Line[] {
  return [daysLine(reader), readLine(reader)]
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

/** How much was read, in words fit for a page. A stated origin is sure; one that a report does not state may be any other. */
export function coverageOf(reader: RecordReader) {
  const { outlets, origins, stated, ...counts } = reader.counts()
  return {
    ...counts,
    outlets: [...new Set(outlets.map(oneLine))].sort(),
    origins: { sure: Math.max(stated, origins > 0 ? 1 : 0), atMost: origins },
  }
}

function readLine(reader: RecordReader): Line {
  const {
    outlets,
    withoutOutlet,
    reports,
    undated: undatedIds,
    origins,
    sentences,
    notices,
    aside,
  } = coverageOf(reader)
  const named = outlets.length > 6 ? [...outlets.slice(0, 5), `${outlets.length - 5} more`] : outlets
  const outletWords = listWords([
    ...named,
    ...(withoutOutlet > 0 ? [`${withoutOutlet} without a named outlet`] : []),
  ])
  const undated = undatedIds.length > 0 ? `, ${undatedIds.length} that could not be dated` : ''
  const originWords =
    origins.sure === origins.atMost ? `${origins.sure}` : `${origins.sure} sure, at most ${origins.atMost}`
  return bareLine([
    plain('Read: '),
    strong(countWords(reports, 'report')),
    plain(outletWords === '' ? '; ' : ` (${outletWords}${undated}); independent origins: ${originWords}; `),
    plain(
      `${countWords(sentences.read, 'sentence')}, ${sentences.withClaim} read into claims and ` +
        `${sentences.read - sentences.withClaim} left unread (\`parley unread\`).`,
    ),
    plain(aside > 0 ? ` ${countWords(aside, 'entry')} aside, not of this negotiation: see \`--all\`.` : ''),
    plain(notices > 0 ? ` ${countWords(notices, 'notice')}: see \`parley sources\`.` : ''),
  ])
}

/** "published 3 May 2025", "published between … ". */
export function publishedWords(report: PlacedReport): string {
  return isUndated(report) ? 'day of publication unknown' : dayWords(report.published)
}
