// In: gold and found ranges. Out: which belong together, one to one.
import type { Range } from '#parley/model/range.ts'

/**
 * Pairs each found range with at most one gold range that it overlaps: first the exact ones, then those for which
 * `prefer` holds, then the rest in order of the text. Returns, for each gold index, the found index or −1.
 */
export function pairOverlapping<G extends Range, F extends Range>(
  gold: readonly G[],
  found: readonly F[],
  prefer: (gold: G, found: F) => boolean = () => false,
): number[] {
  const pairs = new Array<number>(gold.length).fill(-1)
  const used = new Set<number>()
  const passes: ((g: G, f: F) => boolean)[] = [
    (g, f) => g.start === f.start && g.end === f.end,
    (g, f) => g.start < f.end && f.start < g.end && prefer(g, f),
    (g, f) => g.start < f.end && f.start < g.end,
  ]
  for (const fits of passes) {
    gold.forEach((g, i) => {
      if (pairs[i]! >= 0) return
      const j = found.findIndex((f, k) => !used.has(k) && fits(g, f))
      if (j < 0) return
      used.add(j)
      pairs[i] = j
    })
  }
  return pairs
}
