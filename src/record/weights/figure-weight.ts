// In: a figure. Out: how much it says beside other figures.
import type { EntryOf } from '../../model/index.ts'
import { openIn } from './open-words.ts'
import { hasDay, numbersIn } from './substance.ts'

/** What a share of something, a day it is of, another number of its sentence, a label of the clause's own words and a sentence not understood alone are worth. */
const WORTH = { share: 1.3, day: 1.3, compared: 1.2, clause: 0.8, open: 0.75 } as const

/** A factor: 1 for a count without its day told beside no other number. */
export function weightOfFigure({ body, evidence }: Pick<EntryOf<'figure'>, 'body' | 'evidence'>): number {
  const quote = evidence[0]?.quote ?? ''
  return (
    (/share|out-of/.test(evidence[0]?.foundBy ?? '') ? WORTH.share : 1) *
    (evidence[0]?.foundBy.startsWith('figure/clause') ? WORTH.clause : 1) *
    (openIn(quote) ? WORTH.open : 1) *
    (body.asOf !== undefined || hasDay(quote) ? WORTH.day : 1) *
    (body.from !== undefined || numbersIn(quote) > 1 ? WORTH.compared : 1)
  )
}
