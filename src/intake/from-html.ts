// In: an HTML page. Out: the report of its article.
import { notice } from '../problem.ts'
import type { Decoded } from './from-text.ts'
import type { Intake } from './make-report.ts'
import type { Metadata } from './metadata.ts'

export async function reportFromHtml(input: Decoded): Promise<Intake> {
  return { reports: [], notices: [notice('no-article', { path: input.path })] }
}
export async function reportFromHtmlBody(input: Decoded, _metadata: Metadata): Promise<Intake> {
  return { reports: [], notices: [notice('no-article', { path: input.path })] }
}
