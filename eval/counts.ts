// In: gold and found things by key. Out: precision, recall, F1.
import type { Measure } from './task.ts'

/** Right, found and gold cases, summed over documents (micro average). */
export interface Counts {
  right: number
  found: number
  gold: number
}

export const noCounts = (): Counts => ({ right: 0, found: 0, gold: 0 })

/** F1 = 2·right / (found + gold); 0 where both are empty. */
export function f1(counts: Counts): Measure {
  const sum = counts.found + counts.gold
  return { value: sum === 0 ? 0 : (2 * counts.right) / sum, n: counts.gold }
}

export const precision = (counts: Counts): Measure => ({
  value: counts.found === 0 ? 0 : counts.right / counts.found,
  n: counts.found,
})

export const recall = (counts: Counts): Measure => ({
  value: counts.gold === 0 ? 0 : counts.right / counts.gold,
  n: counts.gold,
})

export const share = (right: number, all: number): Measure => ({ value: all === 0 ? 0 : right / all, n: all })

/** Adds one document: keys that occur on both sides are right; a key given twice counts twice only where both have it twice. */
export function countKeys(counts: Counts, gold: readonly string[], found: readonly string[]): void {
  const left = new Map<string, number>()
  for (const key of gold) left.set(key, (left.get(key) ?? 0) + 1)
  for (const key of found) {
    const n = left.get(key) ?? 0
    if (n > 0) {
      counts.right++
      left.set(key, n - 1)
    }
  }
  counts.gold += gold.length
  counts.found += found.length
}

/** Mean of the F1 of each class that occurs in the gold. */
export function macroF1(classes: ReadonlyMap<string, Counts>): Measure {
  let sum = 0
  let n = 0
  let cases = 0
  for (const counts of classes.values()) {
    if (counts.gold === 0) continue
    sum += f1(counts).value
    n++
    cases += counts.gold
  }
  return { value: n === 0 ? 0 : sum / n, n: cases }
}

/** Per-class counts of single-label answers; an absent answer is found nowhere. */
export function countClasses(
  pairs: Iterable<readonly [gold: string, found: string | undefined]>,
): Map<string, Counts> {
  const classes = new Map<string, Counts>()
  const of = (name: string) => {
    const counts = classes.get(name) ?? noCounts()
    classes.set(name, counts)
    return counts
  }
  for (const [gold, found] of pairs) {
    of(gold).gold++
    if (found !== undefined) of(found).found++
    if (gold === found) of(gold).right++
  }
  return classes
}
