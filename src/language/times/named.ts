// In: the names of a draft and an offset. Out: the name that stands there.
import type { Name } from '../doc.ts'

/** The name that covers the code unit at `offset`; names come in order of the text. */
export function nameAt(names: readonly Name[], offset: number): Name | undefined {
  let low = 0
  let high = names.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (names[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  const name = names[low]
  return name !== undefined && name.start <= offset ? name : undefined
}
