// In: a record. Out: the reports it rests on: dates and how they were found, genres, origins, copies, and troubles met.
import type { PlacedReport } from '../model/index.ts'
import type { RecordReader } from '../record/reader.ts'
import { publishedWords } from './first-page/coverage.ts'
import { bareLine, type Line, type Page, plain, quoted, strong } from './lines/line.ts'
import { pageOf } from './lines/page.ts'
import { dayKey } from './words/day-words.ts'
import { originName, shortName } from './words/origin-words.ts'
import { listWords } from './words/party-words.ts'
import { cutAt, oneLine } from './words/safe-text.ts'
import { countWords } from './words/value-words.ts'

/** The page of all sources. */
export function sourcesPage(reader: RecordReader): Page {
  const key = (report: PlacedReport) => `${dayKey(report.published)} ${report.id}`
  const reports = [...reader.reports()].sort((a, b) => (key(a) < key(b) ? -1 : 1))
  const notices = reader.notices()
  return pageOf(reader, 'sources', 'Sources', [
    {
      id: 'reports',
      title: 'Reports',
      lines: reports.map((report) => reportLine(reader, report)),
      empty: 'No report was read.',
    },
    {
      id: 'origins',
      title: 'Origins',
      lines: reader
        .origins()
        .map((origin) =>
          bareLine([
            strong(originName(origin, reader)),
            plain(` · ${origin.kind} · in ${reportNames(reader, origin.reports)}`),
          ]),
        ),
      empty: 'No origin.',
    },
    ...(notices.length > 0
      ? [
          {
            id: 'notices',
            title: 'Notices',
            lines: notices.map((item) => bareLine([plain(oneLine(item.message)), plain(` (${item.code})`)])),
          },
        ]
      : []),
  ])
}

/** Reports by their outlets; those of one outlet by their files. */
function reportNames(reader: RecordReader, ids: readonly string[]): string {
  const everyName = reader.reports().map((report) => shortName(report, report.id))
  const twice = new Set(everyName.filter((name, at) => everyName.indexOf(name) !== at))
  return listWords(
    ids.map((id) => {
      const report = reader.report(id)
      const name = shortName(report, id)
      return report && twice.has(name) ? `${name} (${fileOf(report)})` : name
    }),
  )
}

/** Words with ids of reports in them, the reports by name. */
const withNames = (reader: RecordReader, text: string): string =>
  text.replace(/\b[0-9a-f]{16}\b/g, (id) => (reader.report(id) ? reportNames(reader, [id]) : id))

const fileOf = (report: PlacedReport) => oneLine(report.path.split('/').at(-1) ?? report.id)

const GENRE_WORDS: Partial<Record<PlacedReport['genre'], string>> = { unknown: 'genre unknown' }

function reportLine(reader: RecordReader, report: PlacedReport): Line {
  const { published } = report
  const title = report.title ? [quoted(cutAt(oneLine(report.title), 110)), plain(' · ')] : []
  const parts = [
    bareLine([
      plain(`${publishedWords(report)}: ${howWords(published)}`),
      ...(published.stated ? [plain(' '), quoted(cutAt(oneLine(published.stated), 60))] : []),
      ...(published.because ? [plain(` — ${withNames(reader, oneLine(published.because))}`)] : []),
    ]),
    bareLine([
      plain(
        `${GENRE_WORDS[report.genre] ?? report.genre} (${oneLine(report.genreBy)}) · ` +
          `${countWords(report.sentences.read, 'sentence')}, ${report.sentences.withClaim} read into claims`,
      ),
    ]),
    ...(report.copies.length > 0
      ? [bareLine([plain(`one origin with ${reportNames(reader, report.copies)}`)])]
      : []),
  ]
  const outlet = report.outlet ? oneLine(report.outlet) : 'outlet not named'
  return bareLine([...title, strong(outlet), plain(` · ${oneLine(report.path)} · ${report.id}`)], {
    lines: parts,
  })
}

const HOW: Readonly<Record<string, string>> = {
  metadata: 'stated in its metadata',
  page: 'stated on the page',
  text: 'found in its text',
  address: 'found in its address',
  'file name': 'found in its file name',
  'other reports': 'placed by what other reports say',
  'its own dates': 'placed by the dates it tells',
  none: 'nothing gives it',
}

const howWords = (published: PlacedReport['published']) => HOW[published.how] ?? oneLine(published.how)
