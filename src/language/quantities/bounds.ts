// In: atoms around a number. Out: whether it is exact, about, at least, at most.
import type { Bound } from '../doc.ts'
import { type Atoms, wordAt } from '../times/atoms.ts'

const BEFORE: readonly (readonly [string, Bound])[] = [
  ['about', '≈'],
  ['around', '≈'],
  ['approximately', '≈'],
  ['roughly', '≈'],
  ['some', '≈'],
  ['nearly', '≈'],
  ['almost', '≈'],
  ['close to', '≈'],
  ['an estimated', '≈'],
  ['estimated', '≈'],
  ['circa', '≈'],
  ['~', '≈'],
  ['up to', '≤'],
  ['at most', '≤'],
  ['at the most', '≤'],
  ['no more than', '≤'],
  ['not more than', '≤'],
  ['as much as', '≤'],
  ['as many as', '≤'],
  ['as high as', '≤'],
  ['a maximum of', '≤'],
  ['at least', '≥'],
  ['no less than', '≥'],
  ['not less than', '≥'],
  ['no fewer than', '≥'],
  ['a minimum of', '≥'],
  ['as low as', '≥'],
  ['as few as', '≥'],
  ['as little as', '≥'],
  ['more than', '>'],
  ['greater than', '>'],
  ['higher than', '>'],
  ['over', '>'],
  ['above', '>'],
  ['exceeding', '>'],
  ['exceeds', '>'],
  ['exceed', '>'],
  ['exceeded', '>'],
  ['in excess of', '>'],
  ['upwards of', '>'],
  ['upward of', '>'],
  ['>', '>'],
  ['less than', '<'],
  ['fewer than', '<'],
  ['lower than', '<'],
  ['under', '<'],
  ['below', '<'],
  ['just shy of', '<'],
  ['<', '<'],
]
/** By last word, longest first, words reversed. */
const BY_LAST: ReadonlyMap<string, readonly (readonly [readonly string[], Bound])[]> = (() => {
  const map = new Map<string, (readonly [readonly string[], Bound])[]>()
  for (const [phrase, bound] of BEFORE) {
    const words = phrase.split(' ').reverse()
    const list = map.get(words[0]!) ?? []
    list.push([words, bound])
    map.set(words[0]!, list)
  }
  for (const list of map.values()) list.sort((a, b) => b[0].length - a[0].length)
  return map
})()

const SKIPPED: ReadonlySet<string> = new Set(['a', 'an', 'the', 'only', 'just', 'another', 'of'])

/** "Hand over 40 men": the word belongs to the verb. */
const HANDED =
  /^(?:hand|turn|sign|give|take|carry|bring)(?:s|ed|ing)?$|^(?:gave|given|took|taken|taking|giving|brought)$/

/** "Must not exceed", "never over": no more than that. */
function turned(before: string, bound: Bound): Bound {
  if (!/^(?:not|n't|never|cannot)$/.test(before)) return bound
  return bound === '>' ? '≤' : bound === '<' ? '≥' : bound
}

/** Bound said before atom `first` or behind atom `next`; "=" where nothing is said. */
export function boundOf(a: Atoms, first: number, next: number): Bound {
  const behind = wordAt(a, next)
  if (behind === '+') return '≥'
  if (behind === 'or') {
    const word = wordAt(a, next + 1)
    if (word === 'more' || word === 'above' || word === 'higher') return '≥'
    if (word === 'less' || word === 'fewer' || word === 'below') return '≤'
    if (word === 'so') return '≈'
  }
  for (let i = first - 1; i >= first - 3; i--) {
    const word = wordAt(a, i)
    const phrases = BY_LAST.get(word)
    const match = phrases?.find(([words]) => words.every((w, n) => wordAt(a, i - n) === w))
    if (match && !(word === 'over' && HANDED.test(wordAt(a, i - 1))))
      return turned(wordAt(a, i - match[0].length), match[1])
    if (!SKIPPED.has(word)) return '='
  }
  return '='
}
