// In: spans of tokens that a stage takes for names. Out: the board they stand on, one name a token, with the words of a draft.
import type { NameType } from '../doc.ts'
import type { Draft } from '../draft.ts'

/** A name on its way to `Doc.names`; fields as there. */
export interface Found {
  first: number
  last: number
  type: NameType
  /** "" until the document's names are put together. */
  id: string
  canonical: string
  of: string
  title: string
  foundBy: string
  /** For names of the packs: the form of the term ("name", "capital", "adjective", "people", "abbreviation"). */
  form: string
}

/** How the letters of a sentence are cased; only in "mixed" sentences is a capital a sign of a name. */
export type Casing = 'mixed' | 'title' | 'upper'

/** The draft's names while they are found; `at` gives the index of the name that covers a token, −1 where none does. */
export interface Board {
  readonly draft: Draft
  readonly casing: readonly Casing[]
  readonly found: Found[]
  readonly at: Int32Array
}

/** True where the form begins with a capital letter of any script; "" does not. */
export function isCapital(form: string): boolean {
  const c = form.charCodeAt(0)
  if (c >= 65 && c <= 90) return true
  if (Number.isNaN(c) || c < 0xc0) return false
  const first = String.fromCodePoint(form.codePointAt(0)!)
  return first !== first.toLowerCase()
}

/** True where every letter is a capital and there are at least two. */
export function isUpper(form: string): boolean {
  return form.length > 1 && form === form.toUpperCase() && form !== form.toLowerCase()
}

/** True where no name covers any of these tokens. */
export function isFree(board: Board, first: number, last: number): boolean {
  for (let i = first; i < last; i++) if (board.at[i]! >= 0) return false
  return true
}

/** Puts a name on the board; names it overlaps are taken off. */
export function place(board: Board, name: Found): Found {
  for (let i = name.first; i < name.last; i++) {
    const other = board.at[i]!
    if (other >= 0) remove(board, other)
  }
  board.at.fill(board.found.length, name.first, name.last)
  board.found.push(name)
  return name
}

/** Takes a name off the board; its place in `found` stays, marked by an empty span. */
export function remove(board: Board, index: number): void {
  const name = board.found[index]!
  board.at.fill(-1, name.first, name.last)
  name.last = name.first
}

/** The name that covers a token. */
export function nameAt(board: Board, token: number): Found | undefined {
  const index = token >= 0 && token < board.at.length ? board.at[token]! : -1
  return index < 0 ? undefined : board.found[index]
}

/** A new name with empty fields filled in. */
export function found(
  first: number,
  last: number,
  type: NameType,
  foundBy: string,
  more: Partial<Found> = {},
): Found {
  return { first, last, type, id: '', canonical: '', of: '', title: '', form: '', foundBy, ...more }
}

/** The text of tokens with white space as one space and typographic quotes as they are folded in `form`. */
export function wordsOf(draft: Draft, first: number, last: number): string {
  const { start, end, form } = draft.tokens
  let words = ''
  for (let i = first; i < last; i++) {
    if (i > first && start[i]! > end[i - 1]!) words += ' '
    words += form[i]!
  }
  return words
}

/** True where the token opens its sentence, or follows an opening quote, bullet or colon that does. */
export function opensSentence(draft: Draft, token: number): boolean {
  const first = draft.sents[draft.tokens.sent[token]!]!.first
  for (let i = token - 1; i >= first; i--) {
    if (token - i > 6) return false
    const form = draft.tokens.form[i]!
    if (form === ':' || form === '--' || form === '-') return true
    if (form !== '"' && form !== "'" && form !== '(' && form !== '[' && form !== '*' && form !== '•')
      return false
    if (form === '"') return true
  }
  return true
}

/** "The institute in Ann Arbor … the Ann Arbor-based institute": where something is based is a town at every mention. */
export function isTown({ draft: { tokens } }: Board, first: number, last: number): boolean {
  const { form } = tokens
  const length = last - first
  for (let at = form.indexOf('based'); at > 0; at = form.indexOf('based', at + 1)) {
    const begin = at - 1 - length
    if (form[at - 1] !== '-' || begin < 0) continue
    if (form.slice(first, last).every((word, n) => word === form[begin + n])) return true
  }
  return false
}

/** "Ford, Fiat and Volvo": a body that a pack names, in a row with another. */
export function isListed(board: Board, { first, last, type }: Found): boolean {
  const { lower } = board.draft.tokens
  const isBody = (at: number) => {
    const name = nameAt(board, at)
    return name?.type === 'organisation' && name.foundBy === 'pack'
  }
  const joins = (at: number) => /^(?:,|and|or)$/.test(lower[at] ?? '')
  return (
    type === 'organisation' && ((joins(last) && isBody(last + 1)) || (joins(first - 1) && isBody(first - 2)))
  )
}
