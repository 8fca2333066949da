// In: evidence of an entry. Out: who tells it, where no report tells it in its own voice.
import { type Evidence, type Ref, voicesIn } from '../../model/index.ts'
import type { RecordReader } from '../../record/reader.ts'
import { whoWords } from '../statements.ts'
import { someOf } from '../words/party-words.ts'
import { plain, type Run } from './line.ts'

/**
 * " · as told by X": what only others say, and no report in its own voice, is told as theirs (said is not so). Nothing
 * where some report vouches for it, or where those it is about say it of themselves.
 * @param own whom the entry is about
 */
export function toldByRuns(reader: RecordReader, evidence: readonly Evidence[], own: readonly Ref[]): Run[] {
  const speakers = evidence.map(outermost)
  if (speakers.length === 0 || speakers.includes(undefined)) return []
  const about = new Set(own.map((ref) => ref.id))
  const isOwn = (who: string): boolean => voicesIn(who).every((one) => about.has(one))
  const others = [...new Set(speakers.filter((who): who is string => who !== undefined && !isOwn(who)))]
  if (others.length === 0) return []
  return [plain(` · as told by ${someOf(others.map((who) => whoWords(reader, who)))}`)]
}

/** Of several who tell one another's words the last, who vouches for it all; outlets pass words on. */
const outermost = ({ according }: Evidence): string | undefined =>
  according.findLast((who) => !who.startsWith('outlet:')) ?? according[0]
