// In: the lines of a page as they are chosen. Out: whether the sentence a line rests on stands on the page already.

import { tellingWords } from '../../record/assemble/due-matters.ts'
import type { RecordReader } from '../../record/reader.ts'
import { contentWords } from '../../record/words.ts'
import { evidenceOf } from './evidence-index.ts'
import { type Line, textOf } from './line.ts'
import type { ToldOnce } from './page-budget.ts'

/** Share of the words of a sentence that one line holds, from which the line has told it. */
const HELD = 0.75

/** Words of its own from which a line is understood without its sentence. */
const ENOUGH = 3

/** A page on which each sentence is told once. */
export function toldOnce(reader: RecordReader): ToldOnce {
  const told: ReadonlySet<string>[] = []
  const isHeld = (sentence: string): boolean => {
    const words = [...new Set(contentWords(sentence))]
    const needed = HELD * words.length
    return words.length > 0 && told.some((line) => words.filter((word) => line.has(word)).length >= needed)
  }
  return {
    isTold: ({ evidence }) => {
      const found = evidence[0] === undefined ? undefined : evidenceOf(reader, evidence[0])
      return found !== undefined && isHeld(found.evidence.quote)
    },
    tell(line) {
      const lean = (one: Line): Line => {
        const [lead, sentence] = one.runs.slice(-2)
        const isExplained = one.runs.length > 2 && lead?.text === ' · ' && sentence?.as === 'quote'
        const rest = textOf({ ...one, runs: one.runs.slice(0, -2) })
        // A name with no more than "in force" behind it says too little without its sentence.
        const saysEnough = /\d/.test(rest) && tellingWords(rest).length >= ENOUGH
        if (isExplained && saysEnough && isHeld(sentence.text)) return { ...one, runs: one.runs.slice(0, -2) }
        told.push(new Set(contentWords(textOf(one))))
        return one
      }
      const head = lean(line)
      return { ...head, lines: head.lines.map(lean) }
    },
  }
}
