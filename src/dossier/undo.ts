// In: the number of a change. Out: the dossier as if it had not been made, with both in the log.
import { problem } from '../problem.ts'
import type { Change, Store } from '../store/store.ts'
import { writeRecord } from './build.ts'
import { type Author, type Dossier, logChange } from './dossier.ts'

/** Kinds that put things there or take them away. */
const CAN_BE_UNDONE: ReadonlySet<Change['kind']> = new Set(['add', 'remove', 'correct', 'checked', 'undo'])

/**
 * Takes back a change: what it brought goes, what it took comes back. Without a number the last one that stands and is
 * no undo itself. Undoing an undo makes its change again. Throws `change-not-found`.
 */
export function undoChange(dossier: Dossier, n: number | undefined, author: Author = {}): Change {
  const { store } = dossier
  return store.transact(() => {
    const change = n === undefined ? lastStanding(store) : changeNumbered(store, n)
    const number = logChange(dossier, 'undo', `undid ${change.n}: ${change.kind} ${change.words}`, {
      ...author,
      of: change.n,
    })
    const presences = store.presences()
    for (const { item, since } of presences) if (since === change.n) store.end(item, number)
    for (const { item, until } of presences) if (until === change.n) store.begin(item, number)
    writeRecord(store)
    return change
  })
}

/** Changes that an undo took back which itself stands. */
function undone(store: Store): ReadonlySet<number> {
  const taken = new Set<number>()
  for (const { n, of } of [...store.changes()].reverse()) if (of !== undefined && !taken.has(n)) taken.add(of)
  return taken
}

function lastStanding(store: Store): Change {
  const taken = undone(store)
  const found = store
    .changes()
    .findLast(({ n, kind }) => kind !== 'undo' && CAN_BE_UNDONE.has(kind) && !taken.has(n))
  if (!found) throw problem('change-not-found', { found: 'last', why: 'nothing is left to undo' })
  return found
}

function changeNumbered(store: Store, n: number): Change {
  const found = store.changes().find((change) => change.n === n)
  if (!found) throw problem('change-not-found', { found: `${n}`, why: 'the log has no such number' })
  if (!CAN_BE_UNDONE.has(found.kind))
    throw problem('change-not-found', { found: `${n}`, why: `"${found.kind}" can not be taken back` })
  if (undone(store).has(n)) throw problem('change-not-found', { found: `${n}`, why: 'it was undone already' })
  return found
}
