// In: atoms and a position. Out: the number written there in digits or words, and where it ends.
import { type Atoms, glued, numberAt, wordAt } from '../times/atoms.ts'

export interface Numeral {
  readonly next: number
  readonly value: number
  /** Written without digits. */
  readonly words: boolean
  /** A fraction of one ("half", "two-thirds", "¾"), so that no unit need follow directly. */
  readonly fraction: boolean
  /** True where a scale word ("million") was part of it. */
  readonly scaled: boolean
}

const SMALL: ReadonlyMap<string, number> = new Map(
  (
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen ' +
    'eighteen nineteen'
  )
    .split(' ')
    .map((word, value) => [word, value] as const),
)
const TENS: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index) => [word, (index + 2) * 10] as const)
    .concat([['fourty', 40]]),
)
const SCALES: ReadonlyMap<string, number> = new Map([
  ['thousand', 1e3],
  ['million', 1e6],
  ['billion', 1e9],
  ['trillion', 1e12],
])
const SHORT_SCALES: ReadonlyMap<string, number> = new Map([
  ['k', 1e3],
  ['m', 1e6],
  ['mn', 1e6],
  ['mln', 1e6],
  ['mm', 1e6],
  ['b', 1e9],
  ['bn', 1e9],
  ['bln', 1e9],
  ['tn', 1e12],
  ['trn', 1e12],
  ['crore', 1e7],
  ['lakh', 1e5],
])
const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 2],
  ['halves', 2],
  ['third', 3],
  ['quarter', 4],
  ['fourth', 4],
  ['fifth', 5],
  ['sixth', 6],
  ['seventh', 7],
  ['eighth', 8],
  ['ninth', 9],
  ['tenth', 10],
  ['sixteenth', 16],
  ['hundredth', 100],
])
const SIGNS: ReadonlyMap<string, number> = new Map([
  ['½', 1 / 2],
  ['⅓', 1 / 3],
  ['⅔', 2 / 3],
  ['¼', 1 / 4],
  ['¾', 3 / 4],
  ['⅛', 1 / 8],
  ['⅜', 3 / 8],
  ['⅝', 5 / 8],
  ['⅞', 7 / 8],
])
const ORDINALS: ReadonlyMap<string, number> = new Map(
  (
    'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth ' +
    'sixteenth seventeenth eighteenth nineteenth twentieth'
  )
    .split(' ')
    .map((word, index) => [word, index + 1] as const)
    .concat([['thirtieth', 30]]),
)

const partOf = (word: string): number | undefined =>
  PARTS.get(word) ?? (word.endsWith('s') ? PARTS.get(word.slice(0, -1)) : undefined)

/** True for words that begin a number in words. */
export const isNumberWord = (word: string): boolean => SMALL.has(word) || TENS.has(word)

/** 1–99 in words ("ninety-five", "seven"). */
function readSmall(a: Atoms, i: number): { next: number; value: number } | undefined {
  const word = wordAt(a, i)
  const small = SMALL.get(word)
  if (small !== undefined) return { next: i + 1, value: small }
  const tens = TENS.get(word)
  if (tens === undefined) return undefined
  const j = wordAt(a, i + 1) === '-' ? i + 2 : i + 1
  const unit = SMALL.get(wordAt(a, j))
  return unit !== undefined && unit > 0 && unit < 10
    ? { next: j + 1, value: tens + unit }
    : { next: i + 1, value: tens }
}

/** Whole numbers in words, scales falling: "two hundred and five thousand", "a hundred", "a dozen". */
function readWords(a: Atoms, i: number): { next: number; value: number; scaled: boolean } | undefined {
  let at = i
  let total = 0
  let scaled = false
  let ceiling = Number.POSITIVE_INFINITY
  for (;;) {
    let next = at
    let group: number | undefined
    const small = readSmall(a, at)
    const article = at === i && (wordAt(a, at) === 'a' || wordAt(a, at) === 'one')
    if (small) {
      group = small.value
      next = small.next
    } else if (article) next = at + 1
    else if (at !== i || wordAt(a, at) !== 'hundred')
      return at === i ? undefined : { next: at, value: total, scaled }
    const dash = wordAt(a, next) === '-' && wordAt(a, next + 1) === 'hundred' ? 1 : 0
    if (wordAt(a, next + dash) === 'hundred') {
      group = (group ?? 1) * 100
      next += dash + 1
      scaled = true
      const rest = readSmall(a, wordAt(a, next) === 'and' ? next + 1 : next)
      if (rest) {
        group += rest.value
        next = rest.next
      }
    } else if (group === undefined && wordAt(a, next) === 'dozen') {
      return { next: next + 1, value: 12, scaled: true }
    }
    const dash2 = wordAt(a, next) === '-' ? 1 : 0
    const scale = SCALES.get(wordAt(a, next + dash2))
    if (group === undefined && scale === undefined) return undefined
    if (scale === undefined || scale >= ceiling) {
      return { next, value: total + (group ?? 0), scaled }
    }
    total += (group ?? 1) * scale
    ceiling = scale
    scaled = true
    next += dash2 + 1
    const comma = wordAt(a, next) === 'and' || wordAt(a, next) === ',' ? 1 : 0
    if (!readSmall(a, next + comma) || (ceiling <= 1e3 === false && comma === 1 && wordAt(a, next) === ',')) {
      return { next, value: total, scaled }
    }
    at = next + comma
  }
}

/** "2/3", "1 1/2", "1-1/2", "½", "3½" behind or instead of digits. */
function readDigits(a: Atoms, i: number): Numeral | undefined {
  const sign = SIGNS.get(wordAt(a, i))
  if (sign !== undefined) return { next: i + 1, value: sign, words: false, fraction: true, scaled: false }
  const value = numberAt(a, i)
  if (Number.isNaN(value)) return undefined
  const plain = (next: number, v: number, fraction: boolean): Numeral => ({
    next,
    value: v,
    words: false,
    fraction,
    scaled: false,
  })
  const behind = SIGNS.get(wordAt(a, i + 1))
  if (behind !== undefined) return plain(i + 2, value + behind, false)
  const own = readFraction(a, i)
  if (own) return plain(own.next, own.value, true)
  const j = wordAt(a, i + 1) === '-' && glued(a, i + 1) ? i + 2 : i + 1
  const more = Number.isInteger(value) ? readFraction(a, j) : undefined
  if (more && more.value < 1) return plain(more.next, value + more.value, false)
  return plain(i + 1, value, false)
}

/** "3/4": small whole digits, a slash, a small divisor. */
function readFraction(a: Atoms, i: number): { next: number; value: number } | undefined {
  if (wordAt(a, i + 1) !== '/' || !glued(a, i + 1) || !glued(a, i + 2)) return undefined
  const top = numberAt(a, i)
  const bottom = numberAt(a, i + 2)
  if (!(Number.isInteger(top) && Number.isInteger(bottom) && bottom >= 2 && bottom <= 64 && top < bottom)) {
    return undefined
  }
  // "9/11/2001" is a date.
  return wordAt(a, i + 3) === '/' ? undefined : { next: i + 3, value: top / bottom }
}

/**
 * The number at atom `i`: digits with fraction and scale ("1.5 million", "2-1/2", "$" not included), words ("ninety
 * five", "a dozen", "two and a half million", "half a dozen", "two-thirds"). Undefined where none begins there.
 * Ordinals are read by {@link readOrdinal}. Looks at no more than some twenty atoms.
 */
export function readNumeral(a: Atoms, i: number): Numeral | undefined {
  const digits = readDigits(a, i)
  if (digits) return withScale(a, digits)
  const word = wordAt(a, i)
  if (word === 'half') {
    const j = wordAt(a, i + 1) === '-' ? i + 2 : i + 1
    const next = wordAt(a, j) === 'a' || wordAt(a, j) === 'an' ? j + 1 : j
    if (wordAt(a, next) === 'dozen')
      return { next: next + 1, value: 6, words: true, fraction: false, scaled: true }
    const scale = SCALES.get(wordAt(a, next))
    if (scale !== undefined && next > j) {
      return { next: next + 1, value: scale / 2, words: true, fraction: false, scaled: true }
    }
    return { next: i + 1, value: 0.5, words: true, fraction: true, scaled: false }
  }
  if (word === 'dozen') return { next: i + 1, value: 12, words: true, fraction: false, scaled: true }
  const whole = readWords(a, i)
  if (!whole) {
    if (word !== 'a') return undefined
    const bottom =
      wordAt(a, i + 1) === 'half' || wordAt(a, i + 1) === 'quarter' || wordAt(a, i + 1) === 'third'
    return bottom
      ? { next: i + 2, value: 1 / PARTS.get(wordAt(a, i + 1))!, words: true, fraction: true, scaled: false }
      : undefined
  }
  const j = wordAt(a, whole.next) === '-' ? whole.next + 1 : whole.next
  const bottom = partOf(wordAt(a, j))
  if (
    bottom !== undefined &&
    whole.value > 0 &&
    whole.value < bottom &&
    (whole.value > 1 ? a.word[j]!.endsWith('s') : true)
  ) {
    return { next: j + 1, value: whole.value / bottom, words: true, fraction: true, scaled: false }
  }
  if (wordAt(a, whole.next) === 'dozen') {
    return { next: whole.next + 1, value: whole.value * 12, words: true, fraction: false, scaled: true }
  }
  if (wordAt(a, whole.next) === 'point' && SMALL.has(wordAt(a, whole.next + 1))) {
    const decimal = SMALL.get(wordAt(a, whole.next + 1))!
    const value = whole.value + decimal / (decimal < 10 ? 10 : 100)
    return withScale(a, { next: whole.next + 2, value, words: true, fraction: false, scaled: false })
  }
  return withScale(a, {
    next: whole.next,
    value: whole.value,
    words: true,
    fraction: false,
    scaled: whole.scaled,
  })
}

/** A number with "and a half" and a scale word or sign behind it. */
function withScale(a: Atoms, numeral: Numeral): Numeral {
  let { next, value } = numeral
  let scaled = numeral.scaled
  const and = wordAt(a, next) === '-' ? next + 1 : next
  if (!numeral.fraction && wordAt(a, and) === 'and') {
    const at = wordAt(a, and + 1) === '-' ? and + 2 : and + 1
    const article = wordAt(a, at) === 'a' || wordAt(a, at) === 'one' ? at + 1 : at
    const half = wordAt(a, article) === '-' ? article + 1 : article
    const bottom = wordAt(a, half) === 'half' ? 2 : wordAt(a, half) === 'quarter' && article > at ? 4 : 0
    if (bottom > 0) {
      value += 1 / bottom
      next = half + 1
    }
  }
  for (let rounds = 0; rounds < 2; rounds++) {
    const j = wordAt(a, next) === '-' ? next + 1 : next
    const scale = SCALES.get(wordAt(a, j)) ?? (wordAt(a, j) === 'hundred' ? 100 : undefined)
    const short = glued(a, next) && !numeral.words ? SHORT_SCALES.get(wordAt(a, next)) : undefined
    const spaced = !numeral.words && SHORT_SCALES.get(wordAt(a, next))
    const long = spaced && wordAt(a, next).length > 1 && wordAt(a, next) !== 'mm' ? spaced : undefined
    const factor = scale ?? short ?? long
    if (factor === undefined) break
    value *= factor
    next = (scale === undefined ? next : j) + 1
    scaled = true
  }
  // 0.1 × 1e9 must not end in …0001.
  if (scaled) value = Number(value.toPrecision(12))
  return { ...numeral, next, value, scaled }
}

/** "first", "21st", "twenty-first": its value and end. */
export function readOrdinal(a: Atoms, i: number): { next: number; value: number } | undefined {
  const value = numberAt(a, i)
  if (Number.isInteger(value)) {
    const suffix = wordAt(a, i + 1)
    const is = glued(a, i + 1) && (suffix === 'st' || suffix === 'nd' || suffix === 'rd' || suffix === 'th')
    return is ? { next: i + 2, value } : undefined
  }
  const ordinal = ORDINALS.get(wordAt(a, i))
  if (ordinal !== undefined) return { next: i + 1, value: ordinal }
  const tens = TENS.get(wordAt(a, i))
  if (tens === undefined) return undefined
  const j = wordAt(a, i + 1) === '-' ? i + 2 : i + 1
  const unit = ORDINALS.get(wordAt(a, j))
  return unit !== undefined && unit < 10 ? { next: j + 1, value: tens + unit } : undefined
}
