// In: a board. Out: abbreviations that the text itself explains ("Office of Fair Dealing (OFD)"), wherever they stand.
import type { NameType } from '../doc.ts'
import { slugOf } from '../lexicon.ts'
import { type Board, found, isCapital, nameAt, place, remove, wordsOf } from './found.ts'

const SMALL = /^(?:of|and|the|for|on|in|to|de|du|la|des|&|-|')$/

/** Finds definitions and gives every mention of the abbreviation the id of the long form. */
export function findAcronyms(board: Board): void {
  const { form, count } = board.draft.tokens
  for (let i = 1; i + 2 < count; i++) {
    if (form[i] !== '(') continue
    const close = form[i + 2] === ')' ? i + 2 : -1
    const short = form[i + 1]!
    if (
      close < 0 ||
      !/^\p{Lu}[\p{L}\p{N}&]{1,7}$/u.test(short) ||
      short.replace(/[^\p{Lu}]/gu, '').length < 2
    )
      continue
    const first = longForm(board, i, short)
    if (first < 0) continue
    define(board, first, i, short)
  }
}

/** First token of the words before the bracket whose initials are the abbreviation's letters, or −1. */
function longForm(board: Board, last: number, short: string): number {
  const { form, sent } = board.draft.tokens
  const begin = board.draft.sents[sent[last]!]!.first
  const letters = short.replace(/[^\p{Lu}]/gu, '')
  let k = letters.length - 1
  for (let i = last - 1; i >= begin && last - i < 16; i--) {
    const word = form[i]!
    if (SMALL.test(word) && word.charAt(0).toUpperCase() !== letters[k]) continue
    const initial = word.charAt(0).toUpperCase()
    if (initial === letters[k]) {
      k--
      if (k < 0) return isCapital(word) ? i : -1
    } else if (!isCapital(word)) return -1
  }
  return -1
}

function define(board: Board, first: number, last: number, short: string): void {
  const { draft } = board
  const { tokens } = draft
  const known = nameAt(board, last - 1)
  const canonical =
    known && known.last === last && known.last - known.first > 1
      ? known.canonical
      : wordsOf(draft, first, last)
  const long =
    known && known.last === last && known.last - known.first > 1 && known.first <= first + 1
      ? known
      : place(board, found(first, last, typeOf(tokens.form[last - 1]!), 'acronym', { canonical }))
  if (long.id === '')
    long.id = `${{ law: 'law', event: 'event' }[long.type as 'law'] ?? 'org'}:${slugOf(canonical)}`
  for (let i = 0; i < tokens.count; i++) {
    if (tokens.form[i] !== short) continue
    const other = nameAt(board, i)
    if (other && other.last - other.first > 1) continue
    if (other) remove(board, board.at[i]!)
    place(
      board,
      found(i, i + 1, long.type, 'acronym', { id: long.id, canonical: long.canonical, of: long.of }),
    )
  }
}

function typeOf(head: string): NameType {
  if (/^(?:Act|Treaty|Agreement|Convention|Protocol|Accord|Pact|Partnership|Plan)$/.test(head)) return 'law'
  if (/^(?:Summit|Conference|Forum|Round)$/.test(head)) return 'event'
  return 'organisation'
}
