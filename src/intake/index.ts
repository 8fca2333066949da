// In: the files beside this one that need no Node. Out: what turns texts, pages, Markdown and JSON into reports.
export { decode } from './decode.ts'
export { reportFromHtml } from './from-html.ts'
export { reportFromFields, reportsFromJson, reportsFromJsonLines } from './from-json.ts'
export { reportFromMarkdown } from './from-markdown.ts'
export { type Decoded, reportFromText } from './from-text.ts'
export { cleanAddress, hashOf, hostOf, reportId } from './identity.ts'
export type { Intake } from './make-report.ts'
export type { Metadata } from './metadata.ts'
