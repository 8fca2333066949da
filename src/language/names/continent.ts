// In: a board whose states are read. Out: it without "European" as a name of the union, in a text that never speaks of the union.
import { type Board, type Found, remove } from './found.ts'

const UNION = 'EU'

/** "European delegates", "three European powers": of the continent, where no name of the union or of a body of it stands. */
export function leaveContinent(board: Board): void {
  const { lower } = board.draft.tokens
  const isContinent = ({ first, last }: Found) => last === first + 1 && /^europeans?$/.test(lower[first]!)
  const named = board.found.filter(
    ({ first, last, id, of }) => last > first && (id === UNION || of === UNION),
  )
  if (!named.every(isContinent)) return
  for (const { first } of named) if (lower[first] === 'european') remove(board, board.at[first]!)
}
