// In: parties by id. Out: those of a group, and each once.
import type { Ref } from '../../model/index.ts'

/** "group:a+b" stands for both. */
export const idsOf = (id: string): string[] => (id.startsWith('group:') ? id.slice(6).split('+') : [id])

export function unique(refs: readonly Ref[]): Ref[] {
  const seen = new Set<string>()
  return refs.filter((ref) => !seen.has(ref.id) && seen.add(ref.id))
}
