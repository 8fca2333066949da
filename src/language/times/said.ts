// In: atoms before a time. Out: which way of the anchor the words before it send it.
import { type Atoms, wordAt } from './atoms.ts'
import type { Direction } from './found.ts'

const AHEAD: ReadonlySet<string> = new Set(['by', 'until', 'till', 'before'])

const LOOMING: ReadonlySet<string> = new Set([
  'impending',
  'looming',
  'upcoming',
  'approaching',
  'planned',
  'scheduled',
])

const PASSED_OVER: ReadonlySet<string> = new Set(
  'early late mid - the of end middle start beginning next a p m . : est edt gmt noon midnight'.split(' '),
)

/** "by", "until", "as soon as" say that a time is ahead, "since" that it is behind; "Friday's" is behind but for "will". */
export function saidBefore(
  a: Atoms,
  i: number,
  direction: Direction,
): { readonly direction: Direction; readonly said?: true } {
  let j = i - 1
  while (j > i - 8 && (PASSED_OVER.has(wordAt(a, j)) || !Number.isNaN(a.number[j] ?? Number.NaN))) j--
  const word = wordAt(a, j)
  if (word === 'since') return { direction: -1, said: true }
  if (wordAt(a, i + 1) === "'" && wordAt(a, i + 2) === 's') return { direction: direction > 0 ? 1 : -1 }
  if (AHEAD.has(word) || LOOMING.has(wordAt(a, i - 1))) return { direction: 1 }
  const asSoon = word === 'as' && (wordAt(a, j - 1) === 'soon' || wordAt(a, j - 1) === 'early')
  return { direction: asSoon ? 1 : direction }
}
