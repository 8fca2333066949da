// In: a question about an object. Out: the same, answered once for each object.

/** Asks `find` once for each object and keeps the answer as long as the object lives. What it is found from must not change. */
export function once<K extends object, T>(find: (of: K) => T): (of: K) => T {
  const found = new WeakMap<K, { readonly is: T }>()
  return (of) => {
    let known = found.get(of)
    if (!known) {
      known = { is: find(of) }
      found.set(of, known)
    }
    return known.is
  }
}
