// In: a plain text and where it came from. Out: its report. The text is kept as it came, without its byte-order mark.
import { notice } from '../problem.ts'
import { blocksOf } from './blocks.ts'
import { hashOf } from './identity.ts'
import { type Intake, makeReport } from './make-report.ts'
import { type Metadata, NO_METADATA } from './metadata.ts'

/** A decoded file: its text, where it came from, the hash of its bytes where they are at hand, its address where it has one. */
export interface Decoded {
  readonly text: string
  readonly path: string
  readonly sha256?: string
  readonly url?: string
}

/** The report of a plain text. */
export async function reportFromText(input: Decoded, metadata: Metadata = NO_METADATA): Promise<Intake> {
  const text = input.text.startsWith('\uFEFF') ? input.text.slice(1) : input.text
  const { path } = input
  if (text.trim() === '') return { reports: [], notices: [notice('empty-file', { path })] }
  const url = metadata.url ?? input.url
  return makeReport({
    path,
    text,
    blocks: blocksOf(text),
    metadata: url === undefined ? metadata : { ...metadata, url },
    source: { mediaType: 'text/plain', sha256: input.sha256 ?? hashOf(input.text), extractor: 'text@1' },
  })
}
