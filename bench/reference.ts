// In: nothing. Out: a fixed piece of work by which speeds of different machines and days can be compared.

/** Text made by a fixed linear congruence: about a megabyte of short words. */
function fixedText(): string {
  let state = 42
  const words: string[] = []
  for (let i = 0; i < 160_000; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    words.push(((state >>> 8) % 40_000).toString(36))
  }
  return words.join(' ')
}

const text = fixedText()

/** Splits, counts and hashes the text; returns a number so that nothing is optimised away. About 0.1 s in 2026. */
export function referenceWork(): number {
  const counts = new Map<string, number>()
  let hash = 0x811c9dc5
  let start = 0
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 32
    hash = Math.imul(hash ^ code, 0x01000193) >>> 0
    if (code !== 32) continue
    const word = text.slice(start, i)
    counts.set(word, (counts.get(word) ?? 0) + 1)
    start = i + 1
  }
  return hash ^ counts.size
}
