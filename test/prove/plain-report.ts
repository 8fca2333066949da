// In: a text. Out: a report of it as one body, as intake would make of plain text.
import type { Report } from '#parley/model/report.ts'

export const plainReport = (text: string): Report => ({
  id: 'r',
  path: 'made up',
  authors: [],
  genre: 'unknown',
  genreBy: 'made up',
  language: 'en',
  text,
  parts: text === '' ? [] : [{ start: 0, end: text.length, role: 'body', n: 0 }],
  published: { how: 'none' },
  source: { mediaType: 'text/plain', sha256: '', extractor: 'none' },
  derivedFrom: [],
})
