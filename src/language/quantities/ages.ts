// In: atoms behind a number. Out: whether it is an age.
import type { Draft } from '../draft.ts'
import { type Atoms, wordAt } from '../times/atoms.ts'
import { UNITS } from '../times/words.ts'
import type { Numeral } from './numerals.ts'

const AGE_WORDS: ReadonlySet<string> = new Set(['old', 'olds', 'older', 'younger'])

const SHORT_UNITS: ReadonlyMap<string, string> = new Map([
  ['yr', 'year'],
  ['yrs', 'year'],
  ['mo', 'month'],
  ['mos', 'month'],
  ['wk', 'week'],
  ['wks', 'week'],
])

/** "five years old", "three months of age", "a 61-year-old", "aged 87", "87 yo". */
export function readAge(
  draft: Draft,
  a: Atoms,
  i: number,
  numeral: Numeral,
): { next: number; unit: string } | undefined {
  const j = wordAt(a, numeral.next) === '-' ? numeral.next + 1 : numeral.next
  const word = wordAt(a, j)
  if (word === 'y' && wordAt(a, j + 1) === '.' && wordAt(a, j + 2) === 'o')
    return { next: j + 3, unit: 'year of age' }
  if (word === 'yo' || (word === 'y' && wordAt(a, j + 1) === '/' && wordAt(a, j + 2) === 'o')) {
    return { next: word === 'yo' ? j + 1 : j + 3, unit: 'year of age' }
  }
  const unit = UNITS.get(word) ?? SHORT_UNITS.get(word)
  if (unit) {
    const k = wordAt(a, j + 1) === '-' ? j + 2 : j + 1
    if (AGE_WORDS.has(wordAt(a, k))) return { next: k + 1, unit: `${unit} of age` }
    if (wordAt(a, k) === 'of' && wordAt(a, k + 1) === 'age') return { next: k + 2, unit: `${unit} of age` }
    return undefined
  }
  const before = /^(between|from|over|under|about)$/.test(wordAt(a, i - 1))
    ? wordAt(a, i - 2)
    : wordAt(a, i - 1)
  if (isAppositiveAge(draft, a, i, numeral)) return { next: numeral.next, unit: 'year of age' }
  // "people 65 and older"
  if (
    /^(and|or)$/.test(word) &&
    /^(older|over|younger|under)$/.test(wordAt(a, j + 1)) &&
    isHuman(wordAt(a, i - 1))
  )
    return { next: numeral.next, unit: 'year of age' }
  const ofAge = wordAt(a, i - 1) === 'of' && (wordAt(a, i - 2) === 'age' || wordAt(a, i - 2) === 'ages')
  // "Turned 18 in May", "the ages of 5 and 9".
  const second = /^(?:and|or|to)$/.test(wordAt(a, i - 1)) && /^(?:aged|ages)$/.test(wordAt(a, i - 3))
  const turned =
    /^turn(?:s|ed|ing)?$/.test(wordAt(a, i - 1)) &&
    /^(?:\W?|in|on|this|last|next|and|before|when)$/.test(word)
  if (
    second ||
    turned ||
    ofAge ||
    before === 'aged' ||
    before === 'ages' ||
    (before === 'age' && !/^(of|group)$/.test(word))
  ) {
    return numeral.value > 0 && numeral.value < 130 ? { next: numeral.next, unit: 'year of age' } : undefined
  }
  return undefined
}

const isHuman = (word: string): boolean =>
  /^(man|men|woman|women|boy|boys|girl|girls|child|children|teenager|people|adults|patients|residents|voters|workers|those|anyone|everyone|all)$/.test(
    word,
  )

/** "Anna Smith, 58, the mayor": an age between commas behind a name. */
function isAppositiveAge(draft: Draft, a: Atoms, i: number, numeral: Numeral): boolean {
  if (wordAt(a, i - 1) !== ',' || wordAt(a, numeral.next) !== ',' || numeral.next !== i + 1) return false
  if (!Number.isInteger(numeral.value) || numeral.value < 10 || numeral.value > 110) return false
  const tag = draft.tokens.tag[a.token[i - 2] ?? -1]
  if (isHuman(wordAt(a, i - 2))) return true
  return tag === 'NNP' || (tag === '' && a.capital[i - 2] === 1)
}
