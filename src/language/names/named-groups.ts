// In: a board with its names. Out: the names that the text gives to several states together ("the three powers, known as the E3").

import type { NamedGroup } from '../draft.ts'
import type { Row } from '../lexicon.ts'
import { type Board, type Found, isCapital, nameAt, remove } from './found.ts'

/** How many are meant together: "the three powers". */
export const NUMBERS: ReadonlyMap<string, number> = new Map([
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
])
const TOGETHER: ReadonlySet<string> = new Set(
  'power country nation state government neighbour neighbor ally economy mediator guarantor member'.split(
    ' ',
  ),
)
/** So many sentences back the states of "the three powers" may have been listed. */
const BACK = 6

/** States listed together: their ids and where the list ends. */
interface Listed {
  readonly ids: readonly string[]
  readonly last: number
}

/**
 * "France, Chile and Peru, known as the Quad", "the three powers, dubbed the E3", "the four (the Quad)": the name then stands
 * for the states listed, at every mention; it is taken off the board. Rows of `named-groups` (name, members) need no telling.
 */
export function findNamedGroups(board: Board, known: readonly Row[]): NamedGroup[] {
  const { form, lower, count } = board.draft.tokens
  const lists: Listed[] = []
  const members = new Map<string, readonly string[]>(
    known.map((row) => [row.name!, row.members!.split(' ')] as const),
  )
  for (let at = 0; at < count; at++) {
    const list = listEndingAt(board, at)
    if (list) lists.push(list)
    const name = introducedAt(board, at)
    if (name < 0) continue
    const ids = listBefore(board, lists, at)
    if (ids.length > 1) members.set(form[name]!, ids)
  }
  const found: NamedGroup[] = []
  for (let at = 0; at < count; at++) {
    const ids = members.get(form[at]!)
    const other = nameAt(board, at)
    if (!ids || (other && other.last - other.first > 1) || lower[at - 1] === '-') continue
    if (other) remove(board, board.at[at]!)
    found.push({ first: at, last: at + 1, members: ids })
  }
  return found
}

/** The token of a one-word name that the words from `at` give: "known as the E3", "( the Quad )", "dubbed the Quad". */
function introducedAt(board: Board, at: number): number {
  const { lower, form } = board.draft.tokens
  let next = -1
  if (lower[at] === 'known' || lower[at] === 'called' || lower[at] === 'dubbed') {
    next = at + 1
    if (lower[next] === 'collectively' || lower[next] === 'together') next++
    if (lower[next] === 'as') next++
  } else if (form[at] === '(') next = at + 1
  if (next < 0) return -1
  const isThe = lower[next] === 'the'
  if (isThe) next++
  if (/^["'“‘]$/.test(form[next] ?? '')) next++
  const word = form[next] ?? ''
  const closes = form[at] !== '(' || form[next + 1] === ')'
  // A bare word in brackets explains one name; only "the" or a number makes it one of several.
  return closes && isCapital(word) && (isThe || /\d/.test(word)) && isName(board, next) ? next : -1
}

/** A capital word that is no state and no person. */
function isName(board: Board, at: number): boolean {
  const name = nameAt(board, at)
  return (
    name === undefined || name.type === 'organisation' || name.type === 'product' || name.type === 'event'
  )
}

/** Two or more states joined by commas and "and" whose last ends before `at`. */
function listEndingAt(board: Board, at: number): Listed | undefined {
  const last = stateAt(board, at - 1)
  if (!last || last.last !== at || stateAt(board, joint(board, at))) return undefined
  const ids = [last.id]
  let first = last.first
  let joined = false
  for (;;) {
    const { lower } = board.draft.tokens
    let before = first - 1
    if (lower[before] === 'the') before--
    const isAnd = lower[before] === 'and'
    if (!isAnd && lower[before] !== ',') break
    joined ||= isAnd
    if (isAnd && lower[before - 1] === ',') before--
    const one = stateAt(board, before - 1)
    if (!one || one.last !== before || ids.includes(one.id)) break
    ids.push(one.id)
    first = one.first
  }
  return joined && ids.length > 1 ? { ids: ids.sort(), last: at } : undefined
}

/** The token behind the comma or "and" that joins a name to the next. */
function joint({ draft: { tokens } }: Board, at: number): number {
  let next = at
  if (tokens.lower[next] === ',') next++
  if (tokens.lower[next] === 'and') next++
  if (next > at && tokens.lower[next] === 'the') next++
  return next > at ? next : -1
}

function stateAt(board: Board, at: number): Found | undefined {
  const name = nameAt(board, at)
  const isState = name && (name.type === 'government' || name.type === 'place') && !name.id.includes(':')
  return isState ? name : undefined
}

/** The states meant by what stands right before `at`: a list, or "the three powers" with the last list of three. */
function listBefore(board: Board, lists: readonly Listed[], at: number): readonly string[] {
  const { lower, lemma, sent } = board.draft.tokens
  let before = at - 1
  while (before >= 0 && /^[,"“'‘–—-]$|^--$|^which$|^are$|^is$|^together$|^collectively$/.test(lower[before]!))
    before--
  const direct = lists.findLast(({ last }) => last === before + 1)
  if (direct) return direct.ids
  if (before < 0) return []
  if (!TOGETHER.has(lemma[before]!) && !TOGETHER.has(lower[before]!.replace(/s$/, ''))) return []
  for (let word = before - 1; word >= 0 && before - word < 4 && sent[word] === sent[at]; word--) {
    const size = NUMBERS.get(lower[word]!)
    if (size === undefined) continue
    return (
      lists.findLast((list) => list.ids.length === size && sent[word]! - sent[list.last - 1]! <= BACK)?.ids ??
      []
    )
  }
  return []
}
