// In: atoms. Out: a time expression with the words that modify it: "early next year", "at least 90 days", "a year or so".
import { type Atoms, wordAt } from './atoms.ts'
import { core } from './core.ts'
import type { Context, Found } from './found.ts'

/** Words before an expression that belong to it, with their TIMEX3 mod. Each is a list of words. */
const BEFORE: readonly (readonly [string, string, 'any' | 'amount' | 'date'])[] = [
  ['about', 'APPROX', 'any'],
  ['around', 'APPROX', 'any'],
  ['approximately', 'APPROX', 'any'],
  ['roughly', 'APPROX', 'any'],
  ['some', 'APPROX', 'amount'],
  ['almost', 'LESS_THAN', 'amount'],
  ['nearly', 'LESS_THAN', 'amount'],
  ['less than', 'LESS_THAN', 'amount'],
  ['under', 'LESS_THAN', 'amount'],
  ['fewer than', 'LESS_THAN', 'amount'],
  ['no more than', 'EQUAL_OR_LESS', 'amount'],
  ['not more than', 'EQUAL_OR_LESS', 'amount'],
  ['up to', 'EQUAL_OR_LESS', 'amount'],
  ['more than', 'MORE_THAN', 'amount'],
  ['over', 'MORE_THAN', 'amount'],
  ['at least', 'EQUAL_OR_MORE', 'amount'],
  ['no less than', 'EQUAL_OR_MORE', 'amount'],
  ['at most', 'EQUAL_OR_LESS', 'amount'],
  ['just over', 'MORE_THAN', 'amount'],
  ['just under', 'LESS_THAN', 'amount'],
  ['early', 'START', 'date'],
  ['early in', 'START', 'date'],
  ['early on', 'START', 'date'],
  ['earlier', 'START', 'date'],
  ['earlier in', 'START', 'date'],
  ['late', 'END', 'date'],
  ['late in', 'END', 'date'],
  ['later', 'END', 'date'],
  ['later in', 'END', 'date'],
  ['mid', 'MID', 'date'],
  ['middle of', 'MID', 'date'],
  ['beginning of', 'START', 'date'],
  ['start of', 'START', 'date'],
  ['end of', 'END', 'date'],
  ['close of', 'END', 'date'],
  ['sometime', '', 'date'],
  ['some time', '', 'date'],
]

const BEFORE_WORDS = BEFORE.map(([phrase, mod, kind]) => [phrase.split(' '), mod, kind] as const)

export const BEGINS: ReadonlySet<string> = new Set(BEFORE_WORDS.map(([words]) => words[0]!))

const isAmount = (found: Found): boolean =>
  found.type === 'DURATION' ||
  found.relative?.kind === 'like' ||
  (found.relative?.kind === 'shift' && Math.abs(found.relative.count) >= 1)

/** "over two years" is an amount, "over the next year", "over the weekend" are periods. */
const isPlain = (a: Atoms, i: number): boolean =>
  !['the', 'this', 'last', 'next', 'past', 'recent', 'coming'].includes(wordAt(a, i))

/** Modifier at `i` with the expression it modifies. */
export function modified(c: Context, i: number, within = false): Found | undefined {
  const a = c.atoms
  const the = wordAt(a, i) === 'the' ? 1 : 0
  if (!BEGINS.has(wordAt(a, i + the))) return undefined
  let best: Found | undefined
  for (const [words, mod, kind] of BEFORE_WORDS) {
    if (!words.every((word, n) => wordAt(a, i + the + n) === word)) continue
    if (the && kind !== 'date') continue
    let j = i + the + words.length
    if (wordAt(a, j) === '-') j++
    const inner = (kind === 'date' && !within ? modified(c, j, true) : undefined) ?? core(c, j)
    if (!inner || inner.type === 'SET') continue
    if (kind === 'amount' && !isAmount(inner)) continue
    if (kind === 'date' && (inner.type === 'DURATION' || inner.value?.endsWith('REF'))) continue
    if (kind === 'any' && inner.value?.endsWith('_REF')) continue
    // "early Friday", "over the past year": the word before stays out.
    if (kind === 'date' && inner.relative?.kind === 'weekday') continue
    if (words[0] === 'later' && inner.relative?.kind === 'shift' && inner.relative.grain === 'day') continue
    if (
      inner.relative?.kind === 'extent' ||
      (words[0] === 'over' && (!isPlain(a, j) || inner.value?.includes('X')))
    )
      continue
    if (!best || inner.next > best.next || words.length > 1) {
      best = { ...inner, first: i, ...(mod && { mod }) }
    }
  }
  return best
}

/** "or so", "or more" behind an expression belong to it. */
export function withTail(c: Context, found: Found): Found {
  const a = c.atoms
  if (wordAt(a, found.next) !== 'or') return found
  const word = wordAt(a, found.next + 1)
  if (word === 'so') return { ...found, next: found.next + 2, mod: 'APPROX' }
  if (word === 'more' && isAmount(found)) return { ...found, next: found.next + 2, mod: 'EQUAL_OR_MORE' }
  if (word === 'less' && isAmount(found)) return { ...found, next: found.next + 2, mod: 'EQUAL_OR_LESS' }
  return found
}
