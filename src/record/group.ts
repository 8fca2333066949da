// In: items with keys. Out: groups of items that are one: connected by keys, or like each other within a block.

/** Puts a value to those under its key. */
export function addTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}

/** Items by each of their keys. */
export function byEachKey<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly string[],
): ReadonlyMap<string, T[]> {
  const found = new Map<string, T[]>()
  for (const item of items) for (const key of new Set(keysOf(item))) addTo(found, key, item)
  return found
}

/** Connected components of items that share a key; items in their order, components in order of their first item. */
export function byKeys<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): T[][] {
  const parent = items.map((_, at) => at)
  const root = (at: number): number => {
    let top = at
    while (parent[top] !== top) top = parent[top]!
    while (parent[at] !== top) {
      const next = parent[at]!
      parent[at] = top
      at = next
    }
    return top
  }
  const first = new Map<string, number>()
  for (const [at, item] of items.entries())
    for (const key of keysOf(item)) {
      const known = first.get(key)
      if (known === undefined) first.set(key, at)
      else {
        const a = root(known)
        const b = root(at)
        if (a !== b) parent[Math.max(a, b)] = Math.min(a, b)
      }
    }
  const groups = new Map<number, T[]>()
  for (const [at, item] of items.entries()) addTo(groups, root(at), item)
  return [...groups.values()]
}

/** Items by one block key each. */
export function byBlock<T>(items: readonly T[], blockOf: (item: T) => string): T[][] {
  const blocks = new Map<string, T[]>()
  for (const item of items) addTo(blocks, blockOf(item), item)
  return [...blocks.keys()].sort().map((key) => blocks.get(key)!)
}

/**
 * Within one block: each item joins the first group whose first item it is like, else starts a group. Items are only
 * compared where they share a key, and at least this share of the keys of the one that has fewer.
 */
export function byLikeness<T>(
  items: readonly T[],
  keysOf: (item: T) => readonly string[],
  like: (first: T, item: T) => boolean,
  least = 0,
): T[][] {
  if (items.length < 2) return items.map((item) => [item])
  const groups: T[][] = []
  const sizes: number[] = []
  const withKey = new Map<string, number[]>()
  for (const item of items) {
    const keys = new Set(keysOf(item))
    const shared = new Map<number, number>()
    for (const key of keys) for (const at of withKey.get(key) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
    const near: number[] = []
    for (const [at, count] of shared) if (count >= least * Math.min(keys.size, sizes[at]!)) near.push(at)
    const home = near.sort((a, b) => a - b).find((at) => like(groups[at]![0]!, item))
    if (home !== undefined) {
      groups[home]!.push(item)
      continue
    }
    for (const key of keys) addTo(withKey, key, groups.length)
    sizes.push(keys.size)
    groups.push([item])
  }
  return groups
}
