// In: a board with the names found so far. Out: names that are two run together, each on its own again.
import { type Board, type Found, found, place, remove, wordsOf } from './found.ts'
import type { NameWords } from './words.ts'

/** "Israel Lind" where the text tells of Israel and of Ada Lind, "Lind-Berg summit" where it tells of both: two names. */
export function partNames(board: Board, words: NameWords): void {
  const persons = board.found.filter((one) => one.type === 'person' && one.last > one.first)
  const surnames = surnamesOf(board, persons, words)
  const states = statesAlone(board, words)
  for (const one of persons) {
    if (one.foundBy === 'pack' || one.foundBy === 'glossary' || one.last <= one.first) continue
    partAtHyphens(board, one, surnames)
    if (one.last - one.first === 2) partFromState(board, one, surnames, states)
  }
}

/** Surnames by the names that have them, those behind a title ("Mr. Lind") too; one that comes first too ("Kim"). */
function surnamesOf(board: Board, persons: readonly Found[], words: NameWords) {
  const { form } = board.draft.tokens
  const surnames = new Map<string, Set<string>>()
  for (const { first, last, foundBy } of persons) {
    if (last - first === 1 && foundBy === 'title' && !surnames.has(form[first]!))
      surnames.set(form[first]!, new Set())
    if (last - first < 2 || form.slice(first, last).includes('-')) continue
    const name = wordsOf(board.draft, first, last)
    for (const at of [last - 1, ...(words.surnamesFirst.has(form[first]!) ? [first] : [])])
      surnames.set(form[at]!, (surnames.get(form[at]!) ?? new Set()).add(name))
  }
  return surnames
}

/** States that the text names by one word alone. */
function statesAlone(board: Board, words: NameWords): ReadonlyMap<string, Found> {
  const states = new Map<string, Found>()
  for (const one of board.found)
    if (one.last - one.first === 1 && one.form === 'name' && words.states.has(one.id))
      states.set(board.draft.tokens.form[one.first]!, one)
  return states
}

const INSTRUMENT = /^(?:bill|amendment|act|plan|proposal|measure|compromise|legislation|law|deal|agreement)$/

function partAtHyphens(board: Board, one: Found, surnames: ReadonlyMap<string, ReadonlySet<string>>): void {
  const { form, lower } = board.draft.tokens
  const { first, last } = one
  const runs: [number, number][] = []
  let from = first
  for (let at = first; at <= last; at++)
    if (at === last || form[at] === '-') {
      runs.push([from, at])
      from = at + 1
    }
  const isKnown = ([start, end]: [number, number]) =>
    end > start && (surnames.has(form[end - 1]!) || surnames.has(form[start]!))
  if (runs.length < 2 || !runs.every(isKnown)) return
  remove(board, board.at[first]!)
  // "The Lind-Berg bill" is called by them; they do nothing in it.
  if (INSTRUMENT.test(lower[last] ?? '')) {
    place(board, found(first, last, 'law', 'pattern', { canonical: wordsOf(board.draft, first, last) }))
    return
  }
  for (const [start, end] of runs)
    place(board, found(start, end, 'person', 'consistency', { canonical: wordsOf(board.draft, start, end) }))
}

function partFromState(
  board: Board,
  { first }: Found,
  surnames: ReadonlyMap<string, ReadonlySet<string>>,
  states: ReadonlyMap<string, Found>,
): void {
  const { form } = board.draft.tokens
  const name = wordsOf(board.draft, first, first + 2)
  for (const [at, other] of [
    [first, first + 1],
    [first + 1, first],
  ] as const) {
    const state = states.get(form[at]!)
    const isOther = [...(surnames.get(form[other]!) ?? [])].some((one) => one !== name)
    if (!state || !isOther) continue
    remove(board, board.at[first]!)
    place(board, { ...state, first: at, last: at + 1 })
    const canonical = form[other]!
    place(board, found(other, other + 1, 'person', 'consistency', { canonical }))
    return
  }
}
