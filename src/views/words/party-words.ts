// In: references to parties, people and things. Out: words for them, and who acts on whom.
import type { Ref } from '../../model/index.ts'
import { oneLine } from './safe-text.ts'

/** "A", "A and B", "A, B and C". */
export function listWords(names: readonly string[]): string {
  if (names.length <= 1) return names[0] ?? ''
  return `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`
}

/** The first three, and how many more there are. */
export const someOf = (names: readonly string[]): string =>
  listWords(names.length > 4 ? [...names.slice(0, 3), `${names.length - 3} more`] : names)

/** Names of references, each once. */
export function namesOf(refs: readonly Ref[]): string {
  return listWords([...new Set(refs.map((ref) => oneLine(ref.name)))])
}

/** A short sign for a party: its country code where its id is one, else its name. */
function signOf(ref: Ref): string {
  return /^[A-Z]{2,3}$/.test(ref.id) ? ref.id : oneLine(ref.name)
}

/** "US → CN"; "US" where nobody is told to be hit, "? → CN" where no report says who does it. Empty where neither end is known. */
export function arrowOf(from: readonly Ref[], to: readonly Ref[]): string {
  const side = (refs: readonly Ref[]) => [...new Set(refs.map(signOf))].join(', ')
  return to.length === 0 ? side(from) : `${side(from) || '?'} → ${side(to)}`
}
