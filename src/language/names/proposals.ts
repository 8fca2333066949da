// In: a board with the rules' names and the finder's labels. Out: the finder's names on the board where the rules leave room or are unsure.
import type { NameType } from '../doc.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { type Finder, KINDS, labelTokens } from './finder.ts'
import { type Board, type Found, found, nameAt, place, wordsOf } from './found.ts'
import type { NameWords } from './words.ts'

const TYPES: readonly NameType[] = ['person', 'organisation', 'place', 'product']

/** Runs the finder and settles each of its spans against the rules' names it touches. */
export function propose(board: Board, words: NameWords, vocabulary: Vocabulary, finder: Finder): void {
  const labels = labelTokens(board, words, vocabulary, finder)
  for (let i = 0; i < labels.length; ) {
    const label = labels[i]!
    if (label === 0) {
      i++
      continue
    }
    const kind = (label - 1) >> 1
    let last = i + 1
    while (last < labels.length && labels[last] === 2 + 2 * kind) last++
    settle(board, i, last, TYPES[kind]!, words)
    i = last
  }
}

function settle(board: Board, first: number, last: number, type: NameType, words: NameWords): void {
  const touched: Found[] = []
  for (let i = first; i < last; i++) {
    const name = nameAt(board, i)
    if (name && touched.at(-1) !== name) touched.push(name)
  }
  if (touched.length === 0) {
    // Products and works are named only where they stand alone as the packs' do not know them.
    place(board, propose1(board, first, last, type))
    return
  }
  const inside = touched.every((name) => name.first >= first && name.last <= last)
  if (!inside) return
  const same = touched[0]!
  if (touched.length === 1 && same.first === first && same.last === last) {
    if (isUnsure(same) && kindOf(same.type) !== type) place(board, propose1(board, first, last, type))
    return
  }
  if (touched.some((name) => name.foundBy === 'glossary' || name.type === 'law' || name.type === 'event'))
    return
  if (type === 'product') return
  const own = touched.filter((name) => kindOf(name.type) === type)
  if (type === 'person' ? own.length > 0 && touched.length > 1 : false) return
  // "U.S. Environmental Protection Agency" is the agency of the packs.
  const base = type === 'organisation' && own.length === 1 && own[0]!.last === last ? own[0] : undefined
  const head = nameAt(board, first)
  if (base && head && head !== base && head.form === 'adjective') return
  if (type === 'place' && own.length > 1) return
  const of = base?.of || (head && (head.form === 'name' || head.form === 'adjective') ? head.of : '')
  void words
  place(board, {
    ...propose1(board, first, last, type),
    ...(base ? { id: base.id, canonical: base.canonical } : {}),
    of: type === 'organisation' ? of : '',
  })
}

const kindOf = (type: NameType): NameType =>
  type === 'outlet' || type === 'government' ? 'organisation' : type

/** One word of the packs that is a name of something else as well, or a person by given name alone. */
function isUnsure(name: Found): boolean {
  if (name.foundBy === 'name') return true
  return (
    name.foundBy === 'pack' &&
    name.last - name.first === 1 &&
    name.form !== 'adjective' &&
    name.form !== 'people' &&
    !/^[A-Z]{2}$/.test(name.id) &&
    (name.type === 'place' || name.type === 'organisation')
  )
}

function propose1(board: Board, first: number, last: number, type: NameType): Found {
  return found(first, last, type, 'finder', { canonical: wordsOf(board.draft, first, last) })
}
void KINDS
