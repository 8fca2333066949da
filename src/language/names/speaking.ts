// In: a board after the finder. Out: lone capitalised words that speak are persons where the text shows it.
import { type Board, found, isCapital, nameAt, place } from './found.ts'
import { isCalendar } from './words.ts'

const SPEAKS: ReadonlySet<string> = new Set(
  'say add tell ask warn reply answer insist explain note'.split(' '),
)
const CLOSING = /^(''|"|”|’)$/

/**
 * "…,” Corrigan said" and "…,” said Corrigan.": who stands with a verb of speech right behind a quotation and has no
 * name yet is a person. What the finder took for a body is one where the next sentence goes on with "he" or "she".
 */
export function findSpeaking(board: Board): void {
  const { tokens, sents } = board.draft
  const { form, tag, lower, sent, count } = tokens
  for (let at = 0; at < count; at++) {
    if (!isCapital(form[at]!)) continue
    const name = nameAt(board, at)
    if (name && (name.foundBy !== 'finder' || name.type !== 'organisation' || name.last - name.first !== 1))
      continue
    const verb = verbBeside(board, at)
    if (verb < 0) continue
    if (name) {
      const next = sents[sent[at]! + 1]
      if (next && /^s?he$/.test(lower[next.first] ?? '')) name.type = 'person'
    } else if (
      tag[at]!.startsWith('NNP') &&
      !isCalendar(form[at]!) &&
      CLOSING.test(form[Math.min(at, verb) - 1] ?? '')
    )
      place(board, found(at, at + 1, 'person', 'speaking'))
  }
}

/** The verb of speech right behind a word, or right before it where the word ends its phrase; −1 where none. */
function verbBeside({ draft }: Board, at: number): number {
  const { lemma, tag, sent, form } = draft.tokens
  const speaks = (token: number) => /^VB[DZ]$/.test(tag[token] ?? '') && SPEAKS.has(lemma[token]!)
  if (speaks(at + 1) && sent[at + 1] === sent[at]) return at + 1
  return speaks(at - 1) && sent[at - 1] === sent[at] && /^[.,;]$/.test(form[at + 1] ?? '') ? at - 1 : -1
}
