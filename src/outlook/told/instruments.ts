// In: a record. Out: the instruments (orders, proclamations, decrees) its reports are or amend, each traced to the first of its row.
import type { PlacedReport } from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'

/** The first instrument of a row: by its title where it was read, else by the name others cite it by. */
export interface Instrument {
  readonly key: string
  /** "Executive Order 77"; the title where no report read gives its number. */
  readonly name: string
  readonly title?: string
}

/** So many times a text names the instrument that it amends; one named less is mentioned. */
const AMENDED = 3

const KINDS = 'Order|Proclamation|Regulation|Directive|Decree|Decision|Announcement|Notice|Resolution|Statute'
const FORMS =
  'Executive|Presidential|Ministerial|Council|Commission|Emergency|General|Implementing|Delegated|Royal|Supreme'
const CITATION = new RegExp(
  `\\b((?:(?:${FORMS}) )?(?:${KINDS})) (?:No\\. ?|Number )?(\\d[\\d/.-]*)(?<![./-])(?: of [A-Z][a-z]+ \\d{1,2}, \\d{4})?(?: \\(([^()]{8,250})\\))?`,
  'g',
)

/** Words by which a text orders something itself. */
const ORDERS =
  /\bhereby\b[^.]{0,60}\b(?:order|proclaim|decree|direct|enact|amended)|\b(?:it is|be it) (?:\w+ )?(?:ordered|decreed|enacted)\b/i

/**
 * The first instrument of its row, for every official report that is an instrument: it orders by its own words, or others
 * give its title beside a number. It amends the one it names most, at least three times.
 */
export function instrumentsOf(reader: RecordReader): ReadonlyMap<string, Instrument> {
  const official = reader.counts().official.flatMap((id) => reader.report(id) ?? [])
  const numbers = new Map<string, string>()
  const texts = new Map<string, string>()
  const cited = new Map<string, Map<string, number>>()
  for (const report of official) {
    const text = (reader.text(report.id) ?? '').replace(/\s+/g, ' ')
    const counts = new Map<string, number>()
    for (const [, kind, number, title] of text.matchAll(CITATION)) {
      const name = `${kind} ${number}`
      counts.set(name, (counts.get(name) ?? 0) + 1)
      if (title !== undefined && !numbers.has(letters(title))) numbers.set(letters(title), name)
    }
    texts.set(report.id, text)
    cited.set(report.id, counts)
  }
  const numberOf = (report: PlacedReport) => numbers.get(letters(report.title ?? ''))
  const byNumber = new Map<string, PlacedReport>()
  for (const report of official) {
    const number = numberOf(report)
    if (number !== undefined && !byNumber.has(number)) byNumber.set(number, report)
  }
  const amended = (report: PlacedReport): string | undefined => {
    const own = numberOf(report)
    const [most] = [...(cited.get(report.id) ?? [])]
      .filter(([name, count]) => name !== own && count >= AMENDED)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    return most?.[0]
  }
  const firstOf = (report: PlacedReport): Instrument => {
    let first: PlacedReport | undefined = report
    let name: string | undefined
    const seen = new Set<string>()
    for (let next = amended(report); next !== undefined && !seen.has(next); next = first && amended(first)) {
      seen.add(next)
      name = next
      first = byNumber.get(next)
      if (first === undefined) break
    }
    const title = first?.title
    const shown = name ?? numberOf(report) ?? title ?? report.id
    return { key: title ?? shown, name: shown, ...(title && { title }) }
  }
  return new Map(
    official
      .filter((report) => numberOf(report) ?? amended(report) ?? ORDERS.test(texts.get(report.id) ?? ''))
      .map((report) => [report.id, firstOf(report)]),
  )
}

/** Instruments that a text names, in order, each once. */
export const citedIn = (text: string): string[] => [
  ...new Set(
    [...text.replace(/\s+/g, ' ').matchAll(CITATION)].map(([, kind, number]) => `${kind} ${number}`),
  ),
]

const letters = (title: string) => title.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
