// In: attributions. Out: for each the one whose content holds its cue, the nearest, or −1.
import type { Found } from './found.ts'

/** Index of the innermost attribution in whose content the cue of each stands, or −1; linear in cues and content. */
export function nestingOf(found: readonly Found[], tokens: number): Int32Array {
  const holder = new Int32Array(tokens).fill(-1)
  const widest = found
    .map((each, n) => ({ n, width: each.content.reduce((sum, { first, last }) => sum + last - first, 0) }))
    .sort((a, b) => b.width - a.width || a.n - b.n)
  for (const { n } of widest) for (const { first, last } of found[n]!.content) holder.fill(n, first, last)
  const outer = new Int32Array(found.length).fill(-1)
  found.forEach(({ cue }, n) => {
    const at = cue[0]?.first ?? -1
    if (at >= 0 && holder[at] !== n) outer[n] = holder[at]!
  })
  return breakCircles(outer)
}

/** Two attributions in each other's content: the first in the text is the outer one. */
function breakCircles(outer: Int32Array): Int32Array {
  for (let n = 0; n < outer.length; n++) {
    let at = outer[n]!
    for (let steps = 0; at >= 0 && steps < 8; steps++) {
      if (at === n) {
        outer[n] = -1
        break
      }
      at = outer[at]!
    }
  }
  return outer
}
