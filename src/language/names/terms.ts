// In: a board and the Lexicon. Out: the packs' names and terms on the board, longest first.
import { firstWord, type Lexicon, type Term } from '../lexicon.ts'
import { type Board, found, isCapital, isFree, isUpper, opensSentence, place } from './found.ts'
import { officeAt } from './offices.ts'
import type { NameWords } from './words.ts'

/** Every term of the packs and the glossary that stands in the text; goods go where no name is. */
export function findTerms(board: Board, lexicon: Lexicon, words: NameWords): void {
  const groups = board.draft.tokens.form.map((form) => lexicon.terms.get(firstWord(form)))
  const weak = lexicon.list('weak-names')
  scan(board, groups, weak, words, (term) => term.type !== 'good')
  scan(board, groups, weak, words, (term) => term.type === 'good')
}

/** `groups` are the terms that begin as each token does. */
function scan(
  board: Board,
  groups: readonly (readonly Term[] | undefined)[],
  weak: ReadonlySet<string>,
  words: NameWords,
  wanted: (term: Term) => boolean,
): void {
  const { draft } = board
  const { tokens } = draft
  for (let i = 0; i < tokens.count; i++) {
    if (board.at[i]! >= 0) continue
    const group = groups[i]
    if (!group) continue
    const casing = board.casing[tokens.sent[i]!]!
    for (const term of group) {
      if (!wanted(term)) continue
      const isLoud = casing === 'upper' || isDateline(board, i) || isCalmed(board, i)
      const last = matchEnd(board, i, term, isLoud)
      if (last < 0 || !isFree(board, i, last)) continue
      if (!stands(board, i, last, term, weak) || isOfOffice(board, i, last, term, words)) continue
      place(
        board,
        found(i, last, term.type, term.form === 'glossary' ? 'glossary' : 'pack', {
          id: term.id,
          canonical: term.canonical,
          of: term.of,
          form: term.form,
        }),
      )
      i = last - 1
      break
    }
  }
}

/** Written in capitals for its sound, and read as it is commonly written. */
const isCalmed = ({ draft: { text, tokens } }: Board, token: number): boolean =>
  text.charCodeAt(tokens.start[token]! + 1) !== tokens.form[token]!.charCodeAt(1) &&
  isUpper(text.slice(tokens.start[token]!, tokens.end[token]!))

/** "MADRID — …": capitals at the head of a sentence. */
function isDateline(board: Board, token: number): boolean {
  const { tokens, sents } = board.draft
  return (
    token - sents[tokens.sent[token]!]!.first < 4 &&
    tokens.form[token]!.length > 3 &&
    isUpper(tokens.form[token]!)
  )
}

/** "Treasury" of "Treasury Secretary" is the office's, not the body's. */
function isOfOffice(board: Board, first: number, last: number, term: Term, words: NameWords): boolean {
  if (term.type !== 'government' && term.type !== 'organisation') return false
  const end = Math.max(
    officeAt(board.draft, first, words)?.last ?? 0,
    officeAt(board.draft, last - 1, words)?.last ?? 0,
  )
  return end > last
}

/** The token after the term's last where the term's letters stand at token `first`, else −1. */
function matchEnd(board: Board, first: number, term: Term, anyCase: boolean): number {
  const { text, tokens, sents } = board.draft
  const words = term.words
  const fold = term.match === 'any' || (anyCase && term.form !== 'abbreviation' && words.length > 2)
  let at = tokens.start[first]!
  for (let k = 0; k < words.length; k++) {
    const want = words[k]!
    if (want === ' ') {
      const from = at
      while (isSpace(text.charCodeAt(at))) at++
      if (at === from) return -1
      continue
    }
    let have = text[at] ?? ''
    if (have === '’') have = "'"
    else if (have === '–' || have === '‑') have = '-'
    if (have !== want && !(fold && have.toLowerCase() === want.toLowerCase())) return -1
    at++
  }
  const lastOfSentence = sents[tokens.sent[first]!]!.last
  for (let i = first; i < lastOfSentence; i++) {
    if (tokens.end[i] === at) return i + 1
    // "U.S." at the end of a sentence loses its stop to it, so "U.S" is a spelling too.
    if (tokens.end[i]! > at) return -1
  }
  return -1
}

const isSpace = (c: number) => c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09 || c === 0xa0

function stands(board: Board, first: number, last: number, term: Term, weak: ReadonlySet<string>): boolean {
  const { draft, casing } = board
  const { form, sent } = draft.tokens
  const word = form[first]!
  const mixed = casing[sent[first]!] === 'mixed'
  // "The Atlantic" is a magazine, but not in "The Atlantic Dockers' Federation".
  if (term.type === 'outlet' && mixed && term.words.startsWith('The ') && beginsLonger(board, last))
    return false
  if (term.type === 'good') {
    if (last - first === 1 && /^(?:VB|RB|IN|MD)/.test(draft.tokens.tag[first]!)) return false
    // "Rice" inside a sentence is somebody's name.
    return !mixed || !isCapital(word) || opensSentence(draft, first)
  }
  if (term.form === 'glossary' || last - first > 1 || !weak.has(term.words)) return true
  // A name that is a common word as well needs a capital where one is not due.
  return mixed && !opensSentence(draft, first)
}

/** Whether the name goes on: two more words with a capital, or one before its genitive. */
function beginsLonger({ draft }: Board, last: number): boolean {
  const { tokens, sents } = draft
  const [next, second] = tokens.form.slice(last, Math.min(last + 2, sents[tokens.sent[last - 1]!]!.last))
  return (
    next !== undefined &&
    second !== undefined &&
    isCapital(next) &&
    (isCapital(second) || /^['’]s?$/.test(second))
  )
}
