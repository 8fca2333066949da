// In: a board with the rules' names and the finder's labels. Out: the finder's names on the board where the rules leave room or are unsure.
import type { NameType } from '../doc.ts'
import type { Vocabulary } from '../vocabulary.ts'
import { type Finder, labelTokens } from './finder.ts'
import { type Board, type Found, found, isCapital, nameAt, opensSentence, place, wordsOf } from './found.ts'
import { officeAt } from './offices.ts'
import type { NameWords } from './words.ts'

/** By the finder's kinds; its last kind only keeps words from being taken for one of the others. */
const TYPES: readonly (NameType | undefined)[] = ['person', 'organisation', 'place', undefined]

/** Runs the finder and settles each of its spans against the rules' names it touches. */
export function propose(board: Board, words: NameWords, vocabulary: Vocabulary, finder: Finder): void {
  const labels = labelTokens(board, words, vocabulary, finder)
  const sure = capitalsInside(board)
  for (let i = 0; i < labels.length; ) {
    const label = labels[i]!
    if (label === 0) {
      i++
      continue
    }
    const kind = (label - 1) >> 1
    let last = i + 1
    while (last < labels.length && labels[last] === 2 + 2 * kind) last++
    const type = TYPES[kind]
    if (type && capitalsTell(board, i, last, sure)) settle(board, i, last, type, words)
    i = last
  }
}

/** Words that have a capital inside a sentence where capitals tell something. */
function capitalsInside(board: Board): ReadonlySet<string> {
  const { form, count, sent } = board.draft.tokens
  const words = new Set<string>()
  for (let i = 0; i < count; i++) {
    if (isCapital(form[i]!) && board.casing[sent[i]!] === 'mixed' && !opensSentence(board.draft, i))
      words.add(form[i]!)
  }
  return words
}

/** In a headline only what is a name in running text is taken from the finder. */
function capitalsTell(board: Board, first: number, last: number, sure: ReadonlySet<string>): boolean {
  const { form, sent } = board.draft.tokens
  if (board.casing[sent[first]!] === 'mixed') return true
  for (let i = first; i < last; i++) if (isCapital(form[i]!) && !sure.has(form[i]!)) return false
  return true
}

function settle(board: Board, from: number, to: number, type: NameType, words: NameWords): void {
  const [first, last] = type === 'person' ? withoutTitle(board, from, to, words) : [from, to]
  if (first >= last) return
  const touched: Found[] = []
  for (let i = first; i < last; i++) {
    const name = nameAt(board, i)
    if (name && touched.at(-1) !== name) touched.push(name)
  }
  if (touched.length === 0) {
    place(board, proposal(board, first, last, type))
    return
  }
  if (touched.some((name) => name.first < first || name.last > last)) return
  const only = touched[0]!
  if (touched.length === 1 && only.first === first && only.last === last) {
    if (isUnsure(only) && kindOf(only.type) !== type) place(board, proposal(board, first, last, type))
    return
  }
  if (touched.some((name) => name.foundBy === 'glossary' || name.type === 'law' || name.type === 'event'))
    return
  const own = touched.filter((name) => kindOf(name.type) === type)
  if (type === 'person' && own.length > 0 && (touched.length > 1 || only.foundBy === 'title')) return
  if (type === 'place' && own.length > 1) return
  // "U.S. Environmental Protection Agency" is the agency of the packs.
  const base = type === 'organisation' && own.length === 1 && own[0]!.last === last ? own[0] : undefined
  const head = nameAt(board, first)
  if (base && head && head !== base && head.form === 'adjective') return
  const side = base?.of || (head && (head.form === 'name' || head.form === 'adjective') ? head.of : '')
  place(board, {
    ...proposal(board, first, last, type),
    ...(base ? { id: base.id, canonical: base.canonical, type: base.type } : {}),
    of: type === 'organisation' ? side : '',
  })
}

/** Without the offices before the name ("Vice Premier", "Mr."). */
function withoutTitle(board: Board, from: number, last: number, words: NameWords): [number, number] {
  let first = from
  for (;;) {
    const office = first < last ? officeAt(board.draft, first, words) : undefined
    if (!office || words.gender.has(board.draft.tokens.form[first]!)) return [first, last]
    first = office.last
  }
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

const proposal = (board: Board, first: number, last: number, type: NameType): Found =>
  found(first, last, type, 'finder', { canonical: wordsOf(board.draft, first, last) })
