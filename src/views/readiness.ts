// In: a record. Out: which acts somebody is only ready for.
import { sentenceKey } from '../model/index.ts'
import type { RecordReader } from '../record/reader.ts'
import type { Kind } from './lines/line.ts'

/** "They are prepared to sign a pact tomorrow": who is open to an act on a day has not planned it for that day. */
export function readinessIn(reader: RecordReader): (act: Kind<'act'>) => boolean {
  const open = new Map<string, string[]>()
  for (const { body, evidence } of reader.ofKind('position'))
    if (body.stance === 'open' && body.content !== undefined)
      for (const one of evidence)
        open.set(sentenceKey(one), [...(open.get(sentenceKey(one)) ?? []), body.content])
  return ({ body, evidence }) =>
    evidence.every((one) => open.get(sentenceKey(one))?.some((content) => body.words?.includes(content)))
}
