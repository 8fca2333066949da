// In: the lines of a page as they are chosen. Out: whether the sentence a line rests on stands on the page already.

import type { Entry } from '../../model/index.ts'
import { tellingWords } from '../../record/assemble/due-matters.ts'
import type { RecordReader } from '../../record/reader.ts'
import { contentWords } from '../../record/words.ts'
import { BEFORE_IT } from './before-it.ts'
import { evidenceOf } from './evidence-index.ts'
import { type Line, textOf } from './line.ts'
import type { ToldOnce } from './page-budget.ts'

/** Share of the words of a sentence that one line holds, from which the line has told it. */
const HELD = 0.75

/** Words of its own from which a line is understood without its sentence, and share of the words it quotes that others quote. */
const ENOUGH = 3
const SAME = 0.9
/** Words that are known again. */
const MANY = 6

/** A page on which each sentence is told once. */
export function toldOnce(reader: RecordReader): ToldOnce {
  const told: ReadonlySet<string>[] = []
  const verbatim = new Set<string>()
  const isHeld = (sentence: string, share = HELD): boolean => {
    const words = [...new Set(contentWords(sentence))]
    const needed = share * words.length
    return words.length > 0 && told.some((line) => words.filter((word) => line.has(word)).length >= needed)
  }
  const isOf = (entry: string | undefined, kind: Entry['kind']): boolean =>
    entry !== undefined && reader.entry(entry)?.kind === kind
  return {
    isTold: ({ evidence, runs, entry }) => {
      const found = evidence[0] === undefined ? undefined : evidenceOf(reader, evidence[0])
      const before = runs.findIndex(({ text }) => text === BEFORE_IT)
      const own =
        runs.slice(0, before < 0 ? runs.length : before).find(({ as }) => as === 'quote')?.text ?? ''
      return (
        (found !== undefined && isHeld(found.evidence.quote)) ||
        (!isOf(entry, 'position') && contentWords(own).length >= MANY && isHeld(own, SAME))
      )
    },
    tell(line) {
      const lean = (one: Line): Line => {
        const [lead, sentence] = one.runs.slice(-2)
        const isExplained = one.runs.length > 2 && lead?.text === ' · ' && sentence?.as === 'quote'
        const rest = textOf({ ...one, runs: one.runs.slice(0, -2) })
        // A name with no more than "in force" behind it says too little without its sentence.
        const saysEnough = /\d/.test(rest) && tellingWords(rest).length >= ENOUGH
        // A step is named by its measure, talks by their place.
        const isNamed = one !== line || (isOf(one.entry, 'round') && / (?:in|of) /.test(rest))
        const isAgain = isExplained && isNamed && verbatim.has(sentence.text) && /\d/.test(rest)
        for (const { as, text } of one.runs) if (as === 'quote') verbatim.add(text)
        if (isAgain || (isExplained && saysEnough && isHeld(sentence.text)))
          return { ...one, runs: one.runs.slice(0, -2) }
        told.push(new Set(contentWords(textOf(one))))
        return one
      }
      const head = lean(line)
      // A term that the sentence of its agreement has stands in it.
      const known = new Set(contentWords(textOf(head)))
      const isWithin = (one: Line): boolean =>
        one.runs[0]?.as === 'quote' && contentWords(one.runs[0].text).every((word) => known.has(word))
      return { ...head, lines: head.lines.filter((one) => !isWithin(one)).map(lean) }
    },
  }
}
