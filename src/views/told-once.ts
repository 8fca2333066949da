// In: the lines of a page as they are chosen. Out: whether the sentence a line rests on stands on the page already.
import type { RecordReader } from '../record/reader.ts'
import { contentWords } from '../record/words.ts'
import { BEFORE_IT } from './before-it.ts'
import { evidenceOf } from './evidence-index.ts'
import { textOf } from './line.ts'
import type { ToldOnce } from './page-budget.ts'

/** Share of the words of a sentence that one line holds, from which the line has told it. */
const HELD = 0.75

/** A page on which each sentence is told once. */
export function toldOnce(reader: RecordReader): ToldOnce {
  const told: ReadonlySet<string>[] = []
  const isHeld = (sentence: string): boolean => {
    const words = [...new Set(contentWords(sentence))]
    const needed = HELD * words.length
    return words.length > 0 && told.some((line) => words.filter((word) => line.has(word)).length >= needed)
  }
  return {
    tell(line) {
      for (const one of [line, ...line.lines]) told.push(new Set(contentWords(textOf(one))))
    },
    isTold: ({ evidence }) => {
      const found = evidence[0] === undefined ? undefined : evidenceOf(reader, evidence[0])
      return found !== undefined && isHeld(found.evidence.quote)
    },
    lean(line) {
      const isLead = (at: number) =>
        line.runs[at]?.text === BEFORE_IT ||
        (at > 0 && at === line.runs.length - 2 && line.runs[at]?.text === ' · ')
      const isTwice = (at: number) =>
        isLead(at) && line.runs[at + 1]?.as === 'quote' && isHeld(line.runs[at + 1]!.text)
      const runs = line.runs.filter((_, at) => !isTwice(at) && !isTwice(at - 1))
      return runs.length < line.runs.length ? { ...line, runs } : line
    },
  }
}
