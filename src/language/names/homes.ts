// In: a board with its states read. Out: bodies that many states have by the same name, each of the state it is told of.
import { slugOf } from '../lexicon.ts'
import { sideAfterOf, sideBefore } from './beside.ts'
import type { Board, Found } from './found.ts'
import type { NameWords } from './words.ts'

/**
 * "Peru's Supreme Court", "the Brazilian Senate": of the state beside it, and so is "the Supreme Court" after it. One that
 * the packs give to a state stays that state's only in a text that names it; else it is of the state named most.
 */
export function findHomes(board: Board, words: NameWords): void {
  const bodies = board.found
    .filter((one) => one.last > one.first && words.sharedBodies.has(one.canonical) && !isTold(board, one))
    .sort((a, b) => a.first - b.first)
  if (bodies.length === 0) return
  const told = new Map<string, string>()
  const alone: Found[] = []
  const states = statesNamed(board, words)
  for (const one of bodies) {
    const beside = [sideBefore(board, one.first), sideAfterOf(board, one.last)].find((id) =>
      words.states.has(id),
    )
    const known = told.get(one.canonical)
    if (beside !== undefined) {
      told.set(one.canonical, beside)
      settle(one, beside)
    } else if (known !== undefined) settle(one, known)
    else alone.push(one)
  }
  for (const one of alone) {
    const home = told.get(one.canonical)
    if (one.of === '' ? home !== undefined : !states.has(one.of) && states.size > 0)
      settle(one, home ?? mostNamed(states))
  }
}

/** "The U.S. Senate": a name that says the state itself. */
const isTold = ({ draft }: Board, { first }: Found): boolean =>
  /^U(?:\.S\.|S|nited)$/.test(draft.tokens.form[first]!)

/** How often a text names each state, by its name, its people or its capital, or a body that is that state's alone. */
function statesNamed(board: Board, { states, sharedBodies }: NameWords): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const one of board.found) {
    const { first, last, id, of, canonical } = one
    if (last <= first || (sharedBodies.has(canonical) && !isTold(board, one))) continue
    const state = states.has(id) ? id : of
    if (states.has(state) && state !== 'EU') times.set(state, (times.get(state) ?? 0) + 1)
  }
  return times
}

/** The state named most, "" where two are named as often. */
function mostNamed(times: ReadonlyMap<string, number>): string {
  const [first, second] = [...times].sort(([, a], [, b]) => b - a)
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : ''
}

/** Gives a body to a state, with an id of its own there. */
function settle(one: Found, state: string): void {
  if (one.of === state) return
  one.of = state
  one.id = `org:${state === '' ? '' : `${state.toLowerCase()}-`}${slugOf(one.canonical)}`
}
