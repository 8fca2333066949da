// In: a word and the words there are. Out: those it was probably meant to be.

/** Words within two edits (one for words under five letters), the nearest first; also those it is the beginning of. */
export function nearest(word: string, among: readonly string[]): string[] {
  const limit = word.length < 5 ? 1 : 2
  return among
    .map((other) => ({
      other,
      edits: other.startsWith(word) && word.length > 1 ? 0 : editsBetween(word, other),
    }))
    .filter(({ edits }) => edits <= limit)
    .sort((a, b) => a.edits - b.edits || (a.other < b.other ? -1 : 1))
    .slice(0, 2)
    .map(({ other }) => other)
}

/** Insertions, deletions, replacements and swaps of neighbours between two words (optimal string alignment). */
function editsBetween(a: string, b: string): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + cost)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (before[j - 2] ?? 0) + 1)
      next.push(best)
    }
    before = row
    row = next
  }
  return row[b.length] ?? 0
}
